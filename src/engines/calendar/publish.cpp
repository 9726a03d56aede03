// Publishing an edition; what it says that the one before did not.
#include "engines/calendar/publish.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engines/calendar/store.hpp"

namespace calendar {
namespace {

constexpr std::string_view kind = "calendar";

void note(db::Tx& tx, journal::Journal& journal, const PublishAct& act, const Edition& before,
          const Edition& now) {
  const auto changes = difference(before.contents, now.contents);
  base::json::object facts = {{"edition", now.number},
                              {"days_added", changes.added.size()},
                              {"days_removed", changes.removed.size()},
                              {"days_changed", changes.changed.size()},
                              {"hours_added", changes.hours_added.size()},
                              {"hours_removed", changes.hours_removed.size()}};
  if (now.restores) facts["restores"] = now.restores;
  journal.append(tx, act.now,
                 {.act = act.id,
                  .actor = act.actor,
                  .verb = "calendar.publish",
                  .subject_kind = std::string(kind),
                  .subject = now.number,
                  .facts = std::move(facts),
                  .law = ""});
}

std::vector<UnitHours> without(const std::vector<UnitHours>& all,
                               const std::vector<UnitHours>& some) {
  std::vector<UnitHours> out;
  for (const auto& one : all) {
    if (std::find(some.begin(), some.end(), one) == some.end()) out.push_back(one);
  }
  return out;
}

Edition next(const Edition& before, const PublishAct& act, Contents contents, Origin origin) {
  Edition out;
  out.number = before.number + 1;
  out.published_at = act.now;
  out.published_by = act.actor.person;
  out.origin = origin;
  out.contents = std::move(contents);
  return out;
}

Published publish_in(db::Tx& tx, journal::Journal& journal, const PublishAct& act,
                     const Correction& correction) {
  if (const auto done = journal::Journal::find_act(tx, act.id)) {
    if (done->subject_kind == kind) return int(done->subject);
    return base::refuse(PublishRefusal::overtaken);
  }
  const auto before = current(tx);
  if (before.number != correction.based_on) return base::refuse(PublishRefusal::overtaken);
  if (!before.settled) return base::refuse(PublishRefusal::still_moving);
  if (before.contents == correction.contents) return base::refuse(PublishRefusal::nothing_new);
  auto edition = next(before, act, correction.contents, correction.origin);
  edition.restores = correction.restores;
  store::insert(tx, edition);
  note(tx, journal, act, before, edition);
  return edition.number;
}

}  // namespace

Published publish(db::Database& db, journal::Journal& journal, const PublishAct& act,
                  const Correction& correction) {
  try {
    return db.write([&](db::Tx& tx) { return publish_in(tx, journal, act, correction); });
  } catch (const db::AlreadyThere&) {
    return base::refuse(PublishRefusal::overtaken);  // another took the number at the same moment
  }
}

std::string publish_pack(db::Tx& tx, journal::Journal& journal, const PublishAct& act,
                         Contents contents, bool overwrite) {
  const auto before = current(tx), brought = store::last_of_pack(tx).value_or(Edition{});
  if (before.contents == contents || (brought.number && brought.contents == contents && !overwrite))
    return before.contents == contents ? "calendar: unchanged" : "calendar: kept as corrected here";
  if (!overwrite && before.number && before.origin != Origin::pack) {
    return "calendar: kept as corrected here; --overwrite takes the pack's";
  }
  if (!before.settled) return "calendar: not taken, the last correction still moves due times";
  const auto edition = next(before, act, std::move(contents), Origin::pack);
  store::insert(tx, edition);
  note(tx, journal, act, before, edition);
  return fmt::format("calendar: edition {} with {} days", edition.number,
                     edition.contents.days.size());
}

bool Difference::none() const {
  return added.empty() && removed.empty() && changed.empty() && hours_added.empty() &&
         hours_removed.empty();
}

Difference difference(const Contents& before, const Contents& after) {
  Difference out;
  auto old = before.days.begin();
  for (const auto& day : after.days) {
    for (; old != before.days.end() && old->date < day.date; ++old) out.removed.push_back(*old);
    if (old == before.days.end() || old->date != day.date) {
      out.added.push_back(day);
      continue;
    }
    if (*old != day) out.changed.emplace_back(*old, day);
    ++old;
  }
  out.removed.insert(out.removed.end(), old, before.days.end());
  out.hours_added = without(after.hours, before.hours);
  out.hours_removed = without(before.hours, after.hours);
  return out;
}

}  // namespace calendar
