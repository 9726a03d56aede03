// Plus, minus, times, divided by and to the power, on all kinds of values that have them.
#pragma once

#include "engines/rules/values/value.hpp"

namespace feel {

// Null where the two do not go together, or the answer does not exist.
Value add(const Value& a, const Value& b);  // texts are joined
Value subtract(const Value& a, const Value& b);
Value multiply(const Value& a, const Value& b);
Value divide(const Value& a, const Value& b);
Value raise(const Value& a, const Value& b);
Value negate(const Value& a);

}  // namespace feel
