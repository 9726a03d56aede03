// Draws the choice of an invented person.
#include "services/demo_provider/views.hpp"

#include "base/date.hpp"
#include "platform/ui/forms.hpp"
#include "services/demo_provider/text.hpp"

namespace demo_provider::views {
namespace {

std::string described(base::Lang lang, const Choice& person) {
  const auto date = base::Date::parse_iso(person.birth);
  return base::fill(text::born, lang,
                    {{"birth", date ? date->vn() : person.birth}, {"number", person.number}});
}

}  // namespace

base::Html choose(const ui::Frame& frame, const Choose& choose) {
  const auto lang = frame.lang;
  std::vector<base::Html> parts;
  if (!choose.error.empty()) parts.push_back(ui::error_summary(lang, {{choose.error, "#person"}}));
  parts.push_back(ui::heading(1, "", text::title.in(lang)));
  parts.push_back(ui::note(ui::Tone::warn, text::warning.in(lang)));
  std::vector<ui::Choosable> people;
  for (const auto& one : choose.people) {
    people.push_back({one.number, one.name, described(lang, one)});
  }
  auto fields = ui::radios(
      lang, {.name = "person", .label = text::who.in(lang), .error = choose.error}, people);
  fields += ui::paragraph(ui::muted(text::told.in(lang)));
  fields += ui::button_group(
      {ui::button({.label = text::go_on.in(lang)}), ui::button({.label = text::turn_back.in(lang),
                                                                .kind = ui::ButtonKind::secondary,
                                                                .name = "turn_back",
                                                                .value = "yes"})});
  base::Html hidden;
  for (const auto& [name, value] : choose.request) hidden += ui::hidden(name, value);
  parts.push_back(ui::form("/authorize", hidden, fields));
  return ui::bare_page(frame, ui::stack(parts));
}

base::Html wrong_request(const ui::Frame& frame) {
  auto main = ui::heading(1, "", text::wrong_request.in(frame.lang));
  main += ui::paragraph(text::wrong_request_detail.in(frame.lang));
  return ui::bare_page(frame, main);
}

}  // namespace demo_provider::views
