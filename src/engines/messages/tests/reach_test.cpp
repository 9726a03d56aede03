// What becomes of a person's address and choices when two change them at once.
#include <thread>

#include "engines/messages/forgetting.hpp"
#include "post.hpp"

using namespace messages;
using mail::Outcome;
using post::Office;

namespace {

// Does `change` in a transaction; while it stands open, `other` begins elsewhere.
void meanwhile(Office& office, const std::function<void(db::Tx&)>& change,
               const std::function<void()>& other) {
  std::thread elsewhere;
  office.db.write([&](db::Tx& tx) {
    change(tx);
    if (!elsewhere.joinable()) elsewhere = std::thread(other);
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
  });
  elsewhere.join();
}

store::PersonRow of_lan(Office& office) {
  return office.db.read([&](db::Tx& tx) { return store::person(tx, office.lan); });
}

// As the form of a code does: its row is read, and written at the end.
std::function<void(db::Tx&)> another_address(Office& office) {
  return [&office](db::Tx& tx) {
    auto row = store::person_to_change(tx, office.lan);
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    row.address = "new@example.vn";
    row.confirmed_at = office.now;
    store::keep(tx, office.lan, row);
  };
}

}  // namespace

TEST_CASE("Five codes a day are all that Lan can have sent to anybody") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    const auto ask = [&](const char* address) {
      office.now = office.now + ask_again_us;
      const auto asked = office.desk.ask_address(office.act(), address);
      office.work();
      return asked;
    };
    for (int i = 0; i < codes_a_day_max; ++i) CHECK(ask("bao@example.vn"));
    CHECK(ask("bao@example.vn").error() == ReachRefusal::too_many);
    CHECK(ask("lan@example.vn").error() == ReachRefusal::too_many);
    CHECK(office.sent.size() == codes_a_day_max);
    office.now = office.now + base::day_us;
    CHECK(ask("lan@example.vn"));
  });
}

TEST_CASE("A code that a newer one replaced before it could be mailed is let go") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    REQUIRE(office.desk.ask_address(office.act(), "lam@example.vn"));
    office.now = office.now + ask_again_us;
    REQUIRE(office.desk.ask_address(office.act(), "lan@example.vn"));
    office.work();
    REQUIRE(office.sent.size() == 1);
    CHECK(office.sent[0].to.str() == "lan@example.vn");
    CHECK(office.state("dropped") == "dropped");
    CHECK(office.state("waiting") == "");
    CHECK(db.read([](db::Tx& tx) { return jobs::standing(tx, {}); }).empty());
  });
}

TEST_CASE("A choice of language made while an address is confirmed leaves the address") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    meanwhile(office, another_address(office),
              [&] { office.desk.choose(office.act(), base::Lang::en, {}); });
    CHECK(of_lan(office).address == "new@example.vn");
    CHECK(of_lan(office).lang == "en");
  });
}

TEST_CASE("An address given up while a language is chosen stays away") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    office.confirm();
    const auto choose = [&](db::Tx& tx) {
      auto row = store::person_to_change(tx, office.lan);
      row.lang = "en";
      store::keep(tx, office.lan, row);
    };
    meanwhile(office, choose, [&] { office.desk.forget_address(office.act()); });
    CHECK(of_lan(office).address == "");
    CHECK(of_lan(office).lang == "en");
  });
}

TEST_CASE("A letter that comes back from an old address says nothing about the new one") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    office.confirm();
    office.tell_ready();
    std::thread confirming;
    const auto send = [&](const auto& letter, auto) {
      CHECK(letter.to.str() == "lan@example.vn");
      confirming = std::thread([&] { db.write(another_address(office)); });
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
      return mail::Answer{Outcome::bounced, 550, "550 5.1.1 no such user", "RCPT"};
    };
    const Sender city{*mail::Address::parse("city@example.vn"), {"Thành phố", "City"}, ""};
    Letters letters(db, office.journal, office.messages, city, send, [&] { return office.now; });
    jobs::Worker worker(
        db, {letters.job()}, [&] { return office.now; }, [](auto&&...) {});
    CHECK(worker.run_one());
    confirming.join();
    CHECK(of_lan(office).address == "new@example.vn");
    CHECK_FALSE(of_lan(office).bounced_at);
    CHECK(office.inbox().size() == 1);  // nobody tells her that her address is dead
  });
}

TEST_CASE("What was erased does not come back with a choice or a letter of the same moment") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    office.confirm();
    const auto erase = [&](db::Tx& tx) { forget(tx, office.lan); };
    meanwhile(office, erase, [&] { office.desk.choose(office.act(), base::Lang::en, {}); });
    CHECK(of_lan(office).address == "");
    office.now = office.now + base::hour_us;
    office.confirm();
    office.tell_ready();
    office.answers = {{Outcome::bounced, 550, "550 5.1.1 no such user", "RCPT"}};
    meanwhile(office, erase, [&] { office.work(); });
    CHECK(of_lan(office).address == "");
    CHECK_FALSE(of_lan(office).bounced_at);
    CHECK(office.inbox().empty());
  });
}
