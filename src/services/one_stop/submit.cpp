// Submitting: a valid form becomes a dossier with a code, an order to pay and a first task.
#include "engines/identity/positions.hpp"
#include "engines/units/units.hpp"
#include "services/one_stop/actions.hpp"
#include "services/one_stop/slip.hpp"
#include "services/one_stop/store.hpp"

namespace one_stop {

Actions::Done Actions::submit(const Act& act, const Submission& s) {
  return db_.write([&](db::Tx& tx) -> Done {
    if (const auto before = journal::Journal::find_act(tx, act.id)) {
      auto same = store::find(tx, {before->subject});
      if (!same || same->owner != act.who->person) return base::refuse(Refusal::draft_gone);
      return *same;
    }
    const auto draft = forms::draft(tx, act.now, s.draft, act.who->person);
    if (!draft) return base::refuse(Refusal::draft_gone);
    const auto today = act.now.local().date;
    const auto unit = units::find(tx, s.unit, today);
    if (!unit || unit->agency_code.empty()) return base::refuse(Refusal::no_agency_code);
    if (identity::officers(tx, s.unit, identity::role::intake_officer, today).empty())
      return base::refuse(Refusal::nobody_there);

    Dossier d;
    d.id = db_.fresh<base::DossierId>();
    const auto order = documents::next_number(tx, s.unit, "dossier:" + today.iso());
    d.code = code_from(store::code_pattern(tx, today), unit->agency_code, today, order);
    d.procedure = s.procedure;
    d.version = s.version;
    d.unit = s.unit;
    d.owner = act.who->person;
    d.submitted_at = act.now;
    store::insert(tx, d);
    store::give_slip(tx, d.id, slip::fresh());
    const auto hash = forms::keep(tx, "dossier", d.id.value, d.owner, s.answers);
    payments::ask(db_, tx, act.now, "dossier", d.id.value, s.fees);
    const auto asked = payments::of(tx, "dossier", d.id.value);
    casework_.open(tx, act.now,
                   {.version = d.version,
                    .subject_kind = "dossier",
                    .subject = d.id.value,
                    .unit = d.unit,
                    .code = d.code,
                    .title = s.title,
                    .link = "/can-bo/viec/",
                    .party = d.owner,
                    .party_name = act.who->name});
    forms::drop_draft(tx, s.draft, d.owner);
    store::became(tx, s.draft, d.id);
    note(tx, act, d, nullptr, "one_stop.submit",
         {{"event", "submitted"}, {"answers", hash}, {"fee", asked ? asked->total.amount : 0}});
    return d;
  });
}

}  // namespace one_stop
