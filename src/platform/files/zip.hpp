// Several files as one ZIP, stored as they are (PKWARE APPNOTE 6.3.10).
#pragma once

#include <string>
#include <vector>

#include "base/instant.hpp"

namespace files {

struct Packed {
  std::string name;  // UTF-8, "/" between folders
  std::string bytes;
};

// Each dated `at`, local time. All together below 2 GiB: no ZIP64.
std::string zip(const std::vector<Packed>& files, base::Instant at);

}  // namespace files
