// Running the checks, collecting the laws, and reading the project from disk.
#include "tidy/tidy.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <tuple>

namespace tidy {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 4> kRoots = {"src", "tests", "tools", "bench"};
constexpr std::array<std::string_view, 3> kKinds = {".hpp", ".cpp", ".sql"};

bool is_ours(const fs::path& path) {
  const auto kind = path.extension().string();
  return path.filename() == "README.md" ||
         std::find(kKinds.begin(), kKinds.end(), kind) != kKinds.end();
}

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream all;
  all << file.rdbuf();
  return all.str();
}

}  // namespace

void add(Findings& found, std::string_view rule, const Source& file, int line, std::string what,
         std::string mend) {
  found.push_back({std::string(rule), file.path, line, std::move(what), std::move(mend)});
}

bool in_tree(const Tree& tree, std::string_view path) {
  return std::any_of(tree.begin(), tree.end(), [&](const auto& file) { return file.path == path; });
}

Findings check(const Tree& tree) {
  Findings found;
  for (const auto rule : {floors, outside, pure, sizes, names, first_lines, leftovers, sql, markup,
                          prose, languages, routes}) {
    rule(tree, found);
  }
  std::sort(found.begin(), found.end(), [](const Finding& a, const Finding& b) {
    return std::tie(a.path, a.line, a.what) < std::tie(b.path, b.line, b.what);
  });
  return found;
}

std::vector<Law> laws(const Tree& tree) {
  constexpr std::string_view mark = "[law:";
  std::vector<Law> all;
  for (const auto& file : tree) {
    if (file.under("tools")) continue;  // it speaks of the mark
    for (const auto& comment : file.comments) {
      const std::string_view text = comment.text;
      for (auto at = text.find(mark); at != text.npos; at = text.find(mark, at + 1)) {
        const auto end = text.find(']', at);
        if (end == text.npos) continue;
        const auto article = trimmed(text.substr(at + mark.size(), end - at - mark.size()));
        all.push_back({std::string(article), file.path, comment.line});
      }
    }
  }
  std::sort(all.begin(), all.end(), [](const Law& a, const Law& b) {
    return std::tie(a.article, a.path, a.line) < std::tie(b.article, b.path, b.line);
  });
  return all;
}

std::vector<Exception> read_exceptions(std::string_view text) {
  std::vector<Exception> all;
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line.substr(0, line.find('#')));
    Exception one;
    if (words >> one.rule >> one.path) all.push_back(std::move(one));
  }
  return all;
}

std::vector<Exception> forgive(Findings& found, const std::vector<Exception>& exceptions) {
  std::vector<Exception> needless;
  for (const auto& one : exceptions) {
    const auto gone = std::erase_if(
        found, [&](const Finding& f) { return f.rule == one.rule && f.path == one.path; });
    if (gone == 0) needless.push_back(one);
  }
  return needless;
}

Tree read_tree(const std::string& root) {
  Tree tree;
  for (const auto top : kRoots) {
    const auto folder = fs::path(root) / top;
    if (!fs::is_directory(folder)) continue;
    for (auto at = fs::recursive_directory_iterator(folder); at != fs::end(at); ++at) {
      const auto name = at->path().filename().string();
      if (at->is_directory() && (name == "node_modules" || name.starts_with('.'))) {
        at.disable_recursion_pending();
      } else if (at->is_regular_file() && is_ours(at->path())) {
        tree.emplace_back(fs::relative(at->path(), root).generic_string(), bytes_of(at->path()));
      }
    }
  }
  std::sort(tree.begin(), tree.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return tree;
}

}  // namespace tidy
