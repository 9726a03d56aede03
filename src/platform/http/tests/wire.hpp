// Real sockets for the tests of the edge: a server on a free port and a client that sends raw
// bytes.
#pragma once

#include <string>
#include <string_view>
#include <thread>
#include <utility>

#include "platform/http/edge.hpp"

namespace wire {

// Runs an edge on its own thread until it goes out of scope.
class Server {
 public:
  explicit Server(http::EdgeOptions options, http::Handler handle,
                  http::InlineHandler at_once = nullptr);
  ~Server();
  http::Edge& edge() { return edge_; }
  std::uint16_t port() const { return edge_.port(); }

 private:
  http::Edge edge_;
  std::thread thread_;
};

http::EdgeOptions options();  // any free port, short patience

// A connection. Reads give up after 8 s.
class Client {
 public:
  explicit Client(std::uint16_t port, const char* address = "127.0.0.1");
  ~Client();
  Client(Client&& other) noexcept : socket_(std::exchange(other.socket_, -1)) {}
  Client& operator=(Client&&) = delete;

  bool send(std::string_view bytes);  // false when the other side has hung up
  // One answer, by its Content-Length: head, empty line and body. What came before hang-up if less.
  std::string answer(bool has_body = true);
  std::size_t read(std::size_t bytes_max);  // and throws it away; how many came
  bool hung_up();                           // waits for it

 private:
  bool more();
  int socket_;
  std::string unread_;
};

int status_of(std::string_view answer);  // 0 when there is none
std::string_view body_of(std::string_view answer);

}  // namespace wire
