// What people may know and ask about the data the city holds of them.
#pragma once

#include <memory>

#include "contracts/personal_data.hpp"
#include "engines/identity/route.hpp"
#include "platform/db/db.hpp"

namespace privacy {

// What the pages work with; all outlive the room.
struct Parts {
  db::Database& db;
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

}  // namespace privacy
