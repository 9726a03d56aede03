#include "engines/identity/positions.hpp"
#include "engines/identity/roles.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "engines/identity/delegation.hpp"
#include "engines/identity/handover.hpp"
#include "engines/identity/identity.hpp"
#include "engines/identity/store_accounts.hpp"
#include "support/databases.hpp"

namespace {

using base::Date;
using identity::DelegationRefusal;
using identity::Position;
using identity::PositionRefusal;

const Date today = *Date::of(2026, 11, 23);
const base::Instant now = base::Local::at(today, 9).instant();
const base::UnitId ninh_kieu{31135}, cai_khe{31120};

// A ward with its officers; everybody has an account.
struct Ward {
  explicit Ward(db::Database& db) : db(db) {
    hoa = officer("Nguyễn Văn Hòa");
    duyen = officer("Lê Thị Mỹ Duyên");
    minh = officer("Phạm Văn Minh");
    leads = appoint(hoa, "LEADER");
    appraises = appoint(duyen, "SPECIALIST");
    receives = appoint(minh, "INTAKE_OFFICER");
  }

  base::PersonId officer(const char* name, bool account = true) {
    return db.write([&](db::Tx& tx) {
      const auto id = identity::keep_person(db, tx, {.name = name}, identity::Source::desk, now);
      if (account) identity::store::insert_account(tx, {id, "o" + id.str(), "-", false}, now);
      return id;
    });
  }

  Position position(base::PersonId person, const char* role) const {
    return {.person = person,
            .unit = ninh_kieu,
            .role = role,
            .title = {"Công chức", "Officer"},
            .from = *Date::of(2025, 7, 1)};
  }

  base::PositionId appoint(base::PersonId person, const char* role) {
    return appoint(position(person, role));
  }
  base::PositionId appoint(const Position& position) {
    return db.write([&](db::Tx& tx) { return identity::appoint(db, tx, position, now); });
  }

  std::optional<PositionRefusal> trouble(const Position& position) {
    return db.read([&](db::Tx& tx) {
      const auto trouble = identity::trouble_with(tx, position);
      return trouble ? std::optional(trouble->why) : std::nullopt;
    });
  }

  identity::Held held(base::PositionId id) {
    return *db.read([&](db::Tx& tx) { return identity::held_position(tx, id); });
  }

  // Hòa is away for three days and Duyên acts.
  identity::Delegation away() const {
    return {.position = leads,
            .from = hoa,
            .to = duyen,
            .first = today,
            .last = today + 2,
            .signing = "KT",
            .reason = "Đi công tác"};
  }

  std::optional<DelegationRefusal> trouble(const identity::Delegation& delegation) {
    return db.read([&](db::Tx& tx) {
      const auto trouble = identity::trouble_with(tx, delegation, today);
      return trouble ? std::optional(trouble->why) : std::nullopt;
    });
  }

  identity::DelegationId delegate(const identity::Delegation& delegation) {
    return db.write([&](db::Tx& tx) { return identity::delegate(db, tx, delegation, now); });
  }

  // "LEADER for Nguyễn Văn Hòa" …
  std::string offices(base::PersonId person, Date day) {
    return db.read([&](db::Tx& tx) {
      std::string out;
      for (const auto& p : identity::positions(tx, person, day)) {
        out += (out.empty() ? "" : ", ") + p.role;
        if (p.acting_for) out += " for " + p.acting_for->name;
      }
      return out;
    });
  }

  db::Database& db;
  base::PersonId hoa, duyen, minh;
  base::PositionId leads, appraises, receives;
};

}  // namespace

TEST_CASE("Nobody holds one office twice on one day, and the other is named") {
  support::on_each_database([](db::Database& db) {
    Ward ward(db);
    auto again = ward.position(ward.hoa, "LEADER");
    again.from = today;
    const auto trouble = db.read([&](db::Tx& tx) { return identity::trouble_with(tx, again); });
    REQUIRE(trouble);
    CHECK(trouble->why == PositionRefusal::overlaps);
    CHECK(trouble->other->id == ward.leads);
    auto elsewhere = again;
    elsewhere.unit = cai_khe;
    CHECK_FALSE(ward.trouble(elsewhere));
    CHECK_FALSE(ward.trouble(ward.position(ward.hoa, "CLERK")));
    auto before = again;
    before.from = *Date::of(2024, 1, 1);
    before.to = *Date::of(2025, 6, 30);
    CHECK_FALSE(ward.trouble(before));
    before.to = *Date::of(2025, 7, 1);
    CHECK(ward.trouble(before) == PositionRefusal::overlaps);
    CHECK_FALSE(ward.trouble(ward.held(ward.leads).position));  // not with itself
  });
}

TEST_CASE("A position needs a title and days in their order") {
  support::on_each_database([](db::Database& db) {
    Ward ward(db);
    const auto with = [&](auto change) {
      auto position = ward.position(ward.hoa, "CLERK");
      change(position);
      return ward.trouble(position);
    };
    CHECK(with([](Position& p) { p.title.vi = "  "; }) == PositionRefusal::no_title);
    CHECK(with([](Position& p) { p.title.vi = std::string(10'000, 'x'); }) ==
          PositionRefusal::long_title);
    CHECK(with([](Position& p) { p.to = p.from - 1; }) == PositionRefusal::reversed);
    CHECK(with([](Position& p) { p.from = *Date::of(206, 1, 1); }) == PositionRefusal::far);
    CHECK(with([](Position& p) { p.to = *Date::of(9999, 12, 31); }) == PositionRefusal::far);
    CHECK_FALSE(with([](Position& p) { p.from = p.to.emplace(today + 400); }));  // to come, one day
  });
}

TEST_CASE("Ending is seen from the next day, and of two who end it the second is told") {
  support::on_each_database([](db::Database& db) {
    Ward ward(db);
    auto ended = ward.held(ward.leads).position;
    ended.to = today;
    const auto change = [&] {
      return db.write([&](db::Tx& tx) { return identity::change_position(tx, ended, 1); });
    };
    CHECK(change());
    CHECK_FALSE(change());
    CHECK(ward.offices(ward.hoa, today) == "LEADER");
    CHECK(ward.offices(ward.hoa, today + 1) == "");
    const auto others = [&](Date day) {
      return db.read([&](db::Tx& tx) { return identity::other_holders(tx, ended, day); });
    };
    CHECK(others(today + 1) == 0);
    auto next = ward.position(ward.minh, "LEADER");
    next.from = today + 1;
    ward.appoint(next);
    CHECK(others(today + 1) == 1);
    CHECK(others(today) == 0);
  });
}

TEST_CASE("An appointment made by mistake is taken back the same day, as if never made") {
  support::on_each_database([](db::Database& db) {
    Ward ward(db);
    const auto id = ward.appoint(ward.minh, "CLERK");
    const auto held = ward.held(id);
    CHECK(identity::may_be_taken_back(held, today));
    CHECK_FALSE(identity::may_be_taken_back(held, today + 1));
    CHECK(ward.offices(ward.minh, today) == "INTAKE_OFFICER, CLERK");
    CHECK(db.write([&](db::Tx& tx) { return identity::take_back(tx, held, now); }));
    CHECK_FALSE(db.write([&](db::Tx& tx) { return identity::take_back(tx, held, now); }));
    CHECK(ward.offices(ward.minh, today) == "INTAKE_OFFICER");
    CHECK_FALSE(identity::may_be_taken_back(ward.held(id), today));
    CHECK_FALSE(ward.trouble(ward.position(ward.minh, "CLERK")));  // and may be made anew
  });
}

TEST_CASE("The list of officers is by given name, of a day, a role, some units, a name") {
  support::on_each_database([](db::Database& db) {
    Ward ward(db);
    auto away = ward.position(ward.minh, "CLERK");
    away.unit = cai_khe;
    ward.appoint(away);
    const auto names = [&](identity::StaffQuery query) {
      query.day = today;
      return db.read([&](db::Tx& tx) {
        std::string out;
        for (const auto& one : identity::staff(tx, query)) out += one.name + "/";
        CHECK(identity::staff_count(tx, query) == std::ranges::count(out, '/'));
        return out;
      });
    };
    CHECK(names({}) == "Lê Thị Mỹ Duyên/Nguyễn Văn Hòa/Phạm Văn Minh/Phạm Văn Minh/");
    CHECK(names({.units = std::vector{cai_khe}}) == "Phạm Văn Minh/");
    CHECK(names({.units = std::vector<base::UnitId>{}}) == "");
    CHECK(names({.role = "LEADER"}) == "Nguyễn Văn Hòa/");
    CHECK(names({.words = "van hoa"}) == "Nguyễn Văn Hòa/");
    CHECK(names({.words = "%"}) == "");
  });
}

TEST_CASE("Who stands in for an absent officer has the position, in their name, on those days") {
  support::on_each_database([](db::Database& db) {
    Ward ward(db);
    CHECK_FALSE(ward.trouble(ward.away()));
    const auto id = ward.delegate(ward.away());
    CHECK(ward.offices(ward.duyen, today) == "SPECIALIST, LEADER for Nguyễn Văn Hòa");
    CHECK(ward.offices(ward.duyen, today + 2) == "SPECIALIST, LEADER for Nguyễn Văn Hòa");
    CHECK(ward.offices(ward.duyen, today + 3) == "SPECIALIST");
    CHECK(ward.offices(ward.duyen, today - 1) == "SPECIALIST");
    identity::Who duyen{.person = ward.duyen, .officer = true};
    duyen.positions =
        db.read([&](db::Tx& tx) { return identity::positions(tx, ward.duyen, today); });
    const auto actor = duyen.actor(duyen.in("LEADER", ninh_kieu));
    CHECK(actor.person == ward.duyen);
    CHECK(actor.acting_for == ward.hoa);
    CHECK(actor.position == ward.leads);
    CHECK_FALSE(duyen.actor(duyen.in("SPECIALIST", ninh_kieu)).acting_for);
    CHECK(db.write([&](db::Tx& tx) { return identity::revoke(tx, id, now); }));
    CHECK_FALSE(db.write([&](db::Tx& tx) { return identity::revoke(tx, id, now); }));
    CHECK(ward.offices(ward.duyen, today) == "SPECIALIST");
  });
}

TEST_CASE("A delegation falls with the office it is of, and with the offices of who acts") {
  support::on_each_database([](db::Database& db) {
    Ward ward(db);
    ward.delegate(ward.away());
    const auto end = [&](base::PositionId id) {
      auto held = ward.held(id);
      held.position.to = today;
      db.write(
          [&](db::Tx& tx) { return identity::change_position(tx, held.position, held.version); });
    };
    end(ward.appraises);
    CHECK(ward.offices(ward.duyen, today + 1) == "");
    CHECK(ward.offices(ward.duyen, today) == "SPECIALIST, LEADER for Nguyễn Văn Hòa");
    end(ward.leads);
    ward.appoint(ward.duyen, "CLERK");
    CHECK(ward.offices(ward.duyen, today + 1) == "CLERK");
  });
}

TEST_CASE("What cannot be delegated is refused with its reason") {
  support::on_each_database([](db::Database& db) {
    Ward ward(db);
    const auto with = [&](auto change) {
      auto delegation = ward.away();
      change(delegation);
      return ward.trouble(delegation);
    };
    using Why = DelegationRefusal;
    using identity::Delegation;
    CHECK(with([&](Delegation& d) { d.to = ward.hoa; }) == Why::to_self);
    CHECK(with([&](Delegation& d) { d.position = ward.receives; }) == Why::no_position);
    CHECK(with([&](Delegation& d) { d.position = {}; }) == Why::no_position);
    CHECK(with([&](Delegation& d) { d.last = d.first - 1; }) == Why::reversed);
    CHECK(with([&](Delegation& d) { d.first = today - 1; }) == Why::past);
    CHECK(with([&](Delegation& d) { d.last = today + 366; }) == Why::long_);
    CHECK(with([&](Delegation& d) { d.signing = "XX"; }) == Why::no_signing);
    const auto stranger = ward.officer("Không Tài Khoản", false);
    CHECK(with([&](Delegation& d) { d.to = stranger; }) == Why::no_account);
    const auto idle = ward.officer("Không Chức Vụ");
    CHECK(with([&](Delegation& d) { d.to = idle; }) == Why::no_office);
    ward.delegate(ward.away());
    CHECK(with([&](Delegation& d) { d.to = ward.minh; }) == Why::overlaps);
    CHECK_FALSE(with([&](Delegation& d) { d.first = d.last = today + 3; }));
  });
}

TEST_CASE("What was delegated is not delegated again, and never in a circle") {
  support::on_each_database([](db::Database& db) {
    Ward ward(db);
    const auto id = ward.delegate(ward.away());
    auto again = ward.away();  // Duyên passes on what Hòa gave her
    again.from = ward.duyen;
    again.to = ward.minh;
    CHECK(ward.trouble(again) == DelegationRefusal::no_position);
    auto own = again;  // or goes away herself while she acts
    own.position = ward.appraises;
    CHECK(ward.trouble(own) == DelegationRefusal::acting);
    own.to = ward.hoa;  // back to Hòa, who is away
    CHECK(ward.trouble(own) == DelegationRefusal::absent);
    db.write([&](db::Tx& tx) { return identity::revoke(tx, id, now); });
    CHECK_FALSE(ward.trouble(own));
  });
}

TEST_CASE("Delegations are listed by what they are today, and end without a hand") {
  support::on_each_database([](db::Database& db) {
    Ward ward(db);
    const auto id = ward.delegate(ward.away());
    const auto count = [&](identity::DelegationState state, Date day) {
      identity::DelegationQuery query{.state = state, .today = day};
      return db.read([&](db::Tx& tx) {
        const auto all = identity::delegations(tx, query);
        for (const auto& one : all) CHECK(identity::state_of(one, day) == state);
        CHECK(int(all.size()) == identity::delegation_count(tx, query));
        return all.size();
      });
    };
    using State = identity::DelegationState;
    CHECK(count(State::coming, today - 1) == 1);
    CHECK(count(State::in_force, today) == 1);
    CHECK(count(State::in_force, today + 3) == 0);
    CHECK(count(State::ended, today + 3) == 1);
    db.write([&](db::Tx& tx) { return identity::revoke(tx, id, now); });
    CHECK(count(State::revoked, today) == 1);
    CHECK(count(State::in_force, today) == 0);
  });
}

TEST_CASE("A hand-over says before what it will do, and then does that") {
  support::on_each_database([](db::Database& db) {
    Ward ward(db);
    auto both = ward.position(ward.duyen, "LEADER");  // Duyên leads already, from another day
    ward.appoint(both);
    auto clerk = ward.position(ward.hoa, "CLERK");
    ward.appoint(clerk);
    auto coming = ward.position(ward.hoa, "SPECIALIST");
    coming.unit = cai_khe;
    coming.from = today + 30;
    ward.appoint(coming);
    auto absence = ward.away();
    absence.to = ward.minh;
    absence.first = today + 1;
    absence.last = today + 9;
    ward.delegate(absence);
    const identity::Handover handover{ward.hoa, ward.duyen, today + 5};
    const auto plan = db.read([&](db::Tx& tx) { return identity::plan(tx, handover); });
    CHECK(plan.moved.size() == 1);      // clerk
    CHECK(plan.ended.size() == 1);      // leader: she is one
    CHECK(plan.withdrawn.size() == 1);  // the coming one is hers
    CHECK(plan.given.size() == 1);
    const auto given =
        db.write([&](db::Tx& tx) { return identity::hand_over(db, tx, handover, now); });
    CHECK(given.size() == 2);
    CHECK(ward.offices(ward.hoa, today + 4) == "LEADER, CLERK");
    CHECK(ward.offices(ward.hoa, today + 5) == "");
    CHECK(ward.offices(ward.hoa, today + 40) == "");
    CHECK(ward.offices(ward.minh, today + 4) == "INTAKE_OFFICER, LEADER for Nguyễn Văn Hòa");
    CHECK(ward.offices(ward.minh, today + 5) == "INTAKE_OFFICER");
    CHECK(ward.offices(ward.duyen, today + 5) == "SPECIALIST, LEADER, CLERK");
    CHECK(ward.offices(ward.duyen, today + 40) == "SPECIALIST, LEADER, CLERK, SPECIALIST");
    const auto trouble = [&](identity::Handover one) {
      return db.read([&](db::Tx& tx) { return identity::trouble_with(tx, one, today); });
    };
    CHECK(trouble(handover) == identity::HandoverRefusal::nothing);
    CHECK(trouble({ward.duyen, ward.duyen, today}) == identity::HandoverRefusal::to_self);
    CHECK(trouble({ward.duyen, ward.minh, today - 1}) == identity::HandoverRefusal::past);
    CHECK_FALSE(trouble({ward.duyen, ward.minh, today}));
  });
}

TEST_CASE("Roles come from the pack's file, and all that is wrong with it is told at once") {
  support::on_each_database([](db::Database& db) {
    const auto import = [&](std::string_view text) {
      std::string told;
      for (const auto& flaw : identity::flaws_in_roles(*base::json::parse(text))) {
        told += flaw.pointer + " ";
      }
      const auto refused = db.write([&](db::Tx& tx) { return identity::import_roles(tx, text); });
      CHECK(refused.has_value() == !told.empty());
      return told;
    };
    CHECK(import(R"([{"code": "LEADER", "name": {"vi": "Lãnh đạo", "en": "Leader"}},
      {"code": "CITIZEN", "name": {"vi": "Công dân"}, "office": false}])") == "");
    CHECK(import(R"([{"code": "LEADER", "name": {"vi": "Người ký", "en": "Signer"}}])") == "");
    const auto roles = db.read([](db::Tx& tx) { return identity::roles(tx); });
    REQUIRE(roles.size() == 2);
    CHECK(roles[0].name.vi == "Người ký");
    CHECK_FALSE(roles[1].office);
    CHECK(import("[{}]") == "/0/code /0/name ");
    CHECK(import(R"([{"code": "a", "name": "x"}, {"code": "A", "name": "x", "ofice": 1},
      {"code": "A", "name": "x"}])") == "/0/code /1/ofice /2/code ");
    CHECK(import("{}") == " ");
  });
}
