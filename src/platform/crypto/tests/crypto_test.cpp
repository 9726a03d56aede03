// The doors over OpenSSL and Argon2 against published vectors and small attacks.
#include "platform/crypto/crypto.hpp"

#include <doctest/doctest.h>

#include "platform/crypto/jwt.hpp"
#include "platform/crypto/password.hpp"
#include "platform/crypto/seal.hpp"

using namespace crypto;

TEST_CASE("Digests are those of the published vectors") {
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(hmac_sha256_hex("Jefe", "what do ya want for nothing?") ==
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST_CASE("Encodings read back only what they would have written") {
  CHECK(base64("foobar") == "Zm9vYmFy");
  CHECK(base64("fo") == "Zm8=");
  CHECK(base64("f") == "Zg==");
  CHECK(base64url("\xff\xfe\xfd") == "__79");
  for (const char* text : {"", "f", "fo", "foo", "foob", "\xff\x80"}) {
    CHECK(from_base64(base64(text)) == text);
    CHECK(from_base64url(base64url(text)) == text);
  }
  for (const char* bad : {"Zm8", "Zm9=", "Zm8*", "Z===", "Zg=a"}) CHECK(!from_base64(bad));
  for (const char* bad : {"Zm8=", "Zm9", "Z", "Zm 8", "+/+/"}) CHECK(!from_base64url(bad));
}

TEST_CASE("Tokens are long, fit for a cookie, and never the same") {
  const auto token = random_token();
  CHECK(token.size() == 32);
  CHECK(from_base64url(token)->size() == 24);
  CHECK(token != random_token());
  CHECK(equal(token, std::string(token)));
  CHECK(!equal(token, token.substr(1)));
  CHECK(!equal("abc", "abd"));
}

TEST_CASE("An Ed25519 signature fits its own bytes and key alone") {
  const auto key = ed25519_make();
  const auto public_key = ed25519_public(key);
  const auto signature = ed25519_sign(key, "journal day 326");
  CHECK(from_base64url(signature)->size() == 64);
  CHECK(ed25519_verify(public_key, "journal day 326", signature));
  CHECK(!ed25519_verify(public_key, "journal day 327", signature));
  CHECK(!ed25519_verify(ed25519_public(ed25519_make()), "journal day 326", signature));
  CHECK(!ed25519_verify(public_key, "journal day 326", "short"));
  CHECK_THROWS_AS(ed25519_sign("not a key", "x"), Failure);
}

TEST_CASE("An identity token opens only with the provider's key, unchanged, and as RS256") {
  const auto key = make_rsa_key();
  const auto token = jwt_sign(R"({"sub":"lan"})", key.private_pem, "k1");
  CHECK(jwt_key_id(token) == "k1");
  CHECK(jwt_open(token, key.public_key) == R"({"sub":"lan"})");
  CHECK(rsa_key(key.private_pem).public_key.n == key.public_key.n);

  const auto other = make_rsa_key();
  CHECK(!jwt_open(token, other.public_key));
  const auto first = token.find('.'), last = token.rfind('.');
  const auto changed =
      token.substr(0, first + 1) + base64url(R"({"sub":"minh"})") + token.substr(last);
  CHECK(!jwt_open(changed, key.public_key));
  const auto unsigned_header = base64url(R"({"alg":"none"})");
  CHECK(!jwt_open(unsigned_header + token.substr(first), key.public_key));
  CHECK(!jwt_open(unsigned_header + token.substr(first, last - first) + ".", key.public_key));
  for (const char* bad : {"", ".", "..", "a.b", "a.b.c", "....."}) {
    CHECK(!jwt_open(bad, key.public_key));
    CHECK(jwt_key_id(bad) == "");
  }
  CHECK(!jwt_open(token, RsaPublicKey{"AQAB", "AQAB"}));  // 24 bits are no key
  CHECK(!jwt_open(token + std::string(20'000, 'A'), key.public_key));
}

TEST_CASE("Minh's password opens for Minh and for no one who guesses") {
  const auto phc = hash_password("mùa nước nổi 2026");
  CHECK(phc.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
  CHECK(verify_password(phc, "mùa nước nổi 2026"));
  CHECK(!verify_password(phc, "mùa nước nổi 2025"));
  CHECK(!verify_password("", "mùa nước nổi 2026"));
  CHECK(!verify_password("$argon2id$nonsense", "x"));
  CHECK(!verify_password("$argon2id$v=19$m=4000000,t=2,p=1$c29tZXNhbHQ$aGFzaGhhc2g", "x"));
  CHECK_THROWS_AS(hash_password(std::string(1001, 'x')), Failure);
}

TEST_CASE("A sealed phone number opens in its own row and nowhere else") {
  const auto key = random_bytes(seal_key_bytes);
  const auto sealed = seal(key, "0912 345 678", "person/42/phone");
  CHECK(sealed.find("0912") == sealed.npos);
  CHECK(seal(key, "0912 345 678", "person/42/phone") != sealed);
  CHECK(open_seal(key, sealed, "person/42/phone") == "0912 345 678");
  CHECK(!open_seal(key, sealed, "person/43/phone"));
  CHECK(!open_seal(random_bytes(seal_key_bytes), sealed, "person/42/phone"));
  for (std::size_t i = 0; i < sealed.size(); ++i) {
    auto bent = sealed;
    bent[i] = char(bent[i] ^ 1);
    CHECK(!open_seal(key, bent, "person/42/phone"));
  }
  CHECK(open_seal(key, seal(key, "", ""), "") == "");
  CHECK(!open_seal(key, "short", ""));
  CHECK_THROWS_AS(seal("short key", "x", ""), Failure);
}
