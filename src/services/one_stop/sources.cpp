// Gathering, in one snapshot, what the papers of a dossier are made from.
#include "engines/identity/four_eyes.hpp"
#include "services/one_stop/history.hpp"
#include "services/one_stop/pages_form.hpp"
#include "services/one_stop/papers.hpp"
#include "services/one_stop/room.hpp"
#include "services/one_stop/store.hpp"

namespace one_stop {

std::optional<Sources> sources_of(db::Tx& tx, const Dossier& d, base::Date today) {
  auto version = catalogue::version(tx, d.version);
  auto unit = units::find(tx, answering(tx, d, today), today);
  auto owner = identity::person(tx, d.owner);
  auto answers = forms::kept(tx, "dossier", d.id.value);
  if (!version || !unit || !owner || !answers) return std::nullopt;
  auto form = forms::published(catalogue::text_of(tx, d.version, catalogue::Part::form));
  auto above = units::find(tx, unit->parent, today);
  Sources out{.dossier = d,
              .version = std::move(*version),
              .unit = std::move(*unit),
              .above = above ? std::move(*above) : units::Unit{},
              .owner = std::move(*owner),
              .answers = std::move(*answers),
              .form = std::move(form),
              .order = payments::of(tx, "dossier", d.id.value),
              .result = documents::of(tx, "result", "dossier", d.id.value),
              .receiver = {},
              .cashier = {},
              // A code may mean another commune today: the address stays as it was declared.
              .communes = communes(tx, d.submitted_at.local().date)};
  if (out.result && out.result->state == documents::State::withdrawn) out.result.reset();
  for (const auto& entry : journal::Journal::of(tx, "dossier", d.id.value)) {
    const bool received = entry.verb == "one_stop.accept" || entry.verb == "one_stop.refuse";
    if (received) out.receiver = identity::acted_by(tx, entry.actor, base::Lang::vi);
    if (entry.verb == "one_stop.take_fee") {
      out.cashier = identity::acted_by(tx, entry.actor, base::Lang::vi);
    }
  }
  return out;
}

std::optional<documents::Signer> first_signer(db::Tx& tx, const Sources& from, base::Date today) {
  for (const auto& one : identity::officers(tx, from.unit.id, identity::role::leader, today)) {
    const identity::Who who{
        .person = one.position.person, .name = one.name, .positions = {one.position}};
    auto signer =
        documents::signer(tx, who, one.position, from.unit, from.version.field.code, today);
    if (signer) return signer;
  }
  return std::nullopt;
}

base::Personal<std::string> address_of(db::Tx& tx, base::DossierId id) {
  const auto dossier = store::find(tx, id);
  const auto owner = dossier ? identity::person(tx, dossier->owner) : std::nullopt;
  return owner ? owner->residence : base::Personal<std::string>();
}

}  // namespace one_stop
