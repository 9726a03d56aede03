#include <doctest/doctest.h>

#include <atomic>
#include <fstream>
#include <future>
#include <thread>

#include "engines/identity/backoff.hpp"
#include "engines/identity/founding.hpp"
#include "engines/identity/passwords.hpp"
#include "platform/crypto/crypto.hpp"
#include "support/databases.hpp"
#include "support/folder.hpp"

namespace {

using identity::SignInRefusal;

const base::Instant noon = base::Local::at(*base::Date::of(2026, 11, 22), 12).instant();
const std::string secret(32, 's');

struct Office {
  explicit Office(db::Database& db)
      : journal(db, crypto::ed25519_make()), accounts(db, journal, secret) {
    identity::create_administrator(
        db, journal, {"An", "Lý Thành An", "mật khẩu của An", false, base::UnitId{92}}, noon);
  }

  // "" when admitted, else why not.
  std::string admit(std::string_view login, std::string_view password, base::Instant at = noon,
                    std::string_view from = "192.0.2.7") {
    const auto result = accounts.admit(login, password, from, at);
    if (result) return "";
    return result.error() == SignInRefusal::wrong  ? "wrong"
           : result.error() == SignInRefusal::wait ? "wait"
                                                   : "busy";
  }

  journal::Journal journal;
  identity::Accounts accounts;
};

}  // namespace

TEST_CASE("An officer is admitted with the right password only, whatever case the login is in") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    CHECK(office.admit("an", "mật khẩu của An") == "");
    CHECK(office.admit(" AN ", "mật khẩu của An") == "");
    CHECK(office.admit("an", "mật khẩu của an") == "wrong");
    CHECK(office.admit("", "") == "wrong");
    CHECK(office.admit("nobody", "mật khẩu của An") == "wrong");
  });
}

TEST_CASE("Five failures shut a login for a while, one that nobody has just the same") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    for (const auto login : {"an", "nobody"}) {
      for (int i = 0; i < 5; ++i) CHECK(office.admit(login, "sai mật khẩu") == "wrong");
      CHECK(office.admit(login, "mật khẩu của An") == "wait");
      CHECK(office.admit(login, "x", noon + 29 * base::second_us) == "wait");
    }
    CHECK(office.admit("an", "sai", noon + 30 * base::second_us) == "wrong");
    CHECK(office.admit("an", "mật khẩu của An", noon + 80 * base::second_us) == "wait");
    CHECK(office.admit("an", "mật khẩu của An", noon + 91 * base::second_us) == "");
    CHECK(office.admit("an", "sai", noon + 92 * base::second_us) == "wrong");  // counts from one
    CHECK(office.admit("an", "mật khẩu của An", noon + 93 * base::second_us) == "");
  });
}

TEST_CASE("One address that tries many logins has to wait, and others do not") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    for (int i = 0; i < 30; ++i) office.admit("login" + std::to_string(i), "x");
    CHECK(office.admit("an", "mật khẩu của An") == "wait");
    CHECK(office.admit("an", "mật khẩu của An", noon, "192.0.2.8") == "");
    CHECK(office.admit("an", "mật khẩu của An", noon + base::hour_us) == "");
  });
}

TEST_CASE("Waiting grows with failures and stops at a quarter of an hour") {
  using identity::backoff::wait_us;
  CHECK(wait_us(4, 5) == 0);
  CHECK(wait_us(5, 5) == 30 * base::second_us);
  CHECK(wait_us(7, 5) == 120 * base::second_us);
  CHECK(wait_us(10, 5) == 15 * base::minute_us);
  CHECK(wait_us(1'000'000, 5) == 15 * base::minute_us);
}

TEST_CASE("When too many wait for the password thread the next is told, not queued") {
  identity::PasswordThread thread(1);
  std::promise<void> gate;
  auto opened = gate.get_future().share();
  std::atomic<int> begun = 0, ran = 0;
  const auto work = [&] {
    ++begun;
    opened.wait();
    ++ran;
  };
  std::thread first([&] { CHECK(thread.run(work)); });
  while (begun == 0) std::this_thread::yield();  // until then it would be the one that waits
  std::thread second([&] { CHECK(thread.run(work)); });
  while (thread.waiting() == 0) std::this_thread::yield();
  CHECK_FALSE(thread.run(work));
  gate.set_value();
  first.join();
  second.join();
  CHECK(ran == 2);
}

TEST_CASE("Founding twice changes nothing, and a broken file names its line") {
  support::on_each_database([](db::Database& db) {
    journal::Journal journal(db, crypto::ed25519_make());
    support::Folder folder;
    const auto write = [&](std::string_view text) {
      std::ofstream(folder.path() + "/people.json") << text;
    };
    const auto load = [&] {
      return identity::load_demo_people(
          db, journal, folder.path(),
          [](std::string_view code) { return base::UnitId{code == "31135" ? 31135 : 0}; }, noon);
    };
    write(R"({"residents": [{"number": "092196000107", "name": "Lan"}],
"officers": [{"login": "minh", "password": "taydo-demo-minh", "name": "Phạm Văn Minh",
 "positions": [{"role": "CLERK", "unit": "31135", "title": {"vi": "Văn thư", "en": "Clerk"},
  "from": "2025-07-01"}]}]})");
    for (int i = 0; i < 2; ++i) {
      const auto people = load();
      CHECK(people.problem == "");
      REQUIRE(people.officers.size() == 1);
      CHECK(people.officers[0].title.en == "Clerk");
      CHECK(people.residents.size() == 1);
    }
    CHECK(journal.verify().entries == 1);
    identity::Accounts accounts(db, journal, secret);
    const auto minh = accounts.admit("minh", "taydo-demo-minh", "", noon);
    REQUIRE(minh);
    CHECK(db.read([&](db::Tx& tx) {
      return identity::positions(tx, minh->person, noon.local().date).size();
    }) == 1);
    write(R"({"officers": [
 {"login": "x", "password": "taydo-demo-minh", "name": "X", "positions": [{"role": "CLERK",
  "title": {"vi": "Văn thư", "en": "Clerk"}, "from": "2025-07-01",
  "unit": "nowhere"}]}]})");
    CHECK(load().problem.starts_with("people.json:4: "));
    write("{\n");
    CHECK(load().problem.starts_with("people.json:2: "));
    CHECK(journal.verify().entries == 1);
  });
}
