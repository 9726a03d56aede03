// The second factor of officers: one-time codes of an app (RFC 6238) and recovery codes on paper.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "engines/identity/budget.hpp"
#include "engines/identity/visit.hpp"
#include "platform/db/db.hpp"

namespace identity {

inline constexpr std::string_view second_step_path = "/dang-nhap/ma";

enum class FactorRefusal {
  wrong,    // also: used already, not of this time, no such recovery code, nothing enrolled
  wait,     // nothing is left to guess with (budget.hpp)
  already,  // enrolled meanwhile, in another tab perhaps
  demanded  // their office asks for it, so it stays
};
struct FactorTrouble {
  FactorRefusal why = FactorRefusal::wrong;
  std::optional<base::Instant> until = {};  // wait: when there is another guess
};

// The password was right, the code is still to come: five minutes, in this browser.
struct Ticket {
  base::PersonId person;
  std::int64_t version = 0;  // of the account, see Accounts::stands
  bool one_time = false;     // see Admitted
  std::string path;          // where the person wanted to go
  std::string browser = {};  // see Admitted
};

// How the second step was passed; goes to the journal.
enum class Proof { app, recovery };

class SecondFactor {
 public:
  // `key`: 32 bytes of the data folder; it seals the secrets and makes the codes. `secure`: cookies
  // only over https.
  SecondFactor(db::Database& db, journal::Journal& journal, std::string key, bool secure);

  struct Status {
    base::Instant enrolled;
    int codes_left = 0;
  };
  static std::optional<Status> status(db::Tx& tx, base::PersonId person);
  // Does one of these offices have to have it on that day? Setting "second_factor":
  // {"demanded": [{"from": "2026-01-01", "roles": ["SYS_ADMIN"]}]}, the latest begun counts;
  // without a setting system administrators must.
  static bool demanded(db::Tx& tx, const std::vector<Position>& positions, base::Date day);

  struct Offer {
    std::string secret;   // base32, to be typed
    std::string address;  // otpauth://…, for the QR code
  };
  // The same in every tab of one session: nothing is kept before a code proves that it was taken.
  Offer offer(const Visit& visit, std::string_view issuer) const;
  // The recovery codes, to be shown once; the same again to a doubled click.
  base::Result<std::vector<std::string>, FactorTrouble> enrol(const Visit& visit,
                                                              std::string_view code);
  base::Result<std::vector<std::string>, FactorTrouble> renew_codes(const Visit& visit,
                                                                    std::string_view code);
  base::Result<void, FactorTrouble> give_up(const Visit& visit, std::string_view code);

  // The cookie a ticket travels in, sealed; nothing in the request: none, too old, not ours.
  void give(http::Response& response, const Ticket& ticket, base::Instant now) const;
  std::optional<Ticket> ticket(const http::Request& request, base::Instant now) const;
  // Where that sign-in was to lead, also when its ticket has ended; "/" without one.
  std::string wanted(const http::Request& request) const;
  void take_back(http::Response& response) const;

  // A code of the app or a recovery code, each taken once. Same words for all that is wrong.
  base::Result<Proof, FactorTrouble> prove(const Ticket& ticket, std::string_view typed,
                                           std::string_view address, base::Instant now);

 private:
  std::optional<base::json::object> ticket_in(const http::Request& request) const;
  using Taken = base::Result<Proof, FactorTrouble>;
  Taken take(db::Tx& tx, base::PersonId person, std::string_view typed,
             const std::vector<budget::Allowance>& from, base::Instant now) const;
  // The same from a session, which is a browser of its own.
  Taken take(db::Tx& tx, const Visit& visit, std::string_view typed) const;
  std::vector<budget::Allowance> allowances(const Visit& visit) const;
  std::string secret_of(const Visit& visit) const;
  std::vector<std::string> codes_of(const Visit& visit, std::string_view act) const;
  std::vector<std::string> hashes(const std::vector<std::string>& codes) const;
  void tell(db::Tx& tx, const Visit& visit, std::string verb) const;

  db::Database& db_;
  journal::Journal& journal_;
  std::string key_;
  bool secure_;
};

}  // namespace identity
