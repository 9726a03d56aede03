// The office that answers requests about personal data: administrators of the whole city.
#pragma once

#include "services/privacy/actions.hpp"
#include "services/privacy/room.hpp"

namespace privacy {

class OfficerPages {
 public:
  OfficerPages(const Parts& parts, Actions& actions) : parts_(parts), actions_(actions) {}

  identity::Routes routes();

 private:
  using Visit = identity::Visit;
  http::Response list(Visit& visit);
  http::Response one(Visit& visit, const std::string& typed = {}, const std::string& error = {});
  http::Response paper(Visit& visit);
  http::Response decide(Visit& visit);

  Parts parts_;
  Actions& actions_;
};

}  // namespace privacy
