// Answers as one flat map, and as canonical JSON.
#include <algorithm>

#include "engines/forms/place.hpp"

namespace forms {

std::string_view Answers::get(std::string_view key) const {
  const auto found = values_.find(key);
  return found == values_.end() ? std::string_view() : found->second;
}

void Answers::set(std::string key, std::string value) {
  values_.insert_or_assign(std::move(key), std::move(value));
}

void Answers::drop(std::string_view key) {
  std::erase_if(values_, [&](const auto& one) {
    const std::string_view name = one.first;
    return name.starts_with(key) && (name.size() == key.size() || name[key.size()] == '.');
  });
}

std::string Answers::json() const {
  base::json::object out;
  for (const auto& [key, value] : values_) out[key] = value;
  return base::json::canonical(out);
}

Answers Answers::from_json(std::string_view text) {
  Answers answers;
  const auto parsed = base::json::parse(text);
  base::must(bool(parsed) && parsed->is_object());
  for (const auto& [key, value] : parsed->as_object()) {
    answers.set(std::string(key), std::string(value.as_string()));
  }
  return answers;
}

bool asked(const Definition& form, int step, const Answers& answers, const Setting& setting) {
  const auto& section = section_at(form, step);
  return !section.show_if || holds(*section.show_if, form, answers, step, 0, setting);
}

Answers relevant(const Definition& form, const Answers& answers, const Setting& setting) {
  Answers out;
  for (int step = 0; step < steps(form); ++step) {
    if (!asked(form, step, answers, setting)) continue;
    const auto& section = section_at(form, step);
    if (section.entries_max) {
      out.set(entries_key(section), std::to_string(entries(section, answers)));
    }
    for (const auto& place : places(form, step, answers)) {
      if (!is_asked(place, answers) || is_empty(place, answers)) continue;
      for (const auto part : parts(place.field->type)) {
        const auto key = place.answer(part);
        if (!answers.get(key).empty()) out.set(key, std::string(answers.get(key)));
      }
    }
  }
  return out;
}

}  // namespace forms
