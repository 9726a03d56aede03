// The rules of house.md as checks over the files: what they find, and how to mend it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tidy/source.hpp"

namespace tidy {

using Tree = std::vector<Source>;

struct Finding {
  std::string rule;  // name of the check, as written in exceptions.txt
  std::string path;
  int line;
  std::string what;
  std::string mend;
};

using Findings = std::vector<Finding>;

// Each rule stands in docs/architecture.md, "Rules a program checks".
void floors(const Tree& tree, Findings& found);       // includes go down, engines have one door
void outside(const Tree& tree, Findings& found);      // libraries only where they belong
void pure(const Tree& tree, Findings& found);         // rules and views: no clock, no database
void sizes(const Tree& tree, Findings& found);        // lines, functions, files
void names(const Tree& tree, Findings& found);        // files of a room, types, macros
void first_lines(const Tree& tree, Findings& found);  // line 1 says what a file is for
void leftovers(const Tree& tree, Findings& found);    // promises in comments, dead headers
void sql(const Tree& tree, Findings& found);          // where SQL stands, whose tables it names
void markup(const Tree& tree, Findings& found);       // tags only in h(), no prose between them
void prose(const Tree& tree, Findings& found);        // Vietnamese only in text.hpp
void languages(const Tree& tree, Findings& found);    // both halves of a Text are there and right
void routes(const Tree& tree, Findings& found);       // each names its permission

// All of them, sorted by place.
Findings check(const Tree& tree);

// `[law: NĐ 45/2020 Đ.16.2]` in a comment: article -> file:line, sorted.
struct Law {
  std::string article;
  std::string path;
  int line;
};
std::vector<Law> laws(const Tree& tree);

// A tolerated finding: `rule path` on a line of exceptions.txt, "#" starts a comment.
struct Exception {
  std::string rule;
  std::string path;
};
std::vector<Exception> read_exceptions(std::string_view text);
// Takes tolerated findings out of `found`; answers the exceptions that no finding needs any more.
std::vector<Exception> forgive(Findings& found, const std::vector<Exception>& exceptions);

// The files of the project under `root` that are written by people.
Tree read_tree(const std::string& root);

// Helpers of several checks.
void add(Findings& found, std::string_view rule, const Source& file, int line, std::string what,
         std::string mend);
bool in_tree(const Tree& tree, std::string_view path);

}  // namespace tidy
