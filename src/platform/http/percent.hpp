// Percent-decoding, strict: what is not well formed is not guessed at.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace http {

// Nothing when a % is not followed by two hex digits. `plus_is_blank` as forms have it, paths not.
std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_blank);

// ASCII only: compared in any case, as header names and media types are.
bool same_word(std::string_view a, std::string_view b);
std::string lower_case(std::string_view text);

// A path as it stands in an address: each segment encoded.
std::string path_encoded(std::string_view path);

}  // namespace http
