// A bounded number of PostgreSQL connections, lent out one at a time.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "platform/db/meter.hpp"
#include "platform/db/postgres/connection.hpp"

namespace db::postgres {

class Pool {
 public:
  Pool(std::string settings, Meter& meter) : settings_(std::move(settings)), meter_(meter) {}

  // Comes back to the pool when it goes out of scope; a lost one is closed, and those lying idle
  // with it: the server they spoke to is the same.
  using Lease = std::unique_ptr<Connection, std::function<void(Connection*)>>;

  // Waits for a free connection, makes one where the bound allows. Throws Passing (no server) or
  // Failure (all stay busy).
  Lease take();

 private:
  Lease lend(std::unique_ptr<Connection> connection);
  void give_back(std::unique_ptr<Connection> connection);

  std::string settings_;
  Meter& meter_;
  std::mutex mutex_;
  std::condition_variable freed_;
  std::vector<std::unique_ptr<Connection>> idle_;
  int out_ = 0;  // lent
};

}  // namespace db::postgres
