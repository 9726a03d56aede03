// What administrators see of accounts. Values in, HTML out.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engines/identity/account_desk.hpp"
#include "engines/identity/identity.hpp"
#include "platform/ui/shell.hpp"

namespace administration::views {

struct AccountRow {
  identity::AccountLine account;
  std::string office;  // "Công chức tiếp nhận, phường Ninh Kiều"
};
struct AccountList {
  std::string words, state;  // the filter as typed
  std::vector<AccountRow> rows;
  int matching = 0, page = 1, pages = 1;
};
ui::OfficerPage accounts(base::Lang lang, const AccountList& list);

struct Office {
  std::string title, unit;
  base::Date since;
};
struct WaitingRequest {
  std::string what;
};
struct OneAccount {
  AccountRow row;
  std::vector<Office> offices;
  std::vector<identity::Session> sessions;
  std::vector<std::string> browsers;  // of `sessions`, as a person would say them
  std::vector<std::string> waiting;   // titles of requests that wait for a second person
  bool own = false;
  bool two_people = false;            // an administrator's: whatever is done takes a second person
  std::string notice;                 // what was just done
  std::string error;                  // why nothing was done
  std::string reason;                 // as typed
  std::string reason_error;           // of the form `asked`
  std::string_view asked;             // "ask_reset", "ask_lock"
  std::function<base::Html()> marks;  // fresh ones for each form
};
ui::OfficerPage account(base::Lang lang, const OneAccount& one);

struct NewAccount {
  base::PersonId person;
  std::string name;
  std::string login, error;
  base::Html marks;
};
ui::OfficerPage new_account(base::Lang lang, const NewAccount& form);
// Shown once.
ui::OfficerPage one_time(base::Lang lang, base::PersonId person, const std::string& login,
                         const std::string& password);

base::Html state_tag(base::Lang lang, const identity::AccountLine& account);
std::string csv(base::Lang lang, const std::vector<AccountRow>& rows);

}  // namespace administration::views
