// The calendar's rows: editions as the files they were published as.
#include "engines/calendar/store.hpp"

#include <charconv>

#include "base/must.hpp"
#include "platform/shelf.hpp"

namespace calendar {
namespace {

constexpr std::string_view kNewest = R"sql(
  SELECT number, published_at, published_by, origin, restores, days, hours, moved, settled
  FROM calendar_edition ORDER BY number DESC LIMIT $1)sql";
constexpr std::string_view kInForce = R"sql(
  SELECT days, hours FROM calendar_edition ORDER BY number DESC LIMIT 1)sql";
constexpr std::string_view kOne = R"sql(
  SELECT number, published_at, published_by, origin, restores, days, hours, moved, settled
  FROM calendar_edition WHERE number = $1)sql";
constexpr std::string_view kOfPack = R"sql(
  SELECT number, published_at, published_by, origin, restores, days, hours, moved, settled
  FROM calendar_edition WHERE origin = 'pack' ORDER BY number DESC LIMIT 1)sql";
constexpr std::string_view kInsert = R"sql(
  INSERT INTO calendar_edition (number, published_at, published_by, origin, restores, days, hours,
    moved_to, moved, settled)
  VALUES ($1, $2, $3, $4, $5, $6, $7, 0, 0, FALSE))sql";
constexpr std::string_view kMovedTo = R"sql(
  SELECT moved_to FROM calendar_edition WHERE number = $1)sql";
constexpr std::string_view kAdvance = R"sql(
  UPDATE calendar_edition SET moved_to = $3, moved = moved + $4, settled = $5
  WHERE number = $1 AND moved_to = $2 AND NOT settled)sql";
constexpr std::string_view kBefore = R"sql(
  SELECT date, works, name, confidence FROM calendar_day ORDER BY date)sql";
constexpr std::string_view kAfter = R"sql(
  SELECT after FROM calendar_supplement
  WHERE procedure_code IN ($1, '') AND valid_from <= $2
  ORDER BY length(procedure_code) DESC, valid_from DESC LIMIT 1)sql";

constexpr std::string_view origins[] = {"pack", "page", "undo"};

base::UnitId unit_of(std::string_view text) {
  return base::UnitId::parse(text).value_or(base::UnitId{});
}

// What was published has been read before: that it cannot be read now is a bug.
Contents contents_in(std::string_view days_csv, std::string_view hours_json) {
  auto days = read_days(days_csv);
  auto hours = read_hours(hours_json, unit_of);
  base::must(days && hours);
  return {std::move(*days), std::move(*hours)};
}

Edition edition_in(const db::Row& row) {
  Edition out;
  out.number = int(row.i64(0));
  out.published_at = row.at(1);
  out.published_by = row.id<base::PersonId>(2);
  for (int i = 0; i < 3; ++i) {
    if (row.text(3) == origins[i]) out.origin = Origin(i);
  }
  out.restores = int(row.i64(4));
  out.contents = contents_in(row.text(5), row.text(6));
  out.moved = int(row.i64(7));
  out.settled = row.b(8);
  return out;
}

}  // namespace

std::optional<Edition> edition(db::Tx& tx, int number) {
  if (number != 0) return tx.first(kOne, {number}, edition_in);
  Edition before;
  before.contents.days = tx.all(kBefore, {}, [](const db::Row& row) {
    const bool sourced = row.text(3) == "sourced";
    return Day{row.date(0), row.b(1), sourced ? Confidence::sourced : Confidence::uncertain,
               row.str(2)};
  });
  return before;
}

Edition current(db::Tx& tx) {
  auto found = tx.first(kNewest, {1}, edition_in);
  return found ? std::move(*found) : *edition(tx, 0);
}

std::vector<Edition> editions(db::Tx& tx, int limit) {
  return tx.all(kNewest, {limit}, edition_in);
}

// Almost every page counts days; what an edition's files say is read once for each chain.
WorkingTime load(db::Tx& tx, std::span<const base::UnitId> chain) {
  static platform::Shelf<WorkingTime> shelf(256);  // some 2 kB each, and the files in the key
  std::optional<WorkingTime> out;
  tx.query(kInForce, {}, [&](const db::Row& row) {
    std::string key;
    for (const auto unit : chain) key.append(unit.str()).append(" ");
    key.append(row.text(0)).append("\n\n").append(row.text(1));
    out =
        *shelf.get(key, [&] { return working_time(contents_in(row.text(0), row.text(1)), chain); });
  });
  return out ? std::move(*out) : working_time(edition(tx, 0)->contents, chain);
}

After after_supplement(db::Tx& tx, std::string_view procedure, base::Date day) {
  const auto found =
      tx.first(kAfter, {procedure, day}, [](const db::Row& row) { return row.str(0); });
  return found == "RESTART" ? After::restart : After::pause;
}

namespace store {

std::optional<Edition> last_of_pack(db::Tx& tx) { return tx.first(kOfPack, {}, edition_in); }

void insert(db::Tx& tx, const Edition& e) {
  tx.execute(kInsert,
             {e.number, e.published_at, e.published_by, origins[int(e.origin)],
              e.restores ? db::Value(e.restores) : db::Value(nullptr), written(e.contents.days),
              written(e.contents.hours, [](base::UnitId unit) { return unit.str(); })});
}

std::int64_t moved_to(db::Tx& tx, int number) {
  return tx.first(kMovedTo, {number}, [](const db::Row& row) { return row.i64(0); }).value_or(0);
}

bool advance(db::Tx& tx, int number, std::int64_t from, std::int64_t to, int moved, bool settled) {
  return tx.execute(kAdvance, {number, from, to, moved, settled}) == 1;
}

}  // namespace store
}  // namespace calendar
