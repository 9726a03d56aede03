// Reading from the SQLite file; writing is the writer's.
#include "platform/db/sqlite/sqlite.hpp"

#include "platform/db/guard.hpp"
#include "platform/db/transaction.hpp"

namespace db::sqlite {
namespace {

constexpr std::string_view kBegin = "BEGIN DEFERRED";
constexpr std::string_view kEnd = "ROLLBACK";

}  // namespace

File::File(const std::string& path) : path_(path), writer_(path, ids_, meter_, *this) {
  ids_.go_on(write([](Tx& tx) { return Ids::begin(tx); }));
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
  return writer_.post([body = std::move(body)](Tx& tx) { return body(tx), true; });
}

std::optional<std::string> File::problem_in(std::string_view sql) {
  return Connection(path_, Use::reading).problem_in(sql);
}

std::unique_ptr<Connection> File::take_reader() {
  {
    const std::lock_guard lock(mutex_);
    if (!readers_.empty()) {
      auto reader = std::move(readers_.back());
      readers_.pop_back();
      return reader;
    }
  }
  return std::make_unique<Connection>(path_, Use::reading);
}

void File::give_back(std::unique_ptr<Connection> reader) {
  const std::lock_guard lock(mutex_);
  readers_.push_back(std::move(reader));
}

}  // namespace db::sqlite
