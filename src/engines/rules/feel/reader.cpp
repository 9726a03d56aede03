#include "engines/rules/feel/reader.hpp"

#include <array>

namespace feel {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

// Letters of other scripts are letters; which signs beyond ASCII are blanks is known.
constexpr auto kWordChars = [] {
  std::array<bool, 256> made{};
  for (int c = 0; c < 256; ++c) {
    made[std::size_t(c)] = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') || c == '_' || c == '?' || c >= 0x80;
  }
  return made;
}();

bool is_word_char(char c) { return kWordChars[static_cast<unsigned char>(c)]; }

// How many bytes a blank at the beginning of the text has; 0 if none stands there.
std::size_t blank(std::string_view text) {
  if (text.empty()) return 0;
  if (text[0] == ' ' || (text[0] >= '\t' && text[0] <= '\r')) return 1;
  if (!beyond_ascii(text[0])) return 0;
  constexpr std::array<std::string_view, 9> wide = {
      "\u0085", "\u00A0", "\u1680", "\u180E", "\u2028", "\u2029", "\u202F", "\u205F", "\u3000"};
  for (const auto sign : wide) {
    if (text.starts_with(sign)) return sign.size();
  }
  if (text.starts_with("\uFEFF")) return 3;
  const bool thin = text.starts_with("\xE2\x80") && text.size() > 2 &&
                    static_cast<unsigned char>(text[2]) <= 0x8B;  // U+2000 to U+200B
  return thin ? 3 : 0;
}

bool is_mark(char c) {
  return c == '.' || c == '/' || c == '-' || c == '\'' || c == '+' || c == '*';
}

void append_code_point(std::string& out, std::uint32_t c) {
  if (c < 0x80) {
    out += char(c);
  } else if (c < 0x800) {
    out += {char(0xC0 | c >> 6), char(0x80 | (c & 63))};
  } else if (c < 0x10000) {
    out += {char(0xE0 | c >> 12), char(0x80 | (c >> 6 & 63)), char(0x80 | (c & 63))};
  } else {
    out += {char(0xF0 | c >> 18), char(0x80 | (c >> 12 & 63)), char(0x80 | (c >> 6 & 63)),
            char(0x80 | (c & 63))};
  }
}

}  // namespace

std::string key_of(std::string_view name) {
  Reader reader(name);
  std::string key;
  while (reader.piece(key)) {
  }
  if (!reader.done()) return tidy_name(name);  // signs that no rule can write; still one key
  return key;
}

std::string tidy_name(std::string_view name) {
  std::string made;
  while (!name.empty()) {
    if (const auto n = blank(name)) {
      if (!made.empty() && made.back() != ' ') made += ' ';
      name.remove_prefix(n);
    } else {
      made += name.front();
      name.remove_prefix(1);
    }
  }
  if (made.ends_with(' ')) made.pop_back();
  return made;
}

namespace {

// Calls with each beginning of the key that ends where a piece ends.
template <class Each>
int pieces_of(const std::string& key, Each each) {
  Reader reader(key);
  std::string begun;
  int pieces = 0;
  while (pieces < 64 && reader.piece(begun)) {
    ++pieces;
    each(begun);
  }
  return pieces;
}

}  // namespace

void Phrases::add(const std::string& key) {
  if (pieces_of(key, [](const std::string&) {}) < 2) return;
  whole_.insert(key);
  pieces_of(key, [&](const std::string& begun) { beginnings_.insert(begun); });
}

void Phrases::remove(const std::string& key) {
  const auto at = whole_.find(key);
  if (at == whole_.end()) return;
  whole_.erase(at);
  pieces_of(key, [&](const std::string& begun) { beginnings_.erase(beginnings_.find(begun)); });
}

// Forward from where was counted last, or back within the line.
Place Reader::place(std::size_t at) const {
  if (at < counted_) {
    const auto back = text_.substr(at, counted_ - at);
    if (back.find('\n') == back.npos) {
      for (const char c : back) counted_place_.column -= (c & 0xC0) != 0x80;
      counted_ = at;
      return counted_place_;
    }
    counted_ = 0;
    counted_place_ = origin_;
  }
  for (; counted_ < at && counted_ < text_.size(); ++counted_) {
    const char c = text_[counted_];
    if (c == '\n') {
      ++counted_place_.line;
      counted_place_.column = 1;
    } else if ((c & 0xC0) != 0x80) {
      ++counted_place_.column;
    }
  }
  return counted_place_;
}

void Reader::skip() {
  while (at_ < text_.size()) {
    const auto rest = text_.substr(at_);
    if (const auto n = blank(rest)) {
      at_ += n;
    } else if (rest[0] != '/') {
      break;
    } else if (rest.starts_with("//")) {
      const auto end = rest.find('\n');
      at_ = end == rest.npos ? text_.size() : at_ + end;
    } else if (rest.starts_with("/*")) {
      const auto end = rest.find("*/", 2);
      if (end == rest.npos) break;  // an unclosed comment is a sign nobody understands
      at_ += end + 2;
    } else {
      break;
    }
  }
  begun_ = at_;
}

bool Reader::sees_word(std::string_view word) {
  if (!sees(word)) return false;
  const auto end = at_ + word.size();
  if (end >= text_.size() || !is_word_char(text_[end])) return true;
  return beyond_ascii(text_[end]) && blank(text_.substr(end)) > 0;
}

bool Reader::take_word(std::string_view word) {
  if (!sees_word(word)) return false;
  at_ += word.size();
  return true;
}

bool Reader::begins_name() {
  const char c = peek();
  return is_word_char(c) && !is_digit(c);
}

std::string Reader::word() {
  blanks();
  const auto begin = at_;
  while (at_ < text_.size() && is_word_char(text_[at_]) &&
         !(beyond_ascii(text_[at_]) && blank(text_.substr(at_)) > 0)) {
    ++at_;
  }
  return std::string(text_.substr(begin, at_ - begin));
}

bool Reader::piece(std::string& key) {
  const auto begin = at_;
  auto next = word();
  if (next.empty() && at_ < text_.size() && is_mark(text_[at_])) {
    key += text_[at_++];
    return true;
  }
  if (next.empty()) {
    at_ = begin;
    return false;
  }
  if (!key.empty() && !is_mark(key.back())) key += ' ';
  key += next;
  return true;
}

std::optional<std::string> Reader::phrase(std::initializer_list<const Phrases*> known) {
  const auto begin = at_;
  std::string key;
  std::optional<std::string> longest;
  auto end = at_;
  while (piece(key)) {
    bool more = false;
    for (const auto* phrases : known) {
      if (!phrases || !phrases->begins(key)) continue;
      more = true;
      if (!phrases->has(key)) continue;
      longest = key;
      end = at_;
    }
    if (!more) break;
  }
  at_ = longest ? end : begin;
  return longest;
}

// 12  12.5  .5  1e3; in 1..5 the 1 alone.
std::string_view Reader::number() {
  blanks();
  const auto begin = at_;
  auto end = at_;
  const auto digits = [&] {
    const auto from = end;
    while (end < text_.size() && is_digit(text_[end])) ++end;
    return end > from;
  };
  const auto sign_at = [&](std::size_t i) { return i < text_.size() ? text_[i] : '\0'; };
  bool any = digits();
  if (sign_at(end) == '.' && is_digit(sign_at(end + 1))) {
    ++end;
    any = digits() || any;
  }
  if (!any) return {};
  if (sign_at(end) == 'e' || sign_at(end) == 'E') {
    const auto power = end;
    ++end;
    if (sign_at(end) == '+' || sign_at(end) == '-') ++end;
    if (!digits()) end = power;
  }
  at_ = end;
  return text_.substr(begin, end - begin);
}

bool Reader::escape(std::string& out) {
  const char c = at_ < text_.size() ? text_[at_++] : '\0';
  switch (c) {
    case '"':
    case '\'':
    case '\\':
      out += c;
      return true;
    case 'n':
      out += '\n';
      return true;
    case 'r':
      out += '\r';
      return true;
    case 't':
      out += '\t';
      return true;
    case 'u':
    case 'U':
      break;
    default:
      out += {'\\', c};
      return c != '\0';
  }
  const auto hex = [&](std::size_t count) -> std::optional<std::uint32_t> {
    std::uint32_t value = 0;
    if (at_ + count > text_.size()) return std::nullopt;
    for (std::size_t i = 0; i < count; ++i) {
      const auto digit = std::string_view("0123456789abcdef").find(text_[at_ + i] | ' ');
      if (digit == std::string_view::npos) return std::nullopt;
      value = value * 16 + std::uint32_t(digit);
    }
    at_ += count;
    return value;
  };
  auto code = hex(c == 'u' ? 4 : 6);
  if (!code || *code > 0x10FFFF) return false;
  if (*code >= 0xD800 && *code < 0xDC00 && text_.substr(at_).starts_with("\\u")) {
    at_ += 2;
    const auto low = hex(4);
    if (!low || *low < 0xDC00 || *low > 0xDFFF) return false;
    code = 0x10000 + ((*code - 0xD800) << 10) + (*low - 0xDC00);
  }
  if (*code >= 0xD800 && *code < 0xE000) return false;  // half a letter
  append_code_point(out, *code);
  return true;
}

std::optional<std::string> Reader::quoted() {
  std::string out;
  while (at_ < text_.size()) {
    const char c = text_[at_++];
    if (c == '"') return out;
    if (c != '\\') {
      out += c;
    } else if (!escape(out)) {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

std::string_view Reader::rest(std::size_t most) {
  blanks();
  auto end = std::min(at_ + most, text_.size());
  while (end < text_.size() && (text_[end] & 0xC0) == 0x80) ++end;
  return text_.substr(at_, end - at_);
}

}  // namespace feel
