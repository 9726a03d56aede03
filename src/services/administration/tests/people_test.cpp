// What administrators do with people and offices.
#include "services/administration/tests/hall.hpp"

using namespace hall;

TEST_CASE("A new officer comes with an office, one entry, and no personal value in it") {
  support::on_each_database([](db::Database& db) {
    Hall hall(db);
    const identity::PersonFacts facts{
        .number = "092184000777", .name = "Đặng Thị Bích", .birth = "1984", .gender = "female"};
    const auto first = hall.position({}, hall.town.ward, "CLERK");
    const auto add = [&](const char* act) {
      return hall.staff.add_officer(hall.act(hall.an, act), facts, first, false);
    };
    const auto bich = add("new-1");
    REQUIRE(bich);
    CHECK(*add("new-1") == *bich);  // a doubled click
    CHECK(why(add("new-2")) == StaffRefusal::number_taken);
    CHECK(add("new-2").error().person == *bich);
    CHECK(hall.verbs(bich->value) == "identity.add_officer ");
    const auto entry = db.read(
        [&](db::Tx& tx) { return journal::Journal::of(tx, "person", bich->value).front(); });
    CHECK(base::json::text_at(entry.facts, "role") == "CLERK");
    CHECK(entry.actor.person == hall.an.person);
    const auto text = base::json::canonical(entry.facts);
    CHECK(text.find("Bích") == std::string::npos);
    CHECK(text.find("0921840") == std::string::npos);
    auto twin = facts;
    twin.number = "092184000778";
    const auto act = hall.act(hall.an);
    CHECK(why(hall.staff.add_officer(act, {.name = "dang thi bich"}, first, false)) ==
          StaffRefusal::alike);
    CHECK(why(hall.staff.add_officer(act, twin, first, false)) == StaffRefusal::alike);
    const auto other = hall.staff.add_officer(act, twin, first, true);
    REQUIRE(other);
    CHECK(*other != *bich);
  });
}

TEST_CASE("An administrator of one ward acts in that ward and nowhere else") {
  support::on_each_database([](db::Database& db) {
    Hall hall(db);
    const auto tam = hall.town.tam.person, hoa = hall.town.hoa.person;
    const auto appoint = [&](base::PersonId person, base::UnitId unit) {
      return hall.staff.appoint(hall.act(hall.hanh), hall.position(person, unit, "CLERK"));
    };
    CHECK(appoint(tam, hall.town.other_ward));
    CHECK(why(appoint(hoa, hall.town.ward)) == StaffRefusal::not_yours);
    auto end = hall.held(hall.town.hoa.positions.front().id);
    end.position.to = hall.today();
    CHECK(why(hall.staff.change(hall.act(hall.hanh), end.position, end.version, true)) ==
          StaffRefusal::not_yours);
    const identity::Handover all{hoa, tam, hall.today() + 1};
    CHECK(why(hall.staff.hand_over(hall.act(hall.hanh), all)) == StaffRefusal::not_yours);
    CHECK(hall.verbs(hoa.value) == "");
    CHECK(hall.staff.hand_over(hall.act(hall.an), all));
    CHECK(hall.verbs(hoa.value) == "identity.hand_over ");
  });
}

TEST_CASE("Ending the only leader has to be confirmed, and two who end are told apart") {
  support::on_each_database([](db::Database& db) {
    Hall hall(db);
    auto held = hall.held(hall.town.hoa.positions.front().id);
    held.position.to = hall.today();
    const auto end = [&](bool confirmed) {
      return hall.staff.change(hall.act(hall.an), held.position, held.version, confirmed);
    };
    CHECK(why(end(false)) == StaffRefusal::leaves_empty);
    CHECK(hall.verbs(hall.town.hoa.person.value) == "");
    auto next = hall.position(hall.town.minh.person, hall.town.ward, "LEADER");
    next.from = hall.today() + 1;
    REQUIRE(hall.staff.appoint(hall.act(hall.an), next));
    CHECK(end(false));  // somebody takes over the next day
    CHECK(why(end(false)) == StaffRefusal::changed);
    CHECK(hall.verbs(hall.town.hoa.person.value) == "identity.change_position ");
  });
}

TEST_CASE("A mistaken appointment is taken back the same day, not the next") {
  support::on_each_database([](db::Database& db) {
    Hall hall(db);
    const auto minh = hall.town.minh.person;
    const auto clerk = hall.position(minh, hall.town.ward, "CASHIER");
    REQUIRE(hall.staff.appoint(hall.act(hall.an), clerk));
    const auto held = hall.last_of(minh);
    CHECK(hall.staff.take_back(hall.act(hall.an), held.position.id, held.version));
    CHECK(why(hall.staff.take_back(hall.act(hall.an), held.position.id, held.version)) ==
          StaffRefusal::gone);
    CHECK(hall.verbs(minh.value) == "identity.appoint identity.take_back_position ");
    REQUIRE(hall.staff.appoint(hall.act(hall.an), clerk));
    const auto again = hall.last_of(minh);
    hall.town.now = hall.town.now + base::day_us;
    CHECK(why(hall.staff.take_back(hall.act(hall.an), again.position.id, again.version)) ==
          StaffRefusal::too_late);
  });
}

TEST_CASE("What somebody acting does is recorded in the absent officer's name") {
  support::on_each_database([](db::Database& db) {
    Hall hall(db);
    auto& town = hall.town;
    db.write([&](db::Tx& tx) {
      identity::Delegation absence{.position = town.hoa.positions.front().id,
                                   .from = town.hoa.person,
                                   .to = town.minh.person,
                                   .first = hall.today(),
                                   .last = hall.today(),
                                   .signing = "KT"};
      identity::delegate(db, tx, absence, town.now);
    });
    auto minh = town.minh;
    minh.positions =
        db.read([&](db::Tx& tx) { return identity::positions(tx, minh.person, hall.today()); });
    const auto dossier = town.lan_submits("submit");
    REQUIRE(dossier);
    REQUIRE(town.actions.accept(town.act(town.minh), town.task(*dossier)));
    REQUIRE(town.actions.take_fee(town.act(town.minh), town.task(*dossier)));
    REQUIRE(town.actions.propose(town.act(town.duyen), town.task(*dossier), "Đủ điều kiện",
                                 town.draft(*dossier)));
    CHECK_FALSE(town.actions.send_back(town.act(town.minh), town.task(*dossier), "Sai"));
    REQUIRE(town.actions.send_back(town.act(minh), town.task(*dossier), "Sai"));
    const auto entry = db.read(
        [&](db::Tx& tx) { return journal::Journal::of(tx, "dossier", dossier->id.value).back(); });
    CHECK(entry.verb == "one_stop.send_back");
    CHECK(entry.actor.person == minh.person);
    CHECK(entry.actor.acting_for == town.hoa.person);
    CHECK(entry.actor.position == town.hoa.positions.front().id);
  });
}

TEST_CASE("Delegating and revoking leave one entry each, without the reason") {
  support::on_each_database([](db::Database& db) {
    Hall hall(db);
    auto& town = hall.town;
    const identity::Delegation absence{.position = town.hoa.positions.front().id,
                                       .from = town.hoa.person,
                                       .to = town.duyen.person,
                                       .first = hall.today(),
                                       .last = hall.today() + 1,
                                       .signing = "TUQ",
                                       .reason = "Nằm viện"};
    const auto delegate = [&] { return hall.staff.delegate(hall.act(hall.an), absence); };
    const auto refused = delegate();  // nobody of the cast can sign in
    CHECK(refused.error().delegation->why == identity::DelegationRefusal::no_account);
    CHECK(hall.verbs(town.hoa.person.value) == "");
    const auto id =
        db.write([&](db::Tx& tx) { return identity::delegate(db, tx, absence, town.now); });
    CHECK(hall.staff.revoke(hall.act(hall.an), id));
    CHECK(why(hall.staff.revoke(hall.act(hall.an), id)) == StaffRefusal::gone);
    CHECK(hall.verbs(town.hoa.person.value) == "identity.revoke_delegation ");
    const auto entry = db.read([&](db::Tx& tx) {
      return journal::Journal::of(tx, "person", town.hoa.person.value).front();
    });
    CHECK(base::json::canonical(entry.facts).find("viện") == std::string::npos);
  });
}

TEST_CASE("Papers and corrections of a person are entries without their values") {
  support::on_each_database([](db::Database& db) {
    Hall hall(db);
    const auto lan = hall.town.lan.person;
    identity::Paper paper{.person = lan, .source = "Căn cước"};
    const auto add = [&](const char* number) {
      return hall.staff.add_paper(hall.act(hall.an), paper, number);
    };
    CHECK(why(add("12345")) == StaffRefusal::paper);
    REQUIRE(add("362512345"));
    const auto kept = db.read([&](db::Tx& tx) { return identity::papers_of(tx, lan).front().id; });
    REQUIRE(hall.staff.remove_paper(hall.act(hall.an), lan, kept));
    CHECK(why(hall.staff.remove_paper(hall.act(hall.an), lan, kept)) == StaffRefusal::gone);
    const auto version = db.read([&](db::Tx& tx) { return identity::person(tx, lan)->version; });
    const auto correct = [&] {
      return hall.staff.correct(hall.act(hall.an), lan,
                                {.name = "Nguyễn Thị Lan", .phone = "0912000108"}, version);
    };
    REQUIRE(correct());
    CHECK(why(correct()) == StaffRefusal::changed);
    for (const auto& entry :
         db.read([&](db::Tx& tx) { return journal::Journal::of(tx, "person", lan.value); })) {
      CHECK(base::json::canonical(entry.facts).find("3625") == std::string::npos);
      CHECK(base::json::canonical(entry.facts).find("0912") == std::string::npos);
    }
  });
}

TEST_CASE("An organisation and its representative are one entry each, done once") {
  support::on_each_database([](db::Database& db) {
    Hall hall(db);
    identity::Organisation company{.tax_code = "1800156801",
                                   .name = "Công ty Tôm",
                                   .kind = "company",
                                   .from = *Date::of(2015, 3, 2)};
    const auto keep = [&](const char* act) {
      return hall.organisations.keep(hall.act(hall.an, act), company);
    };
    const auto id = keep("org-1");
    REQUIRE(id);
    CHECK(*keep("org-1") == *id);
    CHECK(why(keep("org-2")) == StaffRefusal::organisation);
    identity::Representative director{.organisation = *id,
                                      .person = hall.town.lan.person,
                                      .capacity = "Giám đốc",
                                      .evidence = "Giấy đăng ký",
                                      .from = hall.today()};
    CHECK(hall.organisations.keep(hall.act(hall.an), director));
    CHECK(why(hall.organisations.keep(hall.act(hall.an), director)) == StaffRefusal::organisation);
    CHECK(hall.verbs(id->value, "organisation") ==
          "identity.add_organisation identity.add_representative ");
  });
}
