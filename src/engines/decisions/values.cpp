// Values of a table: read from their texts, and said in words.
#include "base/money.hpp"
#include "engines/decisions/check.hpp"
#include "engines/decisions/text.hpp"
#include "engines/rules/feel/feel.hpp"

namespace decisions {

using feel::Kind;
using feel::Value;

std::optional<Value> literal(std::string_view text) {
  const auto compiled = feel::compile(text);
  if (!compiled) return std::nullopt;
  feel::Machine machine({});
  auto value = compiled->evaluate(machine);
  if (value.null() && text != "null") return std::nullopt;
  return value;
}

bool fits(const Value& value, ValueType type) {
  switch (type) {
    case ValueType::number:
      return value.is(Kind::number);
    case ValueType::whole:
      return value.is(Kind::number) && value.number().integer();
    case ValueType::text:
      return value.is(Kind::text);
    case ValueType::flag:
      return value.is(Kind::boolean);
    case ValueType::date:
      break;
  }
  return value.is(Kind::date);
}

namespace {

std::string shown_list(const feel::Values& items, base::Lang lang) {
  std::string out;
  for (const auto& item : items) out += (out.empty() ? "" : "; ") + shown(item, lang);
  return out;
}

std::string shown_context(const feel::Context& context, base::Lang lang) {
  std::string out;
  for (const auto& [name, value] : context.entries()) {
    out += (out.empty() ? "" : ", ") + name + ": " + shown(value, lang);
  }
  return out;
}

}  // namespace

std::string shown(const Value& value, base::Lang lang) {
  switch (value.kind()) {
    case Kind::null:
      return std::string(text::no_answer.in(lang));
    case Kind::boolean:
      return std::string((value.boolean() ? text::yes : text::no).in(lang));
    case Kind::number:
      if (const auto whole = value.number().whole()) return base::grouped(*whole);
      break;
    case Kind::date: {
      const auto day = value.date().civil();
      const auto known = base::Date::of(int(day.year), day.month, day.day);
      if (known) return known->vn();
      break;
    }
    case Kind::list:
      return shown_list(value.items(), lang);
    case Kind::context:
      return shown_context(value.context(), lang);
    default:
      break;
  }
  return feel::text_of(value);
}

}  // namespace decisions
