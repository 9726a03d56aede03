// The one-stop shop: residents submit and follow dossiers, officers receive, appraise, sign, seal,
// return.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "engines/identity/route.hpp"
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

// Why this room opens personal data, in the words a person reads about their own.
std::map<std::string, base::Words> purposes();

}  // namespace one_stop
