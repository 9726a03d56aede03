// The room where people read what the city told them and choose how to be told.
#pragma once

#include <map>
#include <string>

#include "engines/identity/route.hpp"
#include "engines/messages/messages.hpp"
#include "engines/messages/reach.hpp"

namespace inbox {

// What the pages work with; all outlive the room.
struct Parts {
  db::Database& db;
  messages::Messages& messages;
  messages::Desk& desk;
  identity::Chrome chrome;
  bool letters_stay = false;  // a demonstration: letters are kept in a folder, not sent
};

class Room {
 public:
  explicit Room(Parts parts) : parts_(std::move(parts)) {}
  identity::Routes routes();

 private:
  http::Response list(identity::Visit& visit);
  http::Response read_all(identity::Visit& visit);
  http::Response message(identity::Visit& visit);
  http::Response choices(identity::Visit& visit);
  http::Response choose(identity::Visit& visit);
  http::Response ask_address(identity::Visit& visit);
  http::Response confirm_address(identity::Visit& visit);
  http::Response forget_address(identity::Visit& visit);
  http::Response draw(const identity::Visit& visit, const std::string& title, base::Html main,
                      std::vector<ui::Link> crumbs = {}, int status = 200) const;
  struct Typed;
  http::Response show_choices(identity::Visit& visit, const Typed& typed);

  Parts parts_;
};

}  // namespace inbox
