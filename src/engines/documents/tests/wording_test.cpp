// Sentences as their authors leave them.
#include "engines/documents/wording.hpp"

#include <doctest/doctest.h>

TEST_CASE("A sentence that breaks off is refused with its line, wherever it breaks off") {
  const std::string whole = "# x\nsay a | b\n  when x = \"y\" | c {d} \\\n  e\n  else | f\nend\n";
  REQUIRE(documents::read_wording(whole));
  for (const auto* part : {"say \\", "say", "say \\\n", "say \\\n\n", "say a", "say a |",
                           "say a | b\n  when", "say a | b\n  else |", "say a | b\n else | {"}) {
    CAPTURE(part);
    const auto read = documents::read_wording("# x\n" + std::string(part));
    REQUIRE_FALSE(read);
    CHECK(read.error().line >= 2);
  }
}
