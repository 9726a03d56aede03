// The commands about units: reorganising and moving on.
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "app/commands/commands.hpp"
#include "engines/casework/moving.hpp"
#include "engines/identity/moving.hpp"
#include "engines/units/geometry.hpp"
#include "services/one_stop/moving.hpp"

namespace app {
namespace {

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw db::Failure(path + " cannot be read");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

struct Sum {
  std::int64_t rows = 0, unsure = 0;
};
Sum sum(const units::Tally& tally) {
  Sum out;
  for (const auto& [to, counts] : tally) {
    out.rows += counts.rows;
    out.unsure += counts.unsure;
  }
  return out;
}

void print(std::string_view head, const std::map<std::string, units::Tally>& all) {
  fmt::print("{}\n", head);
  for (const auto& [what, tally] : all) {
    const auto [rows, unsure] = sum(tally);
    fmt::print("  {}: {} to {} units, {} of them to be confirmed\n", what, rows, tally.size(),
               unsure);
  }
}

// All names, or the first few where there are more than anybody reads on a terminal.
std::string named(const units::Item& item, bool all) {
  constexpr std::size_t few = 5;
  std::string out;
  const auto shown = all ? item.names.size() : std::min(few, item.names.size());
  for (std::size_t i = 0; i < shown; ++i) out += (i ? ", " : "") + item.names[i];
  const auto more = item.rows - std::int64_t(shown);
  if (!out.empty() && more > 0) out += fmt::format(" and {} more", more);
  return out;
}

// What would happen, unit by unit: everything under way and what becomes of it.
void show(Ground& ground, const units::Plan& plan, const units::Movers& movers, bool all) {
  fmt::print("{}: {} units begin, {} change, {} end; {} successions\n", plan.on.iso(),
             plan.begins.size(), plan.changes.size(), plan.ends.size(), plan.links.size());
  ground.db->read([&](db::Tx& tx) {
    base::UnitId last;
    for (const auto& [unit, mover, item] : units::standing(tx, plan, movers)) {
      if (unit.id != last) fmt::print("{} ({}) ends:\n", unit.name.vi, unit.code);
      last = unit.id;
      auto to = units::find(tx, item.to, plan.on);
      for (const auto& begun : plan.begins) {
        if (begun.id == item.to) to = begun;
      }
      fmt::print("  {:>5} {}{}: {}{}\n", item.rows, item.what.en,
                 to ? " to " + to->name.vi : std::string(), item.becomes.en,
                 item.unsure > 0 ? fmt::format(" ({} to be confirmed)", item.unsure) : "");
      if (const auto names = named(item, all); !names.empty()) fmt::print("        {}\n", names);
    }
    print("Would move:", units::forecast(tx, plan, movers));
  });
}

// Checks, then shows or carries out; true: go on with moving.
bool reorganise(Ground& ground, const Reorganising& what, const units::Doing& doing) {
  const auto on = base::Date::parse_iso(what.on);
  const auto steps = units::read_steps({what.file, read(what.file)});
  if (!on || !steps) {
    fmt::print(stderr, "{}\nNothing was changed.\n",
               on ? steps.error().told() : "--on is not a day like 2025-07-01");
    return false;
  }
  const auto refused = [&](const units::Fault& fault) {
    fmt::print(stderr, "{} {}\nNothing was changed.\n", what.file, fault.told(base::Lang::en));
    return false;
  };
  if (what.dry_run) {
    const auto plan = ground.db->read([&](db::Tx& tx) {
      return units::plan(*ground.db, tx, *steps, *on, now().local().date, doing.movers);
    });
    if (!plan) return refused(plan.error());
    show(ground, *plan, doing.movers, what.all);
    return true;
  }
  const auto done = units::reorganise(doing, *steps, *on);
  if (!done) return refused(done.error());
  fmt::print("{}\n", *done ? "The units are reorganised." : "This was carried out before.");
  return true;
}

}  // namespace

// What names a unit and stays as it was: who did what then, for whom it counted, which numbers an
// agency gave, to whom a dossier was given. Who answers today is asked of the units when it is
// read.
static units::Mover as_it_was() {
  return {.name = "as_it_was",
          .tables = {"journal_entry", "identity_access", "facts_dossier", "documents_series",
                     "documents_number", "one_stop_dossier"},
          .list = {},
          .move = {}};
}

units::Movers movers(Ground& ground, casework::Casework& casework) {
  auto& db = *ground.db;
  const auto address = [](db::Tx& tx, std::string_view kind, std::int64_t subject) {
    return kind == "dossier" ? one_stop::address_of(tx, {subject}) : base::Personal<std::string>();
  };
  return {identity::positions_mover(db), casework::open_cases(db, address),
          one_stop::papers_mover({db, ground.journal, casework}), one_stop::drafts_mover(),
          as_it_was()};
}

int reorganise_units(const std::string& data, const std::string& database,
                     const Reorganising& what) {
  Ground ground(data, database);
  casework::Casework casework(*ground.db, flow_of);
  const auto all = movers(ground, casework);
  const units::Doing doing{*ground.db, ground.journal, all, now(), fresh_act()};
  if (!what.file.empty() && !reorganise(ground, what, doing)) return 1;
  if (what.dry_run) return 0;
  const auto moved = units::move_on(doing, [](const units::Slice& slice) {
    const auto [rows, unsure] = sum(slice.moved);
    fmt::print("  {}: {} from {}{}\n", slice.mover, rows, slice.from.name.vi,
               unsure > 0 ? fmt::format(", {} to be confirmed", unsure) : "");
    std::fflush(stdout);
  });
  print(moved.empty() ? "Nothing stands at a unit that has ended." : "Moved on:", moved);
  return 0;
}

int import_geometry(const std::string& data, const std::string& database, const std::string& file,
                    const std::string& property, const std::string& on) {
  Ground ground(data, database);
  const auto day = on.empty() ? std::optional(now().local().date) : base::Date::parse_iso(on);
  const auto refused = [&](const std::string& why) {
    fmt::print(stderr, "{} {}\nNothing was kept.\n", file, why);
    return 1;
  };
  if (!day) return refused("--on is not a day like 2025-07-01");
  const auto features = units::read_features(read(file), property);
  if (!features) return refused(features.error().told());
  const auto kept = ground.db->write([&](db::Tx& tx) {
    auto out = units::keep_outlines(tx, *features, *day);
    if (out) {
      ground.journal.append(tx, now(),
                            {.act = fresh_act(),
                             .actor = {},
                             .verb = "units.keep_outlines",
                             .subject_kind = "units",
                             .subject = ground.db->next_id(),
                             .facts = {{"outlines", *out}, {"on", day->iso()}},
                             .law = ""});
    }
    return out;
  });
  if (!kept) return refused(kept.error().told());
  fmt::print("{} outlines kept. They are for display and for finding communes, not boundaries.\n",
             *kept);
  return 0;
}

}  // namespace app
