// How one table differs from another, row by row.
#pragma once

#include <vector>

#include "engines/decisions/table.hpp"

namespace decisions {

struct RowChange {
  enum class Kind { same, added, removed, changed };
  Kind kind = Kind::same;
  int before = -1, after = -1;      // numbers from 0
  std::vector<int> tests, answers;  // columns of `after` that differ, where it is changed
  bool words = false;               // law or note differ
};

struct Difference {
  std::vector<base::Words> about;  // title, policy, columns, completeness: each a sentence
  std::vector<RowChange> rows;     // in the order of the page: removed ones before what follows
  int examples_added = 0, examples_removed = 0;

  bool none() const;
  int changed_rows() const;  // added, removed and changed
};
Difference difference(const Table& before, const Table& after);

// "dòng 3 sửa; thêm dòng 5": for a terminal and a sentence. At most eight rows are named.
base::Words told(const Difference& difference);

}  // namespace decisions
