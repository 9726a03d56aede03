// Rows of the access ledger.
#include <tuple>

#include "base/json.hpp"
#include "engines/identity/by_program.hpp"
#include "engines/identity/ledger.hpp"

namespace identity {
namespace ledger {
namespace {

constexpr std::string_view kWrite = R"sql(
  INSERT INTO identity_access (id, at, day, reader_id, position_id, unit_id, purpose, matter,
    subject_id, assigned)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  ON CONFLICT DO NOTHING)sql";

constexpr std::string_view kToday = R"sql(
  SELECT matter, purpose, subject_id FROM identity_access
  WHERE day = $1 AND reader_id = $2 AND assigned AND matter IN {in:$3}
  ORDER BY id)sql";

constexpr std::string_view kAccesses = R"sql(
  SELECT at, unit_id, purpose, matter FROM identity_access
  WHERE subject_id = $1 AND at >= $2 AND at < $3
  ORDER BY at DESC, id DESC LIMIT $4 OFFSET $5)sql";

constexpr std::string_view kCount = R"sql(
  SELECT count(*) FROM identity_access
  WHERE subject_id = $1 AND at >= $2 AND at < $3)sql";

struct Line {
  const Opened* purpose;
  base::PersonId subject;
  Charge charge = {};
};

std::vector<Line> foreign(const std::deque<Opened>& purposes, base::PersonId self) {
  std::vector<Line> out;
  for (const auto& purpose : purposes) {
    for (const auto subject : purpose.subjects()) {
      if (subject && subject != self) out.push_back({&purpose, subject});
    }
  }
  return out;
}

// Says whose work each matter is, and leaves out what the day's row tells already: most pages of an
// officer's own cases then write nothing.
void settle(db::Tx& tx, const Who& reader, base::Date day, const ChargesOf& charges_of,
            std::vector<Line>& lines) {
  std::set<std::int64_t> matters;
  for (const auto& line : lines) {
    if (line.purpose->matter() != 0) matters.insert(line.purpose->matter());
  }
  if (matters.empty() || !charges_of) return;
  const auto charges = charges_of(tx, reader, matters);
  base::json::array assigned;
  for (auto& line : lines) {
    const auto found = charges.find(line.purpose->matter());
    if (found == charges.end()) continue;
    line.charge = found->second;
    if (line.charge.assigned) assigned.push_back(base::json::value(line.purpose->matter()));
  }
  if (assigned.empty()) return;
  std::set<std::tuple<std::int64_t, std::string, base::PersonId>> told;
  tx.query(kToday, {day, reader.person, base::json::canonical(assigned)}, [&](const db::Row& row) {
    told.emplace(row.i64(0), row.str(1), row.id<base::PersonId>(2));
  });
  std::erase_if(lines, [&](const Line& line) {
    return line.charge.assigned &&
           told.contains({line.purpose->matter(), line.purpose->code(), line.subject});
  });
}

// [from, to) in microseconds.
std::pair<base::Instant, base::Instant> span(const AccessQuery& query) {
  constexpr base::Instant never{INT64_MAX};
  return {query.from ? base::Local::at(*query.from, 0).instant() : base::Instant{},
          query.to ? base::Local::at(*query.to + 1, 0).instant() : never};
}

}  // namespace

void write(db::Database& db, const Who* reader, const std::deque<Opened>& purposes,
           base::Instant now, const ChargesOf& charges) {
  const auto self = reader ? reader->person : base::PersonId{};
  auto lines = foreign(purposes, self);
  if (lines.empty()) return;
  const auto day = now.local().date;
  if (reader) db.read([&](db::Tx& tx) { settle(tx, *reader, day, charges, lines); });
  if (lines.empty()) return;
  const auto* first = reader && !reader->positions.empty() ? &reader->positions.front() : nullptr;
  db.write([&](db::Tx& tx) {
    for (const auto& [purpose, subject, charge] : lines) {
      const auto* in = charge.as ? charge.as : first;
      tx.execute(kWrite, {db.next_id(), now, day, self, in ? in->id : base::PositionId{},
                          in ? in->unit : base::UnitId{}, purpose->code(), purpose->matter(),
                          subject, charge.assigned});
    }
  });
}

}  // namespace ledger

void opened_by_program(db::Database& db, db::Tx& tx, const Processing& what,
                       base::PersonId subject) {
  if (!subject) return;
  tx.execute(ledger::kWrite,
             {db.next_id(), what.now, what.now.local().date, base::PersonId{}, base::PositionId{},
              what.unit, what.purpose, what.matter, subject, false});
}

std::vector<Access> accesses(db::Tx& tx, const AccessQuery& query) {
  const auto [from, to] = ledger::span(query);
  return tx.all(ledger::kAccesses, {query.subject, from, to, query.limit, query.offset},
                [](const db::Row& row) {
                  return Access{row.at(0), row.id<base::UnitId>(1), row.str(2), row.i64(3)};
                });
}

int access_count(db::Tx& tx, const AccessQuery& query) {
  const auto [from, to] = ledger::span(query);
  return int(*tx.first(ledger::kCount, {query.subject, from, to},
                       [](const db::Row& row) { return row.i64(0); }));
}

}  // namespace identity
