// Who is kept out by wrong passwords and codes, and who never is.
#include <doctest/doctest.h>

#include <atomic>
#include <map>
#include <thread>

#include "engines/identity/accounts.hpp"
#include "engines/identity/budget.hpp"
#include "engines/identity/founding.hpp"
#include "engines/identity/recovery.hpp"
#include "engines/identity/second_factor.hpp"
#include "engines/identity/store_accounts.hpp"
#include "engines/identity/store_second_factor.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/crypto/seal.hpp"
#include "support/databases.hpp"

namespace {

using identity::SignInRefusal;

const base::Instant noon = base::Local::at(*base::Date::of(2026, 11, 22), 12).instant();
const std::string secret(32, 's');
constexpr std::int64_t minute = base::minute_us;
constexpr std::string_view password = "mật khẩu của An";
// Behind a proxy whose word is taken everybody has an address of their own; behind one that is not
// configured, or in one office, all have this one.
constexpr std::string_view office_address = "192.0.2.7";

// A browser at an address, with its cookies.
struct Browser {
  std::string address = std::string(office_address);
  std::map<std::string, std::string> cookies = {};

  http::Request request() const {
    http::Request out;
    out.remote = address;
    std::string all;
    for (const auto& [name, value] : cookies) all += name + "=" + value + "; ";
    out.headers = {{"cookie", all}};
    return out;
  }
  void keep(const http::Response& response) {
    for (const auto& [name, value] : response.headers) {
      if (name != "Set-Cookie") continue;
      const auto is = value.find('=');
      cookies[value.substr(0, is)] = value.substr(is + 1, value.find(';') - is - 1);
    }
  }
};

// An administers the city; strangers know the login.
struct City {
  explicit City(db::Database& database)
      : db(database),
        journal(db, crypto::ed25519_make()),
        accounts(db, journal, secret, false),
        factor(db, journal, secret, false) {
    identity::create_administrator(db, journal,
                                   {"an", "Lý Thành An", std::string(password), false, {92}}, noon);
    an = db.read([](db::Tx& tx) { return identity::store::account(tx, "an")->person; });
  }

  // "in" when admitted, else why not. Whoever is let in has a browser that An's account knows.
  std::string admit(Browser& browser, std::string_view typed, std::string_view login = "an") {
    const auto result = accounts.admit(login, typed, browser.request(), now);
    if (result) {
      http::Response response;
      accounts.know(response, browser.request(), result->person, now);
      browser.keep(response);
      return "in";
    }
    until = result.error().until.value_or(base::Instant{});
    return result.error().why == SignInRefusal::wrong  ? "wrong"
           : result.error().why == SignInRefusal::wait ? "wait"
                                                       : "busy or locked";
  }
  // Takes the guesses of that many wrong passwords from there without hashing one.
  void guess_from(std::string_view address, int times, std::string_view login = "an") {
    const auto from = identity::budget::of_password(secret, login, {address, ""});
    for (int i = 0; i < times; ++i) {
      db.write([&](db::Tx& tx) { identity::budget::take(tx, from, now); });
    }
  }

  db::Database& db;
  base::Instant now = noon, until;
  journal::Journal journal;
  identity::Accounts accounts;
  identity::SecondFactor factor;
  base::PersonId an;
};

// An has a second factor, and these codes on paper.
std::vector<std::string> recovery_codes(City& city) {
  const auto codes = identity::recovery::made_from("giấy của An");
  std::vector<std::string> kept;
  for (const auto& code : codes) kept.push_back(identity::recovery::kept(secret, code));
  const auto place = "second_factor/" + city.an.str();
  const auto sealed = crypto::base64(crypto::seal(secret, std::string(20, 'x'), place));
  city.db.write([&](db::Tx& tx) {
    identity::store::insert_factor(tx, city.an, {sealed, noon, 0});
    identity::store::replace_codes(tx, city.an, kept);
  });
  return codes;
}

// How many guesses get through when somebody takes each as soon as it is there.
int in_a_day(db::Database& db, const std::vector<identity::budget::Allowance>& from) {
  int taken = 0;
  for (std::int64_t at = 0; at <= base::day_us; at += from.front().size.back_us) {
    while (!db.write([&](db::Tx& tx) { return identity::budget::take(tx, from, noon + at); })) {
      ++taken;
    }
  }
  return taken;
}

}  // namespace

TEST_CASE("Two hundred invented logins from one address keep nobody behind it out") {
  support::on_each_database([](db::Database& db) {
    City city(db);
    Browser stranger, an;
    for (int i = 0; i < 6; ++i) {
      CHECK(city.admit(stranger, "x", "login" + std::to_string(i)) == "wrong");
    }
    for (int i = 0; i < 200; ++i) city.guess_from(office_address, 1, "tên" + std::to_string(i));
    CHECK(city.admit(an, password) == "in");
  });
}

TEST_CASE("Five wrong passwords make a stranger wait, until a told time, and knocking adds none") {
  support::on_each_database([](db::Database& db) {
    City city(db);
    for (const auto login : {"an", "nobody"}) {
      Browser stranger{"192.0.2.66"};
      for (int i = 0; i < 5; ++i) CHECK(city.admit(stranger, "sai", login) == "wrong");
      for (int i = 0; i < 20; ++i) CHECK(city.admit(stranger, password, login) == "wait");
      CHECK(city.until == noon + 15 * minute);
    }
    Browser stranger{"192.0.2.66"};
    city.now = noon + 15 * minute - 1;
    CHECK(city.admit(stranger, password) == "wait");
    city.now = noon + 15 * minute;
    CHECK(city.admit(stranger, "sai") == "wrong");
    CHECK(city.admit(stranger, password) == "wait");
    city.now = noon + 30 * minute;
    CHECK(city.admit(stranger, password) == "in");
    Browser other{"192.0.2.66"};  // who was right has all guesses again
    for (int i = 0; i < 4; ++i) CHECK(city.admit(other, "sai") == "wrong");
    CHECK(city.admit(other, password) == "in");
  });
}

TEST_CASE("One who tries a wrong password now and then, or all the time, does not keep An out") {
  support::on_each_database([](db::Database& db) {
    City city(db);
    for (const auto each : {15 * minute, 20 * base::second_us}) {
      for (std::int64_t at = 0; at < 3 * base::hour_us; at += each) {
        city.now = city.now + each;
        city.guess_from("192.0.2.66", 1);
      }
      Browser new_machine;
      CHECK(city.admit(new_machine, password) == "in");
    }
  });
}

TEST_CASE("A hundred machines against one account are bounded, and An passes at a known browser") {
  support::on_each_database([](db::Database& db) {
    City city(db);
    Browser desk, new_machine;
    CHECK(city.admit(desk, password) == "in");
    for (int i = 0; i < 100; ++i) city.guess_from("10.0." + std::to_string(i) + ".1", 1);
    CHECK(city.admit(new_machine, password) == "wait");
    CHECK(city.admit(desk, "mật khẩu của Am") == "wrong");
    CHECK(city.admit(desk, password) == "in");
    desk.address = "198.51.100.9";  // at home, with the same machine
    CHECK(city.admit(desk, password) == "in");
    for (int i = 0; i < 10; ++i) CHECK(city.admit(desk, "sai") == "wrong");
    CHECK(city.admit(desk, password) == "wait");
    CHECK(city.until == city.now + 10 * minute);
  });
}

TEST_CASE("Only An's own sign-in makes a browser known, only for An, and for ninety days") {
  support::on_each_database([](db::Database& db) {
    City city(db);
    identity::create_administrator(
        db, city.journal, {"hanh", "Võ Thị Hạnh", "mật khẩu Hạnh", false, base::UnitId{92}}, noon);
    Browser desk, forger;
    CHECK(city.admit(desk, "mật khẩu Hạnh", "hanh") == "in");
    city.guess_from(office_address, 5);
    CHECK(city.admit(desk, password) == "wait");  // Hạnh's browser is a stranger to An's account
    city.now = noon + 15 * minute;
    CHECK(city.admit(desk, password) == "in");
    CHECK(city.admit(desk, "mật khẩu Hạnh", "hanh") == "in");  // one desk, two officers
    city.guess_from(office_address, 5);
    CHECK(city.admit(desk, password) == "in");
    forger.cookies = desk.cookies;
    forger.cookies.at("taydo_known")[40] ^= 1;
    CHECK(city.admit(forger, password) == "wait");
    city.now = city.now + 91 * base::day_us;
    city.guess_from(office_address, 5);
    CHECK(city.admit(desk, password) == "wait");
  });
}

TEST_CASE("Forty guesses at once are forty, and whoever is told to come back has spent one") {
  support::on_each_database([](db::Database& db) {
    City city(db);
    std::atomic<int> looked_at = 0, busy = 0, waits = 0;
    std::vector<std::thread> people;
    for (int i = 0; i < 40; ++i) {
      people.emplace_back([&] {
        const auto result = city.accounts.admit("an", "sai", Browser().request(), noon);
        REQUIRE_FALSE(result);
        const auto why = result.error().why;
        ++(why == SignInRefusal::wrong ? looked_at : why == SignInRefusal::busy ? busy : waits);
      });
    }
    for (auto& one : people) one.join();
    CHECK(looked_at + busy == identity::budget::password_address.most);
    CHECK(waits == 40 - identity::budget::password_address.most);
    Browser an;
    CHECK(city.admit(an, password) == "wait");
  });
}

TEST_CASE("The guesses of a day are those that docs/operating.md promises") {
  support::on_each_database([](db::Database& db) {
    using namespace identity::budget;
    for (const auto& size : {password_known, password_address, password_strangers, code_known,
                             code_address, code_strangers}) {
      CHECK(in_a_day(db, {{"x" + std::to_string(size.most) + std::to_string(size.back_us),
                           size}}) == size.a_day());
    }
    CHECK(password_known.a_day() == 154);
    CHECK(password_address.a_day() == 101);
    CHECK(password_strangers.a_day() == 328);
    CHECK(code_known.a_day() == 80);
    CHECK(code_address.a_day() == 29);
    CHECK(code_strangers.a_day() == 46);
    // Three addresses that never rest leave guesses to a fourth.
    CHECK(3 * base::day_us / password_address.back_us <= base::day_us / password_strangers.back_us);
    CHECK(base::day_us / code_address.back_us < base::day_us / code_strangers.back_us);
  });
}

TEST_CASE("A clock set back makes nobody wait longer than an empty budget does") {
  support::on_each_database([](db::Database& db) {
    City city(db);
    Browser stranger;
    city.guess_from(office_address, 5);
    city.now = noon - 400 * base::day_us;
    city.admit(stranger, "sai");
    CHECK(city.until <= city.now + 15 * minute);  // nothing: there is a guess at once
  });
}

TEST_CASE("While strangers wait, An comes in with the one-time password an administrator gave") {
  support::on_each_database([](db::Database& db) {
    City city(db);
    Browser known, new_machine;
    CHECK(city.admit(known, password) == "in");
    for (int i = 0; i < 60; ++i) city.guess_from("10.0.0." + std::to_string(i), 1);
    city.guess_from(office_address, 5);
    CHECK(city.admit(new_machine, password) == "wait");
    const auto given = city.accounts.one_time_password("give");
    db.write([&](db::Tx& tx) {
      identity::store::set_password(tx, city.an, *city.accounts.hash(given), true, noon);
    });
    CHECK(city.admit(new_machine, password) == "wait");  // the old one, and no word of the new
    CHECK(city.admit(known, password) == "wait");  // a reset makes every browser a stranger again
    CHECK(city.admit(new_machine, given) == "in");
    CHECK(city.admit(new_machine, given) == "in");  // now it is known
  });
}

TEST_CASE("Codes are bounded by what guessed them; An passes at a known browser") {
  support::on_each_database([](db::Database& db) {
    City city(db);
    const auto codes = recovery_codes(city);
    const auto prove = [&](const std::string& typed, std::string browser, std::string_view from) {
      const auto proof = city.factor.prove({.person = city.an, .browser = std::move(browser)},
                                           typed, from, city.now);
      if (proof) return std::string("in");
      city.until = proof.error().until.value_or(base::Instant{});
      return std::string(proof.error().why == identity::FactorRefusal::wait ? "wait" : "wrong");
    };
    for (int i = 0; i < 5; ++i) CHECK(prove("000000", "", "192.0.2.66") == "wrong");
    CHECK(prove(codes[0], "", "192.0.2.66") == "wait");
    CHECK(city.until == noon + 60 * minute);
    for (int i = 0; i < 5; ++i) prove("000000", "", "192.0.2.67");
    CHECK(prove(codes[0], "", std::string_view("192.0.2.68")) == "wait");
    CHECK(prove(codes[0], "desk", "192.0.2.66") == "in");
    CHECK(prove(codes[0], "desk", "192.0.2.66") == "wrong");  // once
    for (int i = 0; i < 7; ++i) prove("000000", "desk", "192.0.2.66");
    CHECK(prove(codes[1], "desk", "192.0.2.66") == "wait");
    city.now = noon + 40 * minute;
    CHECK(prove(codes[1], "", "192.0.2.68") == "in");
    // Nobody has this person's number: the same words, the same waiting.
    for (int i = 0; i < 6; ++i) {
      const auto proof = city.factor.prove({.person = {4711}}, "000000", "192.0.2.9", noon);
      REQUIRE_FALSE(proof);
      CHECK((proof.error().why == identity::FactorRefusal::wait) == (i == 5));
    }
  });
}
