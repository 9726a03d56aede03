// CMS through OpenSSL's streaming calls.
#include "platform/pdf/cms.hpp"

#include <openssl/cms.h>

#include "platform/crypto/openssl.hpp"
#include "platform/pdf/failure.hpp"

namespace pdf {

namespace {

using namespace crypto::openssl;
using Message = Owned<CMS_ContentInfo, CMS_ContentInfo_free>;
using Time = Owned<ASN1_TIME, ASN1_TIME_free>;

constexpr std::size_t chain_max = 5;
constexpr unsigned flags = CMS_DETACHED | CMS_BINARY | CMS_PARTIAL | CMS_CADES | CMS_NOSMIMECAP;

}  // namespace

std::string cms(std::string_view before, std::string_view after, std::string_view key_pem,
                std::string_view chain_pem, base::Instant at) {
  const auto key = private_key(key_pem);
  const auto chain = certificates(chain_pem);
  if (chain.size() > chain_max) throw Failure("the certificate chain is too long");

  const Message message(need(CMS_sign(nullptr, nullptr, nullptr, nullptr, flags), "signing"));
  CMS_SignerInfo* signer = need(
      CMS_add1_signer(message.get(), chain[0].get(), key.get(), EVP_sha256(), flags), "signing");
  for (std::size_t i = 1; i < chain.size(); ++i)
    need(CMS_add1_cert(message.get(), chain[i].get()), "enclosing a certificate");
  // OpenSSL would write its own clock here; baseline PAdES would rather have none, and readers take
  // the time from the dictionary or from here: both say the same.
  const Time time(need(ASN1_TIME_set(nullptr, at.us / base::second_us), "time"));
  need(CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_signingTime, time->type, time.get(), -1),
       "time");

  const Memory bytes = writing();
  BIO_write(bytes.get(), before.data(), int(before.size()));
  BIO_write(bytes.get(), after.data(), int(after.size()));
  need(CMS_final(message.get(), bytes.get(), nullptr, flags), "signing");
  const Memory out = writing();
  need(i2d_CMS_bio(out.get(), message.get()), "signing");
  return written(out);
}

}  // namespace pdf
