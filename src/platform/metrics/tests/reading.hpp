// A reader of the text exposition format 0.0.4 that trusts nothing; what it does not understand
// throws. https://prometheus.io/docs/instrumenting/exposition_formats/
#pragma once

#include <map>
#include <stdexcept>
#include <string>
#include <string_view>

namespace exposition {

struct Family {
  std::string help, type;
  std::map<std::string, double> samples;  // by "name{label=value;}", values as they were
};

class Reader {
 public:
  explicit Reader(std::string_view text) : left_(text) {}

  std::map<std::string, Family> read() {
    if (!left_.empty() && left_.back() != '\n') fail("the last line has no end");
    while (!left_.empty()) {
      line_ = left_.substr(0, left_.find('\n'));
      left_.remove_prefix(line_.size() + 1);
      line_.starts_with("# ") ? heading() : sample();
    }
    return std::move(out_);
  }

 private:
  [[noreturn]] void fail(const std::string& why) const {
    throw std::runtime_error(why + ": " + std::string(line_));
  }
  void heading() {
    const bool help = line_.starts_with("# HELP ");
    if (!help && !line_.starts_with("# TYPE ")) fail("neither HELP nor TYPE");
    auto rest = line_.substr(7);
    const std::string name(rest.substr(0, rest.find(' ')));
    rest.remove_prefix(name.size() + 1);
    if (help) {
      if (!out_.try_emplace(name).second) fail("a family in two places");
      out_[name].help = unescaped(rest);
    } else {
      if (now_ == name || out_.count(name) == 0) fail("TYPE without its HELP, or twice");
      out_[name].type = rest;
    }
    if (!help) now_ = name;
  }
  void sample() {
    const auto end = line_.find_first_of("{ ");
    const std::string name(line_.substr(0, end));
    auto family = name;
    if (out_.count(now_) && out_[now_].type == "histogram") {
      for (const std::string_view suffix : {"_bucket", "_sum", "_count"}) {
        if (name == now_ + std::string(suffix)) family = now_;
      }
    }
    if (family != now_) fail("a sample outside its family");
    auto rest = line_.substr(end);
    std::string key = name + "{";
    if (rest.front() == '{') rest = labels(rest.substr(1), key);
    if (rest.empty() || rest.front() != ' ') fail("no blank before the value");
    const std::string value(rest.substr(1));
    std::size_t used = 0;
    const double number = std::stod(value, &used);
    if (used != value.size()) fail("not a number");
    if (!out_[family].samples.emplace(key + "}", number).second) fail("a sample twice");
  }
  std::string_view labels(std::string_view rest, std::string& key) const {
    for (;;) {
      const auto equals = rest.find("=\"");
      if (equals == rest.npos) fail("a label without a value");
      key += std::string(rest.substr(0, equals)) + "=";
      rest.remove_prefix(equals + 2);
      std::size_t end = 0;
      while (end < rest.size() && rest[end] != '"') end += rest[end] == '\\' ? 2 : 1;
      if (end >= rest.size()) fail("a label that does not end");
      key += unescaped(rest.substr(0, end)) + ";";
      rest.remove_prefix(end + 1);
      if (rest.empty()) fail("labels that do not end");
      const char next = rest.front();
      rest.remove_prefix(1);
      if (next == '}') return rest;
      if (next != ',') fail("labels apart");
    }
  }
  std::string unescaped(std::string_view text) const {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] != '\\') {
        out += text[i];
        continue;
      }
      if (++i == text.size()) fail("a backslash at the end");
      if (text[i] != '\\' && text[i] != '"' && text[i] != 'n') fail("an escape nobody knows");
      out += text[i] == 'n' ? '\n' : text[i];
    }
    return out;
  }

  std::string_view left_, line_;
  std::string now_;
  std::map<std::string, Family> out_;
};

inline std::map<std::string, Family> read(std::string_view text) { return Reader(text).read(); }

}  // namespace exposition
