#include "app/carry/json_texts.hpp"

namespace app::carry {
namespace {

class Walk {
 public:
  explicit Walk(std::string_view json) : json_(json) {}

  std::vector<JsonText> run() {
    value("");
    return std::move(out_);
  }

 private:
  char next() {
    while (at_ < json_.size() && std::string_view(" \t\r\n,:").find(json_[at_]) != json_.npos)
      ++at_;
    return at_ < json_.size() ? json_[at_] : '\0';
  }

  // Behind the closing quote.
  std::string_view quoted() {
    const auto begin = at_++;
    while (at_ < json_.size() && json_[at_] != '"') at_ += json_[at_] == '\\' ? 2 : 1;
    at_ = std::min(at_ + 1, json_.size());
    return json_.substr(begin, at_ - begin);
  }

  void value(const std::string& pointer) {
    const char c = next();
    if (c == '{') return members(pointer);
    if (c == '[') return items(pointer);
    if (c == '"') {
      const auto begin = at_;
      quoted();
      out_.push_back({pointer, begin, at_});
      return;
    }
    at_ = std::min(json_.find_first_of(",]} \t\r\n", at_), json_.size());
  }

  void members(const std::string& pointer) {
    ++at_;
    while (next() == '"') {
      const auto key = quoted();
      value(pointer + "/" + std::string(key.substr(1, key.size() - 2)));
    }
    ++at_;
  }

  void items(const std::string& pointer) {
    ++at_;
    for (int i = 0; next() != ']' && at_ < json_.size(); ++i) {
      value(pointer + "/" + std::to_string(i));
    }
    ++at_;
  }

  std::string_view json_;
  std::size_t at_ = 0;
  std::vector<JsonText> out_;
};

}  // namespace

std::vector<JsonText> json_texts(std::string_view json) { return Walk(json).run(); }

}  // namespace app::carry
