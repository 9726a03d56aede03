// X-Forwarded-For, Forwarded (RFC 7239) and the PROXY protocol.
#include "platform/http/proxies.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>

#include "platform/http/percent.hpp"

namespace http {
namespace {

using Bytes = std::array<std::uint8_t, 16>;

constexpr Bytes v4_mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0, 0, 0};
constexpr int v4_bits = 96;  // of the prefix that marks IPv4

std::optional<Bytes> bytes_of(std::string_view text) {
  if (text.size() >= INET6_ADDRSTRLEN) return std::nullopt;
  const std::string ended(text);
  Bytes out = v4_mapped;
  if (inet_pton(AF_INET, ended.c_str(), out.data() + 12) == 1) return out;
  if (inet_pton(AF_INET6, ended.c_str(), out.data()) == 1) return out;
  return std::nullopt;
}

std::string written(const Bytes& bytes) {
  const bool v4 = std::equal(bytes.begin(), bytes.begin() + 12, v4_mapped.begin());
  char text[INET6_ADDRSTRLEN] = "";
  inet_ntop(v4 ? AF_INET : AF_INET6, v4 ? bytes.data() + 12 : bytes.data(), text, sizeof text);
  return text;
}

std::string_view trimmed(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
  return text.substr(0, text.find_last_not_of(" \t") + 1);
}

// "192.0.2.7:4711", "[2001:db8::1]:4711", "2001:db8::1": the address in it.
std::string_view without_port(std::string_view text) {
  if (text.starts_with('[')) return text.substr(1, text.find(']') - 1);
  const auto colon = text.find(':');
  const bool one = colon != text.npos && text.find(':', colon + 1) == text.npos;
  return one ? text.substr(0, colon) : text;
}

// The value of "for" in one element of Forwarded: for="[2001:db8::1]:47";proto=https
std::string_view for_of(std::string_view element) {
  while (!element.empty()) {
    const auto end = std::min(element.find(';'), element.size());
    const auto pair = element.substr(0, end);
    element.remove_prefix(std::min(end + 1, element.size()));
    const auto equals = std::min(pair.find('='), pair.size());
    if (!same_word(trimmed(pair.substr(0, equals)), "for")) continue;
    auto value = trimmed(pair.substr(std::min(equals + 1, pair.size())));
    if (value.size() >= 2 && value.starts_with('"') && value.ends_with('"')) {
      value = value.substr(1, value.size() - 2);
    }
    return value;
  }
  return {};
}

// The last element of a list divided by commas; it and its comma go. An address has none.
std::string_view last_of(std::string_view& list) {
  const auto comma = list.rfind(',');
  const auto last = list.substr(comma == list.npos ? 0 : comma + 1);
  list = list.substr(0, comma == list.npos ? 0 : comma);
  return trimmed(last);
}

Preface wrong() { return {Preface::State::wrong, 0, {}}; }

// PROXY TCP4 192.0.2.7 198.51.100.1 56324 443\r\n, at most 107 bytes.
Preface read_line(std::string_view bytes) {
  constexpr std::size_t line_max = 107;
  const auto end = bytes.substr(0, line_max).find("\r\n");
  if (end == bytes.npos) return bytes.size() < line_max ? Preface{} : wrong();
  auto line = bytes.substr(6, end - 6);
  const auto word = [&] {
    const auto blank = std::min(line.find(' '), line.size());
    const auto out = line.substr(0, blank);
    line.remove_prefix(std::min(blank + 1, line.size()));
    return out;
  };
  const auto kind = word();
  if (kind == "UNKNOWN") return {Preface::State::whole, end + 2, {}};
  const auto client = bytes_of(word()), server = bytes_of(word());
  if ((kind != "TCP4" && kind != "TCP6") || !client || !server) return wrong();
  for (int i = 0; i < 2; ++i) {
    const auto digits = word();
    std::uint16_t port = 0;
    const auto [stop, error] = std::from_chars(digits.begin(), digits.end(), port);
    if (error != std::errc() || stop != digits.end()) return wrong();
  }
  if (!line.empty()) return wrong();
  return {Preface::State::whole, end + 2, written(*client)};
}

// Signature, version and command, family, length; then the client's address first.
Preface read_binary(std::string_view bytes) {
  constexpr std::size_t fixed = 16;
  if (bytes.size() < fixed) return {};
  const auto at = [&](std::size_t i) { return std::uint8_t(bytes[i]); };
  const std::size_t whole = fixed + at(14) * 256u + at(15);
  const int command = at(12), family = at(13) >> 4;
  if (command >> 4 != 2 || (command & 15) > 1 || whole > preface_bytes_max) return wrong();
  if (bytes.size() < whole) return {};
  Preface out{Preface::State::whole, whole, {}};
  const bool local = (command & 15) == 0;
  if (local || (family != 1 && family != 2)) return out;
  Bytes client = v4_mapped;
  const std::size_t from = family == 1 ? 12 : 0, size = 16 - from;
  if (whole < fixed + 2 * size + 4) return wrong();
  std::copy_n(bytes.begin() + fixed, size, client.begin() + from);
  out.client = written(client);
  return out;
}

}  // namespace

std::optional<Network> Network::parse(std::string_view text) {
  const auto slash = std::min(text.find('/'), text.size());
  const auto bytes = bytes_of(text.substr(0, slash));
  if (!bytes) return std::nullopt;
  Network out;
  out.bytes_ = *bytes;
  if (slash == text.size()) return out;
  const bool v4 = text.substr(0, slash).find(':') == text.npos;
  const auto digits = text.substr(slash + 1);
  const auto [end, error] = std::from_chars(digits.begin(), digits.end(), out.bits_);
  if (error != std::errc() || end != digits.end() || out.bits_ < 0) return std::nullopt;
  if (v4) out.bits_ += v4_bits;
  return out.bits_ <= 128 ? std::optional(out) : std::nullopt;
}

bool Network::holds(std::string_view address) const {
  const auto bytes = bytes_of(address);
  if (!bytes) return false;
  for (int bit = 0; bit < bits_; bit += 8) {
    const int left = std::min(bits_ - bit, 8);
    const auto mask = std::uint8_t(0xff00 >> left);
    if (((bytes_[bit / 8] ^ (*bytes)[bit / 8]) & mask) != 0) return false;
  }
  return true;
}

bool Proxies::trust(std::string_view address) const {
  return std::ranges::any_of(trusted, [&](const auto& one) { return one.holds(address); });
}

std::string Proxies::client_of(const std::string& peer, const Request& request) const {
  if (tells == Tells::proxy_protocol || !trust(peer)) return peer;
  const bool standard = tells == Tells::forwarded;
  const std::string_view name = standard ? "forwarded" : "x-forwarded-for";
  std::string client = peer;
  for (auto at = request.headers.rbegin(); at != request.headers.rend(); ++at) {
    if (at->first != name) continue;
    for (std::string_view list = at->second; !list.empty();) {
      const auto told = last_of(list);
      const auto address = tidy_address(without_port(standard ? for_of(told) : told));
      if (!address) return client;
      client = *address;
      if (!trust(client)) return client;
    }
  }
  return client;
}

std::optional<std::string> tidy_address(std::string_view text) {
  const auto bytes = bytes_of(text);
  return bytes ? std::optional(written(*bytes)) : std::nullopt;
}

std::string source_of(std::string_view address) {
  auto bytes = bytes_of(address);
  if (!bytes) return std::string(address);
  const bool v4 = std::equal(bytes->begin(), bytes->begin() + 12, v4_mapped.begin());
  if (!v4) std::fill(bytes->begin() + 8, bytes->end(), 0);
  return written(*bytes);
}

Preface read_preface(std::string_view bytes) {
  constexpr std::string_view line = "PROXY ", binary("\r\n\r\n\0\r\nQUIT\n", 12);
  for (const auto begin : {line, binary}) {
    const auto front = bytes.substr(0, begin.size());
    if (front != begin.substr(0, front.size())) continue;
    if (front.size() < begin.size()) return {};
    return begin == line ? read_line(bytes) : read_binary(bytes);
  }
  return wrong();
}

}  // namespace http
