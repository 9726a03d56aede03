// Draws identity opened for a reason, and the form of a new officer.
#include "platform/ui/panels.hpp"
#include "services/administration/text_people.hpp"
#include "services/administration/text_positions.hpp"
#include "services/administration/views_people.hpp"

namespace administration::office::views {
namespace {

using base::fill;
using base::h;
using base::Lang;
using base::Text;

std::string t(const Text& text, Lang lang) { return std::string(text.in(lang)); }

std::string address(const FactsPage& page) {
  return "/quan-tri/nguoi/" + page.id.str() + "/dinh-danh";
}

std::vector<ui::Choosable> genders(Lang lang) {
  return {{"male", t(text::male, lang)},
          {"female", t(text::female, lang)},
          {"", t(text::gender_unknown, lang)}};
}

Html person_fields(const StaffForm& form, bool locked) {
  Html out;
  if (!locked) {
    out += form.text("name", text::name);
    out += form.day_input("birth", text::birth, &text::birth_hint, true);
    out += ui::radios(form.lang, form.field("gender", text::gender), genders(form.lang), true);
  }
  out += form.text("phone", text::phone, nullptr, true);
  out += form.text("email", text::email, nullptr, true);
  return out;
}

// Asking for the reason: a GET, so that the address says why it was opened.
Html ask_why(const FactsPage& page, Lang lang) {
  const auto option = [&](std::string_view code, const Text& words) {
    return ui::Link{t(words, lang), address(page) + "?ly-do=" + std::string(code)};
  };
  return h(
      "{}{}", ui::paragraph(t(text::facts_closed, lang)),
      ui::section(t(text::why, lang), ui::link_list({option("check", text::why_check),
                                                     option("correct", text::why_correct),
                                                     option("same_name", text::why_same_name)})));
}

std::string province(const FactsPage& page, Lang lang) {
  const auto& number = page.facts.number;
  const auto then = identity::birth_registered_in(number, *base::Date::of(2025, 6, 30));
  const auto now = identity::birth_registered_in(number, page.today);
  if (then == now) return std::string(then);
  return fill(text::province_now, lang,
              {{"province", std::string(then)}, {"now", std::string(now)}});
}

Html known(const FactsPage& page, Lang lang) {
  const auto& f = page.facts;
  const auto row = [&](const Text& key, const std::string& value) {
    return ui::SummaryRow{t(key, lang), value.empty() ? t(text::unknown, lang) : value};
  };
  const auto gender =
      f.gender.empty() ? std::string() : t(f.gender == "male" ? text::male : text::female, lang);
  std::vector<ui::SummaryRow> rows = {row(text::name, f.name),
                                      row(text::number, f.number),
                                      row(text::birth, shown_birth(f.birth)),
                                      row(text::gender, gender),
                                      row(text::residence, f.residence),
                                      row(text::phone, f.phone),
                                      row(text::email, f.email)};
  if (!f.number.empty()) rows.push_back(row(text::registered_in, province(page, lang)));
  Html out;
  if (!f.number.empty()) {
    for (const auto doubt : identity::doubts(f.number, f.gender, f.birth)) {
      out += ui::note(
          ui::Tone::warn,
          t(doubt == identity::NumberDoubt::gender ? text::doubt_gender : text::doubt_year, lang));
    }
  }
  return out += ui::summary_list(lang, rows);
}

Html hidden_of(const FactsPage& page, const StaffForm& form, std::string_view what) {
  auto out = form.marks();
  out += ui::hidden("ly-do", page.why);
  out += ui::hidden("viec", what);
  return out;
}

Html correction(const FactsPage& page, Lang lang) {
  const auto& form = page.correction;
  auto hidden = hidden_of(page, form, "sua");
  hidden += ui::hidden("version", form.get("version"));
  Html fields;
  if (page.from_provider) fields += ui::paragraph(t(text::from_provider, lang));
  if (page.facts.number.empty())
    fields += form.text("number", text::number, &text::number_hint, true);
  fields += person_fields(form, page.from_provider);
  fields += ui::button({.label = t(text::save, lang)});
  return ui::section(t(text::why_correct, lang), ui::form(address(page), hidden, fields));
}

Html paper_row(const FactsPage& page, const FactsPage::PaperLine& line, Lang lang) {
  const auto& paper = line.paper;
  auto hidden = hidden_of(page, page.paper, "xoa-giay-to");
  hidden += ui::hidden("giay-to", paper.id.str());
  std::vector<Html> parts = {ui::figures(line.number)};
  if (paper.from || paper.to) {
    parts.push_back(ui::muted(fill(
        text::paper_days, lang,
        {{"from", paper.from ? paper.from->vn() : "…"}, {"to", paper.to ? paper.to->vn() : "…"}})));
  }
  if (!paper.source.empty()) parts.push_back(ui::muted(paper.source));
  if (line.of_others)
    parts.push_back(ui::source_line(ui::Tone::warn, t(text::paper_of_other, lang)));
  parts.push_back(ui::form(
      address(page), hidden,
      ui::button(
          {.label = t(text::remove, lang), .kind = ui::ButtonKind::secondary, .small = true})));
  return ui::stack(parts);
}

const Text& words_of(identity::PaperKind kind) {
  switch (kind) {
    case identity::PaperKind::old_card:
      return text::old_card;
    case identity::PaperKind::passport:
      return text::passport;
    case identity::PaperKind::former_number:
      break;
  }
  return text::former_number;
}

Html papers(const FactsPage& page, Lang lang) {
  using identity::PaperKind;
  auto out = ui::paragraph(t(text::papers_detail, lang));
  std::vector<ui::SummaryRow> rows;
  for (const auto& line : page.papers) {
    rows.push_back({t(words_of(line.paper.kind), lang), paper_row(page, line, lang)});
  }
  if (rows.empty()) {
    out += ui::paragraph(t(text::no_papers, lang));
  } else {
    out += ui::summary_list(lang, rows);
  }
  const auto& form = page.paper;
  std::vector<ui::Choosable> kinds;
  for (const auto kind : {PaperKind::old_card, PaperKind::passport, PaperKind::former_number}) {
    kinds.push_back({identity::code(kind), t(words_of(kind), lang)});
  }
  auto fields =
      ui::select(lang, form.field("kind", text::paper_kind), kinds, t(text::choose, lang));
  fields += form.text("paper_number", text::paper_number);
  fields += form.day_input("from", text::since, nullptr, true);
  fields += form.day_input("to", text::until, nullptr, true);
  fields += form.text("source", text::paper_source, &text::paper_source_hint, true);
  fields += ui::button({.label = t(text::add_paper, lang), .kind = ui::ButtonKind::secondary});
  out += ui::form(address(page), hidden_of(page, form, "giay-to"), fields);
  return ui::section(t(text::papers, lang), out);
}

Html alike(const NewOfficer& page, Lang lang) {
  if (page.alike.empty()) return {};
  std::vector<ui::Link> people;
  for (const auto& one : page.alike) {
    people.push_back({one.name + ", " + shown_birth(one.birth) + ", " +
                          (one.number.empty() ? t(text::no_number, lang) : one.number),
                      "/quan-tri/nguoi/" + one.person.str()});
  }
  return h("{}{}{}", ui::note(ui::Tone::warn, t(text::alike_detail, lang)), ui::link_list(people),
           ui::checkbox(lang, page.form.field("confirmed", text::alike_confirm)));
}

}  // namespace

Html title_and_days(const StaffForm& form) {
  auto out = form.text("title_vi", text::title_vi, &text::title_hint);
  out += form.text("title_en", text::title_en, nullptr, true);
  out += form.day_input("from", text::since, &text::from_hint);
  out += form.day_input("to", text::until, &text::to_hint, true);
  return out;
}

Html position_fields(const StaffForm& form, const std::vector<ui::Choosable>& units,
                     const std::vector<ui::Choosable>& roles) {
  const auto none = t(text::choose, form.lang);
  auto out = ui::select(form.lang, form.field("unit", text::unit), units, none);
  out += ui::select(form.lang, form.field("role", text::role), roles, none);
  return out += title_and_days(form);
}

ui::OfficerPage facts(const FactsPage& page) {
  const auto lang = page.correction.lang;
  ui::OfficerPage out;
  const auto name = page.name.empty() ? t(text::resident, lang) : page.name;
  out.crumbs = {{t(text::officers, lang), "/quan-tri/nguoi"},
                {name, "/quan-tri/nguoi/" + page.id.str()}};
  out.heading = t(text::identity_facts, lang);
  out.sub = name;
  if (!page.open) {
    out.main = ask_why(page, lang);
    return out;
  }
  out.main = ui::stack({page.correction.summary(), page.paper.summary(), notice(page.notice),
                        known(page, lang), papers(page, lang), correction(page, lang)});
  return out;
}

ui::OfficerPage new_officer(const NewOfficer& page) {
  const auto& form = page.form;
  const auto lang = form.lang;
  ui::OfficerPage out;
  out.crumbs = {{t(text::officers, lang), "/quan-tri/nguoi"}};
  out.heading = t(text::new_officer, lang);
  out.sub = t(text::new_officer_sub, lang);
  auto person = form.text("number", text::number, &text::number_hint, true);
  person += person_fields(form, false);
  Html fields = alike(page, lang);
  fields += ui::section(t(text::who_is_it, lang), person);
  fields += ui::section(t(text::first_office, lang), position_fields(form, page.units, page.roles));
  fields += ui::button({.label = t(text::appoint_button, lang)});
  out.main = ui::stack(
      {form.summary(), ui::form_column(ui::form("/quan-tri/nguoi/moi", form.marks(), fields))});
  return out;
}

}  // namespace administration::office::views
