// Splitting, trimming and marking of template texts.
#include "platform/pdf/rich.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "platform/pdf/text.hpp"

namespace pdf {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r";
  const auto begin = text.find_first_not_of(blanks);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t cut = 0; cut != text.npos;) {
    cut = text.find(separator);
    parts.push_back(trimmed(text.substr(0, cut)));
    if (cut != text.npos) text.remove_prefix(cut + 1);
  }
  return parts;
}

bool is_name(std::string_view text) {
  const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
  return !text.empty() && lower(text[0]) && std::ranges::all_of(text, [&](char c) {
    return lower(c) || (c >= '0' && c <= '9') || c == '_';
  });
}

Problem problem(int line, const base::Text& why, base::Holes holes) {
  return {line, {base::fill(why.vi, holes), base::fill(why.en, holes)}};
}

Line read_rich(int line, std::string_view text) {
  Line out;
  Span span;
  const auto finish = [&] {
    if (!span.text.empty()) out.push_back(span);
    span.text.clear();
  };
  while (!text.empty()) {
    std::size_t eaten = 1;
    if (text.starts_with("**") || text.starts_with("__")) {
      finish();
      bool& style = text[0] == '*' ? span.bold : span.italic;
      style = !style;
      eaten = 2;
    } else if (text[0] == '{' || text[0] == '}') {
      const auto close = text.find('}');
      const auto name = text.substr(1, close == 0 || close == text.npos ? 0 : close - 1);
      if (!is_name(name)) throw problem(line, text::bad_hole, {{"example", "{subject_name}"}});
      finish();
      out.push_back({std::string(name), true, span.bold, span.italic});
      eaten = close + 1;
    } else {
      span.text += text[0];
    }
    text.remove_prefix(eaten);
  }
  finish();
  if (span.bold || span.italic)
    throw problem(line, text::open_mark, {{"mark", span.bold ? "**" : "__"}});
  return out;
}

namespace {

// Without the marks that turn the direction of reading (U+202A-202E, U+2066-2069): in a signed
// paper they would let a name show as another one.
std::string one_way(std::string text) {
  for (std::size_t at = 0; (at = text.find("\xE2", at)) != text.npos;) {
    const auto mark = text.substr(at, 3);
    const bool turns = (mark >= "\xE2\x80\xAA" && mark <= "\xE2\x80\xAE") ||
                       (mark >= "\xE2\x81\xA6" && mark <= "\xE2\x81\xA9");
    if (turns)
      text.erase(at, 3);
    else
      ++at;
  }
  return text;
}

}  // namespace

Rich filled(const Line& line, const Values& values, Case letters) {
  Rich out;
  for (const auto& span : line) {
    const auto begin = out.text.size();
    auto text = span.text;
    if (span.hole) {
      const auto value = values.find(span.text);
      text = value == values.end() ? "" : one_way(value->second);
    }
    out.text += letters == Case::upper ? base::upper(text) : text;
    if (span.bold || span.italic)
      out.marks.push_back({begin, out.text.size(), span.bold, span.italic});
  }
  return out;
}

}  // namespace pdf
