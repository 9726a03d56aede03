// Seals, their leaves and what verifying reads: SQL and its reading.
#include <boost/json.hpp>

#include <algorithm>
#include <limits>

#include "engines/journal/store.hpp"

namespace journal {
namespace {

constexpr std::string_view kAfter = R"sql(
  SELECT e.id, e.at, e.person_id, e.position_id, e.unit_id, e.acting_for_id, e.subject_id,
    e.version, e.act, e.actor_kind, e.verb, e.subject_kind, e.facts, e.law, e.hash, l.hash, l.seal
  FROM journal_entry e
  LEFT JOIN journal_leaf l ON l.entry_id = e.id
  WHERE e.id > $1 AND e.id <= $2 ORDER BY e.id LIMIT $3)sql";

constexpr std::string_view kEnds = R"sql(
  SELECT COALESCE(min(id), 0), COALESCE(max(id), 0) FROM journal_entry)sql";

constexpr std::string_view kSealTimes = R"sql(
  SELECT number, at FROM journal_seal WHERE number IN {in:$1} ORDER BY number)sql";

constexpr std::string_view kLastLeaf = R"sql(
  SELECT COALESCE(max(entry_id), 0) FROM journal_leaf)sql";

constexpr std::string_view kWaiting = R"sql(
  SELECT count(*), COALESCE(min(x.at), 0) FROM (
    SELECT e.at FROM journal_entry e LEFT JOIN journal_leaf l ON l.entry_id = e.id
    WHERE e.id > $1 AND l.entry_id IS NULL ORDER BY e.id LIMIT 100000) x)sql";

constexpr std::string_view kSealedTexts = R"sql(
  SELECT e.id, e.at, e.person_id, e.position_id, e.unit_id, e.acting_for_id, e.subject_id,
    e.version, e.act, e.actor_kind, e.verb, e.subject_kind, e.facts, e.law, l.seal, l.place
  FROM journal_entry e LEFT JOIN journal_leaf l ON l.entry_id = e.id
  WHERE e.subject_kind = $1 AND e.subject_id = $2 ORDER BY e.id LIMIT $3)sql";

constexpr std::string_view kUnsealed = R"sql(
  SELECT e.id, e.hash FROM journal_entry e LEFT JOIN journal_leaf l ON l.entry_id = e.id
  WHERE e.id > $1 AND l.entry_id IS NULL ORDER BY e.id LIMIT $2)sql";

constexpr std::string_view kLastSeal = R"sql(
  SELECT number, at, entries, root, previous, hash, signature, public_key, next_key
  FROM journal_seal ORDER BY number DESC LIMIT 1)sql";

constexpr std::string_view kSealsAbove = R"sql(
  SELECT number, at, entries, root, previous, hash, signature, public_key, next_key
  FROM journal_seal WHERE number > $1 ORDER BY number LIMIT $2)sql";

constexpr std::string_view kSealsBelow = R"sql(
  SELECT number, at, entries, root, previous, hash, signature, public_key, next_key
  FROM journal_seal WHERE (CAST($1 AS BIGINT) = 0 OR number < $1) ORDER BY number DESC
  LIMIT $2)sql";

// By its own index, so that it costs what the changes cost, not what the seals cost.
constexpr std::string_view kKeyChanges = R"sql(
  SELECT number FROM journal_seal WHERE next_key <> '' ORDER BY number)sql";

constexpr std::string_view kLeaves = R"sql(
  SELECT entry_id, hash FROM journal_leaf WHERE seal = $1 ORDER BY place)sql";

constexpr std::string_view kLeafRows = R"sql(
  SELECT count(*) FROM journal_leaf)sql";

constexpr std::string_view kOrphans = R"sql(
  SELECT l.entry_id, l.seal FROM journal_leaf l LEFT JOIN journal_entry e ON e.id = l.entry_id
  WHERE e.id IS NULL ORDER BY l.entry_id LIMIT 1000)sql";

constexpr std::string_view kUnclaimed = R"sql(
  SELECT DISTINCT l.seal FROM journal_leaf l LEFT JOIN journal_seal s ON s.number = l.seal
  WHERE s.number IS NULL ORDER BY l.seal LIMIT 1000)sql";

constexpr std::string_view kInsertSeal = R"sql(
  INSERT INTO journal_seal (number, at, entries, root, previous, hash, signature, public_key,
    next_key)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))sql";

constexpr std::string_view kInsertLeaves = R"sql(
  INSERT INTO journal_leaf (entry_id, seal, place, hash)
  SELECT id, CAST($1 AS BIGINT), row_number() OVER (ORDER BY id) - 1, hash FROM journal_entry
  WHERE id IN {in:$2})sql";

Seal seal_of(const db::Row& row) {
  return {row.i64(0), row.at(1),  row.i64(2), row.str(3), row.str(4),
          row.str(5), row.str(6), row.str(7), row.str(8)};
}

store::Leaf leaf_of(const db::Row& row) { return {row.id<base::EntryId>(0), row.str(1)}; }

}  // namespace

std::vector<KeyTerm> key_terms(db::Tx& tx) {
  std::vector<KeyTerm> terms;
  const auto holds = [&](const std::vector<Seal>& since) {
    for (const auto& seal : since) {
      if (!terms.empty()) terms.back().until = seal.number - 1;
      terms.push_back({seal.public_key, seal.number, 0, seal.at});
    }
  };
  holds(seals_above(tx, 0, 1));
  for (const auto change : tx.all(kKeyChanges, {}, [](const db::Row& row) { return row.i64(0); })) {
    holds(seals_above(tx, change, 1));
  }
  const auto last = newest_seals(tx, 0, 1);
  if (!last.empty() && last.front().public_key != terms.back().public_key) holds(last);
  return terms;
}

Waiting waiting(db::Tx& tx) {
  // Ids grow with time; a commit that came late is at most minutes below the last that is sealed.
  const auto last = *tx.first(kLastLeaf, {}, [](const db::Row& row) { return row.i64(0); });
  const auto from = std::max<std::int64_t>(0, last - store::ten_minutes_of_ids);
  return *tx.first(kWaiting, {from}, [](const db::Row& row) {
    const bool any = row.i64(0) > 0;
    return Waiting{row.i64(0), any ? std::optional(row.at(1)) : std::nullopt};
  });
}

std::vector<Seal> newest_seals(db::Tx& tx, std::int64_t before, int limit) {
  return tx.all(kSealsBelow, {before, limit}, seal_of);
}

std::vector<Seal> seals_above(db::Tx& tx, std::int64_t after, int limit) {
  return tx.all(kSealsAbove, {after, limit}, seal_of);
}

namespace store {
namespace {

Raw raw_of(const db::Row& row) {
  const auto n = [&](int column) { return row.i64(column); };
  const auto t = [&](int column) { return row.text(column); };
  return {n(0), n(1), n(2), n(3), n(4), n(5), n(6), n(7), t(8), t(9), t(10), t(11), t(12), t(13)};
}

}  // namespace

std::vector<SealedText> sealed_texts(db::Tx& tx, std::string_view kind, std::int64_t subject,
                                     int limit) {
  return tx.all(kSealedTexts, {kind, subject, limit}, [](const db::Row& row) {
    SealedText out{"", row.i64(14), std::size_t(row.i64(15))};
    add_hashed_text(out.text, raw_of(row));
    return out;
  });
}

void after(db::Tx& tx, const Span& span, int limit, const EachRaw& each) {
  tx.query(kAfter, {span.after, span.until, limit}, [&](const db::Row& row) {
    each(raw_of(row), {row.text(14), row.text(15), row.i64(16)});
  });
}

Span all(db::Tx& tx) {
  return *tx.first(kEnds, {}, [](const db::Row& row) {
    constexpr auto least = std::numeric_limits<std::int64_t>::min();
    return Span{std::max(row.i64(0), least + 1) - 1, row.i64(1)};
  });
}

std::map<std::int64_t, base::Instant> seal_times(db::Tx& tx, const std::set<std::int64_t>& seals) {
  boost::json::array numbers;
  for (const auto one : seals) numbers.push_back(one);
  std::map<std::int64_t, base::Instant> out;
  tx.query(kSealTimes, {boost::json::serialize(numbers)},
           [&](const db::Row& row) { out[row.i64(0)] = row.at(1); });
  return out;
}

std::vector<Leaf> unsealed(db::Tx& tx, std::int64_t after, int limit) {
  return tx.all(kUnsealed, {after, limit}, leaf_of);
}

std::optional<Seal> last_seal(db::Tx& tx) { return tx.first(kLastSeal, {}, seal_of); }

std::vector<Leaf> leaves(db::Tx& tx, std::int64_t seal) { return tx.all(kLeaves, {seal}, leaf_of); }

std::int64_t leaf_rows(db::Tx& tx) {
  return *tx.first(kLeafRows, {}, [](const db::Row& row) { return row.i64(0); });
}

std::vector<std::pair<base::EntryId, std::int64_t>> orphans(db::Tx& tx) {
  return tx.all(kOrphans, {},
                [](const db::Row& row) { return std::pair(row.id<base::EntryId>(0), row.i64(1)); });
}

std::vector<std::int64_t> lost_seals(db::Tx& tx) {
  return tx.all(kUnclaimed, {}, [](const db::Row& row) { return row.i64(0); });
}

bool insert_seal(db::Tx& tx, const Seal& s, const std::vector<Leaf>& leaves) {
  tx.execute(kInsertSeal, {s.number, s.at, s.entries, s.root, s.previous, s.hash, s.signature,
                           s.public_key, s.next_key});
  boost::json::array ids;
  for (const auto& leaf : leaves) ids.push_back(leaf.entry.value);
  return tx.execute(kInsertLeaves, {s.number, boost::json::serialize(ids)}) ==
         std::int64_t(leaves.size());
}

}  // namespace store
}  // namespace journal
