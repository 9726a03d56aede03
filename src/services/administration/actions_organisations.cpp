// Each verb asks rules and version again inside its transaction.
#include "services/administration/actions_organisations.hpp"

namespace administration::office {
namespace {

using base::refuse;
using Why = StaffRefusal;
constexpr std::string_view kind = "organisation";

StaffTrouble refused(std::optional<identity::OrganisationTrouble> trouble) {
  return {.why = Why::organisation, .organisation = std::move(trouble)};
}

}  // namespace

OrganisationActions::Done OrganisationActions::carry_out(const StaffAct& act, std::string_view verb,
                                                         const Change& change) {
  return db_.write([&](db::Tx& tx) -> Done {
    if (const auto before = journal::Journal::find_act(tx, act.id)) {
      if (before->verb != verb || before->subject_kind != kind) {
        return refuse(StaffTrouble{Why::done_already});
      }
      return identity::OrganisationId{before->subject};
    }
    journal::Entry entry;
    const auto done = change(tx, entry);
    if (!done) return done;
    entry.act = act.id;
    entry.actor = act.who->actor(office_of(*act.who));
    entry.verb = std::string(verb);
    entry.subject_kind = std::string(kind);
    entry.subject = done->value;
    journal_.append(tx, act.now, entry);
    return done;
  });
}

OrganisationActions::Done OrganisationActions::keep(const StaffAct& act,
                                                    const identity::Organisation& one) {
  const auto verb = one.id ? "identity.change_organisation" : "identity.add_organisation";
  return carry_out(act, verb, [&](db::Tx& tx, journal::Entry& entry) -> Done {
    if (auto trouble = identity::trouble_with(tx, one)) return refuse(refused(std::move(trouble)));
    auto id = one.id;
    if (!id) {
      id = identity::add(db_, tx, one);
    } else if (!identity::change(tx, one)) {
      return refuse(StaffTrouble{Why::changed});
    }
    entry.facts = {{"kind", one.kind}, {"from", one.from.iso()}};
    if (one.to) entry.facts["to"] = one.to->iso();
    return id;
  });
}

OrganisationActions::Done OrganisationActions::keep(const StaffAct& act,
                                                    const identity::Representative& one) {
  const auto verb = one.id ? "identity.change_representative" : "identity.add_representative";
  return carry_out(act, verb, [&](db::Tx& tx, journal::Entry& entry) -> Done {
    if (auto trouble = identity::trouble_with(tx, one)) return refuse(refused(std::move(trouble)));
    auto id = one.id;
    if (!id) {
      id = identity::add(db_, tx, one);
    } else if (!identity::change(tx, one)) {
      return refuse(StaffTrouble{Why::changed});
    }
    entry.facts = {
        {"representative", id.str()}, {"person", one.person.str()}, {"from", one.from.iso()}};
    if (one.to) entry.facts["to"] = one.to->iso();
    return one.organisation;
  });
}

}  // namespace administration::office
