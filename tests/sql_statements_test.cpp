// Every SQL statement of the program is understood by both engines, after all migrations.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "platform/db/db.hpp"
#include "support/databases.hpp"

namespace {

namespace fs = std::filesystem;

struct Literal {
  std::string where;  // src/engines/journal/store.cpp:12
  std::string sql;
};

std::string content(const fs::path& path) {
  std::ifstream file(path);
  std::ostringstream out;
  out << file.rdbuf();
  return out.str();
}

void collect(const fs::path& path, std::vector<Literal>& out) {
  constexpr std::string_view open = "R\"sql(", close = ")sql\"";
  const auto text = content(path);
  for (std::size_t at = 0; (at = text.find(open, at)) != text.npos;) {
    const auto line = 1 + std::count(text.begin(), text.begin() + std::ptrdiff_t(at), '\n');
    const auto begin = at + open.size(), end = text.find(close, begin);
    REQUIRE(end != text.npos);
    const auto line_start = text.rfind('\n', at) + 1;
    const bool comment =
        std::string_view(text).substr(line_start, at - line_start).find("//") != text.npos;
    at = end;
    if (comment) continue;
    const auto where = fs::relative(path, TAYDO_SOURCE_DIR).string();
    out.push_back({fmt::format("{}:{}", where, line), text.substr(begin, end - begin)});
  }
}

// Tests have tables of their own, so their statements are tried by running them.
std::vector<Literal> statements_of_the_program() {
  std::vector<Literal> out;
  for (const auto& entry : fs::recursive_directory_iterator(TAYDO_SOURCE_DIR "/src")) {
    const auto path = entry.path();
    const bool source = path.extension() == ".cpp" || path.extension() == ".hpp";
    if (source && path.string().find("/tests/") == std::string::npos) collect(path, out);
  }
  return out;
}

}  // namespace

TEST_CASE("Every statement of the program prepares on SQLite and on PostgreSQL") {
  const auto literals = statements_of_the_program();
  REQUIRE(literals.size() > 3);
  support::on_each_database([&](db::Database& database) {
    for (const auto& literal : literals) {
      const auto problem = db::check(database, literal.sql);
      if (problem) FAIL_CHECK(literal.where << ": " << *problem);
    }
  });
}
