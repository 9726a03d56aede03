// Answers as people and papers read them.
#include <algorithm>

#include "base/fold.hpp"
#include "base/money.hpp"
#include "engines/forms/place.hpp"
#include "engines/forms/text.hpp"
#include "engines/forms/typed.hpp"

namespace forms {
namespace {

std::string label_of(const std::vector<Choice>& choices, std::string_view code, base::Lang lang) {
  const auto found = std::ranges::find(choices, code, &Choice::code);
  return found == choices.end() ? std::string() : found->label.in(lang);
}

std::string address_text(const Place& place, const Answers& answers, const Setting& setting) {
  std::string line(answers.get(place.answer("line")));
  if (!setting.communes || line.empty()) return line;
  const auto code = answers.get(place.answer("commune"));
  const auto commune = label_of(*setting.communes, code, setting.lang);
  if (commune.empty()) return line;
  // People, and registries, often write the commune into the line as well.
  for (const auto lang : {base::Lang::vi, setting.lang}) {
    const auto written = base::fold(label_of(*setting.communes, code, lang));
    if (base::fold(line).find(written) != std::string::npos) return line;
  }
  return line + ", " + commune;
}

std::string paper_text(const Place& place, const Answers& answers, const Setting& setting) {
  const auto part = [&](std::string_view name) {
    return std::string(answers.get(place.answer(name)));
  };
  const auto lang = setting.lang;
  auto out = part("number");
  if (const auto kind = label_of(place.field->options, part("kind"), lang); !kind.empty()) {
    out = base::fill(text::paper_text, lang, {{"kind", kind}, {"number", out}});
  }
  if (!part("issuer").empty()) {
    out += base::fill(text::paper_issuer, lang, {{"issuer", part("issuer")}});
  }
  const auto issued = DayTyped::of(answers, place.answer("issued"));
  if (!issued.empty()) out += base::fill(text::paper_issued, lang, {{"day", day_text(issued)}});
  return out;
}

std::string number_text(const Field& field, std::string_view typed) {
  const auto number = whole_number(typed);
  if (!number) return std::string(typed);
  return field.type == Type::money ? base::Dong{*number}.str() : base::grouped(*number);
}

}  // namespace

std::string day_text(const DayTyped& typed) {
  std::string out;
  for (const auto part : {typed.day, typed.month, typed.year}) {
    if (part.empty()) continue;
    if (!out.empty()) out += "/";
    if (part.size() == 1) out += "0";
    out += part;
  }
  return out;
}

bool is_shown(const Definition& form, const Place& place, const Answers& answers,
              const Setting& setting) {
  return asked(form, place.step, answers, setting) && is_asked(place, answers) &&
         !is_empty(place, answers);
}

std::string text_of(const Place& place, const Answers& answers, const Setting& setting) {
  const auto& field = *place.field;
  const std::string typed(answers.get(place.key));
  switch (field.type) {
    case Type::date:
    case Type::partial_date:
      return day_text(DayTyped::of(answers, place.key));
    case Type::address:
      return address_text(place, answers, setting);
    case Type::id_document:
      return paper_text(place, answers, setting);
    case Type::select:
    case Type::radio:
      return label_of(field.options, typed, setting.lang);
    case Type::checkbox:
      return typed == "yes" ? std::string(text::agreed.in(setting.lang)) : "";
    case Type::integer:
    case Type::money:
      return number_text(field, typed);
    case Type::phone: {
      const auto digits = phone_number(typed);
      return digits ? spaced_phone(*digits) : typed;
    }
    case Type::personal_id: {
      const auto digits = personal_number(typed);
      return digits ? spaced(*digits) : typed;
    }
    default:
      return typed;
  }
}

std::vector<Shown> summary(const Definition& form, int step, const Answers& answers,
                           const Setting& setting) {
  std::vector<Shown> out;
  const auto& section = section_at(form, step);
  const bool several = section.entries_max && entries(section, answers) > 1;
  for (const auto& place : places(form, step, answers)) {
    if (!is_shown(form, place, answers, setting)) continue;
    auto label = place.field->label.in(setting.lang);
    if (several) label = entry_name(section, place.entry, setting.lang) + ": " + lowered(label);
    out.push_back({std::move(label), text_of(place, answers, setting)});
  }
  return out;
}

std::string text_of(const Definition& form, const Answers& answers, std::string_view key,
                    const Setting& setting) {
  const auto place = find(form, key);
  if (!place || !is_shown(form, *place, answers, setting)) return {};
  return text_of(*place, answers, setting);
}

feel::Value value_of(const Definition& form, const Answers& answers, std::string_view key) {
  const auto place = find(form, key);
  return place ? value_of(*place, answers) : feel::Value();
}

}  // namespace forms
