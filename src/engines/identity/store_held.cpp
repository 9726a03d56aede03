// Rows of held forms: SQL and its reading.
#include "engines/identity/store_held.hpp"

namespace identity::store {
namespace {

constexpr std::string_view kForget = R"sql(
  DELETE FROM identity_held WHERE held_at < $1 OR held_at > $2)sql";

constexpr std::string_view kForgetOldest = R"sql(
  DELETE FROM identity_held WHERE person_id = $1 AND id NOT IN (
    SELECT id FROM identity_held WHERE person_id = $1 ORDER BY held_at DESC, id DESC
    LIMIT $2))sql";

constexpr std::string_view kKeep = R"sql(
  INSERT INTO identity_held (id, cookie_hash, person_id, page, sealed, held_at)
  VALUES ($1, $2, $3, $4, $5, $6))sql";

constexpr std::string_view kFind = R"sql(
  SELECT id, cookie_hash, page, sealed, person_id, held_at FROM identity_held
  WHERE cookie_hash = $1 AND page = $2 AND person_id = $3 AND held_at > $4 AND held_at <= $5
  ORDER BY held_at DESC, id DESC LIMIT 1)sql";

constexpr std::string_view kNewest = R"sql(
  SELECT id, cookie_hash, page, sealed, person_id, held_at FROM identity_held
  ORDER BY held_at DESC, id DESC LIMIT 1)sql";

constexpr std::string_view kRemove = R"sql(
  DELETE FROM identity_held WHERE id = $1)sql";

HeldForm form_in(const db::Row& row) {
  return {row.i64(0), row.str(1), row.str(2), row.str(3), row.id<base::PersonId>(4), row.at(5)};
}

}  // namespace

void insert_held(db::Tx& tx, const HeldForm& form) {
  tx.execute(kKeep, {form.id, form.cookie_hash, form.person, form.page, form.sealed, form.at});
}

std::optional<HeldForm> newest_held(db::Tx& tx, std::string_view cookie_hash, std::string_view page,
                                    base::PersonId person, base::Instant since,
                                    base::Instant until) {
  return tx.first(kFind, {cookie_hash, page, person, since, until}, form_in);
}

std::optional<HeldForm> newest_held(db::Tx& tx) { return tx.first(kNewest, {}, form_in); }

void remove_held(db::Tx& tx, std::int64_t id) { tx.execute(kRemove, {id}); }

void forget_held(db::Tx& tx, base::Instant before, base::Instant after) {
  tx.execute(kForget, {before, after});
}

void leave_newest(db::Tx& tx, base::PersonId person, int count) {
  tx.execute(kForgetOldest, {person, count});
}

}  // namespace identity::store
