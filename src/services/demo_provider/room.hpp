// An OpenID Connect provider for demonstrations and tests: invented residents sign in by choosing a
// name.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/instant.hpp"
#include "base/json.hpp"
#include "platform/http/http.hpp"
#include "platform/ui/shell.hpp"

namespace demo_provider {

struct Options {
  std::string issuer;  // where it is reached, "http://127.0.0.1:8081"
  std::string client_id;
  std::string client_secret;
  std::vector<std::string> redirects;  // whole addresses a code may be sent to
  ui::City city;                       // whose demonstration this is
  std::function<base::Instant()> clock;
};

class Provider {
 public:
  // `residents`: the array of that name in packs/<city>/demo/people.json. Makes its signing key
  // (0.1 s).
  Provider(Options options, base::json::array residents);
  ~Provider();

  // /.well-known/openid-configuration, /jwks, /authorize, /token; anything else is 404. Assets are
  // served by the edge.
  http::Response handle(const http::Request& request);

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace demo_provider
