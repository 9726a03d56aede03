// JSON Web Tokens with RS256 (RFC 7515, 7518 §3.3), the only kind OpenID Connect obliges all to
// speak, and with ES256 (§3.4), which newer providers prefer.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace crypto {

// The public half as a JWK carries it (RFC 7518 §6.3.1), base64url.
struct RsaPublicKey {
  std::string n;
  std::string e;
};

// A point of P-256 as a JWK carries it (RFC 7518 §6.2.1), base64url.
struct EcPublicKey {
  std::string x;
  std::string y;
};

struct RsaKey {
  std::string private_pem;
  RsaPublicKey public_key;
};

// 2048 bits; takes about 0.1 s.
RsaKey make_rsa_key();
// The same key after it was stored.
RsaKey rsa_key(std::string_view private_pem);

// `claims_json` must be a JSON object; `key_id` becomes "kid" of the header.
std::string jwt_sign(std::string_view claims_json, std::string_view private_pem,
                     std::string_view key_id);

// The "kid" of the header, to choose the key by; "" if it names none or is no token. Not proven
// yet.
std::string jwt_key_id(std::string_view token);

// The "alg" of the header: which kind of key to look for. Not proven yet, and never what decides
// how a signature is read: the key does.
std::string jwt_algorithm(std::string_view token);

// The claims (JSON text) if the token says RS256 and the signature fits, else nothing. Issuer,
// audience, times and nonce are for the caller to check. Tokens above 16 KB are nothing.
std::optional<std::string> jwt_open(std::string_view token, const RsaPublicKey& key);
// The same for a token that says ES256.
std::optional<std::string> jwt_open(std::string_view token, const EcPublicKey& key);

}  // namespace crypto
