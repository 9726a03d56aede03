// The access ledger: who opened whose data, for what purpose, in which office.
#pragma once

#include <deque>
#include <future>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "engines/identity/identity.hpp"

namespace identity {

// A purpose that remembers whose data it opened.
class Opened final : public base::Purpose {
 public:
  Opened(std::string code, std::int64_t matter) : code_(std::move(code)), matter_(matter) {}
  void opened(base::PersonId subject) override { subjects_.emplace(subject, false); }

  const std::string& code() const { return code_; }
  std::int64_t matter() const { return matter_; }
  // Those opened since the last time this was asked.
  std::vector<base::PersonId> untold();

  // See at_own_desk().
  void lies_at(const Position& desk) { desk_ = &desk; }
  const Position* desk() const { return desk_; }

 private:
  std::string code_;
  std::int64_t matter_;
  const Position* desk_ = nullptr;
  std::map<base::PersonId, bool> subjects_;  // and whether the ledger was told
};

// Own work the ledger was seen to tell already today, so that nobody reads it again to find nothing
// to write. Only what was read from the database comes here, so it is never ahead of it. Any
// thread.
class ToldToday {
 public:
  struct Row {
    base::PersonId reader;
    std::int64_t matter = 0;
    std::string purpose;
    base::PersonId subject;
    auto operator<=>(const Row&) const = default;
  };
  bool has(base::Date day, const Row& row) const;
  void add(base::Date day, Row row);

 private:
  static constexpr std::size_t rows_max = 50'000;  // then it begins again, empty
  mutable std::mutex mutex_;
  base::Date day_;
  std::set<Row> rows_;
};

// What one request opened, and its way into the ledger. What a page shows may leave when the rows
// are durable: they are written while the page is drawn and packed.
class Openings {
 public:
  // `charges` says whose work a matter is; the database outlives the rows it is given.
  Openings(db::Database& db, const ChargesOf& charges, ToldToday& told_today)
      : db_(db), charges_(charges), told_today_(told_today) {}

  base::Purpose& purpose(std::string_view code, std::int64_t matter);
  // Sends what was opened since the last time: one row for each purpose, matter and subject; one a
  // day where the matter is the reader's own work. What a reader opens of themselves is not
  // written. `reader`: nullptr for somebody who is not signed in.
  void tell(const Who* reader, base::Instant now);
  // Waits until what was told is durable: get() throws db::Failure if it is not. Not valid if
  // nothing was told.
  std::shared_future<void> told() const;

 private:
  db::Database& db_;
  const ChargesOf& charges_;
  ToldToday& told_today_;
  std::deque<Opened> purposes_;
  std::vector<std::shared_future<void>> on_the_way_;
};

}  // namespace identity
