// Making and checking the proof of one thing's entries.
#include "engines/journal/proof.hpp"

#include <algorithm>
#include <map>

#include "engines/journal/store.hpp"
#include "platform/crypto/crypto.hpp"

namespace journal {
namespace {

constexpr std::string_view format = "taydo-proof-1";

// The hashes beside the way from a leaf to the root, from below; see merkle_root.
base::json::array path_of(std::vector<std::string> level, std::size_t place) {
  base::json::array path;
  for (auto& leaf : level) leaf = crypto::sha256_hex("leaf:" + leaf);
  for (; level.size() > 1; place /= 2) {
    const auto beside = place ^ 1;
    if (beside < level.size()) {
      path.push_back(
          base::json::object{{"side", beside < place ? "left" : "right"}, {"hash", level[beside]}});
    }
    std::vector<std::string> above;
    for (std::size_t i = 0; i + 1 < level.size(); i += 2) {
      above.push_back(crypto::sha256_hex("node:" + level[i] + level[i + 1]));
    }
    if (level.size() % 2) above.push_back(level.back());
    level = std::move(above);
  }
  return path;
}

// A seal with its leaves, read once for all entries it holds.
struct Held {
  Seal seal;
  std::vector<store::Leaf> leaves;
};

std::string root_by(std::string_view text, const base::json::array& path) {
  auto hash = crypto::sha256_hex("leaf:" + crypto::sha256_hex(text));
  for (const auto& item : path) {
    if (!item.is_object()) return "";
    const auto beside = std::string(base::json::text_at(item.get_object(), "hash"));
    const bool left = base::json::text_at(item.get_object(), "side") == "left";
    hash = crypto::sha256_hex("node:" + (left ? beside + hash : hash + beside));
  }
  return hash;
}

// What a sealed text tells of itself.
struct Told {
  std::string id, verb = "?", about, code;
};

Told told_in(std::string_view text) {
  const auto json = base::json::parse(text);
  if (!json || !json->is_object()) return {};
  const auto& o = json->get_object();
  const auto at = [&](std::string_view key) { return std::string(base::json::text_at(o, key)); };
  return {at("id"), at("verb"), at("subject_kind") + " " + at("subject"),
          std::string(base::json::text_at(base::json::object_at(o, "facts"), "code"))};
}

std::string trouble_with(const Seal& seal) {
  if (crypto::sha256_hex(seal_text(seal)) != seal.hash) return "it was altered";
  try {
    if (crypto::ed25519_verify(seal.public_key, seal.hash, seal.signature)) return "";
    return "its signature is not valid";
  } catch (const crypto::Failure&) {
    return "its key cannot be read";
  }
}

}  // namespace

base::json::object proof_of(db::Tx& tx, std::string_view kind, std::int64_t subject,
                            std::string_view name, base::Instant now) {
  std::map<std::int64_t, Held> seals;
  base::json::array entries, sealed;
  std::int64_t unsealed = 0;
  for (const auto& one : store::sealed_texts(tx, kind, subject, proof_entries_max)) {
    if (one.seal == 0) {
      ++unsealed;
      continue;
    }
    auto& held = seals[one.seal];
    if (held.leaves.empty()) {
      const auto found = seals_above(tx, one.seal - 1, 1);
      if (!found.empty()) held = {found.front(), store::leaves(tx, one.seal)};
    }
    std::vector<std::string> hashes;
    for (const auto& leaf : held.leaves) hashes.push_back(leaf.hash);
    entries.push_back(base::json::object{{"text", one.text},
                                         {"seal", std::to_string(one.seal)},
                                         {"path", path_of(std::move(hashes), one.place)}});
  }
  for (const auto& [number, held] : seals) sealed.push_back(seal_json(held.seal));
  return {{"format", format},
          {"name", name},
          {"made_at", std::to_string(now.us)},
          {"unsealed", std::to_string(unsealed)},
          {"entries", entries},
          {"seals", sealed}};
}

namespace {

using Roots = std::map<std::string, std::string>;  // by number of the seal

Roots check_seals(const base::json::object& proof, ProofCheck& out) {
  Roots roots;
  for (const auto& item : base::json::array_at(proof, "seals")) {
    const auto seal = read_seal(item);
    const auto wrong = seal ? trouble_with(*seal) : "it cannot be read";
    const auto number = seal ? std::to_string(seal->number) : "?";
    if (!wrong.empty()) out.wrong.push_back("seal " + number + ": " + wrong);
    if (!seal) continue;
    roots[number] = seal->root;
    const auto key = key_name(seal->public_key);
    if (std::ranges::find(out.keys, key) == out.keys.end()) out.keys.push_back(key);
  }
  return roots;
}

// What is wrong with the next entry; one that is as it was sealed also speaks for the name.
std::string trouble_with(const base::json::object& entry, const Roots& roots,
                         std::vector<Told>& sound, ProofCheck& out) {
  const auto text = base::json::text_at(entry, "text");
  const auto told = told_in(text);
  const auto named = "entry " + std::to_string(out.entries) + " (" + told.verb + "): ";
  const auto seal = roots.find(std::string(base::json::text_at(entry, "seal")));
  if (seal == roots.end() || root_by(text, base::json::array_at(entry, "path")) != seal->second) {
    return named + "it is not what was sealed";
  }
  const auto twice = std::ranges::any_of(sound, [&](const Told& one) { return one.id == told.id; });
  sound.push_back(told);
  if (twice) return named + "it stands here twice";
  if (sound.front().about != told.about) return named + "it is about another matter";
  if (!told.code.empty() && told.code != out.name) {
    return named + "it is about " + told.code + ", not " + out.name;
  }
  out.name_proven = out.name_proven || !told.code.empty();
  return "";
}

}  // namespace

ProofCheck check_proof(const base::json::value& proof) {
  ProofCheck out;
  if (!proof.is_object() || base::json::text_at(proof.get_object(), "format") != format) {
    out.wrong.push_back("this is no proof that this program knows");
    return out;
  }
  out.name = base::json::text_at(proof.get_object(), "name");
  const auto roots = check_seals(proof.get_object(), out);
  std::vector<Told> sound;
  for (const auto& item : base::json::array_at(proof.get_object(), "entries")) {
    ++out.entries;
    const auto entry = item.is_object() ? item.get_object() : base::json::object();
    auto wrong = trouble_with(entry, roots, sound, out);
    if (!wrong.empty()) out.wrong.push_back(std::move(wrong));
  }
  if (out.entries == 0) out.wrong.push_back("it holds no entry: nothing is proven");
  out.name_proven = out.name_proven && out.wrong.empty();
  return out;
}

}  // namespace journal
