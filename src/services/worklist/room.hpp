// The one worklist: every officer's cards from every room, nearest deadline first.
#pragma once

#include <map>
#include <string>

#include "engines/casework/casework.hpp"
#include "engines/identity/route.hpp"

namespace worklist {

class Room {
 public:
  Room(db::Database& db, identity::Chrome chrome);

  identity::Routes routes();

 private:
  http::Response list(identity::Visit& visit);
  http::Response table(identity::Visit& visit);

  db::Database& db_;
  identity::Chrome chrome_;
};

// The officer's (role, unit) pairs, at most 8, as casework asks for them.
casework::Query query_of(const identity::Who& who, base::Instant now);

std::map<std::string, base::Words> purposes();

}  // namespace worklist
