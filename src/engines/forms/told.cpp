// Gathering what a submitted form says, for papers.
#include "engines/forms/told.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "engines/forms/place.hpp"
#include "engines/forms/typed.hpp"

namespace forms {
namespace {

std::string printed(const Place& place, const Answers& answers, const Setting& setting) {
  auto value = text_of(place, answers, setting);
  if (place.field->type == Type::personal_id) std::erase(value, ' ');  // as on the card
  return place.field->validation.upper ? base::upper(value) : value;
}

// The parts of an address or an identity paper, under "field.part".
void tell_parts(const Place& place, const Answers& answers, const Setting& setting, Told& out) {
  const auto& field = *place.field;
  const auto put = [&](std::string_view part, std::string text) {
    if (!text.empty()) out.texts.try_emplace(field.name + "." + std::string(part), std::move(text));
  };
  const auto label = [&](const std::vector<Choice>& choices, std::string_view part) {
    const auto code = answers.get(place.answer(part));
    const auto found = std::ranges::find(choices, code, &Choice::code);
    return found == choices.end() ? std::string() : found->label.in(setting.lang);
  };
  if (field.type == Type::address) {
    put("line", std::string(answers.get(place.answer("line"))));
    if (setting.communes) put("commune", label(*setting.communes, "commune"));
  }
  if (field.type != Type::id_document) return;
  put("kind", label(field.options, "kind"));
  for (const auto part : {"number", "issuer"}) {
    put(part, std::string(answers.get(place.answer(part))));
  }
  put("issued", day_text(DayTyped::of(answers, place.answer("issued"))));
  out.values.try_emplace(field.name + ".kind", std::string(answers.get(place.answer("kind"))));
}

void tell(const Place& place, const Answers& answers, const Setting& setting, Told& out) {
  const auto& name = place.field->name;
  const auto whole = place.section->code + "." + name;
  const auto text = printed(place, answers, setting);
  out.texts.try_emplace(name, text);
  out.texts.try_emplace(whole, text);
  const auto value = value_of(place, answers);
  if (value.null()) return tell_parts(place, answers, setting, out);
  out.values.try_emplace(name, value);
  out.values.try_emplace(whole, value);
  tell_parts(place, answers, setting, out);
}

// The answered fields of a section, or of one entry.
feel::Value context(const Section& section, const Told& from, const std::string& before) {
  std::vector<feel::Context::Entry> fields;
  for (const auto& field : section.fields) {
    const auto known = from.values.find(before + field.name);
    if (known != from.values.end()) fields.emplace_back(field.name, known->second);
  }
  return feel::context_of(std::move(fields));
}

// What rules may ask of a whole section; a field of its name is asked by that name.
void tell_section(const Section& section, Told& out) {
  if (!section.entries_max) {
    out.values.try_emplace(section.code, context(section, out, section.code + "."));
    return;
  }
  feel::Values all;
  for (const auto& entry : out.entries[section.code]) all.push_back(context(section, entry, ""));
  out.values[section.code] = feel::Value::list(std::move(all));
}

}  // namespace

Told told(const Definition& form, const Answers& answers, const Setting& setting) {
  Told out{.today = setting.today};
  for (int step = 0; step < steps(form); ++step) {
    const auto& section = section_at(form, step);
    auto& entries = out.entries[section.code];
    for (const auto& place : places(form, step, answers)) {
      if (!is_shown(form, place, answers, setting)) continue;
      if (section.entries_max) {
        entries.resize(std::max(entries.size(), std::size_t(place.entry) + 1));
        tell(place, answers, setting, entries[std::size_t(place.entry)]);
      } else {
        tell(place, answers, setting, out);
      }
    }
    if (!section.entries_max) out.entries.erase(section.code);
  }
  for (const auto& section : form.sections) tell_section(section, out);
  return out;
}

}  // namespace forms
