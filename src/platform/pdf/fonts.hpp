// The fonts papers are printed in: found and opened once, before anybody needs them.
//
// Nothing else is ever printed with. What no font of ours has is refused, never replaced by a
// stranger's font or by boxes; and an open face needs no file descriptor later.
#pragma once

#include <mutex>
#include <string>
#include <string_view>

#include "platform/pdf/failure.hpp"

using PangoFontMap = struct _PangoFontMap;

namespace pdf {

// Opens every face there is, once for the process. Failure names the package that is missing: the
// program does not start without.
void load_fonts();

// The first character of a text that our fonts do not have, by itself; "" if all can be printed.
// Any thread.
std::string unprintable(std::string_view text);

// Thrown while a text is set: a character that would be printed as a box.
struct Unprintable {
  std::string character;
};

// For this folder. Pango and cairo share what they know of fonts, so one thread prints at a time;
// whoever sets text holds the press until the text is gone.
std::recursive_mutex& press();
PangoFontMap* font_map();

}  // namespace pdf
