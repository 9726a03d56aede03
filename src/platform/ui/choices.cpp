// Draws form controls of several inputs: radios, checkboxes, dates.
#include <algorithm>

#include "platform/ui/control.hpp"
#include "platform/ui/markup.hpp"
#include "platform/ui/text.hpp"

namespace ui {

using base::h;
using base::Lang;

namespace {

// A group of inputs under one legend.
Html gathered(Lang lang, const Field& f, std::string_view role, const Html& inputs) {
  const auto words = words_of(lang, f);
  const auto legend = f.heading
                          ? h(R"(<legend class="govuk-fieldset__legend govuk-fieldset__legend--l">)"
                              R"(<h1 class="govuk-fieldset__heading">{}</h1></legend>)",
                              words)
                          : h(R"(<legend class="govuk-fieldset__legend">{}</legend>)", words);
  return group(
      f, h(R"(<fieldset class="govuk-fieldset"{}{}>{}{}{}{}</fieldset>)", attribute("role", role),
           described_by(f), legend, hint_of(f), error_of(lang, f), inputs));
}

struct Box {
  std::string_view block;  // govuk-radios or govuk-checkboxes
  std::string_view type;
};
constexpr Box kRadio{"govuk-radios", "radio"};
constexpr Box kCheckbox{"govuk-checkboxes", "checkbox"};

Html item(const Box& box, const Field& f, const Choosable& c, std::size_t index, bool checked) {
  std::string id{std::string_view(f.name)};
  if (index > 0) id += "-" + std::to_string(index + 1);
  const std::string hint_id = c.hint.empty() ? "" : id + "-item-hint";
  auto extra = attribute("aria-describedby", hint_id);
  extra += flag(checked, "checked");
  Html hint;
  if (!c.hint.empty())
    hint = h(R"(<div id="{}" class="govuk-hint {}__hint">{}</div>)", hint_id, box.block, c.hint);
  auto out =
      h(R"(<div class="{}__item"><input class="{}__input" id="{}" name="{}" type="{}"
value="{}"{}><label class="govuk-label {}__label" for="{}">{}</label>{}</div>)",
        box.block, box.block, id, f.name, box.type, c.value, extra, box.block, id, c.label, hint);
  if (!c.reveals.empty()) {
    out +=
        h(R"(<div class="{}__conditional" id="conditional-{}">{}</div>)", box.block, id, c.reveals);
  }
  return out;
}

Html items(const Box& box, const Field& f, const std::vector<Choosable>& choices,
           const std::vector<std::string_view>& chosen, bool small) {
  Html out;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    const bool on = std::ranges::count(chosen, std::string_view(choices[i].value)) > 0;
    out += item(box, f, choices[i], i, on);
  }
  std::string css(box.block);
  if (small) css += " " + std::string(box.block) + "--small";
  return h(R"(<div class="{}" data-module="{}">{}</div>)", css, box.block, out);
}

Html date_part(const Field& f, std::string_view part, std::string_view words, const Label& value,
               std::string_view autocomplete) {
  const std::string id = std::string(std::string_view(f.name)) + "-" + std::string(part);
  std::string css = "govuk-input govuk-date-input__input ";
  css += part == "year" ? "govuk-input--width-4" : "govuk-input--width-2";
  if (!f.error.empty()) css += " govuk-input--error";
  auto extra = attribute("value", value);
  extra += attribute("autocomplete", autocomplete);
  extra += invalid(f);
  return h(R"(<div class="govuk-date-input__item"><div class="govuk-form-group">)"
           R"(<label class="govuk-label govuk-date-input__label" for="{}">{}</label>)"
           R"(<input class="{}" id="{}" name="{}" type="text"
inputmode="numeric"{}></div></div>)",
           id, words, css, id, id, extra);
}

}  // namespace

Html radios(Lang lang, const Field& f, const std::vector<Choosable>& choices, bool small) {
  return gathered(lang, f, "", items(kRadio, f, choices, {f.value}, small));
}

Html checkboxes(Lang lang, const Field& f, const std::vector<Choosable>& choices,
                const std::vector<std::string_view>& chosen, bool small) {
  return gathered(lang, f, "", items(kCheckbox, f, choices, chosen, small));
}

Html checkbox(Lang lang, const Field& f) {
  auto extra = flag(std::string_view(f.value) == "yes", "checked");
  extra += described_by(f);
  extra += invalid(f);
  auto inside = hint_of(f);
  inside += error_of(lang, f);
  inside += h(R"(<div class="govuk-checkboxes" data-module="govuk-checkboxes">)"
              R"(<div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input"
id="{}" name="{}" type="checkbox" value="yes"{}><label class="govuk-label
govuk-checkboxes__label" for="{}">{}</label></div></div>)",
              f.name, f.name, extra, f.name, words_of(lang, f));
  return group(f, inside);
}

Html date_input(Lang lang, const Field& f, const DateTyped& typed, bool birthday) {
  auto parts = date_part(f, "day", text::day.in(lang), typed.day, birthday ? "bday-day" : "");
  parts += date_part(f, "month", text::month.in(lang), typed.month, birthday ? "bday-month" : "");
  parts += date_part(f, "year", text::year.in(lang), typed.year, birthday ? "bday-year" : "");
  return gathered(lang, f, "group",
                  h(R"(<div class="govuk-date-input" id="{}">{}</div>)", f.name, parts));
}

}  // namespace ui
