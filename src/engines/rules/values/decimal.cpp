#include "engines/rules/values/decimal.hpp"

#include <algorithm>
#include <functional>

#include "engines/rules/values/wide.hpp"

namespace feel {
namespace {

using Half = Decimal::Coefficient;

bool past_half(std::uint64_t last, bool rest, bool odd) {
  return last > 5 || (last == 5 && (rest || odd));
}

// Takes `count` digits off the end, rounding half to even; `rest`: something was cut off already.
Wide shortened(Wide n, int count, bool rest) {
  for (; count > 1; count -= std::min(count - 1, 18)) {
    const auto by = std::uint64_t(power_of_ten(std::min(count - 1, 18)));
    rest |= n.divide(by) != 0;
  }
  const auto last = n.divide(std::uint64_t(10));
  if (past_half(last, rest, n.words[0] & 1)) n += Wide(1);
  return n;
}

struct Rounded {
  Half coefficient;
  std::int64_t exponent;
};

Rounded rounded_to_34(const Wide& n, std::int64_t exponent, bool rest) {
  static const Half limit = power_of_ten(Decimal::digits_max);
  if (n.fits_half() && n.half() < limit && !rest) return {n.half(), exponent};
  const int over = digits_of(n) - Decimal::digits_max;
  if (over <= 0) return {n.half(), exponent};  // what was cut off is far below the last digit
  const auto short_ = shortened(n, over, rest).half();
  if (short_ == limit) return {short_ / 10, exponent + over + 1};
  return {short_, exponent + over};
}

// Divides by ten while it can, at most `count` times; answers how often.
int strip(Half& n, int count) {
  int stripped = 0;
  for (int step : {16, 8, 4, 2, 1}) {
    while (stripped + step <= count && n % power_of_ten(step) == 0) {
      n /= power_of_ten(step);
      stripped += step;
    }
  }
  return stripped;
}

}  // namespace

Decimal Decimal::made(bool negative, Half coefficient, std::int32_t exponent) {
  Decimal d;
  d.low_ = std::uint64_t(coefficient);
  d.high_ = std::uint64_t(coefficient >> 64);
  d.exponent_ = exponent;
  d.negative_ = negative;
  return d;
}

Decimal Decimal::none() { return made(false, 0, not_finite); }

Decimal Decimal::of(bool negative, Half coefficient, std::int64_t exponent) {
  auto [rounded, at] = rounded_to_34(coefficient, exponent, false);
  if (rounded == 0) return {};
  const int digits = digits_of(rounded);
  if (at + digits > exponent_max + digits_max) return none();
  if (at + digits <= exponent_min) return {};
  if (at > exponent_max) {  // zeros at the end make room above
    rounded *= power_of_ten(int(at - exponent_max));
    at = exponent_max;
  }
  if (at < exponent_min) {
    return made(negative, shortened(rounded, int(exponent_min - at), false).half(), exponent_min);
  }
  return made(negative, rounded, std::int32_t(at));
}

bool Decimal::integer() const {
  if (exponent_ >= 0 || zero()) return finite();
  if (-exponent_ > digits_max) return false;
  return coefficient() % power_of_ten(-exponent_) == 0;
}

std::optional<std::int64_t> Decimal::whole() const {
  if (!integer()) return std::nullopt;
  Half n = coefficient();
  if (exponent_ < 0 && n != 0) n /= power_of_ten(-exponent_);
  if (exponent_ > 0 && n != 0) {
    if (exponent_ > 18 || n > Half(INT64_MAX)) return std::nullopt;
    n *= power_of_ten(exponent_);
  }
  if (n > Half(INT64_MAX)) return std::nullopt;
  return negative_ ? -std::int64_t(n) : std::int64_t(n);
}

double Decimal::near() const { return std::stod(text()); }

Decimal Decimal::operator-() const {
  Decimal d = *this;
  d.negative_ = !negative_;
  return d;
}

namespace {

struct Operand {
  bool negative;
  Half coefficient;
  std::int64_t exponent;
};

// a has the greater exponent; more than 40 digits apart, the lesser is but a trace of what is cut.
Decimal sum_apart(Operand a, Operand b) {
  const auto apart = a.exponent - b.exponent;
  const int scale = int(std::min<std::int64_t>(apart, 38));
  Wide left = Wide::product(a.coefficient, power_of_ten(scale));
  Wide right = b.coefficient;
  bool rest = false;
  for (auto cut = std::min<std::int64_t>(apart - scale, 40); cut > 0; cut -= 18) {
    rest |= right.divide(std::uint64_t(power_of_ten(int(std::min<std::int64_t>(cut, 18))))) != 0;
  }
  const auto exponent = a.exponent - scale;
  bool negative = a.negative;
  if (a.negative == b.negative) {
    left += right;
  } else if (Wide::compare(left, right) >= 0) {
    left -= right;
    if (rest) left -= Wide(1);
  } else {
    right -= left;
    left = right;
    negative = b.negative;
  }
  const auto [coefficient, at] = rounded_to_34(left, exponent, rest);
  return Decimal::of(negative, coefficient, at);
}

}  // namespace

Decimal operator+(const Decimal& a, const Decimal& b) {
  if (!a.finite() || !b.finite()) return Decimal::none();
  if (a.zero()) return b;
  if (b.zero()) return a;
  if (a.exponent_ == b.exponent_ && a.high_ == 0 && b.high_ == 0) {
    const Half x = a.low_, y = b.low_;
    if (a.negative_ == b.negative_) return Decimal::made(a.negative_, x + y, a.exponent_);
    if (x >= y) return Decimal::made(a.negative_ && x != y, x - y, a.exponent_);
    return Decimal::made(b.negative_, y - x, a.exponent_);
  }
  const Operand left{a.negative_, a.coefficient(), a.exponent_};
  const Operand right{b.negative_, b.coefficient(), b.exponent_};
  return left.exponent >= right.exponent ? sum_apart(left, right) : sum_apart(right, left);
}

Decimal operator*(const Decimal& a, const Decimal& b) {
  if (!a.finite() || !b.finite()) return Decimal::none();
  const bool negative = a.negative_ != b.negative_;
  const auto exponent = std::int64_t(a.exponent_) + b.exponent_;
  if (a.high_ == 0 && b.high_ == 0) return Decimal::of(negative, Half(a.low_) * b.low_, exponent);
  const auto [coefficient, at] =
      rounded_to_34(Wide::product(a.coefficient(), b.coefficient()), exponent, false);
  return Decimal::of(negative, coefficient, at);
}

Decimal operator/(const Decimal& a, const Decimal& b) {
  if (!a.finite() || !b.finite() || b.zero()) return Decimal::none();
  if (a.zero()) return {};
  const bool negative = a.negative_ != b.negative_;
  const auto exponent = std::int64_t(a.exponent_) - b.exponent_;
  const Half divisor = b.coefficient();
  if (const Half x = a.coefficient(); x % divisor == 0) {
    return Decimal::of(negative, x / divisor, exponent);
  }
  const int scale =
      std::max(0, Decimal::digits_max + 1 + digits_of(divisor) - digits_of(a.coefficient()));
  Wide n = Wide::product(a.coefficient(), power_of_ten(std::min(scale, 38)));
  for (int left = scale - 38; left > 0; left -= 18) {
    n *= std::uint64_t(power_of_ten(std::min(left, 18)));
  }
  const bool rest = n.divide(divisor) != 0;
  auto [coefficient, at] = rounded_to_34(n, exponent - scale, rest);
  if (!rest && at < exponent) at += strip(coefficient, int(exponent - at));
  return Decimal::of(negative, coefficient, at);
}

int Decimal::compare(const Decimal& a, const Decimal& b) {
  if (a.zero() || b.zero()) {
    if (a.zero() && b.zero()) return 0;
    return a.zero() ? (b.negative_ ? 1 : -1) : (a.negative_ ? -1 : 1);
  }
  if (a.negative_ != b.negative_) return a.negative_ ? -1 : 1;
  const int sign = a.negative_ ? -1 : 1;
  const Half x = a.coefficient(), y = b.coefficient();
  if (a.exponent_ == b.exponent_) return x == y ? 0 : x < y ? -sign : sign;
  const int high_a = digits_of(x) + a.exponent_, high_b = digits_of(y) + b.exponent_;
  if (high_a != high_b) return high_a < high_b ? -sign : sign;
  const int apart = a.exponent_ - b.exponent_;  // at most 33: they have as many digits in front
  const Wide left = Wide::product(x, power_of_ten(std::max(apart, 0)));
  const Wide right = Wide::product(y, power_of_ten(std::max(-apart, 0)));
  return sign * Wide::compare(left, right);
}

namespace {

bool away_from_zero(Rounding how, bool negative, bool odd, int to_half) {
  switch (how) {
    case Rounding::up:
      return true;
    case Rounding::down:
      return false;
    case Rounding::floor:
      return negative;
    case Rounding::ceiling:
      return !negative;
    case Rounding::half_up:
      return to_half >= 0;
    case Rounding::half_down:
      return to_half > 0;
    case Rounding::half_even:
      break;
  }
  return to_half > 0 || (to_half == 0 && odd);
}

}  // namespace

Decimal Decimal::rounded(std::int64_t scale, Rounding how) const {
  const auto drop = -scale - exponent_;
  if (drop <= 0 || zero() || !finite()) return *this;
  const Half n = coefficient();
  Half kept = 0;
  int to_half = -1;
  Half rest = n;
  if (drop <= digits_max) {
    const Half unit = power_of_ten(int(drop));
    kept = n / unit;
    rest = n % unit;
    to_half = rest == unit / 2 ? 0 : rest < unit / 2 ? -1 : 1;
  }
  if (rest != 0 && away_from_zero(how, negative_, kept & 1, to_half)) kept += 1;
  return of(negative_, kept, -scale);
}

Decimal Decimal::modulo(const Decimal& a, const Decimal& b) {
  const int apart = a.exponent_ - b.exponent_;
  Decimal rest = a;
  if (apart >= 0) {
    Half n = a.coefficient() % b.coefficient();
    for (int left = apart; left > 0 && n != 0; left -= 18) {
      n = Wide::product(n, power_of_ten(std::min(left, 18))).divide(b.coefficient());
    }
    rest = of(a.negative_, n, b.exponent_);
  } else if (digits_of(b.coefficient()) - apart <= digits_max) {
    const Half unit = b.coefficient() * power_of_ten(-apart);
    rest = of(a.negative_, a.coefficient() % unit, a.exponent_);
  }
  if (!rest.zero() && a.negative_ != b.negative_) return rest + b;
  return rest;
}

Decimal Decimal::reduced() const {
  if (zero() || !finite()) return finite() ? Decimal() : *this;
  Half n = coefficient();
  const int stripped = strip(n, digits_max);
  return made(negative_, n, exponent_ + stripped);
}

std::size_t Decimal::hash() const {
  const auto d = reduced();
  return std::hash<std::uint64_t>()(d.low_ ^ d.high_ * 31 ^ std::uint64_t(d.exponent_) << 40) ^
         std::size_t(d.negative_);
}

}  // namespace feel
