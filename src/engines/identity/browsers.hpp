// Browsers an account knows, because its owner signed in there: a cookie that only we can write.
#pragma once

#include <string>

#include "base/id.hpp"
#include "base/instant.hpp"
#include "platform/http/http.hpp"

namespace identity {

class Browsers {
 public:
  // `secret`: 32 bytes; `secure`: the cookie only over https.
  Browsers(std::string_view secret, bool secure);

  // The number under which that account, at that version, knows the browser; "": it does not.
  std::string number(const http::Request& request, base::PersonId person, std::int64_t version,
                     base::Instant now) const;
  // Adds the account to those of the request's browser. A desk may have several officers.
  void know(http::Response& response, const http::Request& request, base::PersonId person,
            std::int64_t version, base::Instant now) const;

 private:
  std::string key_;
  bool secure_;
};

}  // namespace identity
