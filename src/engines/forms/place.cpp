#include "engines/forms/place.hpp"

#include <algorithm>
#include <charconv>

#include "engines/forms/typed.hpp"

namespace forms {
namespace {

const Section* same_of(const Definition& form, const Section& section) {
  const auto found = std::ranges::find(form.sections, section.same_section, &Section::code);
  return found == form.sections.end() ? nullptr : &*found;
}

int step_of(const Definition& form, const Section& section) {
  return int(&section - form.sections.data());
}

// The text before the next dot; nothing is left when there is no more.
std::string_view next(std::string_view& key) {
  const auto dot = key.find('.');
  const auto first = key.substr(0, dot);
  key = dot == key.npos ? std::string_view() : key.substr(dot + 1);
  return first;
}

}  // namespace

std::string Place::answer(std::string_view part) const {
  return part.empty() ? key : key + "." + std::string(part);
}

std::string Place::control(std::string_view part) const {
  if (part.empty()) return key;
  auto out = key + "-" + std::string(part);
  std::ranges::replace(out.begin() + std::ptrdiff_t(key.size()), out.end(), '.', '-');
  return out;
}

const Section& section_at(const Definition& form, int step) {
  base::must(step >= 0 && step < steps(form));
  return form.sections[std::size_t(step)];
}

std::string entries_key(const Section& section) { return section.code + ".entries"; }

int entries(const Section& section, const Answers& answers) {
  if (!section.entries_max) return 1;
  const auto kept = whole_number(answers.get(entries_key(section))).value_or(1);
  return int(std::clamp<std::int64_t>(kept, 1, section.entries_max));
}

Place place_of(const Definition& form, int step, int entry, const Field& field) {
  const auto& section = section_at(form, step);
  auto key = section.code + ".";
  if (section.entries_max) key += std::to_string(entry) + ".";
  return {step, entry, &section, &field, key + field.name};
}

std::vector<Place> places(const Definition& form, int step, const Answers& answers) {
  std::vector<Place> out;
  const auto& section = section_at(form, step);
  for (int entry = 0; entry < entries(section, answers); ++entry) {
    for (const auto& field : section.fields) out.push_back(place_of(form, step, entry, field));
  }
  return out;
}

std::optional<Place> find(const Definition& form, std::string_view key) {
  const auto code = next(key);
  const auto section = std::ranges::find(form.sections, code, &Section::code);
  if (section == form.sections.end()) return std::nullopt;
  int entry = 0;
  if (section->entries_max) {
    const auto number = next(key);
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), entry);
    if (error != std::errc() || end != number.data() + number.size() || entry < 0) return {};
  }
  const auto* field = section->field(key);
  if (!field) return std::nullopt;
  return place_of(form, step_of(form, *section), entry, *field);
}

const std::vector<std::string_view>& parts(Type type) {
  static const std::vector<std::string_view> whole = {""};
  static const std::vector<std::string_view> day = {"day", "month", "year"};
  static const std::vector<std::string_view> address = {"commune", "line"};
  static const std::vector<std::string_view> paper = {"kind",       "number",       "issuer",
                                                      "issued.day", "issued.month", "issued.year"};
  switch (type) {
    case Type::date:
    case Type::partial_date:
      return day;
    case Type::address:
      return address;
    case Type::id_document:
      return paper;
    default:
      return whole;
  }
}

bool is_empty(const Place& place, const Answers& answers) {
  const auto type = place.field->type;
  return std::ranges::all_of(parts(type), [&](std::string_view part) {
    const bool beforehand = (type == Type::address && part == "commune") ||
                            (type == Type::id_document && part == "kind");
    return beforehand || answers.get(place.answer(part)).empty();
  });
}

feel::Value value_of(const Place& place, const Answers& answers) {
  const auto typed = answers.get(place.key);
  const auto text = [](std::string_view value) {
    return value.empty() ? feel::Value() : feel::Value(value);
  };
  switch (place.field->type) {
    case Type::date:
    case Type::partial_date: {
      const auto read = read_day(DayTyped::of(answers, place.key), place.field->type);
      // A bare year counts as its last day: nobody is taken for older than is certain.
      return read.days ? feel::Value(feel::day(read.days->last)) : feel::Value();
    }
    case Type::integer:
    case Type::money:
      return feel::Value(whole_number(typed));
    case Type::checkbox:
      return typed == "yes";
    case Type::phone:
      return text(phone_number(typed).value_or(std::string(typed)));
    case Type::personal_id:
      return text(personal_number(typed).value_or(std::string(typed)));
    case Type::address:
      return text(answers.get(place.answer("line")));
    case Type::id_document:
      return text(answers.get(place.answer("number")));
    default:
      return text(typed);
  }
}

namespace {

// A section as a context of its fields; a repeated one as a list of them.
feel::Value section_value(const Definition& form, const Section& section, const Answers& answers) {
  feel::Values all;
  const int step = step_of(form, section);
  for (int entry = 0; entry < entries(section, answers); ++entry) {
    std::vector<feel::Context::Entry> fields;
    for (const auto& field : section.fields) {
      fields.emplace_back(field.name, value_of(place_of(form, step, entry, field), answers));
    }
    all.push_back(feel::context_of(std::move(fields)));
  }
  return section.entries_max ? feel::Value::list(std::move(all)) : all.front();
}

}  // namespace

bool holds(const feel::Expression& condition, const Definition& form, const Answers& answers,
           int step, int entry, const Setting& setting) {
  const auto lookup = [&](std::string_view name) -> std::optional<feel::Value> {
    if (const auto place = find(form, name)) return value_of(*place, answers);
    if (const auto* field = section_at(form, step).field(name)) {
      return value_of(place_of(form, step, entry, *field), answers);
    }
    for (const auto& section : form.sections) {
      const auto* field = section.field(name);
      if (field) return value_of(place_of(form, step_of(form, section), 0, *field), answers);
    }
    const auto section = std::ranges::find(form.sections, name, &Section::code);
    if (section == form.sections.end()) return std::nullopt;
    return section_value(form, *section, answers);
  };
  return feel::holds(condition, setting.today, lookup);
}

bool is_asked(const Place& place, const Answers& answers) {
  const auto& field = *place.field;
  if (field.under_field.empty()) return true;
  auto above = place;
  above.field = place.section->field(field.under_field);
  above.key.replace(above.key.size() - field.name.size(), field.name.size(), field.under_field);
  return answers.get(above.key) == field.under_option && is_asked(above, answers);
}

bool is_required(const Definition& form, const Place& place, const Answers& answers,
                 const Setting& setting) {
  const auto& field = *place.field;
  if (field.required || !field.required_if) return field.required;
  return holds(*field.required_if, form, answers, place.step, place.entry, setting);
}

Whence whence(const Definition& form, const Place& place, const Answers& answers,
              const Setting& setting) {
  const auto& origin = place.field->origin;
  const auto& section = *place.section;
  const bool same =
      section.same_if && holds(*section.same_if, form, answers, place.step, 0, setting);
  if (same && !origin.same_as.empty()) {
    const auto* other = same_of(form, section);
    const auto* source = other ? other->field(origin.same_as) : nullptr;
    const bool said =
        source && !is_empty(place_of(form, step_of(form, *other), 0, *source), answers);
    if (said || !place.field->required) return Whence::same;
  }
  const auto known = setting.known.find(origin.known);
  const auto& options = place.field->options;
  const bool held = known != setting.known.end() && !known->second.empty() &&
                    (options.empty() || std::ranges::count(options, known->second, &Choice::code));
  const bool mine = !origin.if_same || same;
  return held && mine && origin.locked ? Whence::known : Whence::typed;
}

}  // namespace forms
