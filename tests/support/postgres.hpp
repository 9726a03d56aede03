// A private PostgreSQL for the length of the test program: own folder, unix socket, no durability.
#pragma once

#include <sys/types.h>

#include <string>

#include "support/folder.hpp"

namespace support {

class PostgresServer {
 public:
  // Makes and starts it (about 1.5 s). As root it runs as the user postgres, since it refuses root.
  PostgresServer();
  ~PostgresServer();  // stopped and removed; a killed test program takes it along too
  PostgresServer(const PostgresServer&) = delete;
  PostgresServer& operator=(const PostgresServer&) = delete;

  // A libpq connection string; the server begins with one empty database, "postgres".
  std::string settings(const std::string& database) const;

 private:
  void wait_until_ready() const;

  Folder folder_;
  pid_t process_ = 0;
};

}  // namespace support
