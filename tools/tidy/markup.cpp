// Tags are written only inside h( ), and no sentence between them (house.md §3: text.hpp has them).
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "tidy/tidy.hpp"

namespace tidy {
namespace {

constexpr std::array<std::string_view, 62> kTags = {
    "!doctype", "a",        "article", "aside",    "b",        "blockquote", "body",    "br",
    "button",   "caption",  "circle",  "code",     "col",      "dd",         "details", "dialog",
    "div",      "dl",       "dt",      "em",       "fieldset", "figure",     "footer",  "form",
    "h1",       "h2",       "h3",      "h4",       "head",     "header",     "hr",      "html",
    "img",      "input",    "label",   "legend",   "li",       "link",       "main",    "meta",
    "nav",      "noscript", "ol",      "option",   "p",        "path",       "pre",     "script",
    "section",  "select",   "small",   "span",     "strong",   "style",      "summary", "svg",
    "table",    "tbody",    "td",      "textarea", "th",       "tr"};
// Attributes that a person reads or hears.
constexpr std::array<std::string_view, 4> kSpoken = {" aria-label=\"", " title=\"",
                                                     " placeholder=\"", " alt=\""};

// The name of the tag that opens or closes at `at`, in lower case; "" if none does.
std::string tag_at(std::string_view text, std::size_t at) {
  if (text[at] != '<') return {};
  auto i = at + 1;
  if (i < text.size() && text[i] == '/') ++i;
  std::string name;
  for (; i < text.size() && (std::isalnum(static_cast<unsigned char>(text[i])) || text[i] == '!');
       ++i) {
    name += char(std::tolower(static_cast<unsigned char>(text[i])));
  }
  const char after = i < text.size() ? text[i] : ' ';
  const bool ends = after == ' ' || after == '>' || after == '/' || after == '\n';
  return ends && std::find(kTags.begin(), kTags.end(), name) != kTags.end() ? name : "";
}

bool has_tag(std::string_view text) {
  for (auto at = text.find('<'); at != text.npos; at = text.find('<', at + 1)) {
    if (!tag_at(text, at).empty()) return true;
  }
  return false;
}

// The word before the innermost open bracket around `offset`: "h" in h("<p>{}</p>", x).
std::string_view call_around(std::string_view code, std::size_t offset) {
  int depth = 0;
  for (auto i = offset; i-- > 0;) {
    if (code[i] == ')') ++depth;
    if (code[i] != '(' || depth-- > 0) continue;
    auto end = i;
    auto begin = end;
    while (begin > 0 && is_word_char(code[begin - 1])) --begin;
    return code.substr(begin, end - begin);
  }
  return {};
}

// How many bytes the letter at `at` has; 0 if a sign or nothing stands there.
std::size_t letter_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (std::isalpha(static_cast<unsigned char>(text[at]))) return 1;
  const auto rest = text.substr(at, 4);
  if (!is_vietnamese(characters(rest).front())) return 0;
  return static_cast<unsigned char>(rest[0]) < 0xE0 ? 2 : 3;
}

bool word_at(std::string_view text, std::size_t at) {
  const auto length = letter_at(text, at);
  return length > 0 && letter_at(text, at + length) > 0;
}

// Where words of two letters or more stand between tags; npos if nowhere. Entities are signs.
std::size_t words_between_tags(std::string_view text) {
  std::string skip;  // inside script, style and svg nothing is read as prose
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '<') {
      const auto name = tag_at(text, i);
      const bool closes = i + 1 < text.size() && text[i + 1] == '/';
      if (skip.empty() && (name == "script" || name == "style") && !closes)
        skip = name;
      else if (closes && name == skip)
        skip.clear();
      bool quoted = false;
      for (; i < text.size() && (quoted || text[i] != '>'); ++i) quoted ^= text[i] == '"';
    } else if (text[i] == '&') {
      const auto end = text.find(';', i);
      if (end != text.npos && end - i < 10) i = end;
    } else if (skip.empty() && word_at(text, i)) {
      return i;
    }
  }
  return text.npos;
}

std::size_t words_in_attributes(std::string_view text) {
  for (const auto name : kSpoken) {
    for (auto at = text.find(name); at != text.npos; at = text.find(name, at + 1)) {
      const auto value = at + name.size();
      if (letter_at(text, value) > 0) return value;
    }
  }
  return text.npos;
}

// Literals side by side are one text; each character knows its line.
struct Piece {
  std::size_t begin;
  std::string text;
  std::vector<int> lines;
};

std::vector<Piece> pieces_of(const Source& file) {
  std::vector<Piece> pieces;
  std::size_t end = 0;
  for (const auto& literal : file.literals) {
    if (literal.delimiter == "sql") continue;
    const auto gap = std::string_view(file.code).substr(end, literal.begin - end);
    const bool goes_on = !pieces.empty() && (trimmed(gap).empty() || trimmed(gap) == "R");
    if (!goes_on) pieces.push_back({literal.begin, "", {}});
    auto& piece = pieces.back();
    int line = literal.line;
    for (const char c : literal.text) {
      piece.text += c;
      piece.lines.push_back(line);
      if (c == '\n') ++line;
    }
    end = literal.end;
  }
  return pieces;
}

void one(const Source& file, const Piece& piece, Findings& found) {
  const std::string_view text = piece.text;
  if (call_around(file.code, piece.begin) != "h") {
    add(found, "markup", file, piece.lines[0], "a tag outside h( )",
        "base::h() escapes what people type; give it values");
    return;
  }
  const auto at = std::min(words_between_tags(text), words_in_attributes(text));
  if (at == text.npos) return;
  add(found, "markup", file, piece.lines[at],
      fmt::format("a word in the markup: {}", trimmed(text.substr(at, 24))),
      "a hole here, and a Text in text.hpp");
}

}  // namespace

void markup(const Tree& tree, Findings& found) {
  for (const auto& file : tree) {
    if (!file.under("src") || file.under("src/base") || file.is_test()) continue;
    for (const auto& piece : pieces_of(file)) {
      if (has_tag(piece.text)) one(file, piece, found);
    }
  }
}

}  // namespace tidy
