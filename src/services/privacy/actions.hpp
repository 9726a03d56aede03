// The verbs of people about their own data, and of the office that answers: one transaction, one
// journal entry each.
#pragma once

#include "base/result.hpp"
#include "contracts/personal_data.hpp"
#include "engines/identity/visit.hpp"
#include "engines/journal/journal.hpp"
#include "engines/messages/messages.hpp"
#include "platform/files/files.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/parse/lane.hpp"
#include "services/privacy/store.hpp"

namespace privacy {

enum class Why {
  gone,          // no such request, or not theirs
  decided,       // no longer waits
  own,           // nobody answers what they ask themselves
  waiting,       // the same waits already
  no_words,      // nothing was written
  wrong_value,   // not what that field can hold
  wrong_paper,   // no PDF, PNG or JPEG, or larger than paper_bytes_max
  unread_paper,  // a PDF whose text could not be had: it is not taken unlooked at
  busy,          // papers of others are being read
  secret,        // the paper is marked secret: `basis` says by which law it may not come here
  no_answer,     // a decision without its words
  changed,       // somebody changed the person, or the words to agree to, since the page was drawn
  held,          // `hold` says by what
  officer,       // who holds or held an office: its acts keep their name
  too_often,     // took their data along takes_a_day_max times today
  asked_too_often,  // asks_a_day_max requests today
  not_ticked,       // nothing was agreed to
};
struct Trouble {
  Why why = Why::gone;
  contracts::Hold hold = {};  // the one that passes last
  std::string basis = {};
};

inline constexpr std::size_t paper_bytes_max = 5 * 1024 * 1024;
inline constexpr int takes_a_day_max = 10, asks_a_day_max = 10;
inline constexpr std::string_view remove_files_job = "privacy.remove_files";
inline constexpr std::string_view answered_kind = "privacy.answered";

class Actions {
 public:
  Actions(db::Database& db, journal::Journal& journal, messages::Messages& messages,
          const files::Store& files, contracts::Keepers keepers);

  using Done = base::Result<RequestId, Trouble>;
  struct Correction {
    Field field = Field::other;
    std::string wanted, words;                      // as typed, tidied
    std::string paper_bytes = {}, paper_name = {};  // "" none
    bool secret = false;  // the person says that the paper is marked secret
  };
  Done ask_correction(const identity::Visit& visit, const Correction& correction);
  Done ask_erasure(const identity::Visit& visit, const std::string& words);
  Done withdraw(const identity::Visit& visit, RequestId id);
  // A correction of what the city keeps of the person itself is written now; an erasure is carried
  // out now, its files removed by a job. The person is told, unless erased.
  Done grant(identity::Visit& visit, RequestId id, const std::string& answer);
  Done refuse(identity::Visit& visit, RequestId id, const std::string& answer);

  // The person takes their data along: counted and journalled before anything is opened.
  base::Result<void, Trouble> take(const identity::Visit& visit);

  base::Result<void, Trouble> consent(const identity::Visit& visit, std::string_view kind,
                                      int version);
  base::Result<void, Trouble> withdraw_consent(const identity::Visit& visit, std::string_view kind);

  // What stands in the way of erasing this person now.
  std::optional<Trouble> hindrance(db::Tx& tx, base::PersonId person, base::Instant now) const;

  // Removes the files of somebody who was erased.
  static jobs::Kind removing(const files::Store& files);

 private:
  struct Wish;
  Done ask(const identity::Visit& visit, const Wish& wish);
  Trouble secret_trouble(base::Instant now);
  // What can be said of it before its paper is read, which takes seconds.
  std::optional<Trouble> trouble_with(const identity::Visit& visit, const Correction& correction);
  // On the way to a request like this one: waiting already, or too many today.
  static std::optional<Trouble> trouble_in(db::Tx& tx, const identity::Visit& visit, Kind kind,
                                           Field field);
  Done decide(identity::Visit& visit, RequestId id, State state, const std::string& answer);
  bool correct(db::Tx& tx, identity::Visit& visit, const Request& request);
  base::json::object erase(db::Tx& tx, base::PersonId person, base::Instant now);
  void tell(db::Tx& tx, const identity::Visit& visit, const Request& request, State state,
            const std::string& answer);
  void note(db::Tx& tx, const identity::Visit& visit, std::string_view subject_kind,
            std::int64_t subject, std::string_view verb, base::json::object facts);

  db::Database& db_;
  journal::Journal& journal_;
  messages::Messages& messages_;
  const files::Store& files_;
  contracts::Keepers keepers_;
  parse::Lane lane_;
};

// The kinds of messages this room tells.
std::vector<messages::Kind> message_kinds();

}  // namespace privacy
