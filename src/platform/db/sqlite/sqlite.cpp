// Reading from the SQLite file; writing is the writer's.
#include "platform/db/sqlite/sqlite.hpp"

#include <filesystem>
#include <future>

#include "platform/db/guard.hpp"
#include "platform/db/room.hpp"
#include "platform/db/transaction.hpp"

namespace db::sqlite {
namespace {

constexpr std::string_view kBegin = "BEGIN DEFERRED";
constexpr std::string_view kEnd = "ROLLBACK";

}  // namespace

File::File(const std::string& path) : path_(path) {
  try {
    writer_ = std::make_unique<Writer>(path, ids_, meter_, *this);
    ids_.go_on(write([](Tx& tx) { return Ids::begin(tx); }));
  } catch (const NoRoom&) {
    writer_.reset();
    reading_ = only_to_read();
    auto first = std::make_unique<Connection>(path_, reading_);
    first->query("SELECT count(*) FROM db_ids", {}, [](const Row&) {});
    readers_.push_back(std::move(first));
  }
}

// A log with something in it must be read with the file. Without one the file is whole by itself,
// and is read as if it never changed: it cannot.
Use File::only_to_read() const {
  std::error_code none;
  const auto log = std::filesystem::file_size(path_ + "-wal", none);
  return none || log == 0 ? Use::unchanging : Use::alone;
}

void File::write_body(const Body& body) {
  if (!writer_) throw NoRoom(path_ + " is only read: nothing could be written when it was opened");
  try {
    writer_->run(body);
    no_room_ = false;
  } catch (const NoRoom&) {
    no_room_ = true;
    throw;
  }
}

void File::read_body(const Body& body) {
  const Inside inside;
  auto reader = take_reader();
  reader->execute(kBegin);
  try {
    Transaction<Connection> tx(*reader, *this);
    body(tx);
  } catch (...) {
    if (reader->in_transaction()) reader->execute(kEnd);
    give_back(std::move(reader));
    throw;
  }
  reader->execute(kEnd);
  give_back(std::move(reader));
}

std::shared_future<void> File::post(std::function<void(Tx&)> body) {
  if (!writer_) {
    return std::async(std::launch::deferred,
                      [this] { throw NoRoom(path_ + " is only read for now"); });
  }
  return writer_->post([body = std::move(body)](Tx& tx) { return body(tx), true; });
}

std::optional<std::string> File::problem_in(std::string_view sql) {
  auto reader = take_reader();
  auto problem = reader->problem_in(sql);
  give_back(std::move(reader));
  return problem;
}

std::unique_ptr<Connection> File::take_reader() {
  {
    std::unique_lock lock(mutex_);
    if (reading_ == Use::alone) given_back_.wait(lock, [this] { return !readers_.empty(); });
    if (!readers_.empty()) {
      auto reader = std::move(readers_.back());
      readers_.pop_back();
      return reader;
    }
  }
  return std::make_unique<Connection>(path_, reading_);
}

void File::give_back(std::unique_ptr<Connection> reader) {
  const std::lock_guard lock(mutex_);
  readers_.push_back(std::move(reader));
  given_back_.notify_one();
}

}  // namespace db::sqlite
