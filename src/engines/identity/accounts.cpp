// Officers sign in with a login and a password.
#include "base/fold.hpp"
#include "base/must.hpp"
#include "engines/identity/browsers.hpp"
#include "engines/identity/budget.hpp"
#include "engines/identity/identity.hpp"
#include "engines/identity/passwords.hpp"
#include "engines/identity/recovery.hpp"
#include "engines/identity/store_accounts.hpp"
#include "engines/identity/store_second_factor.hpp"
#include "engines/journal/acts.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/crypto/password.hpp"

namespace identity {
struct Accounts::Inside {
  db::Database& db;
  journal::Journal& journal;
  std::string secret;
  Browsers browsers;
  PasswordThread thread;
  // What a login nobody has is compared with, so that it takes as long as one that somebody has.
  std::string nobodys_hash = crypto::hash_password(crypto::random_token());
};

namespace {

// A guess before it is looked at.
struct Guess {
  std::optional<store::Account> account;
  bool second = false;
  std::string browser;  // see Admitted
  std::vector<budget::Allowance> from;
  std::optional<base::Instant> until;  // nothing was left to guess with
};

}  // namespace

Accounts::Accounts(db::Database& db, journal::Journal& journal, std::string secret, bool secure,
                   std::size_t waiting_max)
    : inside_(
          new Inside{db, journal, secret, Browsers(secret, secure), PasswordThread(waiting_max)}) {}

Accounts::~Accounts() = default;

base::Result<Admitted, SignInTrouble> Accounts::admit(std::string_view typed,
                                                      std::string_view password,
                                                      const http::Request& from,
                                                      base::Instant now) {
  auto& in = *inside_;
  const auto login = base::lower(base::tidy(typed.substr(0, 200)));
  const auto guess = in.db.write([&](db::Tx& tx) {
    Guess g;
    g.account = store::account(tx, login);
    if (g.account) {
      g.second = store::factor(tx, g.account->person).has_value();
      g.browser = in.browsers.number(from, g.account->person, g.account->version, now);
    }
    g.from = budget::of_password(in.secret, login, {from.remote, g.browser});
    g.until = budget::take(tx, g.from, now);
    return g;
  });
  const auto& account = guess.account;
  const SignInTrouble wait{SignInRefusal::wait, guess.until};
  if (guess.until && !(account && account->one_time)) return base::refuse(wait);
  bool fits = false;
  const auto& hash = account ? account->password_hash : in.nobodys_hash;
  const PasswordThread::For whom{!guess.browser.empty(), budget::source_of(from.remote)};
  if (!in.thread.run(whom, [&] { fits = crypto::verify_password(hash, password); })) {
    return base::refuse(SignInTrouble{SignInRefusal::busy});
  }
  if (!fits || !account) {
    return base::refuse(guess.until ? wait : SignInTrouble{SignInRefusal::wrong});
  }
  if (!guess.until) in.db.write([&](db::Tx& tx) { budget::was_right(tx, guess.from); });
  if (account->state != AccountState::active) {
    return base::refuse(SignInTrouble{SignInRefusal::locked});
  }
  return Admitted{account->person, account->one_time, guess.second, account->version,
                  guess.browser};
}

void Accounts::know(http::Response& response, const http::Request& from, base::PersonId person,
                    base::Instant now) {
  const auto account = inside_->db.read([&](db::Tx& tx) { return store::account_of(tx, person); });
  if (account) inside_->browsers.know(response, from, person, account->version, now);
}

bool Accounts::stands(base::PersonId person, std::int64_t version) {
  const auto account = inside_->db.read([&](db::Tx& tx) { return store::account_of(tx, person); });
  return account && account->state == AccountState::active && account->version == version;
}

std::optional<std::string> Accounts::hash(std::string_view password) {
  std::string made;
  if (!inside_->thread.run({.known = true, .source = ""},
                           [&] { made = crypto::hash_password(password); }))
    return std::nullopt;
  return made;
}

std::array<std::string, 2> Accounts::one_time_halves(std::string_view act) const {
  const auto codes =
      recovery::made_from(crypto::hmac_sha256_hex(inside_->secret, "one_time/" + std::string(act)));
  return {codes.front(), codes.back()};
}

std::string Accounts::one_time_password(std::string_view act) const {
  const auto halves = one_time_halves(act);
  return halves[0] + "-" + halves[1];
}

bool Accounts::one_time(base::PersonId person) {
  const auto account = inside_->db.read([&](db::Tx& tx) { return store::account_of(tx, person); });
  return account && account->one_time;
}

base::Result<void, SignInTrouble> Accounts::change(const Visit& visit,
                                                   std::string_view old_password,
                                                   std::string_view new_password) {
  base::must(visit.who() != nullptr && new_password.size() >= password_length_min);
  auto& in = *inside_;
  const auto person = visit.who()->person;
  bool again = false;  // clicked twice, or the page was gone back to
  const auto account = in.db.read([&](db::Tx& tx) {
    again = journal::Journal::find_act(tx, journal::act_in(visit.act()).id).has_value();
    return store::account_of(tx, person);
  });
  if (!account) return base::refuse(SignInTrouble{SignInRefusal::wrong});
  bool stands = false;
  const auto verify_new = [&] {
    stands = crypto::verify_password(account->password_hash, new_password);
  };
  if (again && !in.thread.run({.known = true, .source = ""}, verify_new)) {
    return base::refuse(SignInTrouble{SignInRefusal::busy});
  }
  if (stands) return {};
  const auto admitted = admit(account->login, old_password, visit.request(), visit.now());
  if (!admitted) return base::refuse(admitted.error());
  const auto hashed = hash(new_password);
  if (!hashed) return base::refuse(SignInTrouble{SignInRefusal::busy});
  const auto act = again ? crypto::random_token() : visit.act();
  in.db.write([&](db::Tx& tx) {
    if (journal::Journal::find_act(tx, act)) return;
    store::set_password(tx, person, *hashed, false, visit.now());
    in.journal.append(tx, visit.now(),
                      {.act = act,
                       .actor = visit.who()->actor(),
                       .verb = "account.change_password",
                       .subject_kind = "person",
                       .subject = person.value});
  });
  return {};
}

}  // namespace identity
