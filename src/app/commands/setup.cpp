// Setting up: a new installation, the pack, the demonstration's people.
#include <fmt/format.h>

#include <fstream>

#include "app/commands/commands.hpp"
#include "engines/identity/founding.hpp"
#include "engines/messages/reach.hpp"
#include "engines/units/units.hpp"
#include "platform/crypto/crypto.hpp"

namespace app {
int init(const std::string& data, const std::string& database, const std::string& pack,
         const std::string& login) {
  if (const int code = import_pack(data, database, pack, false, false)) return code;
  Ground ground(data, database);
  const auto cities =
      ground.db->read([](db::Tx& tx) { return units::of_kinds(tx, {"city"}, now().local().date); });
  if (cities.empty()) throw db::Failure("units.csv of the pack has no unit of the kind city");
  const auto password = crypto::random_token();
  const bool made = identity::create_administrator(
      *ground.db, ground.journal,
      {.login = login, .name = login, .password = password, .unit = cities.front().id}, now());
  if (made) {
    fmt::print("Administrator: {}\nOne-time password: {}\n", login, password);
  } else {
    fmt::print("The installation in {} already has the administrator {}.\n", data, login);
  }
  return 0;
}

namespace {

// The invented residents' addresses, as if they had confirmed them. A resident is a person only
// after their first sign-in or as the demonstration loads them.
void keep_addresses(Ground& ground, const base::json::array& residents) {
  ground.db->write([&](db::Tx& tx) {
    for (const auto& item : residents) {
      const auto& o = item.as_object();
      const auto person = identity::person_by_number(tx, base::json::text_at(o, "number"));
      const auto address = mail::Address::parse(base::json::text_at(o, "email"));
      if (person && address) messages::set_demo_address(tx, *person, *address, now());
    }
  });
}

// What the demonstration shows on its own pages, and codes for units that have none: invented, for
// the city's own were not found in any public text. Only a change is written, and journalled.
void keep_demo(Ground& ground, const base::json::object& shown) {
  ground.db->write([&](db::Tx& tx) {
    int number = 0, given = 0;
    for (const auto& unit : units::of_kinds(tx, {"ward", "commune"}, now().local().date)) {
      ++number;
      if (!unit.agency_code.empty()) continue;
      units::set_agency_code(tx, unit.id, fmt::format("H13.{:02}", number), unit.from);
      ++given;
    }
    const bool told = config::get(tx, demo_setting) != shown;
    if (told) config::set(tx, now(), demo_setting, shown);
    // Invented administrators with public passwords need no second factor to be looked at.
    const base::json::object nobody = {{"from", "2025-01-01"}, {"roles", base::json::array()}};
    if (told) config::set(tx, now(), "second_factor", {{"demanded", base::json::array{nobody}}});
    if (!told && !given) return;
    ground.journal.append(tx, now(),
                          {.act = fresh_act(),
                           .actor = {},
                           .verb = "app.keep_demo",
                           .subject_kind = "demo",
                           .subject = ground.db->next_id(),
                           .facts = {{"agency_codes", given}, {"people_shown", told}},
                           .law = ""});
  });
}

// The invented decisions by which deputies sign.
base::json::array demo_signing(const std::string& folder) {
  std::ifstream in(folder + "/demo/people.json", std::ios::binary);
  const std::string text(std::istreambuf_iterator<char>(in), {});
  const auto file = base::json::parse(text);
  return file ? base::json::array_at(file->as_object(), "signing") : base::json::array{};
}

}  // namespace

int demo_people(const std::string& data, const std::string& database, const std::string& folder) {
  Ground ground(data, database);
  const auto today = now().local().date;
  const auto find = [&](std::string_view code) {
    const auto unit = ground.db->read([&](db::Tx& tx) { return units::by_code(tx, code, today); });
    return unit ? unit->id : base::UnitId{};
  };
  const auto people =
      identity::load_demo_people(*ground.db, ground.journal, folder + "/demo", find, now());
  if (!people.problem.empty()) {
    fmt::print(stderr, "{}\n", people.problem);
    return 1;
  }
  for (const auto& item : demo_signing(folder)) {
    const auto& o = item.as_object();
    const auto text = [&](const char* key) { return std::string(base::json::text_at(o, key)); };
    grant_signing(ground, {.login = text("login"),
                           .unit = text("unit"),
                           .field = text("field"),
                           .basis = text("basis"),
                           .decision = text("decision"),
                           .decided = text("decided"),
                           .from = text("from"),
                           .to = text("to")});
  }
  base::json::array officers;
  fmt::print("Officers (sign in at /dang-nhap/can-bo):\n");
  for (const auto& o : people.officers) {
    const auto unit =
        ground.db->read([&](db::Tx& tx) { return units::by_code(tx, o.unit, today); });
    const auto place = unit ? unit->name : base::Words{};
    fmt::print("  {:<8} {:<18} {}, {}\n", o.login, o.password, o.title.vi, place.vi);
    officers.push_back(base::json::object{
        {"login", o.login},
        {"password", o.password},
        {"name", o.name},
        {"office_vi", o.title.vi + ", " + place.vi},
        {"office_en", o.title.in(base::Lang::en) + ", " + place.in(base::Lang::en)}});
  }
  fmt::print("Residents (sign in with the simulated VNeID, no password):\n");
  for (const auto& item : people.residents) {
    fmt::print("  {}\n", base::json::text_at(item.as_object(), "name"));
  }
  keep_addresses(ground, people.residents);
  keep_demo(ground, {{"residents", people.residents}, {"officers", officers}});
  return 0;
}

}  // namespace app
