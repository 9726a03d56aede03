// The access ledger: who opened whose data, for what purpose, in which office.
#pragma once

#include <deque>
#include <set>
#include <string>

#include "engines/identity/identity.hpp"

namespace identity {

// A purpose that remembers whose data it opened.
class Opened final : public base::Purpose {
 public:
  Opened(std::string code, std::int64_t matter) : code_(std::move(code)), matter_(matter) {}
  void opened(base::PersonId subject) override { subjects_.insert(subject); }

  const std::string& code() const { return code_; }
  std::int64_t matter() const { return matter_; }
  const std::set<base::PersonId>& subjects() const { return subjects_; }

 private:
  std::string code_;
  std::int64_t matter_;
  std::set<base::PersonId> subjects_;
};

namespace ledger {

// One row for each purpose, matter and subject; one a day where the matter is the reader's own
// work. What a reader opens of themselves is not written. `reader`: nullptr for somebody who is not
// signed in.
void write(db::Database& db, const Who* reader, const std::deque<Opened>& purposes,
           base::Instant now, const ChargesOf& charges);

}  // namespace ledger
}  // namespace identity
