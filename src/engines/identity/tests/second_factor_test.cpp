#include "engines/identity/second_factor.hpp"

#include <doctest/doctest.h>

#include "engines/identity/budget.hpp"
#include "engines/identity/founding.hpp"
#include "engines/identity/recovery.hpp"
#include "engines/identity/store_accounts.hpp"
#include "engines/identity/totp.hpp"
#include "platform/config/config.hpp"
#include "platform/crypto/crypto.hpp"
#include "support/databases.hpp"
#include "support/visit.hpp"

namespace {

using identity::FactorRefusal;
using identity::Proof;

const base::Instant noon = base::Local::at(*base::Date::of(2026, 11, 22), 12).instant();
const std::string key(32, 'f');
constexpr std::string_view site = "192.0.2.7";

std::string secret_in(const std::string& offered) {
  std::string bytes;
  unsigned held = 0;
  int bits = 0;
  for (const char c : offered) {
    held = held << 5 | unsigned(c >= 'A' ? c - 'A' : c - '2' + 26);
    if ((bits += 5) >= 8) bytes += char(held >> (bits -= 8) & 255);
  }
  return bytes;
}

// An, an administrator who is signed in.
struct Office {
  explicit Office(db::Database& database)
      : db(database), journal(db, crypto::ed25519_make()), factor(db, journal, key, false) {
    identity::create_administrator(
        db, journal, {"an", "Lý Thành An", "mật khẩu của An", false, base::UnitId{92}}, noon);
    an = db.read([](db::Tx& tx) { return identity::store::account(tx, "an")->person; });
  }

  support::FakeVisit visit(base::Instant at = noon, std::string act = crypto::random_token()) {
    return support::FakeVisit({an, "Lý Thành An", true, {}}, at, std::move(act), "token-of-an");
  }
  std::string secret() { return secret_in(factor.offer(visit(), "Tây Đô").secret); }
  std::string code(base::Instant at) {
    return identity::totp::code(secret(), identity::totp::step_at(at));
  }
  std::vector<std::string> enrol() {
    auto codes = factor.enrol(visit(), code(noon));
    REQUIRE(codes);
    return *codes;
  }
  // "app", "recovery", "wrong" or "wait"
  std::string prove(const std::string& typed, base::Instant at, std::string_view from = site) {
    const auto proof = factor.prove({.person = an, .path = "/viec"}, typed, from, at);
    if (proof) return *proof == Proof::app ? "app" : "recovery";
    return proof.error().why == FactorRefusal::wait ? "wait" : "wrong";
  }

  db::Database& db;
  journal::Journal journal;
  identity::SecondFactor factor;
  base::PersonId an;
};

constexpr std::int64_t minute = base::minute_us;

}  // namespace

TEST_CASE("One-time codes are those of RFC 6238, appendix B") {
  const std::string secret = "12345678901234567890";
  const std::pair<std::int64_t, const char*> vectors[] = {
      {59, "94287082"},         {1111111109, "07081804"}, {1111111111, "14050471"},
      {1234567890, "89005924"}, {2000000000, "69279037"}, {20000000000, "65353130"}};
  for (const auto& [second, code] : vectors) {
    const auto step = identity::totp::step_at({second * base::second_us});
    CHECK(identity::totp::code(secret, step, 8) == code);
    CHECK(identity::totp::code(secret, step) == std::string(code).substr(2));
  }
}

TEST_CASE("A secret is written for an app as RFC 4648 and the key-URI format say") {
  CHECK(identity::totp::base32("") == "");
  CHECK(identity::totp::base32("f") == "MY");
  CHECK(identity::totp::base32("fo") == "MZXQ");
  CHECK(identity::totp::base32("foobar") == "MZXW6YTBOI");
  CHECK(
      identity::totp::address("foobar", "Tây Đô", "an") ==
      "otpauth://totp/T%C3%A2y%20%C4%90%C3%B4:an?secret=MZXW6YTBOI&issuer=T%C3%A2y%20%C4%90%C3%B4");
}

TEST_CASE("A code fits one step to either side and no further, blanks or not") {
  const std::string secret = "12345678901234567890";
  const auto step = identity::totp::step_at(noon);
  const auto fits = [&](std::int64_t of, std::int64_t after = 0) {
    return identity::totp::matching_step(secret, identity::totp::code(secret, of), noon, after);
  };
  CHECK(fits(step - 1) == step - 1);
  CHECK(fits(step) == step);
  CHECK(fits(step + 1) == step + 1);
  CHECK_FALSE(fits(step - 2));
  CHECK_FALSE(fits(step + 2));
  CHECK_FALSE(fits(step, step));
  auto spaced = identity::totp::code(secret, step);
  spaced.insert(3, " ");
  CHECK(identity::totp::matching_step(secret, spaced, noon, 0) == step);
  CHECK_FALSE(identity::totp::matching_step(secret, "", noon, 0));
  CHECK_FALSE(identity::totp::matching_step(secret, std::string(100'000, '1'), noon, 0));
}

TEST_CASE("A code opens once; no replay and no clock set back makes an old one good") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    office.enrol();
    CHECK(office.prove(office.code(noon), noon) == "wrong");  // it enrolled, so it is spent
    const auto later = noon + 5 * minute;
    CHECK(office.prove(office.code(later), later) == "app");
    CHECK(office.prove(office.code(later), later) == "wrong");
    CHECK(office.prove(office.code(noon + 2 * minute), noon + 2 * minute) == "wrong");
    CHECK(office.prove(office.code(later + minute), later + minute) == "app");
  });
}

TEST_CASE(
    "Each recovery code opens once, as it was printed or typed in capitals without its dash") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    const auto codes = office.enrol();
    REQUIRE(codes.size() == 10);
    CHECK(office.prove(codes[0], noon) == "recovery");
    CHECK(office.prove(codes[0], noon) == "wrong");
    auto typed = codes[1];
    typed.erase(5, 1);
    for (auto& c : typed) c = char(std::toupper(c));
    CHECK(office.prove(" " + typed, noon) == "recovery");
    const auto left = db.read(
        [&](db::Tx& tx) { return identity::SecondFactor::status(tx, office.an)->codes_left; });
    CHECK(left == 8);
    const auto fresh = office.factor.renew_codes(office.visit(noon + minute), codes[2]);
    REQUIRE(fresh);
    CHECK(office.prove(codes[3], noon + minute) == "wrong");
    CHECK(office.prove((*fresh)[3], noon + minute) == "recovery");
  });
}

TEST_CASE("Nothing readable of secret or codes is kept") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    const auto codes = office.enrol();
    std::string all;
    db.read([&](db::Tx& tx) {
      tx.query("SELECT sealed FROM identity_factor", {}, [&](auto& row) { all += row.text(0); });
      tx.query("SELECT code_hash FROM identity_recovery", {},
               [&](auto& row) { all += row.text(0); });
    });
    CHECK(all.size() > 600);
    CHECK(all.find(office.factor.offer(office.visit(), "x").secret) == all.npos);
    CHECK(all.find(crypto::base64(office.secret())) == all.npos);
    for (const auto& code : codes) CHECK(all.find(code.substr(0, 5)) == all.npos);
  });
}

TEST_CASE(
    "Enrolling in two tabs: one secret, one factor, and a doubled click sees the same codes") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    CHECK(office.factor.offer(office.visit(), "a").secret ==
          office.factor.offer(office.visit(noon + minute), "a").secret);
    const auto wrong = office.factor.enrol(office.visit(), "000000");
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().why == FactorRefusal::wrong);
    const auto first = office.factor.enrol(office.visit(noon, "click"), office.code(noon));
    const auto again = office.factor.enrol(office.visit(noon, "click"), office.code(noon));
    REQUIRE(first);
    REQUIRE(again);
    CHECK(*first == *again);
    const auto other = office.factor.enrol(office.visit(noon, "tab"), office.code(noon));
    REQUIRE_FALSE(other);
    CHECK(other.error().why == FactorRefusal::already);
    const auto late = office.factor.enrol(office.visit(noon + 11 * minute, "click"), "");
    REQUIRE_FALSE(late);
    const auto entries =
        db.read([&](db::Tx& tx) { return journal::Journal::of(tx, "person", office.an.value); });
    REQUIRE(entries.size() == 2);
    CHECK(entries[1].verb == "account.enrol_second_factor");
    CHECK(base::json::canonical(entries[1].facts) == "{}");
  });
}

TEST_CASE("Administrators must have it, others from the day the city's setting names") {
  support::on_each_database([](db::Database& db) {
    const auto demanded = [&](std::string_view role, int day) {
      identity::Position held;
      held.role = role;
      return db.read([&](db::Tx& tx) {
        return identity::SecondFactor::demanded(tx, {held}, *base::Date::of(2026, 11, day));
      });
    };
    CHECK(demanded("SYS_ADMIN", 22));
    CHECK_FALSE(demanded("LEADER", 22));
    db.write([](db::Tx& tx) {
      const auto setting = base::json::parse(R"({"demanded": [
        {"from": "2026-11-25", "roles": ["SYS_ADMIN", "LEADER"]},
        {"from": "2026-01-01", "roles": ["SYS_ADMIN"]}]})");
      config::set(tx, noon, "second_factor", setting->as_object());
    });
    CHECK(demanded("SYS_ADMIN", 24));
    CHECK_FALSE(demanded("LEADER", 24));
    CHECK(demanded("LEADER", 25));
    CHECK_FALSE(demanded("CLERK", 25));
  });
}

TEST_CASE("Who may give it up needs a code for it; who must have it keeps it") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    office.enrol();
    auto visit = office.visit(noon + minute);
    CHECK_FALSE(office.factor.give_up(visit, "000000"));
    identity::Position held;
    held.role = "SYS_ADMIN";
    auto bound =
        support::FakeVisit({office.an, "", true, {held}}, noon + minute, "a", "token-of-an");
    const auto kept = office.factor.give_up(bound, office.code(noon + minute));
    REQUIRE_FALSE(kept);
    CHECK(kept.error().why == FactorRefusal::demanded);
    CHECK(office.factor.give_up(visit, office.code(noon + minute)));
    CHECK_FALSE(db.read(
        [&](db::Tx& tx) { return identity::SecondFactor::status(tx, office.an).has_value(); }));
  });
}

TEST_CASE("A ticket lasts five minutes and nobody can write one") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    http::Response response;
    office.factor.give(response, {office.an, 3, false, "/viec"}, noon);
    const auto& set = response.headers.at(0).second;
    auto cookie = set.substr(0, set.find(';'));
    const auto opened = [&](base::Instant at) {
      http::Request request;
      request.headers = {{"cookie", cookie}};
      return office.factor.ticket(request, at);
    };
    REQUIRE(opened(noon + 5 * minute));
    CHECK(opened(noon)->person == office.an);
    CHECK(opened(noon)->path == "/viec");
    CHECK_FALSE(opened(noon + 5 * minute + 1));
    CHECK_FALSE(opened(noon - minute));
    cookie[cookie.size() / 2] ^= 1;
    CHECK_FALSE(opened(noon));
  });
}

TEST_CASE("Guesses are counted by address, an IPv6 one by its network of 64 bits") {
  using identity::budget::source_of;
  CHECK(source_of("192.0.2.7") == "192.0.2.7");
  CHECK(source_of("::ffff:192.0.2.7") == "192.0.2.7");
  CHECK(source_of("2001:db8:1:2:3:4:5:6") == source_of("2001:db8:1:2::1"));
  CHECK(source_of("2001:db8:1:2:3:4:5:6") != source_of("2001:db8:1:3:3:4:5:6"));
  CHECK(source_of("2001:db8::1") == source_of("2001:db8:0:0:ffff::2"));
  CHECK(source_of("fe80::1%eth0") == source_of("fe80::2"));
  CHECK(source_of("::1") != source_of("2001:db8::1"));
  CHECK(source_of("") == "");
}

TEST_CASE("A code taken by a clock that ran ahead keeps nobody out when it is set back") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    office.enrol();
    const auto ahead = noon + 400 * base::day_us;
    CHECK(office.prove(office.code(ahead), ahead) == "app");
    const auto back = noon + 6 * 60 * minute;  // its guess of then has come back by now
    CHECK(office.prove(office.code(noon + minute), noon + minute) == "wait");
    CHECK(office.prove(office.code(back), back) == "app");
    CHECK(office.prove(office.code(back), back) == "wrong");  // once
    CHECK(office.prove(office.code(ahead), back) == "wrong");
  });
}
