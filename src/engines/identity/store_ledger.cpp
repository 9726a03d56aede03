// Rows of the access ledger.
#include "engines/identity/ledger.hpp"

#include "engines/identity/identity.hpp"

namespace identity {
namespace ledger {
namespace {

constexpr std::string_view kWrite = R"sql(
  INSERT INTO identity_access (id, at, day, reader_id, position_id, unit_id, purpose, matter,
    subject_id)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  ON CONFLICT DO NOTHING)sql";

constexpr std::string_view kAccesses = R"sql(
  SELECT at, unit_id, purpose FROM identity_access WHERE subject_id = $1
  ORDER BY at DESC, id DESC LIMIT $2)sql";

}  // namespace

void write(db::Database& db, const Who* reader, const std::deque<Opened>& purposes,
           base::Instant now) {
  const auto self = reader ? reader->person : base::PersonId{};
  const auto* in = reader && !reader->positions.empty() ? &reader->positions.front() : nullptr;
  const auto foreign = [&](base::PersonId subject) { return subject && subject != self; };
  bool any = false;
  for (const auto& purpose : purposes) {
    for (const auto subject : purpose.subjects()) any = any || foreign(subject);
  }
  if (!any) return;
  db.write([&](db::Tx& tx) {
    for (const auto& purpose : purposes) {
      for (const auto subject : purpose.subjects()) {
        if (!foreign(subject)) continue;
        tx.execute(kWrite,
                   {db.next_id(), now, now.local().date, self, in ? in->id : base::PositionId{},
                    in ? in->unit : base::UnitId{}, purpose.code(), purpose.matter(), subject});
      }
    }
  });
}

}  // namespace ledger

std::vector<Access> accesses(db::Tx& tx, base::PersonId subject, int limit) {
  return tx.all(ledger::kAccesses, {subject, limit}, [](const db::Row& row) {
    return Access{row.at(0), row.id<base::UnitId>(1), row.str(2)};
  });
}

}  // namespace identity
