// Giving and taking back codes.
#include "services/demo_provider/codes.hpp"

#include "platform/crypto/crypto.hpp"

namespace demo_provider {
namespace {

constexpr std::int64_t life_us = base::minute_us;

}  // namespace

std::string Codes::give(Grant grant, base::Instant now) {
  auto code = crypto::random_token();
  given_.with([&](auto& given) {
    std::erase_if(given, [&](const auto& one) { return now - one.second.at > life_us; });
    given[code] = {std::move(grant), now};
  });
  return code;
}

std::optional<Grant> Codes::redeem(const std::string& code, base::Instant now) {
  return given_.with([&](auto& given) -> std::optional<Grant> {
    const auto node = given.extract(code);
    if (node.empty() || now - node.mapped().at > life_us) return std::nullopt;
    return node.mapped().grant;
  });
}

}  // namespace demo_provider
