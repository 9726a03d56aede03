// One request as a page sees it: who asks, in which language, with which fields. At most 12
// methods.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/html.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/personal.hpp"
#include "base/text.hpp"
#include "engines/journal/journal.hpp"
#include "engines/units/units.hpp"
#include "platform/http/http.hpp"

namespace identity {

// For whom somebody acts: an officer who is absent, until a day, that day too.
struct Absent {
  base::PersonId person;
  std::string name;
  base::Date until;
  std::string signing = {};  // how a paper says so: "KT", "TL", "TUQ" [law: NĐ 30/2020 Đ.13]
};

// A person's dated role in a unit.
struct Position {
  base::PositionId id;
  base::PersonId person;
  base::UnitId unit;
  std::string role;  // code, see role:: below
  base::Words title;  // "Chuyên viên, UBND phường Ninh Kiều" without the unit: "Chuyên viên"
  base::Date from;
  std::optional<base::Date> to;  // last day, or open
  // Set where it is somebody else's, delegated to who is asking; `person` is its holder.
  std::optional<Absent> acting_for = {};
};

namespace role {
inline constexpr std::string_view intake_officer = "INTAKE_OFFICER";
inline constexpr std::string_view specialist = "SPECIALIST";
inline constexpr std::string_view leader = "LEADER";
inline constexpr std::string_view clerk = "CLERK";
inline constexpr std::string_view desk_head = "DESK_HEAD";
inline constexpr std::string_view system_administrator = "SYS_ADMIN";
// Who works on cases: administrators run the system and see none.
inline constexpr std::string_view of_cases[] = {intake_officer, specialist, leader, clerk,
                                                desk_head};
}  // namespace role

// Who is signed in. An officer may also be a resident, but not in the same session.
struct Who {
  base::PersonId person;
  std::string name;
  bool officer = false;
  std::vector<Position> positions;  // in force now; empty for a resident

  std::shared_ptr<const units::Tree> tree;  // of the day; null: nobody is above anybody

  // The position that lets this person act in that role for exactly that unit, or nullptr.
  const Position* in(std::string_view role, base::UnitId unit) const;
  // The same for that unit or one above it.
  const Position* over(std::string_view role, base::UnitId unit) const;
  // The person as the journal names them, in that position if it is an office act.
  journal::Actor actor(const Position* as = nullptr) const;
};

class Visit {
 public:
  virtual const http::Request& request() const = 0;
  virtual base::Lang lang() const = 0;
  virtual base::Instant now() const = 0;
  // nullptr: nobody is signed in. Never nullptr on a route that asks for a resident or an officer.
  virtual const Who* who() const = 0;
  // The posted form; on GET the query.
  virtual const http::Fields& fields() const = 0;
  // The hole of the route's pattern: "{code}".
  virtual std::string_view param(std::string_view name) const = 0;
  // The act id that came with the form, "form-…"; the journal lets it happen once. What the program
  // does by itself has ids of other shapes.
  virtual std::string act() const = 0;
  // Hidden inputs every form carries: a fresh act id and the anti-forgery token.
  virtual base::Html marks() const = 0;
  // What this person typed into this very address before their session ended; once.
  virtual std::optional<http::Fields> held() = 0;
  // Opens personal data for a reason ("one_stop.appraise"); subjects are written to the access
  // ledger before the answer leaves. `matter` is the dossier or document concerned, 0 if none.
  virtual base::Purpose& purpose(std::string_view code, std::int64_t matter = 0) = 0;
  // The content is drawn and nothing more will be read: the ledger writes what was opened while the
  // page is put together. Without this it begins when the route has answered.
  virtual void tell() const = 0;

 protected:
  ~Visit() = default;
};

// Says that the matter of a visit's purpose lies at this desk of the reader: whoever has just read
// it there spares the ledger asking again whose work it is. `desk` lives as long as the visit.
void at_own_desk(base::Purpose& purpose, const Position& desk);

}  // namespace identity
