// From what was posted, and from what is known, into the answers.
#include <algorithm>
#include <charconv>

#include "base/fold.hpp"
#include "engines/forms/place.hpp"
#include "engines/forms/typed.hpp"

namespace forms {
namespace {

// Far more than any field allows: what is over is told by the check, and what is far over is cut.
constexpr std::size_t line_max = 2'000, text_max = 12'000;

std::string cut(std::string text, std::size_t characters) {
  std::size_t i = 0;
  for (std::size_t n = 0; i < text.size() && n < characters; ++n) {
    for (++i; i < text.size() && (std::uint8_t(text[i]) & 0xC0) == 0x80; ++i) {
    }
  }
  text.resize(i);
  return text;
}

std::string taken(std::string_view posted, const Field& field) {
  if (field.type == Type::checkbox) return posted == "yes" ? "yes" : "";
  const bool lines = field.type == Type::textarea;
  return cut(base::tidy(posted, lines), lines ? text_max : line_max);
}

// Somebody who writes 27/3/1990 into the first box of a date means the whole of it.
void spread_day(const Place& place, Answers& answers) {
  const auto prefix = place.key + (place.field->type == Type::id_document ? ".issued" : "");
  const auto typed = DayTyped::of(answers, prefix);
  if (!typed.month.empty() || !typed.year.empty()) return;
  std::string whole(typed.day);
  std::ranges::replace_if(
      whole, [](char c) { return c == '-' || c == '.' || c == ' '; }, '/');
  const auto date = base::Date::parse_vn(whole);
  if (!date) return;
  answers.set(prefix + ".day", std::to_string(date->day()));
  answers.set(prefix + ".month", std::to_string(date->month()));
  answers.set(prefix + ".year", std::to_string(date->year()));
}

void take(const Place& place, const http::Fields& posted, Answers& answers) {
  const auto type = place.field->type;
  for (const auto part : parts(type)) {
    answers.set(place.answer(part), taken(posted.get(place.control(part)), *place.field));
  }
  if (type == Type::date || type == Type::partial_date || type == Type::id_document) {
    spread_day(place, answers);
  }
}

void set_day(const Place& place, std::string_view iso, Answers& answers) {
  const bool whole = iso.size() == 10;
  const auto day = whole ? base::Date::parse_iso(iso) : std::nullopt;
  answers.set(place.answer("day"), day ? std::to_string(day->day()) : "");
  answers.set(place.answer("month"), day ? std::to_string(day->month()) : "");
  answers.set(place.answer("year"), std::string(iso.substr(0, 4)));
}

std::string_view held(const Setting& setting, std::string_view key) {
  const auto found = setting.known.find(key);
  return found == setting.known.end() ? std::string_view() : found->second;
}

void set_whole(const Place& place, std::string_view value, Answers& answers,
               const Setting& setting) {
  switch (place.field->type) {
    case Type::date:
    case Type::partial_date:
      set_day(place, value, answers);
      return;
    case Type::address: {
      const auto commune = held(setting, "person.commune");
      answers.set(place.answer("commune"), std::string(commune.empty() ? elsewhere_code : commune));
      answers.set(place.answer("line"), std::string(value));
      return;
    }
    case Type::id_document:
      answers.set(place.answer("number"), std::string(value));
      return;
    default:
      answers.set(place.key, std::string(value));
  }
}

void copy(const Place& from, const Place& to, Answers& answers) {
  for (const auto part : parts(from.field->type)) {
    answers.set(to.answer(part), std::string(answers.get(from.answer(part))));
  }
}

// Copies what is the same in the other section; what was copied goes when it no longer is.
void fill_same(const Definition& form, int step, Answers& answers, const Setting& setting) {
  const auto& section = section_at(form, step);
  if (!section.same_if) return;
  const auto mark = section.code + ".same";
  const bool same = holds(*section.same_if, form, answers, step, 0, setting);
  const bool before = answers.has(mark);
  for (const auto& place : places(form, step, answers)) {
    const auto& origin = place.field->origin;
    if (origin.same_as.empty() && !origin.if_same) continue;
    if (same && whence(form, place, answers, setting) == Whence::same) {
      const auto other = find(form, section.same_section + "." + origin.same_as);
      if (other) copy(*other, place, answers);
    } else if (!same && before) {
      answers.drop(place.key);
    }
  }
  if (same)
    answers.set(mark, "yes");
  else
    answers.drop(mark);
}

void fill_place(const Definition& form, const Place& place, Answers& answers,
                const Setting& setting) {
  const auto& field = *place.field;
  const auto known = held(setting, field.origin.known);
  const auto from = whence(form, place, answers, setting);
  if (from == Whence::known) set_whole(place, known, answers, setting);
  if (from != Whence::typed) return;
  const auto first = parts(field.type).front();
  if (answers.has(place.answer(first))) return;  // asked before, perhaps left empty
  if (!known.empty() && !field.origin.locked)
    set_whole(place, known, answers, setting);
  else if (!field.initial.empty())
    answers.set(place.answer(first), field.initial);
  else if (field.type == Type::address && !held(setting, "person.commune").empty()) {
    answers.set(place.answer("commune"), std::string(held(setting, "person.commune")));
  }
}

void remove_entry(const Section& section, int entry, Answers& answers) {
  const int count = entries(section, answers);
  const auto at = [&](int n) { return section.code + "." + std::to_string(n); };
  for (int n = entry; n < count; ++n) {
    answers.drop(at(n));
    const auto after = at(n + 1) + ".";
    std::vector<std::pair<std::string, std::string>> moved;
    for (const auto& [key, value] : answers.all()) {
      if (key.starts_with(after)) moved.emplace_back(at(n) + "." + key.substr(after.size()), value);
    }
    for (auto& [key, value] : moved) answers.set(std::move(key), std::move(value));
  }
  answers.set(entries_key(section), std::to_string(count - 1));
}

}  // namespace

void prefill(const Definition& form, Answers& answers, const Setting& setting) {
  for (int step = 0; step < steps(form); ++step) {
    fill_same(form, step, answers, setting);
    for (const auto& place : places(form, step, answers)) {
      fill_place(form, place, answers, setting);
    }
  }
}

std::vector<Problem> read(const Definition& form, int step, const http::Fields& posted,
                          Answers& answers, const Setting& setting) {
  if (asked(form, step, answers, setting)) {
    for (const auto& place : places(form, step, answers)) {
      if (whence(form, place, answers, setting) == Whence::typed) take(place, posted, answers);
    }
  }
  prefill(form, answers, setting);
  return check_step(form, step, answers, setting);
}

bool change_entries(const Definition& form, int step, const http::Fields& posted,
                    Answers& answers) {
  const auto& section = section_at(form, step);
  auto wish = posted.get("entry");
  if (!section.entries_max || wish.empty()) return false;
  for (const auto& place : places(form, step, answers)) take(place, posted, answers);
  const int count = entries(section, answers);
  if (wish == "add" && count < section.entries_max) {
    answers.set(entries_key(section), std::to_string(count + 1));
  }
  if (wish.starts_with("remove.")) {
    wish.remove_prefix(7);
    int number = 0;
    const auto [end, error] = std::from_chars(wish.data(), wish.data() + wish.size(), number);
    const bool whole = error == std::errc() && end == wish.data() + wish.size();
    if (whole && number >= 1 && number <= count && count > 1)
      remove_entry(section, number - 1, answers);
  }
  return true;
}

}  // namespace forms
