// The ticket between the two steps of an officer's sign-in: sealed in a cookie, kept nowhere else.
#include "engines/identity/identity.hpp"
#include "engines/identity/second_factor.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/crypto/seal.hpp"

namespace identity {
namespace {

constexpr std::string_view ticket_cookie = "taydo_second";
constexpr std::int64_t ticket_us = 5 * base::minute_us;
// Its path is good for longer: whoever comes late begins again towards the same page.
constexpr int cookie_s = 3'600;

}  // namespace

void SecondFactor::give(http::Response& response, const Ticket& ticket, base::Instant now) const {
  const base::json::object all = {{"person", ticket.person.value}, {"version", ticket.version},
                                  {"one_time", ticket.one_time},   {"path", ticket.path},
                                  {"browser", ticket.browser},     {"at", now.us}};
  const auto sealed = crypto::base64url(crypto::seal(key_, serialize(all), ticket_cookie));
  response.cookie(ticket_cookie, sealed, cookie_s, secure_);
}

std::optional<base::json::object> SecondFactor::ticket_in(const http::Request& request) const {
  const auto bytes = crypto::from_base64url(request.cookie(ticket_cookie));
  const auto text = bytes ? crypto::open_seal(key_, *bytes, ticket_cookie) : std::nullopt;
  if (!text) return std::nullopt;
  return boost::json::parse(*text).as_object();
}

std::optional<Ticket> SecondFactor::ticket(const http::Request& request, base::Instant now) const {
  const auto all = ticket_in(request);
  if (!all) return std::nullopt;
  const base::Instant at{base::json::number_at(*all, "at")};
  if (now - at > ticket_us || at > now) return std::nullopt;
  return Ticket{{base::json::number_at(*all, "person")},
                base::json::number_at(*all, "version"),
                base::json::flag_at(*all, "one_time"),
                std::string(base::json::text_at(*all, "path")),
                std::string(base::json::text_at(*all, "browser"))};
}

std::string SecondFactor::wanted(const http::Request& request) const {
  const auto all = ticket_in(request);
  return all ? local_path(base::json::text_at(*all, "path")) : "/";
}

void SecondFactor::take_back(http::Response& response) const {
  response.cookie(ticket_cookie, "", 0, secure_);
}

}  // namespace identity
