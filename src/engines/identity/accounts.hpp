// Officers' accounts: a login and a password, and the states an account can be in.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "engines/identity/visit.hpp"
#include "platform/db/db.hpp"

namespace identity {

// locked: shut by an administrator, who may open it again. ended: for good; its login is not given
// to anybody else.
enum class AccountState { active, locked, ended };

// An account as administrators see it; the name of an officer is no secret.
struct AccountLine {
  base::PersonId person;
  std::string login, name;
  AccountState state = AccountState::active;
  bool one_time = false;                   // the password was given by somebody else
  std::optional<base::Instant> factor;     // enrolled a second factor then
  std::optional<base::Instant> signed_in;  // last
  base::Instant made;
  std::int64_t version = 0;
};

// locked is only told to who knows the password.
enum class SignInRefusal { wrong, wait, busy, locked };
struct SignInTrouble {
  SignInRefusal why = SignInRefusal::wrong;
  std::optional<base::Instant> until = {};  // wait: when there is another guess
};

struct Admitted {
  base::PersonId person;
  bool one_time = false;     // the password was given by somebody else and must be replaced
  bool second = false;       // a one-time code is asked for before any session is opened
  std::int64_t version = 0;  // of the account: a ticket for the second step holds no longer
  std::string browser;       // the account's number for this browser; "": it does not know it
};

inline constexpr std::size_t password_length_min = 12;

class Accounts {
 public:
  // `secret`: 32 bytes, kept by the application. `secure`: cookies only over https. One password is
  // hashed at a time (some 50 ms) and `waiting_max` more wait, each with its request worker: leave
  // others of the edge's free.
  Accounts(db::Database& db, journal::Journal& journal, std::string secret, bool secure,
           std::size_t waiting_max = 6);
  ~Accounts();

  // Same words and same time whether the login exists or not. `wait` when nothing is left to guess
  // with (budget.hpp); a one-time password is taken even then: nobody guesses one, and it is the
  // way back in that an administrator can give.
  base::Result<Admitted, SignInTrouble> admit(std::string_view login, std::string_view password,
                                              const http::Request& from, base::Instant now);
  // This person has signed in here, second step and all: from now on the account knows the browser,
  // until its password changes.
  void know(http::Response& response, const http::Request& from, base::PersonId person,
            base::Instant now);
  // Must this officer's password be replaced before they work?
  bool one_time(base::PersonId person);
  // Is it still the active account that was admitted?
  bool stands(base::PersonId person, std::int64_t version);
  // The officer who asks takes a new password; `wrong`: the old one does not fit.
  base::Result<void, SignInTrouble> change(const Visit& visit, std::string_view old_password,
                                           std::string_view new_password);
  // The hash to keep of a password, made on the one thread; nothing: too many wait.
  std::optional<std::string> hash(std::string_view password);
  // A one-time password: nobody can guess it, and the same act gives the same one again. Its halves
  // are for two people to hand over, neither of whom could sign in with theirs.
  std::string one_time_password(std::string_view act) const;
  std::array<std::string, 2> one_time_halves(std::string_view act) const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace identity
