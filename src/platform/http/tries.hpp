// Counts wrong tries, so that nobody goes through all there are: of an address, about a thing.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "base/instant.hpp"

namespace http {

// In memory of this process, at most `names_max` names; the oldest make room, so that a flood of
// names costs no memory (and, at worst, gives another flood a fresh count). Thread-safe.
class Tries {
 public:
  // After `free` wrong tries within `window_us` a name is over its limit until the window ends.
  Tries(int free, std::int64_t window_us) : free_(free), window_us_(window_us) {}

  bool over(const std::string& name, base::Instant now) const;
  void wrong(const std::string& name, base::Instant now);

  static constexpr std::size_t names_max = 20'000;

 private:
  struct Count {
    base::Instant since;
    int wrong = 0;
  };
  void make_room(base::Instant now);

  int free_;
  std::int64_t window_us_;
  mutable std::mutex mutex_;
  std::map<std::string, Count> counts_;
};

// Where an address stands for: itself, or the 64-bit network of an IPv6 one, since whoever has one
// such address has 2^64.
std::string network_of(std::string_view address);

}  // namespace http
