#include "engines/rules/nodes/loops.hpp"

#include "engines/rules/values/arithmetic.hpp"

namespace feel {

Loop::Went Loop::count(Machine& machine, Value* frame, std::size_t i, const Value& from,
                       const Value& to, const std::function<bool()>& each) const {
  const auto order = compare(from, to);
  if (!order || (!from.is(Kind::number) && !from.is(Kind::date))) return Went::wrong;
  const Value step = from.is(Kind::date) ? Value(Span{*order > 0 ? -86'400 : 86'400, 0})
                                         : Value(*order > 0 ? -1 : 1);
  for (Value at = from;; at = add(at, step)) {
    const auto past = compare(at, to);
    if (!past || (*order > 0 ? *past < 0 : *past > 0)) return Went::on;
    frame[domains_[i].slot] = at;
    if (const auto went = over(machine, frame, i + 1, each); went != Went::on) return went;
  }
}

Loop::Went Loop::over(Machine& machine, Value* frame, std::size_t i,
                      const std::function<bool()>& each) const {
  machine.spend(1);
  if (i == domains_.size()) return each() ? Went::on : Went::ended;
  const auto& domain = domains_[i];
  auto from = domain.from->eval(machine, frame);
  if (domain.to) return count(machine, frame, i, from, domain.to->eval(machine, frame), each);
  if (from.null()) return Went::wrong;
  if (from.is(Kind::range)) {
    const auto& range = from.range();
    if (!range.low_closed || !range.high_closed) {
      auto low = range.low, high = range.high;
      if (!low.is(Kind::number) || !high.is(Kind::number)) return Went::wrong;
      if (!range.low_closed) low = add(low, 1);
      if (!range.high_closed) high = subtract(high, 1);
      if (compare(low, high).value_or(1) > 0) return Went::on;
      return count(machine, frame, i, low, high, each);
    }
    return count(machine, frame, i, range.low, range.high, each);
  }
  if (!from.is(Kind::list)) {
    frame[domain.slot] = std::move(from);
    return over(machine, frame, i + 1, each);
  }
  for (const auto& item : from.items()) {
    frame[domain.slot] = item;
    if (const auto went = over(machine, frame, i + 1, each); went != Went::on) return went;
  }
  return Went::on;
}

bool Loop::run(Machine& machine, Value* frame, const std::function<bool()>& each) const {
  return over(machine, frame, 0, each) != Went::wrong;
}

For::For(Place place, std::vector<Domain> domains, NodeRef body, int partial_slot,
         bool asks_partial)
    : Node(place),
      loop_(std::move(domains)),
      body_(std::move(body)),
      partial_slot_(partial_slot),
      asks_partial_(asks_partial) {
  for (const auto& domain : loop_.domains()) {
    holds(domain.from);
    holds(domain.to);
  }
  holds(body_);
}

// `partial` grows in place as long as nobody keeps it beyond his turn.
Value For::eval(Machine& machine, Value* frame) const {
  auto made = std::make_shared<List>();
  const bool right = loop_.run(machine, frame, [&] {
    if (asks_partial_) frame[partial_slot_] = std::shared_ptr<const List>(made);
    auto value = body_->eval(machine, frame);
    if (asks_partial_) frame[partial_slot_] = {};
    if (made.use_count() > 1) {
      machine.keep(std::int64_t(made->items.size()));
      made = std::make_shared<List>(*made);
    }
    machine.keep(1);
    made->add(std::move(value));
    if (made->depth > Machine::depth_max) Machine::exhausted("values within values");
    if (made->weight > Machine::values_max) Machine::exhausted("values");
    return true;
  });
  return right ? Value(std::shared_ptr<const List>(std::move(made))) : Value();
}

Quantified::Quantified(Place place, bool some, std::vector<Domain> domains, NodeRef condition,
                       bool strict)
    : Node(place),
      some_(some),
      loop_(std::move(domains)),
      condition_(std::move(condition)),
      strict_(strict) {
  for (const auto& domain : loop_.domains()) {
    holds(domain.from);
    holds(domain.to);
  }
  holds(condition_);
}

Value Quantified::eval(Machine& machine, Value* frame) const {
  bool known = true, decided = false, wrong = false;
  const bool right = loop_.run(machine, frame, [&] {
    const auto holds = condition_->eval(machine, frame);
    if (!holds.is(Kind::boolean)) {
      known = false;
      wrong = wrong || !holds.null();
    } else if (holds.boolean() == some_) {
      decided = true;
    }
    return strict_ || !decided;
  });
  if (!right || (strict_ && wrong)) return {};
  if (decided) return some_;
  return known ? Value(!some_) : Value();
}

}  // namespace feel
