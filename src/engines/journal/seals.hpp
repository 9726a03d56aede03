// Side door: seals as an outsider reads, keeps and compares them; and which key held when.
//
// Whoever holds a copy of these lines can tell later when the journal was cut, rewritten or sealed
// anew with another key, whatever was done to the database and its keys.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.hpp"
#include "base/json.hpp"
#include "engines/journal/journal.hpp"

namespace journal {

struct Seal {
  std::int64_t number = 0;  // from 1, without gaps
  base::Instant at;
  std::int64_t entries = 0;
  std::string root;        // of its entries, `merkle_root`
  std::string previous;    // hash of the seal before it; "" for the first
  std::string hash;        // SHA-256 of `seal_text`
  std::string signature;   // Ed25519 over the hash's 64 digits, base64url
  std::string public_key;  // PEM
  std::string next_key;    // PEM of the key that seals after this one; "": the same
};

// What a seal's hash, and so its signature, speaks for.
std::string seal_text(const Seal& seal);

// One seal as JSON, numbers as text; the same at /api/v1/seals, in a holder's file and in proofs.
base::json::object seal_json(const Seal& seal);
std::optional<Seal> read_seal(const base::json::value& json);

// The short name of a public key: the first 16 digits of the SHA-256 of its DER. "?" if it cannot
// be read.
std::string key_name(std::string_view public_pem);

// When a key sealed, as the seals themselves tell it.
struct KeyTerm {
  std::string public_key;
  std::int64_t from = 0, until = 0;  // numbers of seals; until 0: still
  base::Instant since;
};
// Costs what the changes of keys cost. A key that no seal brought in stands there once the newest
// seal is by it; since when, and whatever other seals it made, `verify` names.
std::vector<KeyTerm> key_terms(db::Tx& tx);

// Newest first, below `before` (0: from the top), at most `limit`.
std::vector<Seal> newest_seals(db::Tx& tx, std::int64_t before, int limit);
// Oldest first, above `after`, at most `limit`.
std::vector<Seal> seals_above(db::Tx& tx, std::int64_t after, int limit);

// What no seal holds yet, at most 100,000 counted; `oldest` since when.
struct Waiting {
  std::int64_t entries = 0;
  std::optional<base::Instant> oldest;
};
Waiting waiting(db::Tx& tx);

// ---- The second holder's file: one seal a line, as `seal_json`.

// Writes the seals above `after` to `out`; says how many.
std::int64_t write_seals(db::Database& db, std::int64_t after, std::ostream& out);

// Adds to a file what it lacks; says how many. A last line that was torn is written again, if it is
// the beginning of the seal that comes next. A file that ends in anything else that is not ours is
// left alone and told as a db::Failure: it may be the only witness.
std::int64_t hand_over(db::Database& db, const std::string& path);

// The seal in the last whole line of a holder's file; none: there is no file, or no seal in it.
std::optional<Seal> newest_held(const std::string& path);

// Adds to `result` what the journal and the second holder's lines disagree on. A torn last line
// that the next round will make whole is no disagreement.
void compare(db::Database& db, std::istream& held, Verification& result);

}  // namespace journal
