// The CMS signature that goes into a PDF (CAdES, RFC 5652), by OpenSSL.
#pragma once

#include <string>
#include <string_view>

#include "base/instant.hpp"

namespace pdf {

// Detached over `before` + `after`, SHA-256, with the signer's certificate bound in
// (signing-certificate-v2) and the chain enclosed; DER.
std::string cms(std::string_view before, std::string_view after, std::string_view key_pem,
                std::string_view chain_pem, base::Instant at);

}  // namespace pdf
