// JSON as values, with errors that name their line: files of a pack are written by people.
#pragma once

#include <boost/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace base::json {

using boost::json::array;
using boost::json::object;
using boost::json::value;

struct ParseProblem {
  int line;  // from 1
  std::string message;
};

// Depth is bounded to 32; duplicates of a key keep the last.
Result<value, ParseProblem> parse(std::string_view text);

// The line on which the value at `pointer` ("/sections/0/fields/2/type") stands in `text`, or the
// line of its nearest parent that exists. `text` must parse.
int line_of(std::string_view text, std::string_view pointer);

// One text for one value: keys sorted, no spaces. Hash this, never the text that came in.
std::string canonical(const value& v);

// The member as asked, or the fallback when it is missing or of another kind.
std::string_view text_at(const object& o, std::string_view key, std::string_view fallback = "");
std::int64_t number_at(const object& o, std::string_view key, std::int64_t fallback = 0);
bool flag_at(const object& o, std::string_view key, bool fallback = false);
const object& object_at(const object& o, std::string_view key);  // empty one if missing
const array& array_at(const object& o, std::string_view key);    // empty one if missing

}  // namespace base::json
