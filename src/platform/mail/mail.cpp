// Addresses, and a letter as MIME: encoded words, quoted-printable, two alternatives.
#include "platform/mail/mail.hpp"

#include <fmt/format.h>

#include "base/fold.hpp"
#include "base/must.hpp"
#include "platform/crypto/crypto.hpp"

namespace mail {
namespace {

constexpr std::size_t address_max = 254, local_max = 64, label_max = 63;
// 52 digits, 64 with =?utf-8?B?…?=: a line with its header's name stays within 76 (RFC 2047 §2).
constexpr std::size_t encoded_bytes_max = 39;
constexpr std::size_t line_max = 76;  // RFC 2045 §6.7
constexpr std::string_view crlf = "\r\n";

bool letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// dot-atom of RFC 5322 §3.2.3
bool is_local(std::string_view text) {
  if (text.empty() || text.size() > local_max) return false;
  if (text.front() == '.' || text.back() == '.' || text.find("..") != text.npos) return false;
  for (const char c : text) {
    if (!letter_or_digit(c) && std::string_view("!#$%&'*+/=?^_`{|}~-.").find(c) == text.npos)
      return false;
  }
  return true;
}

bool is_label(std::string_view text) {
  if (text.empty() || text.size() > label_max) return false;
  if (text.front() == '-' || text.back() == '-') return false;
  for (const char c : text) {
    if (!letter_or_digit(c) && c != '-') return false;
  }
  return true;
}

bool is_domain(std::string_view text) {
  int labels = 0;
  for (;; ++labels) {
    const auto dot = text.find('.');
    if (!is_label(text.substr(0, dot))) return false;
    if (dot == text.npos) return labels > 0;
    text.remove_prefix(dot + 1);
  }
}

bool is_plain(std::string_view text) {
  for (const char c : text) {
    if (c < ' ' || c > '~') return false;
  }
  return text.find("=?") == text.npos;
}

// How many bytes of `text` to take at most without cutting a letter of UTF-8 in two.
std::size_t whole_letters(std::string_view text, std::size_t at_most) {
  if (text.size() <= at_most) return text.size();
  auto end = at_most;
  while (end > 0 && (std::uint8_t(text[end]) & 0xC0) == 0x80) --end;
  return end > 0 ? end : at_most;
}

// `text` as it may stand in a header; `used` is what its first line holds already.
std::string header_text(std::string_view text, std::size_t used) {
  if (is_plain(text) && used + text.size() <= line_max) return std::string(text);
  std::string out;
  while (!text.empty()) {
    const auto n = whole_letters(text, encoded_bytes_max);
    if (!out.empty()) out += "\r\n ";
    out += "=?utf-8?B?" + crypto::base64(text.substr(0, n)) + "?=";
    text.remove_prefix(n);
  }
  return out;
}

std::string quoted_name(const std::string& name) {
  if (!is_plain(name)) return header_text(name, line_max);
  std::string out = "\"";
  for (const char c : name) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

// RFC 5322 §3.3; the city's wall clock.
std::string date(base::Instant now) {
  constexpr const char* days[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto local = now.local();
  const auto day = local.date;
  return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} +0700", days[day.weekday() - 1], day.day(),
                     months[day.month() - 1], day.year(), local.hour(), local.minute(),
                     local.of_day_us % base::minute_us / base::second_us);
}

// RFC 2045 §6.7. A "." that would stand alone on a line is the transport's to double.
std::string quoted_printable(std::string_view text) {
  std::string out, line;
  const auto put = [&](std::string_view piece) {
    if (line.size() + piece.size() >= line_max) {
      out += line + "=\r\n";
      line.clear();
    }
    line += piece;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool ends = i + 1 == text.size() || text[i + 1] == '\n' || text[i + 1] == '\r';
    if (c == '\r') continue;
    if (c == '\n') {
      out += line;
      out += crlf;
      line.clear();
    } else if ((c > ' ' && c <= '~' && c != '=') || (c == ' ' && !ends)) {
      put({&c, 1});
    } else {
      put(fmt::format("={:02X}", std::uint8_t(c)));
    }
  }
  if (!line.empty()) (out += line) += crlf;
  return out;
}

std::string part(std::string_view type, std::string_view body) {
  return fmt::format(
      "Content-Type: {}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{}",
      type, quoted_printable(body));
}

base::Html document(const Letter& letter) {
  return base::h(R"(<!DOCTYPE html><html lang="{}"><head><meta charset="utf-8">)"
                 R"(<meta name="viewport" content="width=device-width"><title>{}</title></head>)"
                 R"(<body>{}</body></html>)",
                 base::code(letter.lang), letter.subject, letter.html);
}

}  // namespace

std::optional<Address> Address::parse(std::string_view text) {
  const auto tidied = base::tidy(text);
  const auto at = tidied.rfind('@');
  if (at == tidied.npos || tidied.size() > address_max) return std::nullopt;
  const std::string_view all = tidied;
  if (!is_local(all.substr(0, at)) || !is_domain(all.substr(at + 1))) return std::nullopt;
  return Address(tidied);
}

std::string_view Address::domain() const {
  return std::string_view(text_).substr(text_.rfind('@') + 1);
}

std::string Address::masked() const {
  return text_.substr(0, 1) + "\u2022\u2022\u2022@" + std::string(domain());
}

std::string message_id(const Letter& letter) {
  for (const char c : letter.id) base::must(letter_or_digit(c) || c == '.' || c == '-');
  return fmt::format("<{}@{}>", letter.id, letter.from.domain());
}

std::string bytes(const Letter& letter, base::Instant now) {
  const auto boundary = fmt::format("=_{}", crypto::sha256_hex(letter.id).substr(0, 24));
  std::string out;
  const auto header = [&](std::string_view name, std::string_view value) {
    fmt::format_to(std::back_inserter(out), "{}: {}\r\n", name, value);
  };
  header("Date", date(now));
  header("From", fmt::format("{}\r\n <{}>", quoted_name(letter.from_name), letter.from.str()));
  header("To", fmt::format("<{}>", letter.to.str()));
  header("Subject", header_text(letter.subject, sizeof "Subject: "));
  header("Message-ID", message_id(letter));
  header("Auto-Submitted", "auto-generated");  // RFC 3834: nobody's robot answers it
  header("Content-Language", base::code(letter.lang));
  if (!letter.unsubscribe.empty()) {
    header("List-Unsubscribe", fmt::format("<{}>", base::Url(letter.unsubscribe).str()));
  }
  header("MIME-Version", "1.0");
  header("Content-Type", fmt::format("multipart/alternative; boundary=\"{}\"", boundary));
  fmt::format_to(std::back_inserter(out), "\r\n--{0}\r\n{1}--{0}\r\n{2}--{0}--\r\n", boundary,
                 part("text/plain", letter.text), part("text/html", document(letter).str()));
  return out;
}

}  // namespace mail
