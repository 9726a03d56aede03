// Rows of cases and tasks. No decisions.
#pragma once

#include "engines/casework/casework.hpp"

namespace casework::store {

void insert_case(db::Tx& tx, base::CaseId id, base::Instant now, const Matter& matter);
void insert_task(db::Tx& tx, base::TaskId id, base::CaseId case_id, base::UnitId unit,
                 const Activity& activity, base::Instant now, std::optional<base::Instant> due);
// False if somebody was faster.
bool finish_task(db::Tx& tx, base::TaskId id, base::Instant now, base::PersonId by,
                 std::string_view outcome);
void end_case(db::Tx& tx, base::CaseId id, base::Instant now);
void set_due(db::Tx& tx, base::CaseId id, std::optional<base::Instant> due);
std::optional<Card> card(db::Tx& tx, base::TaskId id);
std::vector<Card> cards_of(db::Tx& tx, std::string_view subject_kind, std::int64_t subject);
std::vector<Card> list(db::Tx& tx, const Query& query);
Counts count(db::Tx& tx, const Query& query, base::Instant week_start);
int open_at(db::Tx& tx, const Query& query);

// Open cases of a unit after an id, by id.
struct OpenCase {
  base::CaseId id;
  std::string subject_kind;
  std::int64_t subject = 0;
  std::string code;
  base::Words step;  // of the task it waits for
};
std::vector<OpenCase> open_cases(db::Tx& tx, base::UnitId unit, base::CaseId after, int limit);
// The cases and their open tasks go to another unit.
void move_cases(db::Tx& tx, const std::vector<base::CaseId>& cases, base::UnitId unit);
// A card to confirm the unit, at the desk of the case's open task; one at a time.
void ask(db::Tx& tx, base::TaskId id, base::CaseId case_id, const base::Text& step,
         base::Instant now);
// Where an open case stands; none: it has ended.
struct Stands {
  base::VersionId version;
  base::UnitId unit;
};
std::optional<Stands> where(db::Tx& tx, base::CaseId id);
// Its open tasks are over without anybody doing them; a card to confirm the unit stays.
void set_aside(db::Tx& tx, base::CaseId id, base::Instant now);
// Whoever acts on a case has confirmed it.
void acted(db::Tx& tx, base::CaseId id, base::Instant now, base::PersonId by);

}  // namespace casework::store
