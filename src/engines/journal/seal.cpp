// Sealing the journal: Merkle roots, chained and signed; and verifying all of it.
#include <map>

#include "engines/journal/journal.hpp"
#include "engines/journal/store.hpp"
#include "platform/crypto/crypto.hpp"

namespace journal {
namespace {

constexpr int slice = 10'000;

// What a seal's hash, and so its signature, speaks for.
std::string seal_text(const store::Seal& s) {
  return "taydo-seal-1\n" + std::to_string(s.number) + "\n" + std::to_string(s.at.us) + "\n" +
         std::to_string(s.entries) + "\n" + s.root + "\n" + s.previous + "\n";
}

std::string named(base::EntryId id, std::string_view what) {
  return "entry " + id.str() + ": " + std::string(what);
}

void check_entries(db::Database& db, Verification& out) {
  base::EntryId last;
  for (;;) {
    const auto rows = db.read([&](db::Tx& tx) { return store::after(tx, last, slice); });
    for (const auto& row : rows) {
      const auto id = row.entry.id;
      ++out.entries;
      const auto hash = crypto::sha256_hex(hashed_text(row.entry));
      if (hash != row.hash) {
        out.findings.push_back({id, row.seal, named(id, "content does not match its hash")});
      }
      if (row.leaf_hash.empty())
        ++out.unsealed;
      else if (hash != row.leaf_hash) {
        out.findings.push_back({id, row.seal, named(id, "changed after it was sealed")});
      }
      last = id;
    }
    if (int(rows.size()) < slice) return;
  }
}

void check_seal(db::Tx& tx, const store::Seal& seal, const std::string& previous,
                const std::string& public_key, Verification& out) {
  const auto wrong = [&](std::string_view what) {
    out.findings.push_back(
        {{}, seal.number, "seal " + std::to_string(seal.number) + ": " + std::string(what)});
  };
  std::vector<std::string> hashes;
  for (auto& [id, hash] : store::leaves(tx, seal.number)) hashes.push_back(hash);
  if (std::int64_t(hashes.size()) != seal.entries) wrong("entries were added or taken away");
  if (merkle_root(std::move(hashes)) != seal.root) wrong("its entries do not make its root");
  if (seal.previous != previous) wrong("it does not follow the seal before it");
  if (crypto::sha256_hex(seal_text(seal)) != seal.hash) wrong("it was altered");
  if (seal.public_key != public_key) wrong("it was sealed with another key");
  if (!crypto::ed25519_verify(seal.public_key, seal.hash, seal.signature)) {
    wrong("its signature is not valid");
  }
}

}  // namespace

std::string merkle_root(std::vector<std::string> level) {
  if (level.empty()) return crypto::sha256_hex("");
  for (auto& leaf : level) leaf = crypto::sha256_hex("leaf:" + leaf);
  while (level.size() > 1) {
    std::vector<std::string> above;
    for (std::size_t i = 0; i + 1 < level.size(); i += 2) {
      above.push_back(crypto::sha256_hex("node:" + level[i] + level[i + 1]));
    }
    if (level.size() % 2) above.push_back(level.back());
    level = std::move(above);
  }
  return level.front();
}

int Journal::seal(base::Instant now) {
  const auto public_key = crypto::ed25519_public(key_);
  const auto try_once = [&](db::Tx& tx) {
    const auto leaves = store::unsealed(tx, slice);
    if (leaves.empty()) return 0;
    const auto last = store::last_seal(tx);
    store::Seal seal;
    seal.number = last ? last->number + 1 : 1;
    seal.at = now;
    seal.entries = std::int64_t(leaves.size());
    std::vector<std::string> hashes;
    for (const auto& leaf : leaves) hashes.push_back(leaf.second);
    seal.root = merkle_root(std::move(hashes));
    seal.previous = last ? last->hash : "";
    seal.hash = crypto::sha256_hex(seal_text(seal));
    seal.signature = crypto::ed25519_sign(key_, seal.hash);
    seal.public_key = public_key;
    store::insert_seal(tx, seal, leaves);
    return int(leaves.size());
  };
  try {
    return db_.write(try_once);
  } catch (const db::AlreadyThere&) {
    return 0;  // another sealer took this number; the next round takes what is left
  }
}

Verification Journal::verify() {
  Verification out;
  check_entries(db_, out);
  const auto public_key = crypto::ed25519_public(key_);
  std::string previous;
  for (std::int64_t number = 0;;) {
    const auto seals = db_.read([&](db::Tx& tx) { return store::seals_after(tx, number, 100); });
    for (const auto& seal : seals) {
      db_.read([&](db::Tx& tx) { check_seal(tx, seal, previous, public_key, out); });
      if (seal.number != number + 1) {
        out.findings.push_back(
            {{}, seal.number, "a seal before " + std::to_string(seal.number) + " is missing"});
      }
      previous = seal.hash;
      number = seal.number;
      ++out.seals;
    }
    if (seals.size() < 100) break;
  }
  for (const auto& [id, seal] : db_.read([](db::Tx& tx) { return store::orphans(tx); })) {
    out.findings.push_back({id, seal, named(id, "was sealed and is gone")});
  }
  for (const auto seal : db_.read([](db::Tx& tx) { return store::lost_seals(tx); })) {
    out.findings.push_back({{}, seal, "seal " + std::to_string(seal) + ": it is gone"});
  }
  return out;
}

}  // namespace journal
