// The journal: every act of anyone, one entry, in the transaction of the change it describes.
//
// An entry holds ids, codes, states and figures, never personal values, so it can be kept for ever.
// Entries are hashed one by one, gathered into seals (a Merkle root, chained and signed), and
// proven by `verify`. An act id is unique: a doubled click finds the first entry instead of making
// a second.
#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/json.hpp"
#include "platform/db/db.hpp"

namespace journal {

enum class ActorKind { nobody, resident, officer, system };

// Who acted, in which office. A system actor has neither person nor position.
struct Actor {
  ActorKind kind = ActorKind::system;
  base::PersonId person;
  base::PositionId position;
  base::UnitId unit;
  base::PersonId acting_for;  // delegated: the absent officer
};

struct Entry {
  std::string act;  // made at the edge when the form was drawn; 1-64 of [A-Za-z0-9_-]
  Actor actor;
  std::string verb;          // "one_stop.submit": the room, then the verb of office
  std::string subject_kind;  // "dossier"
  std::int64_t subject = 0;  // its id
  base::json::object facts;  // canonical JSON is what is hashed
  std::string law;           // article it rests on, or empty
  int version = 1;           // shape of `facts`; readers go through an upcaster
};

struct Stored : Entry {
  base::EntryId id;
  base::Instant at;
};

// Called inside the transaction for every entry. It only inserts facts into its own tables and
// cannot refuse an act: one that throws is rolled back alone and marked stale since that entry.
struct Projection {
  std::string name;
  std::function<void(db::Tx&, const Stored&)> project;
  // Takes away all that entries about one subject left; without it nothing can be rebuilt.
  std::function<void(db::Tx&, std::string_view subject_kind, std::int64_t subject)> clear = {};
};

// Brings an entry's facts to the shape of today (upcast.hpp); false: newer than this program.
using Upcast = std::function<bool(Stored&)>;

// What `verify` found wrong; empty means the journal is whole.
struct Finding {
  base::EntryId entry;  // none when a seal is meant
  std::int64_t seal = 0;
  std::string what;  // English, for the operator: "entry 123: content does not match its hash"
};

struct Verification {
  std::int64_t entries = 0;
  std::int64_t seals = 0;
  std::int64_t unsealed = 0;       // newer than the last seal; normal for some seconds
  bool held_torn = false;          // the second holder's last line was not written to its end
  std::vector<Finding> findings;   // the first `findings_max`
  std::int64_t more_findings = 0;  // beyond those

  bool whole() const { return findings.empty(); }
  void found(Finding finding);
};
inline constexpr std::size_t findings_max = 1'000;

// Gives the private key (Ed25519, PEM) that fits the public one the last seal asks for ("": any),
// or, if it has no such key, the one it has: the seal is made all the same, and `verify` names it.
using KeySource = std::function<std::string(std::string_view public_key)>;

class Journal {
 public:
  Journal(db::Database& db, KeySource key, std::vector<Projection> projections = {});
  Journal(db::Database& db, std::string signing_key, std::vector<Projection> projections = {});

  // Appends and runs the projections. An act id that already stands throws db::AlreadyThere: ask
  // `find_act` first, in the same transaction.
  base::EntryId append(db::Tx& tx, base::Instant now, const Entry& entry);

  // The entry this act left, if the act has already happened. Inside a write it holds the act: its
  // double waits here and then finds the entry, on PostgreSQL as on SQLite.
  static std::optional<Stored> find_act(db::Tx& tx, std::string_view act);

  // Everything that happened to one thing, oldest first.
  static std::vector<Stored> of(db::Tx& tx, std::string_view subject_kind, std::int64_t subject);

  // Seals what is not sealed yet, 1,000 entries a seal, at most 20,000; says how many. Several
  // processes may: of two that take one number, one goes on with the next. An entry whose commit
  // came late is taken by a later seal.
  int seal(base::Instant now);

  // From the next seal on another key holds: appends `why`, and seals it with the key of today and
  // the next one's name. Throws db::Failure if other sealers never let it through.
  void change_key(base::Instant now, const Entry& why, std::string_view next_public_key);

  // Recomputes every hash, root, link and signature, with all cores. Reads in slices: no long
  // snapshot, and memory that does not grow with the journal.
  Verification verify();

  // Makes a projection's tables anew, subject by subject, while acts go on; then it is stale no
  // more, unless it failed again meanwhile. Answers how many entries were read, nothing for a
  // projection that is not there or cannot be rebuilt; `told` hears that figure now and then.
  std::optional<std::int64_t> rebuild(std::string_view projection, const Upcast& upcast,
                                      const std::function<void(std::int64_t)>& told = {});

 private:
  Stored stored(base::Instant now, const Entry& entry);
  void note(db::Tx& tx, const Stored& entry);

  db::Database& db_;
  KeySource key_;
  std::vector<Projection> projections_;
  std::atomic<int> rounds_ = 0;  // of sealing; now and then everything is looked through
};

// The words an entry is hashed as. Public so that an outsider can write the same in any language.
std::string hashed_text(const Stored& entry);

// RFC 6962 shaped: leaves and nodes are told apart; an odd node moves up unchanged.
std::string merkle_root(std::vector<std::string> leaf_hashes);

}  // namespace journal
