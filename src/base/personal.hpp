// Personal<T>: a value about a person that opens only with a purpose, and opening leaves a trace.
#pragma once

#include <utility>

#include "base/id.hpp"

namespace base {

// Why somebody's data is being looked at. Whoever makes one keeps the access ledger: every subject
// opened through it is written down before the answer leaves (identity::Visit::purpose).
class Purpose {
 public:
  virtual void opened(PersonId subject) = 0;

 protected:
  ~Purpose() = default;
};

template <class T>
class Personal {
 public:
  Personal() = default;
  Personal(PersonId subject, T value) : subject_(subject), value_(std::move(value)) {}

  PersonId subject() const { return subject_; }
  const T& open(Purpose& purpose) const {
    purpose.opened(subject_);
    return value_;
  }

 private:
  PersonId subject_;
  T value_;
};

}  // namespace base
