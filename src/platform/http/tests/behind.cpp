// Children of the tests.
#include "behind.hpp"

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <thread>

namespace behind {
namespace {

std::string said_by(const std::string& command) {
  std::string out;
  auto* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::array<char, 4'096> some;
  for (std::size_t n; (n = fread(some.data(), 1, some.size(), pipe)) > 0;) {
    out.append(some.data(), n);
  }
  pclose(pipe);
  return out;
}

}  // namespace

void write(const std::string& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

Pair::Pair(const support::Folder& folder, const std::string& name)
    : certificate(folder.path() + "/" + name + ".crt"),
      key(folder.path() + "/" + name + ".key"),
      both(folder.path() + "/" + name + ".pem") {
  const auto made = said_by(
      "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj "
      "/CN=localhost -addext subjectAltName=DNS:localhost -keyout " +
      key + " -out " + certificate + " 2>&1 && cat " + certificate + " " + key + " >" + both +
      " && chmod 600 " + key + " " + both);
  REQUIRE_MESSAGE(std::ifstream(both).good(), made);
}

std::string ask(std::uint16_t port, const Pair& trusted, const std::string& request,
                const std::string& more) {
  const auto file = trusted.both + ".request";
  write(file, request);
  return said_by("timeout 20 openssl s_client -quiet -verify_quiet -verify_return_error -CAfile " +
                 trusted.certificate + " -servername localhost -connect 127.0.0.1:" +
                 std::to_string(port) + " " + more + " <" + file + " 2>/dev/null");
}

std::uint16_t free_port() {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in at{};
  at.sin_family = AF_INET;
  at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof at;
  REQUIRE(bind(socket, reinterpret_cast<sockaddr*>(&at), size) == 0);
  getsockname(socket, reinterpret_cast<sockaddr*>(&at), &size);
  close(socket);
  return ntohs(at.sin_port);
}

Daemon::Daemon(std::vector<std::string> words, std::uint16_t port) {
  std::vector<char*> argv;
  for (auto& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  process_ = fork();
  if (process_ == 0) {
    close_range(3, ~0u, CLOSE_RANGE_CLOEXEC);
    execv(argv[0], argv.data());
    _exit(127);
  }
  for (int tries = 0; tries < 200; ++tries) {
    try {
      wire::Client{port};
      return;
    } catch (const std::exception&) {
      REQUIRE_MESSAGE(waitpid(process_, nullptr, WNOHANG) == 0, words[0] << " did not start");
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
  }
  FAIL(words[0] << " does not listen");
}

Daemon::~Daemon() {
  kill(process_, SIGTERM);
  waitpid(process_, nullptr, 0);
}

}  // namespace behind
