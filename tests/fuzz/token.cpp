// What an identity provider sends: a token, and the key it names. Only what was signed is opened.
#include "fuzz.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/crypto/jwt.hpp"

// Lines: token, n, e, x, y.
void fuzz::one(std::string_view bytes) {
  static const auto key = crypto::make_rsa_key();
  static const auto good = crypto::jwt_sign(R"({"sub":"lan"})", key.private_pem, "1");
  static const crypto::EcPublicKey none;
  const auto token = cut(bytes, "\n");
  (void)crypto::jwt_key_id(token);
  (void)crypto::jwt_algorithm(token);
  holds(!crypto::jwt_open(token, key.public_key) || token == good);
  holds(!crypto::jwt_open(token, none));
  // A signature of ours with its claims changed.
  const auto claims = good.find('.') + 1, signature = good.rfind('.');
  const auto forged = good.substr(0, claims) + std::string(token) + good.substr(signature);
  holds(!crypto::jwt_open(forged, key.public_key) || forged == good);
  const auto n = cut(bytes, "\n"), e = cut(bytes, "\n"), x = cut(bytes, "\n"), y = bytes;
  (void)crypto::jwt_open(token, crypto::RsaPublicKey{std::string(n), std::string(e)});
  (void)crypto::jwt_open(token, crypto::EcPublicKey{std::string(x), std::string(y)});
  if (const auto read = crypto::from_base64(n)) holds(crypto::base64(*read) == n);
  if (const auto read = crypto::from_base64url(n)) holds(crypto::base64url(*read) == n);
}
