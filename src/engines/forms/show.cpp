// Draws one step: what is already known, then a control for each thing asked.
#include <algorithm>

#include "engines/forms/place.hpp"
#include "engines/forms/text.hpp"
#include "engines/forms/typed.hpp"
#include "platform/ui/forms.hpp"
#include "platform/ui/panels.hpp"
#include "platform/ui/parts.hpp"

namespace forms {
namespace {

using base::h;
using base::Html;

// Draws the fields of one entry.
class Sheet {
 public:
  Sheet(const Definition& form, const Answers& answers, const std::vector<Problem>& problems,
        const Setting& setting)
      : form_(form),
        answers_(answers),
        problems_(problems),
        setting_(setting),
        lang_(setting.lang) {}

  // What is the same in another section, the State may know as well: one box then holds it all.
  Html known(const std::vector<Place>& places) const {
    std::vector<ui::SummaryRow> rows;
    bool same = false;
    for (const auto& place : places) {
      const auto from = whence(form_, place, answers_, setting_);
      if (from == Whence::typed || is_empty(place, answers_)) continue;
      auto value = text_of(place, answers_, setting_);
      if (place.field->type == Type::personal_id) value = masked(typed(place));
      rows.push_back({place.field->label.in(lang_), std::move(value)});
      same = same || from == Whence::same;
    }
    if (rows.empty()) return {};
    const auto& section = *places.front().section;
    auto source =
        same ? section.same_source.in(lang_)
             : base::fill(text::taken_from, lang_, {{"source", setting_.known_source.in(lang_)}});
    return ui::prefill(lang_, {section.code + "-known", section.title.in(lang_), std::move(source),
                               std::move(rows)});
  }

  Html controls(const std::vector<Place>& places) const {
    Html out;
    for (const auto& place : places) {
      if (place.field->under_field.empty()) out += control(place, places);
    }
    return out;
  }

 private:
  std::string typed(const Place& place, std::string_view part = {}) const {
    return std::string(answers_.get(place.answer(part)));
  }

  std::string error(const std::string& control) const {
    const auto found = std::ranges::find(problems_, control, &Problem::field);
    return found == problems_.end() ? std::string() : found->message;
  }

  // Of a day, whose three inputs share one message.
  std::string day_error(const std::string& control) const {
    for (const std::string_view part : {"day", "month", "year"}) {
      if (auto message = error(control + "-" + std::string(part)); !message.empty()) return message;
    }
    return {};
  }

  ui::Field common(const Place& place) const {
    const auto& field = *place.field;
    ui::Field out{place.control(), field.label.in(lang_), field.hint.in(lang_),
                  error(place.control())};
    if (out.hint.empty()) out.hint = field.needed_when.in(lang_);
    if (out.hint.empty() && field.type == Type::partial_date) out.hint = text::year_only.in(lang_);
    out.optional = !field.required && !field.required_if && field.type != Type::checkbox;
    out.value = typed(place);
    return out;
  }

  Html control(const Place& place, const std::vector<Place>& all) const {
    if (whence(form_, place, answers_, setting_) != Whence::typed) return {};
    const auto& field = *place.field;
    auto f = common(place);
    switch (field.type) {
      case Type::textarea:
        return ui::textarea(lang_, f);
      case Type::date:
      case Type::partial_date:
        return day(place, std::move(f));
      case Type::select:
      case Type::radio:
        return choice(place, f, all);
      case Type::checkbox:
        return ui::checkbox(lang_, f);
      case Type::address:
        return address(place, f);
      case Type::id_document:
        return paper(place, f);
      default:
        return ui::text_input(lang_, f, input(field));
    }
  }

  ui::TextOptions input(const Field& field) const {
    ui::TextOptions o;
    o.autocomplete = field.autocomplete;
    o.spellcheck = field.type == Type::text && !field.validation.upper;
    o.figures = o.narrow = field.type != Type::text && field.type != Type::email;
    switch (field.type) {
      case Type::phone:
        o.type = "tel", o.input_mode = "tel";
        break;
      case Type::email:
        o.type = "email", o.input_mode = "email";
        break;
      case Type::money:
        o.suffix = text::dong.in(lang_);
        [[fallthrough]];
      case Type::integer:
      case Type::personal_id:
        o.input_mode = "numeric";
        break;
      default:
        break;
    }
    if (field.autocomplete.empty()) o.autocomplete = usual_autocomplete(field);
    return o;
  }

  // Only what is the person's own may be filled in by their browser.
  static std::string_view usual_autocomplete(const Field& field) {
    const std::string_view known = field.origin.known;
    if (known == "person.name") return "name";
    if (known == "person.phone") return "tel";
    if (known == "person.email") return "email";
    return field.type == Type::text ? "" : "off";
  }

  Html day(const Place& place, ui::Field f) const {
    f.error = day_error(place.control());
    return ui::date_input(lang_, f,
                          {typed(place, "day"), typed(place, "month"), typed(place, "year")},
                          place.field->origin.known == "person.birth");
  }

  std::vector<ui::Choosable> choosable(const std::vector<Choice>& choices) const {
    std::vector<ui::Choosable> out;
    for (const auto& choice : choices) out.push_back({choice.code, choice.label.in(lang_)});
    return out;
  }

  Html choice(const Place& place, const ui::Field& f, const std::vector<Place>& all) const {
    const auto& field = *place.field;
    auto choices = choosable(field.options);
    if (!field.as_radios()) {
      // The empty line stands there until something is chosen: a list must not look answered.
      const bool open = field.initial.empty() || f.value.empty();
      const auto nothing = open ? text::choose_from_list.in(lang_) : std::string_view();
      return ui::select(lang_, f, choices, nothing);
    }
    for (const auto& other : all) {
      if (other.field->under_field != field.name || other.entry != place.entry) continue;
      for (auto& one : choices) {
        if (std::string_view(one.value) == other.field->under_option) {
          one.reveals += control(other, all);
        }
      }
    }
    return ui::radios(lang_, f, choices);
  }

  // Several controls under one label.
  Html together(const ui::Field& f, const Html& inside) const {
    auto words = h("{}", f.label);
    if (f.optional) words += h(R"( <span class="td-opt">{}</span>)", text::optional.in(lang_));
    Html hint;
    if (!f.hint.empty()) hint = h(R"(<div class="govuk-hint">{}</div>)", f.hint);
    return h(R"(<div class="govuk-form-group" id="{}"><fieldset class="govuk-fieldset">)"
             R"(<legend class="govuk-fieldset__legend">{}</legend>{}{}</fieldset></div>)"
             "\n",
             f.name, words, hint, inside);
  }

  ui::Field part(const Place& place, std::string_view name, const base::Text& label) const {
    const auto id = place.control(name);
    return {id, label.in(lang_), "", error(id), false, typed(place, name)};
  }

  Html address(const Place& place, const ui::Field& f) const {
    Html inside;
    auto line = part(place, "line", setting_.communes ? text::address_line : text::whole_address);
    if (setting_.communes) {
      auto choices = choosable(*setting_.communes);
      choices.push_back({elsewhere_code, text::elsewhere.in(lang_)});
      inside = ui::select(lang_, part(place, "commune", text::commune), choices,
                          text::choose_from_list.in(lang_));
      line.hint = text::address_hint.in(lang_);
    }
    const bool own = place.field->origin.known == "person.residence";
    inside += ui::text_input(lang_, line, {.autocomplete = own ? "street-address" : "off"});
    return together(f, inside);
  }

  Html paper(const Place& place, const ui::Field& f) const {
    auto inside = ui::select(lang_, part(place, "kind", text::paper_kind),
                             choosable(place.field->options), text::choose_from_list.in(lang_));
    inside += ui::text_input(
        lang_, part(place, "number", text::paper_number),
        {.autocomplete = "off", .narrow = true, .figures = true, .spellcheck = false});
    inside += ui::text_input(lang_, part(place, "issuer", text::issuer), {.autocomplete = "off"});
    auto issued = part(place, "issued", text::issued);
    issued.error = day_error(place.control("issued"));
    inside += ui::date_input(
        lang_, issued,
        {typed(place, "issued.day"), typed(place, "issued.month"), typed(place, "issued.year")});
    return together(f, inside);
  }

  const Definition& form_;
  const Answers& answers_;
  const std::vector<Problem>& problems_;
  const Setting& setting_;
  base::Lang lang_;
};

Html entry_button(const base::Text& words, const Section& section, std::string value, int entry,
                  base::Lang lang) {
  const auto item = entry_name(section, entry, lang);
  return ui::button_group({ui::button({.label = base::fill(words, lang, {{"item", lowered(item)}}),
                                       .kind = ui::ButtonKind::secondary,
                                       .name = "entry",
                                       .value = std::move(value),
                                       .small = true})});
}

Html repeated(const Sheet& sheet, const Section& section, const std::vector<Place>& all, int count,
              base::Lang lang) {
  // Enter in a text box presses the first button of a form: it must not be one that removes.
  auto out =
      h(R"(<button class="govuk-visually-hidden" tabindex="-1" aria-hidden="true">{}</button>)",
        text::go_on.in(lang));
  for (int entry = 0; entry < count; ++entry) {
    std::vector<Place> places;
    std::ranges::copy_if(all, std::back_inserter(places),
                         [&](const Place& place) { return place.entry == entry; });
    auto inside = sheet.controls(places);
    if (count > 1) {
      inside += entry_button(text::remove_entry, section, "remove." + std::to_string(entry + 1),
                             entry, lang);
    }
    out += ui::fieldset(entry_name(section, entry, lang), inside);
  }
  if (count < section.entries_max) {
    out += entry_button(text::add_entry, section, "add", count, lang);
  }
  return out;
}

}  // namespace

Html show(const Definition& form, int step, const Answers& answers,
          const std::vector<Problem>& problems, const Setting& setting) {
  if (!asked(form, step, answers, setting)) {
    return ui::paragraph(text::not_needed.in(setting.lang));
  }
  const Sheet sheet(form, answers, problems, setting);
  const auto all = places(form, step, answers);
  const auto& section = section_at(form, step);
  if (section.entries_max) {
    return repeated(sheet, section, all, entries(section, answers), setting.lang);
  }
  auto out = sheet.known(all);
  out += sheet.controls(all);
  return out;
}

}  // namespace forms
