// Places are given before anybody waits, so that who finds none is told at once.
#include "platform/parse/lane.hpp"

namespace parse {

std::optional<Lane::Place> Lane::enter(const std::string& who) {
  std::unique_lock lock(mutex_);
  if (inside_ >= places_) return std::nullopt;
  const auto own = of_.find(who);
  if (own != of_.end() && own->second >= of_one_) return std::nullopt;
  ++inside_;
  ++of_[who];
  free_.wait(lock, [this] { return !taken_; });
  taken_ = true;
  return std::make_optional<Place>(*this, who);
}

void Lane::leave(const std::string& who) {
  {
    const std::lock_guard lock(mutex_);
    taken_ = false;
    --inside_;
    if (--of_[who] == 0) of_.erase(who);
  }
  free_.notify_one();
}

}  // namespace parse
