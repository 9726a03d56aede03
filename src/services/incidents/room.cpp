// Addresses of incidents, and who may call them.
#include "services/incidents/room.hpp"

#include "engines/units/units.hpp"
#include "services/incidents/store.hpp"

namespace incidents {
namespace {

using identity::Subject;
using identity::Visit;

// Incidents are the whole city's.
std::optional<Subject> city(db::Tx&, const Visit& visit) {
  const auto& tree = visit.who()->tree;
  const auto tops = tree ? tree->children({}) : std::vector<const units::Unit*>();
  return tops.empty() ? std::nullopt : std::optional(Subject{tops.front()->id, {}});
}

std::optional<Subject> incident(db::Tx& tx, const Visit& visit) {
  return store::by_code(tx, visit.param("incident")) ? city(tx, visit) : std::nullopt;
}

}  // namespace

identity::Routes Room::routes() {
  using http::Method;
  const auto all = identity::officer({std::begin(roles), std::end(roles)});
  const auto any = all.over(city);
  const auto one = all.over(incident);
  return {
      {Method::get, "/quan-tri/su-co", any, [this](Visit& v) { return list(v); }},
      {Method::get, "/quan-tri/su-co.csv", any, [this](Visit& v) { return csv(v); }},
      {Method::get, "/quan-tri/su-co/moi", any, [this](Visit& v) { return ask_new(v); }},
      {Method::post, "/quan-tri/su-co/moi", any, [this](Visit& v) { return open(v); }},
      {Method::get, "/quan-tri/su-co/{incident}", one, [this](Visit& v) { return show(v); }},
      {Method::get, "/quan-tri/su-co/{incident}/sua", one,
       [this](Visit& v) { return ask_amend(v); }},
      {Method::post, "/quan-tri/su-co/{incident}/sua", one, [this](Visit& v) { return amend(v); }},
      {Method::post, "/quan-tri/su-co/{incident}/buoc", one,
       [this](Visit& v) { return record(v); }},
      {Method::post, "/quan-tri/su-co/{incident}/dong", one, [this](Visit& v) { return close(v); }},
      {Method::get, "/quan-tri/su-co/{incident}/thong-bao.pdf", one,
       [this](Visit& v) { return paper(v); }},
  };
}

}  // namespace incidents
