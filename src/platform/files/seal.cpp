// AES-256-GCM by OpenSSL.
#include "platform/files/seal.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include <memory>

#include "base/must.hpp"

namespace files {
namespace {

using base::must;

// Signed along with the content, so that a later format cannot be passed off as this one.
constexpr std::string_view magic = "TDF1";
constexpr std::size_t nonce_size = 12, tag_size = 16;

unsigned char* bytes_of(std::string& s) { return reinterpret_cast<unsigned char*>(s.data()); }
const unsigned char* bytes_of(std::string_view s) {
  return reinterpret_cast<const unsigned char*>(s.data());
}

using Context = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

Context begin(const Key& key, std::string_view nonce, bool encrypt) {
  Context c(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
  int ignored = 0;
  must(
      EVP_CipherInit_ex(c.get(), EVP_aes_256_gcm(), nullptr, key.data(), bytes_of(nonce), encrypt));
  must(EVP_CipherUpdate(c.get(), nullptr, &ignored, bytes_of(magic), int(magic.size())));
  return c;
}

}  // namespace

Key random_key() {
  Key key;
  must(RAND_bytes(key.data(), int(key.size())) == 1);
  return key;
}

std::string seal(const Key& key, std::string_view bytes) {
  std::string nonce(nonce_size, '\0'), tag(tag_size, '\0'), hidden(bytes.size(), '\0');
  must(RAND_bytes(bytes_of(nonce), int(nonce.size())) == 1);
  const auto c = begin(key, nonce, true);
  int size = 0;
  must(EVP_CipherUpdate(c.get(), bytes_of(hidden), &size, bytes_of(bytes), int(bytes.size())));
  must(EVP_CipherFinal_ex(c.get(), bytes_of(tag), &size));
  must(EVP_CIPHER_CTX_ctrl(c.get(), EVP_CTRL_GCM_GET_TAG, int(tag.size()), tag.data()));
  return std::string(magic) + nonce + hidden + tag;
}

std::optional<std::string> opened(const Key& key, std::string_view sealed) {
  if (sealed.size() < seal_overhead || !sealed.starts_with(magic)) return std::nullopt;
  sealed.remove_prefix(magic.size());
  const auto nonce = sealed.substr(0, nonce_size);
  const auto hidden = sealed.substr(nonce_size, sealed.size() - nonce_size - tag_size);
  std::string tag(sealed.substr(sealed.size() - tag_size));
  std::string out(hidden.size(), '\0'), rest(tag_size, '\0');
  const auto c = begin(key, nonce, false);
  int size = 0;
  must(EVP_CipherUpdate(c.get(), bytes_of(out), &size, bytes_of(hidden), int(hidden.size())));
  must(EVP_CIPHER_CTX_ctrl(c.get(), EVP_CTRL_GCM_SET_TAG, int(tag.size()), tag.data()));
  if (EVP_CipherFinal_ex(c.get(), bytes_of(rest), &size) != 1) return std::nullopt;
  return out;
}

std::string sha256_hex(std::string_view bytes) {
  unsigned char digest[32];
  std::size_t size = sizeof digest;
  must(EVP_Q_digest(nullptr, "SHA256", nullptr, bytes.data(), bytes.size(), digest, &size));
  std::string out;
  for (unsigned char byte : digest) out += fmt::format("{:02x}", byte);
  return out;
}

}  // namespace files
