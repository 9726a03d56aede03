// Publishing: how a calendar changes, what that moves, and how it is undone.
//
// An edition is the whole calendar, numbered from 1. A correction is prepared on the edition in
// force, shown with what it would move (preview), published in one transaction, and then moves the
// due times of running deadlines in slices of at most 500 (carry_on). Undo publishes an older one.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engines/calendar/edition.hpp"
#include "engines/journal/journal.hpp"

namespace calendar {

enum class Origin { pack, page, undo };

struct Edition {
  int number = 0;  // 0: nothing has been published yet
  base::Instant published_at;
  base::PersonId published_by;  // none: a command
  Origin origin = Origin::pack;
  int restores = 0;  // undo: which edition came back
  Contents contents;
  int moved = 0;        // due times moved so far
  bool settled = true;  // all running due times follow it
};

Edition current(db::Tx& tx);
std::optional<Edition> edition(db::Tx& tx, int number);  // 0: what held before the first
std::vector<Edition> editions(db::Tx& tx, int limit);    // newest first

// overtaken: somebody published since the edition it was prepared on. nothing_new: it says what is
// in force already. still_moving: the last correction is still moving due times.
enum class PublishRefusal { overtaken, nothing_new, still_moving };

struct Correction {
  int based_on = 0;  // the edition it was prepared on
  Contents contents;
  Origin origin = Origin::page;
  int restores = 0;
};
struct PublishAct {
  std::string id;
  journal::Actor actor;
  base::Instant now;
};
// One transaction, one entry "calendar.publish"; answers the edition's number. The same act id
// again answers the same number.
using Published = base::Result<int, PublishRefusal>;
Published publish(db::Database& db, journal::Journal& journal, const PublishAct& act,
                  const Correction& correction);
// The pack's calendar, inside the import's transaction. What administrators published since the
// last import stays, unless `overwrite`. Answers what was done, for the terminal.
std::string publish_pack(db::Tx& tx, journal::Journal& journal, const PublishAct& act,
                         Contents contents, bool overwrite);

// A deadline that runs, as the room that owns it tells it. `due` is what it promised.
struct Running {
  std::int64_t id = 0;
  std::string code;
  base::UnitId unit;
  Clock clock;
  base::Instant due;
};
// What the wiring gives: rooms' running deadlines, and how one is moved (with its own entry in the
// journal). `running`: the next `limit` of those with a greater id, in order.
struct Deadlines {
  std::function<std::vector<Running>(db::Tx&, std::int64_t after, int limit)> running;
  std::function<void(db::Tx&, base::Instant now, const Running&, base::Instant due, int edition)>
      move;
  std::function<std::vector<base::UnitId>(db::Tx&, base::UnitId unit, base::Date day)> chain;
};

struct Moved {
  std::string code;
  base::Instant was, due;
};
struct Preview {
  int running = 0, earlier = 0, later = 0;
  std::vector<Moved> first;  // at most `shown`, in order of their ids
};
// What contents would move, compared with those in force. Writes nothing; reads in slices.
Preview preview(db::Database& db, const Deadlines& deadlines, const Contents& contents,
                base::Date today, std::size_t shown);

// Moves the due times that the last edition changes, at most `slices` of 500; true when all is
// done. May be stopped anywhere and called from two places: each deadline moves once.
bool carry_on(db::Database& db, const Deadlines& deadlines, base::Instant now, int slices);
// `publish` for somebody who waits: moves what the edition before left, publishes, begins to move
// what this one changes; at most `slices` before and after. A pack just imported is no obstacle.
Published publish_and_move(db::Database& db, journal::Journal& journal, const Deadlines& deadlines,
                           const PublishAct& act, const Correction& correction, int slices);

// How one calendar differs from another. Hours that changed are both removed and added.
struct Difference {
  std::vector<Day> added, removed;
  std::vector<std::pair<Day, Day>> changed;
  std::vector<UnitHours> hours_added, hours_removed;

  bool none() const;
};
Difference difference(const Contents& before, const Contents& after);

// The calendar for everybody's own calendar program. Days that are not sourced are TENTATIVE and
// say so: nothing unsure passes for official.
std::string icalendar(const Edition& edition, std::string_view name, base::Lang lang);

}  // namespace calendar
