#include "engines/casework/moving.hpp"

#include "engines/casework/store.hpp"
#include "engines/casework/text.hpp"
#include "engines/identity/by_program.hpp"

namespace casework {
namespace {

// Whose address was opened to find the unit.
struct Asked final : base::Purpose {
  void opened(base::PersonId subject) override { person = subject; }
  base::PersonId person;
};

// The address is read only where it decides something.
units::Heir where(db::Tx& tx, const units::Way& way, const AddressOf& address,
                  const store::OpenCase& open, Asked& asked) {
  if (!way.split) return way.to({});
  return way.to(address(tx, open.subject_kind, open.subject).open(asked));
}

units::Tally move(db::Database& db, db::Tx& tx, const AddressOf& address, base::Instant now,
                  const units::Way& way, int limit) {
  units::Tally tally;
  std::map<base::UnitId, std::vector<base::CaseId>> moving;
  std::vector<base::CaseId> unsure;
  for (const auto& open : store::open_cases(tx, way.unit, {}, limit)) {
    Asked asked;
    const auto heir = where(tx, way, address, open, asked);
    identity::opened_by_program(db, tx, {move_purpose, open.subject, heir.unit, now}, asked.person);
    if (!heir.unit) continue;  // a unit cannot close while it has work: nothing comes here
    moving[heir.unit].push_back(open.id);
    ++tally[heir.unit].rows;
    if (heir.certain) continue;
    ++tally[heir.unit].unsure;
    unsure.push_back(open.id);
  }
  for (const auto& [unit, cases] : moving) store::move_cases(tx, cases, unit);
  for (const auto id : unsure) store::ask(tx, db.fresh<base::TaskId>(), id, text::confirm, now);
  return tally;
}

// Looks through all open cases of a unit, a page at a time.
void list(db::Tx& tx, const AddressOf& address, const units::Way& way, units::Items& items) {
  constexpr int page = 500;
  base::CaseId after;
  for (;;) {
    const auto cases = store::open_cases(tx, way.unit, after, page);
    for (const auto& open : cases) {
      Asked asked;
      const auto heir = where(tx, way, address, open, asked);
      const auto what =
          base::Words{base::fill(text::at_step, base::Lang::vi, {{"step", open.step.vi}}),
                      base::fill(text::at_step, base::Lang::en, {{"step", open.step.en}})};
      const auto& becomes = !heir.unit     ? text::nobody
                            : heir.certain ? text::moves
                                           : text::to_confirm;
      items.add(what, becomes, heir, true, open.code);
      after = open.id;
    }
    if (cases.size() < page) return;
  }
}

}  // namespace

units::Mover open_cases(db::Database& db, AddressOf address) {
  return {.name = "open_cases",
          .tables = {"casework_case", "casework_task"},
          .ahead = false,
          .holds = true,
          .list = [address](db::Tx& tx, const units::Way& way,
                            units::Items& items) { list(tx, address, way, items); },
          .move = [&db, address](db::Tx& tx, const units::Way& way, base::Instant now,
                                 int limit) { return move(db, tx, address, now, way, limit); }};
}

base::Result<void, Trouble> confirm_unit(db::Tx& tx, base::Instant now, base::TaskId task,
                                         base::UnitId unit, base::PersonId by) {
  const auto card = store::card(tx, task);
  if (!card || card->action != confirm_action) return base::refuse(Trouble::no_such_task);
  const bool stays = unit == card->unit;
  if (!store::finish_task(tx, task, now, by, stays ? "confirmed" : "handed_on")) {
    return base::refuse(Trouble::already_done);
  }
  if (!stays) store::move_cases(tx, {card->case_id}, unit);
  return {};
}

}  // namespace casework
