// Side door: the proof of one thing's entries, which holds without this program and its database.
//
// It carries the text each entry was hashed as, the hashes that lead from it to the root of its
// seal, and the seals with their public keys. Whoever trusts a key (it stands on the public page
// and with the second holder) needs nothing else. No personal value is in it, as in no entry.
//
// It proves that its entries stand in the sealed journal unaltered, that they are about one thing,
// and what that thing is called, if they tell. It cannot prove that there are no others.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "engines/journal/journal.hpp"

namespace journal {

inline constexpr int proof_entries_max = 1'000;

// {"format": "taydo-proof-1", "name", "made_at", "unsealed", "seals": [seal_json],
//  "entries": [{"text", "seal", "path": [{"side": "left"|"right", "hash"}]}]}
// `name` is what people call the thing, the "code" in its entries' facts. An entry that waits for
// its seal is only counted.
base::json::object proof_of(db::Tx& tx, std::string_view subject_kind, std::int64_t subject,
                            std::string_view name, base::Instant now);

struct ProofCheck {
  int entries = 0;
  std::string name;
  bool name_proven = false;        // an entry as it was sealed tells it; else it is only stated
  std::vector<std::string> wrong;  // English: "entry 2 (one_stop.accept): ..."
  std::vector<std::string> keys;   // names of the keys it stands on: compare them
};
ProofCheck check_proof(const base::json::value& proof);

}  // namespace journal
