// Rows of sign-ins that have come back: SQL and its reading.
#include "engines/identity/store_attempts.hpp"

namespace identity::store {
namespace {

constexpr std::string_view kSpend = R"sql(
  INSERT INTO identity_attempt (state_hash, at) VALUES ($1, $2)
  ON CONFLICT (state_hash) DO NOTHING)sql";

constexpr std::string_view kForget = R"sql(
  DELETE FROM identity_attempt WHERE at < $1)sql";

}  // namespace

bool spend_attempt(db::Tx& tx, std::string_view state_hash, base::Instant now) {
  return tx.execute(kSpend, {state_hash, now}) == 1;
}

void forget_attempts(db::Tx& tx, base::Instant before) { tx.execute(kForget, {before}); }

}  // namespace identity::store
