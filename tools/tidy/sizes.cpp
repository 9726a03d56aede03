// Files, functions and lines stay short enough to be read at once (house.md §3).
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "tidy/tidy.hpp"

namespace tidy {
namespace {

constexpr int kHeaderLinesMax = 200;
constexpr int kDoorLinesMax = 150;
constexpr int kSourceLinesMax = 400;
constexpr int kFunctionLinesMax = 60;
constexpr int kColumnsMax = 100;
constexpr int kVisitMethodsMax = 12;

bool is_door(const Source& file) {
  return file.path == fmt::format("src/engines/{0}/{0}.hpp", file.part("src/engines"));
}

bool starts_with_word(std::string_view s, std::string_view word) {
  return s.starts_with(word) && (s.size() == word.size() || !is_word_char(s[word.size()]));
}

// "template <class T> requires(...)" and attributes do not say what kind of scope opens.
std::string_view without_template(std::string_view head) {
  while (starts_with_word(head, "template") || starts_with_word(head, "requires")) {
    const auto open = head.find_first_of("<(");
    if (open == head.npos) return head;
    int depth = 0;
    std::size_t i = open;
    for (; i < head.size(); ++i) {
      if (head[i] == '<' || head[i] == '(') ++depth;
      if ((head[i] == '>' || head[i] == ')') && --depth == 0) break;
    }
    head = trimmed(head.substr(std::min(i + 1, head.size())));
  }
  return head;
}

enum class Scope { space, function, values };

// What the brace after `head` opens, at namespace or class level.
Scope scope_after(std::string_view head) {
  head = without_template(trimmed(head));
  for (const auto word : {"namespace", "extern", "class", "struct", "union", "enum"}) {
    if (starts_with_word(head, word)) return Scope::space;
  }
  const auto bracket = head.find('(');
  if (bracket == head.npos) return Scope::values;
  // `x = {1}` is a value, `x = [](int) {` a function, `void operator=(T) {` one too.
  const auto equals = head.substr(0, bracket).find('=');
  const bool assigned = equals != head.npos && head.find("operator") == head.npos;
  if (assigned && head.find('[') == head.npos) return Scope::values;
  // `a_(x), b_{y}`: the brace after a member's name in a constructor is a value.
  const char last = head.back();
  const bool in_initializers = head.find(") :") != head.npos;
  return in_initializers && is_word_char(last) ? Scope::values : Scope::function;
}

// Walks the code once, with a stack of what is open, and reports functions that are too long.
class Functions {
 public:
  Functions(const Source& file, Findings& found) : file_(file), code_(file.code), found_(found) {}

  void check() {
    for (std::size_t i = 0; i < code_.size(); ++i) {
      if (code_[i] == '(') ++brackets_;
      if (code_[i] == ')') --brackets_;
      if (brackets_ == 0 && (code_[i] == ';' || code_[i] == '}')) head_ = i + 1;
      if (code_[i] == '{') i = open(i);
    }
  }

 private:
  std::size_t open(std::size_t brace) {
    const auto head = code_.substr(head_, brace - head_);
    const auto scope = brackets_ > 0 ? Scope::values : scope_after(head);
    if (scope == Scope::space) {
      head_ = brace + 1;
      return brace;
    }
    const auto end = closing(brace);
    if (scope == Scope::function) {
      measure(code_.find_first_not_of(" \t\n", head_), end);
      head_ = end + 1;
    }
    return end;
  }

  std::size_t closing(std::size_t brace) const {
    int depth = 0;
    for (std::size_t i = brace; i < code_.size(); ++i) {
      if (code_[i] == '{') ++depth;
      if (code_[i] == '}' && --depth == 0) return i;
    }
    return code_.size() - 1;
  }

  void measure(std::size_t begin, std::size_t end) {
    const int first = file_.line_at(begin);
    const int lines = file_.line_at(end) - first + 1;
    if (lines <= kFunctionLinesMax) return;
    add(found_, "sizes", file_, first,
        fmt::format("a function of {} lines (at most {})", lines, kFunctionLinesMax),
        "cut it where its comments would stand");
  }

  const Source& file_;
  const std::string_view code_;
  Findings& found_;
  std::size_t head_ = 0;
  int brackets_ = 0;
};

void file_size(const Source& file, Findings& found) {
  const int most = is_door(file)      ? kDoorLinesMax
                   : file.is_header() ? kHeaderLinesMax
                                      : kSourceLinesMax;
  const int lines = int(file.lines().size());
  if (lines <= most) return;
  add(found, "sizes", file, most + 1, fmt::format("{} lines (at most {})", lines, most),
      file.is_header() ? "fewer promises, or two headers" : "split it by reader or by noun");
}

void line_length(const Source& file, Findings& found) {
  int number = 0;
  for (const auto line : file.lines()) {
    ++number;
    if (line.size() <= kColumnsMax) continue;  // bytes are never fewer than characters
    const auto columns = int(characters(line).size());
    if (columns <= kColumnsMax) continue;
    add(found, "sizes", file, number, fmt::format("{} columns (at most {})", columns, kColumnsMax),
        "break the line; tools/format does most of it");
  }
}

// The request context is where a god object would grow.
void visit_methods(const Source& file, Findings& found) {
  if (file.path != "src/engines/identity/visit.hpp") return;
  int methods = 0;
  for (auto at = file.code.find("virtual "); at != file.code.npos;
       at = file.code.find("virtual ", at + 1)) {
    ++methods;
  }
  if (methods <= kVisitMethodsMax) return;
  add(found, "sizes", file, 1,
      fmt::format("Visit has {} methods (at most {})", methods, kVisitMethodsMax),
      "give pages that service by their constructor");
}

}  // namespace

void sizes(const Tree& tree, Findings& found) {
  for (const auto& file : tree) {
    if (!file.is_cpp()) continue;
    file_size(file, found);
    line_length(file, found);
    Functions(file, found).check();
    visit_methods(file, found);
  }
}

}  // namespace tidy
