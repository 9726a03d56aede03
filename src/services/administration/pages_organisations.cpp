// Organisations and who speaks for them.
#include "services/administration/pages_organisations.hpp"

#include "base/fold.hpp"
#include "platform/ui/lists.hpp"
#include "services/administration/text_organisations.hpp"
#include "services/administration/text_people.hpp"
#include "services/administration/text_positions.hpp"

namespace administration::office {
namespace {

using http::Method;
using identity::Visit;

identity::OrganisationId organisation_in(const Visit& visit) {
  return identity::OrganisationId::parse(visit.param("organisation"))
      .value_or(identity::OrganisationId{});
}

// An organisation is no unit's, so it is the city's.
std::optional<identity::Subject> organisation_subject(db::Tx& tx, const Visit& visit) {
  if (!visit.who() || !visit.who()->tree) return std::nullopt;
  if (!identity::organisation(tx, organisation_in(visit))) return std::nullopt;
  const auto tops = visit.who()->tree->children({});
  return identity::Subject{tops.empty() ? base::UnitId{} : tops.front()->id, {}};
}

// "" where open.
std::string last_of(std::optional<base::Date> day, base::Lang lang) {
  return views::shown_day(day, lang);
}

void tell(StaffForm& form, const StaffTrouble& trouble) {
  using Why = identity::OrganisationRefusal;
  const auto lang = form.lang;
  if (trouble.why == StaffRefusal::changed) return form.refuse("name", text::changed_meanwhile);
  if (!trouble.organisation) return form.refuse("name", text::done_already);
  const auto& refused = *trouble.organisation;
  switch (refused.why) {
    case Why::no_name:
      return form.refuse("name", text::enter_organisation);
    case Why::tax_shape:
      return form.refuse("tax_code", text::tax_shape);
    case Why::tax_check_digit:
      return form.refuse("tax_code", text::tax_check_digit);
    case Why::tax_taken:
      return form.refuse("tax_code",
                         base::fill(text::tax_taken, lang, {{"name", refused.other->name}}));
    case Why::no_number:
      return form.refuse("tax_code", text::enter_one_number);
    case Why::unknown_kind:
      return form.refuse("kind", text::choose_kind);
    case Why::reversed: {
      const auto from = form.day(form.values.has("since-year") ? "since" : "from");
      return form.refuse(form.values.has("since-year") ? "until" : "to",
                         base::fill(text::org_reversed, lang, {{"day", from ? from->vn() : ""}}));
    }
    case Why::no_capacity:
      return form.refuse("capacity", text::enter_capacity);
    case Why::no_evidence:
      return form.refuse("evidence", text::enter_evidence);
    case Why::outside: {
      if (!refused.other) return form.refuse("since", text::done_already);
      const auto& whole = *refused.other;
      return form.refuse("since",
                         base::fill(text::outside_organisation, lang,
                                    {{"from", whole.from.vn()}, {"to", last_of(whole.to, lang)}}));
    }
    case Why::overlaps: {
      const auto& other = *refused.representative;
      return form.refuse("number",
                         base::fill(text::represents_already, lang,
                                    {{"from", other.from.vn()}, {"to", last_of(other.to, lang)}}));
    }
  }
}

}  // namespace

identity::Routes OrganisationPages::routes() {
  const auto one_of = administrator().over(organisation_subject);
  return {
      {Method::get, "/quan-tri/to-chuc", administrator(),
       [this](auto& visit) { return list(visit); }},
      {Method::get, "/quan-tri/to-chuc/moi", administrator(),
       [this](auto& visit) { return ask_new(visit); }},
      {Method::post, "/quan-tri/to-chuc/moi", administrator(),
       [this](auto& visit) { return take_new(visit); }},
      {Method::get, "/quan-tri/to-chuc/{organisation}", one_of,
       [this](auto& visit) { return one(visit); }},
      {Method::post, "/quan-tri/to-chuc/{organisation}", one_of,
       [this](auto& visit) { return act_on(visit); }},
  };
}

http::Response OrganisationPages::list(Visit& visit) {
  if (!whole_city(visit)) return parts_.chrome.not_found(visit);
  const auto& fields = visit.fields();
  views::OrganisationList shown;
  shown.words = base::tidy(fields.get("q").substr(0, 200));
  shown.kind = base::tidy(fields.get("loai").substr(0, 40));
  const identity::OrganisationQuery query{
      .words = shown.words,
      .kind = shown.kind,
      .offset = (ui::asked_page(fields.get("trang")) - 1) * office_page_size,
      .limit = office_page_size};
  parts_.db.read([&](db::Tx& tx) {
    shown.lines = identity::organisations(tx, query);
    shown.all = identity::organisation_count(tx, query);
  });
  shown.offset = query.offset;
  shown.size = query.limit;
  return page(visit, views::organisations(shown, visit.lang()));
}

http::Response OrganisationPages::ask_new(Visit& visit) {
  if (!whole_city(visit)) return parts_.chrome.not_found(visit);
  views::OrganisationPage shown;
  shown.form = shown.representative = typed(visit);
  return page(visit, views::organisation(shown));
}

std::optional<identity::OrganisationId> OrganisationPages::keep(Visit& visit, StaffForm& form,
                                                                identity::OrganisationId id) {
  identity::Organisation one;
  one.id = id;
  one.name = form.line("name");
  one.kind = form.get("kind");
  one.tax_code = identity::kept_tax_code(form.tidied("tax_code"));
  one.establishment = form.line("establishment");
  one.version = form.version();
  const auto from = form.day("from");
  if (!from) form.refuse("from", text::enter_from);
  one.from = from.value_or(base::Date{});
  if (!form.day_empty("to")) {
    one.to = form.day("to");
    if (!one.to) form.refuse("to", text::bad_to);
  }
  if (!form.fine()) return std::nullopt;
  const auto done = organisations_.keep(act(visit), one);
  if (done) return *done;
  tell(form, done.error());
  return std::nullopt;
}

http::Response OrganisationPages::take_new(Visit& visit) {
  if (!whole_city(visit)) return parts_.chrome.not_found(visit);
  views::OrganisationPage shown;
  shown.form = typed(visit);
  shown.representative = {.lang = visit.lang(), .marks = fresh_marks(visit)};
  const auto id = keep(visit, shown.form, {});
  if (id) return http::Response::see_other("/quan-tri/to-chuc/" + id->str() + "?xong=1");
  return page(visit, views::organisation(shown), 422);
}

std::optional<views::OrganisationPage> OrganisationPages::shown(Visit& visit) const {
  const auto id = organisation_in(visit);
  views::OrganisationPage out;
  out.form = out.representative = {.lang = visit.lang(), .marks = fresh_marks(visit)};
  out.today = visit.now().local().date;
  auto& purpose = visit.purpose("administration.representatives");
  parts_.db.read([&](db::Tx& tx) {
    out.organisation = identity::organisation(tx, id);
    for (auto& one : identity::representatives_of(tx, id)) {
      const auto person = identity::person(tx, one.person);
      out.representatives.push_back({std::move(one), person ? person->name.open(purpose) : ""});
    }
  });
  if (!out.organisation) return std::nullopt;
  const auto& one = *out.organisation;
  auto& values = out.form.values;
  values.add("version", std::to_string(one.version));
  values.add("name", one.name);
  values.add("kind", one.kind);
  values.add("tax_code", one.tax_code);
  values.add("establishment", one.establishment);
  out.form.set_day("from", one.from);
  if (one.to) out.form.set_day("to", *one.to);
  return out;
}

http::Response OrganisationPages::one(Visit& visit) {
  auto page_shown = shown(visit);
  if (!page_shown) return parts_.chrome.not_found(visit);
  const auto done = visit.fields().get("xong");
  if (done == "1") page_shown->notice = text::organisation_saved.in(visit.lang());
  if (done == "dai-dien") page_shown->notice = text::representative_added.in(visit.lang());
  if (done == "thoi") page_shown->notice = text::representative_ended.in(visit.lang());
  return page(visit, views::organisation(*page_shown));
}

http::Response OrganisationPages::act_on(Visit& visit) {
  auto page_shown = shown(visit);
  if (!page_shown) return parts_.chrome.not_found(visit);
  const auto what = std::string(visit.fields().get("viec"));
  if (what == "dai-dien") {
    add_representative(visit, *page_shown);
  } else if (what == "thoi") {
    end_representative(visit, *page_shown);
  } else {
    auto form = typed(visit);
    keep(visit, form, page_shown->organisation->id);
    page_shown->form = std::move(form);
  }
  if (!page_shown->form.fine() || !page_shown->representative.fine()) {
    return page(visit, views::organisation(*page_shown), 422);
  }
  return http::Response::see_other("/quan-tri/to-chuc/" + page_shown->organisation->id.str() +
                                   "?xong=" + (what == "sua" ? "1" : what));
}

void OrganisationPages::add_representative(Visit& visit, views::OrganisationPage& shown) {
  auto form = typed(visit);
  identity::Representative one{.organisation = shown.organisation->id};
  const auto number = identity::kept_tax_code(form.tidied("number"));
  const auto person =
      parts_.db.read([&](db::Tx& tx) { return identity::person_by_number(tx, number); });
  if (!identity::is_personal_number(number)) {
    form.refuse("number", text::number_length);
  } else if (!person) {
    form.refuse("number", text::nobody_has_number);
  }
  one.person = person.value_or(base::PersonId{});
  one.capacity = form.line("capacity");
  one.evidence = form.line("evidence");
  const auto since = form.day("since");
  if (!since) form.refuse("since", text::enter_from);
  one.from = since.value_or(base::Date{});
  if (!form.day_empty("until")) {
    one.to = form.day("until");
    if (!one.to) form.refuse("until", text::bad_to);
  }
  if (form.fine()) {
    const auto done = organisations_.keep(act(visit), one);
    if (!done) tell(form, done.error());
  }
  shown.representative = std::move(form);
}

void OrganisationPages::end_representative(Visit& visit, views::OrganisationPage& shown) {
  auto form = typed(visit);
  const auto id = identity::RepresentativeId::parse(form.get("representative"));
  auto one = id ? parts_.db.read([&](db::Tx& tx) { return identity::representative(tx, *id); })
                : std::nullopt;
  const auto name = "last" + form.get("representative");
  const auto last = form.day(name);
  if (!one || one->organisation != shown.organisation->id) {
    form.refuse("number", text::done_already);
  } else if (!last) {
    form.refuse(name, text::enter_last_day);
  } else {
    one->to = last;
    one->version = form.version();
    const auto done = organisations_.keep(act(visit), *one);
    const auto* trouble = done ? nullptr : &done.error();
    if (trouble && trouble->why == StaffRefusal::changed) {
      form.refuse(name, text::changed_meanwhile);
    } else if (trouble && trouble->organisation) {
      form.refuse(name, base::fill(text::org_reversed, form.lang, {{"day", one->from.vn()}}));
    } else if (trouble) {
      form.refuse(name, text::done_already);
    }
  }
  shown.representative = std::move(form);
}

}  // namespace administration::office
