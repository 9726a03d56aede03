// Form fields: the places of a PDF that are written when it is signed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pdf {

// A rectangle on a page in PDF's own measure: points from the bottom left corner.
struct Box {
  int page = 0;  // from 0
  double left = 0, bottom = 0, width = 0, height = 0;
};

struct Field {
  enum class Kind { text, signature };
  std::string name;
  std::string label;  // what a screen reader says
  Kind kind;
  Box box;
  double size = 13;     // of a text, points
  bool italic = false;  // of a text
};

// Rewrites the PDF with these empty fields, its language and a plain table of objects, so that it
// can be signed by appending. The first revision only: a PDF that holds a signature is a Failure,
// as is one that is broken, encrypted, above pdf_bytes_max, or already has such a field.
inline constexpr std::size_t pdf_bytes_max = 50u << 20;
std::string with_fields(const std::string& pdf, const std::vector<Field>& fields,
                        std::string_view language);

}  // namespace pdf
