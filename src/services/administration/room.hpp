// Administration: calendars, units, people and positions, accounts. For system administrators.
#pragma once

#include <memory>

#include "engines/calendar/publish.hpp"
#include "engines/identity/account_desk.hpp"
#include "engines/identity/identity.hpp"
#include "engines/identity/two_person.hpp"
#include "engines/journal/upcast.hpp"
#include "engines/messages/messages.hpp"
#include "engines/units/reorganise.hpp"

namespace administration {

// What the pages work with; all outlive the room.
struct Parts {
  db::Database& db;
  journal::Journal& journal;
  units::Forest& forest;
  identity::Accounts& accounts;
  identity::Sessions& sessions;
  calendar::Deadlines deadlines;  // running ones, which a corrected calendar moves
  identity::TwoPerson& two_person;
  identity::AccountDesk& desk;
  messages::Messages& messages;
  identity::Chrome chrome;
  units::Movers movers = {};  // what stands at units, asked before one is closed
  // The dossier with that code; the room of dossiers answers.
  std::function<std::optional<base::DossierId>(db::Tx&, std::string_view)> find_dossier =
      [](db::Tx&, std::string_view) { return std::optional<base::DossierId>(); };
  journal::Upcast upcast = journal::Upcasters();
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

}  // namespace administration
