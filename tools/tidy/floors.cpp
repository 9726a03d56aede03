// Includes go down the floors only, and into an engine only by its door (house.md §2).
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "tidy/tidy.hpp"

namespace tidy {
namespace {

// The order of house.md: an engine may include only those before it. Reviewed like law.
constexpr std::array<std::string_view, 16> kEngines = {
    "journal",   "calendar", "units",    "identity",  "rules",     "decisions",
    "catalogue", "search",   "forms",    "casework",  "documents", "payments",
    "messages",  "registry", "exchange", "indicators"};

// Doors beside engines/<x>/<x>.hpp. Identity has several: every page needs the request and its
// routes, the sign-in pages and the wiring the rest. Every room reads the catalogue, few publish.
// Every room asks for units; few reorganise them, and two owners move what stands at them.
constexpr std::string_view kSideDoors[] = {
    // clang-format off
    "engines/journal/acts.hpp",
    "engines/journal/seals.hpp",
    "engines/journal/upcast.hpp",
    "engines/journal/proof.hpp",
    "engines/journal/search.hpp",
    "engines/identity/visit.hpp",
    "engines/identity/route.hpp",
    "engines/identity/gate.hpp",
    "engines/identity/oidc.hpp",
    "engines/identity/outside.hpp",
    "engines/identity/founding.hpp",
    "engines/identity/number.hpp",
    "engines/identity/people.hpp",
    "engines/identity/positions.hpp",
    "engines/identity/delegation.hpp",
    "engines/identity/organisations.hpp",
    "engines/identity/handover.hpp",
    "engines/identity/second_factor.hpp",
    "engines/identity/account_desk.hpp",
    "engines/identity/two_person.hpp",
    "engines/identity/four_eyes.hpp",
    "engines/identity/administering.hpp",
    "engines/identity/administrators.hpp",
    "engines/identity/assurance.hpp",
    "engines/identity/browser.hpp",
    "engines/catalogue/publish.hpp",
    "engines/catalogue/examine.hpp",
    "engines/catalogue/carrying.hpp",
    "engines/documents/carrying.hpp",
    "engines/catalogue/files.hpp",
    "engines/catalogue/terms.hpp",
    "engines/units/examine.hpp",
    "engines/identity/roles.hpp",
    "engines/messages/settings.hpp",
    "engines/rules/check/check.hpp",
    "engines/forms/examine.hpp",
    "engines/documents/examine.hpp",
    "engines/casework/examine.hpp",
    "engines/casework/correcting.hpp",
    "engines/calendar/edition.hpp",
    "engines/calendar/publish.hpp",
    "engines/rules/values/machine.hpp",
    "engines/rules/values/value.hpp",
    "engines/rules/feel/feel.hpp",
    "engines/rules/feel/json.hpp",
    "engines/rules/feel/problem.hpp",
    "engines/rules/feel/unary.hpp",
    "engines/rules/values/moment.hpp",
    "engines/rules/dmn/document.hpp",
    "engines/decisions/table.hpp",
    "engines/decisions/check.hpp",
    "engines/decisions/file.hpp",
    "engines/decisions/plain.hpp",
    "engines/decisions/publish.hpp",
    "engines/decisions/difference.hpp",
    "engines/rules/dmn/dmn.hpp",
    "engines/units/reorganise.hpp",
    "engines/units/moving.hpp",
    "engines/units/geometry.hpp",
    "engines/identity/moving.hpp",
    "engines/identity/by_program.hpp",
    "engines/identity/sealing.hpp",
    "engines/identity/erasing.hpp",
    "engines/forms/forgetting.hpp",
    "engines/forms/declared.hpp",
    "engines/forms/lapsing.hpp",
    "engines/forms/told.hpp",
    "engines/casework/forgetting.hpp",
    "engines/documents/forgetting.hpp",
    "engines/documents/authority.hpp",
    "engines/documents/moving.hpp",
    "engines/messages/forgetting.hpp",
    "engines/forms/sealing.hpp",
    "engines/messages/sealing.hpp",
    "engines/casework/moving.hpp",
    "engines/casework/in_charge.hpp",
    "engines/messages/reach.hpp",
    "engines/messages/letters.hpp",
    // clang-format on
};

constexpr std::array<std::string_view, 6> kFloors = {"base",      "platform", "engines",
                                                     "contracts", "services", "app"};

std::optional<int> floor_of(std::string_view include) {
  const auto name = include.substr(0, include.find('/'));
  const auto at = std::find(kFloors.begin(), kFloors.end(), name);
  if (at == kFloors.end() || name.size() == include.size()) return std::nullopt;
  return int(at - kFloors.begin());
}

// "forms" of "engines/forms/forms.hpp".
std::string_view folder_in(std::string_view include) {
  const auto first = include.find('/');
  const auto second = include.find('/', first + 1);
  return second == include.npos ? "" : include.substr(first + 1, second - first - 1);
}

int rank(std::string_view engine) {
  return int(std::find(kEngines.begin(), kEngines.end(), engine) - kEngines.begin());
}

bool is_door(std::string_view include) {
  const auto engine = folder_in(include);
  return include == fmt::format("engines/{0}/{0}.hpp", engine) ||
         std::find(std::begin(kSideDoors), std::end(kSideDoors), include) != std::end(kSideDoors);
}

class Floors {
 public:
  Floors(const Source& file, Findings& found) : file_(file), found_(found) {}

  void check(const Include& include) {
    if (include.path.find('/') == include.path.npos && file_.is_test()) return;
    if (include.path.find('/') == include.path.npos || include.path.starts_with("..")) {
      return report(include, "is not written from src/",
                    "write the whole path, as in \"base/text.hpp\"");
    }
    const auto from = floor_of(std::string_view(file_.path).substr(4));
    const auto to = floor_of(include.path);
    if (!to || !from) return;  // tests/ and tools/ may look at everything
    const auto theirs = folder_in(include.path);
    const bool same = *from == *to && theirs == file_.owner();
    if (*to > *from) {
      report(include, fmt::format("goes up, from {} to {}", kFloors[*from], kFloors[*to]),
             "hand the value down, or move the code to the floor it belongs to");
    } else if (kFloors[*to] == "engines" && !same) {
      engine(include, theirs, kFloors[*from] == "engines");
    } else if (kFloors[*to] == "services" && kFloors[*from] == "services" && !same) {
      report(include, "reaches into another room",
             "tell by the journal, ask by contracts/, or send the person by a link");
    }
    dialect(include);
  }

 private:
  void engine(const Include& include, std::string_view theirs, bool from_engine) {
    if (from_engine && rank(theirs) >= rank(file_.owner())) {
      report(include, fmt::format("goes up, {} stands after {}", theirs, file_.owner()),
             "an engine includes only engines before it (house.md §2)");
    } else if (!is_door(include.path)) {
      report(include, fmt::format("passes by the door of the engine {}", theirs),
             fmt::format("include engines/{0}/{0}.hpp, or widen that door", theirs));
    }
  }

  void dialect(const Include& include) {
    if (file_.under("src/platform") || file_.is_test()) return;
    if (!include.path.starts_with("platform/db/sqlite") &&
        !include.path.starts_with("platform/db/postgres")) {
      return;
    }
    report(include, "names one database", "use platform/db/db.hpp, which is both");
  }

  void report(const Include& include, std::string what, std::string mend) {
    add(found_, "floors", file_, include.line,
        fmt::format("#include \"{}\" {}", include.path, what), std::move(mend));
  }

  const Source& file_;
  Findings& found_;
};

struct Library {
  std::string_view header;  // what its includes begin with
  std::string_view home;    // the one folder that may use it
};

// A library behind a door of ours; elsewhere the door is used.
constexpr std::array<Library, 10> kLibraries = {{{"boost/beast", "src/platform/http"},
                                                 {"boost/asio", "src/platform/http"},
                                                 {"sqlite3.h", "src/platform/db"},
                                                 {"libpq-fe.h", "src/platform/db"},
                                                 {"valijson", "src/platform"},
                                                 {"spdlog", "src/platform"},
                                                 {"sys/socket.h", "src/platform"},
                                                 {"netinet/", "src/platform"},
                                                 {"arpa/inet.h", "src/platform"},
                                                 {"curl/", "src/platform/outgoing"}}};

// What a room must not touch: the machine belongs to the floors below.
constexpr std::array<std::string_view, 8> kNotInRooms = {
    "thread", "fstream", "mutex", "filesystem", "iostream", "openssl/", "curl/", "unistd.h"};

// <thread> is that header alone; "curl/" and "boost/asio" are all that lies below.
bool names_library(const Include& include, std::string_view header) {
  const bool whole = include.path.find('/') == include.path.npos;
  return whole ? include.path == header : include.path.starts_with(header);
}

void outside_of(const Source& file, const Include& include, Findings& found) {
  for (const auto& library : kLibraries) {
    if (names_library(include, library.header) && !file.under(library.home)) {
      add(found, "outside", file, include.line,
          fmt::format("<{}> belongs to {}/", include.path, library.home), "use the door there");
    }
  }
  if (!file.under("src/services")) return;
  for (const auto header : kNotInRooms) {
    if (names_library(include, header)) {
      add(found, "outside", file, include.line, fmt::format("a room uses <{}>", include.path),
          "ask the floors below: db, files, jobs, crypto");
    }
  }
}

}  // namespace

void floors(const Tree& tree, Findings& found) {
  for (const auto& file : tree) {
    const auto engine = file.part("src/engines");
    if (!engine.empty() && rank(engine) == int(kEngines.size())) {
      add(found, "floors", file, 1, fmt::format("the engine {} has no place in the order", engine),
          "write it into house.md §2 and tools/tidy/floors.cpp");
    }
    if (!file.under("src")) continue;
    for (const auto& include : file.includes) {
      if (!include.angled) Floors(file, found).check(include);
    }
  }
}

void outside(const Tree& tree, Findings& found) {
  for (const auto& file : tree) {
    if (!file.under("src") || file.is_test()) continue;
    for (const auto& include : file.includes) {
      if (include.angled) outside_of(file, include, found);
    }
  }
}

}  // namespace tidy
