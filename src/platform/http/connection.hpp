// One connection: reads requests, has them answered, writes the answers in order. IO thread only.
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <list>
#include <memory>
#include <optional>
#include <string>

#include "platform/http/reader.hpp"

namespace http {

using Clock = std::chrono::steady_clock;

// An answer ready for the wire.
struct Answer {
  std::string head;
  std::string body;
  bool keep_alive = false;
};

class Connection;
using Connections = std::list<std::shared_ptr<Connection>>;

// What a connection needs of the edge that owns it.
class Owner {
 public:
  virtual ~Owner() = default;
  virtual const EdgeOptions& options() const = 0;
  // Answers through Connection::send, now or later, on the IO thread. The request stays until then.
  virtual void answer(std::shared_ptr<Connection> connection, const Request& request,
                      bool keep_alive) = 0;
  virtual Answer refuse(int status) = 0;        // counted
  virtual bool hold(std::ptrdiff_t bytes) = 0;  // bodies in memory grew; false: that is too much
  virtual void answered() = 0;
  virtual bool stopping() const = 0;
  virtual void forget(Connections::iterator place) = 0;
};

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(Owner& owner, boost::asio::ip::tcp::socket socket);

  void start(Connections::iterator place);
  void send(Answer answer);
  void check(Clock::time_point now);  // has its time run out?
  void stop();                        // finish what was taken, begin nothing

 private:
  enum class Stage { waiting, header, body, working, writing, draining, closed };

  void listen();
  void readable();
  void parse();
  void receive_body();
  void refuse(int status);
  void written(bool whole);
  void close();
  void allow_more(std::size_t before_bytes, std::size_t after_bytes);
  void allow(int seconds) { deadline_ = Clock::now() + std::chrono::seconds(seconds); }

  Owner& owner_;
  boost::asio::ip::tcp::socket socket_;
  Connections::iterator place_;
  Stage stage_ = Stage::waiting;
  Clock::time_point deadline_;
  bool listening_ = false;  // one wait for bytes is under way
  std::string remote_;
  std::string unread_;  // bytes not taken yet, from unread_at_
  std::size_t unread_at_ = 0;
  std::optional<Reader> reader_;  // of the request under way
  std::size_t held_bytes_ = 0;    // of its body, as told to the owner
  bool continued_ = false;
  Answer answer_;  // while writing
};

}  // namespace http
