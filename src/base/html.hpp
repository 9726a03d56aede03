// Html: markup that is already safe, and h(): the only way to make it from values.
//
// h(R"(<a href="{}">{}</a>)", url, name) counts and places its holes while compiling: a hole stands
// in text or alone in a quoted attribute, never in <script> or <style>; href, src and action take a
// Url. Text is escaped, Html passes through.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/id.hpp"

namespace base {

class Html {
 public:
  Html() = default;
  const std::string& str() const { return bytes_; }
  bool empty() const { return bytes_.empty(); }
  Html& operator+=(const Html& other) {
    bytes_ += other.bytes_;
    return *this;
  }
  // For markup from a trusted file of ours (an icon), never for anything a person typed.
  static Html trusted(std::string bytes) { return Html(std::move(bytes)); }

 private:
  explicit Html(std::string bytes) : bytes_(std::move(bytes)) {}
  std::string bytes_;
};

// A local path or an https address: what may stand in href, src, action. Anything else becomes "#".
class Url {
 public:
  Url(std::string address);
  Url(const char* address) : Url(std::string(address)) {}
  const std::string& str() const { return address_; }

 private:
  std::string address_;
};

std::string escaped(std::string_view text);
std::string url_encoded(std::string_view text);  // RFC 3986 unreserved stay
Html join(const std::vector<Html>& parts, std::string_view between = "");

namespace detail {

// Holes that stand in an address attribute need a Url; others refuse one.
constexpr bool ends_with_address(std::string_view before) {
  for (std::string_view name : {" href=\"", " src=\"", " action=\"", " formaction=\""}) {
    if (before.ends_with(name)) return true;
  }
  return false;
}

enum class Kind { text, html, number, url, boolean };

template <class T>
constexpr Kind kind_of() {
  using V = std::remove_cvref_t<T>;
  if constexpr (std::same_as<V, bool>)
    return Kind::boolean;
  else if constexpr (std::same_as<V, Html>)
    return Kind::html;
  else if constexpr (std::same_as<V, Url>)
    return Kind::url;
  else if constexpr (std::integral<V>)
    return Kind::number;
  else
    return Kind::text;
}

struct Arg {
  Kind kind;
  std::string_view text;
  std::int64_t number = 0;
};

inline Arg arg(const Html& v) { return {Kind::html, v.str()}; }
template <std::same_as<Url> T>
Arg arg(const T& v) {
  return {Kind::url, v.str()};
}
inline Arg arg(std::string_view v) { return {Kind::text, v}; }
template <std::integral T>
requires(!std::same_as<T, bool>) Arg arg(T v) { return {Kind::number, {}, std::int64_t(v)}; }

Html assemble(std::string_view pattern, const Arg* args);

// Walks the markup once and throws (so: does not compile) where a hole may not stand.
consteval void check(std::string_view s, std::initializer_list<Kind> kinds) {
  std::size_t used = 0;
  bool in_tag = false, quoted = false;
  for (std::size_t i = 0; i < s.size(); ++i) {
    const char c = s[i];
    if (!in_tag && c == '<')
      in_tag = true;
    else if (in_tag && c == '"')
      quoted = !quoted;
    else if (in_tag && !quoted && c == '>')
      in_tag = false;
    if (c != '{' || i + 1 >= s.size() || s[i + 1] != '}') continue;
    if (used == kinds.size()) throw "more holes than values";
    const Kind kind = *(kinds.begin() + used++);
    const auto before = s.substr(0, i);
    if (kind == Kind::boolean) throw "a bool is not a text";
    if (in_tag && !quoted && kind != Kind::html) throw "a hole in a tag needs quotes";
    if (in_tag && quoted && kind == Kind::html) throw "markup inside an attribute";
    if (ends_with_address(before) != (kind == Kind::url)) throw "addresses and only they are Urls";
    if (before.ends_with("<script>") || before.ends_with("<style>")) throw "no holes in scripts";
  }
  if (used != kinds.size()) throw "more values than holes";
}

}  // namespace detail

template <class... Args>
struct Pattern {
  std::string_view text;
  consteval Pattern(const char* s) : text(s) { detail::check(s, {detail::kind_of<Args>()...}); }
};

template <class... Args>
Html h(Pattern<std::type_identity_t<Args>...> pattern, const Args&... args) {
  const detail::Arg list[] = {detail::arg(args)..., {detail::Kind::text, {}}};
  return detail::assemble(pattern.text, list);
}

}  // namespace base
