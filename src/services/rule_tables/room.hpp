// The room of rule tables: what every officer may read, an editor writes, and a second person
// publishes.
#pragma once

#include "engines/identity/route.hpp"
#include "services/rule_tables/actions.hpp"
#include "services/rule_tables/views.hpp"

namespace rule_tables {

// What the pages work with; all outlive the room.
struct Parts {
  db::Database& db;
  journal::Journal& journal;
  identity::Chrome chrome;
};

// How many proposals wait for a second person.
int proposals_waiting(db::Tx& tx);
// In that office for the city as a whole.
bool holds(const identity::Visit& visit, std::string_view role);

class Room {
 public:
  explicit Room(Parts parts) : parts_(std::move(parts)), actions_(parts_.db, parts_.journal) {}

  identity::Routes routes();

 private:
  using Visit = identity::Visit;
  http::Response list(Visit& visit);
  http::Response table(Visit& visit);
  http::Response dmn(Visit& visit);
  http::Response csv(Visit& visit);
  http::Response ask_new(Visit& visit);
  http::Response take_new(Visit& visit);
  http::Response begin(Visit& visit);
  http::Response draft(Visit& visit);
  http::Response take(Visit& visit);
  http::Response decide(Visit& visit);

  std::optional<decisions::Edition> asked_edition(Visit& visit);
  http::Response table_page(Visit& visit, std::string refusal = {});
  http::Response edit(Visit& visit, Draft draft, bool told, std::string refusal = {});
  http::Response propose(Visit& visit, Draft draft, const struct Posted& form);
  http::Response waiting(Visit& visit, const Draft& draft, std::string refusal = {},
                         std::string wrong_reason = {});
  std::optional<Draft> found(Visit& visit);
  Act act_of(const Visit& visit) const;

  Parts parts_;
  Actions actions_;
};

}  // namespace rule_tables
