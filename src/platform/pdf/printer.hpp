// Prints the blocks of a template one after the other.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/pdf/flow.hpp"
#include "platform/pdf/render.hpp"
#include "platform/pdf/rich.hpp"

namespace pdf {

class Printer {
 public:
  // See Flow for `turn_before`.
  Printer(Paper paper, const Facts& facts, const Values& values, int turn_before = -1)
      : flow_(paper, facts, turn_before), values_(values) {}

  void print(const Block& block);  // throws Problem; conditions must be resolved before

  const std::vector<Field>& fields() const { return fields_; }
  // How many lines were drawn before a signature that has fewer than two of them above it on its
  // page; nothing if no signature stands so.
  std::optional<int> lonely() const { return lonely_; }
  std::string finish() { return flow_.canvas.finish(); }

 private:
  // layout.cpp: the parts with a place of their own
  void letterhead(const Block& block);
  double agency_side(const Block& block, double x, double width);
  double nation_side(double x, double width);
  void reserve(const char* name, double x, double width, double size, bool italic);
  void signature(const Block& block);
  double recipients(const Block& block, double top);
  void reserve_signing(const Block& block, double x, double width);
  void signers(const Block& block);
  void keep_with_text(double height);
  void qr(const Block& block);

  // printer.cpp: what flows
  void heading(const Block& block);
  void running(const Block& block);
  void fields_of(const Block& block);
  void list(const Block& block);
  void lines(const Block& block);
  void table(const Block& block);
  void table_rows(const Block& block, const Block& table);
  std::vector<Cell> cells(const std::vector<Rich>& texts, const Block& table, bool head);

  double pt(double size) const { return size * flow_.page.scale; }
  Style style(double size, Align align = Align::left) const {
    return {pt(size), false, false, align};
  }
  Style bold(double size, Align align = Align::center) const {
    return {pt(size), true, false, align};
  }
  Rich fill(const Line& line, Case letters = Case::as_written) const {
    return filled(line, values_, letters);
  }
  const std::string& value(const Block& block) const;  // of its one hole; "" if there is none
  // Set so that its lines are about equally long.
  Lines balanced(const Rich& text, const Style& style, double width) const;

  Flow flow_;
  const Values& values_;
  std::vector<Field> fields_;
  std::optional<int> lonely_;
};

const Block* find(const Block& block, Kind kind);

}  // namespace pdf
