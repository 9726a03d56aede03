#include <doctest/doctest.h>

#include "tidy/tests/rules.hpp"

using namespace tidy;

namespace {

std::string include(const std::string& path) { return "#include \"" + path + "\"\n"; }

bool may(const std::string& from, const std::string& to) {
  return !refuses(floors, from, include(to));
}

}  // namespace

TEST_CASE("Includes go down the floors") {
  CHECK(may("src/platform/http/http.hpp", "base/html.hpp"));
  CHECK(may("src/services/one_stop/pages.cpp", "contracts/portal.hpp"));
  CHECK(may("src/app/main.cpp", "services/one_stop/room.hpp"));
  CHECK_FALSE(may("src/base/html.cpp", "platform/http/http.hpp"));
  CHECK_FALSE(may("src/platform/db/db.cpp", "engines/journal/journal.hpp"));
  CHECK_FALSE(may("src/engines/journal/journal.cpp", "contracts/portal.hpp"));
  CHECK_FALSE(may("src/engines/journal/journal.cpp", "services/portal/room.hpp"));
  CHECK_FALSE(may("src/services/portal/room.cpp", "app/wiring.hpp"));
  CHECK(first(floors, "src/base/a.cpp", "\n" + include("platform/x.hpp")).starts_with("2: "));
}

TEST_CASE("An engine includes only engines before it") {
  CHECK(may("src/engines/units/store.cpp", "engines/journal/journal.hpp"));
  CHECK(may("src/engines/units/store.cpp", "engines/units/rows.hpp"));
  CHECK_FALSE(may("src/engines/journal/store.cpp", "engines/units/units.hpp"));
  CHECK(refuses(floors, "src/engines/astrology/astrology.hpp", ""));
}

TEST_CASE("An engine is entered by its door") {
  CHECK(may("src/services/portal/pages.cpp", "engines/forms/forms.hpp"));
  CHECK(may("src/services/portal/pages.cpp", "engines/identity/visit.hpp"));
  CHECK(may("src/services/portal/pages.cpp", "engines/identity/route.hpp"));
  CHECK_FALSE(may("src/services/portal/pages.cpp", "engines/forms/store.hpp"));
  CHECK_FALSE(may("src/engines/casework/store.cpp", "engines/forms/store.hpp"));
  CHECK_FALSE(may("src/app/main.cpp", "engines/forms/store.hpp"));
}

TEST_CASE("A room never includes a room, and knows no one database") {
  CHECK(may("src/services/portal/pages.cpp", "services/portal/views.hpp"));
  CHECK_FALSE(may("src/services/portal/pages.cpp", "services/one_stop/store.hpp"));
  CHECK_FALSE(may("src/services/portal/store.cpp", "platform/db/sqlite.hpp"));
  CHECK_FALSE(may("src/services/portal/store.cpp", "platform/db/postgres/conn.hpp"));
  CHECK_FALSE(may("src/services/portal/pages.cpp", "views.hpp"));
}

TEST_CASE("Tests of all floors may look at everything") {
  CHECK(may("tests/journeys/path.cpp", "services/one_stop/store.hpp"));
  CHECK(may("src/services/portal/tests/pages_test.cpp", "cast/cast.hpp"));
  CHECK(may("src/platform/http/tests/edge_test.cpp", "wire.hpp"));
}

TEST_CASE("A library stands behind its door") {
  CHECK(refuses(outside, "src/engines/units/store.cpp", "#include <sqlite3.h>\n"));
  CHECK_FALSE(refuses(outside, "src/platform/db/sqlite.cpp", "#include <sqlite3.h>\n"));
  CHECK(refuses(outside, "src/platform/jobs/jobs.cpp", "#include <boost/asio/post.hpp>\n"));
  CHECK_FALSE(refuses(outside, "src/platform/http/edge.cpp", "#include <boost/asio.hpp>\n"));
  CHECK(refuses(outside, "src/engines/units/store.cpp", "#include <sys/socket.h>\n"));
}

TEST_CASE("A room has no threads, files or sockets of its own") {
  for (const char* header : {"thread", "fstream", "sys/socket.h", "openssl/evp.h"}) {
    const auto text = "#include <" + std::string(header) + ">\n";
    CHECK(refuses(outside, "src/services/portal/pages.cpp", text));
    CHECK_FALSE(refuses(outside, "src/services/portal/tests/pages_test.cpp", text));
  }
  CHECK_FALSE(refuses(outside, "src/services/portal/pages.cpp", "#include <string>\n"));
  CHECK_FALSE(refuses(outside, "src/platform/files/files.cpp", "#include <fstream>\n"));
}
