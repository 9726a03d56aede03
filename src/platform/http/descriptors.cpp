// setrlimit, and what is kept back.
#include "platform/http/descriptors.hpp"

#include <sys/resource.h>

#include <algorithm>

namespace http {
namespace {

constexpr std::size_t enough = 65'536;  // children close them one by one
// Sixteen workers, each with a database, a file and a child's pipes; the jobs; the log.
constexpr std::size_t for_work = 192, for_work_least = 128;

}  // namespace

std::size_t raise_descriptors() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return 1'024;
  const rlim_t wanted = std::min<rlim_t>(limit.rlim_max, enough);
  if (limit.rlim_cur < wanted) {
    const rlimit raised{wanted, limit.rlim_max};
    if (setrlimit(RLIMIT_NOFILE, &raised) == 0) return wanted;
  }
  return limit.rlim_cur;
}

std::size_t connections_within(std::size_t descriptors, std::size_t wanted) {
  const auto kept = std::clamp(descriptors / 4, for_work_least, for_work);
  const std::size_t few = 16;  // below this nobody can be served; the log says so
  return std::min(wanted, std::max(few, descriptors - std::min(kept, descriptors)));
}

}  // namespace http
