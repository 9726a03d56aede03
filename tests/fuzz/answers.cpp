// What a resident posts to a form with a field of every type: each line is the query of one step.
#include "engines/forms/told.hpp"
#include "fuzz.hpp"

namespace {

const forms::Definition& form() {
  static const auto read = forms::parse(fuzz::file("src/engines/forms/tests/sample_form.json"));
  fuzz::holds(bool(read));
  return **read;
}

forms::Setting setting(base::Lang lang) {
  static const std::vector<forms::Choice> communes = {{"31135", {"Phường Ninh Kiều", "Ninh Kiều"}}};
  return {.lang = lang, .today = *base::Date::of(2026, 11, 22), .communes = &communes};
}

}  // namespace

void fuzz::one(std::string_view bytes) {
  const auto lang = bytes.size() % 2 == 0 ? base::Lang::vi : base::Lang::en;
  const auto world = setting(lang);
  forms::Answers answers;
  forms::prefill(form(), answers, world);
  for (int step = 0; step < forms::steps(form()); ++step) {
    const auto posted = http::parse_query(cut(bytes, "\n"));
    if (!posted) return;
    (void)forms::change_entries(form(), step, *posted, answers);
    const auto problems = forms::read(form(), step, *posted, answers, world);
    for (const auto& problem : problems) holds(!problem.message.empty());
    (void)forms::show(form(), step, answers, problems, world);
    (void)forms::summary(form(), step, answers, world);
  }
  const auto sent = forms::relevant(form(), answers, world);
  holds(forms::Answers::from_json(sent.json()).json() == sent.json());
  if (!forms::check(form(), sent, world).empty()) return;
  const auto told = forms::told(form(), sent, world);  // whoever signs has a name and is of age
  holds(told.texts.contains("asker.asker_name") && told.values.contains("asker.relation"));
}
