// Draws the form of a new incident, and of what is known better now.
#include "platform/ui/forms.hpp"
#include "platform/ui/panels.hpp"
#include "services/incidents/text.hpp"
#include "services/incidents/views.hpp"

namespace incidents::views {
namespace {

using base::Html;
using base::Text;

std::string t(const Text& text, base::Lang lang) { return std::string(text.in(lang)); }

ui::Field field(const Form& form, const char* name, const Text& label, const Text* hint = nullptr,
                bool optional = false) {
  ui::Field out{.name = name, .label = t(label, form.lang)};
  if (hint) out.hint = t(*hint, form.lang);
  const auto wrong = form.wrong.find(name);
  if (wrong != form.wrong.end()) out.error = wrong->second;
  out.optional = optional;
  out.value = form.typed.get(name);
  return out;
}

Html when(const Form& form) {
  const auto& typed = form.typed;
  Html out = ui::date_input(
      form.lang, field(form, "noticed", text::noticed_day, &text::noticed_day_hint),
      {typed.get("noticed-day"), typed.get("noticed-month"), typed.get("noticed-year")});
  out +=
      ui::text_input(form.lang, field(form, "time", text::noticed_time, &text::noticed_time_hint),
                     {.narrow = true, .figures = true, .length_max = 5});
  return out;
}

}  // namespace

ui::OfficerPage form(const Form& form) {
  const auto lang = form.lang;
  const bool fresh = form.code.empty();
  const auto address = std::string("/quan-tri/su-co/") + (fresh ? "moi" : form.code + "/sua");
  ui::OfficerPage page;
  page.crumbs = {{t(text::administration, lang), "/quan-tri"},
                 {t(text::incidents, lang), "/quan-tri/su-co"}};
  if (!fresh) page.crumbs.push_back({form.code, "/quan-tri/su-co/" + form.code});
  page.heading =
      fresh ? t(text::open_new, lang) : base::fill(text::amend_title, lang, {{"code", form.code}});
  page.sub = t(text::no_names, lang);
  std::vector<ui::Link> errors;
  for (const std::string name : {"noticed", "time", "what", "whose", "people", "data_kinds",
                                 "consequences", "measures", "contact"}) {
    const auto wrong = form.wrong.find(name);
    if (wrong == form.wrong.end()) continue;
    errors.push_back({wrong->second, "#" + (name == "noticed" ? "noticed-day" : name)});
  }
  Html fields = fresh ? when(form) : ui::hidden("edition", form.edition);
  const auto area = [&](const char* name, const Text& label, const Text* hint, bool optional) {
    fields += ui::textarea(lang, field(form, name, label, hint, optional), 4);
  };
  area("what", text::what, &text::what_hint, false);
  fields += ui::text_input(lang, field(form, "whose", text::whose, &text::whose_hint));
  fields += ui::text_input(lang, field(form, "people", text::people, &text::people_hint, true),
                           {.input_mode = "numeric", .narrow = true, .figures = true});
  area("data_kinds", text::data_kinds, &text::data_kinds_hint, true);
  area("consequences", text::consequences, nullptr, true);
  area("measures", text::measures, nullptr, true);
  area("contact", text::contact, &text::contact_hint, true);
  fields += ui::button({.label = t(fresh ? text::open_new : text::save, lang)});
  std::vector<Html> parts;
  if (!errors.empty()) parts.push_back(ui::error_summary(lang, errors));
  if (form.standing) {
    parts.push_back(
        ui::card({.body = known(lang, *form.standing), .title = t(text::stands_now, lang)}));
  }
  parts.push_back(ui::form(address, form.marks, fields));
  page.main = ui::form_column(ui::stack(parts));
  return page;
}

}  // namespace incidents::views
