// Definitions of forms: one that is examined without a flaw can be filled in, whatever is posted.
#include "engines/forms/examine.hpp"
#include "engines/forms/told.hpp"
#include "fuzz.hpp"

namespace {

forms::Setting today() {
  static const std::vector<forms::Choice> communes = {{"31135", {"Phường Ninh Kiều", "Ninh Kiều"}}};
  return {.today = *base::Date::of(2026, 11, 22),
          .communes = &communes,
          .known = {{"person.name", "Nguyễn Thị Lan"}, {"person.birth", "1996"}}};
}

void fill_in(const forms::Definition& form, const http::Fields& posted) {
  const auto setting = today();
  forms::Answers answers;
  forms::prefill(form, answers, setting);
  for (int step = 0; step < forms::steps(form); ++step) {
    (void)forms::change_entries(form, step, posted, answers);
    const auto problems = forms::read(form, step, posted, answers, setting);
    (void)forms::show(form, step, answers, problems, setting);
    (void)forms::summary(form, step, answers, setting);
  }
  (void)forms::told(form, forms::relevant(form, answers, setting), setting);
  fuzz::holds(forms::Answers::from_json(answers.json()).all() == answers.all());
}

}  // namespace

// A line "---" parts the definition from what is posted, a query.
void fuzz::one(std::string_view bytes) {
  const auto json = cut(bytes, "\n---\n");
  const auto examined = forms::examine(json);
  if (!examined.form || !examined.flaws.empty()) return;
  holds(bool(forms::parse(json)));
  if (const auto posted = http::parse_query(bytes)) fill_in(*examined.form, *posted);
}
