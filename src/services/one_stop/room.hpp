// The one-stop shop: residents submit and follow dossiers, officers receive, appraise, sign, seal,
// return.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "contracts/personal_data.hpp"
#include "engines/identity/route.hpp"
#include "engines/journal/upcast.hpp"
#include "services/one_stop/actions.hpp"
#include "services/one_stop/papers.hpp"

namespace one_stop {

// What the pages work with; all outlive the room.
struct Parts {
  db::Database& db;
  Actions& actions;
  Papers& papers;
  casework::Casework& casework;
  identity::Chrome chrome;
};

class Room {
 public:
  explicit Room(Parts parts);
  ~Room();

  identity::Routes routes();

 private:
  struct Pages;
  std::unique_ptr<Pages> pages_;
};

// Where the owner of a dossier lives: tells which unit takes it over when its own was split.
base::Personal<std::string> address_of(db::Tx& tx, base::DossierId dossier);

// A dossier by its id, as a person who reads the access ledger may be led to it.
std::optional<contracts::Matter> matter(db::Tx& tx, std::int64_t id, base::PersonId reader);

// By the code on its slip; none: there is no such dossier.
std::optional<base::DossierId> find_dossier(db::Tx& tx, std::string_view code);

// The shapes that facts of this room's entries have had.
std::vector<journal::Upcasters::Shape> shapes();

// Why this room opens personal data, in the words a person reads about their own.
std::map<std::string, base::Words> purposes();

}  // namespace one_stop
