// Rules and views are functions of values: time comes as an argument, rows from the caller.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "tidy/tidy.hpp"

namespace tidy {
namespace {

constexpr std::array<std::string_view, 6> kClocks = {
    "system_clock", "steady_clock", "gettimeofday", "localtime", "random_device", "time(nullptr)"};
// Files of a room that may hold a transaction; its nouns and views may not.
constexpr std::array<std::string_view, 5> kImpure = {"room", "actions", "store", "pages", "api"};

bool may_hold_a_transaction(const Source& file) {
  const auto role = file.stem().substr(0, file.stem().find('_'));
  return std::find(kImpure.begin(), kImpure.end(), role) != kImpure.end();
}

void clocks(const Source& file, Findings& found) {
  for (const auto clock : kClocks) {
    const auto at = file.code.find(clock);
    if (at == file.code.npos) continue;
    add(found, "pure", file, file.line_at(at), fmt::format("{} above the machine", clock),
        "take the moment as an argument: visit.now(), or the job's");
  }
}

}  // namespace

void pure(const Tree& tree, Findings& found) {
  for (const auto& file : tree) {
    if (file.is_test()) continue;
    const bool in_room = file.under("src/services");
    if (in_room || file.under("src/engines")) clocks(file, found);
    if (!in_room || may_hold_a_transaction(file)) continue;
    for (const auto& include : file.includes) {
      if (include.path != "platform/db/db.hpp") continue;
      add(found, "pure", file, include.line, fmt::format("{} knows the database", file.name()),
          "read in pages or actions, and hand the values over");
    }
  }
}

}  // namespace tidy
