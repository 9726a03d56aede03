// Whole đồng. Viet Nam has no smaller coin in use, so there are no decimals anywhere.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace base {

struct Dong {
  std::int64_t amount = 0;

  auto operator<=>(const Dong&) const = default;
  Dong operator+(Dong other) const { return {amount + other.amount}; }

  std::string str() const;  // "15.000 đ", with a no-break space
};

// "mười lăm nghìn đồng": papers about money repeat the sum in Vietnamese words.
std::string in_words(Dong sum);

// 1234567 -> "1.234.567", the Vietnamese way.
std::string grouped(std::int64_t number);

}  // namespace base
