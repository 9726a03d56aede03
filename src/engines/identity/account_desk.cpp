// The verbs of administrators on accounts.
#include "engines/identity/account_desk.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/must.hpp"
#include "engines/identity/administering.hpp"
#include "engines/identity/administrators.hpp"
#include "engines/identity/store_accounts.hpp"
#include "engines/identity/store_second_factor.hpp"
#include "engines/identity/store_sessions.hpp"
#include "engines/identity/text.hpp"

namespace identity {
namespace {

bool is_login(std::string_view login) {
  const auto good = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
  };
  return login.size() >= 2 && login.size() <= 40 && std::all_of(login.begin(), login.end(), good);
}

// "pv.minh" as it is kept; nothing: it is none.
std::optional<std::string> login_in(std::string_view typed) {
  auto login = base::lower(base::tidy(typed.substr(0, 200)));
  return is_login(login) ? std::optional(std::move(login)) : std::nullopt;
}

std::optional<DeskRefusal> hindrance(db::Tx& tx, base::PersonId person, const std::string& login) {
  if (!identity::person(tx, person)) return DeskRefusal::gone;
  if (store::account_of(tx, person)) return DeskRefusal::has_account;
  if (store::account(tx, login)) return DeskRefusal::login_taken;
  return std::nullopt;
}

// The account if it may be changed by who drew its page at that version.
base::Result<store::Account, DeskRefusal> changeable(db::Tx& tx, const Visit& visit,
                                                     base::PersonId person, std::int64_t version) {
  auto account = store::account_of(tx, person);
  if (!account || account->state == AccountState::ended) return base::refuse(DeskRefusal::gone);
  if (visit.who()->person == person) return base::refuse(DeskRefusal::own);
  if (account->version != version) return base::refuse(DeskRefusal::changed);
  return std::move(*account);
}

bool happened(db::Tx& tx, const Visit& visit, base::PersonId person) {
  const auto done = journal::Journal::find_act(tx, visit.act());
  return done && done->subject == person.value;
}

}  // namespace

AccountDesk::AccountDesk(db::Database& db, journal::Journal& journal, Accounts& accounts,
                         TwoPerson& two_person)
    : db_(db), journal_(journal), accounts_(accounts), two_person_(two_person) {}

bool AccountDesk::takes_two(db::Tx& tx, const Visit& visit, base::PersonId person) {
  const auto today = visit.now().local().date;
  return is_administrator(tx, person, today) && identity::takes_two(tx, visit.who()->person, today);
}

std::vector<AccountLine> AccountDesk::all(db::Tx& tx) const { return store::account_lines(tx); }

std::optional<AccountLine> AccountDesk::one(db::Tx& tx, base::PersonId person) const {
  return store::account_line(tx, person);
}

void AccountDesk::tell(db::Tx& tx, const Visit& visit, base::PersonId person, std::string verb,
                       base::json::object facts) const {
  journal_.append(tx, visit.now(),
                  {.act = visit.act(),
                   .actor = visit.who()->actor(administering(*visit.who())),
                   .verb = std::move(verb),
                   .subject_kind = "person",
                   .subject = person.value,
                   .facts = std::move(facts)});
}

base::Result<std::string, DeskRefusal> AccountDesk::open(const Visit& visit, base::PersonId person,
                                                         std::string_view typed) {
  const auto login = login_in(typed);
  if (!login) return base::refuse(DeskRefusal::login_wrong);
  const auto password = accounts_.one_time_password(visit.act());
  const auto hash = accounts_.hash(password);
  if (!hash) return base::refuse(DeskRefusal::busy);
  return db_.write([&](db::Tx& tx) -> base::Result<std::string, DeskRefusal> {
    if (happened(tx, visit, person)) return password;
    if (const auto why = hindrance(tx, person, *login)) return base::refuse(*why);
    if (takes_two(tx, visit, person)) return base::refuse(DeskRefusal::two_people);
    store::insert_account(tx, {person, *login, *hash, true}, visit.now());
    tell(tx, visit, person, "account.open");
    return password;
  });
}

base::Result<std::string, DeskRefusal> AccountDesk::give_password(const Visit& visit,
                                                                  base::PersonId person,
                                                                  std::int64_t version) {
  const auto password = accounts_.one_time_password(visit.act());
  const auto hash = accounts_.hash(password);
  if (!hash) return base::refuse(DeskRefusal::busy);
  return db_.write([&](db::Tx& tx) -> base::Result<std::string, DeskRefusal> {
    if (happened(tx, visit, person)) return password;
    const auto account = changeable(tx, visit, person, version);
    if (!account) return base::refuse(account.error());
    if (takes_two(tx, visit, person)) return base::refuse(DeskRefusal::two_people);
    store::set_password(tx, person, *hash, true, visit.now());
    store::end_sessions(tx, person, 0, visit.now());
    tell(tx, visit, person, "account.give_password");
    return password;
  });
}

base::Result<void, DeskRefusal> AccountDesk::set_state(const Visit& visit, base::PersonId person,
                                                       std::int64_t version, AccountState to,
                                                       std::string verb) {
  return db_.write([&](db::Tx& tx) -> base::Result<void, DeskRefusal> {
    if (happened(tx, visit, person)) return {};
    const auto account = changeable(tx, visit, person, version);
    if (!account) return base::refuse(account.error());
    if (account->state == to) return base::refuse(DeskRefusal::changed);
    if (takes_two(tx, visit, person)) return base::refuse(DeskRefusal::two_people);
    store::set_state(tx, person, to);
    if (to != AccountState::active) store::end_sessions(tx, person, 0, visit.now());
    tell(tx, visit, person, verb);
    return {};
  });
}

base::Result<void, DeskRefusal> AccountDesk::lock(const Visit& visit, base::PersonId person,
                                                  std::int64_t version) {
  return set_state(visit, person, version, AccountState::locked, "account.lock");
}

base::Result<void, DeskRefusal> AccountDesk::unlock(const Visit& visit, base::PersonId person,
                                                    std::int64_t version) {
  return set_state(visit, person, version, AccountState::active, "account.unlock");
}

base::Result<int, DeskRefusal> AccountDesk::end_sessions(const Visit& visit, base::PersonId person,
                                                         std::int64_t session) {
  return db_.write([&](db::Tx& tx) -> base::Result<int, DeskRefusal> {
    if (happened(tx, visit, person)) return 0;
    if (!store::account_of(tx, person)) return base::refuse(DeskRefusal::gone);
    if (visit.who()->person == person) return base::refuse(DeskRefusal::own);
    const int ended = session ? int(store::end_session(tx, session, person, visit.now()))
                              : store::end_sessions(tx, person, 0, visit.now());
    if (ended > 0) tell(tx, visit, person, "account.end_sessions_of", {{"ended", ended}});
    return ended;
  });
}

base::Result<RequestId, DeskRefusal> AccountDesk::ask(const Visit& visit, std::string_view kind,
                                                      base::PersonId person, std::int64_t version,
                                                      std::string_view reason) {
  base::must(kind != open_account_kind);
  return db_.write([&](db::Tx& tx) -> base::Result<RequestId, DeskRefusal> {
    if (const auto done = journal::Journal::find_act(tx, visit.act())) {
      return RequestId{done->subject};
    }
    const auto account = changeable(tx, visit, person, version);
    if (!account) return base::refuse(account.error());
    if (kind == reset_factor_kind && !store::factor(tx, person)) {
      return base::refuse(DeskRefusal::no_factor);
    }
    const auto asked = two_person_.ask(tx, visit, kind, {{"person", person.str()}}, person, reason);
    if (!asked) return base::refuse(DeskRefusal::asked);
    return *asked;
  });
}

base::Result<RequestId, DeskRefusal> AccountDesk::ask_to_open(const Visit& visit,
                                                              base::PersonId person,
                                                              std::string_view typed) {
  const auto login = login_in(typed);
  if (!login) return base::refuse(DeskRefusal::login_wrong);
  return db_.write([&](db::Tx& tx) -> base::Result<RequestId, DeskRefusal> {
    if (const auto done = journal::Journal::find_act(tx, visit.act())) {
      return RequestId{done->subject};
    }
    if (const auto why = hindrance(tx, person, *login)) return base::refuse(*why);
    const auto asked =
        two_person_.ask(tx, visit, open_account_kind, {{"login", *login}}, person, "");
    if (!asked) return base::refuse(DeskRefusal::asked);
    return *asked;
  });
}

}  // namespace identity
