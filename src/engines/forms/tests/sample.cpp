#include "engines/forms/tests/sample.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace sample {

const std::string& form_json() {
  static const std::string text = [] {
    std::ifstream file(TAYDO_SOURCE_DIR "/src/engines/forms/tests/sample_form.json");
    return std::string(std::istreambuf_iterator<char>(file), {});
  }();
  return text;
}

const forms::Definition& form() {
  static const auto parsed = forms::parse(form_json());
  return **parsed;
}

forms::Setting setting(base::Lang lang) {
  static const std::vector<forms::Choice> communes = {
      {"31135", {"Phường Ninh Kiều", "Ninh Kiều Ward"}},
      {"31120", {"Phường Cái Khế", "Cái Khế Ward"}}};
  forms::Setting s;
  s.lang = lang;
  s.today = *base::Date::of(2026, 11, 22);
  s.communes = &communes;
  s.known_source = {"VNeID", ""};
  return s;
}

forms::Setting lan() {
  auto s = setting();
  s.known = {{"person.name", "Nguyễn Thị Lan"},
             {"person.birth", "1996-03-14"},
             {"person.number", "092196000107"},
             {"person.residence", "12 đường Hai Bà Trưng, phường Ninh Kiều, thành phố Cần Thơ"},
             {"person.commune", "31135"},
             {"person.phone", "0912000107"}};
  return s;
}

http::Fields posted(const std::vector<Pair>& pairs) {
  http::Fields fields;
  for (const auto& [name, value] : pairs) fields.add(name, value);
  return fields;
}

http::Fields first_step(const std::vector<Pair>& instead) {
  std::vector<Pair> pairs = {{"asker.asker_name", "Thạch Thị Sa Rinh"},
                             {"asker.asker_birth-day", "14"},
                             {"asker.asker_birth-month", "3"},
                             {"asker.asker_birth-year", "1996"},
                             {"asker.asker_number", "092196000107"},
                             {"asker.asker_home-commune", "31135"},
                             {"asker.asker_home-line", "12 đường Hai Bà Trưng"},
                             {"asker.relation", "SELF"},
                             {"asker.phone", "0912 345 678"}};
  for (const auto& one : instead) {
    const auto found = std::ranges::find(pairs, one.name, &Pair::name);
    if (found == pairs.end())
      pairs.push_back(one);
    else
      found->value = one.value;
  }
  return posted(pairs);
}

std::string said(const std::vector<forms::Problem>& problems, std::string_view control) {
  const auto found = std::ranges::find(problems, control, &forms::Problem::field);
  return found == problems.end() ? std::string() : found->message;
}

}  // namespace sample
