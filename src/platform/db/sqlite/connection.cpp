// One SQLite connection.
#include "platform/db/sqlite/connection.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <charconv>

#include "base/must.hpp"
#include "platform/db/room.hpp"
#include "platform/db/script.hpp"
#include "platform/db/sqlite/functions.hpp"

namespace db::sqlite {
namespace {

using base::must;
using std::string_view;

constexpr int busy_ms = 10'000;  // another program (an import) may hold the file for a while

// Its own count of memory takes one lock for all threads at each allocation; nobody reads it.
void be_quiet_about_memory() {
  static const bool once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0) == SQLITE_OK;
  must(once);  // somebody used SQLite before us
}

// SQLite makes files readable by all; people's data is the owner's only. Its -wal and -shm follow.
void make_private(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file >= 0) ::close(file);  // if not, opening it says why
}

class SqliteRow final : public Row {
 public:
  explicit SqliteRow(sqlite3_stmt* s) : s_(s) {}
  bool null(int column) const override { return kind(column) == SQLITE_NULL; }
  std::int64_t i64(int column) const override {
    const int k = kind(column);
    must(k == SQLITE_INTEGER || k == SQLITE_NULL);
    return sqlite3_column_int64(s_, column);
  }
  double f64(int column) const override {
    const int k = kind(column);
    must(k == SQLITE_FLOAT || k == SQLITE_INTEGER || k == SQLITE_NULL);
    return sqlite3_column_double(s_, column);
  }
  bool b(int column) const override {
    const auto value = i64(column);
    must(value == 0 || value == 1);
    return value == 1;
  }
  string_view text(int column) const override {
    const int k = kind(column);
    must(k == SQLITE_TEXT || k == SQLITE_NULL);
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(s_, column));
    return {bytes ? bytes : "", std::size_t(sqlite3_column_bytes(s_, column))};
  }

 private:
  int kind(int column) const {
    must(column >= 0 && column < sqlite3_column_count(s_));
    return sqlite3_column_type(s_, column);
  }
  sqlite3_stmt* s_;
};

int bind(sqlite3_stmt* s, int place, const Value& value) {
  struct Bind {
    sqlite3_stmt* s;
    int place;
    int operator()(std::monostate) const { return sqlite3_bind_null(s, place); }
    int operator()(bool v) const { return sqlite3_bind_int(s, place, v); }
    int operator()(std::int64_t v) const { return sqlite3_bind_int64(s, place, v); }
    int operator()(double v) const { return sqlite3_bind_double(s, place, v); }
    int operator()(const std::string& v) const {
      must(v.find('\0') == v.npos);  // refused at the edge; PostgreSQL could not store it
      return sqlite3_bind_text64(s, place, v.data(), v.size(), SQLITE_STATIC, SQLITE_UTF8);
    }
  };
  return std::visit(Bind{s, place}, value.held());
}

std::string reason(sqlite3* connection, const std::string& path) {
  const int code = sqlite3_errcode(connection);
  const char* message = sqlite3_errmsg(connection);
  switch (code & 0xff) {
    case SQLITE_FULL:
      return fmt::format("the disk that holds {} is full: make room, nothing was lost", path);
    case SQLITE_IOERR:
      return fmt::format("{} cannot be read or written ({}): check disk, space and limits", path,
                         message);
    case SQLITE_BUSY:
      return fmt::format("{} is locked by another program for more than {} s", path,
                         busy_ms / 1000);
    case SQLITE_CANTOPEN:
      return fmt::format("{} cannot be opened: does its folder exist, may this user write there?",
                         path);
    case SQLITE_READONLY:
      return fmt::format("{} may not be written by this user", path);
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      return fmt::format("{} is damaged or no database ({}): restore it from a backup", path,
                         message);
    default:
      return fmt::format("{}: {}", path, message);
  }
}

// Codes of a disk that is full, of a limit on files, of a file that may not be written. That the
// log or its index cannot be made is told as a file that cannot be opened.
bool no_room(int code, const std::string& path) {
  switch (code) {
    case SQLITE_IOERR_WRITE:
    case SQLITE_IOERR_FSYNC:
    case SQLITE_IOERR_DIR_FSYNC:
    case SQLITE_IOERR_TRUNCATE:
    case SQLITE_IOERR_SHMSIZE:
    case SQLITE_IOERR_SHMOPEN:
    case SQLITE_IOERR_SHMMAP:
      return true;
    default:
      break;
  }
  const int kind = code & 0xff;
  return kind == SQLITE_FULL || kind == SQLITE_READONLY ||
         (kind == SQLITE_CANTOPEN && ::access(path.c_str(), R_OK) == 0);
}

// "file:/a%20b" of "/a b".
std::string uri_of(const std::string& path) {
  std::string out = "file:";
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '/' || c == '.' || c == '-' || c == '_';
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

}  // namespace

// A statement while it runs: bound on entry, given back clean however the caller leaves.
class Connection::Running {
 public:
  Running(Connection& connection, string_view sql, Values values) : c_(connection), sql_(sql) {
    auto& kept = c_.kept(sql);
    Statement* statement = &kept;
    if (sqlite3_stmt_busy(kept.handle.get())) {  // the same text runs further out
      own_ = c_.prepare(sql, 0);
      statement = &own_;
    }
    s_ = statement->handle.get();
    must(statement->highest == int(values.size()));
    for (std::size_t i = 0; i < statement->numbers.size(); ++i) {
      const auto& value = values.begin()[statement->numbers[i] - 1];
      if (bind(s_, int(i) + 1, value) != SQLITE_OK) c_.fail(sql_);
    }
  }
  ~Running() {
    sqlite3_reset(s_);
    sqlite3_clear_bindings(s_);
  }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  bool step() {
    const int code = sqlite3_step(s_);
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) c_.fail(sql_);
    return false;
  }
  sqlite3_stmt* get() const { return s_; }

 private:
  Connection& c_;
  string_view sql_;
  Statement own_;
  sqlite3_stmt* s_;
};

Connection::Connection(std::string path, Use use) : path_(std::move(path)), use_(use) {
  be_quiet_about_memory();
  if (use_ == Use::writing) make_private(path_);
  sqlite3* raw = nullptr;
  const bool unchanging = use_ == Use::unchanging;
  const int flags = (unchanging ? SQLITE_OPEN_READONLY | SQLITE_OPEN_URI : SQLITE_OPEN_READWRITE) |
                    SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  const auto name = unchanging ? uri_of(path_) + "?immutable=1" : path_;
  const int code = sqlite3_open_v2(name.c_str(), &raw, flags, nullptr);
  handle_.reset(raw);
  if (code != SQLITE_OK) throw Failure(reason(raw, path_));
  set_up();
}

void Connection::set_up() {
  auto* c = handle_.get();
  sqlite3_db_config(c, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  sqlite3_db_config(c, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
  sqlite3_db_config(c, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  // A plan that depends on what is bound is made anew at each run (half the time of a list). None
  // of ours gains by it: patterns begin with %.
  sqlite3_db_config(c, SQLITE_DBCONFIG_ENABLE_QPSG, 1, nullptr);
  sqlite3_busy_timeout(c, busy_ms);
  add_functions(c);
  // First of all: with the first look at the file it is settled how its log is shared.
  std::string script = use_ == Use::alone ? "PRAGMA locking_mode = EXCLUSIVE;" : "";
  script +=
      "PRAGMA foreign_keys = ON; PRAGMA case_sensitive_like = ON;"
      "PRAGMA mmap_size = 268435456; PRAGMA cache_size = -8192; PRAGMA synchronous = FULL;";
  if (use_ == Use::unchanging || use_ == Use::alone) script += "PRAGMA temp_store = MEMORY;";
  script += use_ == Use::writing ? "PRAGMA journal_mode = WAL; PRAGMA journal_size_limit = 67108864"
                                 : "PRAGMA query_only = ON";
  if (sqlite3_exec(c, script.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail(script);
}

Connection::Statement Connection::prepare(string_view sql, unsigned flags) {
  const auto text = for_sqlite(sql);
  ++prepared_;
  sqlite3_stmt* raw = nullptr;
  const char* rest = nullptr;
  if (sqlite3_prepare_v3(handle_.get(), text.c_str(), int(text.size()) + 1, flags, &raw, &rest) !=
      SQLITE_OK) {
    fail(sql);
  }
  Statement out{std::unique_ptr<sqlite3_stmt, Close>(raw), {}, 0};
  if (!raw || string_view(rest).find_first_not_of(" \n\t;") != string_view::npos) {
    throw Failure(fmt::format("not exactly one statement: {}", sql));
  }
  for (int place = 1; place <= sqlite3_bind_parameter_count(raw); ++place) {
    const string_view name = sqlite3_bind_parameter_name(raw, place);
    int number = 0;
    std::from_chars(name.data() + 1, name.data() + name.size(), number);
    must(name[0] == '$' && number > 0);
    out.numbers.push_back(number);
    out.highest = std::max(out.highest, number);
  }
  return out;
}

Connection::Statement& Connection::kept(string_view sql) {
  // The texts are constants of the program, so there are only so many.
  if (const auto at = kept_.find(sql); at != kept_.end()) return at->second;
  return kept_.emplace(sql, prepare(sql, SQLITE_PREPARE_PERSISTENT)).first->second;
}

std::int64_t Connection::prepared() const {
  auto out = prepared_;
  for (const auto& [sql, statement] : kept_) {
    out += sqlite3_stmt_status(statement.handle.get(), SQLITE_STMTSTATUS_REPREPARE, 0);
  }
  return out;
}

void Connection::query(string_view sql, Values values, const Reader& each) {
  Running running(*this, sql, values);
  const SqliteRow row(running.get());
  while (running.step()) each(row);
}

std::int64_t Connection::execute(string_view sql, Values values) {
  Running running(*this, sql, values);
  const auto before = sqlite3_total_changes64(handle_.get());
  while (running.step()) {
  }
  // changes() keeps the figure of an earlier statement when this one changed nothing.
  if (sqlite3_total_changes64(handle_.get()) == before) return 0;
  return sqlite3_changes64(handle_.get());
}

std::optional<std::string> Connection::problem_in(string_view sql) {
  try {
    prepare(sql, 0);
    return std::nullopt;
  } catch (const Failure& failure) {
    return failure.what();
  }
}

void Connection::fail(string_view sql) const {
  const int code = sqlite3_extended_errcode(handle_.get());
  const auto message = fmt::format("{}\n  in: {}", reason(handle_.get(), path_), sql);
  if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY ||
      code == SQLITE_CONSTRAINT_ROWID) {
    throw AlreadyThere(message);
  }
  if ((code & 0xff) == SQLITE_READONLY && use_ != Use::writing) {
    throw base::Bug(fmt::format("a write inside a read: {}", sql));
  }
  if (no_room(code, path_)) throw NoRoom(message);
  throw Failure(message);
}

}  // namespace db::sqlite
