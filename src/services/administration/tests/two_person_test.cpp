// What one administrator alone may not do with offices, and what two may.
#include "services/administration/tests/hall.hpp"

using namespace hall;

TEST_CASE("Nobody makes an administrator alone once the city has two") {
  support::on_each_database([](db::Database& db) {
    Hall hall(db);
    const auto tam = hall.town.tam.person;
    const auto city = hall.an.positions.front().unit;
    const auto office = hall.position(tam, city, "SYS_ADMIN");
    const auto yen = hall.a_second();
    const auto ask = [&](const identity::Who& who) {
      return hall.staff.ask(hall.visit(who), identity::appoint_administrator_kind,
                            identity::asked_appointment(office), tam);
    };
    CHECK(why(hall.staff.appoint(hall.act(hall.an), office)) == StaffRefusal::two_people);
    CHECK(why(hall.staff.add_officer(hall.act(hall.an), {.name = "Đặng Thị Bích"}, office, true)) ==
          StaffRefusal::two_people);
    const identity::Handover own{yen.person, tam, hall.today() + 1};
    CHECK(why(hall.staff.hand_over(hall.act(hall.an), own)) == StaffRefusal::two_people);

    REQUIRE(ask(hall.an));
    CHECK(why(ask(yen)) == StaffRefusal::asked);
    const auto before = hall.positions(tam).size();
    const auto request = db.read([&](db::Tx& tx) {
      return *identity::TwoPerson::waiting(tx, identity::appoint_administrator_kind, tam,
                                           hall.town.now);
    });
    const auto confirms = [&](const identity::Who& who) {
      return bool(hall.two_person.confirm(hall.visit(who), request.id));
    };
    auto stand_in = hall.town.hoa;
    stand_in.positions = hall.an.positions;
    stand_in.positions.front().acting_for = identity::Absent{.person = hall.an.person};
    CHECK_FALSE(confirms(hall.an));
    CHECK_FALSE(confirms(stand_in));
    CHECK(hall.positions(tam).size() == before);
    CHECK(confirms(yen));
    const auto now = hall.positions(tam);
    REQUIRE(now.size() == before + 1);
    CHECK(now.back().role == "SYS_ADMIN");
    CHECK(now.back().unit == city);
    CHECK(now.back().title.en == "Clerk");
    CHECK(hall.verbs(tam.value) == "identity.appoint ");
  });
}

TEST_CASE("The term of an administrator is lengthened, shortened and taken back by two") {
  support::on_each_database([](db::Database& db) {
    Hall hall(db);
    const auto yen = hall.a_second();
    const auto own = hall.held(yen.positions.front().id);
    const auto change = [&](std::optional<Date> last, const char* title) {
      auto to_be = hall.held(own.position.id);
      to_be.position.to = last;
      to_be.position.title.en = title;
      return hall.staff.change(hall.act(hall.an), to_be.position, to_be.version, true);
    };
    CHECK(change({}, "System administration"));  // a title gives and takes no power
    CHECK(why(change(hall.today() + 30, "x")) == StaffRefusal::two_people);
    const auto held = hall.held(own.position.id);
    auto shorter = held.position;
    shorter.to = hall.today() + 30;
    const auto ask = [&](std::optional<identity::Position> to_be) {
      REQUIRE(hall.staff.ask(hall.visit(hall.an), identity::change_administrator_kind,
                             identity::asked_change(hall.held(own.position.id), to_be),
                             yen.person));
      return db.read([&](db::Tx& tx) {
        return identity::TwoPerson::waiting(tx, identity::change_administrator_kind, yen.person,
                                            hall.town.now)
            ->id;
      });
    };
    const auto request = ask(shorter);
    const auto third = hall.administrator("Trần Quế Chi", hall.an.positions.front().unit);
    CHECK_FALSE(hall.two_person.confirm(hall.visit(hall.an), request));
    CHECK_FALSE(hall.two_person.confirm(hall.visit(yen), request));  // it concerns her
    CHECK_FALSE(hall.held(own.position.id).position.to);
    CHECK(hall.two_person.confirm(hall.visit(third), request));
    CHECK(hall.held(own.position.id).position.to == shorter.to);
    CHECK(hall.verbs(yen.person.value) ==
          "identity.appoint identity.change_position identity.change_position ");
    // What was asked is done to what it was asked of, or not at all.
    const auto stale = ask(held.position);
    REQUIRE(hall.staff.change(hall.act(yen), hall.held(own.position.id).position,
                              hall.held(own.position.id).version, true));
    const auto late = hall.two_person.confirm(hall.visit(third), stale);
    REQUIRE_FALSE(late);
    CHECK(late.error() == identity::TwoPersonRefusal::changed);
  });
}

TEST_CASE("An appointment of an administrator is taken back by two as well") {
  support::on_each_database([](db::Database& db) {
    Hall hall(db);
    const auto yen = hall.a_second();
    const auto tam = hall.town.tam.person;
    auto office = hall.position(tam, hall.an.positions.front().unit, "SYS_ADMIN");
    office.id =
        db.write([&](db::Tx& tx) { return identity::appoint(db, tx, office, hall.town.now); });
    CHECK(why(hall.staff.take_back(hall.act(hall.an), office.id, 1)) == StaffRefusal::two_people);
    REQUIRE(hall.staff.ask(hall.visit(hall.an), identity::change_administrator_kind,
                           identity::asked_change(hall.held(office.id), std::nullopt), tam));
    const auto request = db.read([&](db::Tx& tx) {
      return identity::TwoPerson::waiting(tx, identity::change_administrator_kind, tam,
                                          hall.town.now)
          ->id;
    });
    CHECK(hall.two_person.confirm(hall.visit(yen), request));
    CHECK(hall.held(office.id).taken_back);
    CHECK(hall.verbs(tam.value) == "identity.take_back_position ");
  });
}

TEST_CASE("An administrator's office is delegated by two, and revoked by one") {
  support::on_each_database([](db::Database& db) {
    Hall hall(db);
    const auto yen = hall.a_second();
    identity::create_administrator(
        db, hall.town.journal, {"chi", "Trần Quế Chi", "mật khẩu dài", false, {7}}, hall.town.now);
    const auto chi = db.read([](db::Tx& tx) {
      const identity::StaffQuery query{.words = "Que Chi", .day = *Date::of(2026, 12, 31)};
      return identity::staff(tx, query).front().position.person;
    });
    const identity::Delegation absence{.position = yen.positions.front().id,
                                       .from = yen.person,
                                       .to = chi,
                                       .first = hall.today(),
                                       .last = hall.today() + 1,
                                       .signing = "TUQ",
                                       .reason = "Nằm viện"};
    for (const identity::Who* who : {&std::as_const(hall.an), &yen}) {  // another, oneself
      const auto done = hall.staff.delegate(hall.act(*who), absence);
      if (who == &hall.an) CHECK(why(done) == StaffRefusal::two_people);
      if (who == &yen) CHECK(done);  // An has no account, so Yến is the only one who can decide
      if (!done) continue;
      const auto id =
          db.read([&](db::Tx& tx) { return identity::delegations_of(tx, chi).front().id; });
      CHECK(hall.staff.revoke(hall.act(hall.an), id));
    }
    REQUIRE(hall.staff.ask(hall.visit(hall.an), identity::delegate_administrator_kind,
                           identity::asked_delegation(absence), chi, absence.reason));
    const auto request = db.read([&](db::Tx& tx) {
      return *identity::TwoPerson::waiting(tx, identity::delegate_administrator_kind, chi,
                                           hall.town.now);
    });
    CHECK(base::json::canonical(request.facts).find("viện") == std::string::npos);
    CHECK_FALSE(hall.two_person.confirm(hall.visit(hall.an), request.id));
    CHECK(hall.two_person.confirm(hall.visit(yen), request.id));
    const auto made =
        db.read([&](db::Tx& tx) { return identity::delegations_of(tx, chi).front(); });
    CHECK(made.from == yen.person);
    CHECK(made.reason == "Nằm viện");
    CHECK_FALSE(made.revoked_at);
    // Now Chi acts for Yến: what Yến asks, Chi does not confirm, nor the other way round.
    identity::Who stand_in{.person = chi, .officer = true};
    stand_in.positions = hall.positions(chi);
    std::erase_if(stand_in.positions, [](const auto& p) { return !p.acting_for; });
    REQUIRE(stand_in.positions.size() == 1);
    const auto tam = hall.town.tam.person;
    const auto office = hall.position(tam, hall.an.positions.front().unit, "SYS_ADMIN");
    REQUIRE(hall.staff.ask(hall.visit(stand_in), identity::appoint_administrator_kind,
                           identity::asked_appointment(office), tam));
    const auto asked = db.read([&](db::Tx& tx) {
      return *identity::TwoPerson::waiting(tx, identity::appoint_administrator_kind, tam,
                                           hall.town.now);
    });
    CHECK(asked.asked_for == yen.person);
    CHECK_FALSE(hall.two_person.confirm(hall.visit(yen), asked.id));
    CHECK(hall.two_person.confirm(hall.visit(hall.an), asked.id));
  });
}

TEST_CASE("Who only administers stands in for nobody's professional work") {
  support::on_each_database([](db::Database& db) {
    Hall hall(db);
    const auto yen = hall.a_second();
    identity::Delegation absence{.position = hall.town.hoa.positions.front().id,
                                 .from = hall.town.hoa.person,
                                 .to = yen.person,
                                 .first = hall.today(),
                                 .last = hall.today(),
                                 .signing = "KT"};
    const auto trouble = [&] {
      return db.read([&](db::Tx& tx) { return identity::trouble_with(tx, absence, hall.today()); });
    };
    REQUIRE(trouble());
    CHECK(trouble()->why == identity::DelegationRefusal::other_trade);
    REQUIRE(hall.staff.appoint(hall.act(hall.an),
                               hall.position(yen.person, hall.town.ward, "SPECIALIST")));
    CHECK_FALSE(trouble());
  });
}

TEST_CASE("The only administrator of a new city appoints the second one alone") {
  support::on_each_database([](db::Database& db) {
    Hall hall(db);
    const auto tam = hall.town.tam.person;
    const auto office = hall.position(tam, hall.an.positions.front().unit, "SYS_ADMIN");
    CHECK(hall.staff.appoint(hall.act(hall.an), office));
  });
}
