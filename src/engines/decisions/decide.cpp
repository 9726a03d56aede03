// Deciding: the table as a DMN model, run by the engine of rules; and the rows that fit, asked as a
// second table whose rows answer their own number.
#include "engines/decisions/decisions.hpp"
#include "engines/decisions/file.hpp"
#include "engines/decisions/moment.hpp"
#include "engines/decisions/text.hpp"
#include "engines/rules/dmn/dmn.hpp"
#include "engines/rules/feel/problem.hpp"

namespace decisions {

struct Decider::Models {
  Table table;
  std::optional<dmn::Model> answers, rows;
};

namespace {

Table numbers_of(const Table& table) {
  Table out = table;
  out.policy = Policy::rule_order;
  out.outputs = {{{"row", ""}, "row", ValueType::number, "", ""}};
  for (std::size_t i = 0; i < out.rows.size(); ++i) {
    out.rows[i].answers = {std::to_string(i)};
  }
  return out;
}

std::optional<dmn::Model> model_of(const Table& table) {
  auto model = dmn::Model::read(written(table, {}));
  return model ? std::optional(std::move(*model)) : std::nullopt;
}

feel::Value first_of(const feel::Value& decided) {
  if (!decided.is(feel::Kind::context) || decided.context().entries().empty()) return {};
  return decided.context().entries().front().second;
}

// One output of one answer, or of each answer in a list.
feel::Value output_of(const feel::Value& value, const std::string& name) {
  if (value.is(feel::Kind::context)) {
    const auto* found = value.context().find(name);
    return found ? *found : feel::Value();
  }
  if (!value.is(feel::Kind::list)) return value;
  feel::Values all;
  for (const auto& item : value.items()) all.push_back(output_of(item, name));
  return feel::Value::list(std::move(all));
}

}  // namespace

std::shared_ptr<const Decider> Decider::of(const Table& table) {
  auto models = std::make_shared<Models>();
  models->table = table;
  models->answers = model_of(table);
  models->rows = model_of(numbers_of(table));
  auto out = std::make_shared<Decider>();
  out->models_ = std::move(models);
  return out;
}

Answer Decider::decide(const std::vector<feel::Value>& given, base::Instant now) const {
  const auto& table = models_->table;
  Answer out;
  std::vector<feel::Context::Entry> entries;
  for (std::size_t i = 0; i < table.givens.size(); ++i) {
    const auto value = i < given.size() ? given[i] : feel::Value();
    const bool fraction = table.givens[i].type == ValueType::whole &&
                          value.is(feel::Kind::number) && !value.number().integer();
    if (fraction) {
      out.notes.push_back(feel::said(text::not_whole, {{"name", table.givens[i].name}}));
      return out;
    }
    entries.emplace_back(table.givens[i].name, value);
  }
  if (!models_->answers || !models_->rows) return out;
  const feel::Context inputs(std::move(entries));
  feel::Machine machine(moment_of(now));
  out.value = first_of(models_->answers->run(machine, inputs));
  for (auto& note : machine.notes()) out.notes.push_back(std::move(note.words));
  for (const auto& output : table.outputs) {
    out.outputs.push_back(table.outputs.size() == 1 ? out.value
                                                    : output_of(out.value, output.name));
  }
  feel::Machine counting(moment_of(now));
  const auto rows = first_of(models_->rows->run(counting, inputs));
  if (!rows.is(feel::Kind::list)) return out;
  for (const auto& row : rows.items()) {
    if (row.is(feel::Kind::number)) out.rows.push_back(int(row.number().whole().value_or(-1)));
    if (table.policy == Policy::first) break;
  }
  return out;
}

}  // namespace decisions
