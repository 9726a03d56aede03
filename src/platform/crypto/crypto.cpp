// Digests, randomness and Ed25519 by OpenSSL 3.
#include "platform/crypto/crypto.hpp"

#include <openssl/crypto.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include "platform/crypto/openssl.hpp"

namespace crypto {

namespace {

const unsigned char* in(std::string_view s) {
  return reinterpret_cast<const unsigned char*>(s.data());
}
unsigned char* out(std::string& s) { return reinterpret_cast<unsigned char*>(s.data()); }

void digest_into(unsigned char* digest, std::string_view bytes) {
  // Both made once: finding the algorithm anew costs more than hashing a journal entry.
  static const auto* const algorithm =
      openssl::need(EVP_MD_fetch(nullptr, "SHA256", nullptr), "SHA-256");
  thread_local const openssl::Digest context(openssl::need(EVP_MD_CTX_new(), "SHA-256"));
  openssl::need(EVP_DigestInit_ex2(context.get(), algorithm, nullptr), "SHA-256");
  openssl::need(EVP_DigestUpdate(context.get(), bytes.data(), bytes.size()), "SHA-256");
  openssl::need(EVP_DigestFinal_ex(context.get(), digest, nullptr), "SHA-256");
}

}  // namespace

std::string sha256(std::string_view bytes) {
  std::string digest(32, '\0');
  digest_into(out(digest), bytes);
  return digest;
}

std::string sha256_hex(std::string_view bytes) {
  unsigned char digest[32];
  digest_into(digest, bytes);
  return hex({reinterpret_cast<const char*>(digest), sizeof digest});
}

std::string hmac_sha256_hex(std::string_view key, std::string_view bytes) {
  std::string digest(32, '\0');
  openssl::need(HMAC(EVP_sha256(), key.data(), int(key.size()), in(bytes), bytes.size(),
                     out(digest), nullptr),
                "HMAC");
  return hex(digest);
}

std::string hmac_sha1(std::string_view key, std::string_view bytes) {
  std::string digest(20, '\0');
  openssl::need(
      HMAC(EVP_sha1(), key.data(), int(key.size()), in(bytes), bytes.size(), out(digest), nullptr),
      "HMAC");
  return digest;
}

std::string random_bytes(std::size_t n) {
  std::string bytes(n, '\0');
  openssl::need(RAND_bytes(out(bytes), int(n)), "random bytes");
  return bytes;
}

std::string random_token() { return base64url(random_bytes(24)); }

bool equal(std::string_view a, std::string_view b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string ed25519_make() {
  const openssl::Key key(openssl::need(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"), "Ed25519"));
  return openssl::private_pem(key.get());
}

std::string ed25519_public(std::string_view private_pem) {
  return openssl::public_pem(openssl::private_key(private_pem).get());
}

std::string ed25519_sign(std::string_view private_pem, std::string_view bytes) {
  return base64url(openssl::sign(openssl::private_key(private_pem).get(), nullptr, bytes));
}

bool ed25519_verify(std::string_view public_pem, std::string_view bytes,
                    std::string_view signature) {
  const auto raw = from_base64url(signature);
  return raw && openssl::verify(openssl::public_key(public_pem).get(), nullptr, bytes, *raw);
}

}  // namespace crypto
