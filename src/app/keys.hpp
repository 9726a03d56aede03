// The keys of an installation: each is proven at the start, and made only while nothing depends on
// it. docs/operating.md, "Keys", says of each what it is for and what its loss costs.
#pragma once

#include <string>
#include <string_view>

#include "platform/config/config.hpp"
#include "platform/db/db.hpp"

namespace app {

// Compares every key in secrets/ with what the database knows of it (its proof; where there is none
// yet, the newest row that depends on it), makes those that are not there and that nothing depends
// on, and gives the database its keyring. What stands under an older key is sealed again, once.
// Throws db::Failure naming file and mend when a key is lost, empty, cut, another one, or may be
// read by others; then nothing was made or changed.
void use_keys(db::Database& db, const config::Folder& folder);

// A key that was proven; a db::Failure if it is gone meanwhile. It is never made here.
std::string key(const config::Folder& folder, std::string_view name);

// Makes anew what is lost for good, and gives up what depended on it; answers with what that was, a
// sentence. Throws db::Failure for a key whose loss no other key mends.
std::string renew_key(db::Database& db, const config::Folder& folder, std::string_view name);

// The command `taydo keys renew`, while nothing serves.
int renew_lost_key(const std::string& data, const std::string& database, const std::string& name);

}  // namespace app
