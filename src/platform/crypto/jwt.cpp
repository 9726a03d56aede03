// RS256 and ES256 tokens by OpenSSL; the key fixes the algorithm, never the token.
#include "platform/crypto/jwt.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/param_build.h>

#include <array>

#include "base/json.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/crypto/openssl.hpp"

namespace crypto {

namespace {

constexpr std::size_t token_bytes_max = 16 * 1024;
constexpr int key_bits = 2048;
constexpr int key_bits_max = 8192;  // a hostile JWK must not buy seconds of arithmetic

constexpr int coordinate_bytes = 32;

using Number = openssl::Owned<BIGNUM, BN_free>;

std::string bytes_of(const BIGNUM* number) {
  std::string bytes(std::size_t(BN_num_bytes(number)), '\0');
  BN_bn2bin(number, reinterpret_cast<unsigned char*>(bytes.data()));
  return bytes;
}

std::string part(EVP_PKEY* key, const char* name) {
  BIGNUM* number = nullptr;
  openssl::need(EVP_PKEY_get_bn_param(key, name, &number), "reading an RSA key");
  return base64url(bytes_of(Number(number).get()));
}

Number number(std::string_view base64url_text) {
  const auto bytes = from_base64url(base64url_text);
  if (!bytes || bytes->empty() || bytes->size() > key_bits_max / 8) return {};
  return Number(BN_bin2bn(reinterpret_cast<const unsigned char*>(bytes->data()), int(bytes->size()),
                          nullptr));
}

openssl::Key key_of(EVP_PKEY_CTX* context, OSSL_PARAM* params) {
  EVP_PKEY* key = nullptr;
  if (EVP_PKEY_fromdata_init(context) == 1)
    EVP_PKEY_fromdata(context, &key, EVP_PKEY_PUBLIC_KEY, params);
  ERR_clear_error();
  return openssl::Key(key);
}

openssl::Key public_key(const RsaPublicKey& jwk) {
  const auto n = number(jwk.n), e = number(jwk.e);
  if (!n || !e || BN_num_bits(n.get()) < key_bits) return {};
  const openssl::Owned<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free> build(OSSL_PARAM_BLD_new());
  OSSL_PARAM_BLD_push_BN(build.get(), OSSL_PKEY_PARAM_RSA_N, n.get());
  OSSL_PARAM_BLD_push_BN(build.get(), OSSL_PKEY_PARAM_RSA_E, e.get());
  const openssl::Owned<OSSL_PARAM, OSSL_PARAM_free> params(OSSL_PARAM_BLD_to_param(build.get()));
  const openssl::Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free> context(
      EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr));
  return key_of(context.get(), params.get());
}

openssl::Key public_key(const EcPublicKey& jwk) {
  const auto x = from_base64url(jwk.x), y = from_base64url(jwk.y);
  if (!x || !y || x->size() != coordinate_bytes || y->size() != coordinate_bytes) return {};
  const auto point = "\x04" + *x + *y;  // uncompressed, SEC 1 §2.3.3
  const openssl::Owned<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free> build(OSSL_PARAM_BLD_new());
  OSSL_PARAM_BLD_push_utf8_string(build.get(), OSSL_PKEY_PARAM_GROUP_NAME, "P-256", 0);
  OSSL_PARAM_BLD_push_octet_string(build.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(),
                                   point.size());
  const openssl::Owned<OSSL_PARAM, OSSL_PARAM_free> params(OSSL_PARAM_BLD_to_param(build.get()));
  const openssl::Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free> context(
      EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
  return key_of(context.get(), params.get());
}

// A JWS carries the two numbers side by side (RFC 7518 §3.4), OpenSSL reads DER.
std::string der_of(std::string_view signature) {
  if (signature.size() != 2 * coordinate_bytes) return "";
  const auto half = [&](std::size_t from) {
    return BN_bin2bn(reinterpret_cast<const unsigned char*>(signature.data() + from),
                     coordinate_bytes, nullptr);
  };
  const openssl::Owned<ECDSA_SIG, ECDSA_SIG_free> both(openssl::need(ECDSA_SIG_new(), "ECDSA"));
  ECDSA_SIG_set0(both.get(), half(0), half(coordinate_bytes));
  std::string der(std::size_t(i2d_ECDSA_SIG(both.get(), nullptr)), '\0');
  auto* out = reinterpret_cast<unsigned char*>(der.data());
  i2d_ECDSA_SIG(both.get(), &out);
  return der;
}

// header.claims.signature, or nothing
std::optional<std::array<std::string_view, 3>> parts(std::string_view token) {
  const auto first = token.find('.');
  const auto last = token.rfind('.');
  if (token.size() > token_bytes_max || first == token.npos || first == last) return {};
  return std::array{token.substr(0, first), token.substr(first + 1, last - first - 1),
                    token.substr(last + 1)};
}

std::optional<base::json::object> header_of(std::string_view encoded) {
  const auto text = from_base64url(encoded);
  if (!text) return {};
  const auto json = base::json::parse(*text);
  if (!json || !json->is_object()) return {};
  return json->as_object();
}

}  // namespace

RsaKey make_rsa_key() {
  const openssl::Key key(
      openssl::need(EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", std::size_t(key_bits)), "RSA"));
  return rsa_key(openssl::private_pem(key.get()));
}

RsaKey rsa_key(std::string_view private_pem) {
  const auto key = openssl::private_key(private_pem);
  return {std::string(private_pem),
          {part(key.get(), OSSL_PKEY_PARAM_RSA_N), part(key.get(), OSSL_PKEY_PARAM_RSA_E)}};
}

std::string jwt_sign(std::string_view claims_json, std::string_view private_pem,
                     std::string_view key_id) {
  const base::json::object header{{"alg", "RS256"}, {"typ", "JWT"}, {"kid", key_id}};
  auto token = base64url(base::json::canonical(header)) + "." + base64url(claims_json);
  const auto key = openssl::private_key(private_pem);
  return token + "." + base64url(openssl::sign(key.get(), EVP_sha256(), token));
}

std::string jwt_key_id(std::string_view token) {
  const auto split = parts(token);
  const auto header = split ? header_of((*split)[0]) : std::nullopt;
  return header ? std::string(base::json::text_at(*header, "kid")) : "";
}

std::string jwt_algorithm(std::string_view token) {
  const auto split = parts(token);
  const auto header = split ? header_of((*split)[0]) : std::nullopt;
  return header ? std::string(base::json::text_at(*header, "alg")) : "";
}

namespace {

// The claims if the header says that algorithm and `fits` says yes to what was signed and by what.
template <class Fits>
std::optional<std::string> opened(std::string_view token, std::string_view algorithm, Fits fits) {
  const auto split = parts(token);
  if (!split) return {};
  const auto header = header_of((*split)[0]);
  // "crit" names extensions that must be understood; we understand none. [RFC 7515 §4.1.11]
  if (!header || base::json::text_at(*header, "alg") != algorithm || header->contains("crit"))
    return {};
  const auto signature = from_base64url((*split)[2]);
  if (!signature || !fits(token.substr(0, token.rfind('.')), *signature)) return {};
  return from_base64url((*split)[1]);
}

}  // namespace

std::optional<std::string> jwt_open(std::string_view token, const RsaPublicKey& jwk) {
  return opened(token, "RS256", [&](std::string_view text, std::string_view signature) {
    const auto key = public_key(jwk);
    return key && openssl::verify(key.get(), EVP_sha256(), text, signature);
  });
}

std::optional<std::string> jwt_open(std::string_view token, const EcPublicKey& jwk) {
  return opened(token, "ES256", [&](std::string_view text, std::string_view signature) {
    const auto key = public_key(jwk);
    const auto der = der_of(signature);
    return key && !der.empty() && openssl::verify(key.get(), EVP_sha256(), text, der);
  });
}

}  // namespace crypto
