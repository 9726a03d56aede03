// Small pieces of text work that the template reader and the printer share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "platform/pdf/render.hpp"
#include "platform/pdf/template.hpp"

namespace pdf {

std::string_view trimmed(std::string_view text);
// Always at least one part; each trimmed.
std::vector<std::string_view> split(std::string_view text, char separator);

// A name a hole may have: [a-z][a-z0-9_]*
bool is_name(std::string_view text);

Problem problem(int line, const base::Text& why, base::Holes holes = {});

// **bold**, __italic__, {hole}. Throws Problem.
Line read_rich(int line, std::string_view text);

// Text with its holes filled and the stretches (in bytes) that are bold or italic. What a value
// says is never read as markup.
struct Rich {
  struct Mark {
    std::size_t begin, end;
    bool bold, italic;
  };
  std::string text;
  std::vector<Mark> marks;

  Rich() = default;
  Rich(std::string_view plain) : text(plain) {}
  Rich(const std::string& plain) : text(plain) {}
};

enum class Case { as_written, upper };
Rich filled(const Line& line, const Values& values, Case letters = Case::as_written);

}  // namespace pdf
