#include "engines/rules/values/value.hpp"

#include <algorithm>

#include "engines/rules/values/function.hpp"

namespace feel {

const Values& Value::items() const { return std::get<std::shared_ptr<const List>>(held_)->items; }

Value Value::list(Values items) {
  auto made = std::make_shared<List>();
  for (const auto& item : items) {
    made->depth = std::max(made->depth, item.depth() + 1);
    made->weight += item.weight();
  }
  made->items = std::move(items);
  return Value(std::shared_ptr<const List>(std::move(made)));
}

Value Value::range(Range range) { return Value(std::make_shared<const Range>(std::move(range))); }

void List::add(Value item) {
  depth = std::max(depth, item.depth() + 1);
  weight += item.weight();
  items.push_back(std::move(item));
}

std::int64_t Value::weight() const {
  switch (kind()) {
    case Kind::text:
      return 1 + std::int64_t(text().size()) / 64;
    case Kind::list:
      return std::get<std::shared_ptr<const List>>(held_)->weight;
    case Kind::context:
      return context().weight();
    default:
      return 1;
  }
}

int Value::depth() const {
  switch (kind()) {
    case Kind::list:
      return std::get<std::shared_ptr<const List>>(held_)->depth;
    case Kind::context:
      return context().depth();
    case Kind::function:
      return function().depth();
    case Kind::range:
      return 1;
    default:
      return 0;
  }
}

namespace {

constexpr std::size_t few = 8;

bool has_spaced_mark(std::string_view name) {
  for (auto at = name.find(' '); at != name.npos; at = name.find(' ', at + 1)) {
    constexpr std::string_view marks = "./-'+*";
    if (at > 0 && marks.find(name[at - 1]) != marks.npos) return true;
    if (at + 1 < name.size() && marks.find(name[at + 1]) != marks.npos) return true;
  }
  return false;
}

}  // namespace

Context::Context(std::vector<Entry> entries) : entries_(std::move(entries)) {
  for (const auto& [name, value] : entries_) {
    depth_ = std::max(depth_, value.depth() + 1);
    weight_ += value.weight() + 1;
    spaced_ = spaced_ || has_spaced_mark(name);
  }
  order_.resize(entries_.size());
  for (std::size_t i = 0; i < order_.size(); ++i) order_[i] = std::uint32_t(i);
  std::stable_sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
    return entries_[a].first < entries_[b].first;
  });
  std::vector<bool> gone(entries_.size());
  bool twice = false;
  for (std::size_t i = 1; i < order_.size(); ++i) {
    const bool same = entries_[order_[i - 1]].first == entries_[order_[i]].first;
    gone[order_[i - 1]] = same;
    twice |= same;
  }
  if (twice) {
    std::vector<Entry> kept;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      if (!gone[i]) kept.push_back(std::move(entries_[i]));
    }
    *this = Context(std::move(kept));
  } else if (entries_.size() <= few) {
    order_.clear();
  }
}

const Value* Context::find(std::string_view name) const {
  if (order_.empty()) {
    for (const auto& entry : entries_) {
      if (entry.first == name) return &entry.second;
    }
    return nullptr;
  }
  const auto at =
      std::lower_bound(order_.begin(), order_.end(), name,
                       [&](std::uint32_t i, std::string_view n) { return entries_[i].first < n; });
  return at != order_.end() && entries_[*at].first == name ? &entries_[*at].second : nullptr;
}

Value context_of(std::vector<Context::Entry> entries) {
  return Value(std::make_shared<const Context>(std::move(entries)));
}

namespace {

int sign_of(std::int64_t a, std::int64_t b) { return a < b ? -1 : a > b; }

std::optional<int> compare_times(const Time& a, const Time& b) {
  if (a.zone.any() != b.zone.any()) return std::nullopt;
  const auto one = a.seconds - a.zone.usual_offset(), two = b.seconds - b.zone.usual_offset();
  return one != two ? sign_of(one, two) : sign_of(a.nanos, b.nanos);
}

std::optional<int> compare_moments(const Moment& a, const Moment& b) {
  if (a.time.zone.any() != b.time.zone.any()) return std::nullopt;
  const auto one = a.utc_seconds(), two = b.utc_seconds();
  return one != two ? sign_of(one, two) : sign_of(a.time.nanos, b.time.nanos);
}

// Equality looks at hours, minutes and seconds; parts of a second have an order only.
Time whole_seconds(const Time& time) { return {time.seconds, 0, time.zone}; }

bool equal_contexts(const Context& a, const Context& b) {
  if (a.entries().size() != b.entries().size()) return false;
  for (const auto& [name, value] : a.entries()) {
    const auto* other = b.find(name);
    if (!other || !equal(value, *other).value_or(false)) return false;
  }
  return true;
}

bool equal_lists(const Values& a, const Values& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Value& x, const Value& y) { return equal(x, y).value_or(false); });
}

bool equal_ranges(const Range& a, const Range& b) {
  return a.form == b.form && a.low_closed == b.low_closed && a.high_closed == b.high_closed &&
         equal(a.low, b.low).value_or(false) && equal(a.high, b.high).value_or(false);
}

}  // namespace

std::optional<int> compare(const Value& a, const Value& b) {
  if (a.kind() != b.kind()) return std::nullopt;
  switch (a.kind()) {
    case Kind::number:
      return Decimal::compare(a.number(), b.number());
    case Kind::text: {
      const int order = a.text().compare(b.text());  // UTF-8 sorts as its code points do
      return order < 0 ? -1 : order > 0;
    }
    case Kind::date:
      return sign_of(a.date().days, b.date().days);
    case Kind::time:
      return compare_times(a.time(), b.time());
    case Kind::moment:
      return compare_moments(a.moment(), b.moment());
    case Kind::months:
      return sign_of(a.months().months, b.months().months);
    case Kind::span: {
      const auto order = a.span() <=> b.span();
      return order < 0 ? -1 : order > 0;
    }
    default:
      return std::nullopt;
  }
}

std::optional<bool> equal(const Value& a, const Value& b) {
  if (a.null() || b.null()) return a.null() && b.null();
  if (a.kind() != b.kind()) return std::nullopt;
  switch (a.kind()) {
    case Kind::boolean:
      return a.boolean() == b.boolean();
    case Kind::list:
      return equal_lists(a.items(), b.items());
    case Kind::context:
      return equal_contexts(a.context(), b.context());
    case Kind::range:
      return equal_ranges(a.range(), b.range());
    case Kind::function:
      return &a.function() == &b.function();
    default:
      break;
  }
  if (a.is(Kind::time)) return compare_times(whole_seconds(a.time()), whole_seconds(b.time())) == 0;
  if (a.is(Kind::moment)) {
    const Moment one{a.moment().date, whole_seconds(a.moment().time)};
    const Moment two{b.moment().date, whole_seconds(b.moment().time)};
    return compare_moments(one, two) == 0;
  }
  return compare(a, b) == 0;
}

std::optional<bool> within(const Value& value, const Range& range) {
  if (range.form == Range::Form::unequal) {
    const auto same = equal(value, range.low);
    return same ? std::optional(!*same) : std::nullopt;
  }
  bool inside = true;
  if (!range.low.null()) {
    const auto order = compare(value, range.low);
    if (!order) return std::nullopt;
    inside = *order > 0 || (*order == 0 && range.low_closed);
  }
  if (!range.high.null()) {
    const auto order = compare(value, range.high);
    if (!order) return std::nullopt;
    inside = inside && (*order < 0 || (*order == 0 && range.high_closed));
  }
  return inside;
}

bool identical(const Value& a, const Value& b) {
  if (a.kind() != b.kind()) return false;
  if (a.is(Kind::time)) return a.time() == b.time();
  if (a.is(Kind::moment)) return a.moment() == b.moment();
  return equal(a, b).value_or(false);
}

namespace {

struct Written : std::string {
  std::size_t most;
  explicit Written(std::size_t bytes) : most(bytes) {}
  bool enough() const { return size() > most; }
};

void write(Written& out, const Value& value, bool quoted);

void write_text(Written& out, const std::string& text, bool quoted) {
  const auto shown = std::string_view(text).substr(0, out.most);
  if (!quoted) {
    out += shown;
    return;
  }
  out += '"';
  for (const char c : shown) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  out += '"';
}

void write_list(Written& out, const Values& items) {
  out += '[';
  for (std::size_t i = 0; i < items.size() && !out.enough(); ++i) {
    if (i) out += ", ";
    write(out, items[i], true);
  }
  out += ']';
}

void write_context(Written& out, const Context& context) {
  out += '{';
  bool first = true;
  for (const auto& [name, value] : context.entries()) {
    if (out.enough()) break;
    if (!first) out += ", ";
    first = false;
    out += name + ": ";
    write(out, value, true);
  }
  out += '}';
}

void write_range(Written& out, const Range& range) {
  out += range.low_closed ? '[' : '(';
  write(out, range.low, true);
  out += "..";
  write(out, range.high, true);
  out += range.high_closed ? ']' : ')';
}

void write(Written& out, const Value& value, bool quoted) {
  switch (value.kind()) {
    case Kind::null:
      out += "null";
      break;
    case Kind::boolean:
      out += value.boolean() ? "true" : "false";
      break;
    case Kind::number:
      out += value.number().text();
      break;
    case Kind::text:
      write_text(out, value.text(), quoted);
      break;
    case Kind::date:
      out += value.date().text();
      break;
    case Kind::time:
      out += value.time().text();
      break;
    case Kind::moment:
      out += value.moment().text();
      break;
    case Kind::months:
      out += value.months().text();
      break;
    case Kind::span:
      out += value.span().text();
      break;
    case Kind::list:
      write_list(out, value.items());
      break;
    case Kind::context:
      write_context(out, value.context());
      break;
    case Kind::range:
      write_range(out, value.range());
      break;
    case Kind::function:
      out += "function";
      break;
  }
}

}  // namespace

std::string text_of(const Value& value, std::size_t most) {
  Written out(most);
  write(out, value, false);
  return out;
}

}  // namespace feel
