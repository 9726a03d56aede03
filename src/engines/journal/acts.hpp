// An act and what it was made of: sent again it finds the first; sent with other content it is
// told.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace journal {

// The act has happened, made of something else: of a form that was gone back to and filled in anew.
// `Journal::find_act` throws it; the gate shows the form again, so that it may be sent as new.
struct ActReused : std::runtime_error {
  ActReused() : std::runtime_error("this act has happened with other content") {}
};

// "form-x~0123456789abcdef": the id of an act with a keyed hash of what was sent, as the gate hands
// it to the rooms. The journal keeps both; what a room puts behind it ("…-n") belongs to the id.
inline constexpr std::size_t content_digits = 16;
std::string with_content(std::string_view id, std::string_view content);

struct Act {
  std::string id;
  std::string content;  // "": not told
};
Act act_in(std::string_view act);

}  // namespace journal
