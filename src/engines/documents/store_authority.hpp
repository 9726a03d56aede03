// Rows of signing authorities.
#pragma once

#include "engines/documents/authority.hpp"

namespace documents::store {

void insert(db::Tx& tx, const SigningAuthority& authority);
std::vector<SigningAuthority> authorities(db::Tx& tx, base::UnitId unit, base::Date day);

}  // namespace documents::store
