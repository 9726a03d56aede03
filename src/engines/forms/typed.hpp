// What was typed, understood: numbers, days, phones, personal numbers; and how they are written
// out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "engines/forms/definition.hpp"
#include "engines/identity/number.hpp"

namespace forms {

// "1.500", "1 500", "1500"; with dots only where thousands end, so that 1.5 is not 15. A đ after it
// is passed over.
std::optional<std::int64_t> whole_number(std::string_view typed);

// Ten digits from "+84 912.345.678", "0912-345-678"; nothing if that does not give ten.
std::optional<std::string> phone_number(std::string_view typed);
bool is_mobile(std::string_view ten_digits);
std::string spaced_phone(std::string_view ten_digits);  // 0912 345 678

// A personal number (identity::is_personal_number), blanks and dots between its digits passed over.
std::optional<std::string> personal_number(std::string_view typed);
// What is wrong with it, if it cannot be one.
std::optional<identity::NumberFault> personal_number_fault(std::string_view typed,
                                                           base::Date today);
std::string spaced(std::string_view personal_number);  // 092 196 000 107
std::string masked(std::string_view personal_number);  // 092 196 ••• 107

bool is_email(std::string_view typed);

// The first character that may not stand in a person's name; empty if all may.
std::string foreign_sign(std::string_view name);
// Apostrophes and hyphens as a keyboard has them: phones write K’Brôi with another sign.
std::string plain_signs(std::string_view name);

struct DayTyped {
  std::string_view day, month, year;
  static DayTyped of(const Answers& answers, const std::string& key);
  bool empty() const { return day.empty() && month.empty() && year.empty(); }
};

// dd/MM/yyyy, MM/yyyy or yyyy; what is no day is shown as it was typed.
std::string day_text(const DayTyped& typed);

enum class DayFault { none, no_day, no_month, no_year, bad_day, bad_month, bad_year, no_such_day };

struct DayRead {
  struct Days {
    base::Date first, last;  // the same unless only the year or the month is known
  };
  DayFault fault = DayFault::none;
  std::optional<Days> days;
};
// Whether a part may be missing depends on the type: partial_date takes a year, or month and year.
DayRead read_day(const DayTyped& typed, Type type);

}  // namespace forms
