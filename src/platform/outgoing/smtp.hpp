// Handing letters to a mail server over SMTP (RFC 5321), with TLS and a password if it asks.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "platform/mail/delivery.hpp"
#include "platform/mail/mail.hpp"
#include "platform/outgoing/lane.hpp"

namespace mail {

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

// Keeps its connection from letter to letter and opens a new one when it was lost. Any thread;
// one letter at a time, in
// a lane of its own (outgoing/lane.hpp): after three letters in a row without an answer the server
// is left alone for half a minute. What it refuses us for is a warning in the log.
class Smtp {
 public:
  explicit Smtp(Server server);
  ~Smtp();
  Answer send(const Letter& letter, base::Instant now);
  const outgoing::Lane& lane() const { return lane_; }

 private:
  struct Wire;
  Answer hand_over(const Letter& letter, const std::string& message, outgoing::Call& call);

  Server server_;
  outgoing::Lane lane_;
  std::mutex mutex_;
  std::unique_ptr<Wire> wire_;
};

}  // namespace mail
