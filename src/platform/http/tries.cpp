// Counting in a bounded map.
#include "platform/http/tries.hpp"

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <vector>

namespace http {

bool Tries::over(const std::string& name, base::Instant now) const {
  const std::lock_guard lock(mutex_);
  const auto found = counts_.find(name);
  return found != counts_.end() && found->second.wrong >= free_ &&
         now - found->second.since < window_us_;
}

void Tries::wrong(const std::string& name, base::Instant now) {
  const std::lock_guard lock(mutex_);
  if (counts_.size() >= names_max && !counts_.contains(name)) make_room(now);
  auto& count = counts_[name];
  if (count.wrong == 0 || now - count.since >= window_us_) count = {now, 0};
  ++count.wrong;
}

// What is over goes; when that is too little, the older half goes too.
void Tries::make_room(base::Instant now) {
  std::erase_if(counts_, [&](const auto& one) { return now - one.second.since >= window_us_; });
  if (counts_.size() < names_max) return;
  std::vector<base::Instant> since;
  for (const auto& [name, count] : counts_) since.push_back(count.since);
  const auto middle = since.begin() + std::ptrdiff_t(since.size() / 2);
  std::nth_element(since.begin(), middle, since.end());
  const auto until = *middle;
  std::erase_if(counts_, [&](const auto& one) { return one.second.since <= until; });
}

std::string network_of(std::string_view address) {
  namespace ip = boost::asio::ip;
  boost::system::error_code wrong;
  const auto read = ip::make_address(std::string(address.substr(0, address.find('%'))), wrong);
  if (wrong) return std::string(address);
  if (read.is_v4()) return read.to_string();
  const auto six = read.to_v6();
  if (six.is_v4_mapped()) return ip::make_address_v4(ip::v4_mapped, six).to_string();
  auto bytes = six.to_bytes();
  std::fill(bytes.begin() + 8, bytes.end(), 0);
  return ip::address_v6(bytes).to_string() + "/64";
}

}  // namespace http
