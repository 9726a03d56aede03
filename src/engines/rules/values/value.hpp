// Value: whatever a rule works on or answers. Cheap to copy, never changes, shared by threads.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "engines/rules/values/decimal.hpp"
#include "engines/rules/values/moment.hpp"

namespace feel {

class Value;
class Function;
struct List;
class Context;
struct Range;
using Values = std::vector<Value>;

enum class Kind : std::uint8_t {
  null,
  boolean,
  number,
  text,
  date,
  time,
  moment,
  months,
  span,
  list,
  context,
  range,
  function
};

class Value {
 public:
  Value() = default;
  Value(bool v) : held_(v) {}
  Value(Decimal v) {
    if (v.finite()) held_ = v;
  }
  Value(int v) : held_(Decimal(v)) {}
  Value(std::int64_t v) : held_(Decimal(v)) {}
  Value(std::string v) : held_(std::make_shared<const std::string>(std::move(v))) {}
  Value(std::string_view v) : Value(std::string(v)) {}
  Value(const char* v) : Value(std::string(v)) {}
  Value(Date v) : held_(v) {}
  Value(Time v) : held_(v) {}
  Value(Moment v) : held_(v) {}
  Value(Months v) : held_(v) {}
  Value(Span v) : held_(v) {}
  Value(std::shared_ptr<const List> v) : held_(std::move(v)) {}
  Value(std::shared_ptr<const Context> v) : held_(std::move(v)) {}
  Value(std::shared_ptr<const Range> v) : held_(std::move(v)) {}
  Value(std::shared_ptr<const Function> v) : held_(std::move(v)) {}
  template <class T>
  Value(const std::optional<T>& v) {
    if (v) *this = Value(*v);
  }
  static Value list(Values items);
  static Value range(Range range);

  Kind kind() const { return Kind(held_.index()); }
  bool is(Kind k) const { return kind() == k; }
  bool null() const { return is(Kind::null); }
  bool truth() const { return is(Kind::boolean) && boolean(); }  // is exactly true

  // Of the kind that was asked for before.
  bool boolean() const { return std::get<bool>(held_); }
  const Decimal& number() const { return std::get<Decimal>(held_); }
  const std::string& text() const { return *std::get<std::shared_ptr<const std::string>>(held_); }
  Date date() const { return std::get<Date>(held_); }
  const Time& time() const { return std::get<Time>(held_); }
  const Moment& moment() const { return std::get<Moment>(held_); }
  Months months() const { return std::get<Months>(held_); }
  Span span() const { return std::get<Span>(held_); }
  const Values& items() const;
  const Context& context() const { return *std::get<std::shared_ptr<const Context>>(held_); }
  const Range& range() const { return *std::get<std::shared_ptr<const Range>>(held_); }
  const Function& function() const { return *std::get<std::shared_ptr<const Function>>(held_); }
  // How deep lists, contexts and closures lie in it, and how many values that is when each is
  // counted as often as it stands there. Both are bounded when they are made (Machine::list).
  int depth() const;
  std::int64_t weight() const;

 private:
  std::variant<std::monostate, bool, Decimal, std::shared_ptr<const std::string>, Date, Time,
               Moment, Months, Span, std::shared_ptr<const List>, std::shared_ptr<const Context>,
               std::shared_ptr<const Range>, std::shared_ptr<const Function>>
      held_;
};

struct List {
  Values items;
  int depth = 1;
  std::int64_t weight = 1;

  void add(Value item);
};

// Entries in the order they were written; a name said twice keeps the last value.
class Context {
 public:
  using Entry = std::pair<std::string, Value>;
  explicit Context(std::vector<Entry> entries);
  const Value* find(std::string_view name) const;
  const std::vector<Entry>& entries() const { return entries_; }
  int depth() const { return depth_; }
  std::int64_t weight() const { return weight_; }
  // Some name has a blank beside a mark ("a - b"), so that its key is another text.
  bool spaced() const { return spaced_; }

 private:
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> order_;  // by name, when there are many
  int depth_ = 1;
  std::int64_t weight_ = 1;
  bool spaced_ = false;
};

Value context_of(std::vector<Context::Entry> entries);

// An end that is null is open: everything below, or above. (< 10) and (!= 10) are ranges too; the
// latter is everything but its one end.
struct Range {
  enum class Form { interval, comparison, unequal };
  Value low, high;
  bool low_closed = true, high_closed = true;
  Form form = Form::interval;
};

// Three answers: nothing where the two cannot be compared.
std::optional<bool> equal(const Value& a, const Value& b);
std::optional<int> compare(const Value& a, const Value& b);
std::optional<bool> within(const Value& value, const Range& range);
// Equal in kind and in every part, zones too: what is() asks.
bool identical(const Value& a, const Value& b);

// As string() writes it: texts without quotes at the top, with them inside lists and contexts.
// `most`: no more is written once it has so many bytes; a value may hold itself a million times.
std::string text_of(const Value& value, std::size_t most = std::string::npos);

}  // namespace feel
