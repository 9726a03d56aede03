// A file of the project, cut into code, comments and string literals for the checks to look at.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tidy {

struct Comment {
  int line;
  std::string text;  // without the slashes
};

struct Literal {
  int line;
  std::size_t begin;      // of the opening quote, in `code`
  std::size_t end;        // just past the closing quote
  std::string delimiter;  // of a raw literal: "sql" in R"sql(...)sql"
  std::string text;       // between the quotes; escapes stand as written
};

struct Include {
  int line;
  bool angled;
  std::string path;
};

class Source {
 public:
  // `path` counts from the root of the project, with slashes. Text that is not C++ has no literals.
  Source(std::string path, std::string text);

  std::string path;
  std::string text;
  std::string code;  // as long as `text`; comments, literals and directives are blanks
  std::vector<Comment> comments;
  std::vector<Literal> literals;
  std::vector<Include> includes;

  std::vector<std::string_view> lines() const;
  int line_at(std::size_t offset) const;  // counts from 1

  bool is_cpp() const { return is_header() || path.ends_with(".cpp"); }
  bool is_header() const { return path.ends_with(".hpp"); }
  bool is_test() const { return under("tests") || path.find("/tests/") != std::string::npos; }
  bool under(std::string_view folder) const;  // "src/engines"
  std::string_view name() const;              // "store.cpp"
  std::string_view stem() const;              // "store"
  // The folder below `parent` that this file lies in: part("src/services") is "one_stop". Or "".
  std::string_view part(std::string_view parent) const;
  // The engine, room or part of the machine this file belongs to; "" outside those floors.
  std::string_view owner() const;

 private:
  void scan();
  std::size_t comment(std::size_t from);
  std::size_t literal(std::size_t quote);
  std::size_t character(std::size_t quote);
  std::size_t directive(std::size_t hash);
  void blank(std::size_t from, std::size_t to);
};

// Unicode characters of UTF-8 text; a broken byte counts as one.
std::u32string characters(std::string_view utf8);
// A letter of the Vietnamese alphabet that English does not have.
bool is_vietnamese(char32_t c);
bool has_vietnamese(std::string_view utf8);

bool is_word_char(char c);  // letter, digit, underscore
std::string_view trimmed(std::string_view s);

}  // namespace tidy
