// Residents sign in at an OpenID Connect provider: authorization code with PKCE (OpenID Connect
// Core 1.0 §3.1, RFC 7636); which provider, and what it calls things, is configuration.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "engines/identity/identity.hpp"
#include "platform/db/db.hpp"

namespace identity {

// What the provider calls what we keep of a person.
struct ClaimNames {
  std::string number = "personal_id";
  std::string name = "name";
  std::string birth = "birthdate";
  std::string gender = "gender";
  std::string ethnicity = "ethnicity";
  std::string nationality = "nationality";
  std::string residence = "address";  // a text, or an object with "formatted" (Core §5.1.1)
  std::string phone = "phone_number";
  std::string email = "email";
};

struct OidcConfig {
  std::string issuer;  // "https://id.example.vn"; its discovery document says the rest
  std::string client_id;
  std::string client_secret;
  std::string scope = "openid profile phone address email";
  ClaimNames claims;
  std::map<std::string, int> levels;  // acr -> assurance level
  std::vector<std::string> origins;   // our own; the first is used for a Host we do not know
  std::string callback = "/dang-nhap/tro-lai";
  bool secure = false;  // cookies only over https
};

// What taydo.json says under "oidc": {"issuer", "client_id", "client_secret", "scope",
// "levels": {"<acr>": 2}, "claims": {"number": "<claim>", …}}; what it leaves out stays as it is.
void read_settings(const base::json::object& said, OidcConfig& config);

enum class OidcRefusal {
  unavailable,  // the provider does not answer, or not as OpenID Connect does
  cancelled,    // the person turned back at the provider
  stale,        // no such attempt of this browser, or older than 10 minutes: begin again
  untrusted,    // the token is not for us, not now, not signed by them
  no_number,    // the provider did not tell a personal number
};

struct Returned {
  base::PersonId person;
  std::string token;     // for Sessions::admit
  std::string path;      // where the person wanted to go
  bool too_low = false;  // signed in, but not at the level that was asked for
};

class Oidc {
 public:
  // `secret`: 32 bytes that seal the attempt's cookie.
  Oidc(db::Database& db, Sessions& sessions, OidcConfig config, std::string secret);
  ~Oidc();

  // 303 to the provider. `path` is where to go afterwards (local_path).
  // `level`: the assurance asked of the provider (acr_values of that level and above), 0: any.
  base::Result<http::Response, OidcRefusal> leave(const Visit& visit, const std::string& path,
                                                  int level = 0);
  // Redeems the code, keeps the person and opens the session in one transaction.
  base::Result<Returned, OidcRefusal> come_back(const Visit& visit);
  // Where the provider ends its own session of this browser and sends the person back to us (OpenID
  // Connect RP-Initiated Logout 1.0 §2); nothing: it offers no such place, or does not answer.
  std::optional<std::string> end_session_address(const Visit& visit);
  // Is there such a place, and did that provider vouch for the session of this request?
  bool ends_elsewhere(const Visit& visit);
  // Takes the attempt's cookie away: on every answer to the callback.
  void forget(http::Response& response) const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace identity
