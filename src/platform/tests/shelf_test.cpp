#include "platform/shelf.hpp"

#include <doctest/doctest.h>

TEST_CASE("What was read once is given to whoever asks next") {
  platform::Shelf<std::string> shelf(2);
  int made = 0;
  const auto ask = [&](std::string_view key) {
    return *shelf.get(key, [&] { return ++made, "read " + std::string(key); });
  };
  CHECK(ask("a") == "read a");
  CHECK(ask("a") == "read a");
  CHECK(made == 1);

  SUBCASE("and what nobody asked for lately is read again") {
    ask("b"), ask("a"), ask("c");  // b falls off
    CHECK(made == 3);
    ask("a"), ask("c");
    CHECK(made == 3);
    ask("b");
    CHECK(made == 4);
  }
  SUBCASE("and what could not be read is not kept") {
    const auto broken = [&] { return shelf.get("d", []() -> std::string { throw 7; }); };
    CHECK_THROWS_AS(broken(), int);
    CHECK(ask("d") == "read d");
  }
}
