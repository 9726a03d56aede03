// Where connections come from: the sockets that listen, and what each says of what it takes.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <functional>
#include <list>

#include "platform/http/connection.hpp"
#include "platform/http/tls.hpp"

namespace http {

// IO thread only, but for the ports.
class Listeners {
 public:
  using Take = std::function<void(boost::asio::ip::tcp::socket, Kind)>;

  // Binds and listens on all that the options name; see Edge::Edge.
  Listeners(boost::asio::io_context& io, const EdgeOptions& options);

  std::uint16_t port() const { return port_; }
  std::uint16_t tls_port() const { return tls_port_; }

  void accept_all(Take take);
  // Tries again those that ran out of file descriptors; looks for a new certificate.
  void look_again();
  // Takes what has come already, then closes.
  void close();

 private:
  struct Listener {
    boost::asio::ip::tcp::acceptor acceptor;
    bool tls, redirects;
    bool paused = false;
  };

  // Answers the port; with 0 the first address chooses, and the others follow.
  std::uint16_t listen(const std::vector<std::string>& addresses, std::uint16_t port, bool tls,
                       bool redirects);
  void accept(Listener& listener);
  Kind kind(const Listener& listener) const;

  boost::asio::io_context& io_;
  std::optional<Certificate> certificate_;
  std::list<Listener> listeners_;
  Take take_;
  bool closed_ = false;
  std::uint16_t port_ = 0, tls_port_ = 0;
};

}  // namespace http
