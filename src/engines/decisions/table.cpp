#include "engines/decisions/table.hpp"

#include <algorithm>
#include <iterator>

#include "engines/decisions/text.hpp"

namespace decisions {
namespace {

struct TypeName {
  std::string_view code;
  const base::Text& words;
};
const TypeName types[] = {{"number", text::number},
                          {"whole", text::whole},
                          {"text", text::words},
                          {"boolean", text::flag},
                          {"date", text::date}};
const TypeName policies[] = {{"unique", text::unique},
                             {"any", text::any},
                             {"first", text::first},
                             {"priority", text::priority},
                             {"rule order", text::rule_order},
                             {"output order", text::output_order},
                             {"collect", text::collect},
                             {"sum", text::sum},
                             {"count", text::count},
                             {"min", text::least},
                             {"max", text::most}};

template <class E, std::size_t n>
std::optional<E> named(const TypeName (&all)[n], std::string_view code) {
  for (std::size_t i = 0; i < n; ++i) {
    if (all[i].code == code) return E(i);
  }
  return std::nullopt;
}

}  // namespace

bool any_error(const Findings& findings) {
  return std::ranges::any_of(findings,
                             [](const auto& one) { return one.weight == Finding::Weight::error; });
}

std::string_view code(ValueType type) { return types[int(type)].code; }
std::string_view code(Policy policy) { return policies[int(policy)].code; }
std::optional<ValueType> value_type(std::string_view code) { return named<ValueType>(types, code); }
std::optional<Policy> policy(std::string_view code) { return named<Policy>(policies, code); }
base::Text words(ValueType type) { return types[int(type)].words; }
base::Text words(Policy policy) { return policies[int(policy)].words; }

bool is_code(std::string_view text) {
  const auto letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  };
  return text.size() >= 2 && text.size() <= 60 && text.front() != '-' &&
         std::ranges::all_of(text, letter);
}

}  // namespace decisions
