// Lending connections.
#include "platform/db/postgres/pool.hpp"

namespace db::postgres {
namespace {

constexpr int bound = 8;
constexpr auto patience = std::chrono::seconds(10);

}  // namespace

Pool::Lease Pool::take() {
  const Stopwatch waiting;
  std::unique_lock lock(mutex_);
  if (!freed_.wait_for(lock, patience, [&] { return out_ < bound; })) {
    throw Failure("all connections to the database stay busy: too much is asked at once");
  }
  ++out_;
  meter_.waited(waiting.us());
  if (!idle_.empty()) {
    auto connection = std::move(idle_.back());
    idle_.pop_back();
    return lend(std::move(connection));
  }
  lock.unlock();
  try {
    return lend(std::make_unique<Connection>(settings_));
  } catch (...) {
    give_back(nullptr);
    throw;
  }
}

Pool::Lease Pool::lend(std::unique_ptr<Connection> connection) {
  return {connection.release(),
          [this](Connection* back) { give_back(std::unique_ptr<Connection>(back)); }};
}

void Pool::give_back(std::unique_ptr<Connection> connection) {
  std::vector<std::unique_ptr<Connection>> dead;  // closed outside the lock
  {
    const std::lock_guard lock(mutex_);
    --out_;
    if (connection && !connection->lost()) {
      idle_.push_back(std::move(connection));
    } else {
      dead.swap(idle_);
    }
  }
  freed_.notify_one();
}

}  // namespace db::postgres
