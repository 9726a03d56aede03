// A moment as rules read it: the clock on the wall in Viet Nam.
#pragma once

#include "base/instant.hpp"
#include "engines/rules/values/moment.hpp"

namespace decisions {

inline feel::Moment moment_of(base::Instant at) {
  const auto local = at.local();
  return {{local.date.days},
          {std::int32_t(local.of_day_us / base::second_us),
           std::int32_t(local.of_day_us % base::second_us * 1'000), feel::Zone{7 * 3'600}}};
}

}  // namespace decisions
