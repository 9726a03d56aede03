// One row of `taydo calendar due --batch`.
#include <charconv>
#include <string>

#include "engines/calendar/edition.hpp"
#include "engines/calendar/text_file.hpp"

namespace calendar {
namespace {

constexpr std::pair<std::string_view, Mode> modes[] = {{"SAME_DAY", Mode::same_day},
                                                       {"WORKING_DAYS_EOD", Mode::working_days},
                                                       {"WORKING_HOURS", Mode::working_hours},
                                                       {"CALENDAR_DAYS_EOD", Mode::calendar_days},
                                                       {"MONTHS", Mode::months}};

base::Refused<base::Words> wrong(const base::Text& text, base::Holes holes = {}) {
  return base::refuse(base::Words{base::fill(text.vi, holes), base::fill(text.en, holes)});
}

std::string_view next_cell(std::string_view& row) {
  const auto comma = row.find(',');
  auto cell = row.substr(0, comma);
  row.remove_prefix(comma == row.npos ? row.size() : comma + 1);
  while (cell.starts_with(' ')) cell.remove_prefix(1);
  while (cell.ends_with(' ')) cell.remove_suffix(1);
  return cell;
}

std::optional<int> whole_number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string joined_modes() {
  std::string out;
  for (const auto& [name, mode] : modes) (out += out.empty() ? "" : ", ") += name;
  return out;
}

}  // namespace

std::string_view mode_code(Mode mode) { return modes[int(mode)].first; }

base::Result<Question, base::Words> read_question(std::string_view row) {
  const auto typed_time = next_cell(row), typed_mode = next_cell(row),
             typed_amount = next_cell(row);
  const auto received = base::Local::parse_iso(typed_time);
  if (!received) return wrong(text::no_such_moment, {{"typed", std::string(typed_time)}});
  const int year = received->date.year();
  if (year < 1976 || year > 2199) return wrong(text::far_moment, {{"year", std::to_string(year)}});

  const auto* mode = std::begin(modes);
  while (mode != std::end(modes) && mode->first != typed_mode) ++mode;
  if (mode == std::end(modes)) {
    return wrong(text::no_such_mode,
                 {{"typed", std::string(typed_mode)}, {"modes", joined_modes()}});
  }
  const bool same_day = mode->second == Mode::same_day;
  const auto amount = same_day && typed_amount.empty() ? 0 : whole_number(typed_amount);
  const int most = mode->second == Mode::months ? months_max : amount_max;
  if (!amount || *amount < 0 || *amount > most || (*amount == 0 && !same_day)) {
    return wrong(text::no_such_amount, {{"typed", std::string(typed_amount)},
                                        {"min", same_day ? "0" : "1"},
                                        {"max", std::to_string(most)}});
  }
  return Question{received->instant(), {mode->second, *amount}};
}

}  // namespace calendar
