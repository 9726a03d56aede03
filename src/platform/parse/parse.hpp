// Bytes from outside beyond HTTP, forms and JSON are opened only in a process of their own, in the
// role `parse` of this program: no network, nothing to write but its answer, 3 s of processor, 512
// MB. What comes back is text, and bounded.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace parse {

// The first pages of a PDF, UTF-8, by pdftotext (poppler). Nothing where that cannot be had:
// broken, locked with a password, more than 5 s, more than 1 MB of text, no such program, no
// sandbox. A scan has no text: "".
std::optional<std::string> pdf_text(std::string_view pdf, int pages);

// For `main`, before it does anything: whether this process was started for the role.
bool is_role(int argc, char** argv);
// Comes back only when it failed, with the exit code.
int role(int argc, char** argv);

}  // namespace parse
