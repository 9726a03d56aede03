// The table of RFC 6890, as far as nobody outside can have such an address.
#include "platform/outgoing/own_network.hpp"

#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace outgoing {
namespace {

struct Block {
  std::uint32_t first;
  int bits;
};

constexpr Block blocks[] = {
    {0x00000000, 8},   // 0.0.0.0/8, this network
    {0x0A000000, 8},   // 10.0.0.0/8, private
    {0x64400000, 10},  // 100.64.0.0/10, shared by a carrier
    {0x7F000000, 8},   // 127.0.0.0/8, this machine
    {0xA9FE0000, 16},  // 169.254.0.0/16, link-local; a cloud's secrets are there
    {0xAC100000, 12},  // 172.16.0.0/12, private
    {0xC0000000, 24},  // 192.0.0.0/24, protocol assignments
    {0xC0A80000, 16},  // 192.168.0.0/16, private
    {0xC6120000, 15},  // 198.18.0.0/15, benchmarks
    {0xE0000000, 4},   // 224.0.0.0/4, multicast
    {0xF0000000, 4},   // 240.0.0.0/4, reserved, and broadcast
};

bool is_own(std::uint32_t v4) {
  return std::ranges::any_of(
      blocks, [&](const Block& b) { return v4 >> (32 - b.bits) == b.first >> (32 - b.bits); });
}

std::uint32_t v4_at(const std::uint8_t* bytes) {
  return std::uint32_t(bytes[0]) << 24 | std::uint32_t(bytes[1]) << 16 |
         std::uint32_t(bytes[2]) << 8 | bytes[3];
}

bool is_own(const std::uint8_t (&v6)[16]) {
  const auto zeros = [&](int from, int to) {
    return std::all_of(v6 + from, v6 + to, [](std::uint8_t b) { return b == 0; });
  };
  if (zeros(0, 10) && v6[10] == 0xFF && v6[11] == 0xFF)
    return is_own(v4_at(v6 + 12));  // ::ffff:0:0/96
  if (zeros(0, 12)) return true;    // unspecified, ::1, and the old IPv4-compatible ones
  if (v6[0] == 0 && v6[1] == 0x64 && v6[2] == 0xFF && v6[3] == 0x9B) {  // 64:ff9b::/96, NAT64
    return !zeros(4, 12) || is_own(v4_at(v6 + 12));
  }
  if (v6[0] == 0x20 && v6[1] == 0x02) return is_own(v4_at(v6 + 2));  // 6to4
  const bool local = (v6[0] & 0xFE) == 0xFC;                         // fc00::/7, unique local
  const bool link = v6[0] == 0xFE && (v6[1] & 0x80) == 0x80;         // fe80::/10, fec0::/10
  return local || link || v6[0] == 0xFF;
}

}  // namespace

bool is_own_network(const sockaddr& address) {
  if (address.sa_family == AF_INET) {
    sockaddr_in in;
    std::memcpy(&in, &address, sizeof in);
    return is_own(ntohl(in.sin_addr.s_addr));
  }
  if (address.sa_family != AF_INET6) return true;
  sockaddr_in6 in;
  std::memcpy(&in, &address, sizeof in);
  return is_own(in.sin6_addr.s6_addr);
}

}  // namespace outgoing
