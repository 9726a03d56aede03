// Officers sign in with a login and a password.
#include "base/fold.hpp"
#include "base/must.hpp"
#include "engines/identity/backoff.hpp"
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
  PasswordThread thread;
  // What a login nobody has is compared with, so that it takes as long as one that somebody has.
  std::string nobodys_hash = crypto::hash_password(crypto::random_token());
};

Accounts::Accounts(db::Database& db, journal::Journal& journal, std::string secret,
                   std::size_t waiting_max)
    : inside_(new Inside{db, journal, std::move(secret), PasswordThread(waiting_max)}) {}

Accounts::~Accounts() = default;

base::Result<Admitted, SignInRefusal> Accounts::admit(std::string_view typed,
                                                      std::string_view password,
                                                      std::string_view address, base::Instant now) {
  auto& in = *inside_;
  const auto login = base::lower(base::tidy(typed.substr(0, 200)));
  const auto by_login = backoff::counted(in.secret, "login", login);
  const auto by_address = backoff::counted(in.secret, "address", backoff::source_of(address));
  bool wait = false;
  std::optional<store::Account> account;
  bool second = false;
  in.db.read([&](db::Tx& tx) {
    wait = backoff::waits(tx, by_login, now) || backoff::waits(tx, by_address, now);
    if (!wait) account = store::account(tx, login);
    second = account && store::factor(tx, account->person);
  });
  if (wait) return base::refuse(SignInRefusal::wait);
  bool fits = false;
  const auto& hash = account ? account->password_hash : in.nobodys_hash;
  if (!in.thread.run([&] { fits = crypto::verify_password(hash, password); })) {
    return base::refuse(SignInRefusal::busy);
  }
  in.db.write([&](db::Tx& tx) {
    if (fits && account) return backoff::forget(tx, by_login);
    backoff::failed(tx, by_login, backoff::login_free, now);
    backoff::failed(tx, by_address, backoff::address_free, now);
  });
  if (!fits || !account) return base::refuse(SignInRefusal::wrong);
  if (account->state != AccountState::active) return base::refuse(SignInRefusal::locked);
  return Admitted{account->person, account->one_time, second, account->version};
}

bool Accounts::stands(base::PersonId person, std::int64_t version) {
  const auto account = inside_->db.read([&](db::Tx& tx) { return store::account_of(tx, person); });
  return account && account->state == AccountState::active && account->version == version;
}

std::optional<std::string> Accounts::hash(std::string_view password) {
  std::string made;
  if (!inside_->thread.run([&] { made = crypto::hash_password(password); })) return std::nullopt;
  return made;
}

std::string Accounts::one_time_password(std::string_view act) const {
  const auto made = crypto::hmac_sha256_hex(inside_->secret, "one_time/" + std::string(act));
  return recovery::made_from(made).front() + "-" + recovery::made_from(made).back();
}

bool Accounts::one_time(base::PersonId person) {
  const auto account = inside_->db.read([&](db::Tx& tx) { return store::account_of(tx, person); });
  return account && account->one_time;
}

base::Result<void, SignInRefusal> Accounts::change(const Visit& visit,
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
  if (!account) return base::refuse(SignInRefusal::wrong);
  bool stands = false;
  const auto verify_new = [&] {
    stands = crypto::verify_password(account->password_hash, new_password);
  };
  if (again && !in.thread.run(verify_new)) return base::refuse(SignInRefusal::busy);
  if (stands) return {};
  const auto admitted = admit(account->login, old_password, visit.request().remote, visit.now());
  if (!admitted) return base::refuse(admitted.error());
  const auto hashed = hash(new_password);
  if (!hashed) return base::refuse(SignInRefusal::busy);
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
