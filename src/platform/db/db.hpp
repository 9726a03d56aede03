// The door to the database: one SQL text on SQLite and PostgreSQL, many readers, one way to write.
//
// Placeholders are $1..$n. Conventions of the SQL text: docs/architecture.md, "Data". Every
// statement stands in the source as a named constant written R"sql(...)sql", so that a test can
// prepare each on both engines.
#pragma once

#include <cstdint>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "platform/db/bell.hpp"
#include "platform/db/value.hpp"
#include "platform/embedded.hpp"

namespace crypto {
class Keyring;
}

namespace db {

// The database failed: no disk, no server, wrong SQL, or a conflict that `write` could not outwait.
struct Failure : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// A UNIQUE constraint stood in the way. Inside `write` it is thrown to the action, which may answer
// it with a refusal after leaving the transaction; let through, it ends the transaction as a
// Failure.
struct AlreadyThere : Failure {
  using Failure::Failure;
};

// One row while it is being read; views die with the call. Columns count from 0. A NULL reads as 0,
// "", none; ask `null` where that matters. Reading a column as another kind than it is, is a bug.
class Row {
 public:
  virtual bool null(int column) const = 0;
  virtual std::int64_t i64(int column) const = 0;
  virtual double f64(int column) const = 0;
  virtual bool b(int column) const = 0;
  virtual std::string_view text(int column) const = 0;

  std::string str(int column) const { return std::string(text(column)); }
  base::Instant at(int column) const { return {i64(column)}; }
  std::optional<base::Instant> maybe_at(int column) const;
  base::Date date(int column) const;
  std::optional<base::Date> maybe_date(int column) const;
  template <class Id>
  Id id(int column) const {
    return Id{i64(column)};
  }

 protected:
  ~Row() = default;
};

using Reader = std::function<void(const Row&)>;

// One open transaction on one connection, of one thread, for the length of one read or write.
class Tx {
 public:
  // Calls `each` for every row, in order.
  virtual void query(std::string_view sql, Values values, const Reader& each) = 0;
  // Runs a statement that changes rows; says how many.
  virtual std::int64_t execute(std::string_view sql, Values values = {}) = 0;
  // Waits until no other write holds this name, then holds it until the transaction ends. What is
  // read after it is as the one before left it. SQLite has one writer: nothing to wait for.
  virtual void hold(std::string_view name) = 0;
  // Rings the database's bell once this is committed, and not if it is rolled back.
  virtual void ring() = 0;
  // What seals and opens single values of this database (platform/crypto/keyring.hpp).
  virtual crypto::Keyring& keys() = 0;

  // The first row through `make`, or nothing.
  template <class F>
  auto first(std::string_view sql, Values values, F&& make)
      -> std::optional<std::invoke_result_t<F, const Row&>> {
    std::optional<std::invoke_result_t<F, const Row&>> out;
    query(sql, values, [&](const Row& row) {
      if (!out) out.emplace(make(row));
    });
    return out;
  }
  // All rows through `make`.
  template <class F>
  auto all(std::string_view sql, Values values, F&& make)
      -> std::vector<std::invoke_result_t<F, const Row&>> {
    std::vector<std::invoke_result_t<F, const Row&>> out;
    query(sql, values, [&](const Row& row) { out.push_back(make(row)); });
    return out;
  }

 protected:
  ~Tx() = default;
};

enum class Engine { sqlite, postgres };

// How far the database is behind its readers and writers, for the metrics page.
struct Load {
  std::int64_t writes = 0;    // transactions committed
  std::int64_t write_us = 0;  // time inside their bodies, summed (budget 2 ms each)
  std::int64_t write_us_max = 0;
  std::int64_t waiting_us = 0;  // time spent waiting for the writer or a connection, summed
};

class Database {
 public:
  virtual ~Database() = default;

  // A snapshot: everything read inside is of one moment. Writing in it is a bug.
  template <class F>
  auto read(F&& body) {
    return returning(std::forward<F>(body), [&](const Body& b) { read_body(b); });
  }

  // All or nothing. The body may run more than once (conflict, lost connection), so it must not
  // touch anything but the transaction; it answers only after the commit. An exception rolls back.
  // A body that returns a Result holding a refusal rolls back too.
  template <class F>
  auto write(F&& body) {
    return returning(std::forward<F>(body), [&](const Body& b) { write_body(b); });
  }

  // Hands a write over and comes back before it is done: the answer's get() waits for the commit
  // and throws what `write` would. The body owns what it needs; the database outlives the answer.
  virtual std::shared_future<void> post(std::function<void(Tx&)> body);

  Bell& bell() { return bell_; }
  // The keys of every transaction from now on; before the first that needs them, from one thread.
  void use_keys(std::shared_ptr<crypto::Keyring> keys) { keys_ = std::move(keys); }
  crypto::Keyring& keys() const;  // a Failure if it was given none
  virtual Engine engine() const = 0;
  virtual Load load() const = 0;

  // Runs every migration not yet run (owner = folder name, in the order of `owners`), each in its
  // own transaction, remembered with its hash; a changed old migration is a Failure.
  void migrate(std::span<const embedded::File> files);

  // A fresh id, above every id this database has handed out.
  virtual std::int64_t next_id() = 0;
  template <class Id>
  Id fresh() {
    return Id{next_id()};
  }

 protected:
  using Body = std::function<bool(Tx&)>;  // false: roll back without an error
  virtual void read_body(const Body& body) = 0;
  virtual void write_body(const Body& body) = 0;
  virtual std::optional<std::string> problem_in(std::string_view sql) = 0;

 private:
  Bell bell_;
  std::shared_ptr<crypto::Keyring> keys_;
  friend std::optional<std::string> check(Database& database, std::string_view sql);
  template <class F, class Run>
  static auto returning(F&& body, Run&& run) {
    using T = std::invoke_result_t<F, Tx&>;
    if constexpr (std::is_void_v<T>) {
      run([&](Tx& tx) { return body(tx), true; });
    } else {
      std::optional<T> out;
      run([&](Tx& tx) {
        out.emplace(body(tx));
        if constexpr (requires { out->error(); })
          return bool(*out);
        else
          return true;
      });
      return std::move(*out);
    }
  }
};

// "sqlite:/path/to/taydo.db" or "postgres:host=... dbname=..." (libpq connection string).
// Throws Failure with a reason an operator can act on.
std::unique_ptr<Database> open(const std::string& address);

// What the engine has against this statement; nothing if it would prepare. Runs nothing (for
// tests).
std::optional<std::string> check(Database& database, std::string_view sql);

}  // namespace db
