// The room of incidents: what happened to personal data, who was told of it, and by when.
#pragma once

#include "engines/identity/route.hpp"
#include "services/incidents/actions.hpp"
#include "services/incidents/views.hpp"

namespace incidents {

// What the pages work with; all outlive the room.
struct Parts {
  db::Database& db;
  journal::Journal& journal;
  messages::Messages& messages;
  identity::Chrome chrome;
  base::Words agency;  // who notifies: the city's authority
};

class Room {
 public:
  explicit Room(Parts parts)
      : parts_(std::move(parts)), actions_(parts_.db, parts_.journal, parts_.messages) {}

  identity::Routes routes();
  // The job that reminds.
  jobs::Kind job(std::function<base::Instant()> clock) {
    return actions_.reminding(std::move(clock));
  }

 private:
  http::Response list(identity::Visit& visit);
  http::Response csv(identity::Visit& visit);
  http::Response ask_new(identity::Visit& visit);
  http::Response open(identity::Visit& visit);
  http::Response show(identity::Visit& visit);
  http::Response ask_amend(identity::Visit& visit);
  http::Response amend(identity::Visit& visit);
  http::Response record(identity::Visit& visit);
  http::Response close(identity::Visit& visit);
  http::Response paper(identity::Visit& visit);

  views::List asked(const identity::Visit& visit) const;
  http::Response draw_form(identity::Visit& visit, views::Form form);
  // The incident with what was typed about it and refused.
  http::Response draw(identity::Visit& visit, views::Form record, views::Form close);
  Act act_of(const identity::Visit& visit) const;

  Parts parts_;
  Actions actions_;
};

}  // namespace incidents
