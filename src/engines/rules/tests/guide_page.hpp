// The guide for clerks as data: what a page of Markdown says rules answer.
//
// Three notations: `2 + 3` → `5` anywhere in a line; a ```feel block or a table with a hit policy
// in its corner, which is a rule; below it tables with a column Answer, whose rows are its cases.
#pragma once

#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace guide {

inline std::string trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return std::string(text);
}

using Cells = std::vector<std::string>;

// | a | b |
inline Cells cells_of(std::string_view line) {
  Cells made;
  line = line.substr(1, line.rfind('|') - 1);
  for (std::size_t begin = 0; begin <= line.size();) {
    const auto end = std::min(line.find('|', begin), line.size());
    made.push_back(trimmed(line.substr(begin, end - begin)));
    begin = end + 1;
  }
  return made;
}

struct Row {
  int line;
  Cells cells;
};

struct Grid {
  Cells head;
  std::vector<Row> rows;

  int column(std::string_view name) const {
    const auto at = std::find(head.begin(), head.end(), name);
    return at == head.end() ? -1 : int(at - head.begin());
  }
};

struct Rule {
  int line;
  int example = 0;  // its number; 0 outside of the worked examples
  std::string feel;
  Grid table;  // where feel is empty
  std::vector<Grid> cases;
};

struct Pair {
  int line;
  std::string rule, answer, note;  // note: "" if the page says none
};

struct Page {
  std::vector<Pair> pairs;
  std::vector<Rule> rules;
  std::vector<std::string> strays;  // cases without a rule, with their line
};

inline bool is_policy(std::string_view corner) {
  static const Cells all = {"U", "A", "F", "P", "R", "O", "C", "C+", "C<", "C>", "C#"};
  return std::find(all.begin(), all.end(), corner) != all.end();
}

class PageReader {
 public:
  explicit PageReader(std::string_view text) : lines_(std::string(text)) {}

  Page read() {
    while (next()) {
      if (line_.starts_with("### ")) {
        example_ = std::atoi(line_.c_str() + 4);
      } else if (line_.starts_with("## ")) {
        example_ = 0;
      } else if (line_ == "```feel") {
        block();
      } else if (line_.starts_with("|")) {
        table();
      } else {
        pairs("");
      }
    }
    return std::move(page_);
  }

 private:
  bool next() {
    if (again_) return !(again_ = false);
    ++number_;
    return bool(std::getline(lines_, line_));
  }

  // `rule` → `answer`, as often as it stands in the line; or with the arrow at the line's end.
  void pairs(const std::string& note) {
    static constexpr std::string_view arrow = "` → `";
    if (line_.ends_with("` →")) {
      auto first = line_;
      if (next()) line_ = first + " " + line_;
    }
    for (auto at = line_.find(arrow); at != line_.npos; at = line_.find(arrow, at + 1)) {
      const auto begin = line_.rfind('`', at - 1) + 1;
      const auto answer = at + arrow.size();
      const auto end = line_.find('`', answer);
      page_.pairs.push_back(
          {number_, line_.substr(begin, at - begin), line_.substr(answer, end - answer), note});
    }
  }

  void block() {
    Rule rule{number_, example_, "", {}, {}};
    while (next() && line_ != "```") rule.feel += line_ + "\n";
    page_.rules.push_back(std::move(rule));
  }

  void table() {
    Grid grid{cells_of(line_), {}};
    const int begun = number_;
    next();  // |---|
    const int notes = grid.column("Note");
    while ((again_ = next()) && line_.starts_with("|")) {
      again_ = false;
      grid.rows.push_back({number_, cells_of(line_)});
      pairs(notes < 0 ? "" : grid.rows.back().cells.at(std::size_t(notes)));
    }
    if (is_policy(grid.head.front())) {
      page_.rules.push_back({begun, example_, "", std::move(grid), {}});
    } else if (grid.column("Answer") >= 0 && grid.column("Example") < 0) {
      if (page_.rules.empty()) {
        page_.strays.push_back("line " + std::to_string(begun) + ": cases without a rule");
      } else {
        page_.rules.back().cases.push_back(std::move(grid));
      }
    }
  }

  std::istringstream lines_;
  std::string line_;
  int number_ = 0, example_ = 0;
  bool again_ = false;
  Page page_;
};

}  // namespace guide
