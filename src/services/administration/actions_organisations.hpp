// The verbs of administrators on organisations: one function, one transaction, one entry.
#pragma once

#include "services/administration/actions_people.hpp"

namespace administration::office {

class OrganisationActions {
 public:
  OrganisationActions(db::Database& db, journal::Journal& journal) : db_(db), journal_(journal) {}

  using Done = StaffDone<identity::OrganisationId>;
  // An organisation without an id is added, one with an id changed.
  Done keep(const StaffAct& act, const identity::Organisation& organisation);
  // The same of a representative.
  Done keep(const StaffAct& act, const identity::Representative& one);

 private:
  using Change = std::function<Done(db::Tx&, journal::Entry&)>;
  Done carry_out(const StaffAct& act, std::string_view verb, const Change& change);

  db::Database& db_;
  journal::Journal& journal_;
};

}  // namespace administration::office
