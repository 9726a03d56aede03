// Sealing the journal: Merkle roots, chained and signed.
#include "engines/journal/store.hpp"
#include "platform/crypto/crypto.hpp"

namespace journal {
namespace {

constexpr int entries_per_seal = 1'000;  // what one write transaction may cost
constexpr int seals_at_once = 20;

// Ids grow with time, so what is not sealed yet is among those of the last ten minutes; only after
// a start and once in 720 rounds (an hour) all entries are looked through, for those of a machine
// whose clock was slow.
constexpr int rounds_between_full_looks = 720;

constexpr int tries = 20;  // against other sealers

struct Lost {};  // another sealer came first

Seal made(const std::optional<Seal>& last, const std::vector<store::Leaf>& leaves,
          base::Instant now, const KeySource& key, std::string_view next_key) {
  const auto expected = !last ? "" : last->next_key.empty() ? last->public_key : last->next_key;
  const auto pem = key(expected);
  Seal seal;
  seal.number = last ? last->number + 1 : 1;
  seal.at = now;
  seal.entries = std::int64_t(leaves.size());
  std::vector<std::string> hashes;
  for (const auto& leaf : leaves) hashes.push_back(leaf.hash);
  seal.root = merkle_root(std::move(hashes));
  seal.previous = last ? last->hash : "";
  seal.next_key = next_key;
  seal.hash = crypto::sha256_hex(seal_text(seal));
  seal.signature = crypto::ed25519_sign(pem, seal.hash);
  seal.public_key = crypto::ed25519_public(pem);
  return seal;
}

void put(db::Tx& tx, const Seal& seal, const std::vector<store::Leaf>& leaves) {
  const auto last = store::last_seal(tx);
  if ((last ? last->number : 0) != seal.number - 1) throw Lost();
  if (!store::insert_seal(tx, seal, leaves)) throw Lost();
}

// False: another sealer came first, look again.
template <class F>
bool won(db::Database& db, F&& body) {
  try {
    db.write(body);
    return true;
  } catch (const Lost&) {
  } catch (const db::AlreadyThere&) {
  }
  return false;
}

}  // namespace

std::string merkle_root(std::vector<std::string> level) {
  if (level.empty()) return crypto::sha256_hex("");
  std::string text;
  for (auto& leaf : level) leaf = crypto::sha256_hex((text = "leaf:") += leaf);
  for (std::size_t count = level.size(); count > 1; count = (count + 1) / 2) {
    for (std::size_t i = 0; i + 1 < count; i += 2) {
      ((text = "node:") += level[i]) += level[i + 1];
      level[i / 2] = crypto::sha256_hex(text);
    }
    if (count % 2) level[count / 2] = std::move(level[count - 1]);
  }
  return level.front();
}

int Journal::seal(base::Instant now) {
  const bool full = rounds_ % rounds_between_full_looks == 0;
  std::int64_t from = full ? 0 : db_.next_id() - store::ten_minutes_of_ids;
  int sealed = 0;
  for (int i = 0; i < seals_at_once; ++i) {
    std::optional<Seal> last;
    const auto leaves = db_.read([&](db::Tx& tx) {
      last = store::last_seal(tx);
      return store::unsealed(tx, from, entries_per_seal);
    });
    if (leaves.empty()) break;
    const auto seal = made(last, leaves, now, key_, {});
    if (!won(db_, [&](db::Tx& tx) { put(tx, seal, leaves); })) continue;
    sealed += int(leaves.size());
    from = leaves.back().entry.value;  // what commits late below it is young, and the next round's
  }
  ++rounds_;
  return sealed;
}

void Journal::change_key(base::Instant now, const Entry& why, std::string_view next_public_key) {
  for (int i = 0; i < tries; ++i) {
    const auto last = db_.read([](db::Tx& tx) { return store::last_seal(tx); });
    const auto entry = stored(now, why);
    const std::vector<store::Leaf> leaf = {{entry.id, crypto::sha256_hex(hashed_text(entry))}};
    const auto seal = made(last, leaf, now, key_, next_public_key);
    const bool done = won(db_, [&](db::Tx& tx) {
      note(tx, entry);
      put(tx, seal, leaf);
    });
    if (done) return;
  }
  throw db::Failure("the key was not changed: other sealers came first each time");
}

}  // namespace journal
