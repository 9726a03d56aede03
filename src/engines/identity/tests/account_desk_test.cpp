#include "engines/identity/account_desk.hpp"

#include <doctest/doctest.h>

#include "engines/identity/founding.hpp"
#include "engines/identity/second_factor.hpp"
#include "engines/identity/store_accounts.hpp"
#include "engines/identity/store_second_factor.hpp"
#include "platform/crypto/crypto.hpp"
#include "support/databases.hpp"
#include "support/visit.hpp"

namespace {

using identity::AccountState;
using identity::DeskRefusal;
using identity::TwoPersonRefusal;

const base::Instant noon = base::Local::at(*base::Date::of(2026, 11, 22), 12).instant();
const std::string key(32, 'k');

// An and Yến administer; Minh is an officer whose account they look after.
struct Office {
  explicit Office(db::Database& database)
      : db(database),
        journal(db, crypto::ed25519_make()),
        accounts(db, journal, key, false),
        sessions(db, journal, false),
        two_person(db, journal, identity::AccountDesk::kinds(journal, accounts)),
        desk(db, journal, accounts, two_person) {
    an = administrator("an", "Lý Thành An");
    yen = administrator("yen", "Phan Thị Kim Yến");
    minh = administrator("minh", "Phạm Văn Minh");
  }

  base::PersonId administrator(const char* login, const char* name) {
    identity::create_administrator(db, journal,
                                   {login, name, "mật khẩu dài", false, base::UnitId{92}}, noon);
    return db.read([&](db::Tx& tx) { return identity::store::account(tx, login)->person; });
  }
  support::FakeVisit by(base::PersonId who, std::string act = crypto::random_token(),
                        base::Instant at = noon) {
    const auto held =
        db.read([&](db::Tx& tx) { return identity::positions(tx, who, at.local().date); });
    return support::FakeVisit({who, "", true, held}, at, std::move(act), "token");
  }
  identity::AccountLine line(base::PersonId person) {
    return *db.read([&](db::Tx& tx) { return desk.one(tx, person); });
  }
  void signs_in(base::PersonId person) {
    const http::Request from;
    const identity::Opening opening{
        .person = person, .officer = true, .how = "password", .level = 1, .from = from};
    db.write([&](db::Tx& tx) { sessions.open(tx, opening, noon); });
  }
  void gets_factor(base::PersonId person) {
    db.write([&](db::Tx& tx) { identity::store::insert_factor(tx, person, {"sealed", noon, 1}); });
  }
  std::string verbs(std::string_view kind, std::int64_t subject) {
    std::string all;
    db.read([&](db::Tx& tx) {
      for (const auto& e : journal::Journal::of(tx, kind, subject)) {
        if (e.verb != "identity.appoint" && e.verb != "account.sign_in") all += e.verb + " ";
      }
    });
    return all;
  }

  db::Database& db;
  journal::Journal journal;
  identity::Accounts accounts;
  identity::Sessions sessions;
  identity::TwoPerson two_person;
  identity::AccountDesk desk;
  base::PersonId an, yen, minh;
};

}  // namespace

TEST_CASE("Locking ends every session and shuts the account; the person is told if they know it") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    office.signs_in(office.minh);
    office.signs_in(office.minh);
    CHECK(office.sessions.open_of(office.minh, noon).size() == 2);
    CHECK(office.desk.lock(office.by(office.an), office.minh, office.line(office.minh).version));
    CHECK(office.sessions.open_of(office.minh, noon).empty());
    const auto refused = office.accounts.admit("minh", "mật khẩu dài", {}, noon);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().why == identity::SignInRefusal::locked);
    const auto wrong = office.accounts.admit("minh", "sai", {}, noon);
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().why == identity::SignInRefusal::wrong);
    CHECK(office.desk.unlock(office.by(office.an), office.minh, office.line(office.minh).version));
    CHECK(office.accounts.admit("minh", "mật khẩu dài", {}, noon));
    CHECK(office.verbs("person", office.minh.value) == "account.lock account.unlock ");
  });
}

TEST_CASE("Two administrators on one account: the second is told and nothing is lost") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    const auto drawn = office.line(office.minh).version;
    CHECK(office.desk.lock(office.by(office.an), office.minh, drawn));
    const auto second = office.desk.give_password(office.by(office.yen), office.minh, drawn);
    REQUIRE_FALSE(second);
    CHECK(second.error() == DeskRefusal::changed);
    CHECK(office.line(office.minh).state == AccountState::locked);
    CHECK_FALSE(office.line(office.minh).one_time);
    CHECK(office.verbs("person", office.minh.value) == "account.lock ");
  });
}

TEST_CASE("A doubled click locks once and shows one password") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    const auto version = office.line(office.minh).version;
    const auto first =
        office.desk.give_password(office.by(office.an, "click"), office.minh, version);
    const auto again =
        office.desk.give_password(office.by(office.an, "click"), office.minh, version);
    REQUIRE(first);
    REQUIRE(again);
    CHECK(*first == *again);
    const auto admitted = office.accounts.admit("minh", *first, {}, noon);
    REQUIRE(admitted);
    CHECK(admitted->one_time);
    CHECK(office.verbs("person", office.minh.value) == "account.give_password ");
  });
}

TEST_CASE("Nobody locks, ends or resets their own account") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    const auto version = office.line(office.an).version;
    const auto refused = office.desk.lock(office.by(office.an), office.an, version);
    REQUIRE_FALSE(refused);
    CHECK(refused.error() == DeskRefusal::own);
    CHECK_FALSE(office.desk.give_password(office.by(office.an), office.an, version));
    CHECK_FALSE(office.desk.ask(office.by(office.an), identity::end_account_kind, office.an,
                                version, "nghỉ việc"));
  });
}

TEST_CASE("An account is given to a known person once, under a login that is one and is free") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    const auto thu = db.write([&](db::Tx& tx) {
      return identity::keep_person(db, tx, {.name = "Trần Thị Thu"}, identity::Source::desk, noon);
    });
    const auto why = [&](base::PersonId person, std::string_view login) {
      const auto made = office.desk.open(office.by(office.an), person, login);
      return made ? std::optional<DeskRefusal>() : made.error();
    };
    for (const auto* login : {"", "a", "thư", "thu thu", "-;--", "Ab_c"}) {
      CAPTURE(login);
      CHECK(why(thu, login) == DeskRefusal::login_wrong);
    }
    CHECK(why(thu, std::string(30'000, 'a')) == DeskRefusal::login_wrong);
    CHECK(why(thu, "minh") == DeskRefusal::login_taken);
    CHECK(why(base::PersonId{4711}, "thu") == DeskRefusal::gone);
    CHECK(why(thu, " Thu.TT ") == std::nullopt);
    CHECK(why(thu, "thu2") == DeskRefusal::has_account);
    CHECK(office.line(thu).login == "thu.tt");
    CHECK(office.line(thu).one_time);
  });
}

TEST_CASE("A reset of the second factor is asked by one, confirmed by another, done once") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    const auto version = office.line(office.minh).version;
    const auto none = office.desk.ask(office.by(office.an), identity::reset_factor_kind,
                                      office.minh, version, "mất điện thoại");
    REQUIRE_FALSE(none);
    CHECK(none.error() == DeskRefusal::no_factor);
    office.gets_factor(office.minh);
    office.signs_in(office.minh);
    const auto asked = office.desk.ask(office.by(office.an), identity::reset_factor_kind,
                                       office.minh, version, "mất điện thoại");
    REQUIRE(asked);
    const auto again = office.desk.ask(office.by(office.yen), identity::reset_factor_kind,
                                       office.minh, version, "mất điện thoại");
    REQUIRE_FALSE(again);
    CHECK(again.error() == DeskRefusal::asked);
    const auto refusal = [&](base::PersonId who) {
      const auto done = office.two_person.confirm(office.by(who), *asked);
      return done ? std::optional<TwoPersonRefusal>() : done.error();
    };
    CHECK(refusal(office.an) == TwoPersonRefusal::own);
    CHECK(refusal(office.minh) == TwoPersonRefusal::concerned);
    CHECK(office.line(office.minh).factor.has_value());
    CHECK(refusal(office.yen) == std::nullopt);
    CHECK_FALSE(office.line(office.minh).factor.has_value());
    CHECK(office.sessions.open_of(office.minh, noon).empty());
    CHECK(refusal(office.yen) == TwoPersonRefusal::gone);
    CHECK(office.verbs("two_person", asked->value) ==
          "two_person.ask two_person.confirm two_person.done ");
    CHECK(office.verbs("person", office.minh.value) == "account.reset_second_factor ");
  });
}

TEST_CASE("A request is declined by another, withdrawn by who asked, and lapses after a day") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    const auto ask = [&](std::string reason) {
      const auto asked = office.desk.ask(office.by(office.an), identity::end_account_kind,
                                         office.minh, office.line(office.minh).version, reason);
      REQUIRE(asked);
      return *asked;
    };
    const auto first = ask("nghỉ việc");
    CHECK_FALSE(office.two_person.withdraw(office.by(office.yen), first));
    CHECK(office.two_person.decline(office.by(office.yen), first));
    CHECK_FALSE(office.two_person.confirm(office.by(office.yen), first));
    const auto second = ask("nghỉ việc");
    CHECK(office.two_person.withdraw(office.by(office.an), second));
    const auto third = ask(std::string(2'000, 'x'));
    const auto late =
        office.two_person.confirm(office.by(office.yen, "late", noon + base::day_us), third);
    REQUIRE_FALSE(late);
    CHECK(late.error() == TwoPersonRefusal::lapsed);
    CHECK(office.line(office.minh).state == AccountState::active);
    const auto fourth = office.desk.ask(office.by(office.an, "once-more", noon + base::day_us),
                                        identity::end_account_kind, office.minh,
                                        office.line(office.minh).version, "nghỉ việc");
    REQUIRE(fourth);
    auto visit = office.by(office.yen, "click", noon + base::day_us);
    CHECK(office.two_person.confirm(visit, *fourth));
    CHECK(office.two_person.confirm(visit, *fourth));  // clicked twice
    CHECK(office.line(office.minh).state == AccountState::ended);
    CHECK_FALSE(
        office.desk.unlock(office.by(office.an), office.minh, office.line(office.minh).version));
  });
}

TEST_CASE("The reason stays out of the journal") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    const auto asked =
        office.desk.ask(office.by(office.an), identity::end_account_kind, office.minh,
                        office.line(office.minh).version, "Minh chuyển công tác");
    REQUIRE(asked);
    db.read([&](db::Tx& tx) {
      for (const auto& e : journal::Journal::of(tx, "two_person", asked->value)) {
        CHECK(base::json::canonical(e.facts).find("Minh") == std::string::npos);
      }
      CHECK(identity::TwoPerson::find(tx, *asked, noon)->reason == "Minh chuyển công tác");
    });
  });
}

TEST_CASE("On the machine itself a locked-out administrator is let in again, and it is written") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    office.gets_factor(office.an);
    office.signs_in(office.an);
    CHECK(office.desk.lock(office.by(office.yen), office.an, office.line(office.an).version));
    CHECK(identity::reset_account(db, office.journal, " AN", "mot-lan-dung-thoi", noon));
    const auto admitted = office.accounts.admit("an", "mot-lan-dung-thoi", {}, noon);
    REQUIRE(admitted);
    CHECK(admitted->one_time);
    CHECK_FALSE(admitted->second);
    CHECK(office.sessions.open_of(office.an, noon).empty());
    CHECK(office.verbs("person", office.an.value) == "account.lock account.reset ");
    CHECK_FALSE(identity::reset_account(db, office.journal, "nobody", "mot-lan-dung-thoi", noon));
  });
}
