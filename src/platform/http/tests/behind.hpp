// What the tests of TLS and of proxies stand on: a certificate, a client that speaks TLS, and the
// real nginx and HAProxy as children with a folder of their own.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "support/folder.hpp"
#include "wire.hpp"

namespace behind {

// A certificate for localhost by openssl: NAME.crt, NAME.key and both in NAME.pem.
class Pair {
 public:
  explicit Pair(const support::Folder& folder, const std::string& name = "taydo");
  const std::string certificate, key, both;
};

// One request over TLS by `openssl s_client`; what came back, "" if no connection came about.
// `more`: words for s_client, such as "-tls1_2" or "-bind 127.0.0.7:0".
std::string ask(std::uint16_t port, const Pair& trusted, const std::string& request,
                const std::string& more = "");

std::uint16_t free_port();

// A program that serves until it goes out of scope; waits until something listens on `port`.
class Daemon {
 public:
  Daemon(std::vector<std::string> words, std::uint16_t port);
  ~Daemon();
  Daemon(const Daemon&) = delete;
  Daemon& operator=(const Daemon&) = delete;

 private:
  pid_t process_;
};

void write(const std::string& path, const std::string& text);

}  // namespace behind
