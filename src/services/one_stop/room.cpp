// The manifest of the one-stop shop: its addresses and who may call them.
#include "services/one_stop/room.hpp"

#include "engines/casework/moving.hpp"
#include "engines/journal/search.hpp"
#include "services/one_stop/history.hpp"
#include "services/one_stop/pages_citizen.hpp"
#include "services/one_stop/pages_form.hpp"
#include "services/one_stop/pages_officer.hpp"
#include "services/one_stop/pages_proof.hpp"
#include "services/one_stop/shapes.hpp"
#include "services/one_stop/store.hpp"
#include "services/one_stop/text_officer.hpp"

namespace one_stop {

struct Room::Pages {
  explicit Pages(const Parts& parts) : form(parts), citizen(parts), officer(parts), proof(parts) {}
  FormPages form;
  CitizenPages citizen;
  OfficerPages officer;
  ProofPages proof;
};

Room::Room(Parts parts) : pages_(std::make_unique<Pages>(parts)) {}
Room::~Room() = default;

namespace {

// Whose the draft is; one that was submitted is led to its dossier.
std::optional<identity::Subject> draft_of(db::Tx& tx, const identity::Visit& visit) {
  const auto id = base::DraftId::parse(visit.param("draft"));
  if (!id) return std::nullopt;
  const auto me = visit.who()->person;
  if (forms::draft(tx, visit.now(), *id, me)) return identity::Subject{.person = me};
  const auto dossier = store::dossier_of(tx, *id);
  if (!dossier) return std::nullopt;
  return identity::Subject{.person = dossier->owner};
}

std::optional<identity::Subject> owned_dossier(db::Tx& tx, const identity::Visit& visit) {
  const auto dossier = store::by_code(tx, visit.param("code"));
  if (!dossier) return std::nullopt;
  return identity::Subject{.person = dossier->owner};
}

std::optional<identity::Subject> dossier_of_unit(db::Tx& tx, const identity::Visit& visit) {
  const auto dossier = store::by_code(tx, visit.param("code"));
  if (!dossier) return std::nullopt;
  return identity::Subject{.unit = answering(tx, *dossier, visit.now().local().date)};
}

std::optional<casework::Card> card_of(db::Tx& tx, const identity::Visit& visit) {
  const auto id = base::TaskId::parse(visit.param("task"));
  auto card = id ? casework::Casework::card(tx, *id) : std::nullopt;
  return card && card->subject_kind == "dossier" ? card : std::nullopt;
}

std::optional<identity::Subject> task_of_unit(db::Tx& tx, const identity::Visit& visit) {
  const auto card = card_of(tx, visit);
  if (!card) return std::nullopt;
  return identity::Subject{.unit = card->unit};
}

std::optional<identity::Subject> task_of_role(db::Tx& tx, const identity::Visit& visit) {
  const auto card = card_of(tx, visit);
  if (!card) return std::nullopt;
  return identity::Subject{.unit = card->unit, .role = card->role};
}

}  // namespace

identity::Routes Room::routes() {
  using http::Method;
  using identity::anyone, identity::officer, identity::resident, identity::Visit;
  const auto at_work =
      officer({std::begin(identity::role::of_cases), std::end(identity::role::of_cases)});
  const auto draft = resident().own(draft_of);
  const auto mine = resident().own(owned_dossier);
  const auto ours = at_work.over(dossier_of_unit);
  auto& form = pages_->form;
  auto& citizen = pages_->citizen;
  auto& desk = pages_->officer;
  auto& proof = pages_->proof;
  auto with_auditors = ours;
  with_auditors.roles.push_back(journal::auditor_role);
  return {
      {Method::get, "/thu-tuc/{code}/nop-ho-so", resident().open(),
       [&](Visit& v) { return form.start(v); }},
      {Method::post, "/thu-tuc/{code}/nop-ho-so", resident().open(),
       [&](Visit& v) { return form.begin(v); }},
      {Method::get, "/to-khai/{draft}/kiem-tra", draft, [&](Visit& v) { return form.check(v); }},
      {Method::post, "/to-khai/{draft}/kiem-tra", draft, [&](Visit& v) { return form.submit(v); }},
      {Method::get, "/to-khai/{draft}/noi-nhan", draft, [&](Visit& v) { return form.choose(v); }},
      {Method::post, "/to-khai/{draft}/noi-nhan", draft, [&](Visit& v) { return form.chosen(v); }},
      // What is gone may be dropped again: a doubled click is no trouble.
      {Method::post, "/to-khai/{draft}/xoa", resident().open(),
       [&](Visit& v) { return form.drop(v); }},
      {Method::get, "/to-khai/{draft}/{step}", draft, [&](Visit& v) { return form.step(v); }},
      {Method::post, "/to-khai/{draft}/{step}", draft, [&](Visit& v) { return form.save(v); }},

      {Method::get, "/tra-cuu", anyone(), [&](Visit& v) { return citizen.lookup(v); }},
      {Method::get, "/ho-so", resident(), [&](Visit& v) { return citizen.list(v); }},
      {Method::get, "/ho-so/{code}", mine, [&](Visit& v) { return citizen.dossier(v); }},
      {Method::get, "/ho-so/{code}/chung-cu", mine, [&](Visit& v) { return proof.download(v); }},
      {Method::get, "/ho-so/{code}/{paper}", mine, [&](Visit& v) { return citizen.paper(v); }},

      {Method::get, "/can-bo/viec/{task}", at_work.over(task_of_unit),
       [&](Visit& v) { return desk.task(v); }},
      {Method::post, "/can-bo/viec/{task}", at_work.in(task_of_role),
       [&](Visit& v) { return desk.act(v); }},
      {Method::get, "/can-bo/ho-so", at_work, [&](Visit& v) { return desk.search(v); }},
      {Method::get, "/can-bo/ho-so/{code}", ours, [&](Visit& v) { return desk.dossier(v); }},
      {Method::get, "/can-bo/ho-so/{code}/chung-cu", with_auditors,
       [&](Visit& v) { return proof.download(v); }},
      {Method::get, "/can-bo/ho-so/{code}/{paper}", ours, [&](Visit& v) { return desk.paper(v); }},
      {Method::get, "/so-lieu/{figure}", officer().open(),
       [&](Visit& v) { return desk.behind(v); }},
  };
}

std::optional<contracts::Matter> matter(db::Tx& tx, std::int64_t id, base::PersonId reader) {
  const auto dossier = store::find(tx, {id});
  if (!dossier) return std::nullopt;
  return contracts::Matter{dossier->code,
                           dossier->owner == reader ? "/ho-so/" + dossier->code : ""};
}

std::optional<base::DossierId> find_dossier(db::Tx& tx, std::string_view code) {
  const auto read = read_code(code);
  const auto dossier = read ? store::by_code(tx, *read) : std::nullopt;
  return dossier ? std::optional(dossier->id) : std::nullopt;
}

// Who changes the facts of a verb raises its version, adds the step here, and a file to
// src/engines/journal/tests/corpus. Version 2 of these says which file the result is and what was
// asked and paid; who reads an older one finds that unsaid.
std::vector<journal::Upcasters::Shape> shapes() {
  const auto unsaid = [](const base::json::object& facts) { return facts; };
  std::vector<journal::Upcasters::Shape> all;
  for (const auto* verb : {"one_stop.submit", "one_stop.take_fee", "one_stop.propose",
                           "one_stop.approve", "one_stop.number", "one_stop.seal"}) {
    all.push_back({verb, {unsaid}});
  }
  return all;
}

int shape_of(std::string_view verb) {
  static const auto all = shapes();
  for (const auto& shape : all) {
    if (shape.verb == verb) return int(shape.steps.size()) + 1;
  }
  return 1;
}

std::map<std::string, base::Words> purposes() {
  const auto words = [](const base::Text& text) {
    return base::Words{std::string(text.vi), std::string(text.en)};
  };
  return {{"one_stop.case", words(text::purpose_case)},
          {"one_stop.case_paper", words(text::purpose_paper)},
          {"one_stop.draft_result", words(text::purpose_draft)},
          {"one_stop.sign_result", words(text::purpose_sign)},
          {"one_stop.own_paper", words(text::purpose_own)},
          {"one_stop.prefill", words(text::purpose_own)},
          {std::string(casework::move_purpose), words(text::purpose_move)}};
}

}  // namespace one_stop
