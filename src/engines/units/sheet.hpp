// A table that people wrote: comma-separated lines under a heading, # begins a note.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"

namespace units {

// What is wrong with a file, where, and how to mend it: "line 3: there is no unit 999: ...".
struct Problem {
  std::string file;  // empty where there is only one
  int line = 0;      // 0: the whole file
  std::string what;
  std::string mend;
  std::string told() const;
};

// Lines of cells. Cells may be quoted ("a, b"; "" is one quote) and are trimmed; a quoted cell ends
// on its line. At most 4 MB and 20,000 lines.
class Sheet {
 public:
  class Line {
   public:
    Line(const Sheet& sheet, int number, std::vector<std::string> cells)
        : sheet_(&sheet), number_(number), cells_(std::move(cells)) {}
    int number() const { return number_; }
    // "" where the line is shorter or the file has no such column.
    const std::string& cell(std::string_view column) const;
    std::optional<base::Date> date(std::string_view column) const;  // 2025-07-01
    Problem problem(std::string what, std::string mend) const;

   private:
    const Sheet* sheet_;
    int number_;
    std::vector<std::string> cells_;
  };

  // `known`: the columns there are; one that is not among them is a problem (a misspelt name).
  Sheet(std::string name, std::string_view text, const std::vector<std::string_view>& known);
  Sheet(const Sheet&) = delete;

  const std::string& name() const { return name_; }
  const std::vector<Line>& lines() const { return lines_; }
  const std::optional<Problem>& problem() const { return problem_; }

 private:
  void read(std::string_view text, const std::vector<std::string_view>& known);
  void complain(int line, std::string what, std::string mend);

  std::string name_;
  std::map<std::string, std::size_t, std::less<>> columns_;
  std::vector<Line> lines_;
  std::optional<Problem> problem_;  // the first
};

}  // namespace units
