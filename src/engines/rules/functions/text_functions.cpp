// Functions of texts.
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <cstring>

#include "engines/rules/functions/code_points.hpp"
#include "engines/rules/functions/functions.hpp"

namespace feel {
namespace {

bool texts(Args args) {
  for (const auto& arg : args) {
    if (!arg.is(Kind::text)) return false;
  }
  return true;
}

Value string_from(Machine& machine, Args args) {
  if (args[0].null()) return {};
  return args[0].is(Kind::text) ? args[0] : machine.text(text_of(args[0]));
}

// Positions count from 1, or from the end if negative.
Value substring(Machine& machine, Args args) {
  if (!args[0].is(Kind::text) || !args[1].is(Kind::number)) return {};
  const auto& text = args[0].text();
  machine.spend(std::int64_t(text.size()) / 64);
  const auto length = code_points(text);
  const auto start = args[1].number().rounded(0, Rounding::down).whole();
  if (!start || *start == 0 || *start > length || *start < -length) return {};
  const auto first = *start > 0 ? *start - 1 : length + *start;
  auto count = length - first;
  if (args.size() > 2) {
    if (!args[2].is(Kind::number)) return {};
    const auto wanted = args[2].number().rounded(0, Rounding::down).whole();
    if (!wanted || *wanted < 1) return {};
    count = std::min(count, *wanted);
  }
  const std::string_view from = std::string_view(text).substr(byte_of(text, first));
  return machine.text(std::string(from.substr(0, byte_of(from, count))));
}

Value string_length(Machine& machine, Args args) {
  if (!texts(args)) return {};
  machine.spend(std::int64_t(args[0].text().size()) / 64);
  return code_points(args[0].text());
}

template <bool upper>
Value in_case(Machine& machine, Args args) {
  if (!texts(args)) return {};
  auto text = icu::UnicodeString::fromUTF8(args[0].text());
  upper ? text.toUpper(icu::Locale::getRoot()) : text.toLower(icu::Locale::getRoot());
  std::string made;
  return machine.text(text.toUTF8String(made));
}

// Where `match` begins. memmem is linear; find() takes the product of both lengths for a text that
// nearly fits everywhere.
std::size_t position(const std::string& text, const std::string& match) {
  const auto* at = memmem(text.data(), text.size(), match.data(), match.size());
  return at ? std::size_t(static_cast<const char*>(at) - text.data()) : std::string::npos;
}

Value substring_before(Machine& machine, Args args) {
  if (!texts(args)) return {};
  const auto at = position(args[0].text(), args[1].text());
  return at == std::string::npos ? Value("") : machine.text(args[0].text().substr(0, at));
}

Value substring_after(Machine& machine, Args args) {
  if (!texts(args)) return {};
  const auto at = position(args[0].text(), args[1].text());
  if (at == std::string::npos) return "";
  return machine.text(args[0].text().substr(at + args[1].text().size()));
}

Value contains(Machine&, Args args) {
  if (!texts(args)) return {};
  return position(args[0].text(), args[1].text()) != std::string::npos;
}

Value starts_with(Machine&, Args args) {
  return texts(args) ? Value(args[0].text().starts_with(args[1].text())) : Value();
}

Value ends_with(Machine&, Args args) {
  return texts(args) ? Value(args[0].text().ends_with(args[1].text())) : Value();
}

// What is null among the items is left out.
Value string_join(Machine& machine, Args args) {
  const auto& list = args[0];
  if (list.is(Kind::text)) return list;
  if (!list.is(Kind::list)) return {};
  std::string between;
  if (args.size() > 1 && !args[1].null()) {
    if (!args[1].is(Kind::text)) return {};
    between = args[1].text();
  }
  machine.spend(std::int64_t(list.items().size()));
  std::string made;
  bool first = true;
  for (const auto& item : list.items()) {
    if (item.null()) continue;
    if (!item.is(Kind::text)) return {};
    if (!first) made += between;
    first = false;
    made += item.text();
    if (made.size() > std::size_t(Machine::bytes_max)) Machine::exhausted("letters");
  }
  return machine.text(std::move(made));
}

}  // namespace

std::vector<BuiltIn> text_functions() {
  const std::vector<Signature> matched = {{{"string", "match"}, 2}};
  return {{"string", {{{"from"}, 1}}, string_from},
          {"substring", {{{"string", "start position", "length"}, 2}}, substring},
          {"string length", {{{"string"}, 1}}, string_length},
          {"upper case", {{{"string"}, 1}}, in_case<true>},
          {"lower case", {{{"string"}, 1}}, in_case<false>},
          {"substring before", matched, substring_before},
          {"substring after", matched, substring_after},
          {"contains", matched, contains},
          {"starts with", matched, starts_with},
          {"ends with", matched, ends_with},
          {"string join", {{{"list", "delimiter"}, 1}}, string_join}};
}

}  // namespace feel
