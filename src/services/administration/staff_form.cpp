// Reading and drawing of what was typed.
#include "services/administration/staff_form.hpp"

#include <charconv>

#include "base/fold.hpp"
#include "services/administration/text_people.hpp"

namespace administration::office {
namespace {

constexpr std::size_t line_max = 200;

std::string part(std::string_view name, std::string_view what) {
  return std::string(name) + "-" + std::string(what);
}

std::string hint_in(const base::Text* hint, base::Lang lang) {
  return hint ? std::string(hint->in(lang)) : std::string();
}

}  // namespace

std::string StaffForm::tidied(std::string_view name) const {
  const auto typed = values.get(name);
  return base::is_text(typed) ? base::tidy(typed) : std::string();
}

std::string StaffForm::line(std::string_view name) {
  auto out = tidied(name);
  if (base::length(out) > line_max) refuse(name, office::text::long_line);
  return out;
}

int StaffForm::version() const {
  const auto typed = values.get("version");
  int version = 0;
  std::from_chars(typed.data(), typed.data() + typed.size(), version);
  return version;
}

bool StaffForm::day_empty(std::string_view name) const {
  return tidied(part(name, "day")).empty() && tidied(part(name, "month")).empty() &&
         tidied(part(name, "year")).empty();
}

std::optional<base::Date> StaffForm::day(std::string_view name) const {
  return base::Date::parse_vn(tidied(part(name, "day")) + "/" + tidied(part(name, "month")) + "/" +
                              tidied(part(name, "year")));
}

void StaffForm::set_day(std::string_view name, base::Date day) {
  values.add(part(name, "day"), std::to_string(day.day()));
  values.add(part(name, "month"), std::to_string(day.month()));
  values.add(part(name, "year"), std::to_string(day.year()));
}

std::optional<std::string> StaffForm::birth(std::string_view name) const {
  if (day_empty(name)) return "";
  if (const auto whole = day(name)) return whole->iso();
  const auto year = tidied(part(name, "year"));
  const bool bare = tidied(part(name, "day")).empty() && tidied(part(name, "month")).empty();
  if (bare && year.size() == 4 && base::Date::parse_vn("1/1/" + year)) return year;
  return std::nullopt;
}

void StaffForm::refuse(std::string_view name, std::string words) {
  wrong.emplace_back(std::string(name), std::move(words));
}

std::string StaffForm::error(std::string_view name) const {
  for (const auto& [field, words] : wrong) {
    if (field == name) return words;
  }
  return "";
}

ui::Field StaffForm::field(std::string_view name, const base::Text& label) const {
  return {.name = name, .label = label.in(lang), .error = error(name), .value = get(name)};
}

base::Html StaffForm::text(std::string_view name, const base::Text& label, const base::Text* hint,
                           bool optional) const {
  auto one = field(name, label);
  one.hint = hint_in(hint, lang);
  one.optional = optional;
  return ui::text_input(lang, one, {.autocomplete = "off", .spellcheck = false});
}

base::Html StaffForm::day_input(std::string_view name, const base::Text& label,
                                const base::Text* hint, bool optional) const {
  auto one = field(name, label);
  one.hint = hint_in(hint, lang);
  one.optional = optional;
  return ui::date_input(
      lang, one, {get(part(name, "day")), get(part(name, "month")), get(part(name, "year"))});
}

base::Html StaffForm::summary() const {
  if (wrong.empty()) return {};
  std::vector<ui::Link> errors;
  for (const auto& [field, words] : wrong) errors.push_back({words, "#" + field});
  return ui::error_summary(lang, errors);
}

}  // namespace administration::office
