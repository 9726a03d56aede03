// Whom an administrator answers for, and how things are called.
#include "services/administration/pages_office.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "base/fold.hpp"

namespace administration::office {
namespace {

using identity::Visit;
using identity::role::system_administrator;

constexpr int near_max = 1'000;

// The administrator's own unit for this person, else the whole city.
std::optional<identity::Subject> subject_of(db::Tx& tx, const Visit& visit) {
  const auto id = base::PersonId::parse(visit.param("person"));
  if (!id || !visit.who() || !visit.who()->tree || !identity::person(tx, *id)) return std::nullopt;
  for (const auto& held : identity::positions_ever(tx, *id)) {
    if (administers(*visit.who(), held.position.unit)) {
      return identity::Subject{held.position.unit, {}};
    }
  }
  const auto tops = visit.who()->tree->children({});
  return identity::Subject{tops.empty() ? base::UnitId{} : tops.front()->id, {}};
}

}  // namespace

identity::Permission OfficePages::administrator() {
  return identity::officer({system_administrator});
}

identity::Permission OfficePages::over_person() { return administrator().over(subject_of); }

base::PersonId OfficePages::person_in(const Visit& visit) {
  return base::PersonId::parse(visit.param("person")).value_or(base::PersonId{});
}

base::UnitId OfficePages::top(const Visit& visit) {
  const auto tops = visit.who()->tree->children({});
  return tops.empty() ? base::UnitId{} : tops.front()->id;
}

bool OfficePages::whole_city(const Visit& visit) { return administers(*visit.who(), top(visit)); }

std::vector<ui::Choosable> OfficePages::unit_choices(const Visit& visit) {
  const auto& tree = *visit.who()->tree;
  std::vector<ui::Choosable> out;
  for (const auto& unit : tree.all()) {
    if (!administers(*visit.who(), unit.id)) continue;
    std::string indent;
    for (std::size_t level = 1; level < tree.path(unit.id).size(); ++level) {
      indent += "\u00A0\u00A0";
    }
    out.push_back({unit.id.str(), indent + unit.name.in(visit.lang())});
  }
  return out;
}

std::vector<ui::Choosable> OfficePages::role_choices(const Visit& visit) const {
  std::vector<ui::Choosable> out;
  for (const auto& role : parts_.db.read([](db::Tx& tx) { return identity::roles(tx); })) {
    if (role.office) out.push_back({role.code, role.name.in(visit.lang())});
  }
  return out;
}

std::optional<std::vector<base::UnitId>> OfficePages::reach(const Visit& visit, base::UnitId chosen,
                                                            base::Date day) const {
  if (!chosen && whole_city(visit)) return std::nullopt;
  const auto tree = parts_.forest.as_of(day);
  std::vector<base::UnitId> out;
  for (const auto& unit : tree->all()) {
    if (chosen && !tree->within(unit.id, chosen)) continue;
    if (whole_city(visit) || administers(*visit.who(), unit.id)) out.push_back(unit.id);
  }
  return out;
}

std::vector<ui::Choosable> OfficePages::near(const Visit& visit, base::PersonId person,
                                             bool standing_in) const {
  const auto today = visit.now().local().date;
  const auto tree = parts_.forest.as_of(today);
  identity::StaffQuery query{.units = std::vector<base::UnitId>(), .day = today, .limit = near_max};
  std::vector<identity::Position> offices;
  const auto officers = parts_.db.read([&](db::Tx& tx) {
    for (const auto& held : identity::positions_ever(tx, person)) {
      offices.push_back(held.position);
      const auto* own = tree->find(held.position.unit);
      if (held.taken_back || own == nullptr) continue;
      query.units->push_back(own->id);
      if (!own->parent) continue;
      query.units->push_back(own->parent);
      for (const auto* below : tree->children(own->id)) query.units->push_back(below->id);
    }
    return identity::staff(tx, query);
  });
  std::vector<ui::Choosable> out;
  std::set<base::PersonId> seen = {person};
  for (const auto& one : officers) {
    const auto& p = one.position;
    const bool may = !standing_in || std::ranges::any_of(offices, [&](const auto& office) {
      return identity::may_stand_in({p}, office);
    });
    if (!may || !seen.insert(p.person).second) continue;
    out.push_back({p.person.str(), one.name + ", " + p.title.in(visit.lang()) + ", " +
                                       unit_name(*tree, p.unit, visit.lang())});
  }
  return out;
}

std::string OfficePages::unit_name(const units::Tree& tree, base::UnitId unit, base::Lang lang) {
  const auto* found = tree.find(unit);
  return found ? found->name.in(lang) : std::string();
}

std::string OfficePages::unit_name(base::UnitId unit, base::Date day, base::Lang lang) const {
  return unit_name(*parts_.forest.as_of(day), unit, lang);
}

std::string OfficePages::unit_name(const identity::Position& p, const Visit& visit) const {
  auto day = std::max(visit.now().local().date, p.from);
  if (p.to) day = std::min(day, *p.to);
  return unit_name(p.unit, day, visit.lang());
}

OfficePages::RoleNames OfficePages::role_names(const Visit& visit) const {
  RoleNames out;
  for (const auto& role : parts_.db.read([](db::Tx& tx) { return identity::roles(tx); })) {
    out[role.code] = role.name.in(visit.lang());
  }
  return out;
}

std::string OfficePages::called(const RoleNames& roles, const std::string& code) {
  const auto found = roles.find(code);
  return found == roles.end() ? code : found->second;
}

std::string OfficePages::role_name(std::string_view code, base::Lang lang) const {
  for (const auto& role : parts_.db.read([](db::Tx& tx) { return identity::roles(tx); })) {
    if (role.code == code) return role.name.in(lang);
  }
  return std::string(code);
}

std::string OfficePages::officer_name(base::PersonId person) const {
  return parts_.db.read([&](db::Tx& tx) { return identity::officer_name(tx, person); });
}

views::OfficeRow OfficePages::row(const identity::Held& held, const Visit& visit) const {
  return {held, unit_name(held.position, visit), role_name(held.position.role, visit.lang()),
          !held.taken_back && administers(*visit.who(), held.position.unit)};
}

views::DelegationLine OfficePages::line(const identity::Delegation& delegation,
                                        const Visit& visit) const {
  views::DelegationLine out{
      delegation, identity::state_of(delegation, visit.now().local().date), {}, {}, {}, {}};
  const auto held = parts_.db.read([&](db::Tx& tx) {
    out.holder = identity::officer_name(tx, delegation.from);
    out.delegate = identity::officer_name(tx, delegation.to);
    return identity::held_position(tx, delegation.position);
  });
  if (held) {
    out.title = held->position.title.in(visit.lang());
    out.unit = unit_name(held->position, visit);
  }
  return out;
}

StaffForm OfficePages::typed(const Visit& visit) {
  StaffForm form{.lang = visit.lang(), .marks = fresh_marks(visit)};
  if (visit.request().method == http::Method::post) form.values = visit.fields();
  return form;
}

http::Response OfficePages::page(Visit& visit, ui::OfficerPage page, int status) const {
  return parts_.chrome.officer(visit, std::move(page), status);
}

std::optional<base::Date> day_typed(std::string_view text) {
  if (const auto iso = base::Date::parse_iso(text)) return iso;
  return base::Date::parse_vn(base::tidy(text.substr(0, 20)));
}

}  // namespace administration::office
