// Officers' accounts, their sessions and second factors.
#pragma once

#include "services/administration/room.hpp"
#include "services/administration/views_accounts.hpp"

namespace administration {

// May this administrator look after the account of that person: do they stand above all the
// offices that the person holds?
bool looks_after(db::Tx& tx, const identity::Visit& visit, base::PersonId person);

class AccountPages {
 public:
  explicit AccountPages(const Parts& parts) : parts_(parts) {}

  identity::Routes routes();

 private:
  http::Response list(identity::Visit& visit);
  http::Response download(identity::Visit& visit);
  http::Response one(identity::Visit& visit);
  http::Response act(identity::Visit& visit);
  http::Response ask_new(identity::Visit& visit);
  http::Response make_new(identity::Visit& visit);

  std::vector<views::AccountRow> matching(db::Tx& tx, const identity::Visit& visit,
                                          bool offices) const;
  std::string office_of(db::Tx& tx, const identity::Visit& visit, base::PersonId person) const;
  // The page of one account; 422 when something on it was refused.
  http::Response show(identity::Visit& visit, base::PersonId person, views::OneAccount shown);
  http::Response ask(identity::Visit& visit, base::PersonId person, std::string_view what);
  http::Response officer_page(identity::Visit& visit, ui::OfficerPage page, int status = 200) const;

  Parts parts_;
};

}  // namespace administration
