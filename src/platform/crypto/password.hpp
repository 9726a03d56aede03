// Passwords kept as Argon2id (RFC 9106), so that a stolen table is of little use.
#pragma once

#include <string>
#include <string_view>

namespace crypto {

// The PHC text "$argon2id$v=19$m=19456,t=2,p=1$salt$hash" (OWASP's minimum). Costs some 50 ms and
// 19 MB: run it on a thread of its own with a bounded queue, never in a request's worker.
std::string hash_password(std::string_view password);

// False as well for a text that is no hash, and for passwords above 1,000 bytes.
bool verify_password(std::string_view phc, std::string_view password);

}  // namespace crypto
