// The entrance libFuzzer knows, for all targets.
#include "fuzz.hpp"

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "platform/parse/parse.hpp"

std::string fuzz::file(const std::string& path) {
  std::ifstream in(TAYDO_SOURCE_DIR "/" + path, std::ios::binary);
  holds(bool(in));
  return {std::istreambuf_iterator<char>(in), {}};
}

// The target of papers is started again by itself, as the program is, to open one in the sandbox.
extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv) {
  if (parse::is_role(*argc, *argv)) _Exit(parse::role(*argc, *argv));
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::one({reinterpret_cast<const char*>(data), size});
  return 0;
}
