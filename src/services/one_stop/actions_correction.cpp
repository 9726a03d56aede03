#include "services/one_stop/actions_correction.hpp"

#include <algorithm>

#include "engines/casework/correcting.hpp"
#include "engines/payments/payments.hpp"
#include "engines/units/units.hpp"
#include "services/one_stop/fitting.hpp"
#include "services/one_stop/history.hpp"
#include "services/one_stop/papers.hpp"
#include "services/one_stop/store.hpp"
#include "services/one_stop/text_correction.hpp"

namespace one_stop {
namespace {

constexpr std::string_view correct_kind = "one_stop.correct_version";

Standing standing_of(db::Tx& tx, const Dossier& d) {
  Standing out{.state = d.state};
  if (const auto paper = documents::of(tx, "result", "dossier", d.id.value)) {
    using enum documents::State;
    out.result = paper->state == drafted  ? Standing::Result::drafted
                 : paper->state == issued ? Standing::Result::issued
                                          : Standing::Result::signed_by_officer;
  }
  const auto order = payments::of(tx, "dossier", d.id.value);
  out.owes = order && order->state == payments::State::due;
  return out;
}

std::optional<casework::Card> open_card(db::Tx& tx, const Dossier& d) {
  std::optional<casework::Card> out;
  for (auto& card : casework::Casework::cards_of(tx, "dossier", d.id.value)) {
    if (!card.done_at) out = std::move(card);
  }
  return out;
}

// What the program finds wrong with a version that was published before it knew how to look.
std::vector<base::Words> flaws_of(db::Tx& tx, const catalogue::Version& version) {
  using catalogue::Part;
  catalogue::Publication parts;
  parts.form = catalogue::text_of(tx, version.id, Part::form);
  parts.flow = catalogue::text_of(tx, version.id, Part::flow);
  parts.result_template = catalogue::text_of(tx, version.id, Part::result_template);
  const auto terms = *catalogue::terms(tx, version.id);
  const auto found = fitting({&version, terms, parts}, documents::shared_wording(tx));
  std::vector<base::Words> out;
  for (const auto* all : {&found.form, &found.flow, &found.result_template, &found.procedure}) {
    for (const auto& flaw : *all) out.push_back(flaw.message);
  }
  return out;
}

const identity::Position* position(const identity::Visit& visit, base::UnitId unit) {
  for (const auto role : identity::role::of_cases) {
    if (const auto* found = visit.who()->in(role, unit)) return found;
  }
  return nullptr;
}

// What the journal says of an act on a dossier, as other verbs do.
journal::Entry entry_of(const Act& act, const Dossier& d, const identity::Position* as,
                        std::string_view verb, base::json::object facts) {
  facts["code"] = d.code;
  facts["state"] = int(d.state);
  facts["unit"] = d.unit.str();
  facts["procedure"] = d.procedure;
  facts["channel"] = code(d.channel);
  if (d.due_at) facts["due_at"] = std::to_string(d.due_at->us);
  return {.act = act.id,
          .actor = act.who->actor(as),
          .verb = std::string(verb),
          .subject_kind = "dossier",
          .subject = d.id.value,
          .facts = std::move(facts),
          .law = ""};
}

CorrectionRefusal from(identity::TwoPersonRefusal why) {
  using Why = identity::TwoPersonRefusal;
  if (why == Why::own) return CorrectionRefusal::own;
  return why == Why::changed ? CorrectionRefusal::changed : CorrectionRefusal::gone;
}

}  // namespace

Corrections::Corrections(db::Database& db, journal::Journal& journal, casework::Casework& casework)
    : db_(db), journal_(journal), casework_(casework), two_person_(db, journal, {kind()}) {}

identity::TwoPerson::Kind Corrections::kind() {
  return {
      .name = std::string(correct_kind),
      .title = text::correct_title,
      .told =
          [](db::Tx&, const identity::TwoPersonRequest&, base::Lang) {
            return std::vector<std::pair<std::string, std::string>>();  // told on the dossier's
                                                                        // page
          },
      .carry_out = [this](db::Tx& tx, const identity::TwoPersonRequest& request,
                          const identity::Visit& visit) { return carry_out(tx, request, visit); }};
}

Prospect Corrections::prospect(identity::Visit& visit, const Dossier& d) {
  const auto today = visit.now().local().date;
  Prospect out;
  const auto sources = db_.read([&](db::Tx& tx) {
    out.from = *catalogue::version(tx, d.version);
    out.flaws = flaws_of(tx, out.from);
    out.open = open_card(tx, d);
    auto newest = catalogue::find(tx, d.procedure, today);
    if (newest && newest->number > out.from.number && !is_final(d.state) && out.open) {
      const auto flow = casework_.flow(tx, newest->id);
      out.course = course_of(*flow, out.open->node, standing_of(tx, d));
      out.to = std::move(newest);
    }
    out.proposed = store::latest_correction(tx, d.id);
    if (out.proposed) {
      out.request = identity::TwoPerson::find(tx, out.proposed->request, visit.now());
      using State = identity::TwoPersonRequest::State;
      if (!out.request || out.request->state != State::waiting) out.proposed.reset();
      if (out.proposed) out.asked_by = identity::officer_name(tx, out.request->asked_by);
    }
    return sources_of(tx, d, today);
  });
  if (!out.to || !sources) return out;
  const auto corrected = forms::published(db_.read(
      [&](db::Tx& tx) { return catalogue::text_of(tx, out.to->id, catalogue::Part::form); }));
  // Judged as of the day it was submitted: nobody grows out of what was right then.
  forms::Setting setting;
  setting.lang = visit.lang();
  setting.today = d.submitted_at.local().date;
  setting.communes = &sources->communes;
  auto& purpose = visit.purpose("one_stop.case", d.id.value);
  out.misfits =
      one_stop::misfits(*sources->form, *corrected, sources->answers.open(purpose), setting);
  return out;
}

Corrections::Done Corrections::propose(identity::Visit& visit, const Dossier& d, std::string node,
                                       std::string_view reason) {
  using Why = CorrectionRefusal;
  const auto before = prospect(visit, d);
  if (!before.to) return base::refuse(Why::none);
  if (!before.misfits.empty()) return base::refuse(Why::unfit);
  if (before.proposed) return base::refuse(Why::waiting);
  if (reason.empty()) return base::refuse(Why::reason_missing);
  if (node.empty()) node = before.course.node;
  const bool known = std::ranges::count(before.course.choices, node, &casework::Activity::node);
  if (!known) return base::refuse(Why::no_node);
  return db_.write([&](db::Tx& tx) -> Done {
    const base::json::object facts = {{"dossier", d.id.str()},
                                      {"from", before.from.number},
                                      {"to", before.to->number},
                                      {"node", node}};
    const bool repeated = journal::Journal::find_act(tx, visit.act()).has_value();
    const auto asked = two_person_.ask(tx, visit, correct_kind, facts, {}, reason);
    if (!asked) return base::refuse(from(asked.error()));
    if (repeated) return {};
    store::insert(tx, {*asked, d.id, before.from.id, before.to->id, node});
    note(tx, visit, d, "one_stop.propose_version", "-p", facts);
    return {};
  });
}

Corrections::Done Corrections::confirm(identity::Visit& visit, const Dossier& d) {
  using Why = CorrectionRefusal;
  if (repeated(visit)) return {};
  const auto before = prospect(visit, d);
  const auto unit =
      db_.read([&](db::Tx& tx) { return answering(tx, d, visit.now().local().date); });
  if (visit.who()->person == d.owner) return base::refuse(Why::owner);
  if (!visit.who()->in(identity::role::leader, unit)) return base::refuse(Why::not_leader);
  if (!before.proposed) return base::refuse(Why::gone);
  if (!before.misfits.empty()) return base::refuse(Why::unfit);
  const auto done = two_person_.confirm(visit, before.proposed->request);
  if (!done) return base::refuse(from(done.error()));
  return {};
}

Corrections::Done Corrections::drop(identity::Visit& visit, const Dossier& d) {
  if (repeated(visit)) return {};
  const auto before = prospect(visit, d);
  if (!before.proposed) return base::refuse(CorrectionRefusal::gone);
  const bool own = before.request->asked_by == visit.who()->person;
  const auto done = own ? two_person_.withdraw(visit, before.proposed->request)
                        : two_person_.decline(visit, before.proposed->request);
  if (!done) return base::refuse(from(done.error()));
  db_.write([&](db::Tx& tx) {
    const auto act = visit.act() + "-d";
    if (journal::Journal::find_act(tx, act)) return;
    note(tx, visit, d, own ? "one_stop.withdraw_version" : "one_stop.decline_version", "-d", {});
  });
  return {};
}

// Clicked twice.
bool Corrections::repeated(const identity::Visit& visit) {
  return db_.read(
      [&](db::Tx& tx) { return journal::Journal::find_act(tx, visit.act()).has_value(); });
}

// In the transaction of the confirmation. The answers were judged before it, and never change.
bool Corrections::carry_out(db::Tx& tx, const identity::TwoPersonRequest& request,
                            const identity::Visit& visit) {
  const auto asked = store::correction(tx, request.id);
  auto d = asked ? store::find(tx, asked->dossier) : std::nullopt;
  const auto open = d ? open_card(tx, *d) : std::nullopt;
  if (!open || d->version != asked->from || is_final(d->state)) return false;
  const auto flow = casework_.flow(tx, asked->to);
  const auto course = course_of(*flow, asked->node, standing_of(tx, *d));
  if (course.node.empty()) return false;
  if (!casework::follow(casework_, tx, *open, asked->to, asked->node)) return false;
  store::correct(tx, *asked, visit.now());
  d->version = asked->to;
  auto facts = request.facts;
  facts.erase("dossier");
  facts["was_at"] = open->node;
  note(tx, visit, *d, "one_stop.correct_version", "-c", std::move(facts));
  return true;
}

void Corrections::note(db::Tx& tx, const identity::Visit& visit, const Dossier& d,
                       std::string_view verb, std::string_view suffix, base::json::object facts) {
  const auto unit = answering(tx, d, visit.now().local().date);
  const Act act{visit.act() + std::string(suffix), visit.now(), visit.who()};
  journal_.append(tx, act.now, entry_of(act, d, position(visit, unit), verb, std::move(facts)));
}

}  // namespace one_stop
