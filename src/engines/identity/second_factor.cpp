// Enrolling, proving and giving up the second factor.
#include "engines/identity/second_factor.hpp"

#include <algorithm>

#include "base/must.hpp"
#include "engines/identity/recovery.hpp"
#include "engines/identity/sealing.hpp"
#include "engines/identity/sessions.hpp"
#include "engines/identity/store_accounts.hpp"
#include "engines/identity/store_second_factor.hpp"
#include "engines/identity/totp.hpp"
#include "platform/config/config.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/crypto/seal.hpp"

namespace identity {
namespace {

// How long a repeated act shows the recovery codes again; afterwards they were shown once.
constexpr std::int64_t shown_again_us = 10 * base::minute_us;

constexpr std::string_view enrolled_verb = "account.enrol_second_factor";
constexpr std::string_view renewed_verb = "account.renew_recovery_codes";

bool shown_again(const journal::Stored& done, std::string_view verb, const Visit& visit) {
  return done.verb == verb && done.actor.person == visit.who()->person &&
         visit.now() - done.at < shown_again_us;
}

std::string place_of(base::PersonId person) { return "second_factor/" + person.str(); }

std::optional<std::string> opened(const store::Factor& factor, base::PersonId person,
                                  std::string_view key) {
  const auto sealed = crypto::from_base64(factor.sealed);
  return sealed ? crypto::open_seal(key, *sealed, place_of(person)) : std::nullopt;
}

bool holds(const std::vector<Position>& positions, std::string_view role) {
  return std::any_of(positions.begin(), positions.end(),
                     [&](const auto& position) { return position.role == role; });
}

}  // namespace

SecondFactor::SecondFactor(db::Database& db, journal::Journal& journal, std::string key,
                           bool secure)
    : db_(db), journal_(journal), key_(std::move(key)), secure_(secure) {
  base::must(key_.size() == crypto::seal_key_bytes);
}

std::optional<SecondFactor::Status> SecondFactor::status(db::Tx& tx, base::PersonId person) {
  const auto factor = store::factor(tx, person);
  if (!factor) return std::nullopt;
  return Status{factor->enrolled, store::codes_left(tx, person)};
}

bool SecondFactor::demanded(db::Tx& tx, const std::vector<Position>& positions, base::Date day) {
  const auto setting = config::get(tx, "second_factor");
  const base::json::object* in_force = nullptr;
  base::Date since;
  for (const auto& one : base::json::array_at(setting, "demanded")) {
    if (!one.is_object()) continue;
    const auto from = base::Date::parse_iso(base::json::text_at(one.get_object(), "from"));
    if (!from || *from > day || (in_force && *from < since)) continue;
    in_force = &one.get_object();
    since = *from;
  }
  if (!in_force) return holds(positions, role::system_administrator);
  for (const auto& role : base::json::array_at(*in_force, "roles")) {
    if (role.is_string() && holds(positions, std::string_view(role.get_string()))) return true;
  }
  return false;
}

// The session's token is random and nobody else's, so what is made from it under our key is too.
std::string SecondFactor::secret_of(const Visit& visit) const {
  const auto token = visit.request().cookie(session_cookie);
  const auto made =
      crypto::hmac_sha256_hex(key_, "totp/" + visit.who()->person.str() + "/" + std::string(token));
  return crypto::sha256(made).substr(0, 20);  // RFC 4226 §4: 160 bits
}

std::vector<std::string> SecondFactor::codes_of(const Visit& visit, std::string_view act) const {
  return recovery::made_from(
      crypto::hmac_sha256_hex(key_, "codes/" + visit.who()->person.str() + "/" + std::string(act)));
}

std::vector<std::string> SecondFactor::hashes(const std::vector<std::string>& codes) const {
  std::vector<std::string> out;
  for (const auto& code : codes) out.push_back(recovery::kept(key_, code));
  return out;
}

SecondFactor::Offer SecondFactor::offer(const Visit& visit, std::string_view issuer) const {
  base::must(visit.who() != nullptr);
  const auto account =
      db_.read([&](db::Tx& tx) { return store::account_of(tx, visit.who()->person); });
  const auto secret = secret_of(visit);
  return {totp::base32(secret), totp::address(secret, issuer, account ? account->login : "")};
}

void SecondFactor::tell(db::Tx& tx, const Visit& visit, std::string verb) const {
  journal_.append(tx, visit.now(),
                  {.act = visit.act(),
                   .actor = visit.who()->actor(),
                   .verb = std::move(verb),
                   .subject_kind = "person",
                   .subject = visit.who()->person.value});
}

base::Result<std::vector<std::string>, FactorTrouble> SecondFactor::enrol(const Visit& visit,
                                                                          std::string_view code) {
  base::must(visit.who() != nullptr && visit.who()->officer);
  const auto person = visit.who()->person;
  const auto codes = codes_of(visit, visit.act());
  const auto from = allowances(visit);
  const auto secret = secret_of(visit);
  const auto step = totp::matching_step(secret, code, visit.now(), 0);
  std::optional<FactorTrouble> refused;
  db_.write([&](db::Tx& tx) {
    refused.reset();
    if (const auto done = journal::Journal::find_act(tx, visit.act())) {
      if (!shown_again(*done, enrolled_verb, visit))
        refused = FactorTrouble{FactorRefusal::already};
      return;
    }
    if (store::factor(tx, person)) return void(refused = FactorTrouble{FactorRefusal::already});
    if (const auto until = budget::take(tx, from, visit.now())) {
      return void(refused = FactorTrouble{FactorRefusal::wait, until});
    }
    if (!step) return void(refused = FactorTrouble{FactorRefusal::wrong});
    const auto sealed = crypto::base64(crypto::seal(key_, secret, place_of(person)));
    base::must(store::insert_factor(tx, person, {sealed, visit.now(), *step}));
    store::replace_codes(tx, person, hashes(codes));
    budget::was_right(tx, from);
    tell(tx, visit, std::string(enrolled_verb));
  });
  if (refused) return base::refuse(*refused);
  return codes;
}

std::vector<budget::Allowance> SecondFactor::allowances(const Visit& visit) const {
  const auto token = crypto::sha256_hex(visit.request().cookie(session_cookie));
  return budget::of_code(key_, visit.who()->person.str(), {visit.request().remote, token});
}

SecondFactor::Taken SecondFactor::take(db::Tx& tx, base::PersonId person, std::string_view typed,
                                       const std::vector<budget::Allowance>& from,
                                       base::Instant now) const {
  if (const auto until = budget::take(tx, from, now)) {
    return base::refuse(FactorTrouble{FactorRefusal::wait, until});
  }
  std::optional<Proof> proof;
  if (const auto factor = store::factor(tx, person)) {
    const auto secret = opened(*factor, person, key_);
    base::must(secret.has_value());
    // A step days ahead was taken by a clock that was set back since: it bars nothing of today.
    const bool ahead = factor->last_step > totp::step_at(now + base::day_us);
    const auto step = totp::matching_step(*secret, typed, now, ahead ? 0 : factor->last_step);
    if (step && store::take_step(tx, person, *step)) proof = Proof::app;
    if (!proof && store::use_code(tx, person, recovery::kept(key_, typed), now)) {
      proof = Proof::recovery;
    }
  }
  if (!proof) return base::refuse(FactorTrouble{FactorRefusal::wrong});
  budget::was_right(tx, from);
  return *proof;
}

SecondFactor::Taken SecondFactor::take(db::Tx& tx, const Visit& visit,
                                       std::string_view typed) const {
  return take(tx, visit.who()->person, typed, allowances(visit), visit.now());
}

SecondFactor::Taken SecondFactor::prove(const Ticket& ticket, std::string_view typed,
                                        std::string_view address, base::Instant now) {
  const auto from = budget::of_code(key_, ticket.person.str(), {address, ticket.browser});
  std::optional<Taken> taken;  // a refusal would roll back, and the guess with it
  db_.write([&](db::Tx& tx) { taken = take(tx, ticket.person, typed, from, now); });
  return *taken;
}

base::Result<std::vector<std::string>, FactorTrouble> SecondFactor::renew_codes(
    const Visit& visit, std::string_view code) {
  base::must(visit.who() != nullptr);
  const auto person = visit.who()->person;
  const auto codes = codes_of(visit, visit.act());
  std::optional<FactorTrouble> refused;
  db_.write([&](db::Tx& tx) {
    refused.reset();
    if (const auto done = journal::Journal::find_act(tx, visit.act())) {
      if (!shown_again(*done, renewed_verb, visit)) refused = FactorTrouble{FactorRefusal::already};
      return;
    }
    const auto taken = take(tx, visit, code);
    if (!taken) return void(refused = taken.error());
    store::replace_codes(tx, person, hashes(codes));
    tell(tx, visit, std::string(renewed_verb));
  });
  if (refused) return base::refuse(*refused);
  return codes;
}

base::Result<void, FactorTrouble> SecondFactor::give_up(const Visit& visit, std::string_view code) {
  base::must(visit.who() != nullptr);
  const auto& who = *visit.who();
  std::optional<FactorTrouble> refused;
  db_.write([&](db::Tx& tx) {
    refused.reset();
    if (journal::Journal::find_act(tx, visit.act())) return;
    if (demanded(tx, who.positions, visit.now().local().date)) {
      return void(refused = FactorTrouble{FactorRefusal::demanded});
    }
    const auto taken = take(tx, visit, code);
    if (!taken) return void(refused = taken.error());
    store::remove_factor(tx, who.person);
    tell(tx, visit, "account.give_up_second_factor");
  });
  if (refused) return base::refuse(*refused);
  return {};
}

std::optional<bool> factor_key_fits(db::Tx& tx, std::string_view key) {
  const auto newest = store::newest_factor(tx);
  if (!newest) return std::nullopt;
  return key.size() == crypto::seal_key_bytes &&
         opened(newest->second, newest->first, key).has_value();
}

std::int64_t forget_factors(db::Tx& tx) { return store::remove_all_factors(tx); }

}  // namespace identity
