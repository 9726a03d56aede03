// Who asks when a proxy stands between: which proxies are trusted, and how they tell it.
//
// Only an address in the list is believed, and only in the one way that is configured: a proxy that
// writes X-Forwarded-For hands on whatever "Forwarded" a stranger wrote.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/http/http.hpp"

namespace http {

// "10.0.0.0/8", "2001:db8::/32" or one address; IPv4 within IPv6 (::ffff:10.0.0.1) is IPv4.
class Network {
 public:
  static std::optional<Network> parse(std::string_view text);
  bool holds(std::string_view address) const;  // false for what is no address

 private:
  std::array<std::uint8_t, 16> bytes_{};
  int bits_ = 128;
};

struct Proxies {
  enum class Tells {
    forwarded_for,   // X-Forwarded-For: each proxy adds whom it heard
    forwarded,       // Forwarded: for=... (RFC 7239)
    proxy_protocol,  // before the first byte of HTTP or TLS (HAProxy's PROXY, versions 1 and 2)
  };

  std::vector<Network> trusted = {};
  Tells tells = Tells::forwarded_for;

  bool trust(std::string_view address) const;
  // The client behind the connection of `peer`: from the right, the first address that no trusted
  // proxy has. What cannot be read ends the search at the proxy that told it.
  std::string client_of(const std::string& peer, const Request& request) const;
};

// As people write it, "::ffff:192.0.2.7" as "192.0.2.7"; nothing if it is no address.
std::optional<std::string> tidy_address(std::string_view text);

// Whom an address stands for: itself, or the network of 64 bits of an IPv6 one, for whoever has one
// of those has them all.
std::string source_of(std::string_view address);

// The header of the PROXY protocol at the front of `bytes`, at most preface_bytes_max long.
inline constexpr std::size_t preface_bytes_max = 4'096;
struct Preface {
  enum class State { unfinished, wrong, whole };
  State state = State::unfinished;
  std::size_t bytes = 0;  // how long it is, once whole
  std::string client;     // "": the proxy speaks for itself (LOCAL, UNKNOWN)
};
Preface read_preface(std::string_view bytes);

}  // namespace http
