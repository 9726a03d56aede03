// Result<T, E>: either what was asked for, or a refusal the person may hear (house.md §3).
#pragma once

#include <optional>
#include <utility>
#include <variant>

#include "base/must.hpp"

namespace base {

template <class E>
struct Refused {
  E why;
};

// return refuse(Refusal::too_late);
template <class E>
Refused<E> refuse(E why) {
  return {std::move(why)};
}

template <class T, class E>
class [[nodiscard]] Result {
 public:
  Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}
  Result(Refused<E> refused) : held_(std::in_place_index<1>, std::move(refused.why)) {}

  explicit operator bool() const { return held_.index() == 0; }

  const T& operator*() const { return value(); }
  const T* operator->() const { return &value(); }
  T& operator*() { return must(bool(*this)), std::get<0>(held_); }

  // Asking a success for its refusal, or the other way, is a bug.
  const E& error() const { return must(!*this), std::get<1>(held_); }
  const T& value() const { return must(bool(*this)), std::get<0>(held_); }

 private:
  std::variant<T, E> held_;
};

// A verb that answers nothing but may be refused.
template <class E>
class [[nodiscard]] Result<void, E> {
 public:
  Result() = default;
  Result(Refused<E> refused) : why_(std::move(refused.why)) {}
  explicit operator bool() const { return !why_; }
  const E& error() const { return must(why_.has_value()), *why_; }

 private:
  std::optional<E> why_;
};

}  // namespace base
