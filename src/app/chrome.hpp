// What stands around every page: the city's words, navigation, who is signed in.
#pragma once

#include "engines/identity/route.hpp"
#include "platform/db/db.hpp"

namespace app {

identity::Chrome make_chrome(db::Database& db, bool demo);
ui::City city(db::Database& db);

}  // namespace app
