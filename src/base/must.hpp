// must(condition): a bug stops the request it happens in, and says where.
#pragma once

#include <source_location>
#include <stdexcept>

namespace base {

// Something this program promised itself is not so. Caught once, at the request or job border.
struct Bug : std::logic_error {
  using std::logic_error::logic_error;
};

void must(bool condition, std::source_location where = std::source_location::current());

}  // namespace base
