// Rows of the journal: entries, leaves and seals. No decisions.
#pragma once

#include "engines/journal/journal.hpp"

namespace journal::store {

// An entry with the hash that stands beside it, and the leaf hash of its seal if it has one.
struct Row {
  Stored entry;
  std::string hash;
  std::string leaf_hash;
  std::int64_t seal = 0;
};

struct Seal {
  std::int64_t number = 0;
  base::Instant at;
  std::int64_t entries = 0;
  std::string root, previous, hash, signature, public_key;
};

void insert(db::Tx& tx, const Stored& entry, const std::string& hash);
std::optional<Stored> by_act(db::Tx& tx, std::string_view act);
std::vector<Stored> by_subject(db::Tx& tx, std::string_view kind, std::int64_t subject);
std::vector<Row> after(db::Tx& tx, base::EntryId id, int limit);

// Entries that no seal holds yet, oldest first.
std::vector<std::pair<base::EntryId, std::string>> unsealed(db::Tx& tx, int limit);
std::optional<Seal> last_seal(db::Tx& tx);
std::vector<Seal> seals_after(db::Tx& tx, std::int64_t number, int limit);
std::vector<std::pair<base::EntryId, std::string>> leaves(db::Tx& tx, std::int64_t seal);
// Leaves whose entry is gone.
std::vector<std::pair<base::EntryId, std::int64_t>> orphans(db::Tx& tx);
// Seals that leaves name and that are not there.
std::vector<std::int64_t> lost_seals(db::Tx& tx);
void insert_seal(db::Tx& tx, const Seal& seal,
                 const std::vector<std::pair<base::EntryId, std::string>>& leaves);
void mark_stale(db::Tx& tx, std::string_view projection, base::EntryId since, std::string_view why);

std::string_view code(ActorKind kind);

}  // namespace journal::store
