// A flow as far as it can be compiled, with all that is wrong and where everything stands.
#pragma once

#include "engines/casework/casework.hpp"

namespace casework {

struct Compiled {
  struct Wrong {
    int line;
    base::Words message;
  };
  // A condition in the file: of the way from one node to another.
  struct Condition {
    int line;
    std::string from, to;
    feel::Expression expression;
  };
  // Lines of the ways that leave a node.
  struct Ways {
    std::vector<int> conditional, always;
  };

  Flow flow;                         // whole only without problems
  std::vector<Wrong> problems;       // it cannot be followed
  std::vector<Wrong> doubts;         // it can, but not as its author meant
  std::map<std::string, int> lines;  // of the nodes
  std::vector<Condition> conditions;
  std::map<std::string, Ways> ways;
};
Compiled compile_all(std::string_view bpmn);

}  // namespace casework
