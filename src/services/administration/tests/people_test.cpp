#include <doctest/doctest.h>

#include "cast/town.hpp"
#include "engines/identity/administrators.hpp"
#include "engines/identity/founding.hpp"
#include "services/administration/actions_organisations.hpp"
#include "services/administration/actions_people.hpp"
#include "support/databases.hpp"
#include "support/visit.hpp"

namespace {

using administration::office::OrganisationActions;
using administration::office::StaffAct;
using administration::office::StaffActions;
using administration::office::StaffRefusal;
using base::Date;

// The town with An, who administers the city, and Hạnh, who administers Tâm's ward only.
struct Hall {
  explicit Hall(db::Database& db)
      : town(db),
        two_person(db, town.journal, {identity::appoint_administrator(db, town.journal)}),
        staff(db, town.journal, two_person),
        organisations(db, town.journal) {
    const auto city = db.read([&](db::Tx& tx) { return units::by_code(tx, "92", today())->id; });
    an = administrator("Lý Thành An", city);
    hanh = administrator("Võ Thị Hạnh", town.other_ward);
  }

  Date today() const { return town.now.local().date; }

  identity::Who administrator(const char* name, base::UnitId unit) {
    identity::Who who{.name = name, .officer = true};
    identity::Position position{.unit = unit,
                                .role = "SYS_ADMIN",
                                .title = {"Quản trị hệ thống", "Administrator"},
                                .from = today()};
    town.db.write([&](db::Tx& tx) {
      who.person = position.person =
          identity::keep_person(town.db, tx, {.name = name}, identity::Source::desk, town.now);
      position.id = identity::appoint(town.db, tx, position);
    });
    who.positions = {position};
    units::Forest forest(town.db);
    who.tree = forest.as_of(today());
    return who;
  }

  StaffAct act(const identity::Who& who, std::string id = {}) {
    if (id.empty()) id = "a" + std::to_string(town.db.next_id());
    return {id, town.now, &who};
  }

  identity::Position position(base::PersonId person, base::UnitId unit, const char* role) const {
    return {.person = person,
            .unit = unit,
            .role = role,
            .title = {"Văn thư", "Clerk"},
            .from = today()};
  }

  identity::Held held(base::PositionId id) {
    return *town.db.read([&](db::Tx& tx) { return identity::held_position(tx, id); });
  }
  identity::Held last_of(base::PersonId person) {
    return town.db.read([&](db::Tx& tx) { return identity::positions_ever(tx, person).front(); });
  }

  // Yến administers the city too, with an account of her own; answers her.
  identity::Who a_second() {
    identity::create_administrator(
        town.db, town.journal,
        {"yen", "Phan Thị Kim Yến", "mật khẩu dài", false, an.positions.front().unit}, town.now);
    identity::Who yen{.officer = true};
    yen.person = town.db.read([](db::Tx& tx) {
      identity::StaffQuery query;
      query.words = "Kim Yen";
      query.day = *base::Date::of(2026, 12, 31);
      return identity::staff(tx, query).front().position.person;
    });
    yen.positions = positions(yen.person);
    return yen;
  }
  std::vector<identity::Position> positions(base::PersonId person) {
    return town.db.read([&](db::Tx& tx) { return identity::positions(tx, person, today()); });
  }
  support::FakeVisit visit(const identity::Who& who) {
    return {who, town.now, "v" + std::to_string(town.db.next_id()), "token"};
  }

  // The verbs in the journal of a person, in order.
  std::string verbs(std::int64_t subject, std::string_view kind = "person") {
    return town.db.read([&](db::Tx& tx) {
      std::string out;
      for (const auto& entry : journal::Journal::of(tx, kind, subject)) out += entry.verb + " ";
      return out;
    });
  }

  cast::Town town;
  identity::TwoPerson two_person;
  StaffActions staff;
  OrganisationActions organisations;
  identity::Who an, hanh;
};

template <class T>
StaffRefusal why(const administration::office::StaffDone<T>& done) {
  REQUIRE_FALSE(done);
  return done.error().why;
}

}  // namespace

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

TEST_CASE("Nobody makes an administrator alone once the city has two") {
  support::on_each_database([](db::Database& db) {
    Hall hall(db);
    const auto tam = hall.town.tam.person;
    const auto city = hall.an.positions.front().unit;
    const auto office = hall.position(tam, city, "SYS_ADMIN");
    const auto yen = hall.a_second();
    CHECK(why(hall.staff.appoint(hall.act(hall.an), office)) == StaffRefusal::two_people);
    CHECK(why(hall.staff.add_officer(hall.act(hall.an), {.name = "Đặng Thị Bích"}, office, true)) ==
          StaffRefusal::two_people);
    const identity::Handover own{yen.person, tam, hall.today() + 1};
    CHECK(why(hall.staff.hand_over(hall.act(hall.an), own)) == StaffRefusal::two_people);

    REQUIRE(hall.staff.ask_administrator(hall.visit(hall.an), office));
    CHECK(why(hall.staff.ask_administrator(hall.visit(yen), office)) == StaffRefusal::asked);
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

    auto longer = hall.held(now.back().id);
    longer.position.to = hall.today() + 30;  // an end is nobody's gain
    CHECK(hall.staff.change(hall.act(yen), longer.position, longer.version, true));
    longer = hall.held(now.back().id);
    longer.position.to.reset();
    CHECK(why(hall.staff.change(hall.act(hall.an), longer.position, longer.version, true)) ==
          StaffRefusal::two_people);
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
