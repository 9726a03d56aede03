// The commands about units: reorganising and moving on.
#include <fmt/format.h>

#include <fstream>
#include <sstream>

#include "app/commands/commands.hpp"
#include "engines/casework/moving.hpp"
#include "engines/identity/moving.hpp"
#include "engines/units/geometry.hpp"

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

// What would happen, unit by unit.
void show(Ground& ground, const units::Plan& plan, const units::Movers& all) {
  fmt::print("{}: {} units begin, {} change, {} end; {} successions\n", plan.on.iso(),
             plan.begins.size(), plan.changes.size(), plan.ends.size(), plan.links.size());
  const auto moving = ground.db->read([&](db::Tx& tx) {
    auto out = units::forecast(tx, plan, all);
    for (const auto& [what, tally] : out) {
      for (const auto& [to, counts] : tally) {
        auto name = units::find(tx, to, plan.on);
        for (const auto& unit : plan.begins) {
          if (unit.id == to) name = unit;
        }
        fmt::print("  {:>7} {} to {}{}\n", counts.rows, what, name ? name->name.vi : "nobody",
                   counts.unsure > 0 ? fmt::format(" ({} to be confirmed)", counts.unsure) : "");
      }
    }
    return out;
  });
  print("Would move:", moving);
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
    show(ground, *plan, doing.movers);
    return true;
  }
  const auto done = units::reorganise(doing, *steps, *on);
  if (!done) return refused(done.error());
  fmt::print("{}\n", *done ? "The units are reorganised." : "This was carried out before.");
  return true;
}

}  // namespace

units::Movers movers(db::Database& db) {
  const auto address = [](db::Tx& tx, std::string_view kind, std::int64_t subject) {
    return kind == "dossier" ? one_stop::address_of(tx, {subject}) : base::Personal<std::string>();
  };
  return {identity::positions_mover(db), casework::open_cases(db, address, now())};
}

int reorganise_units(const std::string& data, const std::string& database,
                     const Reorganising& what) {
  Ground ground(data, database);
  const auto all = movers(*ground.db);
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
