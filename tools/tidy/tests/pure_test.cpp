#include <doctest/doctest.h>

#include "tidy/tests/rules.hpp"

using namespace tidy;

TEST_CASE("Rules and views read no clock and no database") {
  const std::string db = "#include \"platform/db/db.hpp\"\n";
  const std::string clock = "auto t = std::chrono::system_clock::now();";
  CHECK(refuses(pure, "src/services/portal/views_citizen.cpp", db));
  CHECK(refuses(pure, "src/services/portal/draft.hpp", db));
  CHECK_FALSE(refuses(pure, "src/services/portal/actions.hpp", db));
  CHECK_FALSE(refuses(pure, "src/services/portal/store_drafts.hpp", db));
  CHECK_FALSE(refuses(pure, "src/services/portal/tests/draft_test.cpp", db + clock));
  CHECK(refuses(pure, "src/services/portal/pages.cpp", clock));
  CHECK(refuses(pure, "src/engines/journal/journal.cpp", clock));
  CHECK_FALSE(refuses(pure, "src/platform/db/ids.cpp", clock));
  CHECK_FALSE(refuses(pure, "src/services/portal/pages.cpp", "// system_clock\n"));
}
