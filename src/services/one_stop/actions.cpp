// Officers' verbs. Each checks office, task and state again inside its transaction.
#include "services/one_stop/actions.hpp"

#include <algorithm>

#include "base/must.hpp"
#include "engines/casework/moving.hpp"
#include "engines/catalogue/catalogue.hpp"
#include "engines/documents/moving.hpp"
#include "engines/identity/four_eyes.hpp"
#include "engines/units/units.hpp"
#include "services/one_stop/deadlines.hpp"
#include "services/one_stop/history.hpp"
#include "services/one_stop/moving.hpp"
#include "services/one_stop/notices.hpp"
#include "services/one_stop/shapes.hpp"
#include "services/one_stop/store.hpp"
#include "services/one_stop/store_correction.hpp"

namespace one_stop {
namespace {

constexpr std::string_view kind = "dossier";

constexpr std::string_view propose_verb = "one_stop.propose";

Refusal from(casework::Trouble) { return Refusal::already_done; }

// Asked again in the transaction that signs: a decision may have ended since the page was drawn.
bool may_sign(db::Tx& tx, const Act& act, const casework::Card& card, const Dossier& d) {
  const auto today = act.now.local().date;
  const auto unit = units::find(tx, answering(tx, d, today), today);
  const auto version = catalogue::version(tx, d.version);
  const auto* office = act.who->in(card.role, card.unit);
  return unit && version && office &&
         documents::signer(tx, *act.who, *office, *unit, version->field.code, today);
}

std::string file_of(db::Tx& tx, const Dossier& d) {
  const auto paper = documents::of(tx, "result", kind, d.id.value);
  return paper ? paper->file : "";
}

// What the rows beside the dossier say after a verb, for `journal verify --rows`: the file the
// result now is (the hash of what is stored), the money that came.
void note_proof(base::json::object& facts, const std::string& file_before, const std::string& file,
                const std::optional<payments::Order>& order, base::Instant now) {
  if (file != file_before) facts["file"] = file;
  if (!order || order->paid_at != now) return;
  facts["fee"] = order->total.amount;
  facts["confirmation"] = order->confirmation;
}

}  // namespace

bool proposed_by(db::Tx& tx, base::DossierId dossier, const journal::Actor& signer) {
  const auto entries = journal::Journal::of(tx, kind, dossier.value);
  const auto last = std::find_if(entries.rbegin(), entries.rend(),
                                 [](const auto& entry) { return entry.verb == propose_verb; });
  return last != entries.rend() && identity::same_hand(last->actor, signer);
}

// What one verb changes; everything around it is the same for all.
struct Actions::Move {
  std::string_view action;   // the task must be this
  std::string_view verb;     // for the journal
  std::string_view outcome;  // for the flow
  std::string_view event;    // for the figures; empty: none
  std::string_view notice;   // what the resident is told; empty: nothing
  std::function<base::Result<void, Refusal>(db::Tx&, Dossier&, const casework::Card&)> change;
  base::json::object facts = {};  // of this verb's entry, besides those of all
};

Actions::Actions(db::Database& db, journal::Journal& journal, casework::Casework& casework,
                 messages::Messages& messages)
    : db_(db), journal_(journal), casework_(casework), messages_(messages) {}

void Actions::note(db::Tx& tx, const Act& act, const Dossier& d, const identity::Position* as,
                   std::string_view verb, base::json::object facts) {
  facts["code"] = d.code;
  facts["state"] = int(d.state);
  facts["unit"] = d.unit.str();
  facts["procedure"] = d.procedure;
  facts["channel"] = code(d.channel);
  if (d.due_at) facts["due_at"] = std::to_string(d.due_at->us);
  journal_.append(tx, act.now,
                  {.act = act.id,
                   .actor = act.who->actor(as),
                   .verb = std::string(verb),
                   .subject_kind = std::string(kind),
                   .subject = d.id.value,
                   .facts = std::move(facts),
                   .law = "",
                   .version = shape_of(verb)});
}

Actions::Done Actions::carry_out(const Act& act, base::TaskId task, const Move& move) {
  return db_.write([&](db::Tx& tx) -> Done {
    if (const auto before = journal::Journal::find_act(tx, act.id)) {
      auto same = store::find(tx, {before->subject});
      if (!same || before->verb != move.verb) return base::refuse(Refusal::no_dossier);
      return *same;
    }
    const auto card = casework::Casework::card(tx, task);
    if (!card || card->subject_kind != kind) return base::refuse(Refusal::no_dossier);
    if (!act.who->in(card->role, card->unit)) return base::refuse(Refusal::not_your_office);
    if (card->done_at) return base::refuse(Refusal::already_done);
    if (card->action != move.action) return base::refuse(Refusal::wrong_state);
    auto dossier = store::find(tx, {card->subject});
    base::must(dossier.has_value());
    return finish(tx, act, *card, std::move(*dossier), move);
  });
}

Actions::Done Actions::finish(db::Tx& tx, const Act& act, const casework::Card& card, Dossier d,
                              const Move& move) {
  const auto state = d.state;
  const auto file = file_of(tx, d);
  if (const auto changed = move.change(tx, d, card); !changed) return base::refuse(changed.error());
  if (d.state != state && !may_become(state, d.state)) return base::refuse(Refusal::wrong_state);
  store::update(tx, d);
  casework_.set_due(tx, card.case_id, is_final(d.state) ? std::nullopt : d.due_at);
  const auto order = payments::of(tx, kind, d.id.value);
  const bool owes = order && order->state == payments::State::due;
  const auto lookup = [&](std::string_view name) -> std::optional<feel::Value> {
    if (name != "fee_due") return std::nullopt;
    return feel::Value(owes ? order->total.amount : std::int64_t{0});
  };
  const auto next =
      casework_.complete(tx, act.now, card.id, std::string(move.outcome), act.who->person, lookup);
  if (!next) return base::refuse(from(next.error()));
  auto facts = move.facts;
  facts["task"] = card.node;
  facts["outcome"] = move.outcome;
  if (!move.event.empty()) facts["event"] = move.event;
  note_proof(facts, file, file_of(tx, d), order, act.now);
  note(tx, act, d, act.who->in(card.role, card.unit), move.verb, std::move(facts));
  if (!move.notice.empty()) {
    const auto fee = owes ? std::optional(order->total) : std::nullopt;
    messages_.tell(tx, act.now, notice_of(tx, move.notice, act.id, act.now, d, card.title, fee));
  }
  return d;
}

Actions::Done Actions::accept(const Act& act, base::TaskId task, std::string exempt_by) {
  return carry_out(act, task,
                   {.action = action::receive,
                    .verb = "one_stop.accept",
                    .outcome = "accept",
                    .event = "accepted",
                    .notice = notice::accepted,
                    .change = [&](db::Tx& tx, Dossier& d, const auto&) {
                      if (!exempt_by.empty()) payments::exempt(tx, kind, d.id.value, exempt_by);
                      const auto order = payments::of(tx, kind, d.id.value);
                      d.accepted_at = act.now;
                      if (order && order->state == payments::State::due) {
                        d.state = State::payment_requested;  // the clock waits for the money
                      } else {
                        d.state = State::accepted;
                        d.due_at = due_of(tx, store::first_version(tx, d),
                                          answering(tx, d, act.now.local().date), act.now);
                      }
                      return base::Result<void, Refusal>();
                    }});
}

Actions::Done Actions::refuse(const Act& act, base::TaskId task, std::string reason) {
  return carry_out(
      act, task,
      {.action = action::receive,
       .verb = "one_stop.refuse",
       .outcome = "refuse",
       .event = "refused",
       .notice = notice::refused,
       .change = [&](db::Tx& tx, Dossier& d, const auto&) -> base::Result<void, Refusal> {
         if (reason.empty()) return base::refuse(Refusal::reason_missing);
         d.state = State::refused;
         d.reason = reason;
         payments::cancel(tx, kind, d.id.value);
         return {};
       }});
}

Actions::Done Actions::take_fee(const Act& act, base::TaskId task) {
  return carry_out(act, task,
                   {.action = action::collect_fee,
                    .verb = "one_stop.take_fee",
                    .outcome = "paid",
                    .event = "paid",
                    .notice = "",
                    .change = [&](db::Tx& tx, Dossier& d,
                                  const casework::Card& card) -> base::Result<void, Refusal> {
                      const auto order = payments::of(tx, kind, d.id.value);
                      if (!order) return base::refuse(Refusal::wrong_state);
                      const auto paid = payments::take_at_counter(tx, act.now, order->id, card.unit,
                                                                  act.who->person);
                      if (!paid) return base::refuse(Refusal::already_paid);
                      d.state = State::in_progress;
                      d.due_at = due_of(tx, store::first_version(tx, d),
                                        answering(tx, d, act.now.local().date), act.now);
                      return {};
                    }});
}

Actions::Done Actions::propose(const Act& act, base::TaskId task, std::string opinion,
                               const documents::Document& draft) {
  return carry_out(
      act, task,
      {.action = action::appraise,
       .verb = propose_verb,
       .outcome = "propose",
       .event = "",
       .notice = "",
       .change = [&](db::Tx& tx, Dossier& d, const auto&) -> base::Result<void, Refusal> {
         if (draft.unit != answering(tx, d, act.now.local().date)) {
           return base::refuse(Refusal::paper_changed);
         }
         if (!documents::draft(db_, tx, act.now, draft)) return base::refuse(Refusal::wrong_state);
         d.state = State::in_progress;
         d.opinion = opinion;
         return {};
       },
       .facts = {{"paper", draft.hash}}});
}

Actions::Done Actions::approve(const Act& act, base::TaskId task, const Signed& signed_paper) {
  return carry_out(act, task,
                   {.action = action::sign,
                    .verb = "one_stop.approve",
                    .outcome = "approve",
                    .event = "",
                    .notice = "",
                    .change = [&](db::Tx& tx, Dossier& d,
                                  const casework::Card& card) -> base::Result<void, Refusal> {
                      const auto signer = act.who->actor(act.who->in(card.role, card.unit));
                      if (proposed_by(tx, d.id, signer)) return base::refuse(Refusal::own_proposal);
                      const auto paper = documents::of(tx, "result", kind, d.id.value);
                      if (!paper) return base::refuse(Refusal::wrong_state);
                      if (!may_sign(tx, act, card, d)) return base::refuse(Refusal::no_authority);
                      // What was read, what is signed and who answers are one and the same
                      // agency's.
                      const auto unit = answering(tx, d, act.now.local().date);
                      const bool same = paper->unit == unit && signed_paper.unit == unit;
                      if (!same || paper->file != signed_paper.drafted) {
                        return base::refuse(Refusal::paper_changed);
                      }
                      const auto done = documents::sign(tx, act.now, paper->id, signed_paper.file,
                                                        act.who->person);
                      if (!done) return base::refuse(Refusal::wrong_state);
                      return {};
                    },
                    .facts = {{"shown", signed_paper.shown}, {"paper", signed_paper.file.hash}}});
}

Actions::Done Actions::send_back(const Act& act, base::TaskId task, std::string reason) {
  return carry_out(act, task,
                   {.action = action::sign,
                    .verb = "one_stop.send_back",
                    .outcome = "send_back",
                    .event = "",
                    .notice = "",
                    .change = [&](db::Tx&, Dossier& d, const auto&) -> base::Result<void, Refusal> {
                      if (reason.empty()) return base::refuse(Refusal::reason_missing);
                      d.opinion = reason;
                      return {};
                    }});
}

namespace {

// The day a paper bears: today, or the last day of an agency that ended, where the rule lets its
// papers be finished as its own. None: the heir has to draft it again.
std::optional<base::Date> day_of(db::Tx& tx, const Dossier& d, const documents::Document& paper,
                                 base::Date today) {
  if (paper.unit == answering(tx, d, today)) return today;
  const auto versions = units::history(tx, paper.unit);
  const auto last = versions.empty() ? std::nullopt : versions.back().to;
  if (!last || *last >= today) return std::nullopt;
  const auto fate = documents::rule_on(tx, *last + 1).of(paper.state);
  return fate == documents::Fate::finish ? last : std::nullopt;
}

}  // namespace

base::Result<documents::Document, Refusal> Actions::numbered(const Act& act, base::TaskId task,
                                                             std::string_view seen) {
  return db_.write([&](db::Tx& tx) -> base::Result<documents::Document, Refusal> {
    const auto card = casework::Casework::card(tx, task);
    if (!card || card->subject_kind != kind) return base::refuse(Refusal::no_dossier);
    const auto* position = act.who->in(card->role, card->unit);
    if (!position) return base::refuse(Refusal::not_your_office);
    const auto paper = documents::of(tx, "result", kind, card->subject);
    const auto dossier = store::find(tx, {card->subject});
    if (!paper || !dossier) return base::refuse(Refusal::wrong_state);
    if (paper->state == documents::State::issued) return *paper;
    if (paper->hash != seen) return base::refuse(Refusal::paper_changed);
    const auto day = day_of(tx, *dossier, *paper, act.now.local().date);
    if (!day) return base::refuse(Refusal::paper_changed);
    const bool taken = paper->state == documents::State::numbered;
    auto number = documents::number(tx, *day, paper->id);
    if (!number) return base::refuse(Refusal::wrong_state);
    if (!taken) {
      Act own = act;
      own.id = act.id + "-n";
      note(
          tx, own, *dossier, position, "one_stop.number",
          {{"number", number->full_number()}, {"day", day->iso()}, {"issuer", number->unit.str()}});
    }
    return *number;
  });
}

Actions::Done Actions::number_and_seal(const Act& act, base::TaskId task, std::string_view seen,
                                       const SealPaper& seal_paper) {
  // The number is an act of its own, so that a crash before the seal neither loses nor repeats it.
  const auto paper = numbered(act, task, seen);
  if (!paper) return base::refuse(paper.error());
  const bool sealed = paper->state == documents::State::issued;
  const auto file = sealed ? documents::File{paper->file, paper->hash} : seal_paper(*paper);
  return carry_out(
      act, task,
      {.action = action::seal,
       .verb = "one_stop.seal",
       .outcome = "seal",
       .event = "resolved",
       .notice = notice::ready,
       .change = [&](db::Tx& tx, Dossier& d, const auto&) -> base::Result<void, Refusal> {
         if (!documents::issue(tx, act.now, paper->id, file))
           return base::refuse(Refusal::already_done);
         d.state = State::resolved;
         d.resolved_at = act.now;
         return {};
       },
       .facts = {{"signed", paper->hash}, {"paper", file.hash}}});
}

Actions::Done Actions::return_result(const Act& act, base::TaskId task) {
  return carry_out(act, task,
                   {.action = action::return_result,
                    .verb = "one_stop.return_result",
                    .outcome = "returned",
                    .event = "returned",
                    .notice = "",
                    .change = [&](db::Tx&, Dossier& d, const auto&) {
                      d.state = State::returned;
                      d.returned_at = act.now;
                      return base::Result<void, Refusal>();
                    }});
}

Actions::Done Actions::confirm_unit(const Act& act, base::TaskId task, base::UnitId unit) {
  constexpr std::string_view verb = "one_stop.confirm_unit";
  return db_.write([&](db::Tx& tx) -> Done {
    if (const auto before = journal::Journal::find_act(tx, act.id)) {
      auto same = store::find(tx, {before->subject});
      if (!same || before->verb != verb) return base::refuse(Refusal::no_dossier);
      return *same;
    }
    const auto card = casework::Casework::card(tx, task);
    if (!card || card->subject_kind != kind) return base::refuse(Refusal::no_dossier);
    const auto* position = act.who->in(card->role, card->unit);
    if (!position) return base::refuse(Refusal::not_your_office);
    const auto dossier = store::find(tx, {card->subject});
    base::must(dossier.has_value());
    const auto heirs = units::heirs(tx, dossier->unit, act.now.local().date);
    if (std::find(heirs.begin(), heirs.end(), unit) == heirs.end()) {
      return base::refuse(Refusal::incomplete);
    }
    const auto done = casework::confirm_unit(tx, act.now, task, unit, act.who->person);
    if (!done) return base::refuse(from(done.error()));
    note(tx, act, *dossier, position, verb, {{"answering", unit.str()}});
    // What was drafted for one part of the old unit is not the other part's paper.
    const auto paper = documents::of(tx, "result", kind, dossier->id.value);
    const auto today = act.now.local().date;
    if (paper && paper->unit != unit && units::find(tx, paper->unit, today)) {
      draft_again({db_, journal_, casework_}, tx, act.now, *dossier, *paper);
    }
    return *dossier;
  });
}

}  // namespace one_stop
