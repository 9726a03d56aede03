#include "services/one_stop/pages_correction.hpp"

#include "base/fold.hpp"
#include "services/one_stop/history.hpp"
#include "services/one_stop/store.hpp"
#include "services/one_stop/text_correction.hpp"
#include "services/one_stop/views_correction.hpp"

namespace one_stop {
namespace {

constexpr std::size_t reason_max = 1'000;

const base::Text& words(CorrectionRefusal why) {
  switch (why) {
    case CorrectionRefusal::none:
      return text::no_corrected;
    case CorrectionRefusal::unfit:
      return text::correct_misfits;
    case CorrectionRefusal::no_node:
      return text::no_course;
    case CorrectionRefusal::reason_missing:
      return text::needs_reason;
    case CorrectionRefusal::waiting:
      return text::waits_already;
    case CorrectionRefusal::own:
      return text::four_eyes;
    case CorrectionRefusal::not_leader:
      return text::leader_confirms;
    case CorrectionRefusal::owner:
      return text::own_dossier;
    case CorrectionRefusal::gone:
      return text::proposal_gone;
    case CorrectionRefusal::changed:
      break;
  }
  return text::moved_on;
}

std::optional<identity::Subject> dossier_of_unit(db::Tx& tx, const identity::Visit& visit) {
  const auto dossier = store::by_code(tx, visit.param("code"));
  if (!dossier) return std::nullopt;
  return identity::Subject{.unit = answering(tx, *dossier, visit.now().local().date)};
}

}  // namespace

identity::Routes CorrectionPages::routes() {
  using http::Method;
  using identity::officer, identity::Visit;
  const auto at_work =
      officer({std::begin(identity::role::of_cases), std::end(identity::role::of_cases)});
  return {{Method::get, "/can-bo/ho-so/{code}/phien-ban", at_work.over(dossier_of_unit),
           [this](Visit& v) { return page(v); }},
          {Method::post, "/can-bo/ho-so/{code}/phien-ban", at_work.in(dossier_of_unit),
           [this](Visit& v) { return act(v); }}};
}

std::optional<Dossier> CorrectionPages::dossier(identity::Visit& visit) {
  return parts_.db.read([&](db::Tx& tx) { return store::by_code(tx, visit.param("code")); });
}

http::Response CorrectionPages::page(identity::Visit& visit) {
  const auto found = dossier(visit);
  return found ? show(visit, *found, {}) : parts_.chrome.not_found(visit);
}

http::Response CorrectionPages::act(identity::Visit& visit) {
  const auto found = dossier(visit);
  if (!found) return parts_.chrome.not_found(visit);
  const auto what = visit.fields().get("decision");
  Typed typed{std::string(visit.fields().get("node").substr(0, 100)),
              base::tidy(visit.fields().get("reason").substr(0, 4 * reason_max), true), "", "viec"};
  auto& corrections = parts_.corrections;
  const auto done = what == "confirm" ? corrections.confirm(visit, *found)
                    : what == "drop"  ? corrections.drop(visit, *found)
                                     : corrections.propose(visit, *found, typed.node, typed.reason);
  if (done) {
    const auto to = "/can-bo/ho-so/" + found->code;
    return http::Response::see_other(what == "propose" ? to + "/phien-ban" : to);
  }
  typed.problem = std::string(words(done.error()).in(visit.lang()));
  if (done.error() == CorrectionRefusal::no_node) typed.problem_field = "node";
  if (done.error() == CorrectionRefusal::reason_missing) typed.problem_field = "reason";
  return show(visit, *found, typed);
}

http::Response CorrectionPages::show(identity::Visit& visit, const Dossier& dossier,
                                     const Typed& typed) {
  const auto prospect = parts_.corrections.prospect(visit, dossier);
  const bool mine = prospect.request && prospect.request->asked_by == visit.who()->person;
  return parts_.chrome.officer(visit,
                               views::correction({.dossier = &dossier,
                                                  .prospect = &prospect,
                                                  .mine = mine,
                                                  .node = typed.node,
                                                  .reason = typed.reason,
                                                  .problem = typed.problem,
                                                  .problem_field = typed.problem_field,
                                                  .marks = visit.marks()},
                                                 visit.lang()),
                               typed.problem.empty() ? 200 : 422);
}

}  // namespace one_stop
