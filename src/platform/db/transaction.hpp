// The Tx that bodies see, over a connection of either engine.
#pragma once

#include "base/must.hpp"
#include "platform/db/db.hpp"

namespace db {

// After a failed statement nothing more can be done in a transaction: PostgreSQL says so itself, so
// SQLite is held to the same. The body may leave, by an exception or with a refusal, or go back to
// a savepoint it made.
template <class Connection>
class Transaction final : public Tx {
 public:
  Transaction(Connection& connection, const Database& database)
      : connection_(connection), database_(database) {}

  void query(std::string_view sql, Values values, const Reader& each) override {
    watched([&] { connection_.query(sql, values, each); });
  }
  std::int64_t execute(std::string_view sql, Values values = {}) override {
    std::int64_t changed = 0;
    if (sql.starts_with("ROLLBACK TO ")) spoiled_ = false;
    watched([&] { changed = connection_.execute(sql, values); });
    return changed;
  }
  void hold(std::string_view name) override {
    watched([&] { connection_.hold(name); });
  }
  void ring() override { rings_ = true; }
  crypto::Keyring& keys() override { return database_.keys(); }
  bool rings() const { return rings_; }
  bool spoiled() const { return spoiled_; }

 private:
  template <class F>
  void watched(F&& run) {
    base::must(!spoiled_);
    try {
      run();
    } catch (const Failure&) {
      spoiled_ = true;
      throw;
    }
  }

  Connection& connection_;
  const Database& database_;
  bool spoiled_ = false, rings_ = false;
};

}  // namespace db
