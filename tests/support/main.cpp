// The test program: doctest's own main, and the roles that tests start it in.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <string_view>

#include "platform/parse/parse.hpp"
#include "support/exploit.hpp"

int main(int argc, char** argv) {
  if (parse::is_role(argc, argv)) return parse::role(argc, argv);
  if (argc == 3 && std::string_view(argv[1]) == "play-the-exploit") {
    return support::play_the_exploit(argv[2]);
  }
  doctest::Context context(argc, argv);
  return context.run();
}
