// What may be somebody's is taken out of a line before it is written or kept for the operator.
#pragma once

#include <string>
#include <string_view>

namespace logging {

// "•••" in place of
//   numbers of 9 or 12 digits, and telephone numbers, however they are grouped or encoded;
//   addresses of e-mail;
//   runs of capitalised words of which one has a letter beyond ASCII: our own lines are English, so
//   that is a name or an address of somebody here.
// Ids (15 digits and more), codes of dossiers and durations stay readable.
std::string masked(std::string_view line);

}  // namespace logging
