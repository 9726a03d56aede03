// Residents sign in at an OpenID Connect provider: authorization code with PKCE (OpenID Connect
// Core 1.0 §3.1, RFC 7636); which provider, and what it calls things, is configuration.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "engines/identity/identity.hpp"
#include "platform/db/db.hpp"
#include "platform/outgoing/lane.hpp"

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
  unavailable,  // the provider does not answer, or says that it cannot now
  busy,         // too many of ours wait for it
  not_openid,   // it answers, but not as OpenID Connect does, or as another
  keys,         // its keys, by which its word is proven, cannot be had
  our_fault,    // it refuses us: our identifier, secret or addresses with it are wrong or ended
  cancelled,    // the person turned back at the provider
  stale,        // no such attempt of this browser, used already or older than 10 minutes
  untrusted,    // the token is not for us, not now, not signed by them
  no_number,    // the provider did not tell a personal number
};

// Why nobody was signed in.
struct OidcTrouble {
  OidcRefusal why;
  std::string reference;   // stands in the log beside the reason; "": nothing to look into
  std::string path = "/";  // where the person wanted to go
};

struct Returned {
  std::string token;     // for Sessions::admit; "": they were signed in already, and stay so
  std::string path;      // where the person wanted to go
  bool too_low = false;  // signed in, but not at the level that was asked for
};

// The lane to the provider (outgoing/lane.hpp): routes whose pages come here say so.
inline constexpr std::string_view oidc_lane = "identity";

class Oidc {
 public:
  // `secret`: 32 bytes that seal the attempts' cookies.
  Oidc(db::Database& db, Sessions& sessions, OidcConfig config, std::string secret);
  ~Oidc();

  // 303 to the provider. `path` is where to go afterwards (local_path).
  // `level`: the assurance asked of the provider (acr_values of that level and above), 0: any.
  base::Result<http::Response, OidcTrouble> leave(const Visit& visit, const std::string& path,
                                                  int level = 0);
  // Redeems the code, once, keeps the person and opens the session in one transaction. Whoever
  // comes a second time and is signed in is led on.
  base::Result<Returned, OidcTrouble> come_back(const Visit& visit);
  // Where the provider ends its own session of this browser and sends the person back to us (OpenID
  // Connect RP-Initiated Logout 1.0 §2); nothing: it offers no such place, or does not answer.
  std::optional<std::string> end_session_address(const Visit& visit);
  // Did that provider vouch for the session of this request, and may there be such a place? Asks
  // nobody outside.
  bool ends_elsewhere(const Visit& visit);
  // Takes the attempt's cookie away: on every answer to the callback.
  void forget(const Visit& visit, http::Response& response) const;
  const outgoing::Lane& lane() const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace identity
