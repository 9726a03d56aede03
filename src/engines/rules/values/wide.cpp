#include "engines/rules/values/wide.hpp"

#include <bit>

namespace feel {
namespace {

using Half = Wide::Half;

constexpr std::array<Half, 39> powers_of_ten() {
  std::array<Half, 39> powers{};
  powers[0] = 1;
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}

constexpr auto kPowers = powers_of_ten();

int bits_of(Half n) {
  const auto high = std::uint64_t(n >> 64);
  return high ? 128 - std::countl_zero(high) : 64 - std::countl_zero(std::uint64_t(n));
}

}  // namespace

Half power_of_ten(int n) { return kPowers[std::size_t(n)]; }

int digits_of(Half n) {
  if (n == 0) return 0;
  const int least = bits_of(n) * 1233 >> 12;  // log10(2) is 1233 / 4096 and a little more
  return least + (n >= kPowers[std::size_t(least)] ? 1 : 0);
}

int digits_of(const Wide& n) {
  if (n.fits_half()) return digits_of(n.half());
  Wide rest = n;
  int digits = 0;
  while (!rest.fits_half()) {
    rest.divide(std::uint64_t(kPowers[19]));
    digits += 19;
  }
  return digits + digits_of(rest.half());
}

Wide Wide::product(Half a, Half b) {
  const std::uint64_t a0 = std::uint64_t(a), a1 = std::uint64_t(a >> 64);
  const std::uint64_t b0 = std::uint64_t(b), b1 = std::uint64_t(b >> 64);
  Wide made = Half(a0) * b0;
  Wide cross = Half(a1) * b0;
  cross += Wide(Half(a0) * b1);
  Wide shifted;
  shifted.words = {0, cross.words[0], cross.words[1], cross.words[2]};
  made += shifted;
  Wide top;
  const Half high = Half(a1) * b1;
  top.words = {0, 0, std::uint64_t(high), std::uint64_t(high >> 64)};
  return made += top;
}

Wide& Wide::operator+=(const Wide& other) {
  Half carry = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    carry += Half(words[i]) + other.words[i];
    words[i] = std::uint64_t(carry);
    carry >>= 64;
  }
  return *this;
}

Wide& Wide::operator-=(const Wide& other) {
  std::uint64_t borrow = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    const Half taken = Half(other.words[i]) + borrow;
    borrow = Half(words[i]) < taken ? 1 : 0;
    words[i] = std::uint64_t(Half(words[i]) - taken);
  }
  return *this;
}

Wide& Wide::operator*=(std::uint64_t n) {
  Half carry = 0;
  for (auto& word : words) {
    carry += Half(word) * n;
    word = std::uint64_t(carry);
    carry >>= 64;
  }
  return *this;
}

std::uint64_t Wide::divide(std::uint64_t by) {
  Half rest = 0;
  for (std::size_t i = 4; i-- > 0;) {
    rest = rest << 64 | words[i];
    if (rest == 0) continue;
    words[i] = std::uint64_t(rest / by);
    rest %= by;
  }
  return std::uint64_t(rest);
}

// Bit by bit: only quotients of more than 64 bits by divisors of more than 64 bits come here.
Half Wide::divide(Half by) {
  if (by >> 64 == 0) return divide(std::uint64_t(by));
  Wide quotient;
  Half rest = 0;
  for (int bit = 255; bit >= 0; --bit) {
    const auto word = std::size_t(bit / 64);
    const bool over = rest >> 127 != 0;
    rest = rest << 1 | (words[word] >> (bit % 64) & 1);
    if (!over && rest < by) continue;
    rest -= by;
    quotient.words[word] |= std::uint64_t(1) << (bit % 64);
  }
  *this = quotient;
  return rest;
}

int Wide::compare(const Wide& a, const Wide& b) {
  for (std::size_t i = 4; i-- > 0;) {
    if (a.words[i] != b.words[i]) return a.words[i] < b.words[i] ? -1 : 1;
  }
  return 0;
}

}  // namespace feel
