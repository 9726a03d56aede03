// Functions that make one figure of a list, given as a list or as several arguments.
#include <algorithm>

#include "engines/rules/functions/functions.hpp"

namespace feel {
namespace {

// The one list, or all arguments; null is no list.
std::optional<Values> gathered(Machine& machine, Args args) {
  machine.spend(std::int64_t(args.size()));
  if (args.size() != 1) return Values(args.begin(), args.end());
  if (args[0].null()) return std::nullopt;
  if (!args[0].is(Kind::list)) return Values{args[0]};
  machine.spend(std::int64_t(args[0].items().size()));
  return args[0].items();
}

// Nothing unless all are numbers.
std::optional<std::vector<Decimal>> numbers(Machine& machine, Args args) {
  const auto items = gathered(machine, args);
  if (!items) return std::nullopt;
  std::vector<Decimal> made;
  for (const auto& item : *items) {
    if (!item.is(Kind::number)) return std::nullopt;
    made.push_back(item.number());
  }
  return made;
}

Decimal total(const std::vector<Decimal>& numbers) {
  Decimal sum;
  for (const auto& n : numbers) sum = sum + n;
  return sum;
}

Value count(Machine&, Args args) {
  if (args[0].null()) return {};
  return args[0].is(Kind::list) ? std::int64_t(args[0].items().size()) : 1;
}

template <int sign>
Value extreme(Machine& machine, Args args) {
  const auto items = gathered(machine, args);
  if (!items || items->empty()) return {};
  auto best = items->front();
  for (const auto& item : *items) {
    const auto order = compare(item, best);
    if (!order) return {};
    if (*order * sign > 0) best = item;
  }
  return best;
}

Value sum(Machine& machine, Args args) {
  const auto all = numbers(machine, args);
  return all && !all->empty() ? Value(total(*all)) : Value();
}

Value mean(Machine& machine, Args args) {
  const auto all = numbers(machine, args);
  if (!all || all->empty()) return {};
  return total(*all) / Decimal(std::int64_t(all->size()));
}

Value product(Machine& machine, Args args) {
  const auto all = numbers(machine, args);
  if (!all || all->empty()) return {};
  Decimal made(1);
  for (const auto& n : *all) made = made * n;
  return made;
}

Value median(Machine& machine, Args args) {
  auto all = numbers(machine, args);
  if (!all || all->empty()) return {};
  machine.spend(std::int64_t(all->size()) * 16);
  std::sort(all->begin(), all->end());
  const auto middle = all->size() / 2;
  if (all->size() % 2) return (*all)[middle];
  return ((*all)[middle - 1] + (*all)[middle]) / Decimal(2);
}

// Of a sample: divided by one less than there are.
Value deviation(Machine& machine, Args args) {
  const auto all = numbers(machine, args);
  if (!all || all->size() < 2) return {};
  const auto size = std::int64_t(all->size());
  const auto middle = total(*all) / Decimal(size);
  Decimal squares;
  for (const auto& n : *all) squares = squares + (n - middle) * (n - middle);
  return square_root(squares / Decimal(size - 1));
}

Value mode(Machine& machine, Args args) {
  auto all = numbers(machine, args);
  if (!all) return {};
  machine.spend(std::int64_t(all->size()) * 16);
  std::sort(all->begin(), all->end());
  Values most;
  std::size_t best = 0;
  for (std::size_t i = 0; i < all->size();) {
    auto end = i;
    while (end < all->size() && (*all)[end] == (*all)[i]) ++end;
    if (end - i > best) most.clear();
    best = std::max(best, end - i);
    if (end - i == best) most.push_back((*all)[i]);
    i = end;
  }
  return machine.list(std::move(most));
}

// all: decides is false; any: decides is true.
template <bool decides>
Value junction(Machine& machine, Args args) {
  const auto items = gathered(machine, args);
  if (!items) return {};
  bool known = true;
  for (const auto& item : *items) {
    if (item.is(Kind::boolean) && item.boolean() == decides) return decides;
    known = known && item.is(Kind::boolean);
  }
  return known ? Value(!decides) : Value();
}

}  // namespace

std::vector<BuiltIn> figure_functions() {
  const std::vector<Signature> list = {{{"list"}, 1}};
  return {{"count", list, count},
          {"min", list, extreme<-1>, true},
          {"max", list, extreme<1>, true},
          {"sum", list, sum, true},
          {"mean", list, mean, true},
          {"product", list, product, true},
          {"median", list, median, true},
          {"stddev", list, deviation, true},
          {"mode", list, mode, true},
          {"all", list, junction<false>, true},
          {"any", list, junction<true>, true}};
}

}  // namespace feel
