// The level of a session.
#include "engines/identity/assurance.hpp"

#include <fmt/format.h>

#include "base/html.hpp"
#include "engines/identity/sessions.hpp"

namespace identity {

int level_of(db::Tx& tx, const http::Request& request) {
  const auto found = session_of(tx, request.cookie(session_cookie), base::Date{});
  return found ? found->session.level : 0;
}

std::string raise_address(int level, std::string_view path) {
  return fmt::format("{}/nang-muc?muc={}&ve={}", sign_in_path, level, base::url_encoded(path));
}

}  // namespace identity
