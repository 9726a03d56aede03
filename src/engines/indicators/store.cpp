// Facts about dossiers: filled by the projection, counted and opened by readers.
#include <charconv>

#include "engines/indicators/indicators.hpp"

namespace indicators {
namespace {

constexpr std::string_view kInsert = R"sql(
  INSERT INTO facts_dossier (entry_id, dossier_id, event, at, day, unit_id, procedure_code,
    channel, due_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))sql";

constexpr std::string_view kClear = R"sql(
  DELETE FROM facts_dossier WHERE dossier_id = $1)sql";

constexpr std::string_view kMonth = R"sql(
  SELECT count(*) FILTER (WHERE event = 'accepted'),
    count(*) FILTER (WHERE event = 'resolved' AND at <= due_at),
    count(*) FILTER (WHERE event = 'resolved' AND at > due_at)
  FROM facts_dossier WHERE event IN ('accepted', 'resolved') AND at >= $1 AND at < $2)sql";

// Open and past its time: the clock was started, nothing ended it, and its time is over.
constexpr std::string_view kOpenLate = R"sql(
  SELECT count(*) FROM facts_dossier a
  WHERE a.event IN ('accepted', 'paid', 'due_moved') AND a.due_at >= $1 AND a.due_at < $2
    AND a.due_at < $3
    AND NOT EXISTS (SELECT 1 FROM facts_dossier e WHERE e.dossier_id = a.dossier_id
      AND (e.event IN ('resolved', 'refused', 'withdrawn', 'stopped')
        OR (e.event = 'due_moved' AND e.entry_id > a.entry_id))))sql";

constexpr std::string_view kBehindEvent = R"sql(
  SELECT dossier_id FROM facts_dossier
  WHERE event = $1 AND at >= $2 AND at < $3
    AND (CAST($4 AS BIGINT) IS NULL OR unit_id = $4)
    AND (event <> 'resolved' OR at <= due_at)
  ORDER BY at DESC, entry_id DESC LIMIT $5)sql";

constexpr std::string_view kBehindLate = R"sql(
  SELECT dossier_id FROM facts_dossier a
  WHERE (CAST($4 AS BIGINT) IS NULL OR unit_id = $4)
    AND ((event = 'resolved' AND at >= $1 AND at < $2 AND at > due_at)
      OR (event IN ('accepted', 'paid', 'due_moved') AND due_at >= $1 AND due_at < $2
        AND due_at < $3
        AND NOT EXISTS (SELECT 1 FROM facts_dossier e WHERE e.dossier_id = a.dossier_id
          AND (e.event IN ('resolved', 'refused', 'withdrawn', 'stopped')
            OR (e.event = 'due_moved' AND e.entry_id > a.entry_id)))))
  ORDER BY due_at, entry_id LIMIT $5)sql";

std::int64_t number(std::string_view text) {
  std::int64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace

journal::Projection dossier_facts() {
  return {"facts_dossier",
          [](db::Tx& tx, const journal::Stored& e) {
            const auto event = base::json::text_at(e.facts, "event");
            if (e.subject_kind != "dossier" || event.empty()) return;
            const auto due = number(base::json::text_at(e.facts, "due_at"));
            tx.execute(kInsert, {e.id, e.subject, event, e.at, e.at.local().date,
                                 number(base::json::text_at(e.facts, "unit")),
                                 base::json::text_at(e.facts, "procedure"),
                                 base::json::text_at(e.facts, "channel"),
                                 due ? db::Value(due) : db::Value(nullptr)});
          },
          [](db::Tx& tx, std::string_view kind, std::int64_t subject) {
            if (kind == "dossier") tx.execute(kClear, {subject});
          }};
}

Period Period::month_of(base::Date day) {
  const auto first = *base::Date::of(day.year(), day.month(), 1);
  const auto next = day.month() == 12 ? *base::Date::of(day.year() + 1, 1, 1)
                                      : *base::Date::of(day.year(), day.month() + 1, 1);
  return {base::Local{first, 0}.instant(), base::Local{next, 0}.instant()};
}

Month month(db::Tx& tx, Period period, base::Instant now) {
  Month out;
  tx.query(kMonth, {period.from, period.to}, [&](const db::Row& row) {
    out = {int(row.i64(0)), int(row.i64(1)), int(row.i64(2))};
  });
  tx.query(kOpenLate, {period.from, period.to, now},
           [&](const db::Row& row) { out.late += int(row.i64(0)); });
  return out;
}

std::vector<base::DossierId> behind(db::Tx& tx, Figure figure, Period period, base::Instant now,
                                    base::UnitId unit, int limit) {
  const auto id = [](const db::Row& row) { return row.id<base::DossierId>(0); };
  if (figure == Figure::late) {
    return tx.all(kBehindLate, {period.from, period.to, now, unit, limit}, id);
  }
  const auto event = figure == Figure::received ? "accepted" : "resolved";
  return tx.all(kBehindEvent, {event, period.from, period.to, unit, limit}, id);
}

}  // namespace indicators
