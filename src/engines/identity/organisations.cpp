// The rules of organisations and their representatives.
#include "engines/identity/organisations.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "engines/identity/store_organisations.hpp"

namespace identity {
namespace {

using Why = OrganisationRefusal;

template <class Dated>
bool reversed(const Dated& one) {
  return one.to && *one.to < one.from;
}

std::optional<Why> fault_in(const Organisation& o) {
  if (base::tidy(o.name).empty()) return Why::no_name;
  if (std::ranges::find(organisation_kinds, o.kind) == std::end(organisation_kinds)) {
    return Why::unknown_kind;
  }
  if (o.tax_code.empty() && base::tidy(o.establishment).empty()) return Why::no_number;
  if (!o.tax_code.empty()) {
    const auto fault = fault_in_tax_code(o.tax_code);
    if (fault == TaxFault::shape) return Why::tax_shape;
    if (fault == TaxFault::check_digit) return Why::tax_check_digit;
  }
  return reversed(o) ? std::optional(Why::reversed) : std::nullopt;
}

}  // namespace

std::string kept_tax_code(std::string_view typed) {
  std::string out;
  for (const char c : typed) {
    if (c != ' ' && c != '.' && c != '-') out += c;
  }
  return out;
}

std::optional<OrganisationTrouble> trouble_with(db::Tx& tx, const Organisation& o) {
  if (const auto fault = fault_in(o)) return OrganisationTrouble{*fault};
  if (o.tax_code.empty()) return std::nullopt;
  const auto other = store::by_tax_code(tx, o.tax_code);
  if (other && other->id != o.id) return OrganisationTrouble{Why::tax_taken, other};
  return std::nullopt;
}

std::optional<OrganisationTrouble> trouble_with(db::Tx& tx, const Representative& one) {
  if (base::tidy(one.capacity).empty()) return OrganisationTrouble{Why::no_capacity};
  if (base::tidy(one.evidence).empty()) return OrganisationTrouble{Why::no_evidence};
  if (reversed(one)) return OrganisationTrouble{Why::reversed};
  const auto whole = organisation(tx, one.organisation);
  const bool inside =
      whole && one.from >= whole->from && (!whole->to || one.to.value_or(one.from) <= *whole->to);
  if (!inside) return OrganisationTrouble{Why::outside, whole};
  if (auto other = store::overlapping(tx, one)) {
    return OrganisationTrouble{Why::overlaps, {}, other};
  }
  return std::nullopt;
}

}  // namespace identity
