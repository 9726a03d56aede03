// The ticket between the two steps of an officer's sign-in: sealed in a cookie, kept nowhere else.
#include "engines/identity/second_factor.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/crypto/seal.hpp"

namespace identity {
namespace {

constexpr std::string_view ticket_cookie = "taydo_second";
constexpr std::int64_t ticket_us = 5 * base::minute_us;

}  // namespace

void SecondFactor::give(http::Response& response, const Ticket& ticket, base::Instant now) const {
  const base::json::object all = {{"person", ticket.person.value},
                                  {"version", ticket.version},
                                  {"one_time", ticket.one_time},
                                  {"path", ticket.path},
                                  {"at", now.us}};
  const auto sealed = crypto::base64url(crypto::seal(key_, serialize(all), ticket_cookie));
  response.cookie(ticket_cookie, sealed, int(ticket_us / base::second_us), secure_);
}

std::optional<Ticket> SecondFactor::ticket(const http::Request& request, base::Instant now) const {
  const auto bytes = crypto::from_base64url(request.cookie(ticket_cookie));
  const auto text = bytes ? crypto::open_seal(key_, *bytes, ticket_cookie) : std::nullopt;
  if (!text) return std::nullopt;
  const auto all = boost::json::parse(*text).as_object();
  const base::Instant at{base::json::number_at(all, "at")};
  if (now - at > ticket_us || at > now) return std::nullopt;
  return Ticket{{base::json::number_at(all, "person")},
                base::json::number_at(all, "version"),
                base::json::flag_at(all, "one_time"),
                std::string(base::json::text_at(all, "path"))};
}

void SecondFactor::take_back(http::Response& response) const {
  response.cookie(ticket_cookie, "", 0, secure_);
}

}  // namespace identity
