// Three passes: addresses of e-mail, numbers, names.
#include "platform/log/mask.hpp"

#include <algorithm>

namespace logging {
namespace {

constexpr std::string_view mask = "•••";

bool digit(char c) { return c >= '0' && c <= '9'; }
bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool in_address(char c) {
  return letter(c) || digit(c) || c == '.' || c == '_' || c == '%' || c == '+' || c == '-' ||
         static_cast<unsigned char>(c) >= 0x80;
}

// How long an "@" is at this place: also as a browser encodes it.
std::size_t at_sign(std::string_view line, std::size_t i) {
  if (line[i] == '@') return 1;
  return line.substr(i, 3) == "%40" ? 3 : 0;
}

std::string without_addresses(std::string_view line) {
  std::string out;
  for (std::size_t i = 0; i < line.size();) {
    const auto size = at_sign(line, i);
    const bool before = size > 0 && !out.empty() && in_address(out.back());
    const bool after = size > 0 && i + size < line.size() && in_address(line[i + size]);
    if (!before || !after) {
      out += line[i++];
      continue;
    }
    while (!out.empty() && in_address(out.back())) out.pop_back();
    for (i += size; i < line.size() && in_address(line[i]);) ++i;
    out += mask;
  }
  return out;
}

// How long what separates two groups of one number is: "0912 345 678", "0912.345.678", "+", "%20".
std::size_t gap(std::string_view line, std::size_t i) {
  if (i >= line.size()) return 0;
  const char c = line[i];
  const std::size_t size = c == ' ' || c == '.' || c == '-' || c == '+' ? 1
                           : line.substr(i, 3) == "%20"                 ? 3
                                                                        : 0;
  return size > 0 && i + size < line.size() && digit(line[i + size]) ? size : 0;
}

bool personal(std::string_view digits) {
  const auto n = digits.size();
  const bool phone = (n == 10 || n == 11) && (digits[0] == '0' || digits.starts_with("84"));
  return n == 9 || n == 12 || phone;
}

// A group by itself may be somebody's number, or groups together.
std::string without_numbers(std::string_view line) {
  std::string out;
  for (std::size_t i = 0; i < line.size();) {
    if (!digit(line[i])) {
      out += line[i++];
      continue;
    }
    const auto begin = i;
    std::string digits;
    bool one = false;  // of the groups is personal by itself
    while (i < line.size()) {
      const auto group = i;
      while (i < line.size() && digit(line[i])) ++i;
      one = one || personal(line.substr(group, i - group));
      digits += line.substr(group, i - group);
      const auto size = gap(line, i);
      if (size == 0) break;
      i += size;
    }
    if (one || personal(digits)) {
      out += mask;
    } else {
      out += line.substr(begin, i - begin);
    }
  }
  return out;
}

// U+00C0 to U+024F and U+1E00 to U+1EFF, and marks that combine: letters of names here.
bool foreign(std::string_view word) {
  return std::ranges::any_of(word, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= 0xC3 && byte <= 0xC9) || byte == 0xCC || byte == 0xCD || byte == 0xE1;
  });
}

bool named(std::string_view word) {
  const auto first = std::ranges::find_if(
      word, [](char c) { return letter(c) || static_cast<unsigned char>(c) >= 0xC3; });
  if (first == word.end()) return false;
  return (*first >= 'A' && *first <= 'Z') || foreign(word);
}

std::string without_names(std::string_view line) {
  std::string out, run;
  bool any = false;
  const auto end_run = [&] {
    out += any ? std::string(mask) : run;
    run.clear();
    any = false;
  };
  for (std::size_t i = 0; i <= line.size();) {
    const auto end = std::min(line.find(' ', i), line.size());
    const auto word = line.substr(i, end - i);
    if (!named(word)) {
      if (!run.empty()) end_run();
      out += (i == 0 ? "" : " ") + std::string(word);
    } else {
      if (run.empty() && i > 0) out += ' ';
      run += (run.empty() ? "" : " ") + std::string(word);
      any = any || foreign(word);
    }
    i = end + 1;
  }
  end_run();
  return out;
}

}  // namespace

std::string masked(std::string_view line) {
  return without_names(without_numbers(without_addresses(line)));
}

}  // namespace logging
