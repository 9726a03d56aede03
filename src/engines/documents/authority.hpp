// By what right somebody signs: their own, by assignment, by delegation, by order; and what a paper
// prints for it.
//
// The head of an agency signs by competence of their own. A deputy signs for the head (KT.) by a
// written assignment, others by a written delegation (TUQ.): rows with their decision and days,
// never passed on. Which block a right prints, and whether a field of papers knows it at all, says
// the wording that all papers share. [law: NĐ 30/2020 Đ.13, PL I.II.7; Luật 72/2025 Đ.14]
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "base/text.hpp"
#include "engines/identity/visit.hpp"
#include "engines/units/units.hpp"
#include "platform/db/db.hpp"

namespace documents {

enum class Basis { own, assigned, delegated, by_order };

// "OWN", "ASSIGNED", "DELEGATED", "BY_ORDER", as rules of wordings name it.
std::string_view code(Basis basis);
std::optional<Basis> basis_of(std::string_view code);

using AuthorityId = base::Id<struct AuthorityTag>;

struct SigningAuthority {
  AuthorityId id;
  base::UnitId unit;
  base::PersonId person;
  std::string field;  // of procedures, "HO_TICH"; empty: every paper
  Basis basis = Basis::assigned;
  std::string decision;  // "12/QĐ-UBND"
  base::Date decided_on;
  base::Date from;
  std::optional<base::Date> to;  // last day; a delegation always has one
  std::string conditions;
};

enum class AuthorityRefusal {
  no_basis,     // the head's own right is no row
  no_decision,  // without a number it was not written
  no_end,       // a delegation is for a fixed time [law: Luật 72/2025 Đ.14]
  reversed,
};
base::Result<AuthorityId, AuthorityRefusal> grant(db::Database& db, db::Tx& tx,
                                                  const SigningAuthority& authority);
std::vector<SigningAuthority> authorities(db::Tx& tx, base::UnitId unit, base::Date day);

// Who signs, as a paper says it.
struct Signer {
  base::PersonId person;  // whose key signs
  std::string name;
  Basis basis = Basis::own;
  base::Words post;      // "Phó Chủ tịch Ủy ban nhân dân phường"
  bool acting = false;   // heads the agency for the time being (quyền)
  std::string decision;  // that gives the right; empty for the head
};

// By what right this person signs a paper of that field for that unit on that day, in an office of
// theirs or one they act in for somebody absent. Nothing: they may not.
std::optional<Signer> signer(db::Tx& tx, const identity::Who& who, const identity::Position& office,
                             const units::Unit& unit, std::string_view field, base::Date day);

}  // namespace documents
