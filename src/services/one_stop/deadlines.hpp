// When a dossier is due, and the running deadlines that a corrected calendar may move.
#pragma once

#include "engines/calendar/publish.hpp"
#include "engines/casework/casework.hpp"
#include "services/one_stop/dossier.hpp"

namespace one_stop {

// The time a dossier has by its version, counted from `start` in the working time of its unit.
base::Instant due_of(db::Tx& tx, base::VersionId version, base::UnitId unit, base::Instant start);

// By when a dossier submitted at that time is looked at: 8 working hours of the unit that receives
// it. [law: NĐ 118/2025 Đ.17] [U]
base::Instant answer_by(db::Tx& tx, base::UnitId unit, base::Instant submitted_at);

// Dossiers whose clock runs, offered to those who correct the calendar. Moving one writes the entry
// "one_stop.move_due". The inner limits of open steps stay: they are management's, not the law's.
// The engines outlive the answer.
calendar::Deadlines deadlines(journal::Journal& journal, casework::Casework& casework);

}  // namespace one_stop
