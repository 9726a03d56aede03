// The proofs that a form is ours.
#include "engines/identity/forgery.hpp"

#include <algorithm>

#include "platform/crypto/crypto.hpp"

namespace identity::forgery {

std::string token_for(std::string_view secret, std::string_view cookie) {
  return crypto::hmac_sha256_hex(secret, "form:" + std::string(cookie));
}

bool proven(std::string_view secret, std::string_view cookie, std::string_view token) {
  return !cookie.empty() && crypto::equal(token_for(secret, cookie), token);
}

std::string_view origin_in(std::string_view address) {
  const auto scheme = address.find("://");
  return scheme == address.npos ? "" : address.substr(0, address.find('/', scheme + 3));
}

// The Host header is no secret of ours, but a foreign page cannot choose it in somebody's browser.
bool is_ours(std::string_view origin, const http::Request& request,
             const std::vector<std::string>& ours) {
  if (std::find(ours.begin(), ours.end(), origin) != ours.end()) return true;
  const auto scheme = origin.find("://");
  return scheme != origin.npos && origin.substr(scheme + 3) == request.header("host");
}

// A page under "Referrer-Policy: no-referrer" posts with "Origin: null", so that alone says
// nothing.
Origin origin_of(const http::Request& request, const std::vector<std::string>& ours) {
  const auto origin = request.header("origin"), site = request.header("sec-fetch-site");
  const bool named = !origin.empty() && origin != "null";
  if (named && !is_ours(origin, request, ours)) return Origin::foreign;
  if (!site.empty())
    return site == "same-origin" || site == "none" ? Origin::ours : Origin::foreign;
  if (origin == "null") return Origin::foreign;
  return named ? Origin::ours : Origin::unsaid;
}

}  // namespace identity::forgery
