// Rows of dossiers. No decisions.
#pragma once

#include <vector>

#include "platform/db/db.hpp"
#include "services/one_stop/dossier.hpp"

namespace one_stop::store {

void insert(db::Tx& tx, const Dossier& dossier);
void update(db::Tx& tx, const Dossier& dossier);
std::optional<Dossier> find(db::Tx& tx, base::DossierId id);
std::optional<Dossier> by_code(db::Tx& tx, std::string_view code);
std::vector<Dossier> of_owner(db::Tx& tx, base::PersonId owner, int limit);

// What the secret of its slip is made from; "": it has none, or there is no such dossier.
std::string slip(db::Tx& tx, base::DossierId id);
void give_slip(db::Tx& tx, base::DossierId id, std::string_view slip);  // if it has none

// Why it was refused, and what was thought of it, go.
void forget_words(db::Tx& tx, base::DossierId id);

std::vector<Dossier> after(db::Tx& tx, base::DossierId id, int limit);  // all, in order of ids

// The next dossiers with a greater id whose clock runs, in order.
std::vector<Dossier> running(db::Tx& tx, base::DossierId after, int limit);
// Moves a due time; false when it is no longer `was`, or the dossier is resolved.
bool move_due(db::Tx& tx, base::DossierId id, base::Instant was, base::Instant due);

// The pattern of codes in force on a day.
std::string code_pattern(db::Tx& tx, base::Date day);

// Where a draft will be sent.
struct Destination {
  std::string procedure;
  base::UnitId unit;
};
void set_destination(db::Tx& tx, base::DraftId draft, const Destination& destination);
std::optional<Destination> destination(db::Tx& tx, base::DraftId draft);
// Drafts that are addressed to a unit and not submitted, and its dossiers whose result waits to be
// handed out: by id, after one.
std::vector<base::DraftId> drafts_for(db::Tx& tx, base::UnitId unit, base::DraftId after,
                                      int limit);
std::vector<Dossier> resolved_of(db::Tx& tx, base::UnitId unit, base::DossierId after, int limit);
void forget_destination(db::Tx& tx, base::DraftId draft);
// What the draft became when it was submitted.
void became(db::Tx& tx, base::DraftId draft, base::DossierId dossier);
std::optional<Dossier> dossier_of(db::Tx& tx, base::DraftId draft);
// True the first time: nobody is reminded of a draft twice.
bool remind_once(db::Tx& tx, base::DraftId draft, base::Instant now);

}  // namespace one_stop::store
