// The format, and reading what other threads count.
#include "platform/metrics/metrics.hpp"

#include <fmt/format.h>

#include <cmath>

#include "base/must.hpp"
#include "platform/log/log.hpp"

namespace metrics {
namespace {

bool is_name(std::string_view name) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; };
  if (name.empty() || !letter(name[0])) return false;
  for (const char c : name) {
    if (!letter(c) && !(c >= '0' && c <= '9')) return false;
  }
  return true;
}

// Help is escaped but for its quotes, label values with them.
std::string escaped(std::string_view text, bool quotes) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\\\";
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '"' && quotes) {
      out += "\\\"";
    } else {
      out += c;
    }
  }
  return out;
}

std::string number(double value) {
  if (std::isnan(value)) return "NaN";
  if (std::isinf(value)) return value > 0 ? "+Inf" : "-Inf";
  return fmt::format("{}", value);
}

}  // namespace

void Histogram::took(std::int64_t us) {
  std::size_t at = 0;
  while (at < bounds.size() && double(us) > bounds[at] * 1e6) ++at;
  ++counts_[at];
  us_ += us;
}

Histogram::Reading Histogram::read() const {
  Reading out;
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < counts_.size(); ++i) out.up_to[i] = sum += counts_[i];
  out.seconds = double(us_) / 1e6;
  return out;
}

void Page::begin(std::string_view name, std::string_view help, std::string_view type) {
  base::must(is_name(name));
  base::must((type == "counter") == name.ends_with("_total"));
  name_ = name;
  heading_ = fmt::format("# HELP {0} {1}\n# TYPE {0} {2}\n", name, escaped(help, false), type);
  base::must(text_.find(fmt::format("# TYPE {} ", name)) == text_.npos);
}

void Page::sample(double value, const Labels& labels) { line("", labels, value); }

void Page::sample(const Histogram::Reading& reading, const Labels& labels) {
  auto with_bound = labels;
  with_bound.emplace_back("le", "");
  for (std::size_t i = 0; i < reading.up_to.size(); ++i) {
    const auto bound = i < Histogram::bounds.size() ? number(Histogram::bounds[i]) : "+Inf";
    with_bound.back().second = bound;
    line("_bucket", with_bound, double(reading.up_to[i]));
  }
  line("_sum", labels, reading.seconds);
  line("_count", labels, double(reading.up_to.back()));
}

void Page::line(std::string_view suffix, const Labels& labels, double value) {
  base::must(!name_.empty());
  text_ += std::exchange(heading_, "");
  text_ += name_;
  text_ += suffix;
  char before = '{';
  for (const auto& [name, label] : labels) {
    base::must(is_name(name));
    text_ += fmt::format("{}{}=\"{}\"", std::exchange(before, ','), name, escaped(label, true));
  }
  if (!labels.empty()) text_ += '}';
  text_ += fmt::format(" {}\n", number(value));
}

std::string look(std::span<const Source> sources) {
  Page page;
  for (const auto& source : sources) {
    Page before = page;
    try {
      source(page);
    } catch (const std::exception& problem) {
      logging::error("metrics: {}", problem.what());
      page = std::move(before);
    }
  }
  return page.text();
}

}  // namespace metrics
