// Comparing Vietnamese: one spelling stored (NFC), marks ignored in search, the alphabet's own
// order.
//
// All of it is linear in the length of the text, whatever the text: of marks that stand in a row no
// more than thirty stay together (UAX #15 §13, Stream-Safe Text), a joiner nobody sees parts them.
#pragma once

#include <string>
#include <string_view>

namespace base {

// Valid UTF-8 without NUL? Anything from outside is asked before it is kept.
bool is_text(std::string_view bytes);

// NFC and nothing else changed: "o" + horn + grave and "ờ" become the same bytes.
std::string composed(std::string_view text);

// NFC, control characters dropped, runs of blanks made one, trimmed. Line breaks stay if asked; so
// do the joiners that Khmer and emoji need between two letters.
std::string tidy(std::string_view text, bool keep_lines = false);

// For search without marks: "Đặng Thị Thuỷ" -> "dang thi thuy". đ is a letter of its own and has no
// decomposition, so it is mapped by hand.
std::string fold(std::string_view text);

// Upper case as Vietnamese writes it (ICU): "hòa" -> "HÒA".
std::string upper(std::string_view text);
std::string lower(std::string_view text);

// A key whose byte order is the order of the Vietnamese alphabet.
std::string sort_key(std::string_view text);

// Number of characters a person would count (code points after NFC).
std::size_t length(std::string_view text);

}  // namespace base
