#include "services/one_stop/dossier.hpp"

#include <doctest/doctest.h>

using namespace one_stop;

TEST_CASE("A code is read however it is typed, and nothing else is") {
  CHECK(read_code("  h13.01-261123-0001 ") == "H13.01-261123-0001");
  CHECK_FALSE(read_code("H13.01' OR 1=1"));
  CHECK_FALSE(read_code(""));
  CHECK_FALSE(read_code(std::string(500, 'A')));
  CHECK(code_from("{agency}-{yymmdd}-{order}", "000.00.19.H13",
                  *base::Date::parse_iso("2024-03-05"), 12) == "000.00.19.H13-240305-0012");
}

TEST_CASE("What has ended does not go on, and a result is returned only once it is there") {
  for (const auto from : {State::refused, State::withdrawn, State::stopped, State::returned}) {
    for (int to = 1; to <= 10; ++to) CHECK_FALSE(may_become(from, State(to)));
  }
  CHECK(may_become(State::resolved, State::returned));
  CHECK_FALSE(may_become(State::in_progress, State::returned));
  CHECK_FALSE(may_become(State::submitted, State::resolved));
}
