// Identity opened for a reason: facts, corrections, older papers.
#include <map>

#include "base/fold.hpp"
#include "services/administration/pages_staff.hpp"
#include "services/administration/text_people.hpp"
#include "services/administration/text_positions.hpp"

namespace administration::office {
namespace {

using identity::Visit;

// The reason chosen, as it stands in the access ledger.
std::string_view purpose_of(std::string_view why) {
  if (why == "check") return "administration.check_person";
  if (why == "correct") return "administration.correct_person";
  return why == "same_name" ? "administration.same_name" : "";
}

identity::PersonFacts opened_facts(const identity::Person& person, base::Purpose& purpose) {
  return {person.number.open(purpose),    person.name.open(purpose),
          person.birth.open(purpose),     person.gender.open(purpose),
          person.ethnicity.open(purpose), person.nationality.open(purpose),
          person.residence.open(purpose), person.phone.open(purpose),
          person.email.open(purpose)};
}

void fill_in(StaffForm& form, const identity::PersonFacts& facts, int version) {
  form.values.add("version", std::to_string(version));
  form.values.add("name", facts.name);
  form.values.add("gender", facts.gender);
  form.values.add("phone", facts.phone);
  form.values.add("email", facts.email);
  if (const auto day = base::Date::parse_iso(facts.birth)) {
    form.set_day("birth", *day);
  } else {
    form.values.add("birth-year", facts.birth);
  }
}

// What was typed is kept; only the version is the newest, for the second attempt.
StaffForm with_version(const StaffForm& typed, int version) {
  auto out = typed;
  out.values = {};
  out.values.add("version", std::to_string(version));
  for (const auto& [name, value] : typed.values.list()) {
    if (name != "version") out.values.add(name, value);
  }
  return out;
}

const base::Text& words_of(identity::PaperRefusal refusal, identity::PaperKind kind) {
  using identity::PaperKind;
  if (refusal == identity::PaperRefusal::already) return text::paper_already;
  if (kind == PaperKind::old_card) return text::bad_old_card;
  return kind == PaperKind::passport ? text::bad_passport : text::number_length;
}

}  // namespace

views::FactsPage StaffPages::opened(Visit& visit, std::string_view why) const {
  const auto lang = visit.lang();
  views::FactsPage page{.id = person_in(visit),
                        .name = officer_name(person_in(visit)),
                        .why = std::string(why),
                        .notice = {},
                        .facts = {},
                        .today = visit.now().local().date,
                        .papers = {},
                        .correction = {.lang = lang, .marks = fresh_marks(visit)},
                        .paper = {.lang = lang, .marks = fresh_marks(visit)}};
  const auto code = purpose_of(why);
  page.open = !code.empty();
  if (!page.open) return page;
  auto& purpose = visit.purpose(code);
  parts_.db.read([&](db::Tx& tx) {
    const auto person = identity::person(tx, page.id);
    if (!person) return;
    page.facts = opened_facts(*person, purpose);
    page.from_provider = person->source == identity::Source::oidc;
    fill_in(page.correction, page.facts, person->version);
    for (auto& paper : identity::papers_of(tx, page.id)) {
      const auto number = paper.number.open(purpose);
      const bool others = identity::people_by_any_number(tx, number).size() > 1;
      page.papers.push_back({std::move(paper), number, others});
    }
  });
  return page;
}

http::Response StaffPages::facts(Visit& visit) {
  auto shown = opened(visit, visit.fields().get("ly-do"));
  if (visit.fields().has("xong")) shown.notice = text::done.in(visit.lang());
  return page(visit, views::facts(shown));
}

http::Response StaffPages::act_on_facts(Visit& visit) {
  const auto why = visit.fields().get("ly-do");
  auto shown = opened(visit, why);
  if (!shown.open) return page(visit, views::facts(shown), 422);
  const auto what = visit.fields().get("viec");
  if (what == "sua") {
    correct(visit, shown);
  } else if (what == "giay-to") {
    add_paper(visit, shown);
  } else {
    const auto paper = identity::PaperId::parse(visit.fields().get("giay-to"));
    const auto done =
        actions_.remove_paper(act(visit), shown.id, paper.value_or(identity::PaperId{}));
    if (!done) shown.paper.refuse("kind", text::done_already);
  }
  if (!shown.correction.fine() || !shown.paper.fine()) return page(visit, views::facts(shown), 422);
  return http::Response::see_other("/quan-tri/nguoi/" + shown.id.str() +
                                   "/dinh-danh?ly-do=" + std::string(why) + "&xong=1");
}

// What the provider confirmed stays; the rest becomes what was typed.
void StaffPages::correct(Visit& visit, views::FactsPage& page) {
  const auto known = page.correction;
  auto form = with_version(typed(visit), known.version());
  const int version = typed(visit).version();
  if (page.from_provider) {
    for (const auto* name : {"name", "gender", "birth-day", "birth-month", "birth-year"}) {
      form.values.add(name, known.get(name));
    }
  }
  auto facts = read_facts(form, page.today);
  facts.ethnicity = page.facts.ethnicity;
  facts.nationality = page.facts.nationality;
  facts.residence = page.facts.residence;
  if (!form.fine()) {
    page.correction = std::move(form);
    return;
  }
  const auto done = actions_.correct(act(visit), page.id, facts, version);
  if (!done) {
    const auto why = done.error().why;
    if (why == StaffRefusal::number_taken) {
      form.refuse("number", base::fill(text::number_taken, form.lang,
                                       {{"name", officer_name(done.error().person)}}));
    } else {
      form.refuse("phone",
                  why == StaffRefusal::changed ? text::changed_meanwhile : text::done_already);
    }
  }
  page.correction = std::move(form);
}

void StaffPages::add_paper(Visit& visit, views::FactsPage& page) {
  auto form = typed(visit);
  identity::Paper paper{.person = page.id, .source = form.line("source")};
  const auto kind = identity::paper_kind(form.get("kind"));
  if (!kind) form.refuse("kind", text::choose_paper_kind);
  paper.kind = kind.value_or(identity::PaperKind::old_card);
  for (const auto& [name, day] : {std::pair("from", &paper.from), std::pair("to", &paper.to)}) {
    if (form.day_empty(name)) continue;
    *day = form.day(name);
    if (!*day) form.refuse(name, text::bad_to);
  }
  if (form.fine()) {
    std::string number;
    for (const char c : base::upper(form.tidied("paper_number"))) {
      if (c != ' ' && c != '.' && c != '-') number += c;
    }
    const auto done = actions_.add_paper(act(visit), paper, number);
    if (!done && done.error().paper == identity::PaperRefusal::reversed) {
      form.refuse("to", base::fill(text::reversed, form.lang, {{"day", paper.from->vn()}}));
    } else if (!done) {
      form.refuse("paper_number", done.error().paper ? words_of(*done.error().paper, paper.kind)
                                                     : text::done_already);
    }
  }
  page.paper = std::move(form);
}

}  // namespace administration::office
