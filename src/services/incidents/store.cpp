// SQL and its reading.
#include "services/incidents/store.hpp"

#include <map>

namespace incidents::store {
namespace {

constexpr std::string_view kAll = R"sql(
  SELECT id, year, number, noticed_at, opened_at, opened_by, what, data_kinds, whose, people,
    consequences, measures, contact, salt, closed_at, closed_by, close_reason
  FROM incidents_incident ORDER BY year DESC, number DESC LIMIT $1)sql";

constexpr std::string_view kByNumber = R"sql(
  SELECT id, year, number, noticed_at, opened_at, opened_by, what, data_kinds, whose, people,
    consequences, measures, contact, salt, closed_at, closed_by, close_reason
  FROM incidents_incident WHERE year = $1 AND number = $2)sql";

constexpr std::string_view kById = R"sql(
  SELECT id, year, number, noticed_at, opened_at, opened_by, what, data_kinds, whose, people,
    consequences, measures, contact, salt, closed_at, closed_by, close_reason
  FROM incidents_incident WHERE id = $1)sql";

constexpr std::string_view kSteps = R"sql(
  SELECT incident_id, step, at, person_id, note FROM incidents_step
  WHERE incident_id IN {in:$1} ORDER BY id)sql";

constexpr std::string_view kLastNumber = R"sql(
  SELECT COALESCE(max(number), 0) FROM incidents_incident WHERE year = $1)sql";

constexpr std::string_view kInsert = R"sql(
  INSERT INTO incidents_incident (id, year, number, noticed_at, opened_at, opened_by, what,
    data_kinds, whose, people, consequences, measures, contact, salt)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14))sql";

constexpr std::string_view kUpdate = R"sql(
  UPDATE incidents_incident SET what = $2, data_kinds = $3, whose = $4, people = $5,
    consequences = $6, measures = $7, contact = $8, salt = $9 WHERE id = $1)sql";

constexpr std::string_view kInsertStep = R"sql(
  INSERT INTO incidents_step (id, incident_id, step, at, person_id, note)
  VALUES ($1, $2, $3, $4, $5, $6))sql";

constexpr std::string_view kClose = R"sql(
  UPDATE incidents_incident SET closed_at = $2, closed_by = $3, close_reason = $4
  WHERE id = $1)sql";

Incident incident_of(const db::Row& row) {
  Incident out;
  out.id = row.id<IncidentId>(0);
  out.code = code_of(row.i64(1), row.i64(2));
  out.facts = {row.at(3),  row.str(6),  row.str(7),  row.str(8),
               row.i64(9), row.str(10), row.str(11), row.str(12)};
  out.opened_at = row.at(4);
  out.opened_by = row.id<base::PersonId>(5);
  out.salt = row.str(13);
  out.closed_at = row.maybe_at(14);
  out.closed_by = row.id<base::PersonId>(15);
  out.close_reason = row.str(16);
  return out;
}

void add_steps(db::Tx& tx, std::vector<Incident>& incidents) {
  base::json::array ids;
  std::map<std::int64_t, Incident*> by_id;
  for (auto& one : incidents) {
    ids.push_back(one.id.value);
    by_id[one.id.value] = &one;
  }
  tx.query(kSteps, {base::json::canonical(ids)}, [&](const db::Row& row) {
    by_id[row.i64(0)]->done.push_back(
        {row.str(1), row.at(2), row.id<base::PersonId>(3), row.str(4)});
  });
}

std::optional<Incident> with_steps(db::Tx& tx, std::optional<Incident> found) {
  if (!found) return {};
  std::vector<Incident> one = {std::move(*found)};
  add_steps(tx, one);
  return std::move(one.front());
}

}  // namespace

std::vector<Incident> all(db::Tx& tx) {
  auto found = tx.all(kAll, {shown_max}, incident_of);
  add_steps(tx, found);
  return found;
}

std::optional<Incident> by_code(db::Tx& tx, std::string_view code) {
  const auto number = read_code(code);
  if (!number) return {};
  return with_steps(tx, tx.first(kByNumber, {number->first, number->second}, incident_of));
}

std::optional<Incident> find(db::Tx& tx, IncidentId id) {
  return with_steps(tx, tx.first(kById, {id}, incident_of));
}

std::int64_t next_number(db::Tx& tx, std::int64_t year) {
  tx.hold("incidents.number." + std::to_string(year));
  return 1 + *tx.first(kLastNumber, {year}, [](const db::Row& row) { return row.i64(0); });
}

void insert(db::Tx& tx, const Incident& one, std::int64_t year, std::int64_t number) {
  const auto& f = one.facts;
  tx.execute(kInsert,
             {one.id, year, number, f.noticed_at, one.opened_at, one.opened_by, f.what,
              f.data_kinds, f.whose, f.people, f.consequences, f.measures, f.contact, one.salt});
}

void update(db::Tx& tx, IncidentId id, const Facts& f, const std::string& salt) {
  tx.execute(kUpdate, {id, f.what, f.data_kinds, f.whose, f.people, f.consequences, f.measures,
                       f.contact, salt});
}

void insert_step(db::Database& db, db::Tx& tx, IncidentId id, const Done& done) {
  tx.execute(kInsertStep, {db.next_id(), id, done.step, done.at, done.by, done.note});
}

void close(db::Tx& tx, IncidentId id, base::Instant at, base::PersonId by,
           std::string_view reason) {
  tx.execute(kClose, {id, at, by, reason});
}

}  // namespace incidents::store
