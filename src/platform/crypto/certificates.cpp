// X.509 by OpenSSL.
#include "platform/crypto/certificates.hpp"

#include <openssl/x509v3.h>

#include "platform/crypto/crypto.hpp"
#include "platform/crypto/openssl.hpp"

namespace crypto {

namespace {

using namespace openssl;

constexpr std::size_t key_bits = 2048;
constexpr std::size_t name_characters_max = 64;  // ub-common-name [X.520]
constexpr std::int64_t year_us = 365 * base::day_us;

// The first 64 characters, never half a letter.
std::string shortened(std::string_view text) {
  std::size_t end = 0, characters = 0;
  while (end < text.size()) {
    const bool begins = (static_cast<unsigned char>(text[end]) & 0xC0) != 0x80;
    if (begins && ++characters > name_characters_max) break;
    ++end;
  }
  return std::string(text.substr(0, end));
}

void add_name(X509_NAME* name, const char* part, std::string_view text) {
  const auto value = shortened(text);
  need(X509_NAME_add_entry_by_txt(name, part, MBSTRING_UTF8,
                                  reinterpret_cast<const unsigned char*>(value.data()),
                                  int(value.size()), -1, 0),
       "naming a certificate");
}

void extend(X509* certificate, X509* issuer, int kind, const char* value) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  const Owned<X509_EXTENSION, X509_EXTENSION_free> extension(
      need(X509V3_EXT_conf_nid(nullptr, &context, kind, value), "extending a certificate"));
  need(X509_add_ext(certificate, extension.get(), -1), "extending a certificate");
}

Key make_key() {
  return Key(need(EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", key_bits), "making a key"));
}

Certificate blank(EVP_PKEY* key, const Holder& holder, base::Instant from, base::Instant to) {
  Certificate certificate(need(X509_new(), "making a certificate"));
  X509* x = certificate.get();
  X509_set_version(x, 2);  // v3
  const auto serial = "\x01" + random_bytes(15);
  const Owned<BIGNUM, BN_free> number(BN_bin2bn(
      reinterpret_cast<const unsigned char*>(serial.data()), int(serial.size()), nullptr));
  BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(x));
  ASN1_TIME_set(X509_getm_notBefore(x), from.us / base::second_us);
  ASN1_TIME_set(X509_getm_notAfter(x), to.us / base::second_us);
  X509_NAME* name = X509_get_subject_name(x);
  add_name(name, "C", "VN");
  add_name(name, "O", "DEMO - " + holder.organisation);
  add_name(name, "CN", holder.name);
  need(X509_set_pubkey(x, key), "making a certificate");
  return certificate;
}

}  // namespace

Credential make_demo_authority(std::string_view name, base::Instant from) {
  const auto key = make_key();
  const auto certificate =
      blank(key.get(), {std::string(name), std::string(name)}, from, from + 10 * year_us);
  X509* x = certificate.get();
  X509_set_issuer_name(x, X509_get_subject_name(x));
  extend(x, x, NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
  extend(x, x, NID_key_usage, "critical,keyCertSign,cRLSign");
  extend(x, x, NID_subject_key_identifier, "hash");
  if (X509_sign(x, key.get(), EVP_sha256()) == 0) fail("signing a certificate");
  return {private_pem(key.get()), pem(x)};
}

Credential issue_demo_certificate(const Credential& authority, const Holder& holder,
                                  base::Instant from) {
  const auto issuer_key = private_key(authority.key_pem);
  const auto chain = certificates(authority.chain_pem);
  const auto key = make_key();
  const auto certificate = blank(key.get(), holder, from, from + 2 * year_us);
  X509* x = certificate.get();
  X509* issuer = chain[0].get();
  X509_set_issuer_name(x, X509_get_subject_name(issuer));
  extend(x, issuer, NID_basic_constraints, "critical,CA:FALSE");
  extend(x, issuer, NID_key_usage, "critical,digitalSignature,nonRepudiation");
  extend(x, issuer, NID_subject_key_identifier, "hash");
  extend(x, issuer, NID_authority_key_identifier, "keyid:always");
  if (X509_sign(x, issuer_key.get(), EVP_sha256()) == 0) fail("signing a certificate");
  return {private_pem(key.get()), pem(x) + authority.chain_pem};
}

}  // namespace crypto
