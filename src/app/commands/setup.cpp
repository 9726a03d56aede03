// Setting up: a new installation, the pack, the demonstration's people.
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include "app/commands/commands.hpp"
#include "app/post.hpp"
#include "base/must.hpp"
#include "engines/calendar/publish.hpp"
#include "engines/documents/moving.hpp"
#include "engines/forms/forms.hpp"
#include "engines/identity/founding.hpp"
#include "engines/messages/reach.hpp"
#include "engines/units/geometry.hpp"
#include "engines/units/units.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/pdf/template.hpp"
#include "services/privacy/request.hpp"
#include "services/privacy/store_consent.hpp"

namespace app {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw db::Failure(path.string() + " cannot be read");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

// A part of the pack that is not the catalogue's is wrong: nothing of the pack is kept.
struct Broken : std::runtime_error {
  using std::runtime_error::runtime_error;
};

catalogue::Checks checks() {
  catalogue::Checks checks;
  checks.form = [](std::string_view text) {
    reading::Flaws flaws;
    if (const auto form = forms::parse(text); !form) {
      for (const auto& flaw : form.error()) flaws.push_back({0, flaw.pointer, flaw.message});
    }
    return flaws;
  };
  checks.flow = [](std::string_view text) {
    reading::Flaws flaws;
    if (const auto flow = casework::compile(text); !flow) {
      flaws.push_back({flow.error().line, "", {flow.error().message, flow.error().message}});
    }
    return flaws;
  };
  checks.result_template = [](std::string_view text) {
    reading::Flaws flaws;
    if (const auto paper = documents::read_template(text); !paper) {
      flaws.push_back({paper.error().line, "", paper.error().message});
    }
    return flaws;
  };
  return checks;
}

// Nothing of the pack is kept when any part of it is wrong, so this part is first tried and undone.
struct OnlyTrying {};

// units.csv and every other units-*.csv but the two tables about them.
std::vector<units::File> unit_files(const fs::path& pack) {
  std::vector<units::File> out;
  for (const auto& entry : fs::directory_iterator(pack)) {
    const auto name = entry.path().filename().string();
    if (!name.starts_with("units") || entry.path().extension() != ".csv") continue;
    if (name == "units-successions.csv" || name == "units-centres.csv") continue;
    out.push_back({name, read(entry.path())});
  }
  std::sort(out.begin(), out.end(), [](auto& a, auto& b) { return a.name < b.name; });
  return out;
}

std::vector<units::File> file_if_there(const fs::path& pack, const std::string& name) {
  if (!fs::exists(pack / name)) return {};
  return {{name, read(pack / name)}};
}

template <class T>
T understood(const char* file, base::Result<T, reading::Flaws> read) {
  if (read) return std::move(*read);
  const auto& flaw = read.error().front();
  throw Broken(fmt::format("{} line {}: {}", file, flaw.line, flaw.message.en));
}

std::string import_calendar(Ground& ground, db::Tx& tx, const fs::path& pack, bool overwrite) {
  constexpr const char *days = "calendar/holidays.csv", *hours = "calendar/hours.json";
  const auto unit_of = [&](std::string_view code) {
    const auto unit = units::by_code(tx, code, now().local().date);
    return unit ? unit->id : base::UnitId{};
  };
  calendar::Contents contents{understood(days, calendar::read_days(read(pack / days))),
                              understood(hours, calendar::read_hours(read(pack / hours), unit_of))};
  return calendar::publish_pack(tx, ground.journal, {fresh_act(), {}, now()}, std::move(contents),
                                overwrite);
}

// The words of each kind of message, none missing and none too many, and when letters wait.
int import_messages(Ground& ground, db::Tx& tx, const fs::path& pack) {
  auto kinds = message_kinds();
  for (auto& own : messages::own_kinds()) kinds.push_back(std::move(own));
  std::set<std::string> files;
  int published = 0;
  for (const auto& kind : kinds) {
    const auto name = fmt::format("templates/messages/{}.template", kind.key);
    if (!fs::exists(pack / name)) throw Broken(name + " is missing");
    files.insert(std::string(kind.key));
    const auto done = messages::publish_template(*ground.db, tx, now(), kind, read(pack / name));
    if (!done) {
      throw Broken(fmt::format("{} line {}: {}", name, done.error().line, done.error().message.en));
    }
    published += *done;
  }
  for (const auto& entry : fs::directory_iterator(pack / "templates/messages")) {
    if (entry.path().extension() != ".template") continue;
    if (!files.contains(entry.path().stem().string()))
      throw Broken(entry.path().filename().string() + ": no room tells this kind of message");
  }
  if (!fs::exists(pack / "messages.json")) return published;
  const auto settings = base::json::parse(read(pack / "messages.json"));
  if (!settings || !settings->is_object()) throw Broken("messages.json is not a JSON object");
  const auto& o = settings->get_object();
  if (const auto flaw = messages::flaw_in_settings(o); !flaw.empty())
    throw Broken("messages.json, " + flaw);
  config::set(tx, now(), "messages", o);
  return published;
}

// Terms of requests, times of keeping, what may be consented to. A city without the file has none.
void import_personal_data(db::Tx& tx, const fs::path& pack) {
  for (const auto& file : file_if_there(pack, "personal-data.json")) {
    const auto rules = base::json::parse(file.text);
    if (!rules || !rules->is_object()) throw Broken(file.name + " is not a JSON object");
    const auto& o = rules->get_object();
    auto flaw = privacy::flaw_in_settings(o);
    if (flaw.empty()) flaw = privacy::publish_consents(tx, now(), o);
    if (!flaw.empty()) throw Broken(file.name + ", " + flaw);
    config::set(tx, now(), "personal_data", o);
  }
}

// What the law asks after an incident of personal data, and by when.
void import_incidents(db::Tx& tx, const fs::path& pack) {
  if (!fs::exists(pack / "incidents.json")) return;
  const auto settings = base::json::parse(read(pack / "incidents.json"));
  if (!settings || !settings->is_object()) throw Broken("incidents.json is not a JSON object");
  const auto& o = settings->get_object();
  if (const auto flaw = incidents::flaw_in_settings(o); !flaw.empty())
    throw Broken("incidents.json: " + flaw);
  config::set(tx, now(), incidents::setting, o);
}

// What becomes of papers under way when their unit ends.
void import_succession(db::Tx& tx, const fs::path& pack) {
  for (const auto& file : file_if_there(pack, "succession.json")) {
    const auto rules = base::json::parse(file.text);
    if (!rules || !rules->is_object()) throw Broken(file.name + " is not a JSON object");
    const auto flaw = documents::flaw_in(rules->get_object());
    if (!flaw.empty()) throw Broken(file.name + ", " + flaw);
    config::set(tx, now(), documents::rules_setting, rules->get_object());
  }
}

// Units, days, templates and the city's words. Returns what was done, for the terminal.
std::string import_ground(Ground& ground, db::Tx& tx, const fs::path& pack, bool overwrite) {
  const auto added = units::import_units(*ground.db, tx, unit_files(pack),
                                         file_if_there(pack, "units-successions.csv"));
  if (!added.problem.empty()) throw Broken(added.problem);
  for (const auto& file : file_if_there(pack, "units-centres.csv")) {
    const auto centres = units::import_centres(tx, file);
    if (!centres) throw Broken(centres.error().told());
  }
  const auto calendar = import_calendar(ground, tx, pack, overwrite);
  const auto roles = identity::import_roles(tx, read(pack / "roles.json"));
  if (roles) throw Broken("roles.json " + *roles);
  int papers = 0;
  for (const auto& entry : fs::directory_iterator(pack / "templates")) {
    if (entry.path().extension() != ".template") continue;
    const auto name = entry.path().stem().string();
    const auto done = documents::publish_template(tx, now(), name, read(entry.path()));
    if (!done) {
      throw Broken(fmt::format("templates/{}.template line {}: {}", name, done.error().line,
                               done.error().message.en));
    }
    papers += *done;
  }
  for (const auto& file : file_if_there(pack, "templates/signing.wording")) {
    const auto done = documents::publish_wording(tx, now(), file.text);
    if (!done) {
      throw Broken(
          fmt::format("{} line {}: {}", file.name, done.error().line, done.error().message.en));
    }
    papers += *done;
  }
  papers += import_messages(ground, tx, pack);
  import_personal_data(tx, pack);
  import_incidents(tx, pack);
  import_succession(tx, pack);
  const auto about = base::json::parse(read(pack / "pack.json"));
  if (!about)
    throw Broken(fmt::format("pack.json line {}: {}", about.error().line, about.error().message));
  config::set(tx, now(), "city", base::json::object_at(about->as_object(), "city"));
  ground.journal.append(tx, now(),
                        {.act = fresh_act(),
                         .actor = {},
                         .verb = "app.import_ground",
                         .subject_kind = "pack",
                         .subject = ground.db->next_id(),
                         .facts = {{"units_added", added.added},
                                   {"unit_versions", added.versions},
                                   {"unit_successions", added.successions},
                                   {"templates_published", papers}},
                         .law = ""});
  return fmt::format(
      "units: {} added, {} versions, {} successions; {}; shared templates: {} published\n",
      added.added, added.versions, added.successions, calendar, papers);
}

}  // namespace

int import_pack(const std::string& data, const std::string& database, const std::string& folder,
                bool dry_run, bool overwrite) {
  Ground ground(data, database);
  try {
    ground.db->write([&](db::Tx& tx) {
      import_ground(ground, tx, folder, overwrite);
      throw OnlyTrying();
    });
  } catch (const OnlyTrying&) {
  } catch (const Broken& broken) {
    fmt::print("{}\nNothing was published.\n", broken.what());
    return 1;
  }
  const catalogue::Act act{fresh_act(), {}, now()};
  const auto report = catalogue::import_pack(*ground.db, ground.publisher, folder, checks(),
                                             {dry_run, overwrite}, act);
  fmt::print("{}\n", report.told(base::Lang::en));
  if (report.refused || dry_run) return report.refused;
  fmt::print("{}", ground.db->write(
                       [&](db::Tx& tx) { return import_ground(ground, tx, folder, overwrite); }));
  return 0;
}

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
  const auto file = base::json::parse(read(folder + "/demo/people.json"));
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
