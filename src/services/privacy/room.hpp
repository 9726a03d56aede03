// What people may know and ask about the data the city holds of them.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "contracts/personal_data.hpp"
#include "engines/identity/route.hpp"
#include "engines/journal/journal.hpp"
#include "engines/messages/messages.hpp"
#include "platform/db/db.hpp"
#include "platform/files/files.hpp"

namespace privacy {

// What the pages work with; all outlive the room.
struct Parts {
  db::Database& db;
  journal::Journal& journal;
  messages::Messages& messages;
  const files::Store& files;
  contracts::Keepers keepers;
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

// How many requests wait for an answer, for the navigation of who answers.
int requests_waiting(db::Tx& tx);

// Why this room opens personal data, in the words a person reads about their own.
std::map<std::string, base::Words> purposes();
// The request that was opened, for the person whose it is.
std::optional<contracts::Matter> matter(db::Tx& tx, std::int64_t id, base::PersonId reader);

}  // namespace privacy
