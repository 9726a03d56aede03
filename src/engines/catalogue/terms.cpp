#include "engines/catalogue/terms.hpp"

#include <algorithm>

#include "base/must.hpp"

namespace catalogue {

bool FeeTerms::through(Channel channel) const {
  return channels.empty() || std::ranges::find(channels, channel) != channels.end();
}

std::vector<const Fee*> fees_due(const Version& version, const Terms& terms, Channel channel) {
  base::must(version.fees.size() == terms.fees.size());
  std::vector<const Fee*> out;
  for (std::size_t i = 0; i < version.fees.size(); ++i) {
    const bool always = version.fees[i].kind != FeeKind::none && terms.fees[i].when.vi.empty();
    if (always && terms.fees[i].through(channel)) out.push_back(&version.fees[i]);
  }
  return out;
}

base::Dong fee_due(const Version& version, const Terms& terms, Channel channel) {
  base::Dong sum;
  for (const auto* fee : fees_due(version, terms, channel)) {
    sum = sum + fee->amount.value_or(base::Dong{});
  }
  return sum;
}

}  // namespace catalogue
