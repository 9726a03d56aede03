// What people read: Vietnamese only in text.hpp, and both halves of every Text there and right.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "tidy/tidy.hpp"

namespace tidy {
namespace {

// Names that keep their marks in English. Longer names first: the first that fits is taken out.
constexpr std::array<std::string_view, 17> kProperNames = {
    "Tiếng Việt", "Cốc Cốc",  "Cần Thơ", "Tây Đô",    "Ninh Kiều", "Hậu Giang",
    "Sóc Trăng",  "Cái Răng", "Cái Khế", "Bình Thủy", "Hà Nội",    "Nguyễn",
    "Trần",       "Lê",       "Kinh",    "Tết",       "đồng"};

// Base folds and sorts Vietnamese; the letters themselves are its subject.
bool holds_sentences(const Source& file) {
  return file.name() == "text.hpp" || (file.is_header() && file.stem().starts_with("text_"));
}

bool may_hold_vietnamese(const Source& file) {
  return holds_sentences(file) || file.is_test() || file.under("src/base") || !file.under("src");
}

// Some forty bytes of it, never half a letter.
std::string_view beginning(std::string_view text) {
  auto end = std::min<std::size_t>(text.size(), 40);
  while (end < text.size() && (text[end] & 0xC0) == 0x80) ++end;
  return text.substr(0, end);
}

struct Pair {
  int line;
  std::string vi;
  std::string en;
};

bool only_blanks(const Source& file, const Literal& a, const Literal& b) {
  return trimmed(std::string_view(file.code).substr(a.end, b.begin - a.end)).empty();
}

std::string_view between(const Source& file, const Literal& a, const Literal& b) {
  return trimmed(std::string_view(file.code).substr(a.end, b.begin - a.end));
}

char sign_before(const Source& file, std::size_t at) {
  while (at > 0 && std::isspace(static_cast<unsigned char>(file.code[at - 1]))) --at;
  return at > 0 ? file.code[at - 1] : '\0';
}

// {"vi", "en"}: two literals (each maybe in pieces) with a comma between, alone in their brackets.
std::vector<Pair> pairs_of(const Source& file) {
  std::vector<Pair> pairs;
  const auto& all = file.literals;
  for (std::size_t i = 0; i < all.size();) {
    Pair pair{all[i].line, all[i].text, ""};
    const char opening = sign_before(file, all[i].begin);
    std::size_t k = i + 1;
    while (k < all.size() && only_blanks(file, all[k - 1], all[k])) pair.vi += all[k++].text;
    if ((opening != '{' && opening != '(') || k >= all.size() ||
        between(file, all[k - 1], all[k]) != ",") {
      i = k;
      continue;
    }
    pair.en = all[k++].text;
    while (k < all.size() && only_blanks(file, all[k - 1], all[k])) pair.en += all[k++].text;
    const auto rest = trimmed(std::string_view(file.code).substr(all[k - 1].end));
    if (rest.starts_with('}') || rest.starts_with(')')) pairs.push_back(std::move(pair));
    i = k;
  }
  return pairs;
}

std::string without_names(std::string text) {
  for (const auto name : kProperNames) {
    for (auto at = text.find(name); at != text.npos; at = text.find(name)) {
      text.erase(at, name.size());
    }
  }
  return text;
}

std::multiset<std::string> holes(std::string_view text) {
  std::multiset<std::string> found;
  for (auto at = text.find('{'); at != text.npos; at = text.find('{', at + 1)) {
    const auto end = text.find('}', at);
    if (end != text.npos) found.emplace(text.substr(at + 1, end - at - 1));
  }
  return found;
}

bool has_word(std::string_view text, std::string_view word) {
  for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
    const auto after = at + word.size();
    const bool begins = at == 0 || text[at - 1] == ' ';
    const bool ends = after == text.size() ||
                      std::string_view(" .,;:?)").find(text[after]) != std::string_view::npos;
    if (begins && ends) return true;
  }
  return false;
}

void one(const Source& file, const Pair& pair, Findings& found) {
  const auto refuse = [&](std::string what, std::string mend) {
    add(found, "languages", file, pair.line, std::move(what), std::move(mend));
  };
  const bool several_words = pair.vi.find(' ') != pair.vi.npos;
  const bool vietnamese = has_vietnamese(without_names(pair.vi));
  if (pair.vi == pair.en && several_words && (vietnamese || !has_vietnamese(pair.vi))) {
    refuse(fmt::format("one text for both languages: {}", pair.vi), "translate it");
  } else if (has_vietnamese(without_names(pair.en))) {
    refuse(fmt::format("Vietnamese letters in the English: {}", pair.en),
           "Vietnamese stands first; a proper name goes into kProperNames of tools/tidy/prose.cpp");
  }
  if (holes(pair.vi) != holes(pair.en)) {
    refuse("the languages differ in the names of their {holes}", "use the same names in both");
  }
  if (pair.vi.ends_with('!') || pair.en.ends_with('!')) {
    refuse("an exclamation mark", "say it calmly");
  }
  if (has_word(pair.vi, "bạn") || has_word(pair.vi, "Bạn")) {
    refuse("\"bạn\" to a citizen", "leave the pronoun out, or ông/bà");
  }
}

}  // namespace

void prose(const Tree& tree, Findings& found) {
  for (const auto& file : tree) {
    if (may_hold_vietnamese(file)) continue;
    for (const auto& literal : file.literals) {
      if (literal.delimiter == "sql" || !has_vietnamese(without_names(literal.text))) continue;
      add(found, "prose", file, literal.line,
          fmt::format("Vietnamese outside text.hpp: {}", beginning(literal.text)),
          "a Text in text.hpp (or text_citizen.hpp), or data in the pack");
    }
  }
}

void languages(const Tree& tree, Findings& found) {
  for (const auto& file : tree) {
    if (!holds_sentences(file) || file.under("src/base")) continue;
    for (const auto& pair : pairs_of(file)) one(file, pair, found);
  }
}

}  // namespace tidy
