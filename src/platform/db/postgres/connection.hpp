// One PostgreSQL connection, used by one thread at a time: prepared statements kept by their text.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "platform/db/db.hpp"
#include "platform/db/kept.hpp"

struct pg_conn;
struct pg_result;

namespace db::postgres {

// A failure that goes away by itself: a conflict between transactions (40001, 40P01), or a server
// that is gone or changing over (08*, 57P*). The whole transaction is worth another try.
struct Passing : Failure {
  using Failure::Failure;
};

class Connection {
 public:
  // A libpq connection string. Throws Passing when the server cannot be reached.
  explicit Connection(const std::string& settings);

  // A snapshot begins with the first thing read in it, in the same trip to the server, and is left
  // without waiting for the server's word.
  void begin_read();
  void end_read();
  bool answered() const { return answered_; }  // something was read since begin_read

  void command(const char* sql);  // BEGIN and the like: no values, no rows
  void commit();                  // throws Failure when the server rolled back instead
  void query(std::string_view sql, Values values, const Reader& each);
  std::int64_t execute(std::string_view sql, Values values = {});
  void hold(std::string_view name);
  std::optional<std::string> problem_in(std::string_view sql);

  bool lost() const { return lost_; }  // nothing more can be done with it

 private:
  struct Close {
    void operator()(pg_conn* c) const;
    void operator()(pg_result* r) const;
  };
  using Result = std::unique_ptr<pg_result, Close>;
  struct Statement {
    std::string name;
    int parameters;
  };

  const Statement& kept(std::string_view sql);
  Result run(std::string_view sql, Values values);
  Result first_of_read(const Statement& statement, const std::vector<const char*>& values);
  void catch_up();  // with what was sent and not waited for
  void expect_good(const Result& result, std::string_view sql);

  std::unique_ptr<pg_conn, Close> handle_;
  Kept<Statement> kept_;
  bool lost_ = false;
  bool beginning_ = false;  // a snapshot is asked for and not begun
  bool answered_ = false;
  bool unheard_ = false;  // a ROLLBACK is on its way
};

}  // namespace db::postgres
