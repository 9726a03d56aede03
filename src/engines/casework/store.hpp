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

}  // namespace casework::store
