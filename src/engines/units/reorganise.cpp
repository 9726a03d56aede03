// Carrying a reorganisation out, and moving on what still stands at units that have ended.
#include "engines/units/reorganise.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engines/units/lines.hpp"
#include "engines/units/store.hpp"
#include "engines/units/text.hpp"
#include "platform/crypto/crypto.hpp"

namespace units {
namespace {

constexpr int slice_max = 250;

// The same steps have the same hash, whatever the file is called and however it is laid out.
std::string hash_of(const std::vector<Step>& steps) {
  std::string all;
  for (const auto& s : steps) {
    for (const auto& cell : {fmt::format("{}", int(s.deed)), s.unit, s.into, s.parent, s.kind,
                             s.code, s.agency_code, s.name.vi, s.name.en, s.area, s.basis}) {
      all += cell + '\x1f';
    }
    all += '\n';
  }
  return crypto::sha256_hex(all);
}

void write(db::Tx& tx, const Plan& plan) {
  for (const auto& unit : plan.begins) store::insert_unit(tx, unit.id, unit.kind, unit.from);
  for (const auto& unit : plan.ends) store::end_version(tx, unit.id, unit.from, plan.on - 1);
  for (const auto& unit : plan.changes) {
    store::end_version(tx, unit.id, find(tx, unit.id, plan.on - 1)->from, plan.on - 1);
  }
  for (const auto* units : {&plan.begins, &plan.changes}) {
    for (const auto& unit : *units) {
      store::insert_version(tx, unit);
      if (!unit.agency_code.empty()) {
        store::set_code(tx, unit.id, "QD20", plan.on, unit.agency_code);
      }
    }
  }
  for (const auto& link : plan.links) store::insert_succession(tx, link);
  store::touch(tx);
}

// The last version of each unit that has an end.
std::vector<Unit> ended(const std::vector<Unit>& versions) {
  std::map<base::UnitId, Unit> last;
  for (const auto& version : versions) {
    auto& kept = last[version.id];
    if (!kept.id || version.from > kept.from) kept = version;
  }
  std::vector<Unit> out;
  for (auto& [id, version] : last) {
    if (version.to) out.push_back(std::move(version));
  }
  return out;
}

struct Moving {
  const Doing& doing;
  const std::function<void(const Slice&)>& told;
  std::map<std::string, Tally> all;

  void run(const Mover& mover, const Unit& from, const Way& way) {
    for (;;) {
      const auto moved = doing.db.write([&](db::Tx& tx) {
        auto tally = mover.move(tx, way, doing.now, slice_max);
        if (!tally.empty()) note(tx, mover, from, tally);
        return tally;
      });
      if (moved.empty()) return;
      for (const auto& [to, counts] : moved) {
        auto& sum = all[mover.name][to];
        sum.rows += counts.rows;
        sum.unsure += counts.unsure;
      }
      told({mover.name, from, moved});
    }
  }

  void note(db::Tx& tx, const Mover& mover, const Unit& from, const Tally& tally) {
    std::int64_t rows = 0, unsure = 0;
    base::json::array to;
    for (const auto& [unit, counts] : tally) {
      rows += counts.rows;
      unsure += counts.unsure;
      to.push_back(base::json::object{{"unit", unit.str()}, {"rows", counts.rows}});
    }
    doing.journal.append(tx, doing.now,
                         {.act = crypto::random_token(),
                          .actor = doing.actor,
                          .verb = "units.move_on",
                          .subject_kind = "unit",
                          .subject = from.id.value,
                          .facts = {{"what", mover.name},
                                    {"rows", rows},
                                    {"to_confirm", unsure},
                                    {"to", std::move(to)}},
                          .law = ""});
  }
};

}  // namespace

std::string Fault::told(base::Lang lang) const {
  const auto text = text::why(why);
  const bool both = text.vi.find("{by}") != text.vi.npos;
  const auto what = both ? base::fill(text, lang, {{"about", about}, {"by", by}})
                         : base::fill(text, lang, {{"about", about}});
  if (line == 0) return what;
  return base::fill(text::line, lang, {{"line", std::to_string(line)}, {"what", what}});
}

base::Result<bool, Fault> reorganise(const Doing& doing, const std::vector<Step>& steps,
                                     base::Date on) {
  const auto hash = hash_of(steps);
  return doing.db.write([&](db::Tx& tx) -> base::Result<bool, Fault> {
    if (store::carried_out(tx, on, hash)) return false;
    if (journal::Journal::find_act(tx, doing.act)) return false;
    const auto made = plan(doing.db, tx, steps, on, doing.now.local().date, doing.movers);
    if (!made) return base::refuse(made.error());
    write(tx, *made);
    const auto id = doing.db.next_id();
    store::insert_reorganisation(tx, id, on, hash, doing.now);
    doing.journal.append(tx, doing.now,
                         {.act = doing.act,
                          .actor = doing.actor,
                          .verb = "units.reorganise",
                          .subject_kind = "reorganisation",
                          .subject = id,
                          .facts = {{"on", on.iso()},
                                    {"steps", hash},
                                    {"begun", made->begins.size()},
                                    {"changed", made->changes.size()},
                                    {"ended", made->ends.size()},
                                    {"successions", made->links.size()}},
                          .law = steps.front().basis});
    return true;
  });
}

namespace {

std::string_view verb_of(Deed deed) {
  switch (deed) {
    case Deed::begin:
      return "units.begin";
    case Deed::rename:
      return "units.rename";
    case Deed::move:
      return "units.move";
    case Deed::close:
      return "units.close";
    default:
      return "units.merge";
  }
}

// What every change of one unit has in common: the act once, and nobody faster.
base::Result<base::UnitId, Fault> changed(
    const Doing& doing, base::UnitId unit, std::string_view seen,
    const std::function<base::Result<journal::Entry, Fault>(db::Tx&)>& change) {
  return doing.db.write([&](db::Tx& tx) -> base::Result<base::UnitId, Fault> {
    if (const auto before = journal::Journal::find_act(tx, doing.act)) {
      return base::UnitId{before->subject};
    }
    if (fingerprint(tx, unit) != seen) {
      const auto all = history(tx, unit);
      const auto code = all.empty() ? std::string() : all.back().code;
      return base::refuse(Fault{Why::changed_meanwhile, 0, code, ""});
    }
    const auto done = change(tx);
    if (!done) return base::refuse(done.error());
    auto entry = *done;
    entry.act = doing.act;
    entry.actor = doing.actor;
    entry.subject_kind = "unit";
    doing.journal.append(tx, doing.now, entry);
    return base::UnitId{entry.subject};
  });
}

}  // namespace

base::Result<base::UnitId, Fault> edit(const Doing& doing, base::UnitId unit, Step step,
                                       base::Date on, std::string_view seen) {
  return changed(doing, unit, seen, [&](db::Tx& tx) -> base::Result<journal::Entry, Fault> {
    const auto then = find(tx, unit, step.deed == Deed::begin ? on : on - 1);
    if (!then) return base::refuse(Fault{Why::unknown_unit, 0, history(tx, unit).back().code, ""});
    (step.deed == Deed::begin ? step.parent : step.unit) = then->code;
    const auto made = plan(doing.db, tx, {step}, on, doing.now.local().date, doing.movers);
    if (!made) return base::refuse(made.error());
    write(tx, *made);
    const auto subject = made->begins.empty() ? unit : made->begins.front().id;
    base::json::object facts = {{"on", on.iso()}, {"code", step.code}, {"kind", step.kind}};
    if (step.deed == Deed::move || step.deed == Deed::begin) facts["parent"] = step.parent;
    if (!step.into.empty()) facts["into"] = step.into;
    return journal::Entry{.verb = std::string(verb_of(step.deed)),
                          .subject = subject.value,
                          .facts = std::move(facts),
                          .law = step.basis};
  });
}

base::Result<base::UnitId, Fault> edit_code(const Doing& doing, base::UnitId unit, const Code& code,
                                            std::string_view seen) {
  return changed(doing, unit, seen, [&](db::Tx& tx) -> base::Result<journal::Entry, Fault> {
    if (!find(tx, unit, code.from)) {
      return base::refuse(Fault{Why::unknown_unit, 0, history(tx, unit).back().code, ""});
    }
    store::set_code(tx, unit, code.system, code.from, code.code);
    store::touch(tx);
    return journal::Entry{
        .verb = "units.set_code",
        .subject = unit.value,
        .facts = {{"system", code.system}, {"code", code.code}, {"from", code.from.iso()}},
        .law = ""};
  });
}

std::map<std::string, Tally> move_on(const Doing& doing,
                                     const std::function<void(const Slice&)>& told,
                                     base::UnitId only) {
  const auto today = doing.now.local().date;
  std::vector<Unit> versions;
  std::vector<Succession> links;
  doing.db.read([&](db::Tx& tx) {
    versions = store::versions(tx);
    links = store::successions(tx);
  });
  Forest forest(doing.db);
  std::map<base::Date, Lines> lines;  // by the day on which the heirs are asked for
  Moving moving{doing, told, {}};
  for (const auto& unit : ended(versions)) {
    if (only && unit.id != only) continue;
    const auto day = std::max(today, *unit.to + 1);
    const auto& of_day = lines.try_emplace(day, links, forest.as_of(day)).first->second;
    for (const auto& mover : doing.movers) {
      if (!mover.move) continue;
      if (day == today || mover.ahead) moving.run(mover, unit, of_day.way(unit.id, *unit.to + 1));
    }
  }
  return std::move(moving.all);
}

}  // namespace units
