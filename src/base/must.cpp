#include "base/must.hpp"

#include <fmt/format.h>

namespace base {

void must(bool condition, std::source_location where) {
  if (condition) return;
  throw Bug(fmt::format("bug at {}:{}", where.file_name(), where.line()));
}

}  // namespace base
