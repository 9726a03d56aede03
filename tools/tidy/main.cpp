// taydo_tidy [--law] [ROOT]: says what breaks the style, where, and how to mend it.
#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>

#include "tidy/tidy.hpp"

namespace {

constexpr std::size_t kSubjectMax = 60;

void print_laws(const tidy::Tree& tree) {
  for (const auto& law : tidy::laws(tree)) {
    fmt::print("{} -> {}:{}\n", law.article, law.path, law.line);
  }
}

std::string exceptions_text(const std::string& root) {
  std::ifstream file(root + "/tools/tidy/exceptions.txt");
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// A warning only: history is not rewritten for style.
void warn_about_subjects(const std::string& root) {
  if (root.find('\'') != root.npos) return;
  const auto command = "git -C '" + root + "' log -50 --no-merges --format=%s 2>/dev/null";
  const std::unique_ptr<FILE, int (*)(FILE*)> log(popen(command.c_str(), "r"), pclose);
  if (!log) return;
  char line[1024];
  while (std::fgets(line, sizeof line, log.get())) {
    const auto subject = tidy::trimmed(line);
    if (tidy::characters(subject).size() <= kSubjectMax) continue;
    fmt::print("warning: a commit subject of more than {} characters: {}\n", kSubjectMax, subject);
  }
}

int check(const std::string& root, const tidy::Tree& tree) {
  auto found = tidy::check(tree);
  const auto exceptions = tidy::read_exceptions(exceptions_text(root));
  const auto needless = tidy::forgive(found, exceptions);
  for (const auto& f : found) {
    fmt::print("{}:{}: {}: {}  [{}]\n", f.path, f.line, f.what, f.mend, f.rule);
  }
  for (const auto& one : needless) {
    fmt::print("tools/tidy/exceptions.txt:1: {} {} is not needed: delete it\n", one.rule, one.path);
  }
  warn_about_subjects(root);
  fmt::print("tidy: {} files, {} findings, {} exceptions\n", tree.size(), found.size(),
             exceptions.size());
  return found.empty() && needless.empty() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  std::string root = ".";
  bool law = false;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--law")
      law = true;
    else
      root = word;
  }
  const auto tree = tidy::read_tree(root);
  if (tree.empty()) {
    fmt::print(stderr, "tidy: no source under {}: name the root of the project\n", root);
    return 2;
  }
  if (!law) return check(root, tree);
  print_laws(tree);
  return 0;
}
