// The cookie of the accounts a browser is known to, sealed.
#include "engines/identity/browsers.hpp"

#include <vector>

#include "base/json.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/crypto/seal.hpp"

namespace identity {
namespace {

constexpr std::string_view known_cookie = "taydo_known";
constexpr std::int64_t known_us = 90 * base::day_us;
constexpr std::size_t accounts_max = 8;  // of one browser; the longest unused is forgotten

struct Known {
  base::PersonId person;
  std::int64_t version = 0;
  std::string number;
  base::Instant at;
};

// Last signed in first.
std::vector<Known> read(std::string_view key, const http::Request& request, base::Instant now) {
  std::vector<Known> out;
  const auto bytes = crypto::from_base64url(request.cookie(known_cookie));
  const auto text = bytes ? crypto::open_seal(key, *bytes, known_cookie) : std::nullopt;
  const auto all = text ? base::json::parse(*text) : base::json::parse("[]");
  if (!all || !all->is_array()) return out;
  for (const auto& one : all->get_array()) {
    const auto& o = one.as_object();
    const Known known{{base::json::number_at(o, "person")},
                      base::json::number_at(o, "version"),
                      std::string(base::json::text_at(o, "number")),
                      {base::json::number_at(o, "at")}};
    if (known.at <= now && now - known.at < known_us) out.push_back(known);
  }
  return out;
}

}  // namespace

Browsers::Browsers(std::string_view secret, bool secure)
    : key_(crypto::sha256(crypto::hmac_sha256_hex(secret, known_cookie))), secure_(secure) {}

std::string Browsers::number(const http::Request& request, base::PersonId person,
                             std::int64_t version, base::Instant now) const {
  for (const auto& one : read(key_, request, now)) {
    if (one.person == person && one.version == version) return one.number;
  }
  return "";
}

void Browsers::know(http::Response& response, const http::Request& request, base::PersonId person,
                    std::int64_t version, base::Instant now) const {
  auto number = this->number(request, person, version, now);
  if (number.empty()) number = crypto::random_token();
  base::json::array all;
  const auto add = [&](const Known& one) {
    all.push_back(base::json::object{{"person", one.person.value},
                                     {"version", one.version},
                                     {"number", one.number},
                                     {"at", one.at.us}});
  };
  add({person, version, number, now});
  for (const auto& one : read(key_, request, now)) {
    if (one.person != person && all.size() < accounts_max) add(one);
  }
  const auto sealed = crypto::base64url(crypto::seal(key_, serialize(all), known_cookie));
  response.cookie(known_cookie, sealed, int(known_us / base::second_us), secure_);
}

}  // namespace identity
