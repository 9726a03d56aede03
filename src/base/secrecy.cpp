// Words of a name, one after another; lines of a text.
#include "base/secrecy.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/fold.hpp"

namespace base {
namespace {

constexpr std::string_view secret = "mật", very = "tối mật", most = "tuyệt mật";
constexpr std::size_t stamp_bytes_max = 80;  // a line of a stamp, blanks around it too
constexpr std::array<std::string_view, 6> harmless_after = {"khẩu", "độ",    "ong",
                                                            "mã",   "thiết", "ngữ"};

bool between_words(char c) {
  return static_cast<unsigned char>(c) < 0x80 && !(c >= 'a' && c <= 'z') &&
         !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9');
}

std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> out(1);
  for (const char c : name) {
    if (!between_words(c)) {
      out.back() += c;
    } else if (!out.back().empty()) {
      out.emplace_back();
    }
  }
  return out;
}

bool is_plain(std::string_view text) {
  return std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

}  // namespace

std::optional<std::string_view> secrecy_in(std::string_view file_name) {
  const auto name = lower(composed(file_name.substr(0, file_name.rfind('.'))));
  const auto words = words_of(name);
  // "toi mat the" may be somebody who lost a card: without marks only what can be nothing else.
  const bool plain = is_plain(name);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto& word = words[i];
    const auto before = i > 0 ? std::string_view(words[i - 1]) : "";
    if (plain && word == "mat" && before == "tuyet") return most;
    if (plain && word == "mat" && before == "toi" && i + 1 == words.size()) return very;
    if (word != secret || before == "bảo" || before == "bí") continue;
    if (before == "tuyệt") return most;
    if (before == "tối") return very;
    const auto after = i + 1 < words.size() ? std::string_view(words[i + 1]) : "";
    if (std::ranges::find(harmless_after, after) == harmless_after.end()) return secret;
  }
  return std::nullopt;
}

std::optional<std::string_view> secrecy_stamped(std::string_view text) {
  constexpr std::string_view around = " \t\r\f:.*[]()";
  constexpr std::string_view label = "độ mật";
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto line = end <= stamp_bytes_max ? composed(text.substr(0, end)) : std::string();
    text.remove_prefix(std::min(end + 1, text.size()));
    auto words = std::string_view(line);
    const auto trim = [&] {
      words.remove_prefix(std::min(words.find_first_not_of(around), words.size()));
      words = words.substr(0, words.find_last_not_of(around) + 1);
    };
    trim();
    const auto plain = lower(words);
    const bool labelled = plain.starts_with(label) && plain.size() > label.size();
    if (labelled) words.remove_prefix(label.size());
    trim();
    // Without a label only a stamp's capitals count: "mật" may be a word that was broken off.
    if (!labelled && words != upper(words)) continue;
    if (fold(words) == "tuyet mat") return most;
    if (fold(words) == "toi mat") return very;
    if (lower(words) == secret) return secret;
  }
  return std::nullopt;
}

}  // namespace base
