// SQL stands in stores and migrations, and names only the tables of its owner (house.md §3).
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

#include "tidy/tidy.hpp"

namespace tidy {
namespace {

struct Word {
  std::string text;  // in lower case; a sign stands alone
  std::size_t at;
};

// Words and signs of a statement without its comments and 'strings'.
std::vector<Word> words_of(std::string_view sql) {
  std::vector<Word> words;
  for (std::size_t i = 0; i < sql.size();) {
    const auto c = static_cast<unsigned char>(sql[i]);
    if (sql.substr(i, 2) == "--") {
      i = std::min(sql.find('\n', i), sql.size());
    } else if (c == '\'') {
      i = std::min(sql.find('\'', i + 1), sql.size() - 1) + 1;
    } else if (std::isspace(c)) {
      ++i;
    } else if (!is_word_char(sql[i])) {
      words.push_back({std::string(1, sql[i]), i});
      ++i;
    } else {
      const auto begin = i;
      std::string text;
      for (; i < sql.size() && is_word_char(sql[i]); ++i) {
        text += char(std::tolower(static_cast<unsigned char>(sql[i])));
      }
      words.push_back({std::move(text), begin});
    }
  }
  return words;
}

bool is_name(const std::string& word) {
  return is_word_char(word[0]) && !std::isdigit(static_cast<unsigned char>(word[0]));
}

// The names a WITH gives to its parts: `name AS (` and `name (a, b) AS (`.
std::set<std::string> own_names(const std::vector<Word>& words) {
  std::set<std::string> own;
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    if (words[i].text != "as" || words[i + 1].text != "(") continue;
    auto k = i - 1;
    if (words[k].text == ")") {
      while (k > 0 && words[k].text != "(") --k;
      if (k > 0) --k;
    }
    own.insert(words[k].text);
  }
  return own;
}

// Finds the words that must be tables: after FROM, JOIN, INTO, UPDATE, TABLE, REFERENCES, ON.
class Tables {
 public:
  explicit Tables(std::string_view sql) : words_(words_of(sql)), own_(own_names(words_)) {}

  std::vector<Word> found() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (opens_list(i))
        list(i + 1);
      else if (opens_one(i))
        take(after_exists(i + 1));
    }
    return tables_;
  }

 private:
  const std::string& word(std::size_t i) const {
    static const std::string none = ";";
    return i < words_.size() ? words_[i].text : none;
  }

  bool opens_list(std::size_t i) const {  // FROM a, b; not IS DISTINCT FROM or extract(x FROM y)
    if (word(i) != "from" || (i > 0 && word(i - 1) == "distinct")) return false;
    return !(i > 2 && (word(i - 3) == "extract" || word(i - 3) == "substring") &&
             word(i - 2) == "(");
  }

  bool opens_one(std::size_t i) const {
    const auto& w = word(i);
    if (w == "join" || w == "into" || w == "references") return true;
    if (w == "table") return true;
    if (w == "update") return !(i > 0 && (word(i - 1) == "do" || word(i - 1) == "for"));
    if (w != "on") return false;  // CREATE INDEX x ON table
    for (std::size_t k = i, steps = 0; k-- > 0 && steps < 6; ++steps) {
      if (word(k) == "index") return true;
    }
    return false;
  }

  std::size_t after_exists(std::size_t i) const {
    while (word(i) == "if" || word(i) == "not" || word(i) == "exists" || word(i) == "only") ++i;
    return i;
  }

  void list(std::size_t i) {
    for (;;) {
      take(i);
      int depth = 0;  // on to the comma of this list, if there is one
      for (; i < words_.size(); ++i) {
        const auto& w = word(i);
        if (w == "(") ++depth;
        if (w == ")" && --depth < 0) return;
        if (depth > 0) continue;
        if (w == "," || w == "where" || w == "order" || w == "group" || w == "join" || w == ";") {
          break;
        }
      }
      if (word(i) != ",") return;
      ++i;
    }
  }

  void take(std::size_t i) {
    const auto& name = word(i);
    if (!is_name(name) || name == "select" || name == "lateral" || own_.contains(name)) return;
    if (word(i + 1) == "(" && word(i - 1) == "from") return;  // a function that makes rows
    tables_.push_back(words_[i]);
  }

  std::vector<Word> words_;
  std::set<std::string> own_;
  std::vector<Word> tables_;
};

bool may_hold_sql(const Source& file) {
  return file.under("src/platform") || file.is_test() || !file.under("src") ||
         file.stem().find("store") != std::string_view::npos ||
         file.stem().find("migrate") != std::string_view::npos;
}

bool looks_like_sql(std::string_view text) {
  static constexpr std::array<std::string_view, 7> openings = {
      "SELECT ",         "INSERT INTO ", "DELETE FROM ", "CREATE TABLE ",
      "WITH RECURSIVE ", "ALTER TABLE ", "CREATE INDEX "};
  text = trimmed(text);
  if (text.starts_with("UPDATE ") && text.find(" SET ") != text.npos) return true;
  return std::any_of(openings.begin(), openings.end(),
                     [&](auto opening) { return text.starts_with(opening); });
}

// The database floor speaks to one engine at a time, in statements that are no business of the
// other.
bool may_be_sql(const Source& file) {
  return file.under("src") && !file.is_test() && !file.under("src/platform/db");
}

void tables(const Source& file, std::string_view statement, int line, Findings& found) {
  const auto owner = std::string(file.owner());
  for (const auto& table : Tables(statement).found()) {
    const auto& name = table.text;
    if (name == owner || name.starts_with(owner + "_") || name.starts_with("facts_")) continue;
    const auto before = statement.substr(0, table.at);
    add(found, "sql", file, line + int(std::count(before.begin(), before.end(), '\n')),
        fmt::format("{} names the table {}", owner, name),
        fmt::format("its tables begin with {}_; ask the owner of the other", owner));
  }
}

}  // namespace

void sql(const Tree& tree, Findings& found) {
  for (const auto& file : tree) {
    const bool owned = file.under("src/engines") || file.under("src/services");
    if (owned && file.path.ends_with(".sql")) tables(file, file.text, 1, found);
    for (const auto& literal : file.literals) {
      const bool is_sql = literal.delimiter == "sql";
      if (is_sql && !may_hold_sql(file)) {
        add(found, "sql", file, literal.line, "SQL outside a store", "move it to store.cpp");
      } else if (may_be_sql(file) && !is_sql && looks_like_sql(literal.text)) {
        add(found, "sql", file, literal.line, "SQL in a plain string",
            "a named constant R\"sql(...)sql\" in store.cpp, which a test prepares on both "
            "databases");
      }
      if (is_sql && owned && !file.is_test()) tables(file, literal.text, literal.line, found);
    }
  }
}

}  // namespace tidy
