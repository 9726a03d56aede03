// Keys for values that stand sealed: every database of the tests has the same.
#pragma once

#include "platform/db/db.hpp"

namespace support {

void use_test_keys(db::Database& database);

}  // namespace support
