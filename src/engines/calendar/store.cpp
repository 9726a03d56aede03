// The calendar's rows.
#include <fmt/format.h>

#include "engines/calendar/edition.hpp"

namespace calendar {
namespace {

constexpr std::string_view kAll =
    R"sql(SELECT date, works, name, confidence FROM calendar_day ORDER BY date)sql";
constexpr std::string_view kClear = R"sql(DELETE FROM calendar_day)sql";
constexpr std::string_view kInsert = R"sql(
  INSERT INTO calendar_day (date, works, name, confidence) VALUES ($1, $2, $3, $4)
  ON CONFLICT (date) DO UPDATE SET works = excluded.works, name = excluded.name,
    confidence = excluded.confidence)sql";

}  // namespace

WorkingTime load(db::Tx& tx) {
  return {tx.all(kAll, {},
                 [](const db::Row& row) {
                   return Day{
                       row.date(0), row.b(1),
                       row.text(3) == "sourced" ? Confidence::sourced : Confidence::uncertain,
                       row.str(2)};
                 }),
          {}};
}

std::optional<std::string> import_days(db::Tx& tx, std::string_view csv) {
  const auto days = read_days(csv);
  if (!days) {
    const auto& flaw = days.error().front();
    return fmt::format("line {}: {}", flaw.line, flaw.message.en);
  }
  tx.execute(kClear);
  for (const auto& day : *days) {
    tx.execute(kInsert, {day.date, day.works, day.name, code(day.confidence)});
  }
  return std::nullopt;
}

}  // namespace calendar
