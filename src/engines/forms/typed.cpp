#include "engines/forms/typed.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <charconv>

#include "engines/forms/text.hpp"

namespace forms {
namespace {

constexpr int year_min = 1880, year_max = 2200;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_digit);
}

// Without what people put between digits.
std::string joined(std::string_view typed, std::string_view between) {
  std::string out;
  for (const char c : typed) {
    if (between.find(c) == between.npos) out += c;
  }
  return out;
}

std::optional<int> small_number(std::string_view typed) {
  if (!all_digits(typed) || typed.size() > 4) return std::nullopt;
  int number = 0;
  std::from_chars(typed.data(), typed.data() + typed.size(), number);
  return number;
}

bool in_thousands(std::string_view typed, char sign) {
  const auto first = typed.find(sign);
  if (first == 0 || first > 3) return false;
  for (std::size_t i = first; i < typed.size(); i += 4) {
    if (typed[i] != sign || !all_digits(typed.substr(i + 1, 3)) || typed.size() < i + 4)
      return false;
  }
  return all_digits(typed.substr(0, first));
}

std::string_view without_unit(std::string_view typed) {
  for (const std::string_view unit : {text::dong.vi, text::dong.en}) {
    if (typed.size() > unit.size() && typed.ends_with(unit)) typed.remove_suffix(unit.size());
  }
  while (typed.ends_with(' ')) typed.remove_suffix(1);
  return typed;
}

}  // namespace

std::optional<std::int64_t> whole_number(std::string_view typed) {
  typed = without_unit(typed);
  if (!all_digits(typed) && !in_thousands(typed, '.') && !in_thousands(typed, ' ')) return {};
  const auto digits = joined(typed, ". ");
  std::int64_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return digits.size() <= 15 ? std::optional(number) : std::nullopt;
}

std::optional<std::string> phone_number(std::string_view typed) {
  auto digits = joined(typed, " .-()");
  for (const std::string_view abroad : {"+84", "0084", "84"}) {
    if (digits.starts_with(abroad) && digits.size() >= abroad.size() + 9) {
      const auto rest = digits.substr(abroad.size());
      digits = rest.starts_with('0') ? rest : "0" + rest;
      break;
    }
  }
  if (!all_digits(digits) || digits.size() != 10) return std::nullopt;
  return digits;
}

bool is_mobile(std::string_view ten_digits) {
  return ten_digits[0] == '0' &&
         std::string_view("35789").find(ten_digits[1]) != std::string_view::npos;
}

std::string spaced_phone(std::string_view n) {
  return std::string(n.substr(0, 4)) + " " + std::string(n.substr(4, 3)) + " " +
         std::string(n.substr(7));
}

std::optional<std::string> personal_number(std::string_view typed) {
  auto digits = joined(typed, " .-");
  if (!identity::is_personal_number(digits)) return std::nullopt;
  return digits;
}

std::optional<identity::NumberFault> personal_number_fault(std::string_view typed,
                                                           base::Date today) {
  return identity::fault_in(joined(typed, " .-"), today);
}

std::string spaced(std::string_view n) {
  std::string out;
  for (std::size_t i = 0; i < n.size(); i += 3) {
    if (i) out += ' ';
    out += n.substr(i, 3);
  }
  return out;
}

std::string masked(std::string_view n) {
  auto out = spaced(n);
  if (out.size() == 15) out.replace(8, 3, "•••");
  return out;
}

bool is_email(std::string_view typed) {
  const auto at = typed.find('@');
  if (at == typed.npos || at == 0 || at > 64 || typed.rfind('@') != at) return false;
  const auto host = typed.substr(at + 1);
  const bool plain = std::ranges::all_of(typed, [](char c) { return c > ' ' && c < 0x7f; });
  const bool odd =
      typed.find_first_of("<>()[]\\,;:\"'") != typed.npos || typed.find("..") != typed.npos;
  const auto dot = host.rfind('.');
  return plain && !odd && dot != host.npos && dot > 0 && host.size() - dot > 2 &&
         !host.starts_with('.') && !host.starts_with('-');
}

std::string foreign_sign(std::string_view name) {
  const auto text = icu::UnicodeString::fromUTF8({name.data(), std::int32_t(name.size())});
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    const bool mark = (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
    if (u_isalpha(c) || mark || c == ' ' || c == '.' || c == '\'' || c == '-') continue;
    std::string out;
    icu::UnicodeString(c).toUTF8String(out);
    return out;
  }
  return {};
}

std::string plain_signs(std::string_view name) {
  auto text = icu::UnicodeString::fromUTF8({name.data(), std::int32_t(name.size())});
  for (const UChar32 c : {0x2018, 0x2019, 0x02BC, 0x00B4, 0x0060}) {
    text.findAndReplace(icu::UnicodeString(c), icu::UnicodeString(u'\''));
  }
  for (const UChar32 c : {0x2010, 0x2011, 0x2013}) {
    text.findAndReplace(icu::UnicodeString(c), icu::UnicodeString(u'-'));
  }
  std::string out;
  text.toUTF8String(out);
  return out;
}

DayTyped DayTyped::of(const Answers& answers, const std::string& key) {
  return {answers.get(key + ".day"), answers.get(key + ".month"), answers.get(key + ".year")};
}

DayRead read_day(const DayTyped& typed, Type type) {
  const bool partial = type == Type::partial_date;
  if (typed.empty()) return {};
  if (typed.year.empty()) return {DayFault::no_year, {}};
  if (typed.month.empty() && (!partial || !typed.day.empty())) return {DayFault::no_month, {}};
  if (typed.day.empty() && !partial) return {DayFault::no_day, {}};
  const auto year = small_number(typed.year);
  const auto month = typed.month.empty() ? std::optional(0) : small_number(typed.month);
  const auto day = typed.day.empty() ? std::optional(0) : small_number(typed.day);
  if (!day || (!typed.day.empty() && (*day < 1 || *day > 31))) return {DayFault::bad_day, {}};
  if (!month || (!typed.month.empty() && (*month < 1 || *month > 12)))
    return {DayFault::bad_month, {}};
  if (!year || *year < year_min || *year > year_max) return {DayFault::bad_year, {}};
  const auto first = base::Date::of(*year, *month ? *month : 1, *day ? *day : 1);
  if (!first) return {DayFault::no_such_day, {}};
  if (*day) return {DayFault::none, DayRead::Days{*first, *first}};
  const int past = *month ? *month + 1 : 13;
  const auto after = past == 13 ? base::Date::of(*year + 1, 1, 1) : base::Date::of(*year, past, 1);
  return {DayFault::none, DayRead::Days{*first, *after - 1}};
}

}  // namespace forms
