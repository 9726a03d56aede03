// Rows of failures, and how long they make one wait.
#include "engines/identity/backoff.hpp"

#include <algorithm>

namespace identity::backoff {
namespace {

constexpr std::string_view kUntil = R"sql(
  SELECT until FROM identity_backoff WHERE who = $1)sql";

constexpr std::string_view kCount = R"sql(
  INSERT INTO identity_backoff (who, failures, until, last_at) VALUES ($1, 1, 0, $2)
  ON CONFLICT (who) DO UPDATE SET
    failures = CASE WHEN identity_backoff.last_at < $3 THEN 1
      ELSE identity_backoff.failures + 1 END,
    last_at = excluded.last_at)sql";

constexpr std::string_view kFailures = R"sql(
  SELECT failures FROM identity_backoff WHERE who = $1)sql";

constexpr std::string_view kSetUntil = R"sql(
  UPDATE identity_backoff SET until = $2 WHERE who = $1)sql";

constexpr std::string_view kForget = R"sql(
  DELETE FROM identity_backoff WHERE who = $1)sql";

constexpr std::string_view kForgetOld = R"sql(
  DELETE FROM identity_backoff WHERE last_at < $1 AND until < $1)sql";

}  // namespace

std::int64_t wait_us(std::int64_t failures, std::int64_t free) {
  if (failures < free) return 0;
  const auto doublings = std::min<std::int64_t>(failures - free, 5);
  return std::min(30 * base::second_us << doublings, longest_us);
}

bool waits(db::Tx& tx, std::string_view who, base::Instant now) {
  const auto until = tx.first(kUntil, {who}, [](const db::Row& row) { return row.at(0); });
  // Further ahead than anybody is made to wait: the clock was set back since.
  return until && *until > now && *until - now <= longest_us;
}

void failed(db::Tx& tx, std::string_view who, std::int64_t free, base::Instant now) {
  tx.execute(kForgetOld, {now - memory_us});
  tx.execute(kCount, {who, now, now - memory_us});
  const auto failures = tx.first(kFailures, {who}, [](const db::Row& row) { return row.i64(0); });
  const auto wait = wait_us(failures.value_or(1), free);
  if (wait > 0) tx.execute(kSetUntil, {who, now + wait});
}

void forget(db::Tx& tx, std::string_view who) { tx.execute(kForget, {who}); }

}  // namespace identity::backoff
