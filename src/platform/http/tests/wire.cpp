// The tests' sockets.
#include "wire.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <stdexcept>

namespace wire {

http::EdgeOptions options() {
  http::EdgeOptions o;
  o.port = 0;
  o.header_timeout_s = 1;
  o.body_timeout_s = 1;
  o.idle_timeout_s = 4;
  return o;
}

Server::Server(http::EdgeOptions options, http::Handler handle, http::InlineHandler at_once)
    : edge_(std::move(options), std::move(handle), std::move(at_once)),
      thread_([this] { edge_.run(); }) {}

Server::~Server() {
  edge_.stop();
  thread_.join();
}

Client::Client(std::uint16_t port, const char* address) {
  const bool v6 = std::string_view(address).find(':') != std::string_view::npos;
  socket_ = ::socket(v6 ? AF_INET6 : AF_INET, SOCK_STREAM, 0);
  const timeval patience{8, 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
  sockaddr_in to4{};
  to4.sin_family = AF_INET;
  to4.sin_port = htons(port);
  sockaddr_in6 to6{};
  to6.sin6_family = AF_INET6;
  to6.sin6_port = htons(port);
  void* where = v6 ? static_cast<void*>(&to6.sin6_addr) : static_cast<void*>(&to4.sin_addr);
  ::inet_pton(v6 ? AF_INET6 : AF_INET, address, where);
  const auto* to = v6 ? reinterpret_cast<sockaddr*>(&to6) : reinterpret_cast<sockaddr*>(&to4);
  if (::connect(socket_, to, v6 ? sizeof to6 : sizeof to4) != 0) {
    ::close(socket_);
    throw std::runtime_error("cannot connect");
  }
}

Client::~Client() {
  if (socket_ >= 0) ::close(socket_);
}

bool Client::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto n = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (n <= 0) return false;
    bytes.remove_prefix(std::size_t(n));
  }
  return true;
}

bool Client::more() {
  char buffer[64 * 1024];
  const auto n = ::recv(socket_, buffer, sizeof buffer, 0);
  if (n > 0) unread_.append(buffer, std::size_t(n));
  return n > 0;
}

std::string Client::answer(bool has_body) {
  std::size_t end;
  while ((end = unread_.find("\r\n\r\n")) == std::string::npos) {
    if (!more()) return std::exchange(unread_, {});
  }
  end += 4;
  constexpr std::string_view name = "\r\nContent-Length: ";
  const auto at = unread_.substr(0, end).find(name);
  std::size_t length = 0;
  if (at != std::string::npos && has_body) {
    std::from_chars(unread_.data() + at + name.size(), unread_.data() + end, length);
  }
  while (unread_.size() < end + length) {
    if (!more()) break;
  }
  const auto out = unread_.substr(0, end + length);
  unread_.erase(0, out.size());
  return out;
}

std::size_t Client::read(std::size_t bytes_max) {
  std::string bytes(bytes_max, '\0');
  const auto n = ::recv(socket_, bytes.data(), bytes.size(), 0);
  return n < 0 ? 0 : std::size_t(n);
}

bool Client::hung_up() {
  char byte;
  const auto n = ::recv(socket_, &byte, 1, 0);
  return n == 0 || (n < 0 && errno == ECONNRESET);
}

int status_of(std::string_view answer) {
  return answer.starts_with("HTTP/1.1 ") ? std::stoi(std::string(answer.substr(9, 3))) : 0;
}

std::string_view body_of(std::string_view answer) {
  const auto end = answer.find("\r\n\r\n");
  return end == answer.npos ? "" : answer.substr(end + 4);
}

}  // namespace wire
