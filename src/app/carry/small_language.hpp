// The small language in which conditions were written before FEEL: read here, to be carried over,
// and nowhere else. Nothing evaluates it any more.
//
//   purpose == 'MARRIAGE' and not (age(subject_birth, today) < 18)
//   subject_status in ['DIVORCED', 'WIDOWED']
//
// Its values: texts, numbers, days, true, false, none. A comparison with none was false, except
// that `!=` was true; conditions held unless they were none, false, 0, '' or [].
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app::carry::small {

enum class Kind {
  none,
  flag,
  number,
  text,
  name,
  list,
  call,
  minus,
  add,
  subtract,
  negate,
  both,
  either,
  equal,
  unequal,
  less,
  at_most,
  more,
  at_least,
  within,
  outside
};

struct Node {
  Kind kind;
  std::string word;            // a name, a function's name, a text, the digits of a number
  std::vector<Node> children;  // operands, arguments, items
};

// Nothing where it cannot be read.
std::optional<Node> read(std::string_view text);

}  // namespace app::carry::small
