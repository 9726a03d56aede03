// The process that opens what came from outside: its standard input, behind the sandbox.
#include <unistd.h>

#include <cstdlib>
#include <string>
#include <string_view>

#include "platform/parse/parse.hpp"
#include "platform/parse/sandbox.hpp"

namespace parse {

// taydo parse pdf-text PAGES
bool is_role(int argc, char** argv) {
  return argc == 4 && std::string_view(argv[1]) == "parse" &&
         std::string_view(argv[2]) == "pdf-text";
}

int role(int, char** argv) {
  constexpr int failed = 1;
  const auto pages = std::to_string(std::max(1, std::atoi(argv[3])));
  if (!enter_sandbox()) return failed;
  ::execl("/usr/bin/pdftotext", "pdftotext", "-q", "-enc", "UTF-8", "-l", pages.c_str(), "-", "-",
          nullptr);
  return failed;
}

}  // namespace parse
