// What a statement is given for its $1..$n.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/money.hpp"

namespace db {

// One value bound to $n. Ids, instants, dates and money bind as what they are stored as.
class Value {
 public:
  Value(std::nullptr_t) {}
  Value(bool v) : held_(v) {}
  template <class T>
  requires(std::is_integral_v<T> && !std::is_same_v<T, bool>) Value(T v) : held_(std::int64_t(v)) {}
  Value(double v) : held_(v) {}
  Value(const char* v) : held_(std::string(v)) {}
  Value(std::string_view v) : held_(std::string(v)) {}
  Value(std::string v) : held_(std::move(v)) {}
  Value(base::Instant v) : held_(v.us) {}
  Value(base::Date v) : held_(v.iso()) {}
  Value(base::Dong v) : held_(v.amount) {}
  template <class Tag>
  Value(base::Id<Tag> v) {  // the id "none" is stored as NULL
    if (v) held_ = v.value;
  }
  template <class T>
  Value(const std::optional<T>& v) {
    if (v) *this = Value(*v);
  }

  using Held = std::variant<std::monostate, bool, std::int64_t, double, std::string>;
  const Held& held() const { return held_; }

 private:
  Held held_;
};

using Values = std::initializer_list<Value>;

}  // namespace db
