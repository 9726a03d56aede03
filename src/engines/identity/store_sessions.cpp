// Rows of sessions: SQL and its reading.
#include "engines/identity/store_sessions.hpp"

#include "engines/identity/second_factor.hpp"
#include "engines/identity/sessions.hpp"
#include "platform/crypto/crypto.hpp"

namespace identity {
namespace {

constexpr std::string_view kInsert = R"sql(
  INSERT INTO identity_session (id, token_hash, person_id, officer, level, opened_at, seen_at,
    ends_at, browser, provider)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))sql";

constexpr std::string_view kFind = R"sql(
  SELECT s.id, s.person_id, s.officer, s.opened_at, s.seen_at, s.ends_at, s.browser, s.level,
    s.provider, s.ended_at, p.name, a.one_time, COALESCE(a.state, 'active') = 'active',
    f.person_id IS NOT NULL
  FROM identity_session s JOIN identity_person p ON p.id = s.person_id
    LEFT JOIN identity_account a ON a.person_id = s.person_id
    LEFT JOIN identity_factor f ON f.person_id = s.person_id
  WHERE s.token_hash = $1)sql";

constexpr std::string_view kSeen = R"sql(
  UPDATE identity_session SET seen_at = $2 WHERE id = $1 AND seen_at < $2)sql";

constexpr std::string_view kEndByToken = R"sql(
  UPDATE identity_session SET ended_at = $2 WHERE token_hash = $1 AND ended_at IS NULL)sql";

constexpr std::string_view kEnd = R"sql(
  UPDATE identity_session SET ended_at = $3
  WHERE id = $1 AND person_id = $2 AND ended_at IS NULL)sql";

constexpr std::string_view kEndAll = R"sql(
  UPDATE identity_session SET ended_at = $3
  WHERE person_id = $1 AND id <> $2 AND (ended_at IS NULL OR ended_at > $3) AND ends_at > $3)sql";

constexpr std::string_view kOpenOf = R"sql(
  SELECT id, person_id, officer, opened_at, seen_at, ends_at, browser, level, provider
  FROM identity_session
  WHERE person_id = $1 AND ended_at IS NULL AND ends_at > $2 AND seen_at > $3
  ORDER BY opened_at DESC, id DESC)sql";

constexpr std::string_view kForget = R"sql(
  DELETE FROM identity_session WHERE ends_at < $1)sql";

Session session_in(const db::Row& row) {
  return {row.i64(0), row.id<base::PersonId>(1), row.b(2),  row.at(3), row.at(4), row.at(5),
          row.str(6), int(row.i64(7)),           row.str(8)};
}

}  // namespace

std::optional<FoundSession> session_of(db::Tx& tx, std::string_view token, base::Date day) {
  if (token.empty()) return std::nullopt;
  bool active = false, factor = false;
  auto found = tx.first(kFind, {crypto::sha256_hex(token)}, [&](const db::Row& row) {
    FoundSession f{session_in(row), row.maybe_at(9), {}, {}};
    f.who = {f.session.person, row.str(10), f.session.officer, {}};
    if (row.b(11)) f.first = new_password_path;
    active = row.b(12);
    factor = row.b(13);
    return f;
  });
  if (!found || !found->who.officer) {
    if (found) found->first = {};
    return found;
  }
  // Whoever is not let in with these any more is not let on with them either. A session that was
  // renewed when the factor was enrolled still has its seconds for a doubled click.
  const bool weak = factor && found->session.level < second_factor_level;
  if (!active || (weak && !found->ended)) found->ended = found->session.opened;
  if (!found->first.empty()) return found;
  auto held = positions(tx, found->who.person, day);
  if (!factor && SecondFactor::demanded(tx, held, day)) {
    found->first = enrol_path;
  } else {
    found->who.positions = std::move(held);
  }
  return found;
}

void seen(db::Tx& tx, std::int64_t session, base::Instant now) {
  tx.execute(kSeen, {session, now});
}

namespace store {

void insert_session(db::Tx& tx, const Session& s, std::string_view token_hash) {
  tx.execute(kInsert, {s.id, token_hash, s.person, s.officer, s.level, s.opened, s.seen, s.ends,
                       s.browser, s.provider});
}

int end_sessions(db::Tx& tx, base::PersonId person, std::int64_t but, base::Instant now) {
  return int(tx.execute(kEndAll, {person, but, now}));
}

bool end_session_by(db::Tx& tx, std::string_view token_hash, base::Instant now) {
  return tx.execute(kEndByToken, {token_hash, now}) > 0;
}

bool end_session(db::Tx& tx, std::int64_t id, base::PersonId person, base::Instant now) {
  return tx.execute(kEnd, {id, person, now}) > 0;
}

std::vector<Session> open_sessions(db::Tx& tx, base::PersonId person, base::Instant now,
                                   base::Instant seen_since) {
  return tx.all(kOpenOf, {person, now, seen_since}, session_in);
}

void forget_sessions(db::Tx& tx, base::Instant before) { tx.execute(kForget, {before}); }

}  // namespace store
}  // namespace identity
