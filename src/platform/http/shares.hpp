// Who holds how much of what all share: connections by address, unfinished bodies by whoever sends
// them. IO thread only.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>

#include "platform/http/edge.hpp"

namespace http {

class Shares {
 public:
  explicit Shares(const EdgeOptions& bounds) : bounds_(bounds) {}

  // A connection from there; false: more than a share, one of them should go.
  bool enter(const std::string& source);
  void leave(const std::string& source);

  // Bodies in memory grew or went. What is wrong with it, if anything: `who` has more than a share,
  // or all together (strangers together: half) have too much.
  enum class Room { enough, share_full, full };
  Room hold(const std::string& who, bool stranger, std::ptrdiff_t bytes);

 private:
  const EdgeOptions& bounds_;
  std::unordered_map<std::string, std::size_t> connections_, bytes_;
  std::size_t all_bytes_ = 0, strangers_bytes_ = 0;
};

}  // namespace http
