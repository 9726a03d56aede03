// Functions of contexts.
#include "engines/rules/functions/functions.hpp"

namespace feel {
namespace {

using Entries = std::vector<Context::Entry>;

Value put_at(Machine& machine, const Value& into, std::span<const Value> keys, const Value& value) {
  if (keys.empty()) return value;
  if (!into.is(Kind::context) || !keys.front().is(Kind::text)) return {};
  const auto& context = into.context();
  const auto* old = context.find(keys.front().text());
  if (!old && keys.size() > 1) return {};
  auto made = put_at(machine, old ? *old : Value(), keys.subspan(1), value);
  if (made.null() && keys.size() > 1) return {};
  Entries entries = context.entries();
  bool there = false;
  for (auto& [name, held] : entries) {
    if (name != keys.front().text()) continue;
    held = made;
    there = true;
  }
  if (!there) entries.emplace_back(keys.front().text(), std::move(made));
  return machine.context(std::move(entries));
}

Value put_key(Machine& machine, Args args) {
  if (!args[0].is(Kind::context) || !args[1].is(Kind::text)) return {};
  return put_at(machine, args[0], args.subspan(1, 1), args[2]);
}

Value context_put(Machine& machine, Args args) {
  if (args[1].is(Kind::text)) return put_key(machine, args);
  if (!args[0].is(Kind::context)) return {};
  if (!args[1].is(Kind::list) || args[1].items().empty()) return {};
  if (args[1].items().size() > std::size_t(Machine::depth_max)) return {};
  return put_at(machine, args[0], args[1].items(), args[2]);
}

Value context_merge(Machine& machine, Args args) {
  const Values one = {args[0]};
  if (!args[0].is(Kind::list) && !args[0].is(Kind::context)) return {};
  Entries all;
  for (const auto& context : args[0].is(Kind::list) ? args[0].items() : one) {
    if (!context.is(Kind::context)) return {};
    const auto& entries = context.context().entries();
    machine.keep(std::int64_t(entries.size()));
    all.insert(all.end(), entries.begin(), entries.end());
  }
  return machine.context(std::move(all));
}

Value context_from(Machine& machine, Args args) {
  const Values one = {args[0]};
  if (!args[0].is(Kind::list) && !args[0].is(Kind::context)) return {};
  Entries all;
  for (const auto& item : args[0].is(Kind::list) ? args[0].items() : one) {
    if (!item.is(Kind::context)) return {};
    const auto* key = item.context().find("key");
    const auto* value = item.context().find("value");
    if (!key || !key->is(Kind::text) || !value) return {};
    all.emplace_back(key->text(), *value);
  }
  const auto count = all.size();
  auto made = machine.context(std::move(all));
  return made.context().entries().size() == count ? made : Value();  // a key said twice
}

Value get_value(Machine&, Args args) {
  if (!args[0].is(Kind::context) || !args[1].is(Kind::text)) return {};
  const auto* found = args[0].context().find(args[1].text());
  return found ? *found : Value();
}

Value get_entries(Machine& machine, Args args) {
  if (!args[0].is(Kind::context)) return {};
  Values made;
  for (const auto& [name, value] : args[0].context().entries()) {
    made.push_back(machine.context({{"key", Value(name)}, {"value", value}}));
  }
  return machine.list(std::move(made));
}

}  // namespace

std::vector<BuiltIn> context_functions() {
  return {{"context", {{{"entries"}, 1}}, context_from},
          {"context put",
           {{{"context", "key", "value"}, 3, put_key}, {{"context", "keys", "value"}, 3}},
           context_put},
          {"context merge", {{{"contexts"}, 1}}, context_merge},
          {"get value", {{{"m", "key"}, 2}}, get_value},
          {"get entries", {{{"m"}, 1}}, get_entries}};
}

}  // namespace feel
