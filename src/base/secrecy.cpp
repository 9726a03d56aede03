// Words of the name, one after another.
#include "base/secrecy.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/fold.hpp"

namespace base {
namespace {

constexpr std::string_view secret = "mật", very = "tối mật", most = "tuyệt mật";
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

// "MẬT", "Mật" and "mật" are one word, "mặt" is another.
bool is_secret(std::string_view word) {
  return word == "mật" || word == "Mật" || word == "MẬT" || word == "mẬT";
}

}  // namespace

std::optional<std::string_view> secrecy_in(std::string_view file_name) {
  const auto words = words_of(file_name);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto before = i > 0 ? fold(words[i - 1]) : "";
    if (fold(words[i]) == "mat" && before == "tuyet") return most;
    if (fold(words[i]) == "mat" && before == "toi") return very;
    if (!is_secret(words[i]) || before == "bao" || before == "bi") continue;
    const auto after = i + 1 < words.size() ? std::string_view(words[i + 1]) : "";
    if (std::ranges::find(harmless_after, after) == harmless_after.end()) return secret;
  }
  return std::nullopt;
}

}  // namespace base
