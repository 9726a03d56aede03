// A browser as far as a gate can tell: it keeps cookies, fills in forms and follows redirects.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "platform/http/edge.hpp"

namespace support {

class Browser {
 public:
  using Pairs = std::vector<std::pair<std::string, std::string>>;

  // `site` answers as http::Edge's handler would; `origin` is where the browser believes it to be.
  explicit Browser(http::Handler site, std::string origin = "http://taydo.test")
      : site_(std::move(site)), origin_(std::move(origin)) {}

  // An address of the site, with its query. Redirects are not followed: see `location`.
  http::Response get(const std::string& address);
  // Sends the hidden marks of the page last got, then `fields`; `headers` are added or replaced.
  http::Response post(const std::string& address, Pairs fields, Pairs headers = {});

  std::map<std::string, std::string> cookies;
  std::string act, token;  // marks of the page last got

 private:
  http::Response send(http::Request request, const std::string& address, Pairs headers);

  http::Handler site_;
  std::string origin_;
};

// The Location of a redirect, "" if it is none.
std::string location(const http::Response& response);
std::string form_encoded(const Browser::Pairs& fields);
// The value of the hidden input of that name, "" if the page has none.
std::string hidden(const std::string& page, std::string_view name);

}  // namespace support
