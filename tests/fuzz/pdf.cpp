// Papers people send, opened in the sandbox: text or nothing comes back, and nothing is left
// behind.
#include <sys/wait.h>

#include <cerrno>
#include <filesystem>

#include "base/fold.hpp"
#include "fuzz.hpp"
#include "platform/parse/parse.hpp"

namespace {

std::ptrdiff_t open_files() {
  const std::filesystem::directory_iterator files("/proc/self/fd");
  return std::distance(begin(files), end(files));
}

}  // namespace

void fuzz::one(std::string_view bytes) {
  static const auto before = (parse::pdf_text("", 1), open_files());
  const auto text = parse::pdf_text(bytes, 1 + int(bytes.size() % 3));
  holds(!text || text->size() <= 1 << 20);
  holds(!text || base::is_text(*text) || text->find('\0') != text->npos);
  holds(::waitpid(-1, nullptr, WNOHANG) == -1 && errno == ECHILD);
  holds(open_files() == before);
}
