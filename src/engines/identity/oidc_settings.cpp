// Reads how to reach a provider and what it calls things.
#include "engines/identity/oidc.hpp"

namespace identity {

void read_settings(const base::json::object& said, OidcConfig& config) {
  const auto take = [](const base::json::object& from, std::string_view name, std::string& to) {
    if (const auto text = base::json::text_at(from, name); !text.empty()) to = text;
  };
  take(said, "issuer", config.issuer);
  take(said, "client_id", config.client_id);
  take(said, "client_secret", config.client_secret);
  take(said, "scope", config.scope);
  for (const auto& [acr, level] : base::json::object_at(said, "levels")) {
    if (level.is_int64()) config.levels[std::string(acr)] = int(level.get_int64());
  }
  const auto& claims = base::json::object_at(said, "claims");
  auto& names = config.claims;
  const std::pair<const char*, std::string*> all[] = {
      {"number", &names.number},       {"name", &names.name},
      {"birth", &names.birth},         {"gender", &names.gender},
      {"ethnicity", &names.ethnicity}, {"nationality", &names.nationality},
      {"residence", &names.residence}, {"phone", &names.phone},
      {"email", &names.email}};
  for (const auto& [name, to] : all) take(claims, name, *to);
}

}  // namespace identity
