#include "services/one_stop/deadlines.hpp"

#include <fmt/format.h>

#include <map>

#include "base/must.hpp"
#include "engines/catalogue/catalogue.hpp"
#include "engines/payments/payments.hpp"
#include "engines/units/units.hpp"
#include "services/one_stop/store.hpp"
#include "services/one_stop/store_correction.hpp"

namespace one_stop {
namespace {

calendar::Limit limit_of(const catalogue::Deadline& deadline) {
  using Unit = catalogue::DeadlineUnit;
  switch (deadline.unit) {
    case Unit::working_day:
      return {calendar::Mode::working_days, deadline.value};
    case Unit::day:
      return {calendar::Mode::calendar_days, deadline.value};
    case Unit::same_day:
      return {calendar::Mode::same_day, 0};
    case Unit::by_rule:
      break;
  }
  base::must(false);  // such a procedure has no online form yet
  return {};
}

calendar::Limit limit_of(db::Tx& tx, base::VersionId version) {
  const auto published = catalogue::version(tx, version);
  base::must(published.has_value());
  return limit_of(published->deadline);
}

// The unit and those above it, nearest first.
std::vector<base::UnitId> chain(db::Tx& tx, base::UnitId unit, base::Date day) {
  constexpr std::size_t deep = 16;
  std::vector<base::UnitId> out;
  while (unit && out.size() < deep) {
    out.push_back(unit);
    const auto found = units::find(tx, unit, day);
    unit = found ? found->parent : base::UnitId{};
  }
  return out;
}

// The clock started when the money had come, or where nothing was owed with the acceptance.
base::Instant started(db::Tx& tx, const Dossier& dossier) {
  const auto order = payments::of(tx, "dossier", dossier.id.value);
  if (order && order->paid_at) return *order->paid_at;
  return dossier.accepted_at.value_or(dossier.submitted_at);
}

std::vector<calendar::Running> running(db::Tx& tx, std::int64_t after, int limit) {
  std::map<base::VersionId, calendar::Limit> limits;
  std::vector<calendar::Running> out;
  for (const auto& d : store::running(tx, {after}, limit)) {
    // A correction of the version moves nobody's time.
    const auto version = store::first_version(tx, d);
    if (!limits.contains(version)) limits[version] = limit_of(tx, version);
    out.push_back({d.id.value, d.code, d.unit, {started(tx, d), limits[version]}, *d.due_at});
  }
  return out;
}

}  // namespace

base::Instant due_of(db::Tx& tx, base::VersionId version, base::UnitId unit, base::Instant start) {
  const auto time = calendar::load(tx, chain(tx, unit, start.local().date));
  return calendar::due(time, start, limit_of(tx, version));
}

base::Instant answer_by(db::Tx& tx, base::UnitId unit, base::Instant submitted_at) {
  constexpr int hours = 8;
  const auto time = calendar::load(tx, chain(tx, unit, submitted_at.local().date));
  return calendar::due(time, submitted_at, {calendar::Mode::working_hours, hours});
}

calendar::Deadlines deadlines(journal::Journal& journal, casework::Casework& casework) {
  const auto move = [&](db::Tx& tx, base::Instant now, const calendar::Running& one,
                        base::Instant due, int edition) {
    const base::DossierId id{one.id};
    if (!store::move_due(tx, id, one.due, due)) return;  // resolved meanwhile
    for (const auto& card : casework::Casework::cards_of(tx, "dossier", one.id)) {
      if (!card.done_at) casework.set_due(tx, card.case_id, due);
    }
    const auto d = store::find(tx, id);
    journal.append(tx, now,
                   {.act = fmt::format("calendar-{}-{}", edition, one.id),
                    .actor = {},
                    .verb = "one_stop.move_due",
                    .subject_kind = "dossier",
                    .subject = one.id,
                    .facts = {{"event", "due_moved"},
                              {"code", d->code},
                              {"state", int(d->state)},
                              {"unit", d->unit.str()},
                              {"procedure", d->procedure},
                              {"channel", code(d->channel)},
                              {"edition", edition},
                              {"was_due_at", std::to_string(one.due.us)},
                              {"due_at", std::to_string(due.us)}},
                    .law = ""});
  };
  return {running, move, chain};
}

}  // namespace one_stop
