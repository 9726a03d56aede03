#include "services/rule_tables/sheet_form.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "base/fold.hpp"

namespace rule_tables {
namespace {

// Thousands of fields, each asked for once: by name in a map, not by a search of the list.
class Form {
 public:
  explicit Form(const http::Fields& fields) {
    for (const auto& [name, value] : fields.list()) values_.try_emplace(name, value);
  }
  std::string at(const std::string& name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? "" : base::tidy(found->second, true);
  }
  std::size_t count(const std::string& name, std::size_t most) const {
    const auto text = at(name);
    std::size_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return std::min(value, most);
  }

 private:
  std::unordered_map<std::string_view, std::string_view> values_;
};

std::string n(std::size_t i) { return std::to_string(i); }

decisions::ValueType type_of(const std::string& code) {
  return decisions::value_type(code).value_or(decisions::ValueType::text);
}

void columns(const Form& form, Posted& out) {
  using namespace decisions;
  auto& table = out.sheet.table;
  for (std::size_t k = 0; k < form.count("givens", columns_max * 2); ++k)
    table.givens.push_back({form.at("g" + n(k) + "-name"), type_of(form.at("g" + n(k) + "-type"))});
  for (std::size_t k = 0; k < form.count("ins", columns_max); ++k) {
    const auto p = "c" + n(k) + "-";
    table.inputs.push_back({{form.at(p + "vi"), form.at(p + "en")},
                            form.at(p + "asks"),
                            type_of(form.at(p + "type")),
                            form.at(p + "allowed")});
    out.asked.push_back(form.at(p + "was"));
  }
  for (std::size_t k = 0; k < form.count("outs", columns_max); ++k) {
    const auto p = "o" + n(k) + "-";
    table.outputs.push_back({{form.at(p + "vi"), form.at(p + "en")},
                             form.at(p + "name"),
                             type_of(form.at(p + "type")),
                             form.at(p + "allowed"),
                             form.at(p + "else")});
  }
}

void rows(const Form& form, decisions::Table& table) {
  for (std::size_t i = 0; i < form.count("rows", decisions::rows_max); ++i) {
    const auto p = "r" + n(i) + "-";
    decisions::Row row;
    for (std::size_t k = 0; k < table.inputs.size(); ++k)
      row.tests.push_back(form.at(p + "t" + n(k)));
    for (std::size_t k = 0; k < table.outputs.size(); ++k)
      row.answers.push_back(form.at(p + "a" + n(k)));
    row.law = form.at(p + "law");
    row.note = form.at(p + "note");
    table.rows.push_back(std::move(row));
  }
  for (std::size_t i = 0; i < form.count("cases", decisions::examples_max); ++i) {
    const auto p = "e" + n(i) + "-";
    decisions::Example one{form.at(p + "name"), {}, {}};
    for (std::size_t k = 0; k < table.givens.size(); ++k)
      one.given.push_back(form.at(p + "g" + n(k)));
    for (std::size_t k = 0; k < table.outputs.size(); ++k)
      one.expected.push_back(form.at(p + "x" + n(k)));
    table.examples.push_back(std::move(one));
  }
}

}  // namespace

Posted posted(const http::Fields& fields) {
  const Form form(fields);
  Posted out;
  auto& sheet = out.sheet;
  auto& table = sheet.table;
  table.title = {form.at("title"), form.at("title_en")};
  table.law = form.at("law");
  table.policy = decisions::policy(form.at("policy")).value_or(decisions::Policy::unique);
  table.complete = form.at("complete") == "yes";
  columns(form, out);
  rows(form, table);
  sheet.from = form.at("from");
  sheet.until = form.at("until");
  sheet.replaces = form.at("replaces");
  sheet.reason = form.at("reason");
  for (std::size_t k = 0; k < table.givens.size(); ++k)
    sheet.trial.push_back(form.at("thu-" + n(k)));
  out.version = int(form.count("version", 1'000'000'000));
  out.move = form.at("lam");
  out.confirmed = form.at("confirmed") == "yes";
  settle(sheet, out.asked);
  return out;
}

}  // namespace rule_tables
