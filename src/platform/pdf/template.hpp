// Papers as a city's clerk writes them: readable lines with {holes}, read into blocks.
//
// One line, one block: a word, then its text; parts of a text are separated by |. A line that ends
// in \ goes on in the next one; # begins a remark; blank lines and indentation are free. In a text,
// **bold**, __italic__ and {hole}. A block that holds lines is closed by `end`.
//
//   document A4 | Name of the file             first line; A4 or A5
//   value name | what it is                    every hole is declared; a value left empty is
//   refused optional name | what it is                 this one may be empty letterhead ... end
//   superior, agency, number, date; without a text, number
//                                              and date are boxes that are filled when it is sealed
//   title TEXT    subtitle TEXT    center TEXT    paragraph TEXT    note TEXT (small, italic)
//   field Label | text [| Label | text ...]    "Label: text", several side by side
//   list {hole}                                a dash before each line of the value
//   lines {hole}                               each line of the value as it is
//   table SHARE [left|center|right] | ... end  head A | B, row A | B, rows {hole}: one row a line
//   of
//                                              the value, cells separated by a tab
//   qr {hole}                                  25 mm square at the right; what follows flows beside
//   it signature ... end                          authority, capacity, sign (box for the person's
//                                              signature), seal (box for the agency's), name, to
//   signers ... end                            signer TITLE | note | name, side by side
//   space MM
//   if {hole} ... end   if no {hole} ... end   shown only when the value is there (is not)
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/text.hpp"

namespace pdf {

// What is wrong, in words for the person who edits the template.
struct Problem {
  int line;  // of the template, from 1
  base::Words message;
};

struct Span {
  std::string text;  // the hole's name, if it is one
  bool hole = false;
  bool bold = false;
  bool italic = false;
};
using Line = std::vector<Span>;

// clang-format off
enum class Kind {
  document, letterhead, superior, agency, number, date, title, subtitle, center, paragraph, note,
  field, list, lines, table, head, row, rows, qr, signature, authority, capacity, sign, seal, name,
  to, signers, signer, space, when, when_not
};
// clang-format on

enum class Align { left, center, right, justified };

struct Column {
  double share;  // of the width, against the other columns
  Align align;
};

struct Block {
  Kind kind;
  int line;
  std::vector<Line> parts = {};
  std::vector<Block> inside = {};
  std::vector<Column> columns = {};  // of a table
  double space_mm = 0;
};

enum class Paper { a4, a5 };

struct Declared {
  std::string name;
  std::string meaning;
  bool optional;
};

struct Template {
  Paper paper = Paper::a4;
  Line name;  // title of the file, in the reader's window
  std::vector<Declared> values;
  std::vector<Block> blocks;
};

// Bounded: 64 KB, 8 levels deep. Every hole is declared and every declared value is used.
base::Result<Template, Problem> parse(std::string_view text);

}  // namespace pdf
