// Under which names guesses are counted.
#include "engines/identity/budget.hpp"

#include <fmt/format.h>

#include "platform/crypto/crypto.hpp"

namespace identity::budget {
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

Allowance counted(std::string_view key, std::string_view kind, std::string_view what,
                  std::string_view where, Size size) {
  // The length keeps a login apart from what it is tried with.
  const auto text = fmt::format("{}/{}:{}/{}", kind, what.size(), what, where);
  return {crypto::hmac_sha256_hex(key, text), size};
}

struct Sizes {
  Size known, address, strangers;
};

std::vector<Allowance> of(std::string_view key, const std::string& kind, std::string_view what,
                          const From& from, const Sizes& sizes) {
  if (!from.browser.empty()) {
    return {counted(key, kind + "/known", what, from.browser, sizes.known)};
  }
  auto all = counted(key, kind, what, "", sizes.strangers);
  all.shared = true;
  return {counted(key, kind + "/address", what, source_of(from.address), sizes.address), all};
}

}  // namespace

std::vector<Allowance> of_password(std::string_view key, std::string_view login, const From& from) {
  return of(key, "password", login, from, {password_known, password_address, password_strangers});
}

std::vector<Allowance> of_code(std::string_view key, std::string_view person, const From& from) {
  return of(key, "code", person, from, {code_known, code_address, code_strangers});
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

}  // namespace identity::budget
