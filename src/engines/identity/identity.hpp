// The door to identity: people, positions, accounts, sessions, and who looked at whose data.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "engines/identity/accounts.hpp"
#include "engines/identity/people.hpp"
#include "engines/identity/positions.hpp"
#include "engines/identity/route.hpp"
#include "engines/identity/visit.hpp"

namespace identity {

// ---- Sessions
struct Session {
  std::int64_t id = 0;
  base::PersonId person;
  bool officer = false;
  base::Instant opened, seen, ends;
  std::string browser;  // as it named itself
  int level = 0;  // how sure: the provider's word, or 1 for a password, 2 with a second factor
  std::string provider;  // code of the provider that vouched, "" for a password
};

struct Opening {
  base::PersonId person;
  bool officer = false;
  std::string_view how;       // "password", "oidc": goes to the journal
  int level = 0;              // see Session
  std::string_view provider;  // see Session
  const http::Request& from;  // its old session ends; its browser is shown in "my sessions"
};

inline constexpr int password_level = 1;
inline constexpr int second_factor_level = 2;

// After a session's token was changed the old one works this long, so that the second half of a
// doubled click is not sent away.
inline constexpr std::int64_t doubled_click_us = 10 * base::second_us;

class Sessions {
 public:
  // `secure`: cookies only over https.
  Sessions(db::Database& db, journal::Journal& journal, bool secure);

  // Writes the session and the entry account.sign_in; the token is for `admit`, after commit.
  std::string open(db::Tx& tx, const Opening& opening, base::Instant now);
  void admit(http::Response& response, const std::string& token) const;
  // The session of this request goes on under a new token, at this level if it was lower, and all
  // others of the person end: rights were raised or a password changed. The token is for `admit`.
  std::string renew(const Visit& visit, int level);
  // Ends the session of this request, with the journal entry account.sign_out, and its cookie.
  void close(const Visit& visit, http::Response& response);
  // The open sessions of a person, newest first; `current` of them is the one asking.
  std::vector<Session> open_of(base::PersonId person, base::Instant now);
  static std::int64_t current(db::Tx& tx, const http::Request& request);
  // False if that session is not theirs or has ended.
  bool end(const Visit& visit, std::int64_t session);
  // All but the one asking; says how many.
  int end_others(const Visit& visit);

 private:
  db::Database& db_;
  journal::Journal& journal_;
  bool secure_;
};

// ---- Access ledger
struct Access {
  base::Instant at;
  base::UnitId unit;        // the reader's, in the office they read in; none: not an officer
  std::string purpose;      // "one_stop.appraise"
  std::int64_t matter = 0;  // the dossier or document it was for; 0: none
};
struct AccessQuery {
  base::PersonId subject;
  std::optional<base::Date> from, to;  // local days, both of them too
  int offset = 0;
  int limit = 25;
};
// Who looked at this person's data, newest first: agency, purpose and matter, as the person may
// read it; never who it was.
std::vector<Access> accesses(db::Tx& tx, const AccessQuery& query);
int access_count(db::Tx& tx, const AccessQuery& query);

// What a matter is to a reader. Whose work it is leaves one row a day, because they open it all
// day; everybody else one row each time.
struct Charge {
  bool assigned = false;
  const Position* as = nullptr;  // of the reader: the office they read in; null: not known
};
// Asked once a page, of the matters it opened; what it does not name is nobody's. Offered by
// casework, which knows who has which task.
using Charges = std::map<std::int64_t, Charge>;
using ChargesOf = std::function<Charges(db::Tx&, const Who&, const std::set<std::int64_t>&)>;

// ---- Addresses
// Where the gate sends who is not signed in (back to "?ve="), whose password is not their own, and
// whose office asks for a second factor they do not have.
inline constexpr std::string_view sign_in_path = "/dang-nhap";
inline constexpr std::string_view new_password_path = "/tai-khoan/mat-khau";
inline constexpr std::string_view enrol_path = "/tai-khoan/xac-thuc";

// The address to return to after sign-in: a path of this site, else "/".
std::string local_path(std::string_view wanted);

}  // namespace identity
