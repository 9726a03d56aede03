// One condition of the small language, said in FEEL with the same answer for whatever is known.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace app::carry {

enum class Kind { unknown, flag, number, text, date, list };

// What names stand for, as far as the texts around them tell.
struct Names {
  std::map<std::string, Kind, std::less<>> kinds;
  std::string section;  // of a form, whose fields are bare names here; "" elsewhere
  bool repeated = false;

  Kind kind(std::string_view name) const;
};

// Nothing where the small language could not read it either, or FEEL has a word in place of a name.
std::optional<std::string> to_feel(std::string_view text, const Names& names);

}  // namespace app::carry
