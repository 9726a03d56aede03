// Sentences in Vietnamese and English side by side; a missing language or hole does not compile.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace base {

enum class Lang { vi, en };

// "vi" or "en", as in the HTML lang attribute.
constexpr std::string_view code(Lang lang) { return lang == Lang::vi ? "vi" : "en"; }

struct Text {
  std::string_view vi;
  std::string_view en;

  consteval Text(std::string_view vi_text, std::string_view en_text) : vi(vi_text), en(en_text) {
    if (vi.empty() || en.empty()) throw "a sentence lacks a language";
    if (holes(vi) != holes(en)) throw "the languages differ in their {holes}";
  }

  constexpr std::string_view in(Lang lang) const { return lang == Lang::vi ? vi : en; }

 private:
  static constexpr int holes(std::string_view s) {
    int n = 0;
    for (char c : s) n += c == '{';
    return n;
  }
};

using Holes = std::initializer_list<std::pair<std::string_view, std::string>>;

// fill("Còn {days} ngày", {{"days", "3"}}). A hole without a value, or the other way, is a bug.
std::string fill(std::string_view pattern, Holes holes);
inline std::string fill(const Text& text, Lang lang, Holes holes) {
  return fill(text.in(lang), holes);
}

// Words that come from data (a pack, a unit's name) rather than from code.
struct Words {
  std::string vi;
  std::string en;  // empty: not translated; the Vietnamese is shown

  const std::string& in(Lang lang) const { return lang == Lang::en && !en.empty() ? en : vi; }
  bool operator==(const Words&) const = default;
};

}  // namespace base
