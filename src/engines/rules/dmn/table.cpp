#include "engines/rules/dmn/table.hpp"

#include "engines/rules/dmn/text.hpp"
#include "engines/rules/feel/problem.hpp"
#include "engines/rules/functions/functions.hpp"

namespace dmn {

using feel::Machine;
using feel::Value;
using feel::Values;

Table::Table(feel::Place place, HitPolicy policy, Aggregation aggregation,
             std::vector<TableInput> inputs, std::vector<TableOutput> outputs,
             std::vector<TableRow> rows)
    : Node(place),
      policy_(policy),
      aggregation_(aggregation),
      inputs_(std::move(inputs)),
      outputs_(std::move(outputs)),
      rows_(std::move(rows)) {
  for (const auto& input : inputs_) {
    holds(input.expression);
    holds(input.allowed);
  }
  for (const auto& output : outputs_) holds(output.fallback);
  for (const auto& row : rows_) {
    for (const auto& test : row.tests) holds(test);
    for (const auto& output : row.outputs) holds(output);
  }
}

bool Table::take_inputs(Machine& machine, Value* frame) const {
  for (const auto& input : inputs_) {
    auto value = input.expression->eval(machine, frame);
    if (input.type) value = coerced(machine, std::move(value), *input.type);
    frame[input.slot] = std::move(value);
    if (!input.allowed || input.allowed->eval(machine, frame).truth()) continue;
    machine.note(place, feel::said(text::not_allowed, {{"value", feel::shown(frame[input.slot])},
                                                       {"column", input.name}}));
    return false;
  }
  return true;
}

bool Table::fits(const TableRow& row, Machine& machine, Value* frame) const {
  for (const auto& test : row.tests) {
    if (test && !test->eval(machine, frame).truth()) return false;
  }
  return true;
}

Values Table::outputs_of(const TableRow& row, Machine& machine, Value* frame) const {
  Values made;
  for (std::size_t i = 0; i < outputs_.size(); ++i) {
    auto value = row.outputs[i] ? row.outputs[i]->eval(machine, frame) : Value();
    made.push_back(outputs_[i].type ? coerced(machine, std::move(value), *outputs_[i].type)
                                    : std::move(value));
  }
  return made;
}

// One output is its value, several are a context.
Value Table::one(Machine& machine, Values outputs) const {
  if (outputs_.size() == 1) return std::move(outputs.front());
  std::vector<feel::Context::Entry> entries;
  for (std::size_t i = 0; i < outputs_.size(); ++i) {
    entries.emplace_back(outputs_[i].name, std::move(outputs[i]));
  }
  return machine.context(std::move(entries));
}

Value Table::fallback(Machine& machine, Value* frame) const {
  Values values;
  bool any = false;
  for (const auto& output : outputs_) {
    any = any || output.fallback;
    values.push_back(output.fallback ? output.fallback->eval(machine, frame) : Value());
  }
  if (any) return one(machine, std::move(values));
  machine.note(place, feel::said(text::none_fits));
  return {};
}

std::vector<std::size_t> Table::priorities(Machine& machine, Value* frame,
                                           const Values& outputs) const {
  std::vector<std::size_t> made;
  for (std::size_t i = 0; i < outputs_.size(); ++i) {
    if (!outputs_[i].order) continue;
    const auto order = outputs_[i].order->eval(machine, frame);
    if (!order.is(feel::Kind::list)) continue;
    const auto& values = order.items();
    const auto at = std::find_if(values.begin(), values.end(), [&](const Value& v) {
      return equal(v, outputs[i]).value_or(false);
    });
    made.push_back(std::size_t(at - values.begin()));
  }
  return made;
}

Value Table::by_priority(Machine& machine, Value* frame, std::vector<Values> hits) const {
  std::vector<std::pair<std::vector<std::size_t>, std::size_t>> order;
  for (std::size_t i = 0; i < hits.size(); ++i) {
    order.emplace_back(priorities(machine, frame, hits[i]), i);
  }
  std::sort(order.begin(), order.end());
  if (policy_ == HitPolicy::priority) {
    return one(machine, std::move(hits[order.front().second]));
  }
  Values all;
  for (const auto& [priority, i] : order) all.push_back(one(machine, std::move(hits[i])));
  return machine.list(std::move(all));
}

Value Table::aggregated(Machine& machine, const std::vector<Values>& hits) const {
  if (aggregation_ == Aggregation::count) return std::int64_t(hits.size());
  if (outputs_.size() != 1) return {};
  Values values;
  for (const auto& hit : hits) values.push_back(hit.front());
  const auto list = machine.list(std::move(values));
  const auto* name = aggregation_ == Aggregation::sum   ? "sum"
                     : aggregation_ == Aggregation::min ? "min"
                                                        : "max";
  return feel::built_in(name)->of(machine, {&list, 1});
}

namespace {

// The first ten are enough to find them.
std::string numbers(const std::vector<std::size_t>& rows) {
  constexpr std::size_t told = 10;
  std::string all;
  for (std::size_t i = 0; i < std::min(rows.size(), told); ++i) {
    all += (i ? ", " : "") + std::to_string(rows[i] + 1);
  }
  return rows.size() > told ? all + " …" : all;
}

}  // namespace

Value Table::chosen(Machine& machine, Value* frame, const std::vector<std::size_t>& rows) const {
  if (policy_ == HitPolicy::unique && rows.size() > 1) {
    machine.note(place, feel::said(text::several_fit, {{"rows", numbers(rows)}}));
    return {};
  }
  std::vector<Values> hits;
  for (const auto row : rows) hits.push_back(outputs_of(rows_[row], machine, frame));
  if (policy_ == HitPolicy::priority || policy_ == HitPolicy::output_order) {
    return by_priority(machine, frame, std::move(hits));
  }
  if (aggregation_ != Aggregation::none) return aggregated(machine, hits);
  if (policy_ == HitPolicy::rule_order || policy_ == HitPolicy::collect) {
    Values all;
    for (auto& hit : hits) all.push_back(one(machine, std::move(hit)));
    return machine.list(std::move(all));
  }
  auto first = one(machine, std::move(hits.front()));
  for (std::size_t i = 1; policy_ == HitPolicy::any && i < hits.size(); ++i) {
    if (equal(first, one(machine, std::move(hits[i]))).value_or(false)) continue;
    machine.note(place, feel::said(text::any_differ, {{"rows", numbers(rows)}}));
    return {};
  }
  return first;
}

Value Table::eval(Machine& machine, Value* frame) const {
  machine.spend(std::int64_t(rows_.size()) + 1);
  if (!take_inputs(machine, frame)) return {};
  std::vector<std::size_t> rows;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (!fits(rows_[i], machine, frame)) continue;
    rows.push_back(i);
    if (policy_ == HitPolicy::first) break;
  }
  if (rows.empty()) return fallback(machine, frame);
  return chosen(machine, frame, rows);
}

}  // namespace dmn
