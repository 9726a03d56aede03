// The bytes of one connection, as they are or by TLS; never waits.
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <memory>
#include <span>
#include <string_view>

struct ssl_st;      // OpenSSL's SSL
struct ssl_ctx_st;  // SSL_CTX

namespace http {

class Stream {
 public:
  enum class Moved { some, none, ended };

  explicit Stream(boost::asio::ip::tcp::socket socket);
  ~Stream();

  boost::asio::ip::tcp::socket& socket() { return socket_; }

  // From here on TLS; the handshake goes on with each read.
  void encrypt(const std::shared_ptr<ssl_ctx_st>& context);
  bool shaken() const;  // plain, or the handshake is done

  // `bytes` is how many moved. After `none`: wait until the socket can be written if
  // `wants_write`, until there is something to read otherwise.
  Moved read(std::span<char> into, std::size_t& bytes);
  Moved write(std::string_view first, std::string_view then, std::size_t& bytes);
  bool wants_write() const { return wants_write_; }

  // What lies in the socket, not taken; before TLS begins.
  Moved peek(std::span<char> into, std::size_t& bytes);
  void skip(std::size_t bytes);

  void finish();  // nothing more is written
  void close();

 private:
  Moved moved(int result);

  boost::asio::ip::tcp::socket socket_;
  std::unique_ptr<ssl_st, void (*)(ssl_st*)> tls_;
  bool wants_write_ = false;
};

}  // namespace http
