// The door to OpenSSL: digests, random bytes, encodings and Ed25519 signatures, over plain bytes.
//
// "Bytes" are std::string or std::string_view of any content. A wrong key or an exhausted machine
// is a Failure; a signature that does not fit is an answer (false).
#pragma once

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace crypto {

// OpenSSL refused: an unreadable key, no entropy, no memory. Says what OpenSSL said.
struct Failure : std::runtime_error {
  using std::runtime_error::runtime_error;
};

std::string sha256(std::string_view bytes);      // 32 bytes
std::string sha256_hex(std::string_view bytes);  // 64 lower-case digits
std::string hmac_sha256_hex(std::string_view key, std::string_view bytes);
// 20 bytes. Only where a standard asks for it (one-time codes, RFC 6238).
std::string hmac_sha1(std::string_view key, std::string_view bytes);

// From the system's generator; fit for keys.
std::string random_bytes(std::size_t n);
// 24 random bytes as 32 characters that may stand in a URL or a cookie.
std::string random_token();

// Same bytes? Takes as long for a near miss as for a far one; only the length can leak.
bool equal(std::string_view a, std::string_view b);

std::string hex(std::string_view bytes);
std::string base64(std::string_view bytes);     // RFC 4648 §4, padded
std::string base64url(std::string_view bytes);  // RFC 4648 §5, without padding, as JOSE wants it
// Nothing if the text is not exactly what the encoder would have written.
std::optional<std::string> from_base64(std::string_view text);
std::optional<std::string> from_base64url(std::string_view text);

// Ed25519 (RFC 8032): seals of the journal, signed packs. Keys and signatures are text, fit to
// store: PEM (the private one PKCS #8, unencrypted: seal it before it is kept) and base64url.
std::string ed25519_make();  // a private key
std::string ed25519_public(std::string_view private_pem);
std::string ed25519_sign(std::string_view private_pem, std::string_view bytes);
bool ed25519_verify(std::string_view public_pem, std::string_view bytes,
                    std::string_view signature);

}  // namespace crypto
