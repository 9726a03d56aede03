// Requests and responses as values: headers, cookies, downloads.
#include "platform/http/http.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/must.hpp"
#include "platform/http/percent.hpp"

namespace http {
namespace {

constexpr std::string_view host_only = "__Host-";

// RFC 6265 §4.1.1: what a cookie's value may hold.
bool is_cookie_value(std::string_view value) {
  return std::ranges::all_of(value, [](char c) {
    return c > ' ' && c < 0x7f && c != '"' && c != ',' && c != ';' && c != '\\';
  });
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

// An address in a header is ASCII; browsers read other letters there as Latin-1.
std::string ascii_address(std::string_view address) {
  std::string out;
  for (char c : address) {
    if (c > ' ' && c < 0x7f)
      out += c;
    else
      out += base::url_encoded({&c, 1});
  }
  return out;
}

// For programs too old for filename*: no marks, nothing that could end the quoted string.
std::string plain_name(std::string_view name) {
  std::string out = base::fold(name);
  for (char& c : out) {
    if (c < ' ' || c >= 0x7f || c == '"' || c == '\\' || c == '/' || c == '%') c = '_';
  }
  return out;
}

}  // namespace

std::string_view Request::header(std::string_view lower_case_name) const {
  for (const auto& [name, value] : headers) {
    if (name == lower_case_name) return value;
  }
  return {};
}

std::string Request::cookie(std::string_view name) const {
  for (const auto& [header_name, value] : headers) {
    if (header_name != "cookie") continue;
    for (std::string_view rest = value; !rest.empty();) {
      const auto end = rest.find(';');
      const auto pair = trimmed(rest.substr(0, end));
      rest = end == rest.npos ? std::string_view{} : rest.substr(end + 1);
      const auto equals = pair.find('=');
      if (equals == pair.npos) continue;
      auto called = pair.substr(0, equals);
      if (secure) {
        if (!called.starts_with(host_only)) continue;
        called.remove_prefix(host_only.size());
      }
      if (called == name) return std::string(pair.substr(equals + 1));
    }
  }
  return {};
}

Response Response::page(base::Html html, int status) {
  Response response;
  response.status = status;
  response.body = html.str();
  return response;
}

Response Response::see_other(const base::Url& where) {
  Response response = plain(303, "");
  return response.with("Location", ascii_address(where.str())), response;
}

Response Response::plain(int status, std::string text) {
  Response response;
  response.status = status;
  response.content_type = "text/plain; charset=utf-8";
  response.body = std::move(text);
  return response;
}

Response Response::file(std::string content_type, std::string bytes, std::string_view name,
                        bool inline_) {
  Response response;
  response.content_type = std::move(content_type);
  response.body = std::move(bytes);
  response.with("Content-Disposition", std::string(inline_ ? "inline" : "attachment") +
                                           "; filename=\"" + plain_name(name) +
                                           "\"; filename*=UTF-8''" + base::url_encoded(name));
  // Papers come from people: nothing in them runs. Our own pages may show them in a frame, and the
  // browsers' PDF viewers need an object and inline styles.
  response.with("Content-Security-Policy",
                "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; "
                "object-src 'self'; frame-ancestors 'self'");
  return response;
}

void Response::settle() const {
  if (first.valid()) first.get();
}

Response& Response::with(std::string name, std::string value) {
  const auto breaks = [](char c) { return c == '\r' || c == '\n' || c == '\0'; };
  base::must(std::ranges::none_of(name, breaks) && std::ranges::none_of(value, breaks));
  if (!same_word(name, "Set-Cookie")) {
    std::erase_if(headers, [&](const auto& header) { return same_word(header.first, name); });
  }
  headers.emplace_back(std::move(name), std::move(value));
  return *this;
}

Response& Response::cookie(std::string_view name, std::string_view value, int max_age_s,
                           bool secure) {
  base::must(is_cookie_value(name) && is_cookie_value(value));
  std::string text = std::string(secure ? host_only : "");
  text.append(name).append("=").append(value);
  text += "; Path=/; HttpOnly; SameSite=Lax";
  if (max_age_s >= 0) text += "; Max-Age=" + std::to_string(max_age_s);
  if (secure) text += "; Secure";
  return with("Set-Cookie", std::move(text));
}

}  // namespace http
