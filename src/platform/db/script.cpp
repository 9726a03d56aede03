// Cutting and turning SQL text.
#include "platform/db/script.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>

namespace db {
namespace {

using std::string_view;

// How many characters the blank, comment, quoted text, word or sign at the front of `s` takes.
std::size_t token_size(string_view s) {
  const auto until = [&](string_view end, std::size_t from) {
    const auto at = s.find(end, from);
    return at == string_view::npos ? s.size() : at + end.size();
  };
  const auto is_word = [](unsigned char c) { return std::isalnum(c) || c == '_' || c >= 0x80; };
  if (s.starts_with("--")) return until("\n", 2);
  if (s.starts_with("/*")) return until("*/", 2);
  if (s[0] == '\'' || s[0] == '"') return until(s.substr(0, 1), 1);  // '' is two texts side by side
  std::size_t n = 0;
  while (n < s.size() && is_word(s[n])) ++n;
  return n == 0 ? 1 : n;
}

bool is_silent(string_view token) {
  // An opened comment speaks on PostgreSQL, so a statement may consist of nothing else.
  if (token.starts_with("/*pg ")) return false;
  return token.starts_with("--") || token.starts_with("/*") || std::isspace(token[0] & 0xff);
}

std::string upper(string_view word) {
  std::string out(word);
  for (char& c : out) c = char(std::toupper(c & 0xff));
  return out;
}

// Follows one statement: SQLite's CREATE TRIGGER … BEGIN …; …; END holds semicolons of its own.
class Shape {
 public:
  void take(string_view token) {
    const auto word = upper(token);
    if (count_++ == 0) creates_ = word == "CREATE";
    trigger_ |= creates_ && count_ <= 4 && word == "TRIGGER";  // CREATE TEMP / OR REPLACE TRIGGER
    body_ |= trigger_ && word == "BEGIN";
    ended_ = previous_ == ";" && word == "END";
    previous_ = word;
  }
  bool empty() const { return count_ == 0; }
  bool ends_here() const { return !body_ || ended_; }

 private:
  int count_ = 0;
  bool creates_ = false, trigger_ = false, body_ = false, ended_ = false;
  std::string previous_;
};

std::string replaced(string_view sql, string_view from, string_view to) {
  std::string out;
  for (std::size_t i = 0;;) {
    const auto at = sql.find(from, i);
    out += sql.substr(i, at - i);
    if (at == string_view::npos) return out;
    out += to;
    i = at + from.size();
  }
}

constexpr string_view in_numbers = "{in:", in_texts = "{in text:";

// Replaces each {in:$n}, or another `mark`; `pattern` has one hole, for the $n.
std::string with_lists(string_view sql, string_view mark,
                       fmt::format_string<string_view&> pattern) {
  std::string out;
  for (std::size_t i = 0;;) {
    const auto at = sql.find(mark, i);
    const auto end = at == string_view::npos ? at : sql.find('}', at);
    if (end == string_view::npos) return out += sql.substr(i);
    auto name = sql.substr(at + mark.size(), end - at - mark.size());
    out += sql.substr(i, at - i);
    out += fmt::format(pattern, name);
    i = end + 1;
  }
}

}  // namespace

std::vector<std::string> statements(string_view script) {
  std::vector<std::string> out;
  Shape shape;
  std::size_t begin = 0;
  const auto finish = [&](std::size_t end) {
    if (!shape.empty()) out.emplace_back(script.substr(begin, end - begin));
    shape = {};
  };
  for (std::size_t i = 0; i < script.size();) {
    const auto token = script.substr(i, token_size(script.substr(i)));
    if (token == ";" && shape.ends_here()) {
      finish(i);
      begin = i + 1;
    } else if (!is_silent(token)) {
      shape.take(token);
    }
    i += token.size();
  }
  finish(script.size());
  return out;
}

std::string for_postgres(string_view sql) {
  auto out = with_lists(sql, in_numbers,
                        "(SELECT CAST(jsonb_array_elements_text(CAST({} AS jsonb)) AS BIGINT))");
  out = with_lists(out, in_texts, "(SELECT jsonb_array_elements_text(CAST({} AS jsonb)))");
  for (std::size_t at; (at = out.find("/*pg ")) != std::string::npos;) {
    const auto end = out.find("*/", at);
    if (end == std::string::npos) break;
    out.replace(end, 2, " ");
    out.replace(at, 5, " ");
  }
  return out;
}

std::string for_sqlite(string_view sql) {
  static constexpr char list[] = "(SELECT value FROM json_each({}))";
  return with_lists(with_lists(sql, in_numbers, list), in_texts, list);
}

int highest_parameter(string_view sql) {
  int highest = 0;
  for (std::size_t at = 0; (at = sql.find('$', at)) != string_view::npos;) {
    int number = 0;
    std::from_chars(sql.data() + ++at, sql.data() + sql.size(), number);
    highest = std::max(highest, number);
  }
  return highest;
}

std::string schema_for_sqlite(string_view sql) {
  return replaced(sql, "BIGINT PRIMARY KEY", "INTEGER PRIMARY KEY");
}

}  // namespace db
