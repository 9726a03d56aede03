// PEM in and out, one-shot signatures, and OpenSSL's errors as exceptions.
#include "platform/crypto/openssl.hpp"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/pem.h>

#include "platform/crypto/crypto.hpp"

namespace crypto::openssl {

namespace {

const unsigned char* bytes_of(std::string_view s) {
  return reinterpret_cast<const unsigned char*>(s.data());
}

}  // namespace

void fail(std::string_view what) {
  char reason[256] = "no reason given";
  if (const auto code = ERR_get_error()) ERR_error_string_n(code, reason, sizeof reason);
  ERR_clear_error();
  throw Failure(std::string(what) + ": " + reason);
}

Memory reading(std::string_view bytes) {
  return Memory(need(BIO_new_mem_buf(bytes.data(), int(bytes.size())), "reading memory"));
}

Memory writing() { return Memory(need(BIO_new(BIO_s_mem()), "writing memory")); }

std::string written(const Memory& memory) {
  char* begin = nullptr;
  const long size = BIO_get_mem_data(memory.get(), &begin);
  return {begin, std::size_t(size)};
}

Key private_key(std::string_view pem) {
  const auto memory = reading(pem);
  return Key(need(PEM_read_bio_PrivateKey(memory.get(), nullptr, nullptr, nullptr),
                  "reading a private key"));
}

Key public_key(std::string_view pem) {
  const auto memory = reading(pem);
  return Key(
      need(PEM_read_bio_PUBKEY(memory.get(), nullptr, nullptr, nullptr), "reading a public key"));
}

std::string private_pem(EVP_PKEY* key) {
  const auto memory = writing();
  need(PEM_write_bio_PKCS8PrivateKey(memory.get(), key, nullptr, nullptr, 0, nullptr, nullptr),
       "writing a private key");
  return written(memory);
}

std::string public_pem(EVP_PKEY* key) {
  const auto memory = writing();
  need(PEM_write_bio_PUBKEY(memory.get(), key), "writing a public key");
  return written(memory);
}

std::vector<Certificate> certificates(std::string_view pem) {
  const auto memory = reading(pem);
  std::vector<Certificate> all;
  while (X509* one = PEM_read_bio_X509(memory.get(), nullptr, nullptr, nullptr))
    all.emplace_back(one);
  if (all.empty()) fail("reading a certificate");
  ERR_clear_error();  // the end of the text is an error to PEM_read_bio
  return all;
}

std::string pem(X509* certificate) {
  const auto memory = writing();
  need(PEM_write_bio_X509(memory.get(), certificate), "writing a certificate");
  return written(memory);
}

std::string sign(EVP_PKEY* key, const EVP_MD* digest, std::string_view bytes) {
  const Digest context(need(EVP_MD_CTX_new(), "signing"));
  need(EVP_DigestSignInit(context.get(), nullptr, digest, nullptr, key), "signing");
  std::size_t size = 0;
  need(EVP_DigestSign(context.get(), nullptr, &size, bytes_of(bytes), bytes.size()), "signing");
  std::string out(size, '\0');
  need(EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(out.data()), &size,
                      bytes_of(bytes), bytes.size()),
       "signing");
  out.resize(size);
  return out;
}

bool verify(EVP_PKEY* key, const EVP_MD* digest, std::string_view bytes,
            std::string_view signature) {
  const Digest context(need(EVP_MD_CTX_new(), "verifying"));
  need(EVP_DigestVerifyInit(context.get(), nullptr, digest, nullptr, key), "verifying");
  const int answer = EVP_DigestVerify(context.get(), bytes_of(signature), signature.size(),
                                      bytes_of(bytes), bytes.size());
  ERR_clear_error();
  return answer == 1;
}

}  // namespace crypto::openssl
