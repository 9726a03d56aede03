// Indicators: figures counted from facts at leaf grain (unit, procedure, channel, day). Every
// number opens.
//
// A fact is inserted by a projection in the transaction of the act it describes. What depends on
// the clock (open and already late) is computed when read.
#pragma once

#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "engines/journal/journal.hpp"
#include "platform/db/db.hpp"

namespace indicators {

// Turns entries about dossiers into facts: those that carry {"event":
// "submitted"|"accepted"|"paid"| "refused"|"resolved"|"returned", "unit", "procedure", "channel",
// "due_at" (µs as text)}. The entry that starts the clock carries due_at: acceptance, or payment
// where a fee had to come first; {"event": "due_moved"} carries the one that holds instead.
journal::Projection dossier_facts();

enum class Figure { received, on_time, late };

// Of one calendar month, whole city. late = resolved after the due time + open past it at `now`.
// [law: QĐ 766/QĐ-TTg]
struct Month {
  int received = 0;
  int on_time = 0;
  int late = 0;
};

// First and last moment of the month that `day` lies in: [from, to).
struct Period {
  base::Instant from, to;
  static Period month_of(base::Date day);
};

Month month(db::Tx& tx, Period period, base::Instant now);

// The dossiers behind a figure, newest first; `unit` narrows to one unit, none: all.
std::vector<base::DossierId> behind(db::Tx& tx, Figure figure, Period period, base::Instant now,
                                    base::UnitId unit, int limit);

}  // namespace indicators
