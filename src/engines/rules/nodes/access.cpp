#include "engines/rules/nodes/access.hpp"

#include "engines/rules/feel/problem.hpp"
#include "engines/rules/feel/reader.hpp"
#include "engines/rules/feel/text.hpp"

namespace feel {

// Contexts keep names as they were written; the key of a name differs where blanks do.
const Value* entry(const Value& of, const std::string& name) {
  if (!of.is(Kind::context)) return nullptr;
  const auto& context = of.context();
  if (const auto* found = context.find(name)) return found;
  if (!context.spaced()) return nullptr;
  for (const auto& [key, value] : context.entries()) {
    if (key_of(key) == name) return &value;
  }
  return nullptr;
}

OfItem::OfItem(Place place, int slot, std::string name, NodeRef outside)
    : Node(place), slot_(slot), name_(std::move(name)), outside_(std::move(outside)) {
  holds(outside_);
}

OfItem::OfItem(Place place, int slot, std::string name, NodeRef asked,
               std::vector<std::string> entries)
    : OfItem(place, slot, std::move(name), std::move(asked)) {
  entries_ = std::move(entries);
  asked_ = true;
}

Value OfItem::inside(Machine& machine, Value value) const {
  for (const auto& name : entries_) value = reached(machine, place, value, name);
  return value;
}

// What was never declared is first a part of the item, and only then something outside.
Value OfItem::eval(Machine& machine, Value* frame) const {
  const auto& item = frame[slot_];
  if (const auto* found = entry(item, name_)) return inside(machine, *found);
  if (name_ == "item") return inside(machine, item);
  if (!outside_) return part(item, name_);
  if (asked_) {
    if (auto found = part(item, name_); !found.null()) return inside(machine, std::move(found));
  }
  return outside_->eval(machine, frame);
}

Path::Path(Place place, NodeRef of, std::string name)
    : Node(place), of_(std::move(of)), name_(std::move(name)) {
  holds(of_);
}

namespace {

Value part_of_time(const Time& time, const std::string& name, std::int32_t offset) {
  if (name == "hour") return time.seconds / 3'600;
  if (name == "minute") return time.seconds / 60 % 60;
  if (name == "second") {
    return Decimal(time.seconds % 60) + Decimal(time.nanos) * Decimal::of(false, 1, -9);
  }
  if (name == "time offset" && time.zone.any()) return Span{offset, 0};
  if (name == "timezone" && time.zone.has_name()) return time.zone.name();
  return {};
}

Value part_of_date(Date date, const std::string& name) {
  if (name == "year") return date.civil().year;
  if (name == "month") return date.civil().month;
  if (name == "day") return date.civil().day;
  if (name == "weekday") return date.weekday();
  return {};
}

Value part_of_span(Span span, const std::string& name) {
  const bool negative = span.negative();
  const auto total = negative ? -span.seconds - (span.nanos ? 1 : 0) : span.seconds;
  const auto nanos = negative && span.nanos ? 1'000'000'000 - span.nanos : span.nanos;
  const auto signed_ = [&](std::int64_t n) { return Value(negative ? -n : n); };
  if (name == "days") return signed_(total / 86'400);
  if (name == "hours") return signed_(total / 3'600 % 24);
  if (name == "minutes") return signed_(total / 60 % 60);
  if (name != "seconds") return {};
  const auto seconds = Decimal(total % 60) + Decimal(nanos) * Decimal::of(false, 1, -9);
  return negative ? -seconds : seconds;
}

}  // namespace

Value part(const Value& of, const std::string& name) {
  switch (of.kind()) {
    case Kind::date: {
      if (name == "hour" || name == "minute" || name == "second") return 0;
      if (name == "time offset") return Span{0, 0};
      return part_of_date(of.date(), name);
    }
    case Kind::time:
      return part_of_time(of.time(), name, of.time().zone.usual_offset());
    case Kind::moment: {
      auto date = part_of_date(of.moment().date, name);
      return date.null() ? part_of_time(of.moment().time, name, of.moment().offset()) : date;
    }
    case Kind::months: {
      if (name == "years") return of.months().months / 12;
      return name == "months" ? Value(of.months().months % 12) : Value();
    }
    case Kind::span:
      return part_of_span(of.span(), name);
    case Kind::range: {
      const auto& range = of.range();
      if (name == "start") return range.low;
      if (name == "end") return range.high;
      if (name == "start included") return range.low_closed;
      return name == "end included" ? Value(range.high_closed) : Value();
    }
    default:
      return {};
  }
}

Value reached(Machine& machine, Place place, const Value& of, const std::string& name) {
  if (of.is(Kind::context)) {
    const auto* found = entry(of, name);
    if (!found) {
      machine.note(place, said(text::no_entry, {{"name", name}}));
      return {};
    }
    return *found;
  }
  if (!of.is(Kind::list)) return part(of, name);
  Values found;
  found.reserve(of.items().size());
  for (const auto& item : of.items()) {
    const auto* one = entry(item, name);
    found.push_back(one ? *one : part(item, name));
  }
  return machine.list(std::move(found));
}

Value Path::eval(Machine& machine, Value* frame) const {
  return reached(machine, place, of_->eval(machine, frame), name_);
}

Filter::Filter(Place place, NodeRef list, NodeRef condition, int slot, bool strict)
    : Node(place),
      list_(std::move(list)),
      condition_(std::move(condition)),
      slot_(slot),
      strict_(strict) {
  holds(list_);
  holds(condition_);
}

Value item_at(const Values& items, const Decimal& position) {
  const auto at = position.whole();
  const auto size = std::int64_t(items.size());
  if (!at || *at == 0 || *at > size || *at < -size) return {};
  return items[std::size_t(*at > 0 ? *at - 1 : size + *at)];
}

// The first item decides whether the condition is a number, that is, a position.
Value Filter::matching(Machine& machine, Value* frame, const Values& items) const {
  machine.spend(std::int64_t(items.size()));
  Values found;
  for (std::size_t i = 0; i < items.size(); ++i) {
    frame[slot_] = items[i];
    const auto holds = condition_->eval(machine, frame);
    if (strict_ && !holds.is(Kind::boolean) && !holds.null()) return {};
    if (i == 0 && holds.is(Kind::number)) return item_at(items, holds.number());
    if (holds.truth()) found.push_back(items[i]);
  }
  return machine.list(std::move(found));
}

Value Filter::eval(Machine& machine, Value* frame) const {
  auto of = list_->eval(machine, frame);
  if (!of.is(Kind::list)) {
    if (of.null()) return {};
    of = Value::list({of});
  }
  if (const auto* at = condition_->constant(); at && at->is(Kind::number)) {
    return item_at(of.items(), at->number());
  }
  if (of.items().empty()) {
    frame[slot_] = {};
    const auto holds = condition_->eval(machine, frame);
    return holds.is(Kind::number) ? Value() : of;
  }
  return matching(machine, frame, of.items());
}

}  // namespace feel
