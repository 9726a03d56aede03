// The calendar's rows.
#include <fmt/format.h>

#include "engines/calendar/calendar.hpp"

namespace calendar {
namespace {

constexpr std::string_view kAll = R"sql(SELECT date, works FROM calendar_day ORDER BY date)sql";
constexpr std::string_view kClear = R"sql(DELETE FROM calendar_day)sql";
constexpr std::string_view kInsert = R"sql(
  INSERT INTO calendar_day (date, works, name, confidence) VALUES ($1, $2, $3, $4)
  ON CONFLICT (date) DO UPDATE SET works = excluded.works, name = excluded.name,
    confidence = excluded.confidence)sql";

std::string_view next_cell(std::string_view& line) {
  const auto comma = line.find(',');
  const auto cell = line.substr(0, comma);
  line.remove_prefix(comma == std::string_view::npos ? line.size() : comma + 1);
  return cell;
}

}  // namespace

WorkingTime load(db::Tx& tx) {
  WorkingTime time;
  tx.query(kAll, {}, [&](const db::Row& row) { time.exceptions[row.date(0)] = row.b(1); });
  return time;
}

std::optional<std::string> import_days(db::Tx& tx, std::string_view csv) {
  tx.execute(kClear);
  for (int number = 1; !csv.empty(); ++number) {
    const auto end = csv.find('\n');
    auto line = csv.substr(0, end);
    csv.remove_prefix(end == std::string_view::npos ? csv.size() : end + 1);
    if (line.empty() || line.front() == '#' || line.starts_with("date,")) continue;
    const auto day = base::Date::parse_iso(next_cell(line));
    if (!day) return fmt::format("line {}: the first cell is not a date like 2026-02-17", number);
    const auto kind = next_cell(line);
    if (kind != "off" && kind != "work") {
      return fmt::format("line {}: '{}' is neither off nor work", number, kind);
    }
    const auto confidence = next_cell(line);
    tx.execute(kInsert, {*day, kind == "work", line, confidence});
  }
  return std::nullopt;
}

}  // namespace calendar
