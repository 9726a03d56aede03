// Rows of the journal: entries, leaves and seals. No decisions.
#pragma once

#include <map>
#include <set>

#include "engines/journal/journal.hpp"
#include "engines/journal/seals.hpp"

namespace journal::store {

// An entry's columns as they stand, for hashing; the texts belong to whoever made it.
struct Raw {
  std::int64_t id, at, person, position, unit, acting_for, subject, version;
  std::string_view act, actor_kind, verb, subject_kind, facts, law;
};
Raw raw(const Stored& entry, std::string_view facts);
void add_hashed_text(std::string& out, const Raw& entry);

// What stands beside an entry; views die with the call.
struct Beside {
  std::string_view hash, leaf_hash;  // leaf_hash "": no seal holds it
  std::int64_t seal;
};
using EachRaw = std::function<void(const Raw&, const Beside&)>;

struct Leaf {
  base::EntryId entry;
  std::string hash;
};

// An entry as it is hashed, and where it is sealed (seal 0: nowhere yet).
struct SealedText {
  std::string text;
  std::int64_t seal = 0;
  std::size_t place = 0;
};
// Of one subject, oldest first.
std::vector<SealedText> sealed_texts(db::Tx& tx, std::string_view kind, std::int64_t subject,
                                     int limit);

Stored entry_of(const db::Row& row);  // the columns of the search, in their order

// `content`: what the act was made of (acts.hpp); "" where that is not told.
void insert(db::Tx& tx, const Stored& entry, std::string_view facts, const std::string& hash,
            std::string_view content = {});
std::string content_of(db::Tx& tx, base::EntryId entry);
std::optional<Stored> by_act(db::Tx& tx, std::string_view act);
std::vector<Stored> by_subject(db::Tx& tx, std::string_view kind, std::int64_t subject);

// Entries by their ids, which grow with time: 42 bits of milliseconds above 21 others.
inline constexpr std::int64_t ten_minutes_of_ids = std::int64_t(600'000) << 21;
struct Span {
  std::int64_t after = 0, until = 0;  // (after, until]
};
Span all(db::Tx& tx);
// Those of a span, oldest first.
void after(db::Tx& tx, const Span& span, int limit, const EachRaw& each);
// When seals were made; those that are not there are left out.
std::map<std::int64_t, base::Instant> seal_times(db::Tx& tx, const std::set<std::int64_t>& seals);

// Entries above `after` that no seal holds yet, oldest first.
std::vector<Leaf> unsealed(db::Tx& tx, std::int64_t after, int limit);
std::optional<Seal> last_seal(db::Tx& tx);
std::vector<Leaf> leaves(db::Tx& tx, std::int64_t seal);
std::int64_t leaf_rows(db::Tx& tx);
// Leaves whose entry is gone, the first 1,000.
std::vector<std::pair<base::EntryId, std::int64_t>> orphans(db::Tx& tx);
// Seals that leaves name and that are not there, the first 1,000.
std::vector<std::int64_t> lost_seals(db::Tx& tx);
// False, with part of it written: not every entry is there and unsealed any more.
bool insert_seal(db::Tx& tx, const Seal& seal, const std::vector<Leaf>& leaves);
struct Subject {
  std::string kind;
  std::int64_t id = 0;
};
// Subjects behind `last` that have an entry above `from`, in their order.
std::vector<Subject> subjects(db::Tx& tx, const Subject& last, std::int64_t from, int limit);
void fresh_again(db::Tx& tx, std::string_view projection, base::EntryId until);
void mark_stale(db::Tx& tx, std::string_view projection, base::EntryId since, std::string_view why);

std::string_view code(ActorKind kind);

}  // namespace journal::store
