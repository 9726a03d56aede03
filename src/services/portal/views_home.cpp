// The home page and the search.
#include "platform/ui/forms.hpp"
#include "services/portal/text.hpp"
#include "services/portal/views.hpp"

#include <fmt/format.h>

namespace portal::views {
namespace {

using base::fill;
using base::h;
using base::Html;
using base::Lang;
using base::Text;
using base::Url;

std::string t(const Text& text, Lang lang) { return std::string(text.in(lang)); }

Url search_for(std::string_view words) { return "/thu-tuc?q=" + base::url_encoded(words); }
Url page_of(const catalogue::Listed& one) { return "/thu-tuc/" + base::url_encoded(one.code); }

std::vector<ui::Link> links(const std::vector<catalogue::Listed>& list, Lang lang) {
  std::vector<ui::Link> out;
  for (const auto& one : list) out.push_back({one.name.in(lang), page_of(one)});
  return out;
}

ui::Link often(const Text& words, Lang lang) {
  return {t(words, lang), search_for(words.in(lang))};
}

Html events(const Home& home, Lang lang) {
  const auto event = [&](ui::Icon icon, const Text& title, const Text& detail, const Text& words) {
    return ui::Event{icon, t(title, lang), t(detail, lang), search_for(words.in(lang))};
  };
  const auto all = ui::link(
      {fill(text::all_procedures, lang, {{"count", std::to_string(home.procedures)}}), "/thu-tuc"});
  return ui::event_grid(
      t(text::events, lang), all,
      {event("baby", text::child, text::child_detail, text::child_words),
       event("heart-handshake", text::marriage, text::marriage_detail, text::marriage_words),
       event("house", text::housing, text::housing_detail, text::housing_words),
       event("graduation-cap", text::school, text::school_detail, text::school_words),
       event("briefcase", text::work, text::work_detail, text::work_words),
       event("stethoscope", text::health, text::health_detail, text::health_words),
       event("hand-heart", text::elderly, text::elderly_detail, text::elderly_words),
       event("flower-2", text::death, text::death_detail, text::death_words)});
}

Html figures(const Home& home, Lang lang) {
  const auto month = lang == Lang::vi
                         ? fmt::format("{}/{}", home.today.month(), home.today.year())
                         : fmt::format("{:02}/{}", home.today.month(), home.today.year());
  const auto open = [&](const char* which) {
    return home.figures_open ? Url(std::string("/so-lieu/") + which) : Url("");
  };
  return ui::band(
      fill(text::figures, lang, {{"month", month}}),
      {{std::to_string(home.month.received), t(text::received, lang), open("tiep-nhan")},
       {std::to_string(home.month.on_time), t(text::on_time, lang), open("dung-han")},
       {std::to_string(home.month.late), t(text::late, lang), open("tre-han")}});
}

Html column(const Text& title, const Html& body, Lang lang) {
  return h("{}{}", ui::heading(2, "govuk-heading-m", t(title, lang)), body);
}

Html result_row(const catalogue::Listed& one, Lang lang) {
  const auto mark = one.has_form ? ui::tag(ui::Tone::ok, t(text::can_submit, lang), true) : Html();
  return h(R"(<li>{}<div><p><a class="govuk-link" href="{}">{}</a></p>)"
           R"(<p class="td-muted">{}, {}</p></div><span>{}</span></li>)",
           ui::icon("file-text"), page_of(one), one.name.in(lang), one.field.name.in(lang),
           one.code, mark);
}

Html search_form(const Search& search, Lang lang) {
  return h(
      R"(<form role="search" action="/thu-tuc"><label class="govuk-label" for="q">{}</label>)"
      R"(<div class="td-search td-search--page"><input id="q" name="q" type="search" value="{}" )"
      R"(autocomplete="off" maxlength="200"><button class="govuk-button">{}{}</button>)"
      R"(</div></form>)",
      t(text::question, lang), search.words, ui::icon("search"), t(text::search, lang));
}

}  // namespace

Html home(const ui::Frame& frame, const Home& home) {
  const auto lang = frame.lang;
  ui::Hero hero{.title = fill(text::hero, lang, {{"city", frame.city.name.in(lang)}}),
                .question = t(text::question, lang),
                .example = t(text::example, lang),
                .action = "/thu-tuc",
                .submit = t(text::search, lang),
                .often_words = t(text::often, lang),
                .often = {often(text::often_marriage, lang), often(text::often_birth, lang),
                          often(text::often_extract, lang), often(text::often_business, lang)}};
  hero.aside = ui::lookup({"/tra-cuu", t(text::lookup_title, lang), t(text::lookup_hint, lang),
                           t(text::lookup_label, lang), "ma", t(text::lookup_submit, lang)});
  std::vector<ui::Link> help;
  if (frame.home.str() == "/") help.push_back({t(text::my_dossiers, lang), "/ho-so"});
  if (!frame.city.hotline.empty()) {
    help.push_back(
        {fill(text::call, lang, {{"number", frame.city.hotline}}), "tel:" + frame.city.hotline});
  }
  const auto advice =
      h("{}{}",
        ui::paragraph(fill(text::help_detail, lang, {{"count", std::to_string(home.communes)}})),
        ui::link_list(help));
  const auto main =
      h("{}{}{}", events(home, lang),
        ui::home_columns({column(text::online_now, ui::link_list(links(home.online, lang)), lang),
                          column(text::business, ui::link_list(links(home.business, lang)), lang),
                          column(text::help, advice, lang)}),
        figures(home, lang));
  return ui::citizen_page(frame, {.main = main, .wide = ui::hero(hero)});
}

Html search(const ui::Frame& frame, const Search& search) {
  const auto lang = frame.lang;
  const auto count = std::to_string(search.found.size());
  std::string heading = fill(text::all_procedures, lang, {{"count", count}});
  if (!search.words.empty()) {
    heading = fill(search.found.empty() ? text::none_found.in(lang) : text::found.in(lang),
                   search.found.empty() ? base::Holes{{"words", search.words}}
                                        : base::Holes{{"count", count}, {"words", search.words}});
  } else if (!search.field_name.empty()) {
    heading = fill(text::in_field, lang, {{"count", count}, {"field", search.field_name}});
  }
  Html rows;
  for (const auto& one : search.found) rows += result_row(one, lang);
  const auto list = search.found.empty() ? ui::paragraph(t(text::none_advice, lang))
                                         : h(R"(<ul class="td-docs">{}</ul>)", rows);
  std::vector<ui::Link> fields;
  for (const auto& one : search.fields) {
    fields.push_back({fmt::format("{} ({})", one.name.in(lang), one.procedures),
                      "/thu-tuc?linh-vuc=" + base::url_encoded(one.code)});
  }
  const auto main = h("{}{}{}{}{}", ui::heading(1, "govuk-heading-l", t(text::services, lang)),
                      ui::paragraph(t(text::services_lead, lang)), search_form(search, lang),
                      ui::heading(2, "govuk-heading-m", heading), list);
  const auto aside =
      ui::card({.body = ui::link_list(fields), .title = t(text::by_field, lang), .tint = true});
  return ui::citizen_page(
      frame, {.crumbs = {{t(text::home, lang), "/"}}, .main = ui::two_columns(main, aside)});
}

Html trouble(const ui::Frame& frame, const Trouble& trouble) {
  const auto main =
      h("{}{}{}", ui::heading(1, "govuk-heading-l", trouble.title), ui::paragraph(trouble.detail),
        ui::button({.label = trouble.way_out.label, .href = trouble.way_out.href}));
  return ui::citizen_page(frame, {.main = main});
}

Html send_again(const ui::Frame& frame, const std::string& where, const Html& marks,
                const http::Fields& typed) {
  const auto lang = frame.lang;
  Html kept;
  for (const auto& [name, value] : typed.list()) {
    if (name != "act" && name != "token") kept += ui::hidden(name, value);
  }
  const auto files = typed.uploads().empty() ? Html() : ui::paragraph(t(text::files_again, lang));
  const auto again =
      ui::form(where, marks, h("{}{}", kept, ui::button({.label = t(text::send_again, lang)})));
  return ui::citizen_page(
      frame, {.main = h("{}{}{}{}", ui::heading(1, "govuk-heading-l", t(text::no_room, lang)),
                        ui::paragraph(t(text::kept_in_page, lang)), files, again)});
}

}  // namespace portal::views
