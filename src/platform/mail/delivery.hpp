// What became of a letter, and what the words of a mail server mean for it.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace mail {

// Jobs that wait for the mail server, which may hang (jobs::Kind::lane).
inline constexpr std::string_view lane = "mail";

// What became of a letter.
//   accepted  the server has taken it upon itself
//   bounced   5xx about its receiver: this address does not work; do not try again
//   refused   5xx about the letter itself, as its content; do not try again
//   later     4xx, no connection, no greeting, a full mailbox, a server that refuses us and not the
//             receiver: try again
//   unsure    all of it was sent and no answer came (it hangs after DATA, or hung up): the server
//             may have it. Try again under the same Message-ID, by which a reader's mailbox may see
//             that both are one; a letter twice is better than none.
enum class Outcome { accepted, bounced, refused, later, unsure };

struct Answer {
  Outcome outcome = Outcome::later;
  int code = 0;             // of SMTP; 0: the server said nothing
  std::string said;         // its last words or the trouble, one line, at most 500 bytes
  std::string to_what;      // the command it answered: "MAIL", "RCPT", "DATA"; "" before any
  bool against_us = false;  // it is we who may not send: for the operator, and no address's fault
  // Not zero: the server was not asked, for it failed just now, or too much waits for it.
  std::chrono::milliseconds not_before{0};
};

struct Verdict {
  Outcome outcome = Outcome::later;
  bool against_us = false;
};

// What a refusal (4xx, 5xx) means: the enhanced code of RFC 3463 where the server says one, else
// the basic code of RFC 5321 §4.2 and its words. `of_letter`: it answered the letter's content (the
// end of DATA); else `command` is what it answered. One wrong setting between the two servers must
// not cost every resident their address: in doubt it is not the address.
Verdict verdict(int code, std::string_view said, std::string_view command, bool of_letter);

}  // namespace mail
