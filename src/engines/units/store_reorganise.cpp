// The rows a reorganisation leaves.
#include "engines/units/store.hpp"

namespace units::store {
namespace {

constexpr std::string_view kCarriedOut = R"sql(
  SELECT id FROM units_reorganisation WHERE effective = $1 AND steps_hash = $2)sql";

constexpr std::string_view kInsert = R"sql(
  INSERT INTO units_reorganisation (id, effective, steps_hash, carried_out_at)
  VALUES ($1, $2, $3, $4))sql";

}  // namespace

bool carried_out(db::Tx& tx, base::Date effective, std::string_view steps_hash) {
  return tx.first(kCarriedOut, {effective, steps_hash}, [](const db::Row&) { return true; })
      .has_value();
}

void insert_reorganisation(db::Tx& tx, std::int64_t id, base::Date effective,
                           std::string_view steps_hash, base::Instant now) {
  tx.execute(kInsert, {id, effective, steps_hash, now});
}

}  // namespace units::store
