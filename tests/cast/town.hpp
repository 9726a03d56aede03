// The standing cast in a ward: Lan asks, Minh receives, Duyên appraises, Hòa signs, Thu numbers and
// seals.
#pragma once

#include "engines/casework/casework.hpp"
#include "engines/identity/identity.hpp"
#include "engines/journal/journal.hpp"
#include "engines/messages/messages.hpp"
#include "engines/payments/payments.hpp"
#include "platform/files/files.hpp"
#include "services/one_stop/actions.hpp"
#include "services/one_stop/papers.hpp"
#include "services/privacy/request.hpp"
#include "support/folder.hpp"

namespace cast {

// A fresh database with the city's real pack and the cast in their offices. Time stands at `now`
// until a test moves it: Monday 23/11/2026, 8:00.
class Town {
 public:
  explicit Town(db::Database& db, const char* when = "2026-11-23T08:00");

  db::Database& db;
  support::Folder folder;
  base::Instant now;
  journal::Journal journal;
  casework::Casework casework;
  files::Store files;
  messages::Messages messages;
  one_stop::Actions actions;
  one_stop::Papers papers;
  base::UnitId ward, other_ward;
  identity::Who lan, bao, minh, duyen, hoa, thu;
  identity::Who tam;  // receives in the other ward

  // Lan fills in a form and submits it under this act.
  one_stop::Actions::Done lan_submits(const std::string& act, base::Dong fee = {15'000});
  // Somebody submits these answers, as they are.
  one_stop::Actions::Done submits(const identity::Who& who, const std::string& act,
                                  const forms::Answers& answers, base::Dong fee = {0});
  one_stop::Act act(const identity::Who& who, std::string id = {}) const;
  // The task a dossier waits for.
  base::TaskId task(const one_stop::Dossier& dossier);
  // Drafted by Duyên, as her page would.
  documents::Document draft(const one_stop::Dossier& dossier);
  // As whom somebody signs today who leads that unit; they must have the right. None: the ward.
  documents::Signer signer(const identity::Who& who, base::UnitId unit = {});
  // Shown to who holds the leader's office in that unit, read, and signed.
  one_stop::Signed signed_by(const one_stop::Dossier& dossier, const identity::Who& who,
                             base::UnitId unit);
  one_stop::Sources sources(const one_stop::Dossier& dossier);
  // Tells somebody that a result is ready.
  messages::MessageId told(const identity::Who& who);
  // A request about their data that waits, with something typed into it.
  privacy::RequestId asked(const identity::Who& who);
  // What somebody was told, newest first while unread.
  std::vector<messages::Shown> inbox(const identity::Who& who);
  // Verbs in the journal of a dossier, in order, separated by blanks.
  std::string verbs(const one_stop::Dossier& dossier);
  std::string bytes(const one_stop::Dossier& dossier);  // of its result

 private:
  identity::Who officer(const char* name, const char* number, std::string_view role,
                        base::UnitId unit, base::Words title = {"Công chức", "Officer"});
  identity::Who resident(const char* name, const char* number);
};

// A purpose whose openings nobody looks at.
struct AnyPurpose final : base::Purpose {
  void opened(base::PersonId) override {}
};

}  // namespace cast
