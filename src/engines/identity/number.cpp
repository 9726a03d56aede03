// Personal numbers: what their digits say. PPP G YY NNNNNN [law: NĐ 137/2015 Đ.13]
#include <algorithm>
#include <charconv>

#include "engines/identity/identity.hpp"

namespace identity {
namespace {

int digit(std::string_view number, int place) { return number[std::size_t(place)] - '0'; }

// G counts centuries from 1900 in pairs, male before female.
int birth_year(std::string_view number) {
  return 1900 + digit(number, 3) / 2 * 100 + digit(number, 4) * 10 + digit(number, 5);
}

bool is_female(std::string_view number) { return digit(number, 3) % 2 == 1; }

}  // namespace

bool is_personal_number(std::string_view number) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return number.size() == 12 && std::all_of(number.begin(), number.end(), is_digit) &&
         !number.starts_with("000");
}

bool number_agrees(std::string_view number, std::string_view gender, std::string_view birth) {
  if (!is_personal_number(number)) return false;
  if (!gender.empty() && (gender == "female") != is_female(number)) return false;
  if (birth.size() < 4) return true;
  int year = 0;
  std::from_chars(birth.data(), birth.data() + 4, year);
  return year == birth_year(number);
}

}  // namespace identity
