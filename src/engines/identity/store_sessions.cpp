// Rows of sessions: SQL and its reading.
#include "engines/identity/store_sessions.hpp"

#include "engines/identity/sessions.hpp"
#include "platform/crypto/crypto.hpp"

namespace identity {
namespace {

constexpr std::string_view kInsert = R"sql(
  INSERT INTO identity_session (id, token_hash, person_id, officer, level, opened_at, seen_at,
    ends_at, browser)
  VALUES ($1, $2, $3, $4, $5, $6, $6, $7, $8))sql";

constexpr std::string_view kFind = R"sql(
  SELECT s.id, s.person_id, s.officer, s.opened_at, s.seen_at, s.ends_at, s.browser, s.ended_at,
    p.name, a.one_time
  FROM identity_session s JOIN identity_person p ON p.id = s.person_id
    LEFT JOIN identity_account a ON a.person_id = s.person_id
  WHERE s.token_hash = $1)sql";

constexpr std::string_view kSeen = R"sql(
  UPDATE identity_session SET seen_at = $2 WHERE id = $1 AND seen_at < $2)sql";

constexpr std::string_view kEndByToken = R"sql(
  UPDATE identity_session SET ended_at = $2 WHERE token_hash = $1 AND ended_at IS NULL)sql";

constexpr std::string_view kEnd = R"sql(
  UPDATE identity_session SET ended_at = $3
  WHERE id = $1 AND person_id = $2 AND ended_at IS NULL)sql";

constexpr std::string_view kOpenOf = R"sql(
  SELECT id, person_id, officer, opened_at, seen_at, ends_at, browser FROM identity_session
  WHERE person_id = $1 AND ended_at IS NULL AND ends_at > $2 AND seen_at > $3
  ORDER BY opened_at DESC, id DESC)sql";

constexpr std::string_view kForget = R"sql(
  DELETE FROM identity_session WHERE ends_at < $1)sql";

Session session_in(const db::Row& row) {
  return {row.i64(0), row.id<base::PersonId>(1), row.b(2), row.at(3), row.at(4), row.at(5),
          row.str(6)};
}

}  // namespace

std::optional<FoundSession> session_of(db::Tx& tx, std::string_view token, base::Date day) {
  if (token.empty()) return std::nullopt;
  auto found = tx.first(kFind, {crypto::sha256_hex(token)}, [](const db::Row& row) {
    FoundSession f{session_in(row), row.maybe_at(7), {}, row.b(2) && row.b(9)};
    f.who = {f.session.person, row.str(8), f.session.officer, {}};
    return f;
  });
  if (found && found->who.officer && !found->one_time) {
    found->who.positions = positions(tx, found->who.person, day);
  }
  return found;
}

void seen(db::Tx& tx, std::int64_t session, base::Instant now) {
  tx.execute(kSeen, {session, now});
}

namespace store {

void insert_session(db::Tx& tx, const Session& s, std::string_view token_hash, int level) {
  tx.execute(kInsert, {s.id, token_hash, s.person, s.officer, level, s.opened, s.ends, s.browser});
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
