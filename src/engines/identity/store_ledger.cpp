// Rows of the access ledger.
#include "base/json.hpp"
#include "engines/identity/by_program.hpp"
#include "engines/identity/ledger.hpp"

namespace identity {
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
  std::string purpose;
  std::int64_t matter = 0;
  base::PersonId subject;
  base::PositionId position = {};
  base::UnitId unit = {};
  bool assigned = false;

  void in(const Position& held) { position = held.id, unit = held.unit; }
};

std::vector<Line> foreign(std::deque<Opened>& purposes, const Who* reader) {
  const auto self = reader ? reader->person : base::PersonId{};
  std::vector<Line> out;
  for (auto& purpose : purposes) {
    for (const auto subject : purpose.untold()) {
      if (!subject || subject == self) continue;
      auto& line = out.emplace_back(Line{purpose.code(), purpose.matter(), subject});
      if (reader && !reader->positions.empty()) line.in(reader->positions.front());
      if (!purpose.desk()) continue;
      line.in(*purpose.desk());
      line.assigned = true;
    }
  }
  return out;
}

// Says whose work each matter is, as far as the room did not.
void charge(db::Tx& tx, const Who& reader, const ChargesOf& charges_of, std::vector<Line>& lines) {
  std::set<std::int64_t> matters;
  for (const auto& line : lines) {
    if (line.matter != 0 && !line.assigned) matters.insert(line.matter);
  }
  if (matters.empty() || !charges_of) return;
  const auto charges = charges_of(tx, reader, matters);
  for (auto& line : lines) {
    const auto found = line.assigned ? charges.end() : charges.find(line.matter);
    if (found == charges.end()) continue;
    line.assigned = found->second.assigned;
    if (found->second.as) line.in(*found->second.as);
  }
}

ToldToday::Row row_of(const Who& reader, const Line& line) {
  return {reader.person, line.matter, line.purpose, line.subject};
}

void leave_out(const ToldToday& told, const Who& reader, base::Date day, std::vector<Line>& lines) {
  std::erase_if(lines, [&](const Line& line) {
    return line.assigned && told.has(day, row_of(reader, line));
  });
}

// Most pages of an officer's own cases write nothing: the day's row tells it already.
void leave_out_written(db::Tx& tx, const Who& reader, base::Date day, ToldToday& told,
                       std::vector<Line>& lines) {
  leave_out(told, reader, day, lines);
  base::json::array asked;
  for (const auto& line : lines) {
    if (line.assigned) asked.push_back(base::json::value(line.matter));
  }
  if (asked.empty()) return;
  tx.query(kToday, {day, reader.person, base::json::canonical(asked)}, [&](const db::Row& row) {
    told.add(day, {reader.person, row.i64(0), row.str(1), row.id<base::PersonId>(2)});
  });
  leave_out(told, reader, day, lines);
}

// [from, to) in microseconds.
std::pair<base::Instant, base::Instant> span(const AccessQuery& query) {
  constexpr base::Instant never{INT64_MAX};
  return {query.from ? base::Local::at(*query.from, 0).instant() : base::Instant{},
          query.to ? base::Local::at(*query.to + 1, 0).instant() : never};
}

}  // namespace

std::vector<base::PersonId> Opened::untold() {
  std::vector<base::PersonId> out;
  for (auto& [subject, told] : subjects_) {
    if (!std::exchange(told, true)) out.push_back(subject);
  }
  return out;
}

void at_own_desk(base::Purpose& purpose, const Position& desk) {
  dynamic_cast<Opened&>(purpose).lies_at(desk);
}

bool ToldToday::has(base::Date day, const Row& row) const {
  const std::lock_guard lock(mutex_);
  return day == day_ && rows_.contains(row);
}

void ToldToday::add(base::Date day, Row row) {
  const std::lock_guard lock(mutex_);
  if (day != day_ || rows_.size() >= rows_max) rows_.clear();
  day_ = day;
  rows_.insert(std::move(row));
}

base::Purpose& Openings::purpose(std::string_view code, std::int64_t matter) {
  for (auto& known : purposes_) {
    if (known.code() == code && known.matter() == matter) return known;
  }
  return purposes_.emplace_back(std::string(code), matter);
}

void Openings::tell(const Who* reader, base::Instant now) {
  auto lines = foreign(purposes_, reader);
  if (lines.empty()) return;
  const auto day = now.local().date;
  if (reader) {
    leave_out(told_today_, *reader, day, lines);
    if (lines.empty()) return;
    db_.read([&](db::Tx& tx) {
      charge(tx, *reader, charges_, lines);
      leave_out_written(tx, *reader, day, told_today_, lines);
    });
  }
  if (lines.empty()) return;
  const auto self = reader ? reader->person : base::PersonId{};
  on_the_way_.push_back(db_.post([&db = db_, now, day, self, lines = std::move(lines)](db::Tx& tx) {
    for (const auto& line : lines) {
      tx.execute(kWrite, {db.next_id(), now, day, self, line.position, line.unit, line.purpose,
                          line.matter, line.subject, line.assigned});
    }
  }));
}

std::shared_future<void> Openings::told() const {
  if (on_the_way_.size() < 2)
    return on_the_way_.empty() ? std::shared_future<void>() : on_the_way_.front();
  return std::async(std::launch::deferred, [all = on_the_way_] {
    for (const auto& one : all) one.get();
  });
}

void opened_by_program(db::Database& db, db::Tx& tx, const Processing& what,
                       base::PersonId subject) {
  if (!subject) return;
  tx.execute(kWrite, {db.next_id(), what.now, what.now.local().date, base::PersonId{},
                      base::PositionId{}, what.unit, what.purpose, what.matter, subject, false});
}

std::vector<Access> accesses(db::Tx& tx, const AccessQuery& query) {
  const auto [from, to] = span(query);
  return tx.all(kAccesses, {query.subject, from, to, query.limit, query.offset},
                [](const db::Row& row) {
                  return Access{row.at(0), row.id<base::UnitId>(1), row.str(2), row.i64(3)};
                });
}

int access_count(db::Tx& tx, const AccessQuery& query) {
  const auto [from, to] = span(query);
  return int(
      *tx.first(kCount, {query.subject, from, to}, [](const db::Row& row) { return row.i64(0); }));
}

}  // namespace identity
