// How many passwords and codes may be guessed, against whom and from where.
//
// A guess is taken before it is looked at, so that forty at once are forty, and whoever is told
// "busy" has spent one too; who was right gets it back. What finds nothing left takes nothing:
// knocking on never lengthens a wait. No address alone is ever shut: an office, or a whole city
// behind a proxy, shares one. [source: NIST SP 800-63B §5.2.2, OWASP ASVS 5 6.3.1]
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/db/db.hpp"

namespace identity::budget {

// `most` guesses, and one of them again each `back_us`.
struct Size {
  std::int64_t most = 0, back_us = 0;
  std::int64_t a_day() const { return most + base::day_us / back_us; }
};

// Passwords of one login. A browser in which the account signed in before has guesses of its own,
// which no stranger can use up. All other browsers together have `strangers`, of which one address
// gets no more than `address`: less than comes back, so a single stranger leaves some to the owner
// who sits at a new machine.
inline constexpr Size password_known{10, 10 * base::minute_us};
inline constexpr Size password_address{5, 15 * base::minute_us};
inline constexpr Size password_strangers{40, 5 * base::minute_us};

// Codes of one person, asked for only after the right password. A code is one of a million and
// three of them are good, so there are fewer guesses: a year of all of them finds one in 25 cases.
inline constexpr Size code_known{8, 20 * base::minute_us};
inline constexpr Size code_address{5, 60 * base::minute_us};
inline constexpr Size code_strangers{10, 40 * base::minute_us};

struct Allowance {
  std::string who;  // a keyed hash: no login and no address is kept
  Size size;
  bool shared = false;  // with others: being right gives back one guess, not all
};

// Where a guess comes from.
struct From {
  std::string_view address;
  std::string_view browser;  // a number that stands for a browser the account knows; "": unknown
};
// Counted whether anybody has that login or not.
std::vector<Allowance> of_password(std::string_view key, std::string_view login, const From& from);
std::vector<Allowance> of_code(std::string_view key, std::string_view person, const From& from);

// Takes one of each, or none: then it answers when there is one of each again.
std::optional<base::Instant> take(db::Tx& tx, const std::vector<Allowance>& all, base::Instant now);
// The guess that was taken was right.
void was_right(db::Tx& tx, const std::vector<Allowance>& all);

// Where an address stands for: itself, or the 64-bit network of an IPv6 one, since whoever has one
// such address has 2^64.
std::string source_of(std::string_view address);

}  // namespace identity::budget
