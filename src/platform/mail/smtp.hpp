// Handing letters to a mail server over SMTP (RFC 5321), with TLS and a password if it asks.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "platform/mail/mail.hpp"

namespace mail {

// Jobs that wait for the mail server, which may hang (jobs::Kind::lane).
inline constexpr std::string_view lane = "mail";

enum class Tls { none, starttls, from_start };

struct Server {
  std::string host;
  int port = 587;
  Tls tls = Tls::starttls;
  std::string user, password;  // empty: it asks for none. Never sent without TLS but to loopback
  std::string ca_file;         // certificates to trust; empty: those of the machine
  std::string hello;           // our own name; empty: the machine's
  int patience_s = 30;         // for each answer of the server; three times that for a whole letter
};
// Two whole letters, one waiting for the other, take less than the lease of a job.
inline constexpr int patience_max_s = 30;

// What became of a letter.
//   accepted  the server has taken it upon itself
//   bounced   5xx about its receiver: this address does not work; do not try again
//   refused   5xx about the letter itself, as its content; do not try again
//   later     4xx, no connection, no greeting, a server that refuses us and not the receiver: try
//   again unsure    all of it was sent and no answer came (it hangs after DATA, or hung up): the
//   server
//             may have it. Try again under the same Message-ID, by which a reader's mailbox may see
//             that both are one; a letter twice is better than none.
enum class Outcome { accepted, bounced, refused, later, unsure };

struct Answer {
  Outcome outcome = Outcome::later;
  int code = 0;         // of SMTP; 0: the server said nothing
  std::string said;     // its last words or the trouble, one line, at most 500 bytes
  std::string to_what;  // the command it answered: "MAIL", "RCPT", "DATA"; "" before any
};

// Keeps its connection from letter to letter and opens a new one when it was lost. Any thread;
// one letter at a time.
class Smtp {
 public:
  explicit Smtp(Server server);
  ~Smtp();
  Answer send(const Letter& letter, base::Instant now);

 private:
  struct Wire;
  Server server_;
  std::mutex mutex_;
  std::unique_ptr<Wire> wire_;
};

}  // namespace mail
