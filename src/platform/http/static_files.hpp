// The styles, scripts, fonts and pictures inside the program, under addresses that never go stale.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "platform/embedded.hpp"
#include "platform/http/http.hpp"

namespace http {

// "citizen.css" of web/dist/ is served as /assets/citizen.3fa91c02.css, where the eight digits
// begin the SHA-256 of its bytes: browsers keep it a year, and a new build has a new address. The
// build of web/ writes the same addresses into the styles and into platform/ui/assets.hpp.
class StaticFiles {
 public:
  // Takes those under web/dist/; compresses texts once, here.
  explicit StaticFiles(std::span<const embedded::File> files);

  // The address to write into a page. A name that is not there is a Bug.
  const std::string& url_of(std::string_view name) const;

  // Nothing when the path is not under /assets/. Never blocks: fit for the edge's `at_once`.
  std::optional<Response> answer(const Request& request) const;

 private:
  struct Asset {
    std::string_view bytes;
    std::string gzip;  // empty: not worth it
    std::string_view type;
  };

  void add(std::string_view name, std::string_view bytes);

  std::map<std::string, std::string, std::less<>> urls_;  // by name
  std::map<std::string, Asset, std::less<>> by_url_;
};

}  // namespace http
