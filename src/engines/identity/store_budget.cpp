// Rows of guessing budgets, and what they say.
#include <algorithm>

#include "engines/identity/budget.hpp"

namespace identity::budget {
namespace {

constexpr std::string_view kFullAt = R"sql(
  SELECT full_at FROM identity_budget WHERE who = $1)sql";

constexpr std::string_view kSetFullAt = R"sql(
  INSERT INTO identity_budget (who, full_at) VALUES ($1, $2)
  ON CONFLICT (who) DO UPDATE SET full_at = excluded.full_at)sql";

constexpr std::string_view kGiveBack = R"sql(
  UPDATE identity_budget SET full_at = full_at - $2 WHERE who = $1)sql";

constexpr std::string_view kRefill = R"sql(
  DELETE FROM identity_budget WHERE who = $1)sql";

constexpr std::string_view kForgetFull = R"sql(
  DELETE FROM identity_budget WHERE full_at < $1)sql";

// When it would be full again if one more were taken.
base::Instant after_one(db::Tx& tx, const Allowance& one, base::Instant now) {
  const auto full = tx.first(kFullAt, {one.who}, [](const db::Row& row) { return row.at(0); });
  // Never further ahead than an empty one is: the clock may have been set back since.
  const auto empty = now + one.size.most * one.size.back_us;
  if (full && *full > empty) tx.execute(kSetFullAt, {one.who, empty});  // else it never fills
  return std::min(std::max(full.value_or(now), now), empty) + one.size.back_us;
}

}  // namespace

std::optional<base::Instant> take(db::Tx& tx, const std::vector<Allowance>& all,
                                  base::Instant now) {
  tx.hold(all.back().who);
  tx.execute(kForgetFull, {now});
  std::vector<base::Instant> full;
  std::optional<base::Instant> until;
  for (const auto& one : all) {
    full.push_back(after_one(tx, one, now));
    const auto there = full.back() - one.size.most * one.size.back_us;
    if (there > now) until = std::max(until.value_or(there), there);
  }
  if (until) return until;
  for (std::size_t i = 0; i < all.size(); ++i) tx.execute(kSetFullAt, {all[i].who, full[i]});
  return std::nullopt;
}

void was_right(db::Tx& tx, const std::vector<Allowance>& all) {
  for (const auto& one : all) {
    if (one.shared) {
      tx.execute(kGiveBack, {one.who, one.size.back_us});
    } else {
      tx.execute(kRefill, {one.who});
    }
  }
}

}  // namespace identity::budget
