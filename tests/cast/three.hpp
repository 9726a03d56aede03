// The city with three administrators, for tests of what one of them may not do alone.
#pragma once

#include <doctest/doctest.h>

#include <fmt/format.h>

#include "cast/city.hpp"
#include "engines/identity/administrators.hpp"
#include "engines/identity/founding.hpp"
#include "engines/identity/store_accounts.hpp"
#include "engines/identity/store_second_factor.hpp"

namespace cast {

// Quản Trị and Chi administer the city with accounts; the boss does too, and is the one who tries.
struct Three {
  Three() {
    identity::create_administrator(city.db(), city.town.journal,
                                   {"chi", "Trần Quế Chi", "mật khẩu của Chi", false, city.city()},
                                   city.town.now);
    chi = who("chi");
    target = who("quantri");
    city.account = city.person = target.person;
    city.position = target.positions.front().id;
    city.db().write([&](db::Tx& tx) {
      REQUIRE_FALSE(identity::import_roles(
          tx, R"([{"code": "SYS_ADMIN", "name": {"vi": "Quản trị", "en": "Administrator"}}])"));
      tx.execute("UPDATE identity_account SET one_time = FALSE");  // both have their own password
      // Both have a second factor, and somebody acts for the target already.
      for (const auto person : {chi.person, target.person}) {
        identity::store::insert_factor(tx, person, {"sealed", city.town.now, 1});
      }
      const identity::Delegation absence{.position = city.position,
                                         .from = target.person,
                                         .to = city.boss.person,
                                         .first = city.today() + 300,
                                         .last = city.today() + 301,
                                         .signing = "TUQ"};
      city.delegation = identity::delegate(city.db(), tx, absence, city.town.now);
    });
  }

  Who who(std::string_view login) {
    Who out{.name = std::string(login), .officer = true};
    city.db().read([&](db::Tx& tx) {
      out.person = identity::store::account(tx, login)->person;
      out.positions = identity::positions(tx, out.person, city.today());
    });
    return out;
  }

  // All that says who administers, and how they prove who they are.
  std::string powers() {
    std::string out;
    const auto line = [&](const db::Row& row) { out += row.str(0) + "\n"; };
    city.db().read([&](db::Tx& tx) {
      tx.query(
          R"(SELECT 'position ' || id || ' ' || person_id || ' ' || unit_id || ' ' || valid_from
                    || ' ' || coalesce(valid_to, '-') || ' ' || coalesce(taken_back_at, 0)
                  FROM identity_position WHERE role = 'SYS_ADMIN' ORDER BY id)",
          {}, line);
      tx.query(R"(SELECT 'delegation ' || d.id || ' ' || d.to_id || ' ' || coalesce(d.revoked_at, 0)
                  FROM identity_delegation d JOIN identity_position p ON p.id = d.position_id
                  WHERE p.role = 'SYS_ADMIN' ORDER BY d.id)",
               {}, line);
      tx.query(R"(SELECT 'account ' || a.person_id || ' ' || a.login || ' ' || a.state || ' '
                    || a.password_hash || ' ' || coalesce(f.enrolled_at, 0)
                  FROM identity_account a LEFT JOIN identity_factor f ON f.person_id = a.person_id
                  WHERE EXISTS (SELECT 1 FROM identity_position p
                    WHERE p.person_id = a.person_id AND p.role = 'SYS_ADMIN')
                  ORDER BY a.person_id)",
               {}, line);
    });
    return out;
  }
  int requests() {
    return city.db().read([](db::Tx& tx) {
      return int(*tx.first("SELECT count(*) FROM identity_two_person", {},
                           [](const db::Row& row) { return row.i64(0); }));
    });
  }
  // The newest request of that kind.
  identity::TwoPersonRequest request(std::string_view kind) {
    return city.db().read([&](db::Tx& tx) {
      const auto id =
          tx.first("SELECT id FROM identity_two_person WHERE kind = $1 ORDER BY id DESC", {kind},
                   [](const db::Row& row) { return row.id<identity::RequestId>(0); });
      REQUIRE(id);
      return *identity::TwoPerson::find(tx, *id, city.town.now);
    });
  }

  const identity::Route& route(http::Method method, std::string_view pattern) {
    for (const auto& one : city.routes()) {
      if (one.method == method && one.pattern == pattern) return one;
    }
    FAIL("no route " << pattern);
    return city.routes().front();
  }
  http::Response post(std::string_view pattern, const Who& by, const std::string& fields) {
    return city.call(route(http::Method::post, pattern), by, fields);
  }
  http::Response get(std::string_view pattern, const Who& by) {
    return city.call(route(http::Method::get, pattern), by, "");
  }
  http::Response confirm(const Who& by, std::string_view kind) {
    return post("/quan-tri/hai-nguoi", by, "viec=confirm&request=" + request(kind).id.str());
  }

  City city;
  Who chi, target;
};

inline std::string day(std::string_view name, base::Date day) {
  return fmt::format("&{0}-day={1}&{0}-month={2}&{0}-year={3}", name, day.day(), day.month(),
                     day.year());
}

inline constexpr std::string_view account_page = "/quan-tri/tai-khoan/{account}";
inline constexpr std::string_view unit_page = "/quan-tri/don-vi/{unit}/sua";
inline constexpr std::string_view position_page = "/quan-tri/nguoi/{person}/vi-tri/{position}";

}  // namespace cast
