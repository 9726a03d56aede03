// Checker: what is known of the values in a rule, found from its leaves up.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engines/rules/check/check.hpp"
#include "engines/rules/nodes/node.hpp"

namespace feel {

// What is not known fits anywhere.
struct Shape {
  std::optional<Kind> kind = {};
  std::vector<std::string> codes = {};                   // of a field with options
  const Names* entries = nullptr;                        // of a context
  std::shared_ptr<const Shape> items = {};               // of a list
  bool constant = false;                                 // the same in every run
  std::vector<std::pair<std::string, Place>> said = {};  // constant texts

  bool is(Kind k) const { return kind == k; }
};
Shape shape_of(const Known& known);

class Checker {
 public:
  explicit Checker(const Names& names) : names_(names) {}

  void say(Place place, const base::Text& text, base::Holes holes = {});
  // A sentence with what two sides are.
  void say_kinds(Place place, const base::Text& text, Kind left, Kind right);

  Shape name(Place place, const std::string& asked);
  // `of.name`; nothing known where there is no such entry, and a problem unless it is quiet.
  Shape entry(Place place, const Shape& of, const std::string& name);
  // What `and`, `or`, `not`, `if` and a whole condition ask.
  void truth(const Node& node);
  void wanted(const Node& node, Kind kind);
  void compared(Place place, const Shape& left, const Shape& right, bool equality);
  // Whether the left one is in the right one: a list, a range, or the value itself.
  void among(Place place, const Shape& item, const Shape& list);
  Shape sum(Place place, char sign, const Shape& left, const Shape& right);

  std::map<int, Shape> slots;  // of names that the rule itself declares
  std::vector<Problem> problems;

 private:
  void unknown(Place place, const std::string& asked, const Names& names);
  void codes(const Shape& field, const Shape& said);

  const Names& names_;
};

}  // namespace feel
