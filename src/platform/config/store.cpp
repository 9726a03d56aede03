// Settings as rows.
#include "platform/config/secrets.hpp"

namespace config {
namespace {

constexpr std::string_view kSet = R"sql(
  INSERT INTO config_setting (name, at, value) VALUES ($1, $2, $3)
  ON CONFLICT (name) DO UPDATE SET at = excluded.at, value = excluded.value)sql";
constexpr std::string_view kGet = R"sql(SELECT value FROM config_setting WHERE name = $1)sql";

constexpr std::string_view kProof = R"sql(SELECT proof FROM config_key WHERE name = $1)sql";
constexpr std::string_view kProven = R"sql(SELECT name FROM config_key ORDER BY name)sql";
constexpr std::string_view kProve = R"sql(
  INSERT INTO config_key (name, proof, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING)sql";
constexpr std::string_view kDropProof = R"sql(DELETE FROM config_key WHERE name = $1)sql";

}  // namespace

void set(db::Tx& tx, base::Instant now, std::string_view name, const base::json::object& value) {
  tx.execute(kSet, {name, now, base::json::canonical(value)});
}

base::json::object get(db::Tx& tx, std::string_view name) {
  const auto text = tx.first(kGet, {name}, [](const db::Row& row) { return row.str(0); });
  if (!text) return {};
  auto parsed = base::json::parse(*text);
  return parsed && parsed->is_object() ? parsed->get_object() : base::json::object{};
}

std::optional<std::string> proof(db::Tx& tx, std::string_view key) {
  return tx.first(kProof, {key}, [](const db::Row& row) { return row.str(0); });
}

std::vector<std::string> proven(db::Tx& tx) {
  return tx.all(kProven, {}, [](const db::Row& row) { return row.str(0); });
}

std::string prove(db::Tx& tx, base::Instant now, std::string_view key, std::string_view proof) {
  tx.execute(kProve, {key, proof, now});
  return config::proof(tx, key).value();
}

void drop_proof(db::Tx& tx, std::string_view key) { tx.execute(kDropProof, {key}); }

}  // namespace config
