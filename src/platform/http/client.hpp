// Asking another server over HTTP: small answers, short patience (sign-in with OpenID Connect).
#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace http {

struct ClientAnswer {
  int status = 0;
  std::string content_type;
  std::string body;
};

// Nobody answered, or not within our bounds: no connection in 3 s, no end within 10 s, more than
// 256 KiB, a certificate that does not hold, an address that is not http or https.
struct Failure : std::runtime_error {
  using std::runtime_error::runtime_error;
};

using Pairs = std::vector<std::pair<std::string, std::string>>;

// Any status is an answer. A redirect is not followed: it is given back as it is. Blocks.
ClientAnswer get(const std::string& url, const Pairs& headers = {});
ClientAnswer post_form(const std::string& url, const Pairs& fields, const Pairs& headers = {});

}  // namespace http
