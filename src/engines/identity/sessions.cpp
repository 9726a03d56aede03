// Opening, finding and ending sessions.
#include "engines/identity/sessions.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/must.hpp"
#include "engines/identity/store_accounts.hpp"
#include "engines/identity/store_sessions.hpp"
#include "platform/crypto/crypto.hpp"

namespace identity {
namespace {

// The browser's own words, as far as a person could recognise them.
std::string browser_of(const http::Request& request) {
  const auto words = request.header("user-agent").substr(0, 200);
  return base::is_text(words) ? base::tidy(words) : "";
}

// A session begins and ends once, so its token or id makes the act: a page with several buttons, or
// one gone back to, never repeats another's.
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

// A clock that ran ahead and was set back leaves sessions from the future: they are nobody's.
bool FoundSession::live(base::Instant now) const {
  if (session.opened - now > clock_skew_us || session.seen - now > clock_skew_us) return false;
  return (!ended || now < *ended) && now < session.ends && now - session.seen < idle_session_us;
}

Sessions::Sessions(db::Database& db, journal::Journal& journal, bool secure)
    : db_(db), journal_(journal), secure_(secure) {}

std::string Sessions::open(db::Tx& tx, const Opening& o, base::Instant now) {
  const auto token = crypto::random_token();
  const auto hash = crypto::sha256_hex(token);
  const auto ends = now + (o.officer ? officer_session_us : resident_session_us);
  store::forget_sessions(tx, now - session_memory_us);
  store::end_session_by(tx, crypto::sha256_hex(o.from.cookie(session_cookie)), now);
  const Session session{
      db_.next_id(),          o.person, o.officer, now, now, ends, browser_of(o.from), o.level,
      std::string(o.provider)};
  store::insert_session(tx, session, hash);
  if (o.officer) store::signed_in(tx, o.person, now);
  auto e = entry("in-" + hash.substr(0, 40), o.officer, o.person, "account.sign_in");
  e.facts = {{"how", o.how}, {"level", o.level}};
  journal_.append(tx, now, e);
  return token;
}

void Sessions::admit(http::Response& response, const std::string& token) const {
  response.cookie(session_cookie, token, -1, secure_);
}

std::string Sessions::renew(const Visit& visit, int level) {
  base::must(visit.who() != nullptr);
  const auto& who = *visit.who();
  const auto old = crypto::sha256_hex(visit.request().cookie(session_cookie));
  const auto token = crypto::random_token();
  const auto hash = crypto::sha256_hex(token);
  const auto now = visit.now();
  db_.write([&](db::Tx& tx) {
    auto found = session_of(tx, visit.request().cookie(session_cookie), now.local().date);
    base::must(found.has_value());
    store::end_sessions(tx, who.person, found->session.id, now);
    store::end_session_by(tx, old, now + doubled_click_us);
    auto& session = found->session;
    session.id = db_.next_id();
    session.seen = now;
    session.level = std::max(session.level, level);
    store::insert_session(tx, session, hash);
    auto e = entry("up-" + hash.substr(0, 40), who.officer, who.person, "account.renew_session");
    e.facts = {{"level", session.level}};
    journal_.append(tx, now, e);
  });
  return token;
}

int Sessions::end_others(const Visit& visit) {
  base::must(visit.who() != nullptr);
  const auto& who = *visit.who();
  return db_.write([&](db::Tx& tx) {
    if (journal::Journal::find_act(tx, visit.act())) return 0;
    const auto ended =
        store::end_sessions(tx, who.person, current(tx, visit.request()), visit.now());
    auto e = entry(visit.act(), who.officer, who.person, "account.end_sessions");
    e.facts = {{"ended", ended}};
    journal_.append(tx, visit.now(), e);
    return ended;
  });
}

void Sessions::close(const Visit& visit, http::Response& response) {
  response.cookie(session_cookie, "", 0, secure_);
  if (visit.who() == nullptr) return;
  const auto& who = *visit.who();
  const auto hash = crypto::sha256_hex(visit.request().cookie(session_cookie));
  db_.write([&](db::Tx& tx) {
    if (!store::end_session_by(tx, hash, visit.now())) return;
    const auto act = "out-" + hash.substr(0, 40);
    journal_.append(tx, visit.now(), entry(act, who.officer, who.person, "account.sign_out"));
  });
}

std::vector<Session> Sessions::open_of(base::PersonId person, base::Instant now) {
  return db_.read(
      [&](db::Tx& tx) { return store::open_sessions(tx, person, now, now - idle_session_us); });
}

std::int64_t Sessions::current(db::Tx& tx, const http::Request& request) {
  const auto found = session_of(tx, request.cookie(session_cookie), base::Date{});
  return found ? found->session.id : 0;
}

bool Sessions::end(const Visit& visit, std::int64_t session) {
  base::must(visit.who() != nullptr);
  const auto& who = *visit.who();
  return db_.write([&](db::Tx& tx) {
    if (!store::end_session(tx, session, who.person, visit.now())) return false;
    auto e =
        entry("end-" + std::to_string(session), who.officer, who.person, "account.end_session");
    e.facts = {{"session", std::to_string(session)}};
    journal_.append(tx, visit.now(), e);
    return true;
  });
}

}  // namespace identity
