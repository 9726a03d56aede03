// Sums in Vietnamese words: groups of three digits, each read with its own irregular endings.
#include <vector>

#include "base/money.hpp"

namespace base {
namespace {

constexpr const char* digits[] = {"không", "một", "hai", "ba",  "bốn",
                                  "năm",   "sáu", "bảy", "tám", "chín"};
constexpr const char* scales[] = {"", " nghìn", " triệu", " tỷ", " nghìn tỷ", " triệu tỷ"};

std::string last_digit(int tens, int ones) {
  if (ones == 1 && tens > 1) return "mốt";
  if (ones == 5 && tens > 0) return "lăm";
  return digits[ones];
}

// `whole`: a bigger group stands before, so hundreds are said even when zero.
std::string group(int n, bool whole) {
  const int hundreds = n / 100, tens = n / 10 % 10, ones = n % 10;
  std::string out;
  if (hundreds || whole) out = std::string(digits[hundreds]) + " trăm";
  const auto add = [&](std::string_view word) { (out += out.empty() ? "" : " ") += word; };
  if (tens == 1)
    add("mười");
  else if (tens > 1)
    add(std::string(digits[tens]) + " mươi");
  else if (ones && !out.empty())
    add("linh");
  if (ones) add(last_digit(tens, ones));
  return out;
}

}  // namespace

std::string in_words(Dong sum) {
  std::vector<int> groups;
  for (auto rest = sum.amount; rest > 0; rest /= 1000) groups.push_back(int(rest % 1000));
  std::string out;
  for (int i = int(groups.size()) - 1; i >= 0; --i) {
    if (!groups[std::size_t(i)]) continue;
    (out += out.empty() ? "" : " ") += group(groups[std::size_t(i)], !out.empty()) + scales[i];
  }
  if (out.empty()) out = digits[0];
  return out + " đồng";
}

}  // namespace base
