// Transactions on PostgreSQL, tried again when what stood in the way passes by itself.
#include "platform/db/postgres/postgres.hpp"

#include <algorithm>
#include <random>
#include <thread>

#include "platform/db/guard.hpp"
#include "platform/db/transaction.hpp"
#include "platform/db/turn.hpp"

namespace db::postgres {
namespace {

constexpr int tries = 6;  // the first and five more

// 50 to 100 ms at first, twice as long each time, at most a second: those that met do not meet
// again.
void pause(int attempt) {
  thread_local std::minstd_rand random{std::random_device{}()};
  const int longest_ms = std::min(1000, 100 << attempt);
  std::uniform_int_distribution<int> ms(longest_ms / 2, longest_ms);
  std::this_thread::sleep_for(std::chrono::milliseconds(ms(random)));
}

template <class F>
auto patiently(F&& run) {
  for (int attempt = 0;; ++attempt) {
    try {
      return run();
    } catch (const Passing&) {
      if (attempt + 1 == tries) throw;
    }
    pause(attempt);
  }
}

void roll_back(Connection& connection) {
  if (connection.lost()) return;
  try {
    connection.command("ROLLBACK");
  } catch (const Failure&) {
    // Only a lost connection cannot roll back; the server does it when it notices.
  }
}

}  // namespace

Server::Server(std::string settings) : pool_(std::move(settings), meter_) {
  ids_.go_on(write([](Tx& tx) {
    take_turn(tx, Engine::postgres);
    return Ids::begin(tx);
  }));
}

// A server that is gone is noticed at the first statement: then nothing has been read yet, and all
// of it is tried again.
void Server::read_body(const Body& body) {
  const Inside inside;
  patiently([&] { return read_once(body); });
}

void Server::read_once(const Body& body) {
  const auto connection = pool_.take();
  connection->begin_read();
  try {
    Transaction<Connection> tx(*connection, *this);
    body(tx);
  } catch (const Passing& passing) {
    connection->end_read();
    if (!connection->answered()) throw;
    throw Failure(passing.what());
  } catch (...) {
    connection->end_read();
    throw;
  }
  connection->end_read();
}

void Server::write_body(const Body& body) {
  const Inside inside;
  patiently([&] { write_once(body); });
}

void Server::write_once(const Body& body) {
  const auto connection = pool_.take();
  const Stopwatch watch;
  try {
    connection->command("BEGIN ISOLATION LEVEL READ COMMITTED");
    Transaction<Connection> tx(*connection, *this);
    const bool keep = body(tx);
    meter_.wrote(watch.us());
    if (!keep) return roll_back(*connection);
    base::must(!tx.spoiled());
    const auto floor = ids_.floor_due();
    if (floor) Ids::store_floor(tx, *floor);
    connection->commit();
    if (floor) ids_.floor_stored(*floor);
    if (tx.rings()) bell().ring();
  } catch (...) {
    roll_back(*connection);
    throw;
  }
  meter_.committed();
}

std::optional<std::string> Server::problem_in(std::string_view sql) {
  return pool_.take()->problem_in(sql);
}

}  // namespace db::postgres
