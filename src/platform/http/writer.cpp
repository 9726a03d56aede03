// The flat response head, and the answers the edge gives by itself.
#include "platform/http/writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>

#include "base/must.hpp"
#include "platform/http/percent.hpp"
#include "platform/http/text.hpp"

namespace http {
namespace {

std::string_view reason(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 201:
      return "Created";
    case 202:
      return "Accepted";
    case 204:
      return "No Content";
    case 301:
      return "Moved Permanently";
    case 302:
      return "Found";
    case 303:
      return "See Other";
    case 304:
      return "Not Modified";
    case 308:
      return "Permanent Redirect";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 409:
      return "Conflict";
    case 410:
      return "Gone";
    case 413:
      return "Content Too Large";
    case 414:
      return "URI Too Long";
    case 415:
      return "Unsupported Media Type";
    case 422:
      return "Unprocessable Content";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 500:
      return "Internal Server Error";
    case 502:
      return "Bad Gateway";
    case 503:
      return "Service Unavailable";
    default:
      return "";  // RFC 9112 §4: the phrase may be empty
  }
}

// Made once a second a thread: formatting a date costs more than the rest of the head.
const std::string& date_now() {
  thread_local std::time_t made = 0;
  thread_local std::string text;
  const std::time_t now = std::time(nullptr);
  if (now != made) {
    std::tm utc{};
    gmtime_r(&now, &utc);
    char buffer[64];
    text.assign(buffer, std::strftime(buffer, sizeof buffer, "%a, %d %b %Y %H:%M:%S GMT", &utc));
    made = now;
  }
  return text;
}

void add(std::string& out, std::string_view name, std::string_view value) {
  const auto breaks = [](char c) { return c == '\r' || c == '\n' || c == '\0'; };
  base::must(std::ranges::none_of(name, breaks) && std::ranges::none_of(value, breaks));
  out.append(name).append(": ").append(value).append("\r\n");
}

const base::Text& sentence(int status) {
  switch (status) {
    case 401:
    case 403:
      return text::sign_in_first;
    case 408:
      return text::too_slow;
    case 413:
      return text::too_large;
    case 414:
      return text::address_too_long;
    case 431:
      return text::headers_too_large;
    case 503:
      return text::busy;
    default:
      return text::malformed;
  }
}

}  // namespace

Writer::Writer(const EdgeOptions& options) {
  std::string policy =
      "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
      "object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
  for (const auto& origin : options.form_origins) policy += " " + origin;
  defaults_ = {{"Content-Security-Policy", std::move(policy)},
               {"X-Content-Type-Options", "nosniff"},
               {"Referrer-Policy", "same-origin"},
               {"Cross-Origin-Opener-Policy", "same-origin"},
               {"Cache-Control", "no-store"}};
  // A year; sister sites are not ours to speak for.
  if (options.secure) defaults_.emplace_back("Strict-Transport-Security", "max-age=31536000");
}

std::string Writer::head(const Response& response, bool keep_alive) const {
  std::string out;
  out.reserve(640);
  fmt::format_to(std::back_inserter(out), "HTTP/1.1 {} {}\r\nDate: {}\r\n", response.status,
                 reason(response.status), date_now());
  for (const auto& [name, value] : response.headers) add(out, name, value);
  for (const auto& [name, value] : defaults_) {
    const auto is_it = [&](const auto& header) { return same_word(header.first, name); };
    if (std::ranges::none_of(response.headers, is_it)) add(out, name, value);
  }
  if (response.status != 204 && response.status != 304) {
    if (!response.body.empty()) add(out, "Content-Type", response.content_type);
    add(out, "Content-Length", std::to_string(response.body.size()));
  }
  add(out, "Connection", keep_alive ? "keep-alive" : "close");
  return out += "\r\n";
}

Response refusal(int status) {
  const auto& text = sentence(status);
  auto response = Response::plain(status, fmt::format("{} / {}\n", text.vi, text.en));
  if (status == 503) response.with("Retry-After", "3");
  return response;
}

Response failure(const std::string& number) {
  using base::Lang;
  return Response::plain(
      500, fmt::format("{} / {}\n", base::fill(text::failed, Lang::vi, {{"number", number}}),
                       base::fill(text::failed, Lang::en, {{"number", number}})));
}

}  // namespace http
