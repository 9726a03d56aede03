// The pack: everything in it examined, all that is wrong told at once, then all of it kept or none.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>
#include <tuple>

#include "app/commands/commands.hpp"
#include "app/commands/examine_pack.hpp"
#include "app/post.hpp"
#include "app/text_pack.hpp"
#include "engines/calendar/publish.hpp"
#include "engines/catalogue/files.hpp"
#include "engines/decisions/publish.hpp"
#include "engines/documents/examine.hpp"
#include "engines/documents/moving.hpp"
#include "engines/identity/roles.hpp"
#include "engines/messages/reach.hpp"
#include "engines/messages/settings.hpp"
#include "engines/units/examine.hpp"
#include "engines/units/geometry.hpp"
#include "services/incidents/paper_values.hpp"
#include "services/incidents/settings.hpp"
#include "services/one_stop/fitting.hpp"
#include "services/one_stop/paper_values.hpp"
#include "services/privacy/settings.hpp"
#include "services/privacy/store_consent.hpp"

namespace app {
namespace {

namespace fs = std::filesystem;
using catalogue::PackProblem;

// Of the terminal, as its other programs have it.
base::Lang lang() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* given = std::getenv(name);
    if (given && *given)
      return std::string_view(given).starts_with("vi") ? base::Lang::vi : base::Lang::en;
  }
  return base::Lang::en;
}

// Everything but the procedures: units, days, roles, rule tables, papers and messages, settings.
class Rest {
 public:
  Rest(Ground& ground, db::Tx& tx, fs::path pack, bool overwrite)
      : ground_(ground), tx_(tx), pack_(std::move(pack)), files_(pack_), overwrite_(overwrite) {}

  // What was done, for the terminal.
  std::string import() {
    const auto units = import_units();
    const auto calendar = import_calendar();
    import_roles();
    const auto tables = import_tables();
    const auto papers = import_papers() + import_messages();
    setting("messages.json", "messages", messages::flaws_in_settings);
    import_personal_data();
    setting("incidents.json", std::string(incidents::setting), incidents::flaws_in_settings);
    import_succession();
    const auto about = files_.json("pack.json");
    if (const auto* o = about.value.if_object())
      config::set(tx_, now(), "city", base::json::object_at(*o, "city"));
    if (!problems().empty()) return "";
    note(units, papers);
    return fmt::format(
        "units: {} added, {} versions, {} successions; {}; shared templates: {} published{}\n{}",
        units.added, units.versions, units.successions, calendar, published_.size(), names(),
        tables);
  }

  const std::vector<PackProblem>& problems() const { return files_.problems(); }

 private:
  void tell(const std::string& file, int line, const base::Words& message) {
    files_.tell(file, "", {{std::max(line, 1), "", message}});
  }
  bool there(const std::string& name) const { return files_.there(name); }

  // units.csv and every other units-*.csv but the two tables about them.
  std::vector<units::File> unit_files() {
    std::vector<units::File> out;
    for (const auto& name : files_.names(".")) {
      if (!name.starts_with("units") || !name.ends_with(".csv")) continue;
      if (name == "units-successions.csv" || name == "units-centres.csv") continue;
      out.push_back({name, files_.text(name)});
    }
    return out;
  }
  std::vector<units::File> table(const std::string& name) {
    if (!there(name)) return {};
    return {{name, files_.text(name)}};
  }

  void import_roles() {
    const auto roles = files_.json("roles.json");
    if (roles.source.empty()) return;
    const auto flaws = identity::flaws_in_roles(roles.value);
    files_.tell("roles.json", roles.source, flaws);
    if (flaws.empty()) identity::import_roles(tx_, roles.source);
  }

  // rules/*.dmn: rule tables, compared with those that were edited in the browser.
  std::string import_tables() {
    std::vector<decisions::PackFile> files;
    for (const auto& name : files_.names("rules")) {
      if (name.ends_with(".dmn")) files.push_back({"rules/" + name, files_.text("rules/" + name)});
    }
    const auto about = files_.json("pack.json");
    const auto* o = about.value.if_object();
    const std::string pack(o ? base::json::text_at(*o, "name") : "");
    const auto done = decisions::import_tables(*ground_.db, tx_, ground_.journal,
                                               {fresh_act(), {}, now()}, pack, files, overwrite_);
    for (const auto& one : done.problems) tell(one.path, one.line, one.words);
    auto out = fmt::format("rule tables: {}, published: {}\n", done.tables, done.published);
    for (const auto& line : done.told) out += "  " + line.in(lang()) + "\n";
    return out;
  }

  units::Imported import_units() {
    const auto files = unit_files(), links = table("units-successions.csv");
    auto done = units::import_units(*ground_.db, tx_, files, links);
    if (!done.problem.empty()) {
      for (const auto& problem : units::problems_in(*ground_.db, tx_, files, links)) tell(problem);
      return done;
    }
    for (const auto& file : table("units-centres.csv")) {
      if (const auto centres = units::import_centres(tx_, file); !centres) tell(centres.error());
    }
    return done;
  }
  void tell(const units::Problem& problem) {
    const auto said = problem.mend.empty() ? problem.what : problem.what + "; " + problem.mend;
    tell(problem.file, problem.line, {said, said});
  }

  std::string import_calendar() {
    const std::string days = "calendar/holidays.csv", hours = "calendar/hours.json";
    const auto unit_of = [&](std::string_view code) {
      const auto unit = units::by_code(tx_, code, now().local().date);
      return unit ? unit->id : base::UnitId{};
    };
    calendar::Contents contents;
    const auto take = [&](const std::string& name, auto read, auto& into) {
      if (!there(name)) return tell(name, 1, missing(name));
      const auto text = files_.text(name);
      if (auto found = read(text))
        into = std::move(*found);
      else
        files_.tell(name, text, found.error());
    };
    take(
        days, [](const auto& text) { return calendar::read_days(text); }, contents.days);
    take(
        hours, [&](const auto& text) { return calendar::read_hours(text, unit_of); },
        contents.hours);
    if (!problems().empty()) return "";
    return calendar::publish_pack(tx_, ground_.journal, {fresh_act(), {}, now()},
                                  std::move(contents), overwrite_);
  }

  static base::Words missing(const std::string& name) {
    return {base::fill(text::file_missing, base::Lang::vi, {{"file", name}}),
            base::fill(text::file_missing, base::Lang::en, {{"file", name}})};
  }

  // Papers that rooms print, with the values each gives them; the rest are results of procedures.
  int import_papers() {
    import_wording();
    auto known = one_stop::slip_values();
    known.insert(incidents::paper_values());
    for (const auto& [name, values] : known) {
      const auto path = "templates/" + name + ".template";
      if (!there(path)) {
        tell(path, 1, missing(path));
        continue;
      }
      const auto text = files_.text(path);
      files_.tell(path, text, documents::examine(text, shared_, values));
      if (!problems().empty()) continue;
      const auto done = documents::publish_template(tx_, now(), name, text);
      if (done && *done) published_.push_back(name);
    }
    return int(published_.size());
  }

  // Sentences that all papers share: who signs, what an agency is called.
  void import_wording() {
    const std::string path = "templates/signing.wording";
    if (!there(path)) return;
    const auto text = files_.text(path);
    const auto done = documents::publish_wording(tx_, now(), text);
    if (!done) return tell(path, done.error().line, done.error().message);
    if (*done) published_.push_back("signing");
    if (auto read = documents::read_wording(text)) shared_ = std::move(*read);
    files_.tell(path, text, documents::examine_wording(shared_, one_stop::office_values()));
  }

  // The words of each kind of message, none missing and none too many.
  int import_messages() {
    auto kinds = message_kinds();
    for (auto& own : messages::own_kinds()) kinds.push_back(std::move(own));
    std::set<std::string> known;
    int published = 0;
    for (const auto& kind : kinds) {
      const auto name = fmt::format("templates/messages/{}.template", kind.key);
      known.insert(std::string(kind.key) + ".template");
      if (!there(name)) {
        tell(name, 1, missing(name));
        continue;
      }
      const auto done =
          messages::publish_template(*ground_.db, tx_, now(), kind, files_.text(name));
      if (!done)
        tell(name, done.error().line, done.error().message);
      else
        published += *done;
      if (done && *done) published_.push_back(std::string(kind.key));
    }
    for (const auto& name : files_.names("templates/messages")) {
      if (name.ends_with(".template") && !known.contains(name))
        files_.tell("templates/messages/" + name, 1, text::nobody_tells);
    }
    return published;
  }

  // A city without the file has none.
  bool setting(const std::string& file, const std::string& name,
               reading::Flaws (*flaws)(const base::json::value&)) {
    if (!there(file)) return false;
    const auto read = files_.json(file);
    if (read.value.is_null()) return false;
    const auto found = flaws(read.value);
    files_.tell(file, read.source, found);
    if (!found.empty() || !read.value.is_object()) return false;
    config::set(tx_, now(), name, read.value.get_object());
    return true;
  }

  void import_personal_data() {
    const std::string file = "personal-data.json";
    if (!setting(file, "personal_data", privacy::flaws_in_settings)) return;
    const auto read = files_.json(file);
    const auto flaw = privacy::publish_consents(tx_, now(), read.value.get_object());
    if (!flaw.empty()) tell(file, base::json::line_of(read.source, "/consents"), {flaw, flaw});
  }

  // What becomes of papers under way when their unit ends.
  void import_succession() {
    const std::string file = "succession.json";
    if (!there(file)) return;
    const auto read = files_.json(file);
    const auto* o = read.value.if_object();
    if (!o) return;
    if (const auto flaw = documents::flaw_in(*o); !flaw.empty())
      tell(file, base::json::line_of(read.source, "/papers"), {flaw, flaw});
    else
      config::set(tx_, now(), documents::rules_setting, *o);
  }

  std::string names() const {
    std::string out;
    for (const auto& name : published_) (out += out.empty() ? " (" : ", ") += name;
    return out.empty() ? "" : out + ")";
  }

  void note(const units::Imported& units, int papers) {
    ground_.journal.append(tx_, now(),
                           {.act = fresh_act(),
                            .actor = {},
                            .verb = "app.import_ground",
                            .subject_kind = "pack",
                            .subject = ground_.db->next_id(),
                            .facts = {{"units_added", units.added},
                                      {"unit_versions", units.versions},
                                      {"unit_successions", units.successions},
                                      {"templates_published", papers}},
                            .law = ""});
  }

  Ground& ground_;
  db::Tx& tx_;
  fs::path pack_;
  catalogue::Files files_;
  bool overwrite_;
  std::vector<std::string> published_;
  documents::Wording shared_;
};

// Thrown to leave a transaction without keeping anything.
struct OnlyTrying {};

struct Tried {
  std::string told;
  std::vector<PackProblem> problems;
};

// What would be done, and what is wrong; nothing is kept.
Tried try_rest(Ground& ground, const std::string& folder, bool overwrite) {
  Tried out;
  try {
    ground.db->write([&](db::Tx& tx) {
      Rest rest(ground, tx, folder, overwrite);
      out = {rest.import(), rest.problems()};
      throw OnlyTrying();
    });
  } catch (const OnlyTrying&) {
  }
  return out;
}

// By file and line, each once: the two readers both look into pack.json.
std::vector<PackProblem> joined(std::vector<PackProblem> one, std::vector<PackProblem> other) {
  one.insert(one.end(), other.begin(), other.end());
  std::ranges::stable_sort(one, [](const auto& a, const auto& b) {
    return std::tie(a.file, a.line) < std::tie(b.file, b.line);
  });
  const auto same = [](const auto& a, const auto& b) {
    return a.file == b.file && a.line == b.line && a.message == b.message;
  };
  one.erase(std::unique(one.begin(), one.end(), same), one.end());
  return one;
}

// A folder that is gone with this: a dry run without a city needs a place to try in.
struct Scratch {
  Scratch() {
    auto name = (fs::temp_directory_path() / "taydo-dry-run-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw db::Failure(name + " cannot be made");
    path = name;
  }
  ~Scratch() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  fs::path path;
};

std::vector<PackProblem> examine_procedures(const std::string& folder) {
  catalogue::Files files(folder);
  documents::Wording shared;
  if (auto read = documents::read_wording(files.text("templates/signing.wording")))
    shared = std::move(*read);
  return catalogue::examine(
      folder, [&](const catalogue::Candidate& one) { return one_stop::fitting(one, shared); });
}

catalogue::ImportReport import_procedures(Ground& ground, const std::string& folder,
                                          const catalogue::ImportOptions& options) {
  return catalogue::import_pack(*ground.db, ground.publisher, folder, {}, options,
                                {fresh_act(), {}, now()});
}

int import_into(Ground& ground, const std::string& folder, bool dry_run, bool overwrite) {
  auto tried = try_rest(ground, folder, overwrite);
  auto report = import_procedures(ground, folder, {true, overwrite});
  report.problems = joined(std::move(tried.problems), examine_procedures(folder));
  const bool broken = !report.problems.empty() || report.refused;
  if (!broken && !dry_run) report = import_procedures(ground, folder, {false, overwrite});
  fmt::print("{}\n", report.told(lang()));
  if (broken) return 1;
  if (dry_run) {
    fmt::print("{}", tried.told);
    return 0;
  }
  fmt::print("{}", ground.db->write(
                       [&](db::Tx& tx) { return Rest(ground, tx, folder, overwrite).import(); }));
  return 0;
}

}  // namespace

std::vector<PackProblem> examine_pack(Ground& ground, const std::string& folder) {
  auto tried = try_rest(ground, folder, true);
  return joined(std::move(tried.problems), examine_procedures(folder));
}

int import_pack(const std::string& data, const std::string& database, const std::string& folder,
                bool dry_run, bool overwrite) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    fmt::print("{}\n", base::fill(text::no_pack, lang(), {{"folder", folder}}));
    return 1;
  }
  if (dry_run && !fs::exists(fs::path(data) / "secrets", error)) {
    const Scratch scratch;
    Ground ground(scratch.path.string(), "");
    return import_into(ground, folder, dry_run, overwrite);
  }
  Ground ground(data, database);
  return import_into(ground, folder, dry_run, overwrite);
}

}  // namespace app
