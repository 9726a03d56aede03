#include "base/html.hpp"

#include <fmt/format.h>

namespace base {
namespace {

void append_escaped(std::string& out, std::string_view text) {
  std::size_t from = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string_view with;
    switch (text[i]) {
      case '&':
        with = "&amp;";
        break;
      case '<':
        with = "&lt;";
        break;
      case '>':
        with = "&gt;";
        break;
      case '"':
        with = "&quot;";
        break;
      case '\'':
        with = "&#39;";
        break;
      default:
        continue;
    }
    out += text.substr(from, i - from);
    out += with;
    from = i + 1;
  }
  out += text.substr(from);
}

// Enough for most: what is put together is copied once, not each time it outgrows its room.
std::size_t room_for(std::string_view pattern, const detail::Arg* args) {
  constexpr std::size_t digits = 20, escapes = 16;
  std::size_t room = pattern.size();
  for (auto hole = pattern.find("{}"); hole != std::string_view::npos;
       hole = pattern.find("{}", hole + 2), ++args) {
    room += args->kind == detail::Kind::number ? digits : args->text.size();
    if (args->kind == detail::Kind::text) room += escapes;
  }
  return room;
}

// "//host" and "/\host" leave the site in a browser, so they are not local.
bool is_safe(std::string_view a) {
  if (a.starts_with("https://") || a.starts_with("http://") || a.starts_with("tel:")) return true;
  if (a.starts_with("mailto:") || a.starts_with("#") || a.starts_with("?") || a.empty())
    return true;
  return a.starts_with("/") && !a.starts_with("//") && !a.starts_with("/\\");
}

}  // namespace

Url::Url(std::string address) : address_(is_safe(address) ? std::move(address) : "#") {}

std::string escaped(std::string_view text) {
  std::string out;
  append_escaped(out, text);
  return out;
}

std::string url_encoded(std::string_view text) {
  std::string out;
  for (const unsigned char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '.' || c == '_' || c == '~';
    if (plain)
      out += char(c);
    else
      out += fmt::format("%{:02X}", c);
  }
  return out;
}

Html join(const std::vector<Html>& parts, std::string_view between) {
  Html out;
  for (const auto& part : parts) {
    if (!out.empty() && !between.empty()) out += Html::trusted(escaped(between));
    out += part;
  }
  return out;
}

namespace detail {

Html assemble(std::string_view pattern, const Arg* args) {
  std::string out;
  out.reserve(room_for(pattern, args));
  for (;;) {
    const auto hole = pattern.find("{}");
    out += pattern.substr(0, hole);
    if (hole == std::string_view::npos) break;
    switch (args->kind) {
      case Kind::html:
        out += args->text;
        break;
      case Kind::number:
        out += std::to_string(args->number);
        break;
      default:
        append_escaped(out, args->text);
    }
    ++args;
    pattern.remove_prefix(hole + 2);
  }
  return Html::trusted(std::move(out));
}

}  // namespace detail
}  // namespace base
