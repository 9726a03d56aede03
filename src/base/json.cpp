#include "base/json.hpp"

#include <algorithm>
#include <cmath>

#include "base/must.hpp"

namespace base::json {
namespace {

int line_at(std::string_view text, std::size_t offset) {
  const auto end = text.begin() + std::ptrdiff_t(std::min(offset, text.size()));
  return 1 + int(std::count(text.begin(), end, '\n'));
}

// Follows one pointer through text that is known to be valid JSON.
class Locator {
 public:
  Locator(std::string_view text, std::string_view pointer) : text_(text), pointer_(pointer) {}

  int line() {
    blanks();
    descend();
    return line_at(text_, at_);
  }

 private:
  void descend() {
    if (pointer_.empty() || at_ >= text_.size()) return;
    pointer_.remove_prefix(1);
    const auto step = pointer_.substr(0, pointer_.find('/'));
    if (text_[at_] != '{' && text_[at_] != '[') return;
    if (!enter(step)) return;
    pointer_.remove_prefix(step.size());
    descend();
  }

  // Moves to the child called `step`; stays where it is if there is none.
  bool enter(std::string_view step) {
    const auto start = at_;
    const bool is_object = text_[at_++] == '{';
    for (int index = 0;; ++index) {
      blanks();
      if (text_[at_] == '}' || text_[at_] == ']') break;
      auto key = std::to_string(index);
      if (is_object) {
        const auto from = at_ + 1;
        skip_string();
        key = text_.substr(from, at_ - from - 1);
        blanks();
        ++at_;  // the colon
        blanks();
      }
      if (key == step) return true;
      skip();
      blanks();
      if (text_[at_] == ',') ++at_;
    }
    at_ = start;
    return false;
  }

  void blanks() {
    while (at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != text_.npos) ++at_;
  }
  void skip_string() {
    for (++at_; text_[at_] != '"'; ++at_) at_ += text_[at_] == '\\';
    ++at_;
  }
  void skip() {
    int depth = 0;
    do {
      const char c = text_[at_];
      if (c == '"') {
        skip_string();
        continue;
      }
      if (c == '{' || c == '[') ++depth;
      if (c == '}' || c == ']') {
        if (depth == 0) return;
        --depth;
      }
      if (depth == 0 && c == ',') return;
      ++at_;
    } while (at_ < text_.size() &&
             (depth > 0 || std::string_view(",}]").find(text_[at_]) == std::string_view::npos));
  }

  std::string_view text_;
  std::string_view pointer_;
  std::size_t at_ = 0;
};

void write(std::string& out, const value& v) {
  if (const auto* o = v.if_object()) {
    std::vector<const object::value_type*> members;
    for (const auto& member : *o) members.push_back(&member);
    std::sort(members.begin(), members.end(), [](auto* a, auto* b) { return a->key() < b->key(); });
    out += '{';
    for (const auto* member : members) {
      if (out.back() != '{') out += ',';
      out += boost::json::serialize(member->key());
      out += ':';
      write(out, member->value());
    }
    out += '}';
  } else if (const auto* a = v.if_array()) {
    out += '[';
    for (std::size_t i = 0; i < a->size(); ++i) {
      if (i) out += ',';
      write(out, (*a)[i]);
    }
    out += ']';
  } else {
    out += boost::json::serialize(v);
  }
}

// Where a number stands that is larger than a double can be: written again it would be no JSON.
std::optional<std::string> too_large(const value& v) {
  if (const auto* number = v.if_double()) {
    return std::isfinite(*number) ? std::nullopt : std::optional<std::string>("");
  }
  if (const auto* o = v.if_object()) {
    for (const auto& [key, member] : *o) {
      if (const auto at = too_large(member)) return "/" + std::string(key) + *at;
    }
  } else if (const auto* a = v.if_array()) {
    for (std::size_t i = 0; i < a->size(); ++i) {
      if (const auto at = too_large((*a)[i])) return "/" + std::to_string(i) + *at;
    }
  }
  return std::nullopt;
}

}  // namespace

Result<value, ParseProblem> parse(std::string_view text) {
  boost::json::stream_parser parser;
  boost::json::error_code error;
  const auto read = parser.write_some(text.data(), text.size(), error);
  if (!error) parser.finish(error);
  if (error) return refuse(ParseProblem{line_at(text, read), error.message()});
  const auto rest = text.substr(read);
  if (rest.find_first_not_of(" \t\r\n") != rest.npos) {
    return refuse(ParseProblem{line_at(text, read), "extra text after the JSON value"});
  }
  auto made = parser.release();
  if (const auto at = too_large(made)) {
    return refuse(ParseProblem{line_of(text, *at), "a number is too large"});
  }
  return made;
}

int line_of(std::string_view text, std::string_view pointer) {
  return Locator(text, pointer).line();
}

std::string canonical(const value& v) {
  std::string out;
  write(out, v);
  return out;
}

std::string_view text_at(const object& o, std::string_view key, std::string_view fallback) {
  const auto* v = o.if_contains(key);
  return v && v->is_string() ? std::string_view(v->get_string()) : fallback;
}

std::int64_t number_at(const object& o, std::string_view key, std::int64_t fallback) {
  const auto* v = o.if_contains(key);
  return v && v->is_int64() ? v->get_int64() : fallback;
}

bool flag_at(const object& o, std::string_view key, bool fallback) {
  const auto* v = o.if_contains(key);
  return v && v->is_bool() ? v->get_bool() : fallback;
}

const object& object_at(const object& o, std::string_view key) {
  static const object none;
  const auto* v = o.if_contains(key);
  return v && v->is_object() ? v->get_object() : none;
}

const array& array_at(const object& o, std::string_view key) {
  static const array none;
  const auto* v = o.if_contains(key);
  return v && v->is_array() ? v->get_array() : none;
}

}  // namespace base::json
