// One connection: reads requests, has them answered, writes the answers in order. IO thread only.
#pragma once

#include <chrono>
#include <list>
#include <memory>
#include <optional>
#include <string>

#include "platform/http/reader.hpp"
#include "platform/http/shares.hpp"
#include "platform/http/stream.hpp"

namespace http {

using Clock = std::chrono::steady_clock;

// An answer ready for the wire.
struct Answer {
  std::string head;
  std::string body;
  bool keep_alive = false;
};

class Connection;
// Whoever moved last stands in front.
using Connections = std::list<std::shared_ptr<Connection>>;

// What a connection needs of the edge that owns it.
class Owner {
 public:
  virtual ~Owner() = default;
  virtual const EdgeOptions& options() const = 0;
  // Answers through Connection::send, now or later, on the IO thread. The request stays until then.
  virtual void answer(std::shared_ptr<Connection> connection, const Request& request,
                      bool keep_alive) = 0;
  // Asks EdgeOptions::admit; answers through Connection::admitted.
  virtual void ask(std::shared_ptr<Connection> connection, const Request& request) = 0;
  virtual Answer refuse(int status) = 0;                                // counted
  virtual bool hold(Connection& connection, std::ptrdiff_t bytes) = 0;  // false: that is too much
  virtual void answered() = 0;
  virtual bool stopping() const = 0;
  virtual void named(Connection& connection) = 0;  // its client's address is known
  virtual void moved(Connections::iterator place) = 0;
  virtual void forget(Connections::iterator place) = 0;
};

// What a listener says of the connections it takes.
struct Kind {
  std::shared_ptr<ssl_ctx_st> tls = {};  // none: plain
  bool redirects = false;
};

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(Owner& owner, boost::asio::ip::tcp::socket socket, Kind kind);

  void start(Connections::iterator place);
  void send(Answer answer);
  void admitted(const Admission& admission);
  void check(Clock::time_point now);  // has its time run out?
  void stop();                        // finish what was taken, begin nothing
  void close();

  bool redirects() const { return kind_.redirects; }
  // Whom it is counted under; "": a proxy that speaks for many.
  const std::string& source() const { return source_; }
  const std::string& sender() const { return sender_; }  // of the body under way
  bool stranger() const { return stranger_; }
  std::size_t held_bytes() const { return held_bytes_; }
  // A worker is at it: it cannot go.
  bool at_work() const { return stage_ == Stage::working || stage_ == Stage::asking; }
  bool stalls(Clock::time_point now) const;  // has begun a body that does not come

 private:
  enum class Stage { preface, waiting, header, asking, body, working, writing, draining, closed };

  void await(bool to_write);
  void ready();
  void read_preface();
  void begin(std::string client);
  void readable();
  void parse();
  void receive_body();
  void begin_body();
  void refuse(int status);
  void flush();
  void written(bool whole);
  void drain();
  void allow_more(std::size_t before_bytes, std::size_t after_bytes);
  void allow(int seconds) { deadline_ = Clock::now() + std::chrono::seconds(seconds); }
  void moved();

  Owner& owner_;
  Stream stream_;
  const Kind kind_;
  Connections::iterator place_;
  Stage stage_ = Stage::waiting;
  Clock::time_point deadline_, moved_at_;
  bool listening_ = false, pushing_ = false;  // a wait for bytes, for room, is under way
  std::string remote_, source_;
  std::string unread_;  // bytes not taken yet, from unread_at_
  std::size_t unread_at_ = 0;
  std::optional<Reader> reader_;  // of the request under way
  std::string sender_;
  bool stranger_ = true;
  std::size_t held_bytes_ = 0;  // of its body, as told to the owner
  bool continued_ = false;
  Answer answer_;  // while writing
  std::size_t sent_bytes_ = 0;
};

}  // namespace http
