// Decimal: the only number of the rule language; exact, 34 digits, as decimal128 (IEEE 754) counts.
//
// A coefficient of up to 34 digits times a power of ten. What does not fit is rounded half to even
// at each operation, as DMN asks; what is larger than 10^6144, or does not exist (1 / 0), is not
// finite, and the caller makes null of it. There is no NaN and no infinity for rules to see.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace feel {

enum class Rounding { half_even, floor, ceiling, up, down, half_up, half_down };

class Decimal {
 public:
  using Coefficient = unsigned __int128;
  static constexpr int digits_max = 34;
  static constexpr int exponent_max = 6111, exponent_min = -6176;

  constexpr Decimal() = default;
  constexpr Decimal(std::int64_t n)
      : low_(n < 0 ? 0 - std::uint64_t(n) : std::uint64_t(n)), negative_(n < 0) {}
  // Of any size: rounds to 34 digits.
  static Decimal of(bool negative, Coefficient coefficient, std::int64_t exponent);
  static Decimal none();  // not finite

  // 12, -12.50, .5, 1e3, with up to 10,000 digits; nothing if it is something else or too large.
  static std::optional<Decimal> parse(std::string_view text);
  std::string text() const;  // plain notation, no zeros at the end: 1500, 0.05

  bool finite() const { return exponent_ != not_finite; }
  bool negative() const { return negative_ && !zero(); }
  bool zero() const { return low_ == 0 && high_ == 0; }
  bool integer() const;
  // The whole number it is; nothing if it is none or beyond 64 bits.
  std::optional<std::int64_t> whole() const;
  double near() const;  // the closest binary number, for those who must have one

  Decimal operator-() const;
  friend Decimal operator+(const Decimal& a, const Decimal& b);
  friend Decimal operator-(const Decimal& a, const Decimal& b) { return a + -b; }
  friend Decimal operator*(const Decimal& a, const Decimal& b);
  friend Decimal operator/(const Decimal& a, const Decimal& b);
  // -1, 0, 1; both finite.
  static int compare(const Decimal& a, const Decimal& b);
  friend bool operator==(const Decimal& a, const Decimal& b) { return compare(a, b) == 0; }
  friend bool operator<(const Decimal& a, const Decimal& b) { return compare(a, b) < 0; }

  // To `scale` digits behind the point; before it if negative.
  Decimal rounded(std::int64_t scale, Rounding how) const;
  // a - b * floor(a / b), exact; b is not zero.
  static Decimal modulo(const Decimal& a, const Decimal& b);
  // Without zeros at the end; equal numbers then have equal parts.
  Decimal reduced() const;
  std::size_t hash() const;

 private:
  static constexpr std::int32_t not_finite = INT32_MAX;
  Coefficient coefficient() const { return Coefficient(high_) << 64 | low_; }
  static Decimal made(bool negative, Coefficient coefficient, std::int32_t exponent);

  std::uint64_t low_ = 0, high_ = 0;
  std::int32_t exponent_ = 0;
  bool negative_ = false;
};

// Correct to 34 digits (computed with 60). Not finite where there is no real answer.
Decimal square_root(const Decimal& a);
Decimal exponential(const Decimal& a);
Decimal logarithm(const Decimal& a);  // natural
Decimal power(const Decimal& base, const Decimal& exponent);

}  // namespace feel
