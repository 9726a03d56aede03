// The database on a PostgreSQL server, or on several of which one leads (Patroni).
#pragma once

#include <string>

#include "platform/db/ids.hpp"
#include "platform/db/meter.hpp"
#include "platform/db/postgres/pool.hpp"

namespace db::postgres {

class Server final : public Database {
 public:
  explicit Server(std::string settings);

  Engine engine() const override { return Engine::postgres; }
  Load load() const override { return meter_.load(); }
  std::int64_t next_id() override { return ids_.next(); }

 private:
  // A read begins again only while nothing has been read in it; a write from its start.
  void read_body(const Body& body) override;
  void write_body(const Body& body) override;
  std::optional<std::string> problem_in(std::string_view sql) override;

  void read_once(const Body& body);
  void write_once(const Body& body);

  Ids ids_;
  Meter meter_;
  Pool pool_;
};

}  // namespace db::postgres
