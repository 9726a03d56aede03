// Going on with a corrected version: one officer proposes it with a reason, the head of the unit,
// another person, confirms. The time the law gives and the answers stay as they are.
#pragma once

#include "engines/identity/two_person.hpp"
#include "services/one_stop/actions.hpp"
#include "services/one_stop/correction.hpp"
#include "services/one_stop/store_correction.hpp"

namespace one_stop {

// What a page shows and a proposal rests on.
struct Prospect {
  catalogue::Version from;
  std::optional<catalogue::Version> to;  // none: no later version is published
  std::vector<base::Words> flaws;        // what the program itself finds wrong with `from`
  std::optional<casework::Card> open;    // the task it stands at
  Course course;
  std::vector<std::string> misfits;           // of the answers
  std::optional<store::Correction> proposed;  // and waits to be decided
  std::optional<identity::TwoPersonRequest> request;
  std::string asked_by;
};

enum class CorrectionRefusal {
  none,     // there is no corrected version, or the dossier has ended
  unfit,    // the answers do not fit it
  no_node,  // no step was chosen, or one where the dossier cannot go on
  reason_missing,
  waiting,     // a proposal waits already
  own,         // proposed by the same person: another has to confirm
  not_leader,  // only the head of the unit confirms
  owner,       // it is the officer's own dossier
  gone,        // decided, withdrawn or lapsed
  changed,     // the dossier has moved on since
};

class Corrections {
 public:
  Corrections(db::Database& db, journal::Journal& journal, casework::Casework& casework);

  using Done = base::Result<void, CorrectionRefusal>;

  Prospect prospect(identity::Visit& visit, const Dossier& dossier);
  Done propose(identity::Visit& visit, const Dossier& dossier, std::string node,
               std::string_view reason);
  Done confirm(identity::Visit& visit, const Dossier& dossier);
  // By another, or by who asked: then it is withdrawn.
  Done drop(identity::Visit& visit, const Dossier& dossier);

 private:
  identity::TwoPerson::Kind kind();
  bool carry_out(db::Tx& tx, const identity::TwoPersonRequest& request,
                 const identity::Visit& visit);
  bool repeated(const identity::Visit& visit);
  void note(db::Tx& tx, const identity::Visit& visit, const Dossier& dossier, std::string_view verb,
            std::string_view suffix, base::json::object facts);

  db::Database& db_;
  journal::Journal& journal_;
  casework::Casework& casework_;
  identity::TwoPerson two_person_;
};

}  // namespace one_stop
