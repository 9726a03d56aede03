// Numbers by which people and organisations are known: what their digits say, and what is wrong.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/date.hpp"

namespace identity {

// ---- Personal numbers: PPP G YY NNNNNN, without a check digit [law: NĐ 137/2015 Đ.13]

enum class NumberFault {
  not_digits,
  old_card,  // nine digits: the card that ended with 2024
  length,
  prefix,  // its first three digits were given to no province and no country
  future,  // its digits say a birth year that has not come
};
// Why these characters, without blanks, can be nobody's number; nothing if they can.
std::optional<NumberFault> fault_in(std::string_view number, base::Date today);
// The same without a day, so that no year is in the future.
bool is_personal_number(std::string_view number);

// Of a number that is one.
int birth_year(std::string_view number);
bool is_female(std::string_view number);

// Does it disagree with what is known of the person? A warning, never a refusal: civil status may
// have been corrected after the number was given. Empty gender or birth disagrees with nothing.
enum class NumberDoubt { gender, year };
std::vector<NumberDoubt> doubts(std::string_view number, std::string_view gender,
                                std::string_view birth);
bool number_agrees(std::string_view number, std::string_view gender, std::string_view birth);

// The province that registered the birth, as it is called on a day; "" for a birth abroad.
std::string_view birth_registered_in(std::string_view number, base::Date on);

// ---- Tax codes, which are enterprise codes too

// Ten digits with their check digit, or thirteen for a branch ("1800156801-001", the dash may be
// missing), or the personal number of a household's owner [law: TT 86/2024 Đ.5].
enum class TaxFault { shape, check_digit };
std::optional<TaxFault> fault_in_tax_code(std::string_view code);

}  // namespace identity
