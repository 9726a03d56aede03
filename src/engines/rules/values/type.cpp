#include "engines/rules/values/type.hpp"

#include <algorithm>
#include <array>

#include "engines/rules/values/function.hpp"
#include "engines/rules/values/machine.hpp"

namespace feel {
namespace {

struct Plain {
  std::string_view name;
  Kind kind;
};

constexpr std::array<Plain, 12> kPlain = {{{"number", Kind::number},
                                           {"string", Kind::text},
                                           {"boolean", Kind::boolean},
                                           {"date", Kind::date},
                                           {"time", Kind::time},
                                           {"date and time", Kind::moment},
                                           {"dateTime", Kind::moment},
                                           {"years and months duration", Kind::months},
                                           {"yearMonthDuration", Kind::months},
                                           {"days and time duration", Kind::span},
                                           {"dayTimeDuration", Kind::span},
                                           {"range", Kind::range}}};

TypeRef made(Type type) { return std::make_shared<const Type>(std::move(type)); }

}  // namespace

TypeRef plain_type(std::string_view name) {
  for (const auto& plain : kPlain) {
    if (plain.name != name || plain.kind == Kind::range) continue;
    return made({.of = Type::Of::plain, .kind = plain.kind, .name = std::string(name)});
  }
  const auto of = [&](Type::Of kind) { return made({.of = kind, .name = std::string(name)}); };
  if (name == "Any") return of(Type::Of::any);
  if (name == "Null") return of(Type::Of::null);
  if (name == "list") return of(Type::Of::list);
  if (name == "context") return of(Type::Of::context);
  if (name == "range") return of(Type::Of::range);
  if (name == "function") return of(Type::Of::function);
  return nullptr;
}

TypeRef list_of(TypeRef element) {
  return made({.of = Type::Of::list, .element = std::move(element)});
}

namespace {

enum class Ask { shape, all };

bool is_of(Machine& machine, const Value& value, const Type& type, Ask ask);

bool conforms_context(Machine& machine, const Context& context, const Type& type, Ask ask) {
  return std::all_of(type.members.begin(), type.members.end(), [&](const auto& member) {
    const auto* value = context.find(member.first);
    if (!value) return false;
    return value->null() || !member.second || is_of(machine, *value, *member.second, ask);
  });
}

bool conforms_range(Machine& machine, const Range& range, const Type& type, Ask ask) {
  if (!type.element) return true;
  const auto fits = [&](const Value& end) {
    return end.null() || is_of(machine, end, *type.element, ask);
  };
  return fits(range.low) && fits(range.high);
}

bool fits(const TypeRef& type, const TypeRef& to) {
  if (!to || to->of == Type::Of::any) return true;
  return type && conforms(*type, *to);
}

bool conforms_function(const Function& function, const Type& type) {
  if (!type.result && type.parameters.empty()) return true;
  const auto& parameters = function.parameters();
  if (parameters.size() != type.parameters.size()) return false;
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    if (parameters[i].type && !fits(type.parameters[i], parameters[i].type)) return false;
  }
  const auto result = function.result();
  return !result || fits(result, type.result);
}

bool has_shape(Machine& machine, const Value& value, const Type& type, Ask ask) {
  switch (type.of) {
    case Type::Of::any:
      return true;
    case Type::Of::null:
      return value.null();
    case Type::Of::plain:
      return value.is(type.kind);
    case Type::Of::range:
      return value.is(Kind::range) && conforms_range(machine, value.range(), type, ask);
    case Type::Of::function:
      return value.is(Kind::function) && conforms_function(value.function(), type);
    case Type::Of::context:
      return value.is(Kind::context) && conforms_context(machine, value.context(), type, ask);
    case Type::Of::list:
      break;
  }
  if (!value.is(Kind::list)) return false;
  if (!type.element) return true;
  const auto& items = value.items();
  machine.spend(std::int64_t(items.size()));
  return std::all_of(items.begin(), items.end(), [&](const Value& item) {
    return item.null() || is_of(machine, item, *type.element, ask);
  });
}

bool is_of(Machine& machine, const Value& value, const Type& type, Ask ask) {
  if (!has_shape(machine, value, type, ask)) return false;
  return ask == Ask::shape || !type.allowed || type.allowed->holds(machine, value);
}

}  // namespace

bool instance_of(Machine& machine, const Value& value, const Type& type) {
  return is_of(machine, value, type, Ask::shape);
}

bool conforms(Machine& machine, const Value& value, const Type& type) {
  return is_of(machine, value, type, Ask::all);
}

bool conforms(const Type& type, const Type& to) {
  if (to.of == Type::Of::any || type.of == Type::Of::null) return true;
  if (type.of != to.of || type.kind != to.kind) return false;
  switch (to.of) {
    case Type::Of::list:
    case Type::Of::range:
      return fits(type.element, to.element);
    case Type::Of::context:
      return std::all_of(to.members.begin(), to.members.end(), [&](const auto& wanted) {
        const auto has = std::find_if(type.members.begin(), type.members.end(),
                                      [&](const auto& m) { return m.first == wanted.first; });
        return has != type.members.end() && fits(has->second, wanted.second);
      });
    case Type::Of::function: {
      if (type.parameters.size() != to.parameters.size()) return false;
      for (std::size_t i = 0; i < to.parameters.size(); ++i) {
        if (!fits(to.parameters[i], type.parameters[i])) return false;
      }
      return fits(type.result, to.result);
    }
    default:
      return true;
  }
}

Value coerced(Machine& machine, Value value, const Type& type) {
  if (value.null() || conforms(machine, value, type)) return value;
  if (value.is(Kind::list) && value.items().size() == 1 && type.of != Type::Of::list) {
    Value only = value.items().front();
    return conforms(machine, only, type) ? only : Value();
  }
  if (type.of == Type::Of::list && !value.is(Kind::list)) {
    auto alone = Value::list({value});
    if (conforms(machine, alone, type)) return alone;
  }
  if (value.is(Kind::date) && type.of == Type::Of::plain && type.kind == Kind::moment) {
    Value midnight = Moment{value.date(), {0, 0, Zone{0}}};
    if (conforms(machine, midnight, type)) return midnight;
  }
  return {};
}

}  // namespace feel
