// A machine of rules that has spent most of what it may, so that a run that goes far ends soon.
#pragma once

#include "engines/rules/values/machine.hpp"

namespace fuzz {

inline feel::Moment noon() { return *feel::Moment::parse("2026-11-30T09:30:00+07:00"); }

inline feel::Machine small_machine() {
  using feel::Machine;
  constexpr std::int64_t steps = 20'000, values = Machine::values_max - 5'000,
                         bytes = Machine::bytes_max - 1'000'000;
  Machine machine(noon());
  machine.keep(values);
  machine.letters(bytes);
  machine.spend(Machine::steps_max - steps - values - bytes / 64 - 1);  // those cost steps too
  return machine;
}

}  // namespace fuzz
