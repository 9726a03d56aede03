// Authorization codes: each is good once, for a minute, for whom it was made.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/instant.hpp"
#include "platform/guarded.hpp"

namespace demo_provider {

// What a code stands for until it is redeemed.
struct Grant {
  std::string number;  // of the person who signed in
  std::string redirect;
  std::string challenge;  // S256, RFC 7636 §4.2
  std::string nonce;
  int level = 0;  // asked for, 0: any
};

class Codes {
 public:
  std::string give(Grant grant, base::Instant now);
  // The grant, once; nothing for a code that is unknown, spent or older than a minute.
  std::optional<Grant> redeem(const std::string& code, base::Instant now);

 private:
  struct Given {
    Grant grant;
    base::Instant at;
  };
  platform::Guarded<std::map<std::string, Given>> given_;
};

}  // namespace demo_provider
