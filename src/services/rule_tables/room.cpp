// Addresses of rule tables, and who may call them.
#include "services/rule_tables/room.hpp"

#include "engines/units/units.hpp"
#include "services/rule_tables/sheet_form.hpp"
#include "services/rule_tables/store.hpp"

namespace rule_tables {
namespace {

using identity::Subject;
using identity::Visit;

// Tables are the whole city's.
std::optional<Subject> city(db::Tx&, const Visit& visit) {
  const auto& tree = visit.who()->tree;
  const auto tops = tree ? tree->children({}) : std::vector<const units::Unit*>();
  return tops.empty() ? std::nullopt : std::optional(Subject{tops.front()->id, {}});
}

std::optional<Subject> draft_of(db::Tx& tx, const Visit& visit) {
  const auto id = DraftId::parse(visit.param("draft"));
  return id && store::find(tx, *id) ? city(tx, visit) : std::nullopt;
}

std::optional<Subject> table_of(db::Tx& tx, const Visit& visit) {
  return decisions::edition(tx, visit.param("table"), 1) ? city(tx, visit) : std::nullopt;
}

}  // namespace

bool holds(const identity::Visit& visit, std::string_view role) {
  const auto& tree = visit.who()->tree;
  if (!tree) return false;
  const auto tops = tree->children({});
  return !tops.empty() && visit.who()->over(role, tops.front()->id) != nullptr;
}

int proposals_waiting(db::Tx& tx) { return store::proposed(tx); }

identity::Routes Room::routes() {
  using http::Method;
  const auto reads = identity::officer();
  const auto writes = identity::officer({editor_role});
  const auto both = identity::officer({editor_role, publisher_role});
  const auto to = [this](http::Response (Room::*page)(Visit&)) {
    return [this, page](Visit& visit) { return (this->*page)(visit); };
  };
  return {
      {Method::get, "/can-bo/bang-quy-tac", reads, to(&Room::list)},
      {Method::get, "/can-bo/bang-quy-tac-moi", writes.over(city), to(&Room::ask_new)},
      {Method::post, "/can-bo/bang-quy-tac-moi", writes.over(city), to(&Room::take_new)},
      {Method::get, "/can-bo/bang-quy-tac/{table}", reads.open(), to(&Room::table)},
      {Method::get, "/can-bo/bang-quy-tac/{table}/bang.dmn", reads.open(), to(&Room::dmn)},
      {Method::get, "/can-bo/bang-quy-tac/{table}/bang.csv", reads.open(), to(&Room::csv)},
      {Method::post, "/can-bo/bang-quy-tac/{table}/soan", writes.over(table_of), to(&Room::begin)},
      {Method::get, "/can-bo/ban-soan-quy-tac/{draft}", both.over(draft_of), to(&Room::draft)},
      {Method::post, "/can-bo/ban-soan-quy-tac/{draft}", writes.over(draft_of), to(&Room::take),
       sheet_bounds},
      {Method::post, "/can-bo/ban-soan-quy-tac/{draft}/quyet-dinh", both.over(draft_of),
       to(&Room::decide)},
  };
}

}  // namespace rule_tables
