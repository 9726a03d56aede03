// Reading and writing a socket that never blocks. OpenSSL works on the socket itself, so that an
// idle connection of TLS holds no buffers of ours.
#include "platform/http/stream.hpp"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <boost/asio/buffer.hpp>

namespace http {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;

constexpr std::size_t record_bytes_max = 16 * 1024;  // of TLS

}  // namespace

Stream::Stream(asio::ip::tcp::socket socket) : socket_(std::move(socket)), tls_(nullptr, SSL_free) {
  error_code error;
  socket_.non_blocking(true, error);
  socket_.set_option(asio::ip::tcp::no_delay(true), error);
}

Stream::~Stream() = default;

void Stream::encrypt(const std::shared_ptr<ssl_ctx_st>& context) {
  tls_.reset(SSL_new(context.get()));  // holds the context, too, as long as it lives
  if (!tls_ || SSL_set_fd(tls_.get(), socket_.native_handle()) != 1) return close();
  SSL_set_accept_state(tls_.get());
}

bool Stream::shaken() const { return !tls_ || SSL_is_init_finished(tls_.get()) == 1; }

Stream::Moved Stream::moved(int result) {
  if (result == 1) return Moved::some;
  const int error = SSL_get_error(tls_.get(), result);
  wants_write_ = error == SSL_ERROR_WANT_WRITE;
  return wants_write_ || error == SSL_ERROR_WANT_READ ? Moved::none : Moved::ended;
}

Stream::Moved Stream::read(std::span<char> into, std::size_t& bytes) {
  bytes = 0;
  if (tls_) {
    ERR_clear_error();
    return moved(SSL_read_ex(tls_.get(), into.data(), into.size(), &bytes));
  }
  error_code error;
  bytes = socket_.read_some(asio::buffer(into.data(), into.size()), error);
  wants_write_ = false;
  if (error == asio::error::would_block) return Moved::none;
  return error ? Moved::ended : Moved::some;
}

Stream::Moved Stream::write(std::string_view first, std::string_view then, std::size_t& bytes) {
  bytes = 0;
  if (tls_) {
    // Both in one record; asked again after `none` these are the same bytes.
    thread_local std::array<char, record_bytes_max> record;
    const auto head = std::min(first.size(), record.size());
    const auto rest = std::min(then.size(), record.size() - head);
    std::copy_n(first.begin(), head, record.begin());
    std::copy_n(then.begin(), rest, record.begin() + head);
    ERR_clear_error();
    return moved(SSL_write_ex(tls_.get(), record.data(), head + rest, &bytes));
  }
  const std::array<asio::const_buffer, 2> both{asio::buffer(first), asio::buffer(then)};
  error_code error;
  bytes = socket_.write_some(both, error);
  wants_write_ = true;
  if (error == asio::error::would_block) return Moved::none;
  return error ? Moved::ended : Moved::some;
}

Stream::Moved Stream::peek(std::span<char> into, std::size_t& bytes) {
  const auto n = ::recv(socket_.native_handle(), into.data(), into.size(), MSG_PEEK | MSG_DONTWAIT);
  bytes = n > 0 ? std::size_t(n) : 0;
  wants_write_ = false;
  if (n > 0) return Moved::some;
  return n < 0 && (errno == EAGAIN || errno == EINTR) ? Moved::none : Moved::ended;
}

void Stream::skip(std::size_t bytes) {
  std::array<char, 4'096> away;
  while (bytes > 0) {
    const auto n =
        ::recv(socket_.native_handle(), away.data(), std::min(bytes, away.size()), MSG_DONTWAIT);
    if (n <= 0) return;
    bytes -= std::size_t(n);
  }
}

void Stream::finish() {
  if (tls_ && shaken()) SSL_shutdown(tls_.get());  // says goodbye; nobody waits for the answer
  ERR_clear_error();
  error_code error;
  socket_.shutdown(asio::ip::tcp::socket::shutdown_send, error);
}

void Stream::close() {
  error_code error;
  socket_.close(error);
}

}  // namespace http
