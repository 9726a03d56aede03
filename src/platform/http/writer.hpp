// Writes the head of an answer: status line, security headers, what the page asked for.
#pragma once

#include <string>

#include "platform/http/edge.hpp"

namespace http {

class Writer {
 public:
  explicit Writer(const EdgeOptions& options);

  // Everything up to and with the empty line. A header with a line break in it is a Bug.
  std::string head(const Response& response, bool keep_alive) const;

 private:
  std::vector<std::pair<std::string, std::string>> defaults_;  // unless the response has its own
};

// The answer to what never reached a page: 400 401 403 408 413 414 431 503, one line in two
// languages.
Response refusal(int status);
// 500 with the number under which the reason was logged.
Response failure(const std::string& number);

}  // namespace http
