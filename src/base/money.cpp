#include "base/money.hpp"

namespace base {

std::string grouped(std::int64_t number) {
  auto digits = std::to_string(number);
  const int first = number < 0 ? 1 : 0;
  for (int i = int(digits.size()) - 3; i > first; i -= 3) digits.insert(std::size_t(i), ".");
  return digits;
}

std::string Dong::str() const { return grouped(amount) + "\u00a0đ"; }

}  // namespace base
