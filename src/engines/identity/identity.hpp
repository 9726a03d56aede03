// The door to identity: people, positions, accounts, sessions, and who looked at whose data.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "engines/identity/people.hpp"
#include "engines/identity/positions.hpp"
#include "engines/identity/route.hpp"
#include "engines/identity/visit.hpp"

namespace identity {

// ---- Officers' accounts
enum class SignInRefusal { wrong, wait, busy };

struct Admitted {
  base::PersonId person;
  bool one_time = false;  // the password was given by somebody else and must be replaced
};

inline constexpr std::size_t password_length_min = 12;

class Accounts {
 public:
  // `secret`: 32 bytes, kept by the application. One sign-in is hashed at a time (some 50 ms) and
  // `waiting_max` more wait, each with its request worker: leave others of the edge's free.
  Accounts(db::Database& db, journal::Journal& journal, std::string secret,
           std::size_t waiting_max = 2);
  ~Accounts();

  // Same words and same time whether the login exists or not. `wait` after many failures of one
  // login or one address: with back-off up to 15 minutes.
  base::Result<Admitted, SignInRefusal> admit(std::string_view login, std::string_view password,
                                              std::string_view address, base::Instant now);
  // Must this officer's password be replaced before they work?
  bool one_time(base::PersonId person);
  // The officer who asks takes a new password; `wrong`: the old one does not fit.
  base::Result<void, SignInRefusal> change(const Visit& visit, std::string_view old_password,
                                           std::string_view new_password);

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

// ---- Sessions
struct Session {
  std::int64_t id = 0;
  base::PersonId person;
  bool officer = false;
  base::Instant opened, seen, ends;
  std::string browser;  // as it named itself
};

struct Opening {
  base::PersonId person;
  bool officer = false;
  std::string_view how;       // "password", "oidc": goes to the journal
  int level = 0;              // assurance level told by the provider, 0: none
  const http::Request& from;  // its old session ends; its browser is shown in "my sessions"
};

class Sessions {
 public:
  // `secure`: cookies only over https.
  Sessions(db::Database& db, journal::Journal& journal, bool secure);

  // Writes the session and the entry account.sign_in; the token is for `admit`, after commit.
  std::string open(db::Tx& tx, const Opening& opening, base::Instant now);
  void admit(http::Response& response, const std::string& token) const;
  // Ends the session of this request, with the journal entry account.sign_out, and its cookie.
  void close(const Visit& visit, http::Response& response);
  // The open sessions of a person, newest first; `current` of them is the one asking.
  std::vector<Session> open_of(base::PersonId person, base::Instant now);
  static std::int64_t current(db::Tx& tx, const http::Request& request);
  // False if that session is not theirs or has ended.
  bool end(const Visit& visit, std::int64_t session);

 private:
  db::Database& db_;
  journal::Journal& journal_;
  bool secure_;
};

// ---- Access ledger
struct Access {
  base::Instant at;
  base::UnitId unit;    // the reader's; none: not an officer
  std::string purpose;  // "one_stop.appraise"
};
// Who looked at this person's data, newest first: agency and purpose, as the person may read it.
std::vector<Access> accesses(db::Tx& tx, base::PersonId subject, int limit);

// ---- Addresses
// Where the gate sends who is not signed in (back to "?ve="), and whose password is not their own.
inline constexpr std::string_view sign_in_path = "/dang-nhap";
inline constexpr std::string_view new_password_path = "/tai-khoan/mat-khau";

// The address to return to after sign-in: a path of this site, else "/".
std::string local_path(std::string_view wanted);

}  // namespace identity
