// A real mail server on a free port for the length of a test: aiosmtpd, told how to misbehave by
// who a letter goes to (tests/support/mail_server.py).
#pragma once

#include <sys/types.h>

#include <string>

#include "platform/outgoing/smtp.hpp"
#include "support/folder.hpp"

namespace support {

class MailServer {
 public:
  explicit MailServer(const char* mode = "plain");
  ~MailServer();
  MailServer(const MailServer&) = delete;
  MailServer& operator=(const MailServer&) = delete;

  // To reach it, with little patience.
  mail::Server address() const;
  std::string folder() const { return folder_.path(); }
  std::string letter(int n) const;  // the nth it took, from 1, as it came; "" none
  int connections() const;          // opened so far

 private:
  Folder folder_;
  pid_t process_;
  int port_ = 0;
};

}  // namespace support
