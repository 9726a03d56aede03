// What the city keeps of me: taking it along, asking for correction or erasure, agreeing.
#pragma once

#include "services/privacy/actions.hpp"
#include "services/privacy/room.hpp"
#include "services/privacy/views_own.hpp"

namespace privacy {

class OwnPages {
 public:
  OwnPages(const Parts& parts, Actions& actions) : parts_(parts), actions_(actions) {}

  identity::Routes routes();

 private:
  using Visit = identity::Visit;
  http::Response overview(Visit& visit, const std::string& error = {});
  http::Response take(Visit& visit);
  http::Response form(Visit& visit, Kind kind);
  http::Response ask_correction(Visit& visit);
  http::Response ask_erasure(Visit& visit);
  http::Response withdraw(Visit& visit);
  http::Response consents(Visit& visit, const std::string& error = {},
                          const std::string& error_kind = {});
  http::Response agree(Visit& visit);

  http::Response answer(Visit& visit, views::Asking asking, const Actions::Done& done);
  http::Response show(Visit& visit, views::Asking asking, int status = 200);

  Parts parts_;
  Actions& actions_;
};

}  // namespace privacy
