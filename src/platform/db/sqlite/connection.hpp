// One SQLite connection, used by one thread at a time: prepared statements kept by their text.
#pragma once

#include <sqlite3.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "platform/db/db.hpp"
#include "platform/db/kept.hpp"

namespace db::sqlite {

// Where nothing can be written: `unchanging` reads the file without locks and without a log;
// `alone` reads it with its log, whose index is kept in memory, so that no second connection may.
enum class Use { reading, writing, unchanging, alone };

class Connection {
 public:
  // Opens (and for writing makes) the file. Throws Failure.
  Connection(std::string path, Use use);

  void query(std::string_view sql, Values values, const Reader& each);
  std::int64_t execute(std::string_view sql, Values values = {});
  void hold(std::string_view) {}  // one writer
  std::optional<std::string> problem_in(std::string_view sql);

  // How often a statement was made ready, counting again what SQLite threw away and made anew: in
  // the long run no more than there are texts.
  std::int64_t prepared() const;

  // False after an error (disk full) that made SQLite roll back everything by itself.
  bool in_transaction() const { return sqlite3_get_autocommit(handle_.get()) == 0; }

 private:
  struct Close {
    void operator()(sqlite3* c) const { sqlite3_close_v2(c); }
    void operator()(sqlite3_stmt* s) const { sqlite3_finalize(s); }
  };
  struct Statement {
    std::unique_ptr<sqlite3_stmt, Close> handle;
    std::vector<int> numbers;  // the n of the $n at each place: SQLite counts by first appearance
    int highest = 0;
  };
  class Running;

  Statement prepare(std::string_view sql, unsigned flags);
  Statement& kept(std::string_view sql);
  void set_up();
  [[noreturn]] void fail(std::string_view sql) const;

  std::string path_;
  Use use_;
  std::unique_ptr<sqlite3, Close> handle_;
  Kept<Statement> kept_;
  std::int64_t prepared_ = 0;
};

}  // namespace db::sqlite
