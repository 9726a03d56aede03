// The database in one SQLite file (WAL): one writer thread, one connection per reading thread.
#pragma once

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "platform/db/sqlite/connection.hpp"
#include "platform/db/sqlite/writer.hpp"

namespace db::sqlite {

class File final : public Database {
 public:
  // Where nothing can be written but the file can be read, it is only read.
  explicit File(const std::string& path);

  bool writable() const { return writer_ != nullptr; }
  bool has_room() const { return writer_ && !no_room_; }

  Engine engine() const override { return Engine::sqlite; }
  Load load() const override { return meter_.load(); }
  std::int64_t next_id() override { return ids_.next(); }
  std::shared_future<void> post(std::function<void(Tx&)> body) override;

 private:
  void read_body(const Body& body) override;
  void write_body(const Body& body) override;
  std::optional<std::string> problem_in(std::string_view sql) override;

  Use only_to_read() const;
  std::unique_ptr<Connection> take_reader();
  void give_back(std::unique_ptr<Connection> reader);

  std::string path_;
  Ids ids_;
  Meter meter_;
  std::unique_ptr<Writer> writer_;  // null: nothing can be written
  std::atomic<bool> no_room_ = false;
  Use reading_ = Use::reading;
  std::mutex mutex_;
  std::condition_variable given_back_;                // of the one reader that is alone
  std::vector<std::unique_ptr<Connection>> readers_;  // those nobody reads with
};

}  // namespace db::sqlite
