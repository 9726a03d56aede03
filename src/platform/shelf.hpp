// Shelf<T>: what was read from a text that never changes, kept for whoever asks next.
//
// Reading a published form, calendar or version costs far more than fetching its text, and what
// comes out depends on the text alone, so it is the same for every thread and every database.
// Nothing is lost when an entry falls off: it is read again.
#pragma once

#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace platform {

// Keeps the `most` entries asked for last. Thread-safe; T is shared and must not change.
template <class T>
class Shelf {
 public:
  explicit Shelf(std::size_t most) : most_(most) {}

  // What `make()` makes of `key`, made once as long as it stays on the shelf. `make` runs outside
  // the lock, so two who ask at once may both make it; it may throw, then nothing is kept.
  template <class Make>
  std::shared_ptr<const T> get(std::string_view key, Make&& make) {
    if (auto found = find(key)) return found;
    auto made = std::make_shared<const T>(std::forward<Make>(make)());
    put(key, made);
    return made;
  }

 private:
  struct Entry {
    std::string key;
    std::shared_ptr<const T> value;
  };

  std::shared_ptr<const T> find(std::string_view key) {
    const std::lock_guard lock(mutex_);
    const auto at = by_key_.find(key);
    if (at == by_key_.end()) return nullptr;
    entries_.splice(entries_.begin(), entries_, at->second);
    return at->second->value;
  }

  void put(std::string_view key, std::shared_ptr<const T> value) {
    const std::lock_guard lock(mutex_);
    if (by_key_.contains(key)) return;
    entries_.push_front({std::string(key), std::move(value)});
    by_key_.emplace(entries_.front().key, entries_.begin());
    if (entries_.size() <= most_) return;
    by_key_.erase(entries_.back().key);
    entries_.pop_back();
  }

  const std::size_t most_;
  std::mutex mutex_;
  std::list<Entry> entries_;  // the last asked for in front
  std::unordered_map<std::string_view, typename std::list<Entry>::iterator> by_key_;
};

}  // namespace platform
