// The verbs of rule tables: begin, save, propose, give back, publish. Each is one transaction; all
// but saving leave one entry in the journal, without any of the words typed.
#pragma once

#include "engines/identity/visit.hpp"
#include "services/rule_tables/draft.hpp"

namespace rule_tables {

// Who may write tables of the city and propose them; who may publish what another proposed.
inline constexpr std::string_view editor_role = "RULE_EDITOR";
inline constexpr std::string_view publisher_role = "RULE_PUBLISHER";

enum class Refusal {
  gone,       // no such draft, or decided already
  changed,    // somebody saved it since the form was drawn
  bad_code,   // of a new table
  taken,      // a table of this code is there already
  wrong,      // something is to be mended first
  unsure,     // its warnings were not confirmed
  overtaken,  // an edition came since it was begun
  own,        // whoever proposed it does not publish it
  nothing_new,
  no_reason,  // giving back needs one
};

struct Act {
  std::string id;
  base::Instant now;
  const identity::Who* who;
};

class Actions {
 public:
  Actions(db::Database& db, journal::Journal& journal) : db_(db), journal_(journal) {}

  template <class T>
  using Done = base::Result<T, Refusal>;

  // On what answers today; the draft that is open already, if one is.
  Done<DraftId> begin(const Act& act, std::string_view code, base::Lang lang);
  Done<DraftId> begin_new(const Act& act, std::string code, std::string title);
  // Whatever was typed. `version` is that of the form; answers the new one.
  Done<int> save(const Act& act, DraftId id, int version, Sheet sheet);
  // Goes on from the newest edition, with what was typed as it is.
  Done<void> rebase(const Act& act, DraftId id, int version);
  // Saves, looks over, and hands it to a second person, unchanged from then on.
  Done<void> propose(const Act& act, DraftId id, int version, Sheet sheet, bool confirmed,
                     base::Lang lang);
  Done<void> withdraw(const Act& act, DraftId id);  // by a proposer: a draft again
  Done<void> give_back(const Act& act, DraftId id, std::string reason);
  Done<void> drop(const Act& act, DraftId id);  // a draft is thrown away, kept as a row
  // `hash`: of what the second person saw.
  Done<decisions::EditionId> publish(const Act& act, DraftId id, std::string_view hash,
                                     bool confirmed, base::Lang lang);

 private:
  using Change = std::function<std::optional<Refusal>(db::Tx&, Draft&)>;
  Done<void> on(const Act& act, DraftId id, State state, std::string_view verb,
                const Change& change);
  Done<DraftId> insert(const Act& act, Draft draft);
  void note(db::Tx& tx, const Act& act, std::string_view verb, const Draft& draft);

  db::Database& db_;
  journal::Journal& journal_;
};

}  // namespace rule_tables
