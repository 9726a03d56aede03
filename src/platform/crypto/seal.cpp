// AES-256-GCM by OpenSSL.
#include "platform/crypto/seal.hpp"

#include "platform/crypto/crypto.hpp"
#include "platform/crypto/openssl.hpp"

namespace crypto {

namespace {

constexpr std::size_t nonce_bytes = 12;
constexpr std::size_t tag_bytes = 16;

using Cipher = openssl::Owned<EVP_CIPHER_CTX, EVP_CIPHER_CTX_free>;

const unsigned char* in(std::string_view s) {
  return reinterpret_cast<const unsigned char*>(s.data());
}
unsigned char* out(std::string& s) { return reinterpret_cast<unsigned char*>(s.data()); }

// `encrypting` as OpenSSL wants it: 1 or 0
Cipher start(std::string_view key, std::string_view nonce, std::string_view place, int encrypting) {
  if (key.size() != seal_key_bytes) throw Failure("a sealing key has 32 bytes");
  Cipher cipher(openssl::need(EVP_CIPHER_CTX_new(), "AES-GCM"));
  openssl::need(
      EVP_CipherInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, in(key), in(nonce), encrypting),
      "AES-GCM");
  int size = 0;
  openssl::need(EVP_CipherUpdate(cipher.get(), nullptr, &size, in(place), int(place.size())),
                "AES-GCM");
  return cipher;
}

}  // namespace

std::string seal(std::string_view key, std::string_view bytes, std::string_view place) {
  const auto nonce = random_bytes(nonce_bytes);
  const auto cipher = start(key, nonce, place, 1);
  std::string body(bytes.size(), '\0'), tag(tag_bytes, '\0');
  int size = 0;
  openssl::need(EVP_CipherUpdate(cipher.get(), out(body), &size, in(bytes), int(bytes.size())),
                "AES-GCM");
  openssl::need(EVP_CipherFinal_ex(cipher.get(), out(tag), &size), "AES-GCM");
  openssl::need(EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, tag_bytes, out(tag)),
                "AES-GCM");
  return nonce + body + tag;
}

std::optional<std::string> open_seal(std::string_view key, std::string_view sealed,
                                     std::string_view place) {
  if (sealed.size() < nonce_bytes + tag_bytes) return {};
  const auto cipher = start(key, sealed.substr(0, nonce_bytes), place, 0);
  const auto body = sealed.substr(nonce_bytes, sealed.size() - nonce_bytes - tag_bytes);
  std::string tag(sealed.substr(sealed.size() - tag_bytes)), bytes(body.size(), '\0');
  int size = 0;
  openssl::need(EVP_CipherUpdate(cipher.get(), out(bytes), &size, in(body), int(body.size())),
                "AES-GCM");
  openssl::need(EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, tag_bytes, out(tag)),
                "AES-GCM");
  if (EVP_CipherFinal_ex(cipher.get(), out(tag), &size) != 1) return {};
  return bytes;
}

}  // namespace crypto
