// Codes of mail servers, as RFC 3463 and RFC 5321 mean them, and the words of those that say none.
#include "platform/mail/delivery.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/fold.hpp"

namespace mail {
namespace {

struct Enhanced {
  int of = 0;       // 2 done, 4 not now, 5 never
  int subject = 0;  // 1 address, 2 mailbox, 3 system, 4 network, 5 protocol, 6 content, 7 policy
  int detail = 0;
};

// "5.1.1" of "550 5.1.1 no such user" or "550-5.1.1 no such user".
std::optional<Enhanced> enhanced(std::string_view said) {
  if (said.size() < 9) return std::nullopt;
  const auto word = said.substr(4, said.find(' ', 4) - 4);
  int parts[3] = {};
  const char* at = word.data();
  for (int i = 0; i < 3; ++i) {
    const auto [end, error] = std::from_chars(at, word.data() + word.size(), parts[i]);
    if (error != std::errc() || parts[i] < 0 || end - at > 3) return std::nullopt;
    if (i < 2 && (end == word.data() + word.size() || *end != '.')) return std::nullopt;
    at = end + 1;
  }
  if (at != word.data() + word.size() + 1) return std::nullopt;
  if (parts[0] != 2 && parts[0] != 4 && parts[0] != 5) return std::nullopt;
  return Enhanced{parts[0], parts[1], parts[2]};
}

constexpr Verdict later, bounced{Outcome::bounced}, refused{Outcome::refused},
    ours{Outcome::later, true};

Verdict of_address(int detail) {                // RFC 3463 §3.2
  if (detail == 7 || detail == 8) return ours;  // the sender's address, which is ours
  return bounced;
}

Verdict of_mailbox(int detail) {    // §3.3
  if (detail == 2) return later;    // full: it will be emptied
  if (detail == 3) return refused;  // the letter is too long for it
  if (detail == 4) return later;    // a list that did not expand
  return bounced;                   // disabled
}

Verdict of_enhanced(const Enhanced& e, bool of_letter) {
  switch (e.subject) {
    case 1:
      return of_address(e.detail);
    case 2:
      return of_mailbox(e.detail);
    case 3:  // the system is full, or takes none; 4: the letter is too big for it
      return e.detail == 4 ? refused : later;
    case 6:
      return refused;
    case 7:  // of a policy: at the letter's end it dislikes this letter, before that it dislikes us
      return {of_letter ? Outcome::refused : Outcome::later, true};
    case 5:
      return ours;  // we spoke wrongly
    default:
      return later;
  }
}

bool says(std::string_view said, std::initializer_list<std::string_view> words) {
  const auto folded = base::fold(said);
  return std::ranges::any_of(words, [&](auto word) { return folded.find(word) != folded.npos; });
}

Verdict of_basic(int code, std::string_view said, bool of_letter, std::string_view command) {
  if (code == 552 || says(said, {"quota", "mailbox full", "mailbox is full", "storage"})) {
    return later;
  }
  const bool about_us = says(said, {"relay", "authenticat", "auth required", "policy", "denied",
                                    "blocked", "spam", "blacklist", "reputation"});
  if (of_letter) return {Outcome::refused, about_us};
  if (about_us || code == 530 || code == 535 || code == 554) return ours;
  const bool of_receiver = command == "RCPT" && (code == 550 || code == 551 || code == 553);
  return of_receiver ? bounced : later;
}

}  // namespace

Verdict verdict(int code, std::string_view said, std::string_view command, bool of_letter) {
  if (code < 400 || code > 599) return later;
  const auto more = enhanced(said);
  if (code < 500 || (more && more->of != 5)) return later;
  // What is said of anything before the receiver is said of us.
  if (command != "RCPT" && !of_letter) return ours;
  if (more && more->subject > 0) return of_enhanced(*more, of_letter);
  return of_basic(code, said, of_letter, command);
}

}  // namespace mail
