// Functions of lists. What is no list counts as a list of itself; null is refused.
#include <algorithm>
#include <unordered_map>

#include "engines/rules/functions/functions.hpp"
#include "engines/rules/values/function.hpp"

namespace feel {
namespace {

std::optional<Values> items_of(Machine& machine, const Value& list) {
  if (list.null()) return std::nullopt;
  if (!list.is(Kind::list)) return Values{list};
  machine.spend(list.weight());
  return list.items();
}

bool same(const Value& a, const Value& b) { return equal(a, b).value_or(false); }

Value list_contains(Machine& machine, Args args) {
  const auto items = items_of(machine, args[0]);
  if (!items) return {};
  return std::any_of(items->begin(), items->end(),
                     [&](const Value& v) { return same(v, args[1]); });
}

Value append(Machine& machine, Args args) {
  auto items = items_of(machine, args[0]);
  if (!items) return {};
  items->insert(items->end(), args.begin() + 1, args.end());
  return machine.list(std::move(*items));
}

Value concatenate(Machine& machine, Args args) {
  Values all;
  for (const auto& arg : args) {
    const auto items = items_of(machine, arg);
    if (!items) return {};
    if (all.size() + items->size() > std::size_t(Machine::values_max)) Machine::exhausted("values");
    all.insert(all.end(), items->begin(), items->end());
  }
  return machine.list(std::move(all));
}

// Where a position (from 1, or from the end) lies; `room` more positions are allowed at the end.
std::optional<std::size_t> index_of(const Value& position, std::size_t size) {
  if (!position.is(Kind::number)) return std::nullopt;
  const auto at = position.number().whole();
  const auto most = std::int64_t(size);
  if (!at || *at == 0 || *at > most || *at < -most) return std::nullopt;
  return std::size_t(*at > 0 ? *at - 1 : most + *at);
}

Value insert_before(Machine& machine, Args args) {
  auto items = items_of(machine, args[0]);
  if (!items) return {};
  const auto at = index_of(args[1], items->size());
  if (!at) return {};
  items->insert(items->begin() + std::ptrdiff_t(*at), args[2]);
  return machine.list(std::move(*items));
}

Value remove(Machine& machine, Args args) {
  auto items = items_of(machine, args[0]);
  if (!items) return {};
  const auto at = index_of(args[1], items->size());
  if (!at) return {};
  items->erase(items->begin() + std::ptrdiff_t(*at));
  return machine.list(std::move(*items));
}

Value list_replace(Machine& machine, Args args) {
  auto of = items_of(machine, args[0]);
  if (!of) return {};
  auto items = std::move(*of);
  if (!args[1].is(Kind::function)) {
    if (!args[1].is(Kind::number)) return {};
    const auto at = index_of(args[1].number().rounded(0, Rounding::down), items.size());
    if (!at) return {};
    items[*at] = args[2];
    return machine.list(std::move(items));
  }
  const auto& match = args[1].function();
  if (!match.takes(2)) return {};
  for (auto& item : items) {
    const Value pair[] = {item, args[2]};
    const auto fits = match.call(machine, pair);
    if (!fits.is(Kind::boolean)) return {};
    if (fits.boolean()) item = args[2];
  }
  return machine.list(std::move(items));
}

Value reversed(Machine& machine, Args args) {
  auto items = items_of(machine, args[0]);
  if (!items) return {};
  std::reverse(items->begin(), items->end());
  return machine.list(std::move(*items));
}

Value positions(Machine& machine, Args args) {
  const auto items = items_of(machine, args[0]);
  if (!items) return {};
  Values found;
  for (std::size_t i = 0; i < items->size(); ++i) {
    if (same((*items)[i], args[1])) found.push_back(Value(std::int64_t(i) + 1));
  }
  return machine.list(std::move(found));
}

// Equal values have equal hashes; what is not simple has one for its kind.
std::size_t hash_of(const Value& value) {
  if (value.is(Kind::number)) return value.number().hash();
  if (value.is(Kind::text)) return std::hash<std::string>()(value.text());
  if (value.is(Kind::date)) return std::size_t(value.date().days) * 31;
  return std::size_t(value.kind()) + (value.is(Kind::boolean) && value.boolean() ? 100 : 0);
}

Value distinct(Machine& machine, const Values& items) {
  std::unordered_multimap<std::size_t, std::size_t> seen;
  Values kept;
  for (const auto& item : items) {
    const auto hash = hash_of(item);
    const auto [first, last] = seen.equal_range(hash);
    bool again = false;
    for (auto at = first; at != last && !again; ++at) {
      machine.spend(item.weight());
      again = same(kept[at->second], item);
    }
    if (again) continue;
    seen.emplace(hash, kept.size());
    kept.push_back(item);
  }
  return machine.list(std::move(kept));
}

Value distinct_values(Machine& machine, Args args) {
  const auto items = items_of(machine, args[0]);
  return items ? distinct(machine, *items) : Value();
}

Value united(Machine& machine, Args args) {
  const auto all = concatenate(machine, args);
  return all.null() ? all : distinct(machine, all.items());
}

void flatten_into(Machine& machine, const Values& items, Values& flat) {
  machine.spend(std::int64_t(items.size()) + 1);
  for (const auto& item : items) {
    if (item.is(Kind::list)) {
      flatten_into(machine, item.items(), flat);
    } else {
      machine.keep(1);
      flat.push_back(item);
    }
  }
}

Value flattened(Machine& machine, Args args) {
  const auto items = items_of(machine, args[0]);
  if (!items) return {};
  Values flat;
  flatten_into(machine, *items, flat);
  return machine.list(std::move(flat));
}

Value sublist(Machine& machine, Args args) {
  const auto items = items_of(machine, args[0]);
  if (!items) return {};
  const auto start = index_of(args[1], items->size());
  if (!start) return {};
  auto count = items->size() - *start;
  if (args.size() > 2) {
    if (!args[2].is(Kind::number)) return {};
    const auto wanted = args[2].number().whole();
    if (!wanted || *wanted < 0 || std::size_t(*wanted) > count) return {};
    count = std::size_t(*wanted);
  }
  const auto first = items->begin() + std::ptrdiff_t(*start);
  return machine.list(Values(first, first + std::ptrdiff_t(count)));
}

// Merging, so that an order that contradicts itself does no harm. False if it is no order at all.
bool merge_sorted(Machine& machine, const Function& precedes, Values& items, std::size_t from,
                  std::size_t to) {
  if (to - from < 2) return true;
  const auto middle = from + (to - from) / 2;
  if (!merge_sorted(machine, precedes, items, from, middle)) return false;
  if (!merge_sorted(machine, precedes, items, middle, to)) return false;
  Values merged;
  auto a = from, b = middle;
  while (a < middle && b < to) {
    const Value pair[] = {items[b], items[a]};
    const auto second_first = precedes.call(machine, pair);
    if (!second_first.is(Kind::boolean)) return false;
    merged.push_back(items[second_first.boolean() ? b++ : a++]);
  }
  merged.insert(merged.end(), items.begin() + std::ptrdiff_t(a),
                items.begin() + std::ptrdiff_t(middle));
  merged.insert(merged.end(), items.begin() + std::ptrdiff_t(b),
                items.begin() + std::ptrdiff_t(to));
  std::move(merged.begin(), merged.end(), items.begin() + std::ptrdiff_t(from));
  return true;
}

Value sorted(Machine& machine, Args args) {
  auto items = items_of(machine, args[0]);
  if (!items) return {};
  if (args.size() > 1) {
    if (!args[1].is(Kind::function) || !args[1].function().takes(2)) return {};
    if (!merge_sorted(machine, args[1].function(), *items, 0, items->size())) return {};
    return machine.list(std::move(*items));
  }
  for (const auto& item : *items) {
    if (!compare(items->front(), item)) return {};
  }
  machine.spend(std::int64_t(items->size()) * 16);
  std::stable_sort(items->begin(), items->end(),
                   [](const Value& a, const Value& b) { return compare(a, b).value_or(0) < 0; });
  return machine.list(std::move(*items));
}

}  // namespace

std::vector<BuiltIn> list_functions() {
  return {
      {"list contains", {{{"list", "element"}, 2}}, list_contains},
      {"append", {{{"list", "item"}, 1}}, append, true},
      {"concatenate", {{{"list"}, 1}}, concatenate, true},
      {"insert before", {{{"list", "position", "newItem"}, 3}}, insert_before},
      {"remove", {{{"list", "position"}, 2}}, remove},
      {"list replace",
       {{{"list", "position", "newItem"}, 3}, {{"list", "match", "newItem"}, 3}},
       list_replace},
      {"reverse", {{{"list"}, 1}}, reversed},
      {"index of", {{{"list", "match"}, 2}}, positions},
      {"union", {{{"list"}, 1}}, united, true},
      {"distinct values", {{{"list"}, 1}}, distinct_values},
      {"flatten", {{{"list"}, 1}}, flattened},
      {"sublist", {{{"list", "start position", "length"}, 2}}, sublist},
      {"sort", {{{"list", "precedes"}, 1}}, sorted},
  };
}

}  // namespace feel
