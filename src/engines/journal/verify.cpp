// Verifying all of the journal, on all cores, in slices.
#include <algorithm>
#include <atomic>
#include <future>
#include <limits>
#include <mutex>
#include <thread>

#include "engines/journal/store.hpp"
#include "platform/crypto/crypto.hpp"

namespace journal {
namespace {

constexpr int entries_in_slice = 4'000;
constexpr int seals_in_slice = 64;

// Commits come late, and clocks of two machines differ; more than this they do not.
constexpr std::int64_t late_us = 10 * base::minute_us;

std::string named(base::EntryId id, std::string_view what) {
  return "entry " + id.str() + ": " + std::string(what);
}

Finding about_seal(std::int64_t number, std::string_view what) {
  return {{}, number, "seal " + std::to_string(number) + ": " + std::string(what)};
}

// What several threads find out together.
class Tally {
 public:
  void found(Finding finding) {
    const std::lock_guard lock(mutex_);
    result_.found(std::move(finding));
  }
  void count(std::int64_t entries, std::int64_t unsealed) {
    const std::lock_guard lock(mutex_);
    result_.entries += entries;
    result_.unsealed += unsealed;
  }
  void count_seals(std::int64_t seals, std::int64_t leaves) {
    const std::lock_guard lock(mutex_);
    result_.seals += seals;
    leaves_ += leaves;
  }
  // Each leaf has its entry and its seal: of each there are as many.
  bool fits(std::int64_t leaf_rows) const {
    return result_.entries - result_.unsealed == leaf_rows && leaves_ == leaf_rows;
  }
  Verification result() {
    std::ranges::stable_sort(result_.findings, {}, [](const Finding& finding) {
      return std::pair(finding.entry, finding.seal);
    });
    return std::move(result_);
  }

 private:
  std::mutex mutex_;
  Verification result_;
  std::int64_t leaves_ = 0;
};

template <class Work>
void at_once(unsigned threads, const Work& work) {
  std::vector<std::future<void>> others;
  for (unsigned i = 1; i < threads; ++i) others.push_back(std::async(std::launch::async, work));
  work();
  for (auto& other : others) other.get();
}

// All entries as spans of ids, that is of time, to be read by several threads at the same time. One
// id far from all others, as a forger may write, makes the spans uneven and costs time only.
class Spans {
 public:
  explicit Spans(const store::Span& all) : all_(all) {
    width_ = (std::uint64_t(all.until) - std::uint64_t(all.after)) / count + 1;
  }
  std::optional<store::Span> take() {
    const auto mine = taken_++;
    if (mine >= count) return {};
    const auto until =
        mine + 1 == count ? std::numeric_limits<std::int64_t>::max() : begin(mine + 1);
    return store::Span{begin(mine), until};
  }

 private:
  static constexpr std::uint64_t count = 128;
  std::int64_t begin(std::uint64_t span) const {
    const auto far = std::uint64_t(all_.until) - std::uint64_t(all_.after);
    return std::int64_t(std::uint64_t(all_.after) + std::min(far, span * width_));
  }

  store::Span all_;
  std::uint64_t width_;
  std::atomic<std::uint64_t> taken_ = 0;
};

// Entries as they are hashed, one text behind the other.
struct Entries {
  struct One {
    base::EntryId id;
    base::Instant at;
    std::int64_t seal;
    std::size_t text, hash, leaf;  // where each ends
  };
  std::string bytes;
  std::vector<One> all;
  std::map<std::int64_t, base::Instant> seal_times;  // of the seals before theirs
  bool empty() const { return all.empty(); }
};

// The first entries of a span; what is left of it then begins behind them.
Entries take_entries(db::Database& db, store::Span& span) {
  Entries out;
  db.read([&](db::Tx& tx) {
    std::set<std::int64_t> before;
    store::after(tx, span, entries_in_slice, [&](const store::Raw& raw, const auto& beside) {
      Entries::One one{{raw.id}, {raw.at}, beside.seal, 0, 0, 0};
      store::add_hashed_text(out.bytes, raw);
      one.text = out.bytes.size();
      one.hash = (out.bytes += beside.hash).size();
      one.leaf = (out.bytes += beside.leaf_hash).size();
      if (out.all.empty() || out.all.back().seal != beside.seal) before.insert(beside.seal - 1);
      out.all.push_back(one);
    });
    out.seal_times = store::seal_times(tx, before);
  });
  if (!out.empty()) span.after = out.all.back().id.value;
  return out;
}

void check_entry(const Entries& slice, const Entries::One& one, std::size_t from,
                 base::Instant newest_seal, Tally& tally) {
  const auto part = [&](std::size_t begin, std::size_t end) {
    return std::string_view(slice.bytes).substr(begin, end - begin);
  };
  const auto found = [&](std::string_view what) {
    tally.found({one.id, one.seal, named(one.id, what)});
  };
  const auto hash = crypto::sha256_hex(part(from, one.text));
  const auto leaf = part(one.hash, one.leaf);
  if (hash != part(one.text, one.hash)) found("content does not match its hash");
  if (leaf.empty()) {
    if (newest_seal - one.at > late_us) found("no seal holds it, though later ones were made");
    return;
  }
  if (hash != leaf) found("changed after it was sealed");
  const auto before = slice.seal_times.find(one.seal - 1);
  if (before != slice.seal_times.end() && before->second - one.at > late_us) {
    found("sealed long after its time: put in later, or written by a wrong clock");
  }
}

void check_entries(const Entries& slice, base::Instant newest_seal, Tally& tally) {
  std::size_t from = 0;
  std::int64_t unsealed = 0;
  for (const auto& one : slice.all) {
    check_entry(slice, one, from, newest_seal, tally);
    if (one.leaf == one.hash) ++unsealed;
    from = one.leaf;
  }
  tally.count(std::int64_t(slice.all.size()), unsealed);
}

void check_all_entries(db::Database& db, unsigned threads, Tally& tally) {
  const auto newest = db.read([](db::Tx& tx) { return store::last_seal(tx); });
  const auto newest_seal = newest ? newest->at : base::Instant{};
  Spans spans(db.read([](db::Tx& tx) { return store::all(tx); }));
  at_once(threads, [&] {
    while (auto span = spans.take()) {
      for (;;) {
        const auto slice = take_entries(db, *span);
        check_entries(slice, newest_seal, tally);
        if (int(slice.all.size()) < entries_in_slice) break;
      }
    }
  });
}

// The chain of seals and keys, one after another.
class Chain {
 public:
  explicit Chain(db::Database& db, Tally& tally) : db_(db), tally_(tally) {}

  std::vector<Seal> take() {
    auto seals = db_.read([&](db::Tx& tx) { return seals_above(tx, number_, seals_in_slice); });
    for (const auto& seal : seals) check(seal);
    return seals;
  }
  const std::string& key() const { return key_; }
  std::int64_t number() const { return number_; }

 private:
  void check(const Seal& seal) {
    const auto wrong = [&](std::string_view what) { tally_.found(about_seal(seal.number, what)); };
    if (seal.number != number_ + 1) wrong("a seal before it is missing");
    if (seal.previous != previous_) wrong("it does not follow the seal before it");
    if (crypto::sha256_hex(seal_text(seal)) != seal.hash) wrong("it was altered");
    if (number_ > 0 && seal.public_key != key_) {
      wrong("it was sealed with another key (" + key_name(seal.public_key) + "), not with " +
            key_name(key_) + " as the seal before it says");
    }
    number_ = seal.number;
    previous_ = seal.hash;
    key_ = seal.next_key.empty() ? seal.public_key : seal.next_key;
  }

  db::Database& db_;
  Tally& tally_;
  std::int64_t number_ = 0;
  std::string previous_, key_;
};

bool signed_by_its_key(const Seal& seal) {
  return crypto::ed25519_verify(seal.public_key, seal.hash, seal.signature);
}

void check_seals(db::Database& db, const std::vector<Seal>& seals, Tally& tally) {
  std::int64_t leaves = 0;
  for (const auto& seal : seals) {
    const auto wrong = [&](std::string_view what) { tally.found(about_seal(seal.number, what)); };
    std::vector<std::string> hashes;
    for (auto& leaf : db.read([&](db::Tx& tx) { return store::leaves(tx, seal.number); })) {
      hashes.push_back(std::move(leaf.hash));
    }
    leaves += std::int64_t(hashes.size());
    if (std::int64_t(hashes.size()) != seal.entries) wrong("entries were added or taken away");
    if (merkle_root(std::move(hashes)) != seal.root) wrong("its entries do not make its root");
    try {
      if (!signed_by_its_key(seal)) wrong("its signature is not valid");
    } catch (const crypto::Failure&) {
      wrong("its key is gone or cannot be read");
    }
  }
  tally.count_seals(std::int64_t(seals.size()), leaves);
}

void name_what_is_gone(db::Database& db, Tally& tally) {
  for (const auto& [id, seal] : db.read([](db::Tx& tx) { return store::orphans(tx); })) {
    tally.found({id, seal, named(id, "was sealed and is gone")});
  }
  for (const auto seal : db.read([](db::Tx& tx) { return store::lost_seals(tx); })) {
    tally.found(about_seal(seal, "it is gone"));
  }
}

// Whoever seals the whole anew needs a key; it is not the one this installation has.
void check_own_key(const Chain& chain, const KeySource& key, Tally& tally) {
  if (chain.number() == 0 || crypto::ed25519_public(key(chain.key())) == chain.key()) return;
  tally.found(about_seal(chain.number(), "its key (" + key_name(chain.key()) +
                                             ") is not the one of this installation: it was "
                                             "sealed elsewhere, or the key is lost"));
}

}  // namespace

Verification Journal::verify() {
  Tally tally;
  Chain chain(db_, tally);
  const unsigned threads = std::clamp(std::thread::hardware_concurrency(), 2u, 8u);
  auto entries = std::async(std::launch::async, [&] { check_all_entries(db_, threads, tally); });
  std::mutex taking;  // the chain is walked link by link, roots are made beside it
  at_once(threads, [&] {
    for (;;) {
      const auto seals = [&] {
        const std::lock_guard lock(taking);
        return chain.take();
      }();
      if (seals.empty()) return;
      check_seals(db_, seals, tally);
    }
  });
  entries.get();
  check_own_key(chain, key_, tally);
  if (!tally.fits(db_.read([](db::Tx& tx) { return store::leaf_rows(tx); }))) {
    name_what_is_gone(db_, tally);
  }
  return tally.result();
}

}  // namespace journal
