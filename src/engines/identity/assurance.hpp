// How sure a session is of its person, and where it becomes surer.
//
// Residents: the level their provider vouched for. Officers: 1 for a password, 2 with a second
// factor.
#pragma once

#include <string>
#include <string_view>

#include "platform/db/db.hpp"
#include "platform/http/http.hpp"

namespace identity {

// 0: nobody is signed in, or the provider said nothing.
int level_of(db::Tx& tx, const http::Request& request);

// Where a resident is asked to sign in again at that level; they come back to `path`.
std::string raise_address(int level, std::string_view path);

}  // namespace identity
