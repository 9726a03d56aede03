// Decision tables as nodes: which rows fit, and what the hit policy makes of them.
#pragma once

#include <string>
#include <vector>

#include "engines/rules/nodes/node.hpp"
#include "engines/rules/values/type.hpp"

namespace dmn {

enum class HitPolicy { unique, any, first, priority, rule_order, output_order, collect };
enum class Aggregation { none, sum, count, min, max };

struct TableInput {
  feel::NodeRef expression;
  int slot;               // where its value stands while rows are tested
  feel::NodeRef allowed;  // null: anything
  std::string name;
  feel::TypeRef type;
};

struct TableOutput {
  std::string name;
  feel::TypeRef type;
  feel::NodeRef fallback;  // when no row fits; null: none
  feel::NodeRef order;     // a list of values, the first has the highest priority; null: none
};

struct TableRow {
  std::vector<feel::NodeRef> tests;  // null: anything
  std::vector<feel::NodeRef> outputs;
};

class Table final : public feel::Node {
 public:
  Table(feel::Place place, HitPolicy policy, Aggregation aggregation,
        std::vector<TableInput> inputs, std::vector<TableOutput> outputs,
        std::vector<TableRow> rows);
  feel::Value eval(feel::Machine& machine, feel::Value* frame) const override;

 private:
  bool take_inputs(feel::Machine& machine, feel::Value* frame) const;
  bool fits(const TableRow& row, feel::Machine& machine, feel::Value* frame) const;
  feel::Values outputs_of(const TableRow& row, feel::Machine& machine, feel::Value* frame) const;
  feel::Value one(feel::Machine& machine, feel::Values outputs) const;
  feel::Value fallback(feel::Machine& machine, feel::Value* frame) const;
  std::vector<std::size_t> priorities(feel::Machine& machine, feel::Value* frame,
                                      const feel::Values& outputs) const;
  feel::Value by_priority(feel::Machine& machine, feel::Value* frame,
                          std::vector<feel::Values> hits) const;
  feel::Value chosen(feel::Machine& machine, feel::Value* frame,
                     const std::vector<std::size_t>& rows) const;
  feel::Value aggregated(feel::Machine& machine, const std::vector<feel::Values>& hits) const;

  HitPolicy policy_;
  Aggregation aggregation_;
  std::vector<TableInput> inputs_;
  std::vector<TableOutput> outputs_;
  std::vector<TableRow> rows_;
};

}  // namespace dmn
