// Officers' pages. The manifest says whose they are; lists show each reader what is theirs.
#include "services/one_stop/pages_officer.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "engines/casework/examine.hpp"
#include "engines/casework/moving.hpp"
#include "engines/indicators/indicators.hpp"
#include "engines/units/units.hpp"
#include "services/one_stop/history.hpp"
#include "services/one_stop/offers.hpp"
#include "services/one_stop/pages_citizen.hpp"
#include "services/one_stop/pages_form.hpp"
#include "services/one_stop/store.hpp"
#include "services/one_stop/text.hpp"
#include "services/one_stop/text_correction.hpp"
#include "services/one_stop/text_officer.hpp"
#include "services/one_stop/views_officer.hpp"

namespace one_stop {
namespace {

constexpr int behind_max = 1'000;
constexpr std::size_t words_max = 2'000;

std::string in(const base::Text& text, const identity::Visit& visit) {
  return std::string(text.in(visit.lang()));
}

// What a published procedure got wrong is told with the way on, not as a failure.
template <class Act>
Actions::Done guarded(const identity::Visit& visit, std::string& problem, Act&& act) try {
  return act();
} catch (const casework::NoWay&) {
  problem = in(text::broken_version, visit);
  return base::refuse(Refusal::wrong_state);
}

bool may_see(const identity::Visit& visit, base::UnitId unit) {
  return std::ranges::any_of(identity::role::of_cases,
                             [&](auto role) { return visit.who()->over(role, unit); });
}

}  // namespace

struct OfficerPages::Typed {
  std::string decision, words;
  std::string seen;  // hash of the paper that the page showed
  std::string problem, problem_field;
};

http::Response OfficerPages::task(identity::Visit& visit) {
  const auto id = base::TaskId::parse(visit.param("task"));
  std::optional<casework::Card> card;
  std::optional<Dossier> dossier;
  if (id) {
    parts_.db.read([&](db::Tx& tx) {
      card = casework::Casework::card(tx, *id);
      if (card) dossier = store::find(tx, {card->subject});
    });
  }
  if (!dossier) return parts_.chrome.not_found(visit);
  return show(visit, *dossier, card, {});
}

http::Response OfficerPages::act(identity::Visit& visit) {
  const auto id = base::TaskId::parse(visit.param("task"));
  const auto card =
      id ? parts_.db.read([&](db::Tx& tx) { return casework::Casework::card(tx, *id); })
         : std::nullopt;
  if (!card) return parts_.chrome.not_found(visit);
  Typed typed;
  typed.decision = std::string(visit.fields().get("decision"));
  typed.words = base::tidy(visit.fields().get("words").substr(0, 4 * words_max), true);
  typed.seen = std::string(visit.fields().get("seen").substr(0, 64));
  const auto done = guarded(visit, typed.problem, [&] { return decide(visit, *card, typed); });
  if (done) return http::Response::see_other("/viec");
  if (typed.problem.empty()) typed.problem = in(text::why(done.error()), visit);
  if (typed.problem_field.empty()) typed.problem_field = "viec";
  const auto dossier = parts_.db.read([&](db::Tx& tx) { return store::find(tx, {card->subject}); });
  return show(visit, *dossier, card, typed);
}

// Which verb the task and the typed decision ask for.
Actions::Done OfficerPages::decide(identity::Visit& visit, const casework::Card& card,
                                   Typed& typed) {
  const Act act{visit.act(), visit.now(), visit.who()};
  auto& actions = parts_.actions;
  const bool exempts = typed.decision == "accept_exempt" && card.action == action::receive;
  const bool chosen = exempts || typed.decision == "accept" || typed.decision == "refuse" ||
                      typed.decision == "approve" || typed.decision == "send_back";
  if ((card.action == action::receive || card.action == action::sign) && !chosen) {
    typed.problem = in(text::decision_missing, visit);
    typed.problem_field = "decision";
    return base::refuse(Refusal::incomplete);
  }
  if (typed.words.empty() && (typed.decision == "refuse" || typed.decision == "send_back")) {
    typed.problem_field = "words";
    return base::refuse(Refusal::reason_missing);
  }
  if (exempts && typed.words.empty()) {
    typed.problem = in(text::exempt_missing, visit);
    typed.problem_field = "words";
    return base::refuse(Refusal::reason_missing);
  }
  if (exempts) return actions.accept(act, card.id, typed.words);
  if (card.action == action::receive) {
    return typed.decision == "accept" ? actions.accept(act, card.id)
                                      : actions.refuse(act, card.id, typed.words);
  }
  if (card.action == casework::confirm_action) {
    const auto unit = base::UnitId::parse(typed.decision);
    return actions.confirm_unit(act, card.id, unit ? *unit : base::UnitId{});
  }
  if (card.action == action::collect_fee) return actions.take_fee(act, card.id);
  if (card.action == action::return_result) return actions.return_result(act, card.id);
  if (!is_offered(card.action)) {
    typed.problem = in(text::broken_version, visit);
    return base::refuse(Refusal::wrong_state);
  }
  if (typed.decision == "send_back") return actions.send_back(act, card.id, typed.words);
  return prepare(visit, card, typed);
}

Actions::Done OfficerPages::unmade(const identity::Visit& visit, const base::Words& why,
                                   Typed& typed) {
  typed.problem = base::fill(text::paper_unmade, visit.lang(), {{"why", why.in(visit.lang())}});
  return base::refuse(Refusal::incomplete);
}

// The verbs that make a paper first: draft, signature, seal.
Actions::Done OfficerPages::prepare(identity::Visit& visit, const casework::Card& card,
                                    Typed& typed) {
  const Act act{visit.act(), visit.now(), visit.who()};
  const auto today = visit.now().local().date;
  std::optional<documents::Signer> signer;
  auto from = parts_.db.read([&](db::Tx& tx) -> std::optional<Sources> {
    const auto dossier = store::find(tx, {card.subject});
    if (!dossier) return std::nullopt;
    auto sources = sources_of(tx, *dossier, today);
    if (!sources) return sources;
    signer = card.action == action::appraise ? first_signer(tx, *sources, today)
                                             : this->signer(tx, visit, card, *sources);
    return sources;
  });
  if (!from) return base::refuse(Refusal::no_dossier);
  auto& papers = parts_.papers;
  if (card.action == action::appraise) {
    if (typed.words.empty()) {
      typed.problem = in(text::opinion_missing, visit);
      typed.problem_field = "words";
      return base::refuse(Refusal::incomplete);
    }
    if (!signer) return base::refuse(Refusal::no_authority);
    auto& purpose = visit.purpose("one_stop.draft_result", from->dossier.id.value);
    const auto draft = papers.stored_draft(*from, *signer, purpose, visit.now());
    if (!draft) return unmade(visit, draft.error(), typed);
    return parts_.actions.propose(act, card.id, typed.words, *draft);
  }
  if (!from->result) return base::refuse(Refusal::wrong_state);
  if (card.action == action::seal) {
    return parts_.actions.number_and_seal(
        act, card.id, typed.seen,
        [&](const documents::Document& paper) { return papers.sealed(paper, visit.now()); });
  }
  if (from->result->state != documents::State::drafted) return base::refuse(Refusal::already_done);
  const auto* position = visit.who()->in(card.role, card.unit);
  if (!position) return base::refuse(Refusal::not_your_office);
  // Asked again inside the action; here so that no key ever signs for it.
  const bool own = parts_.db.read(
      [&](db::Tx& tx) { return proposed_by(tx, from->dossier.id, visit.who()->actor(position)); });
  if (own) return base::refuse(Refusal::own_proposal);
  if (!signer) return base::refuse(Refusal::no_authority);
  auto& purpose = visit.purpose("one_stop.sign_result", from->dossier.id.value);
  const auto shown = papers.shown_to(*from, *signer, purpose);
  if (!shown) return unmade(visit, shown.error(), typed);
  const auto paper = papers.signed_by(*from, *signer, *shown, typed.seen, visit.now());
  if (!paper) return base::refuse(paper.error());
  return parts_.actions.approve(act, card.id, *paper);
}

// As whom this officer would sign; nothing: it is not theirs to sign.
std::optional<documents::Signer> OfficerPages::signer(db::Tx& tx, const identity::Visit& visit,
                                                      const casework::Card& card,
                                                      const Sources& from) {
  const auto* office = visit.who()->in(card.role, card.unit);
  if (card.action != action::sign || !office) return std::nullopt;
  return documents::signer(tx, *visit.who(), *office, from.unit, from.version.field.code,
                           visit.now().local().date);
}

// The paper this officer would sign or seal now, by its hash; "" where there is none.
std::string OfficerPages::seen(const casework::Card& card, const Sources& from,
                               const std::optional<documents::Signer>& signer,
                               base::Purpose& purpose) {
  if (!from.result) return "";
  if (card.action == action::seal) return from.result->hash;
  if (!signer || from.result->state != documents::State::drafted) return "";
  const auto shown = parts_.papers.shown_to(from, *signer, purpose);
  return shown ? shown->hash : "";
}

http::Response OfficerPages::show(identity::Visit& visit, const Dossier& dossier,
                                  const std::optional<casework::Card>& card, const Typed& typed) {
  const auto today = visit.now().local().date;
  views::Work shown;
  std::optional<documents::Signer> me;
  auto from = parts_.db.read([&](db::Tx& tx) {
    shown.story = story_of(tx, parts_.casework, dossier, today);
    shown.time = calendar::load(tx);
    auto sources = sources_of(tx, dossier, today);
    if (!sources) return sources;
    shown.signer = first_signer(tx, *sources, today);
    if (card) me = signer(tx, visit, *card, *sources);
    if (card && card->action == action::sign) {
      const auto* as = visit.who()->in(card->role, card->unit);
      shown.own_proposal = as && proposed_by(tx, dossier.id, visit.who()->actor(as));
    }
    if (card && card->action == casework::confirm_action) {
      for (const auto id : units::heirs(tx, dossier.unit, today)) {
        if (auto unit = units::find(tx, id, today)) shown.heirs.push_back(std::move(*unit));
      }
    }
    return sources;
  });
  base::must(from.has_value());
  auto& purpose = visit.purpose("one_stop.case", dossier.id.value);
  shown.title = from->version.name;
  shown.owner = from->owner.name.open(purpose);
  shown.number = from->owner.number.open(purpose);
  shown.phone = phone_of(*from, purpose, visit.now());
  const auto setting = setting_for(visit, from->communes);
  const auto& answers = from->answers.open(purpose);
  for (int i = 0; i < forms::steps(*from->form); ++i) {
    auto rows = forms::summary(*from->form, i, answers, setting);
    if (rows.empty()) continue;
    shown.answers.push_back({forms::step_title(*from->form, i).in(visit.lang()), std::move(rows)});
  }
  if (asks_exemption(answers.get(exemption_key)))
    shown.exemption = forms::text_of(*from->form, answers, exemption_key, setting);
  shown.order = from->order;
  shown.result = from->result;
  shown.now = visit.now();
  shown.me = visit.who()->name;
  if (card && !card->done_at && visit.who()->in(card->role, card->unit)) {
    shown.card = card;
    shown.seen = seen(*card, *from, me, purpose);
  }
  shown.decision = typed.decision;
  shown.words = typed.words;
  shown.problem = typed.problem;
  shown.problem_field = typed.problem_field;
  shown.marks = visit.marks();
  return parts_.chrome.officer(visit, views::work(shown, visit.lang()),
                               typed.problem.empty() ? 200 : 422);
}

http::Response OfficerPages::search(identity::Visit& visit) {
  const auto typed = std::string(visit.fields().get("q").substr(0, 60));
  if (typed.empty()) return http::Response::see_other("/viec");
  const auto code = read_code(typed);
  const auto found = parts_.db.read([&](db::Tx& tx) {
    auto dossier = code ? store::by_code(tx, *code) : std::nullopt;
    const auto today = visit.now().local().date;
    if (dossier && !may_see(visit, answering(tx, *dossier, today))) dossier.reset();
    return dossier;
  });
  if (found) return http::Response::see_other("/can-bo/ho-so/" + found->code);
  return parts_.chrome.officer(visit, views::not_found(typed, visit.lang()), 404);
}

http::Response OfficerPages::dossier(identity::Visit& visit) {
  std::optional<casework::Card> open;
  const auto dossier = parts_.db.read([&](db::Tx& tx) {
    auto found = store::by_code(tx, visit.param("code"));
    if (found) {
      for (auto& card : casework::Casework::cards_of(tx, "dossier", found->id.value)) {
        if (!card.done_at) open = std::move(card);
      }
    }
    return found;
  });
  return dossier ? show(visit, *dossier, open, {}) : parts_.chrome.not_found(visit);
}

// Who is to sign reads the very bytes that will be signed.
std::optional<http::Response> OfficerPages::to_sign(identity::Visit& visit,
                                                    const Dossier& dossier) {
  std::optional<documents::Signer> me;
  const auto from = parts_.db.read([&](db::Tx& tx) -> std::optional<Sources> {
    auto sources = sources_of(tx, dossier, visit.now().local().date);
    for (const auto& card : casework::Casework::cards_of(tx, "dossier", dossier.id.value)) {
      if (sources && !card.done_at) me = signer(tx, visit, card, *sources);
    }
    return sources;
  });
  if (!me || !from->result || from->result->state != documents::State::drafted) {
    return std::nullopt;
  }
  auto& purpose = visit.purpose("one_stop.case_paper", dossier.id.value);
  const auto shown = parts_.papers.shown_to(*from, *me, purpose);
  if (!shown) return std::nullopt;  // why not is told with the stored draft
  return http::Response::file("application/pdf", shown->bytes, dossier.code + "-du-thao.pdf");
}

http::Response OfficerPages::paper(identity::Visit& visit) {
  const auto dossier =
      parts_.db.read([&](db::Tx& tx) { return store::by_code(tx, visit.param("code")); });
  if (dossier) {
    if (visit.param("paper") == "du-thao.pdf") {
      if (auto made = to_sign(visit, *dossier)) return std::move(*made);
    }
    if (auto made =
            paper_of(parts_, visit, *dossier, visit.param("paper"), "one_stop.case_paper")) {
      return std::move(*made);
    }
  }
  return parts_.chrome.not_found(visit);
}

http::Response OfficerPages::behind(identity::Visit& visit) {
  using indicators::Figure;
  const auto name = visit.param("figure");
  const bool late = name == "tre-han", on_time = name == "dung-han";
  if (!late && !on_time && name != "tiep-nhan") return parts_.chrome.not_found(visit);
  const auto figure = late ? Figure::late : on_time ? Figure::on_time : Figure::received;
  const auto today = visit.now().local().date;
  views::Behind shown{.heading = late      ? text::behind_late
                                 : on_time ? text::behind_on_time
                                           : text::behind_received};
  shown.month = std::to_string(today.month()) + "/" + std::to_string(today.year());
  parts_.db.read([&](db::Tx& tx) {
    const auto period = indicators::Period::month_of(today);
    for (const auto id : indicators::behind(tx, figure, period, visit.now(), {}, behind_max)) {
      ++shown.all;
      auto dossier = store::find(tx, id);
      if (!dossier || !may_see(visit, answering(tx, *dossier, today))) continue;
      const auto version = catalogue::version(tx, dossier->version);
      shown.rows.push_back({std::move(*dossier), version ? version->name : base::Words{}});
    }
  });
  return parts_.chrome.officer(visit, views::behind(shown, visit.lang()));
}

}  // namespace one_stop
