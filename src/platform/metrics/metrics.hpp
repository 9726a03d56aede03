// Figures of the running program as Prometheus reads them (text exposition format 0.0.4).
//
// Counters and histograms are kept in memory by whom they count for; what can be asked for (a
// queue, a database) is asked when somebody looks. Names, labels and values only: never whom they
// concern.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace metrics {

using Labels = std::vector<std::pair<std::string_view, std::string_view>>;

// How often something took how long. Any thread; never locks.
class Histogram {
 public:
  // Upper bounds in seconds; what is longer counts in the last one, without bound.
  static constexpr std::array bounds = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1,
                                        0.25,  0.5,    1.0,   2.5,  5.0,   10.0};
  void took(std::int64_t us);

  struct Reading {
    std::array<std::uint64_t, bounds.size() + 1> up_to = {};  // each with those below it
    double seconds = 0;                                       // all together
  };
  Reading read() const;

 private:
  std::array<std::atomic<std::uint64_t>, bounds.size() + 1> counts_ = {};
  std::atomic<std::int64_t> us_ = 0;
};

// The page of one look. A family is begun, then has its samples; a family without one is left out.
class Page {
 public:
  // Counters end in _total and only grow; gauges go up and down. Base units: seconds, bytes.
  void counter(std::string_view name, std::string_view help) { begin(name, help, "counter"); }
  void gauge(std::string_view name, std::string_view help) { begin(name, help, "gauge"); }
  void histogram(std::string_view name, std::string_view help) { begin(name, help, "histogram"); }

  void sample(double value, const Labels& labels = {});
  void sample(const Histogram::Reading& reading, const Labels& labels = {});

  const std::string& text() const { return text_; }

 private:
  void begin(std::string_view name, std::string_view help, std::string_view type);
  void line(std::string_view suffix, const Labels& labels, double value);

  std::string text_, heading_, name_;
};
inline constexpr std::string_view content_type = "text/plain; version=0.0.4; charset=utf-8";

// Writes its families onto a page. One that throws loses its own lines, not the others'.
using Source = std::function<void(Page&)>;
std::string look(std::span<const Source> sources);

}  // namespace metrics
