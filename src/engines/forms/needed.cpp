#include "engines/forms/needed.hpp"

#include <algorithm>

#include "engines/forms/text.hpp"

namespace forms {
namespace {

// Which options of `asked` make the condition true, when it asks for that field alone: trying each
// tells what `=`, `in`, `not` and `or` mean without looking into the expression.
std::vector<const Choice*> deciding(const feel::Expression& condition, const Field& asked) {
  std::vector<const Choice*> out;
  for (const auto& choice : asked.options) {
    const auto lookup = [&](std::string_view) { return std::optional<feel::Value>(choice.code); };
    if (feel::holds(condition, {}, lookup)) out.push_back(&choice);
  }
  return out;
}

std::string quoted(const std::vector<const Choice*>& choices, base::Lang lang) {
  std::string out;
  for (const auto* choice : choices) {
    if (!out.empty()) out += text::or_else.in(lang);
    out += "“" + choice->label.in(lang) + "”";
  }
  return out;
}

void explain(const Section& section, Field& field) {
  field.needed_when = {std::string(text::needed_sometimes.vi),
                       std::string(text::needed_sometimes.en)};
  const auto names = field.required_if->names();
  const bool one = names.size() == 1 && !field.required_if->asks_clock();
  const auto* asked = one ? section.field(names[0]) : nullptr;
  if (!asked || asked->options.empty() || asked == &field) return;
  const auto options = deciding(*field.required_if, *asked);
  if (options.empty() || options.size() == asked->options.size()) return;
  const auto in = [&](base::Lang lang) {
    return base::fill(text::needed_when, lang,
                      {{"field", asked->label.in(lang)}, {"options", quoted(options, lang)}});
  };
  field.needed_when = {in(base::Lang::vi), in(base::Lang::en)};
  if (options.size() == 1 && !field.required && asked->as_radios() && asked->under_field.empty()) {
    field.under_field = asked->name;
    field.under_option = options[0]->code;
  }
}

}  // namespace

void explain_needs(Section& section) {
  for (auto& field : section.fields) {
    if (field.required_if) explain(section, field);
  }
}

}  // namespace forms
