// The functions of the language (DMN 1.5 §10.3.4), each with its signatures.
//
// A function answers null to what it does not take. Optional arguments at the end may be missing;
// one left out in the middle of a call by names is null.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engines/rules/feel/reader.hpp"
#include "engines/rules/values/machine.hpp"
#include "engines/rules/values/value.hpp"

namespace feel {

using Args = std::span<const Value>;

using BuiltInFunction = Value (*)(Machine& machine, Args args);

struct Signature {
  std::vector<std::string_view> names;
  std::size_t required;
  BuiltInFunction of = nullptr;  // where names decide what is meant
};

struct BuiltIn {
  std::string_view name;
  std::vector<Signature> signatures;
  BuiltInFunction of;
  bool variadic = false;  // takes any number by position

  bool takes(std::size_t count) const;
  // Runs `how`, which is `of` or that of a signature; the texts it is given cost what reading them
  // may take.
  static Value run(BuiltInFunction how, Machine& machine, Args args);
};

// Null if there is none.
const BuiltIn* built_in(std::string_view name);
// It as a value, to be handed to other functions.
Value function_of(const BuiltIn& function);
const Phrases& built_in_phrases();
// What stands behind @: a date, a time, a moment or a duration; null if none of them.
Value literal_moment(std::string_view text);

std::vector<BuiltIn> number_functions();
std::vector<BuiltIn> text_functions();
std::vector<BuiltIn> pattern_functions();
std::vector<BuiltIn> list_functions();
std::vector<BuiltIn> figure_functions();
std::vector<BuiltIn> context_functions();
std::vector<BuiltIn> moment_functions();
std::vector<BuiltIn> part_functions();
std::vector<BuiltIn> range_functions();

}  // namespace feel
