// The verbs of office on a dossier: one public function, one transaction, one journal entry.
//
// Every verb takes an act id: done twice (a doubled click, an uncertain commit), the second finds
// the first and answers the same.
#pragma once

#include <functional>
#include <vector>

#include "base/result.hpp"
#include "engines/casework/casework.hpp"
#include "engines/documents/documents.hpp"
#include "engines/forms/forms.hpp"
#include "engines/identity/visit.hpp"
#include "engines/messages/messages.hpp"
#include "engines/payments/payments.hpp"
#include "platform/db/db.hpp"
#include "services/one_stop/dossier.hpp"
#include "services/one_stop/papers.hpp"

namespace one_stop {

// The actions a flow may offer, as its BPMN names them.
namespace action {
inline constexpr std::string_view receive = "one_stop.receive";
inline constexpr std::string_view collect_fee = "one_stop.collect_fee";
inline constexpr std::string_view appraise = "one_stop.appraise";
inline constexpr std::string_view sign = "one_stop.sign";
inline constexpr std::string_view seal = "one_stop.seal";
inline constexpr std::string_view return_result = "one_stop.return_result";
}  // namespace action

// Who does what when: the same for every verb.
struct Act {
  std::string id;
  base::Instant now;
  const identity::Who* who;  // not null
};

// A filled-in form on its way to becoming a dossier.
struct Submission {
  base::DraftId draft;
  base::VersionId version;
  std::string procedure;
  base::Words title;
  base::UnitId unit;
  forms::Answers answers;  // valid
  std::vector<payments::Line> fees;
};

class Actions {
 public:
  Actions(db::Database& db, journal::Journal& journal, casework::Casework& casework,
          messages::Messages& messages);

  using Done = base::Result<Dossier, Refusal>;

  Done submit(const Act& act, const Submission& submission);

  // Accepts: the clock starts, unless money has to come first. With the article that exempts the
  // applicant nothing is owed.
  Done accept(const Act& act, base::TaskId task, std::string exempt_by = {});
  // [law: NĐ 118/2025] a refusal to receive is written and gives its reason.
  Done refuse(const Act& act, base::TaskId task, std::string reason);
  Done take_fee(const Act& act, base::TaskId task);
  // `draft` holds the drafted result in the file store.
  Done propose(const Act& act, base::TaskId task, std::string opinion,
               const documents::Document& draft);
  // Refused where the paper is no longer the one that was signed. Nobody signs what they
  // proposed.
  Done approve(const Act& act, base::TaskId task, const Signed& paper);
  Done send_back(const Act& act, base::TaskId task, std::string reason);
  // First takes the number (its own entry: a crash in between keeps it), then `seal_paper` makes
  // the sealed file outside any transaction, then the dossier is resolved. `seen` is the hash of
  // the signed paper as it was shown.
  using SealPaper = std::function<documents::File(const documents::Document&)>;
  Done number_and_seal(const Act& act, base::TaskId task, std::string_view seen,
                       const SealPaper& seal_paper);
  Done return_result(const Act& act, base::TaskId task);
  // Says which of the units that took over from a split one decides; the case goes there.
  Done confirm_unit(const Act& act, base::TaskId task, base::UnitId unit);

 private:
  struct Move;
  base::Result<documents::Document, Refusal> numbered(const Act& act, base::TaskId task,
                                                      std::string_view seen);
  Done carry_out(const Act& act, base::TaskId task, const Move& move);
  Done finish(db::Tx& tx, const Act& act, const casework::Card& card, Dossier dossier,
              const Move& move);
  void note(db::Tx& tx, const Act& act, const Dossier& dossier, const identity::Position* as,
            std::string_view verb, base::json::object facts);

  db::Database& db_;
  journal::Journal& journal_;
  casework::Casework& casework_;
  messages::Messages& messages_;
};

// Was the result of this dossier last sent up for signature by the same hand (four_eyes.hpp)?
bool proposed_by(db::Tx& tx, base::DossierId dossier, const journal::Actor& signer);

}  // namespace one_stop
