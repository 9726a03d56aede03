// What administrators do with officers' accounts. Each verb is one transaction, one journal entry.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engines/identity/identity.hpp"
#include "engines/identity/two_person.hpp"

namespace identity {

enum class DeskRefusal {
  gone,         // no such account, or ended for good
  changed,      // somebody changed the account since its page was drawn
  own,          // not on one's own account
  login_wrong,  // 2 to 40 of a-z, 0-9, dot, dash
  login_taken,
  has_account,  // this person has one already
  two_people,   // an administrator's account: `ask`, and another has to confirm
  asked,        // the same waits for a second administrator
  no_factor,    // there is nothing to reset
  busy          // too many passwords are being hashed
};

inline constexpr std::string_view reset_factor_kind = "account.reset_second_factor";
inline constexpr std::string_view end_account_kind = "account.end";
inline constexpr std::string_view open_account_kind = "account.open";
inline constexpr std::string_view lock_account_kind = "account.lock";
inline constexpr std::string_view unlock_account_kind = "account.unlock";
inline constexpr std::string_view give_password_kind = "account.give_password";

class AccountDesk {
 public:
  AccountDesk(db::Database& db, journal::Journal& journal, Accounts& accounts,
              TwoPerson& two_person);

  // The kinds of requests that end in `carry_out` here; for the constructor of TwoPerson.
  static std::vector<TwoPerson::Kind> kinds(journal::Journal& journal, Accounts& accounts);

  // Is this an administrator's account, so that what this one wants to do to it takes two?
  static bool takes_two(db::Tx& tx, const Visit& visit, base::PersonId person);

  std::vector<AccountLine> all(db::Tx& tx) const;  // by login
  std::optional<AccountLine> one(db::Tx& tx, base::PersonId person) const;

  // Both answer the one-time password, to be shown once; the same again to a doubled click.
  base::Result<std::string, DeskRefusal> open(const Visit& visit, base::PersonId person,
                                              std::string_view login);
  base::Result<std::string, DeskRefusal> give_password(const Visit& visit, base::PersonId person,
                                                       std::int64_t version);
  // Locking ends all sessions.
  base::Result<void, DeskRefusal> lock(const Visit& visit, base::PersonId person,
                                       std::int64_t version);
  base::Result<void, DeskRefusal> unlock(const Visit& visit, base::PersonId person,
                                         std::int64_t version);
  // All sessions of the person, or the one named; says how many.
  base::Result<int, DeskRefusal> end_sessions(const Visit& visit, base::PersonId person,
                                              std::int64_t session = 0);
  // One of the kinds above but opening. A second administrator has to confirm.
  base::Result<RequestId, DeskRefusal> ask(const Visit& visit, std::string_view kind,
                                           base::PersonId person, std::int64_t version,
                                           std::string_view reason);
  base::Result<RequestId, DeskRefusal> ask_to_open(const Visit& visit, base::PersonId person,
                                                   std::string_view login);
  // The half of a one-time password which this administrator has to hand over: of who asked the
  // first, of who confirmed the second, so that neither can sign in with it. Nothing: not theirs,
  // or replaced by now.
  std::optional<std::string> half_of(db::Tx& tx, const TwoPersonRequest& request,
                                     base::PersonId reader) const;

 private:
  base::Result<void, DeskRefusal> set_state(const Visit& visit, base::PersonId person,
                                            std::int64_t version, AccountState to,
                                            std::string verb);
  void tell(db::Tx& tx, const Visit& visit, base::PersonId person, std::string verb,
            base::json::object facts = {}) const;

  db::Database& db_;
  journal::Journal& journal_;
  Accounts& accounts_;
  TwoPerson& two_person_;
};

}  // namespace identity
