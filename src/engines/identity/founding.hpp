// How a new installation gets its first people: one administrator, or the demo's invented cast.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engines/identity/identity.hpp"

namespace identity {

struct FirstAdministrator {
  std::string login;
  std::string name;
  std::string password;  // as typed, or made for one use
  bool one_time = true;
  base::UnitId unit;  // the city: SYS_ADMIN is held there
};

// Person, account, position and journal entry. False if the login is taken: nothing was changed.
bool create_administrator(db::Database& db, journal::Journal& journal,
                          const FirstAdministrator& first, base::Instant now);

// For an administrator who is locked out and has nobody to ask: the account is unlocked, its second
// factor removed, its sessions ended, and a one-time password set. False: no such account, or
// ended.
bool reset_account(db::Database& db, journal::Journal& journal, std::string_view login,
                   std::string_view password, base::Instant now);

// Whose account bears that login; nobody's, or one that was ended: nothing.
std::optional<base::PersonId> person_of_login(db::Tx& tx, std::string_view login);

// For an administrator who is gone and counts as a second who never answers: the account ends for
// good, as two administrators would end it. False: no such account, or ended already.
bool end_account(db::Database& db, journal::Journal& journal, std::string_view login,
                 base::Instant now);

// An officer of the demo as its file describes them.
struct DemoOfficer {
  std::string login;
  std::string password;
  std::string name;
  base::Words title;  // of the first position
  std::string unit;   // code of its unit
};

struct DemoPeople {
  std::vector<DemoOfficer> officers;  // in the order of the file
  base::json::array residents;        // for the demo provider
  std::string problem;                // what is wrong with the file, with its line; empty: nothing
};

// Reads <folder>/people.json and makes accounts and positions that do not exist yet (residents
// enter only by signing in). Safe to call at every start. A file with a problem changes nothing.
DemoPeople load_demo_people(db::Database& db, journal::Journal& journal, const std::string& folder,
                            const std::function<base::UnitId(std::string_view code)>& unit,
                            base::Instant now);

}  // namespace identity
