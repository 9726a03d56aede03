// Rows of requests under the two-person rule: SQL and its reading.
#include "engines/identity/store_two_person.hpp"

#include "base/must.hpp"

namespace identity::store {
namespace {

using State = TwoPersonRequest::State;

constexpr std::string_view kInsert = R"sql(
  INSERT INTO identity_two_person (id, kind, facts, concerned, reason, asked_by, asked_at, ends_at,
    state, asked_for)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', $9))sql";

constexpr std::string_view kFind = R"sql(
  SELECT id, kind, facts, concerned, reason, asked_by, asked_at, ends_at, state, decided_by,
    asked_for
  FROM identity_two_person WHERE id = $1)sql";

constexpr std::string_view kDecide = R"sql(
  UPDATE identity_two_person SET state = $2, decided_by = $3, decided_at = $4
  WHERE id = $1 AND state = 'waiting')sql";

constexpr std::string_view kLatest = R"sql(
  SELECT id, kind, facts, concerned, reason, asked_by, asked_at, ends_at, state, decided_by,
    asked_for
  FROM identity_two_person WHERE CAST($2 AS TEXT) LIKE '%|' || kind || '|%'
  ORDER BY CASE WHEN state = 'waiting' AND ends_at > $1 THEN 0 ELSE 1 END, asked_at DESC, id DESC
  LIMIT 50)sql";

constexpr std::string_view kWaiting = R"sql(
  SELECT id, kind, facts, concerned, reason, asked_by, asked_at, ends_at, state, decided_by,
    asked_for
  FROM identity_two_person
  WHERE concerned = $1 AND kind = $2 AND state = 'waiting' AND ends_at > $3
  ORDER BY asked_at, id LIMIT 1)sql";

constexpr std::pair<State, std::string_view> states[] = {{State::waiting, "waiting"},
                                                         {State::done, "done"},
                                                         {State::declined, "declined"},
                                                         {State::withdrawn, "withdrawn"}};

TwoPersonRequest request_in(const db::Row& row, base::Instant now) {
  TwoPersonRequest r;
  r.id = row.id<RequestId>(0);
  r.kind = row.str(1);
  r.facts = boost::json::parse(row.text(2)).as_object();
  r.concerned = row.id<base::PersonId>(3);
  r.reason = row.str(4);
  r.asked_by = row.id<base::PersonId>(5);
  r.asked = row.at(6);
  r.ends = row.at(7);
  for (const auto& [state, name] : states) {
    if (name == row.text(8)) r.state = state;
  }
  if (r.state == State::waiting && r.ends <= now) r.state = State::lapsed;
  r.decided_by = row.id<base::PersonId>(9);
  r.asked_for = row.id<base::PersonId>(10);
  return r;
}

}  // namespace

void insert_request(db::Tx& tx, const TwoPersonRequest& r) {
  tx.execute(kInsert, {r.id, r.kind, base::json::canonical(r.facts), r.concerned.value, r.reason,
                       r.asked_by, r.asked, r.ends, r.asked_for.value});
}

std::optional<TwoPersonRequest> request(db::Tx& tx, RequestId id, base::Instant now) {
  return tx.first(kFind, {id}, [&](const db::Row& row) { return request_in(row, now); });
}

bool decide_request(db::Tx& tx, RequestId id, State to, base::PersonId by, base::Instant now) {
  for (const auto& [state, name] : states) {
    if (state == to) return tx.execute(kDecide, {id, name, by, now}) > 0;
  }
  base::must(false);
  return false;
}

std::vector<TwoPersonRequest> latest_requests(db::Tx& tx, const std::vector<std::string>& kinds,
                                              base::Instant now) {
  std::string names = "|";
  for (const auto& kind : kinds) names += kind + "|";
  return tx.all(kLatest, {now, names}, [&](const db::Row& row) { return request_in(row, now); });
}

std::optional<TwoPersonRequest> waiting_request(db::Tx& tx, std::string_view kind,
                                                base::PersonId concerned, base::Instant now) {
  return tx.first(kWaiting, {concerned.value, kind, now},
                  [&](const db::Row& row) { return request_in(row, now); });
}

}  // namespace identity::store
