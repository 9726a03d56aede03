// How much of this machine reads sent papers at once: little, and nobody's papers all of that.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace parse {

// One paper is read at a time, in a process of its own that has 3 s (enter_sandbox); a few more
// wait for it, so that of the threads that answer requests most are always free. Thread-safe.
class Lane {
 public:
  // How many may wait or be read together, and how many of them may be one person's.
  explicit Lane(std::size_t places = 4, std::size_t of_one = 1)
      : places_(places), of_one_(of_one) {}

  // A place in the lane, held until it goes out of scope; nothing: all are taken, or those of
  // `who`. Waits for its turn, at most for those before it.
  class Place {
   public:
    Place(Lane& lane, std::string who) : lane_(&lane), who_(std::move(who)) {}
    Place(Place&& other) noexcept : lane_(other.lane_), who_(std::move(other.who_)) {
      other.lane_ = nullptr;
    }
    Place& operator=(Place&&) = delete;
    ~Place() {
      if (lane_) lane_->leave(who_);
    }

   private:
    Lane* lane_;
    std::string who_;
  };
  std::optional<Place> enter(const std::string& who);

 private:
  void leave(const std::string& who);

  const std::size_t places_, of_one_;
  std::mutex mutex_;
  std::condition_variable free_;
  bool taken_ = false;
  std::size_t inside_ = 0;
  std::map<std::string, std::size_t> of_;
};

}  // namespace parse
