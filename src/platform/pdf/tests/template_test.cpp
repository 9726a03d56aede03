// What a clerk hears when a template is wrong.
#include "platform/pdf/template.hpp"

#include <doctest/doctest.h>

#include "papers.hpp"

namespace {

const std::string start = "document A4 | Thử\nvalue name | họ tên\n";

std::string trouble(const std::string& text) {
  const auto parsed = pdf::parse(text);
  if (parsed) return "none";
  CHECK(!parsed.error().message.vi.empty());
  return std::to_string(parsed.error().line) + ": " + parsed.error().message.en;
}

}  // namespace

TEST_CASE("A template says which line is wrong and why") {
  CHECK(trouble(start + "title {name}\n") == "none");
  CHECK(trouble("") == "1: The first line must be “document A4 | name” or “document A5 | name”.");
  CHECK(trouble("# x\n\ntitle A\n").starts_with("3: The first line must be"));
  CHECK(trouble(start + "\nparagraf {name}\n") == "4: There is no “paragraf” in this place.");
  CHECK(trouble(start + "superior {name}\n") == "3: There is no “superior” in this place.");
  CHECK(trouble(start + "title {nam}\n") ==
        "3: The hole “nam” is not declared by “value” or “optional”.");
  CHECK(trouble(start + "title A\n") == "2: “name” is declared but not used.");
  CHECK(trouble(start + "value name | again\ntitle {name}") == "3: “name” is declared twice.");
  CHECK(trouble(start + "title {Name}\n").starts_with("3: A hole is written {subject_name}"));
  CHECK(trouble(start + "title {name\n").starts_with("3: A hole is written"));
  CHECK(trouble(start + "title name}\n").starts_with("3: A hole is written"));
  CHECK(trouble(start + "title **{name}\n") == "3: ** is opened and not closed.");
  CHECK(trouble(start + "title {name} | B\n") ==
        "3: “title” takes 1 parts separated by |, here are 2.");
  CHECK(trouble(start + "field A | {name} | B\n") == "3: “field” takes pairs: label | text.");
  CHECK(trouble(start + "if {name}\ntitle A\n") == "3: “if” is not closed by “end”.");
  CHECK(trouble(start + "title {name}\nend\n") == "4: This “end” closes nothing.");
  CHECK(trouble(start + "list a {name}\n").starts_with("3: “list” takes exactly one hole"));
  CHECK(trouble(start + "if name\nend\n").starts_with("3: “if” takes exactly one hole"));
  CHECK(trouble(start + "table 10 | x\nend\n").starts_with("3: A column is written"));
  CHECK(trouble(start + "table 10 middle\nend\n").starts_with("3: A column is written"));
  CHECK(trouble(start + "table 10 | 20\n if {name}\n  row a\n end\nend\n") ==
        "5: The row has 1 cells, but the table has 2 columns.");
  CHECK(trouble(start + "space 0\n").starts_with("3: “space” takes millimetres"));
  CHECK(trouble("document A4 | \xff").starts_with("1: The template is not UTF-8"));
  CHECK(trouble(std::string(70'000, 'x')).starts_with("1: The template is larger"));
  std::string deep = start;
  for (int i = 0; i < 20; ++i) deep += "if {name}\n";
  CHECK(trouble(deep).ends_with("nested deeper than 8 levels."));
}

TEST_CASE("A line that ends in a backslash goes on, and keeps its number in a problem") {
  const auto parsed = pdf::parse(start + "title A \\\n   B \\\n   {name}\n");
  REQUIRE(parsed);
  REQUIRE(parsed->blocks.size() == 1);
  CHECK(parsed->blocks[0].parts[0][0].text == "A B ");
  CHECK(trouble(start + "title {name} \\\n  {nobody}\n").starts_with("3: "));
}

TEST_CASE("A value left empty is named, with the line that needs it") {
  const auto parsed = pdf::parse(start + "optional note | x\ntitle A\n" +
                                 "if {note}\n  note {note}\nend\nparagraph {name}\n");
  REQUIRE(parsed);
  const auto say = [&](const pdf::Values& values) {
    const auto made = pdf::render(*parsed, values, {outside::morning, ""});
    return made ? "none" : std::to_string(made.error().line) + ": " + made.error().message.en;
  };
  CHECK(say({{"name", "Lan"}}) == "none");
  CHECK(say({}) == "8: “name” has no value.");
  CHECK(say({{"name", ""}}) == "8: “name” has no value.");
  CHECK(say({{"name", "L\xff"}}).starts_with("8: The value of “name” is not UTF-8"));
  CHECK(say({{"name", std::string(200'000, 'x')}}).starts_with("8: The value of “name”"));
  CHECK(say({{"name", "Lan"}, {"note", std::string("a\0b", 3)}}).starts_with("5: The value of"));
}
