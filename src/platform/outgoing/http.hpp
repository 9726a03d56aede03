// Asking another server over HTTP, through a lane: small answers, short patience.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "platform/outgoing/lane.hpp"

namespace outgoing {

struct Answer {
  int status = 0;
  std::string content_type;
  std::string body;
};

using Pairs = std::vector<std::pair<std::string, std::string>>;

// Any status is an answer. A redirect is not followed: it is given back as it is. Blocks, at most
// for the time of a call; throws Failure. An address with a name and password in it is forbidden.
Answer get(Lane& lane, const std::string& url, const Pairs& headers = {});
Answer post_form(Lane& lane, const std::string& url, const Pairs& fields,
                 const Pairs& headers = {});

// "host:port" of an http or https address, in lower case; "" if it is none.
std::string server_of(const std::string& url);

}  // namespace outgoing
