// Places: every field of a step as it stands in the answers, once for each entry of a repeated
// section.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engines/forms/definition.hpp"

namespace forms {

struct Place {
  int step = 0;
  int entry = 0;  // from 0
  const Section* section = nullptr;
  const Field* field = nullptr;
  std::string key;  // "requester.requester_birth", "periods.0.period_from"

  // The key of a part in the answers ("….birth.day"), and the id of its control ("…birth-day").
  std::string answer(std::string_view part = {}) const;
  std::string control(std::string_view part = {}) const;
};

// The commune of an address outside the city; its line then holds the whole address.
inline constexpr std::string_view elsewhere_code = "elsewhere";

const Section& section_at(const Definition& form, int step);
int entries(const Section& section, const Answers& answers);  // 1 if not repeated
std::string entries_key(const Section& section);              // where their number is kept

Place place_of(const Definition& form, int step, int entry, const Field& field);
std::vector<Place> places(const Definition& form, int step, const Answers& answers);
std::optional<Place> find(const Definition& form, std::string_view key);

// What one control of the field sends: {""} for most, {"day", "month", "year"} for a date.
const std::vector<std::string_view>& parts(Type type);

// Was nothing said? A commune or a kind of paper chosen beforehand says nothing by itself.
bool is_empty(const Place& place, const Answers& answers);

feel::Value value_of(const Place& place, const Answers& answers);

// A bare name in a condition is a field of the same entry, then of the first section that has it,
// then a section: a context of its fields, or a list of contexts if it is repeated.
bool holds(const feel::Expression& condition, const Definition& form, const Answers& answers,
           int step, int entry, const Setting& setting);

// Is the field asked at all, and must it be answered?
bool is_asked(const Place& place, const Answers& answers);
bool is_required(const Definition& form, const Place& place, const Answers& answers,
                 const Setting& setting);

// Asked and answered.
bool is_shown(const Definition& form, const Place& place, const Answers& answers,
              const Setting& setting);

// Who gave the value of a field: the person, the State, or another section of the form.
enum class Whence { typed, known, same };
Whence whence(const Definition& form, const Place& place, const Answers& answers,
              const Setting& setting);

// As people read it; numbers in groups, unmasked.
std::string text_of(const Place& place, const Answers& answers, const Setting& setting);

// A label in the middle of a sentence.
std::string lowered(std::string_view label);
// "Thời gian cư trú 2"
std::string entry_name(const Section& section, int entry, base::Lang lang);

// What is wrong with one step by itself.
std::vector<Problem> check_step(const Definition& form, int step, const Answers& answers,
                                const Setting& setting);

}  // namespace forms
