// Starts the server and waits for its port.
#include "support/mail_server.hpp"

#include <doctest/doctest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace support {
namespace {

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

MailServer::MailServer(const char* mode) {
  int said[2];
  REQUIRE(pipe(said) == 0);
  process_ = fork();
  if (process_ == 0) {
    dup2(said[1], STDOUT_FILENO);
    close(said[0]);
    const std::string script = TAYDO_SOURCE_DIR "/tests/support/mail_server.py";
    execl("/usr/bin/python3", "python3", script.c_str(), folder_.path().c_str(), mode, nullptr);
    _exit(127);
  }
  close(said[1]);
  std::string line;
  for (char c = 0; c != '\n' && ::read(said[0], &c, 1) == 1;) line += c;
  close(said[0]);
  port_ = std::atoi(line.c_str());
  REQUIRE_MESSAGE(port_ > 0, "no mail server: is python3-aiosmtpd installed?");
}

MailServer::~MailServer() {
  kill(process_, SIGKILL);
  waitpid(process_, nullptr, 0);
}

mail::Server MailServer::address() const {
  return {.host = "localhost",
          .port = port_,
          .tls = mail::Tls::none,
          .hello = "taydo.test",
          .patience_s = 2};
}

std::string MailServer::letter(int n) const {
  return read(folder_.path() + "/" + std::to_string(n) + ".eml");
}

int MailServer::connections() const {
  return std::atoi(read(folder_.path() + "/connections").c_str());
}

}  // namespace support
