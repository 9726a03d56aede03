// Opening, finding and ending sessions.
#include "engines/identity/sessions.hpp"

#include "base/fold.hpp"
#include "base/must.hpp"
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

// The browser's own words, as far as a person could recognise them.
std::string browser_of(const http::Request& request) {
  const auto words = request.header("user-agent").substr(0, 200);
  return base::is_text(words) ? base::tidy(words) : "";
}

journal::Entry entry(std::string act, bool officer, base::PersonId person, std::string verb) {
  journal::Entry e;
  e.act = std::move(act);
  e.actor.kind = officer ? journal::ActorKind::officer : journal::ActorKind::resident;
  e.actor.person = person;
  e.verb = std::move(verb);
  e.subject_kind = "person";
  e.subject = person.value;
  return e;
}

}  // namespace

bool FoundSession::live(base::Instant now) const {
  return !ended && now < session.ends && now - session.seen < idle_session_us;
}

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

Sessions::Sessions(db::Database& db, journal::Journal& journal, bool secure)
    : db_(db), journal_(journal), secure_(secure) {}

std::string Sessions::open(db::Tx& tx, const Opening& o, base::Instant now) {
  const auto token = crypto::random_token();
  const auto hash = crypto::sha256_hex(token);
  const auto ends = now + (o.officer ? officer_session_us : resident_session_us);
  tx.execute(kForget, {now - session_memory_us});
  tx.execute(kEndByToken, {crypto::sha256_hex(o.from.cookie(session_cookie)), now});
  tx.execute(kInsert,
             {db_.next_id(), hash, o.person, o.officer, o.level, now, ends, browser_of(o.from)});
  auto e = entry("in-" + hash.substr(0, 40), o.officer, o.person, "account.sign_in");
  e.facts = {{"how", o.how}, {"level", o.level}};
  journal_.append(tx, now, e);
  return token;
}

void Sessions::admit(http::Response& response, const std::string& token) const {
  response.cookie(session_cookie, token, -1, secure_);
}

void Sessions::close(const Visit& visit, http::Response& response) {
  response.cookie(session_cookie, "", 0, secure_);
  if (visit.who() == nullptr) return;
  const auto& who = *visit.who();
  const auto hash = crypto::sha256_hex(visit.request().cookie(session_cookie));
  db_.write([&](db::Tx& tx) {
    if (tx.execute(kEndByToken, {hash, visit.now()}) == 0) return;
    const auto act = "out-" + hash.substr(0, 40);
    journal_.append(tx, visit.now(), entry(act, who.officer, who.person, "account.sign_out"));
  });
}

std::vector<Session> Sessions::open_of(base::PersonId person, base::Instant now) {
  return db_.read([&](db::Tx& tx) {
    return tx.all(kOpenOf, {person, now, now - idle_session_us}, session_in);
  });
}

std::int64_t Sessions::current(db::Tx& tx, const http::Request& request) {
  const auto found = session_of(tx, request.cookie(session_cookie), base::Date{});
  return found ? found->session.id : 0;
}

bool Sessions::end(const Visit& visit, std::int64_t session) {
  base::must(visit.who() != nullptr);
  const auto& who = *visit.who();
  return db_.write([&](db::Tx& tx) {
    if (tx.execute(kEnd, {session, who.person, visit.now()}) == 0) return false;
    auto e = entry(visit.act(), who.officer, who.person, "account.end_session");
    e.facts = {{"session", std::to_string(session)}};
    journal_.append(tx, visit.now(), e);
    return true;
  });
}

}  // namespace identity
