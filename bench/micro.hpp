// Timing one small thing: the median of many runs, in nanoseconds.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <string_view>
#include <vector>

namespace bench {

// Runs `work` in rounds of `times` and prints the median, the least and the most a call. `work`
// returns a number that depends on what it did, so that no compiler leaves it out.
template <typename Work>
void measure(std::string_view name, int times, Work work) {
  constexpr int rounds = 31;
  std::vector<double> ns;
  long long sum = 0;
  for (int round = 0; round < rounds; ++round) {
    const auto began = std::chrono::steady_clock::now();
    for (int i = 0; i < times; ++i) sum += static_cast<long long>(work());
    const std::chrono::duration<double, std::nano> took = std::chrono::steady_clock::now() - began;
    ns.push_back(took.count() / times);
  }
  std::ranges::sort(ns);
  fmt::print("{:<48} median {:>10.1f} ns  (least {:.1f}, most {:.1f}; sum {})\n", name,
             ns[rounds / 2], ns.front(), ns.back(), sum);
}

}  // namespace bench
