// JSON: what was read is written in one way and read again as the same; every value has its line.
#include <algorithm>

#include "base/json.hpp"
#include "fuzz.hpp"

namespace {

void lines(std::string_view text, const base::json::value& value, const std::string& pointer,
           int most) {
  const int line = base::json::line_of(text, pointer);
  fuzz::holds(line >= 1 && line <= most);
  if (const auto* object = value.if_object()) {
    for (const auto& [key, member] : *object) {
      lines(text, member, pointer + "/" + std::string(key), most);
    }
  } else if (const auto* array = value.if_array()) {
    for (std::size_t i = 0; i < array->size(); ++i) {
      lines(text, (*array)[i], pointer + "/" + std::to_string(i), most);
    }
  }
}

// Of a number that is not whole the last digit may change, as the door says.
bool whole(std::string_view text) { return text.find_first_of(".eE") == text.npos; }

}  // namespace

void fuzz::one(std::string_view bytes) {
  const auto read = base::json::parse(bytes);
  const int most = 1 + int(std::ranges::count(bytes, '\n'));
  if (!read) return holds(read.error().line >= 1 && read.error().line <= most);
  const auto written = base::json::canonical(*read);
  const auto again = base::json::parse(written);
  holds(again && (base::json::canonical(*again) == written || !whole(written)));
  lines(bytes, *read, "", most);
}
