// OpenSSL's handles with owners, and PEM in and out; for the crypto and pdf folders only.
#pragma once

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace crypto::openssl {

template <auto Free>
struct Freeing {
  void operator()(auto* p) const { Free(p); }
};
template <class T, auto Free>
using Owned = std::unique_ptr<T, Freeing<Free>>;

using Key = Owned<EVP_PKEY, EVP_PKEY_free>;
using Digest = Owned<EVP_MD_CTX, EVP_MD_CTX_free>;
using Memory = Owned<BIO, BIO_free_all>;
using Certificate = Owned<X509, X509_free>;

// Throws Failure with `what` and OpenSSL's own words, and clears its queue.
[[noreturn]] void fail(std::string_view what);

// What OpenSSL answers: 1 or a pointer is good, anything else is a Failure.
inline void need(int answer, std::string_view what) {
  if (answer != 1) fail(what);
}
template <class T>
T* need(T* made, std::string_view what) {
  if (made == nullptr) fail(what);
  return made;
}

Memory reading(std::string_view bytes);  // the bytes must outlive it
Memory writing();
std::string written(const Memory& memory);

Key private_key(std::string_view pem);
Key public_key(std::string_view pem);
std::string private_pem(EVP_PKEY* key);
std::string public_pem(EVP_PKEY* key);

// All certificates of a PEM text in their order; at least one.
std::vector<Certificate> certificates(std::string_view pem);
std::string pem(X509* certificate);

// One-shot signature. `digest` is null for Ed25519, which hashes by itself.
std::string sign(EVP_PKEY* key, const EVP_MD* digest, std::string_view bytes);
bool verify(EVP_PKEY* key, const EVP_MD* digest, std::string_view bytes,
            std::string_view signature);

}  // namespace crypto::openssl
