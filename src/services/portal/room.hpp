// The portal: home, search, the page of each procedure, and the pages that say something went
// wrong.
#pragma once

#include "engines/catalogue/catalogue.hpp"
#include "engines/identity/gate.hpp"
#include "engines/identity/route.hpp"
#include "engines/indicators/indicators.hpp"
#include "services/portal/pages_seals.hpp"

namespace portal {

class Room {
 public:
  Room(db::Database& db, units::Forest& forest, identity::Chrome chrome);

  identity::Routes routes();

 private:
  http::Response home(identity::Visit& visit);
  http::Response search(identity::Visit& visit);
  http::Response procedure(identity::Visit& visit);

  db::Database& db_;
  units::Forest& forest_;
  identity::Chrome chrome_;
  SealPages seals_;
};

// Words of trouble for the gate; `frame` draws what stands around them.
identity::ErrorPages error_pages(
    std::function<ui::Frame(const identity::Visit&, std::string title)> frame);

}  // namespace portal
