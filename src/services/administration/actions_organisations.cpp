// Each verb asks rules and version again inside its transaction.
#include "services/administration/actions_organisations.hpp"

namespace administration::office {
namespace {

using base::refuse;
using Why = StaffRefusal;
constexpr std::string_view kind = "organisation";

// Adds what has no id yet, changes what has one; answers its id.
template <class One>
base::Result<decltype(One::id), StaffTrouble> written(db::Database& db, db::Tx& tx,
                                                      const One& one) {
  if (auto trouble = identity::trouble_with(tx, one)) {
    return refuse(StaffTrouble{.why = Why::organisation, .organisation = std::move(trouble)});
  }
  if (!one.id) return identity::add(db, tx, one);
  if (!identity::change(tx, one)) return refuse(StaffTrouble{Why::changed});
  return one.id;
}

}  // namespace

OrganisationActions::Done OrganisationActions::carry_out(const StaffAct& act, std::string_view verb,
                                                         const Change& change) {
  return office::carry_out<identity::OrganisationId>(db_, journal_, act, verb, kind, change);
}

OrganisationActions::Done OrganisationActions::keep(const StaffAct& act,
                                                    const identity::Organisation& one) {
  const auto verb = one.id ? "identity.change_organisation" : "identity.add_organisation";
  return carry_out(act, verb, [&](db::Tx& tx, journal::Entry& entry) -> Done {
    const auto id = written(db_, tx, one);
    if (!id) return id;
    entry.facts = {{"kind", one.kind}, {"from", one.from.iso()}};
    if (one.to) entry.facts["to"] = one.to->iso();
    return id;
  });
}

OrganisationActions::Done OrganisationActions::keep(const StaffAct& act,
                                                    const identity::Representative& one) {
  const auto verb = one.id ? "identity.change_representative" : "identity.add_representative";
  return carry_out(act, verb, [&](db::Tx& tx, journal::Entry& entry) -> Done {
    const auto id = written(db_, tx, one);
    if (!id) return refuse(id.error());
    entry.facts = {
        {"representative", id->str()}, {"person", one.person.str()}, {"from", one.from.iso()}};
    if (one.to) entry.facts["to"] = one.to->iso();
    return one.organisation;
  });
}

}  // namespace administration::office
