// The journal: every act of anyone, one entry, in the transaction of the change it describes.
//
// An entry holds ids, codes, states and figures, never personal values, so it can be kept for ever.
// Entries are hashed one by one, gathered into seals (a Merkle root, chained and signed), and
// proven by `verify`. An act id is unique: a doubled click finds the first entry instead of making
// a second.
#pragma once

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
};

// What `verify` found wrong; empty means the journal is whole.
struct Finding {
  base::EntryId entry;  // none when a seal is meant
  std::int64_t seal = 0;
  std::string what;  // English, for the operator: "entry 123: content does not match its hash"
};

struct Verification {
  std::int64_t entries = 0;
  std::int64_t seals = 0;
  std::int64_t unsealed = 0;  // newer than the last seal; normal for some seconds
  std::vector<Finding> findings;
};

class Journal {
 public:
  // `signing_key` is an Ed25519 private key in PEM; it also names who sealed.
  Journal(db::Database& db, std::string signing_key, std::vector<Projection> projections = {});

  // Appends and runs the projections. An act id that already stands throws db::AlreadyThere: ask
  // `find_act` first, in the same transaction.
  base::EntryId append(db::Tx& tx, base::Instant now, const Entry& entry);

  // The entry this act left, if the act has already happened. Inside a write it holds the act: its
  // double waits here and then finds the entry, on PostgreSQL as on SQLite.
  static std::optional<Stored> find_act(db::Tx& tx, std::string_view act);

  // Everything that happened to one thing, oldest first.
  static std::vector<Stored> of(db::Tx& tx, std::string_view subject_kind, std::int64_t subject);

  // Seals what is not sealed yet, at most 10,000 entries; says how many. Safe to call from two
  // places.
  int seal(base::Instant now);

  // Recomputes every hash, root, link and signature. Reads in slices; never holds a long snapshot.
  Verification verify();

 private:
  db::Database& db_;
  std::string key_;
  std::vector<Projection> projections_;
};

// The words an entry is hashed as. Public so that an outsider can write the same in any language.
std::string hashed_text(const Stored& entry);

// RFC 6962 shaped: leaves and nodes are told apart; an odd node moves up unchanged.
std::string merkle_root(std::vector<std::string> leaf_hashes);

}  // namespace journal
