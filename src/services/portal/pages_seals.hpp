// The journal's seals, for anybody: a page, and the same as JSON for machines that keep them.
#pragma once

#include "engines/identity/route.hpp"

namespace portal {

class SealPages {
 public:
  SealPages(db::Database& db, identity::Chrome chrome) : db_(db), chrome_(std::move(chrome)) {}

  identity::Routes routes();

 private:
  http::Response page(identity::Visit& visit);
  http::Response json(identity::Visit& visit);

  db::Database& db_;
  identity::Chrome chrome_;
};

}  // namespace portal
