// Recovery codes: ten words on paper for who has lost the device that makes the one-time codes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace identity::recovery {

inline constexpr int codes_given = 10;

// Ten codes of 50 bits like "k7m2p-9xq4r". The same seed makes the same codes, so that a doubled
// click shows what the first showed; the seed is as secret as they are.
std::vector<std::string> made_from(std::string_view seed);

// As a code is kept: a keyed hash, whether it was typed with its dash, in capitals or not.
std::string kept(std::string_view key, std::string_view typed);

}  // namespace identity::recovery
