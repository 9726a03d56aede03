// The digits of personal numbers and tax codes.
#include "engines/identity/number.hpp"

#include <algorithm>
#include <charconv>

#include "engines/identity/text_provinces.hpp"

namespace identity {
namespace {

constexpr std::size_t length = 12, old_length = 9;
const base::Date merger = *base::Date::of(2025, 7, 1);

int digit(std::string_view number, int place) { return number[std::size_t(place)] - '0'; }

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

const text::ProvinceOfBirth* province(std::string_view number) {
  const auto* found = std::ranges::find(text::provinces_of_birth, number.substr(0, 3),
                                        &text::ProvinceOfBirth::prefix);
  return found == std::end(text::provinces_of_birth) ? nullptr : found;
}

// [law: TT 59/2021 PL.I] provinces; those born abroad have their country's three digits.
bool is_prefix(std::string_view number) { return number[0] != '0' || province(number) != nullptr; }

}  // namespace

// G counts centuries from 1900 in pairs, male before female.
int birth_year(std::string_view number) {
  return 1900 + digit(number, 3) / 2 * 100 + digit(number, 4) * 10 + digit(number, 5);
}

bool is_female(std::string_view number) { return digit(number, 3) % 2 == 1; }

bool is_personal_number(std::string_view number) {
  return number.size() == length && all_digits(number) && is_prefix(number);
}

std::optional<NumberFault> fault_in(std::string_view number, base::Date today) {
  if (!all_digits(number)) return NumberFault::not_digits;
  if (number.size() == old_length) return NumberFault::old_card;
  if (number.size() != length) return NumberFault::length;
  if (!is_prefix(number)) return NumberFault::prefix;
  if (birth_year(number) > today.year()) return NumberFault::future;
  return std::nullopt;
}

std::vector<NumberDoubt> doubts(std::string_view number, std::string_view gender,
                                std::string_view birth) {
  std::vector<NumberDoubt> out;
  if (!gender.empty() && (gender == "female") != is_female(number)) {
    out.push_back(NumberDoubt::gender);
  }
  int year = 0;
  if (birth.size() >= 4) std::from_chars(birth.data(), birth.data() + 4, year);
  if (year != 0 && year != birth_year(number)) out.push_back(NumberDoubt::year);
  return out;
}

bool number_agrees(std::string_view number, std::string_view gender, std::string_view birth) {
  return is_personal_number(number) && doubts(number, gender, birth).empty();
}

std::string_view birth_registered_in(std::string_view number, base::Date on) {
  const auto* found = province(number);
  if (found == nullptr) return "";
  return on < merger ? found->name : found->since;
}

// The weights are those of the tax authority's own software.
std::optional<TaxFault> fault_in_tax_code(std::string_view code) {
  if (is_personal_number(code)) return std::nullopt;
  const bool dashed = code.size() == 14 && code[10] == '-';
  const auto branch = code.substr(std::min(code.size(), std::size_t(dashed ? 11 : 10)));
  const auto own = code.substr(0, 10);
  const bool shaped = own.size() == 10 && all_digits(own) && all_digits(branch) &&
                      (code.size() == 10 || branch.size() == 3);
  if (!shaped) return TaxFault::shape;
  constexpr int weights[] = {31, 29, 23, 19, 17, 13, 7, 5, 3};
  int sum = 0;
  for (int place = 0; place < 9; ++place) sum += weights[place] * digit(own, place);
  return 10 - sum % 11 == digit(own, 9) ? std::nullopt : std::optional(TaxFault::check_digit);
}

}  // namespace identity
