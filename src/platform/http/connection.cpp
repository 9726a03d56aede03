// The life of a connection: waiting, header, body, working, writing, and around again.
#include "platform/http/connection.hpp"

#include <array>
#include <boost/asio/post.hpp>

namespace http {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;

// A weak mobile link still moves 16 KiB a second; whoever is slower for long is holding us up.
constexpr std::size_t slowest_bytes_a_second = 16 * 1024;
constexpr int drain_timeout_s = 5;
constexpr int stop_timeout_s = 10;
constexpr auto last_call = std::chrono::milliseconds(500);  // when stopping, for who is idle
constexpr auto stalled_after = std::chrono::seconds(2);     // then others may have its place
constexpr std::size_t turn_bytes_max = 1024 * 1024;         // then it is another's turn

// Shared by all connections of the thread: an idle one keeps no buffer.
std::array<char, 64 * 1024>& scratch() {
  thread_local std::array<char, 64 * 1024> bytes;
  return bytes;
}

}  // namespace

Connection::Connection(Owner& owner, asio::ip::tcp::socket socket, Kind kind)
    : owner_(owner), stream_(std::move(socket)), kind_(std::move(kind)) {}

// A second for each 16 KiB that moved, but never more patience than at the beginning.
void Connection::allow_more(std::size_t before_bytes, std::size_t after_bytes) {
  const auto seconds = after_bytes / slowest_bytes_a_second - before_bytes / slowest_bytes_a_second;
  if (seconds > 0) moved();
  if (owner_.stopping()) return;
  const auto longest = Clock::now() + std::chrono::seconds(owner_.options().body_timeout_s);
  deadline_ = std::min(deadline_ + std::chrono::seconds(seconds), longest);
}

void Connection::moved() {
  moved_at_ = Clock::now();
  owner_.moved(place_);
}

void Connection::start(Connections::iterator place) {
  place_ = place;
  moved_at_ = Clock::now();
  error_code error;
  remote_ = stream_.socket().remote_endpoint(error).address().to_string();
  remote_ = tidy_address(remote_).value_or(remote_);
  const auto& proxies = owner_.options().proxies;
  const bool trusted = proxies.trust(remote_);
  if (trusted && proxies.tells == Proxies::Tells::proxy_protocol) {
    stage_ = Stage::preface;
    allow(owner_.options().header_timeout_s);
    return await(false);
  }
  begin(trusted ? "" : source_of(remote_));
}

// `client`: whom it is counted under.
void Connection::begin(std::string client) {
  source_ = std::move(client);
  stage_ = Stage::waiting;
  owner_.named(*this);
  allow(kind_.tls ? owner_.options().header_timeout_s : owner_.options().idle_timeout_s);
  if (kind_.tls) stream_.encrypt(kind_.tls);
  await(false);
}

void Connection::await(bool to_write) {
  auto& waiting = to_write ? pushing_ : listening_;
  if (waiting || stage_ == Stage::closed) return;
  waiting = true;
  const auto what = to_write ? asio::socket_base::wait_write : asio::socket_base::wait_read;
  stream_.socket().async_wait(what, [self = shared_from_this(), to_write](error_code error) {
    (to_write ? self->pushing_ : self->listening_) = false;
    if (self->stage_ == Stage::closed) return;
    if (error) return self->close();
    self->ready();
  });
}

void Connection::ready() {
  if (stage_ == Stage::preface) return read_preface();
  if (stage_ == Stage::writing) return flush();
  if (!at_work()) readable();  // else its time comes in `written`
}

// Exactly the preface is taken: what follows may be TLS.
void Connection::read_preface() {
  std::size_t bytes = 0;
  const auto there = stream_.peek(std::span(scratch()).first(preface_bytes_max), bytes);
  if (there == Stream::Moved::ended) return close();
  const auto before = unread_.size();
  unread_.append(scratch().data(), bytes);
  const auto preface = http::read_preface(unread_);
  if (preface.state == Preface::State::wrong) return close();  // it may not even be HTTP
  const bool whole = preface.state == Preface::State::whole;
  stream_.skip(whole ? preface.bytes - before : bytes);
  if (!whole) return await(false);
  unread_ = {};
  if (preface.client.empty()) return begin("");
  remote_ = preface.client;
  begin(source_of(remote_));
}

void Connection::readable() {
  std::size_t bytes = 0;
  const auto came = stream_.read(scratch(), bytes);
  if (came == Stream::Moved::none) return await(stream_.wants_write());
  if (came == Stream::Moved::ended) return close();
  if (stage_ == Stage::draining) return await(false);
  unread_.erase(0, unread_at_);
  unread_at_ = 0;
  unread_.append(scratch().data(), bytes);
  parse();
}

void Connection::parse() {
  if (stage_ == Stage::waiting) {
    stage_ = Stage::header;
    reader_.emplace(owner_.options());
    continued_ = false;
    allow(owner_.stopping() ? stop_timeout_s : owner_.options().header_timeout_s);
  }
  if (!reader_->done()) {
    unread_at_ += reader_->take(std::string_view(unread_).substr(unread_at_));
  }
  if (reader_->refused()) return refuse(reader_->refused());
  if (stage_ == Stage::header && reader_->header_done()) {
    moved();
    auto& request = reader_->request();
    request.remote = owner_.options().proxies.client_of(remote_, request);
    sender_ = source_of(request.remote);
    stranger_ = true;
    if (reader_->asks()) {
      stage_ = Stage::asking;
      return owner_.ask(shared_from_this(), request);
    }
    begin_body();
  }
  if (stage_ == Stage::body) receive_body();
  if (stage_ != Stage::header && stage_ != Stage::body) return;  // refused there
  if (!reader_->done()) return await(stream_.wants_write());
  stage_ = Stage::working;
  owner_.answer(shared_from_this(), reader_->request(), reader_->keep_alive());
}

void Connection::begin_body() {
  stage_ = Stage::body;
  allow(owner_.stopping() ? stop_timeout_s : owner_.options().body_timeout_s);
}

void Connection::admitted(const Admission& admission) {
  if (stage_ != Stage::asking) return;
  begin_body();
  if (admission.status != 0) return refuse(admission.status);
  sender_ = admission.person;
  stranger_ = false;
  reader_->allow(admission.body_bytes_max);
  if (reader_->refused()) return refuse(reader_->refused());
  parse();
}

void Connection::receive_body() {
  const auto bytes = reader_->request().body.size();
  const bool fits = owner_.hold(*this, std::ptrdiff_t(bytes - held_bytes_));
  allow_more(held_bytes_, bytes);
  held_bytes_ = bytes;
  if (!fits) return refuse(503);
  if (reader_->done() || continued_ || !reader_->wants_continue() || bytes > 0) return;
  continued_ = true;
  // Nothing else is under way to this side, so these few bytes fit the socket's empty buffer.
  stream_.write("HTTP/1.1 100 Continue\r\n\r\n", "", sent_bytes_);
}

void Connection::refuse(int status) { send(owner_.refuse(status)); }

void Connection::send(Answer answer) {
  if (stage_ == Stage::closed) return;
  stage_ = Stage::writing;
  answer_ = std::move(answer);
  sent_bytes_ = 0;
  allow(owner_.stopping() ? stop_timeout_s : owner_.options().body_timeout_s);
  flush();
}

void Connection::flush() {
  const auto& [head, body, keep_alive] = answer_;
  const auto all = head.size() + body.size();
  for (std::size_t turn = 0; sent_bytes_ < all;) {
    const auto of_head = std::min(sent_bytes_, head.size());
    std::size_t bytes = 0;
    const auto went = stream_.write(std::string_view(head).substr(of_head),
                                    std::string_view(body).substr(sent_bytes_ - of_head), bytes);
    if (went == Stream::Moved::ended) return written(false);
    if (went == Stream::Moved::none) return await(stream_.wants_write());
    allow_more(sent_bytes_, sent_bytes_ + bytes);
    sent_bytes_ += bytes;
    turn += bytes;
    if (turn >= turn_bytes_max && sent_bytes_ < all) return await(true);
  }
  written(true);
}

void Connection::written(bool whole) {
  owner_.hold(*this, -std::ptrdiff_t(held_bytes_));
  held_bytes_ = 0;
  if (!whole) return close();
  owner_.answered();
  moved();
  const bool keep_alive = answer_.keep_alive && !owner_.stopping();
  answer_ = {};
  reader_.reset();
  if (!keep_alive) return drain();
  stage_ = Stage::waiting;
  allow(owner_.options().idle_timeout_s);
  if (unread_at_ < unread_.size()) {
    // The next one has come already. It gets a turn of its own: a thousand small ones in one breath
    // would otherwise stand on each other's shoulders.
    asio::post(stream_.socket().get_executor(), [self = shared_from_this()] {
      if (self->stage_ == Stage::waiting) self->parse();
    });
    return;
  }
  unread_ = {};
  unread_at_ = 0;
  await(false);
}

// Closing with bytes unread would reset the connection and could tear our answer away.
void Connection::drain() {
  stream_.finish();
  stage_ = Stage::draining;
  allow(owner_.stopping() ? 1 : drain_timeout_s);
  await(false);
}

bool Connection::stalls(Clock::time_point now) const {
  return stage_ == Stage::body && now - moved_at_ >= stalled_after;
}

void Connection::check(Clock::time_point now) {
  if (at_work() || now < deadline_) return;
  if (stage_ == Stage::header || stage_ == Stage::body) return refuse(408);
  close();
}

// Whoever is idle may just have sent something: it is still taken, for a moment.
void Connection::stop() {
  if (at_work() || stage_ == Stage::draining || stage_ == Stage::closed) return;
  const auto now = Clock::now();
  const bool idle = stage_ == Stage::waiting || stage_ == Stage::preface;
  deadline_ =
      std::min(deadline_, idle ? now + last_call : now + std::chrono::seconds(stop_timeout_s));
}

void Connection::close() {
  if (stage_ == Stage::closed) return;
  stage_ = Stage::closed;
  owner_.hold(*this, -std::ptrdiff_t(held_bytes_));
  held_bytes_ = 0;
  const auto self = shared_from_this();
  stream_.close();
  owner_.forget(place_);
}

}  // namespace http
