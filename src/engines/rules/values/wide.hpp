// Whole numbers of 256 bits, wide enough for the product of two coefficients of 34 digits.
#pragma once

#include <array>
#include <cstdint>

namespace feel {

struct Wide {
  using Half = unsigned __int128;
  std::array<std::uint64_t, 4> words{};  // the least first

  Wide() = default;
  Wide(Half n) : words{std::uint64_t(n), std::uint64_t(n >> 64), 0, 0} {}
  static Wide product(Half a, Half b);

  bool fits_half() const { return words[2] == 0 && words[3] == 0; }
  Half half() const { return Half(words[1]) << 64 | words[0]; }
  bool zero() const { return fits_half() && half() == 0; }

  Wide& operator+=(const Wide& other);
  Wide& operator-=(const Wide& other);  // never below zero
  Wide& operator*=(std::uint64_t n);
  // Divides in place and answers the remainder.
  std::uint64_t divide(std::uint64_t by);
  Half divide(Half by);
  static int compare(const Wide& a, const Wide& b);
};

// 10^n, n <= 38.
Wide::Half power_of_ten(int n);
int digits_of(Wide::Half n);  // of zero: 0
int digits_of(const Wide& n);

}  // namespace feel
