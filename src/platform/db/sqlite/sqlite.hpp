// The database in one SQLite file (WAL): one writer thread, one connection per reading thread.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "platform/db/sqlite/connection.hpp"
#include "platform/db/sqlite/writer.hpp"

namespace db::sqlite {

class File final : public Database {
 public:
  explicit File(const std::string& path);

  Engine engine() const override { return Engine::sqlite; }
  Load load() const override { return meter_.load(); }
  std::int64_t next_id() override { return ids_.next(); }
  std::shared_future<void> post(std::function<void(Tx&)> body) override;

 private:
  void read_body(const Body& body) override;
  void write_body(const Body& body) override { writer_.run(body); }
  std::optional<std::string> problem_in(std::string_view sql) override;

  std::unique_ptr<Connection> take_reader();
  void give_back(std::unique_ptr<Connection> reader);

  std::string path_;
  Ids ids_;
  Meter meter_;
  Writer writer_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Connection>> readers_;  // those nobody reads with
};

}  // namespace db::sqlite
