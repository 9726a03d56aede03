// The life of a connection: waiting, header, body, working, writing, and around again.
#include "platform/http/connection.hpp"

#include <array>
#include <boost/asio/write.hpp>

namespace http {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;

// A weak mobile link still moves 16 KiB a second; whoever is slower for long is holding us up.
constexpr std::size_t slowest_bytes_a_second = 16 * 1024;
constexpr int drain_timeout_s = 5;
constexpr int stop_timeout_s = 10;
constexpr std::size_t write_bytes_max = 1024 * 1024;

// Shared by all connections of the thread: an idle one keeps no buffer.
std::array<char, 64 * 1024>& scratch() {
  thread_local std::array<char, 64 * 1024> bytes;
  return bytes;
}

}  // namespace

Connection::Connection(Owner& owner, asio::ip::tcp::socket socket)
    : owner_(owner), socket_(std::move(socket)) {}

// A second for each 16 KiB that moved, but never more patience than at the beginning.
void Connection::allow_more(std::size_t before_bytes, std::size_t after_bytes) {
  if (owner_.stopping()) return;
  const auto seconds = after_bytes / slowest_bytes_a_second - before_bytes / slowest_bytes_a_second;
  const auto longest = Clock::now() + std::chrono::seconds(owner_.options().body_timeout_s);
  deadline_ = std::min(deadline_ + std::chrono::seconds(seconds), longest);
}

void Connection::start(Connections::iterator place) {
  place_ = place;
  error_code error;
  socket_.non_blocking(true, error);
  socket_.set_option(asio::ip::tcp::no_delay(true), error);
  remote_ = socket_.remote_endpoint(error).address().to_string();
  allow(owner_.options().idle_timeout_s);
  listen();
}

void Connection::listen() {
  if (listening_ || stage_ == Stage::closed) return;
  listening_ = true;
  socket_.async_wait(asio::ip::tcp::socket::wait_read,
                     [self = shared_from_this()](error_code error) {
                       self->listening_ = false;
                       if (self->stage_ == Stage::closed) return;
                       if (error) return self->close();
                       self->readable();
                     });
}

void Connection::readable() {
  if (stage_ == Stage::working || stage_ == Stage::writing) return;  // its time comes in `written`
  error_code error;
  const auto n = socket_.read_some(asio::buffer(scratch()), error);
  if (error == asio::error::would_block) return listen();
  if (error) return close();
  if (stage_ == Stage::draining) return listen();
  unread_.erase(0, unread_at_);
  unread_at_ = 0;
  unread_.append(scratch().data(), n);
  parse();
}

void Connection::parse() {
  if (stage_ == Stage::waiting) {
    stage_ = Stage::header;
    reader_.emplace(owner_.options());
    continued_ = false;
    allow(owner_.options().header_timeout_s);
  }
  unread_at_ += reader_->take(std::string_view(unread_).substr(unread_at_));
  if (reader_->refused()) return refuse(reader_->refused());
  if (reader_->header_done()) receive_body();
  if (stage_ != Stage::header && stage_ != Stage::body) return;  // refused there
  if (!reader_->done()) return listen();
  stage_ = Stage::working;
  auto& request = reader_->request();
  request.remote = remote_;
  owner_.answer(shared_from_this(), request, reader_->keep_alive());
}

void Connection::receive_body() {
  const auto bytes = reader_->request().body.size();
  if (stage_ == Stage::header) {
    stage_ = Stage::body;
    allow(owner_.options().body_timeout_s);
  }
  const bool fits = owner_.hold(std::ptrdiff_t(bytes - held_bytes_));
  allow_more(held_bytes_, bytes);
  held_bytes_ = bytes;
  if (!fits) return refuse(503);
  if (reader_->done() || continued_ || !reader_->wants_continue() || bytes > 0) return;
  continued_ = true;
  // Nothing else is under way to this side, so these few bytes fit the socket's empty buffer.
  error_code error;
  socket_.write_some(asio::buffer(std::string_view("HTTP/1.1 100 Continue\r\n\r\n")), error);
}

void Connection::refuse(int status) { send(owner_.refuse(status)); }

void Connection::send(Answer answer) {
  if (stage_ == Stage::closed) return;
  stage_ = Stage::writing;
  answer_ = std::move(answer);
  allow(owner_.options().body_timeout_s);
  const std::array<asio::const_buffer, 2> both{asio::buffer(answer_.head),
                                               asio::buffer(answer_.body)};
  const auto how_much = [self = shared_from_this(), seen = std::size_t(0)](
                            const error_code& error, std::size_t so_far) mutable {
    self->allow_more(seen, so_far);
    seen = so_far;
    return error ? 0 : write_bytes_max;
  };
  asio::async_write(socket_, both, how_much,
                    [self = shared_from_this()](error_code error, std::size_t) {
                      if (self->stage_ != Stage::closed) self->written(!error);
                    });
}

void Connection::written(bool whole) {
  owner_.hold(-std::ptrdiff_t(held_bytes_));
  held_bytes_ = 0;
  if (!whole) return close();
  owner_.answered();
  const bool keep_alive = answer_.keep_alive && !owner_.stopping();
  answer_ = {};
  reader_.reset();
  if (!keep_alive) {
    // Closing with bytes unread would reset the connection and could tear our answer away.
    error_code error;
    socket_.shutdown(asio::ip::tcp::socket::shutdown_send, error);
    stage_ = Stage::draining;
    allow(owner_.stopping() ? 1 : drain_timeout_s);
    return listen();
  }
  stage_ = Stage::waiting;
  allow(owner_.options().idle_timeout_s);
  if (unread_at_ < unread_.size()) return parse();  // the next one has come already
  unread_ = {};
  unread_at_ = 0;
  listen();
}

void Connection::check(Clock::time_point now) {
  if (stage_ == Stage::working || now < deadline_) return;
  if (stage_ == Stage::header || stage_ == Stage::body) return refuse(408);
  close();
}

void Connection::stop() {
  if (stage_ == Stage::writing) {
    deadline_ = std::min(deadline_, Clock::now() + std::chrono::seconds(stop_timeout_s));
  } else if (stage_ != Stage::working) {
    close();
  }
}

void Connection::close() {
  stage_ = Stage::closed;
  owner_.hold(-std::ptrdiff_t(held_bytes_));
  held_bytes_ = 0;
  const auto self = shared_from_this();
  error_code error;
  socket_.close(error);
  owner_.forget(place_);
}

}  // namespace http
