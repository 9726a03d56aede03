// Return addresses that stay on this site.
#include <algorithm>

#include "engines/identity/identity.hpp"

namespace identity {

// A browser drops control characters and reads "\" as "/", so "/\t/host" and "/\host" would leave
// us.
std::string local_path(std::string_view wanted) {
  const auto bad = [](unsigned char c) { return c <= ' ' || c == 0x7F || c == '\\'; };
  const bool local = wanted.starts_with("/") && !wanted.starts_with("//") &&
                     wanted.size() <= 1'000 && std::none_of(wanted.begin(), wanted.end(), bad);
  return local ? std::string(wanted) : "/";
}

}  // namespace identity
