// Cutting C++ into code, comments and literals: just enough of the language for the checks.
#include "tidy/source.hpp"

#include <algorithm>
#include <cctype>

namespace tidy {
namespace {

// Whether the quote at `quote` opens a raw literal: R, u8R, LR, uR, UR before it.
bool opens_raw(std::string_view text, std::size_t quote) {
  if (quote == 0 || text[quote - 1] != 'R') return false;
  std::size_t begin = quote - 1;
  while (begin > 0 && is_word_char(text[begin - 1])) --begin;
  const auto prefix = text.substr(begin, quote - begin);
  return prefix == "R" || prefix == "u8R" || prefix == "LR" || prefix == "uR" || prefix == "UR";
}

}  // namespace

bool is_word_char(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

std::string_view trimmed(std::string_view s) {
  while (!s.empty() && std::isspace(static_cast<unsigned char>(s.front()))) s.remove_prefix(1);
  while (!s.empty() && std::isspace(static_cast<unsigned char>(s.back()))) s.remove_suffix(1);
  return s;
}

std::u32string characters(std::string_view utf8) {
  std::u32string out;
  for (std::size_t i = 0; i < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[i]);
    const std::size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t c = length == 1 ? lead : lead & (0x7F >> length);
    for (std::size_t k = 1; k < length && i + k < utf8.size(); ++k) {
      c = c << 6 | (static_cast<unsigned char>(utf8[i + k]) & 0x3F);
    }
    out += c;
    i += length;
  }
  return out;
}

bool is_vietnamese(char32_t c) {
  if (c >= 0x1EA0 && c <= 0x1EF9) return true;  // Ạ ... ỹ
  if (c == 0x300 || c == 0x301 || c == 0x303 || c == 0x309 || c == 0x323) return true;  // marks
  static constexpr std::u32string_view others = U"ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư";
  return others.find(c) != others.npos;
}

bool has_vietnamese(std::string_view utf8) {
  const auto all = characters(utf8);
  return std::any_of(all.begin(), all.end(), is_vietnamese);
}

Source::Source(std::string path_, std::string text_)
    : path(std::move(path_)), text(std::move(text_)), code(text) {
  if (is_cpp()) scan();
}

bool Source::under(std::string_view folder) const {
  return path.starts_with(folder) && path.size() > folder.size() && path[folder.size()] == '/';
}

std::string_view Source::name() const {
  return std::string_view(path).substr(path.rfind('/') + 1);  // npos + 1 == 0
}

std::string_view Source::stem() const { return name().substr(0, name().find('.')); }

std::string_view Source::part(std::string_view parent) const {
  if (!under(parent)) return {};
  const auto rest = std::string_view(path).substr(parent.size() + 1);
  const auto slash = rest.find('/');
  return slash == rest.npos ? std::string_view() : rest.substr(0, slash);
}

std::string_view Source::owner() const {
  for (const auto floor : {"src/engines", "src/services", "src/platform"}) {
    if (const auto folder = part(floor); !folder.empty()) return folder;
  }
  return {};
}

std::vector<std::string_view> Source::lines() const {
  std::vector<std::string_view> all;
  for (std::string_view rest = text; !rest.empty();) {
    const auto end = std::min(rest.find('\n'), rest.size());
    all.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return all;
}

int Source::line_at(std::size_t offset) const {
  return 1 + int(std::count(text.begin(), text.begin() + std::ptrdiff_t(offset), '\n'));
}

void Source::blank(std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < std::min(to, code.size()); ++i) {
    if (code[i] != '\n') code[i] = ' ';
  }
}

void Source::scan() {
  bool line_start = true;
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    if (c == '/' && (text.substr(i, 2) == "//" || text.substr(i, 2) == "/*"))
      i = comment(i);
    else if (c == '#' && line_start)
      i = directive(i);
    else if (c == '"')
      i = literal(i);
    else if (c == '\'' && (i == 0 || !is_word_char(text[i - 1])))
      i = character(i);
    else
      ++i;
    line_start = c == '\n' || (line_start && (c == ' ' || c == '\t'));
  }
}

std::size_t Source::comment(std::size_t from) {
  const bool to_line_end = text[from + 1] == '/';
  auto end = to_line_end ? text.find('\n', from) : text.find("*/", from + 2);
  const auto stop = std::min(end, text.size());
  comments.push_back({line_at(from), text.substr(from + 2, stop - from - 2)});
  end = to_line_end ? stop : std::min(stop + 2, text.size());
  blank(from, end);
  return end;
}

std::size_t Source::directive(std::size_t hash) {
  auto end = text.find('\n', hash);
  while (end != text.npos && text[end - 1] == '\\') end = text.find('\n', end + 1);
  end = std::min(end, text.size());
  const auto line = std::string_view(text).substr(hash, end - hash);
  if (const auto open = line.find_first_of("<\"");
      line.starts_with("#include") && open != line.npos) {
    const bool angled = line[open] == '<';
    const auto close = line.find(angled ? '>' : '"', open + 1);
    includes.push_back(
        {line_at(hash), angled, std::string(line.substr(open + 1, close - open - 1))});
  }
  if (const auto note = line.find("//"); note != line.npos) {
    comments.push_back({line_at(hash), std::string(line.substr(note + 2))});
  }
  blank(hash, end);
  return end;
}

std::size_t Source::literal(std::size_t quote) {
  std::size_t begin = quote + 1, close = 0, end = 0;
  std::string delimiter;
  if (opens_raw(text, quote)) {
    const auto bracket = std::min(text.find('(', quote), text.size());
    delimiter = text.substr(begin, bracket - begin);
    begin = std::min(bracket + 1, text.size());
    close = std::min(text.find(")" + delimiter + "\"", begin), text.size());
    end = std::min(close + delimiter.size() + 2, text.size());
  } else {
    close = begin;
    while (close < text.size() && text[close] != '"') close += text[close] == '\\' ? 2 : 1;
    close = std::min(close, text.size());
    end = std::min(close + 1, text.size());
  }
  literals.push_back({line_at(quote), quote, end, delimiter, text.substr(begin, close - begin)});
  blank(quote + 1, end - 1);
  return end;
}

std::size_t Source::character(std::size_t quote) {
  std::size_t end = quote + 1;
  while (end < text.size() && text[end] != '\'') end += text[end] == '\\' ? 2 : 1;
  end = std::min(end + 1, text.size());
  blank(quote, end);
  return end;
}

}  // namespace tidy
