// Counting.
#include "platform/http/shares.hpp"

namespace http {
namespace {

// Adds to one of many counters; what is zero is not kept.
std::size_t count(std::unordered_map<std::string, std::size_t>& all, const std::string& key,
                  std::ptrdiff_t more) {
  const auto at = all.try_emplace(key, 0).first;
  const auto now = at->second += std::size_t(more);
  if (now == 0) all.erase(at);
  return now;
}

}  // namespace

bool Shares::enter(const std::string& source) {
  return count(connections_, source, 1) <= bounds_.connections_max / 4;
}

void Shares::leave(const std::string& source) { count(connections_, source, -1); }

Shares::Room Shares::hold(const std::string& who, bool stranger, std::ptrdiff_t bytes) {
  all_bytes_ += std::size_t(bytes);
  if (stranger) strangers_bytes_ += std::size_t(bytes);
  const auto theirs = count(bytes_, who, bytes);
  if (bytes < 0) return Room::enough;
  if (theirs > (stranger ? bounds_.stranger_bytes_max : bounds_.person_bytes_max)) {
    return Room::share_full;
  }
  const bool full = all_bytes_ > bounds_.bodies_bytes_max ||
                    (stranger && strangers_bytes_ > bounds_.bodies_bytes_max / 2);
  return full ? Room::full : Room::enough;
}

}  // namespace http
