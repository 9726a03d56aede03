// Whether a key is the one that stored files were encrypted with.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace files {

// Whether the key of these bytes opens what is stored in the folder; nothing: no file is. Tries a
// few files, so that one that is damaged does not speak against the key.
std::optional<bool> key_fits(const std::string& folder, std::string_view key);

}  // namespace files
