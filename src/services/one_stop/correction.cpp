#include "services/one_stop/correction.hpp"

#include <algorithm>

#include "services/one_stop/text_correction.hpp"

namespace one_stop {

Course course_of(const casework::Flow& corrected, std::string_view node, const Standing& standing) {
  Course out;
  for (const auto& name : corrected.order) {
    const auto& step = corrected.at(name);
    if (!possible(step.action, standing)) continue;
    if (name == node) out.node = name;
    out.choices.push_back(step);
  }
  return out;
}

std::vector<std::string> misfits(const forms::Definition& before,
                                 const forms::Definition& corrected, const forms::Answers& answers,
                                 const forms::Setting& setting) {
  std::vector<std::string> out;
  // What the form it was submitted with would say today is no fault of the corrected one.
  const auto already = forms::check(before, answers, setting);
  for (const auto& problem : forms::check(corrected, answers, setting)) {
    const bool old = std::ranges::any_of(already, [&](const auto& one) {
      return one.field == problem.field && one.message == problem.message;
    });
    if (old) continue;
    out.push_back(forms::step_title(corrected, problem.step).in(setting.lang) + ": " +
                  problem.message);
  }
  const auto asked = forms::relevant(corrected, answers, setting);
  std::string last;
  for (const auto& [key, value] : answers.all()) {
    if (value.empty() || asked.has(key)) continue;
    const auto field = key.substr(0, key.find('.', key.find('.') + 1));
    if (field == last) continue;
    last = field;
    auto said = forms::text_of(before, answers, field, setting);
    if (said.empty()) said = value;
    out.push_back(base::fill(text::not_asked, setting.lang, {{"field", field}, {"value", said}}));
  }
  return out;
}

}  // namespace one_stop
