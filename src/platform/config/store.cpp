// Settings as rows.
#include "platform/config/config.hpp"

namespace config {
namespace {

constexpr std::string_view kSet = R"sql(
  INSERT INTO config_setting (name, at, value) VALUES ($1, $2, $3)
  ON CONFLICT (name) DO UPDATE SET at = excluded.at, value = excluded.value)sql";
constexpr std::string_view kGet = R"sql(SELECT value FROM config_setting WHERE name = $1)sql";

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

}  // namespace config
