// How a decimal is read and written.
#include <algorithm>
#include <array>

#include "engines/rules/values/decimal.hpp"
#include "engines/rules/values/wide.hpp"

namespace feel {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Reads digits with at most one point among them; keeps 37 and remembers whether more were there.
struct Digits {
  Decimal::Coefficient coefficient = 0;
  std::int64_t exponent = 0;
  bool any = false;

  bool read(std::string_view text) {
    bool point = false;
    int kept = 0;
    bool rest = false;
    for (const char c : text) {
      if (c == '.') {
        if (point) return false;
        point = true;
        continue;
      }
      if (!is_digit(c)) return false;
      any = true;
      if (kept < 37) {
        coefficient = coefficient * 10 + std::uint64_t(c - '0');
        kept += coefficient != 0;
        exponent -= point;
      } else {
        rest |= c != '0';
        exponent += !point;
      }
    }
    if (rest) coefficient |= 1;  // a trace beyond 34 digits, so that half is not taken for half
    return any;
  }
};

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
  if (text.size() > 10'000) return std::nullopt;
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  std::int64_t exponent = 0;
  if (const auto e = text.find_first_of("eE"); e != text.npos) {
    auto power = text.substr(e + 1);
    const bool minus = power.starts_with('-');
    if (minus || power.starts_with('+')) power.remove_prefix(1);
    if (power.empty() || power.size() > 6 || !std::all_of(power.begin(), power.end(), is_digit)) {
      return std::nullopt;
    }
    for (const char c : power) exponent = exponent * 10 + (c - '0');
    if (minus) exponent = -exponent;
    text = text.substr(0, e);
  }
  Digits digits;
  if (!digits.read(text)) return std::nullopt;
  const auto made = of(negative, digits.coefficient, digits.exponent + exponent);
  if (!made.finite()) return std::nullopt;
  return made;
}

std::string Decimal::text() const {
  if (!finite()) return "null";
  const auto d = reduced();
  if (d.zero()) return "0";
  std::string digits;
  for (auto n = d.coefficient(); n != 0; n /= 10) digits += char('0' + int(n % 10));
  std::reverse(digits.begin(), digits.end());
  if (d.exponent_ >= 0) {
    digits.append(std::size_t(d.exponent_), '0');
  } else {
    const auto behind = std::size_t(-d.exponent_);
    if (digits.size() <= behind) digits.insert(0, behind - digits.size() + 1, '0');
    digits.insert(digits.size() - behind, 1, '.');
  }
  return d.negative_ ? "-" + digits : digits;
}

}  // namespace feel
