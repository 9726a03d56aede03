// Under which names failures are counted.
#include "engines/identity/backoff.hpp"

#include <vector>

#include "platform/crypto/crypto.hpp"

namespace identity::backoff {
namespace {

std::vector<std::string_view> groups(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const auto end = std::min(text.find(':'), text.size());
    out.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

}  // namespace

std::string counted(std::string_view key, std::string_view kind, std::string_view what) {
  return crypto::hmac_sha256_hex(key, std::string(kind).append(":").append(what));
}

std::string source_of(std::string_view address) {
  address = address.substr(0, address.find('%'));  // a zone: fe80::1%eth0
  if (address.find(':') == address.npos) return std::string(address);
  if (address.find('.') != address.npos) {  // ::ffff:192.0.2.7 is 192.0.2.7
    return std::string(address.substr(address.rfind(':') + 1));
  }
  const auto gap = address.find("::");
  auto front = groups(address.substr(0, gap));
  if (gap != address.npos) {
    const auto back = groups(address.substr(gap + 2));
    while (front.size() + back.size() < 8) front.push_back("0");
    front.insert(front.end(), back.begin(), back.end());
  }
  std::string network;
  for (std::size_t i = 0; i < 4 && i < front.size(); ++i) {
    network.append(front[i]).append(":");
  }
  return network + ":/64";
}

}  // namespace identity::backoff
