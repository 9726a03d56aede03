#include <doctest/doctest.h>

#include <atomic>
#include <fstream>
#include <future>
#include <mutex>
#include <thread>

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
      : journal(db, crypto::ed25519_make()), accounts(db, journal, secret, false) {
    identity::create_administrator(
        db, journal, {"An", "Lý Thành An", "mật khẩu của An", false, base::UnitId{92}}, noon);
  }

  // "" when admitted, else why not.
  std::string admit(std::string_view login, std::string_view password) {
    const auto result = accounts.admit(login, password, {}, noon);
    return result ? "" : result.error().why == SignInRefusal::wrong ? "wrong" : "not looked at";
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
  std::thread first([&] { CHECK(thread.run({false, "192.0.2.7"}, work)); });
  while (begun == 0) std::this_thread::yield();  // until then it would be the one that waits
  std::thread second([&] { CHECK(thread.run({false, "192.0.2.7"}, work)); });
  while (thread.waiting() == 0) std::this_thread::yield();
  CHECK_FALSE(thread.run({false, "192.0.2.7"}, work));
  gate.set_value();
  first.join();
  second.join();
  CHECK(ran == 2);
}

TEST_CASE("One address that floods leaves places to others, and who is known goes first") {
  identity::PasswordThread thread(6);
  std::promise<void> gate;
  auto opened = gate.get_future().share();
  std::atomic<int> begun = 0;
  std::mutex mutex;
  std::string order;
  std::vector<std::thread> people;
  const auto comes = [&](char name, identity::PasswordThread::For whom) {
    const auto before = thread.waiting();
    people.emplace_back([&, name, whom] {
      CHECK(thread.run(whom, [&, name] {
        if (begun++ == 0) opened.wait();
        const std::lock_guard lock(mutex);
        order += name;
      }));
    });
    // The first is at work before another comes, so that from then on nobody leaves the queue.
    while (name == '1' ? begun == 0 : thread.waiting() == before) std::this_thread::yield();
  };
  const identity::PasswordThread::For flood{false, "192.0.2.66"};
  comes('1', flood);
  for (const char name : {'2', '3'}) comes(name, flood);
  CHECK_FALSE(thread.run(flood, [] {}));
  comes('L', {false, "192.0.2.7"});
  comes('B', {false, "192.0.2.8"});
  CHECK_FALSE(thread.run({false, "192.0.2.9"}, [] {}));
  comes('A', {true, "192.0.2.66"});
  comes('H', {true, "192.0.2.66"});
  CHECK_FALSE(thread.run({true, "192.0.2.10"}, [] {}));
  gate.set_value();
  for (auto& one : people) one.join();
  CHECK(order == "1AH23LB");
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
    identity::Accounts accounts(db, journal, secret, false);
    const auto minh = accounts.admit("minh", "taydo-demo-minh", {}, noon);
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
