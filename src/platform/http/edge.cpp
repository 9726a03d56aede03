// The edge: listeners, the IO thread, the clock that bounds every wait, and the way to the workers.
#include "platform/http/edge.hpp"

#include <fmt/format.h>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <cstdio>
#include <random>

#include "base/no_room.hpp"
#include "platform/http/compress.hpp"
#include "platform/http/connection.hpp"
#include "platform/http/listeners.hpp"
#include "platform/http/percent.hpp"
#include "platform/http/workers.hpp"
#include "platform/http/writer.hpp"
#include "platform/log/log.hpp"

namespace http {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;

constexpr auto sweep_every = std::chrono::milliseconds(250);

// Eight letters and digits that are easy to say on the telephone.
std::string reference_number() {
  constexpr std::string_view letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
  std::random_device random;
  std::string out;
  for (int i = 0; i < 8; ++i) out += letters[random() % letters.size()];
  return out;
}

}  // namespace

struct Edge::Inside : Owner {
  Inside(EdgeOptions o, Handler h, InlineHandler i)
      : options_(std::move(o)), handle(std::move(h)), at_once(std::move(i)) {}

  EdgeOptions options_;
  InlineHandler handle;  // this one always answers
  InlineHandler crowded = options_.on_crowded;
  InlineHandler at_once;
  Writer writer{options_};
  asio::io_context io{1};
  asio::executor_work_guard<asio::io_context::executor_type> work{io.get_executor()};
  Listeners listeners{io, options_};
  asio::steady_timer clock{io};
  Connections connections;
  Shares shares{options_};
  bool stopping_ = false;
  std::atomic<std::int64_t> answers = 0, refusals = 0, open_connections = 0, displaced = 0;
  Workers workers{options_.workers, options_.queue_max};
  // For pages that wait for another server; none where nothing says which those are.
  Workers outside{options_.waits_outside ? options_.outside_workers : 0,
                  options_.outside_queue_max};

  void admit(asio::ip::tcp::socket socket, Kind kind);
  template <class Which>
  Connection* stillest(Which which);
  void displace(Connection* connection);
  void sweep();
  void begin_stop();
  bool ended() const { return stopping_ && connections.empty(); }
  void end_if_idle();
  bool offer(Workers& to, const InlineHandler& handler, std::shared_ptr<Connection> connection,
             const Request& request, bool keep_alive);
  std::optional<Answer> answer_by(const InlineHandler& handler, const Request& request,
                                  bool keep_alive);
  Answer pack(const Request* request, Response response, bool keep_alive);
  Response failed(const Request& request, const std::exception& why);

  const EdgeOptions& options() const override { return options_; }
  bool stopping() const override { return stopping_; }
  void answered() override { ++answers; }
  Answer refuse(int status) override { return ++refusals, pack(nullptr, refusal(status), false); }
  void answer(std::shared_ptr<Connection> connection, const Request& request,
              bool keep_alive) override;
  void ask(std::shared_ptr<Connection> connection, const Request& request) override;
  bool hold(Connection& connection, std::ptrdiff_t bytes) override;
  void named(Connection& connection) override;
  void moved(Connections::iterator place) override {
    connections.splice(connections.begin(), connections, place);
  }
  void forget(Connections::iterator place) override {
    if (!(*place)->source().empty()) shares.leave((*place)->source());
    connections.erase(place);
    --open_connections;
    end_if_idle();
  }
};

// Whoever has not moved for longest of those no worker is at, if there is one.
template <class Which>
Connection* Edge::Inside::stillest(Which which) {
  for (auto at = connections.rbegin(); at != connections.rend(); ++at) {
    if (!(*at)->at_work() && which(**at)) return at->get();
  }
  return nullptr;
}

void Edge::Inside::displace(Connection* connection) {
  ++displaced;
  connection->close();
}

void Edge::Inside::admit(asio::ip::tcp::socket socket, Kind kind) {
  if (connections.size() >= options_.connections_max) {
    auto* still = stillest([](const Connection&) { return true; });
    if (!still) {
      const auto busy = refuse(503);
      error_code error;
      socket.non_blocking(true, error);
      socket.write_some(asio::buffer(busy.head + busy.body), error);
      return;
    }
    displace(still);
  }
  auto connection = std::make_shared<Connection>(*this, std::move(socket), std::move(kind));
  connections.push_front(connection);
  ++open_connections;
  connection->start(connections.begin());
}

void Edge::Inside::named(Connection& connection) {
  const auto& source = connection.source();
  if (source.empty() || shares.enter(source)) return;
  auto* still = stillest([&](const auto& other) { return other.source() == source; });
  if (still && still != &connection) displace(still);
}

bool Edge::Inside::hold(Connection& connection, std::ptrdiff_t bytes) {
  const bool stranger = connection.stranger();
  const auto room = shares.hold(connection.sender(), stranger, bytes);
  if (room == Shares::Room::enough || bytes <= 0) return true;
  const auto now = Clock::now();
  auto* stalled = stillest([&](const Connection& other) {
    return &other != &connection && other.stalls(now) && other.held_bytes() > 0 &&
           (room == Shares::Room::share_full ? other.sender() == connection.sender()
                                             : other.stranger() == stranger);
  });
  if (stalled) displace(stalled);
  return stalled && shares.hold(connection.sender(), stranger, 0) == Shares::Room::enough;
}

void Edge::Inside::sweep() {
  clock.expires_after(sweep_every);
  clock.async_wait([this](error_code error) {
    if (error) return;
    const auto now = Clock::now();
    for (auto at = connections.begin(); at != connections.end();) (*at++)->check(now);
    listeners.look_again();
    if (!ended()) sweep();  // `cancel` does not reach a clock that has struck already
  });
}

void Edge::Inside::begin_stop() {
  if (std::exchange(stopping_, true)) return;
  listeners.close();
  for (auto at = connections.begin(); at != connections.end();) (*at++)->stop();
  end_if_idle();
}

void Edge::Inside::end_if_idle() {
  if (!ended()) return;
  clock.cancel();
  work.reset();
}

void Edge::Inside::answer(std::shared_ptr<Connection> connection, const Request& request,
                          bool keep_alive) {
  keep_alive = keep_alive && !stopping_;
  if (connection->redirects()) {
    const auto query = request.query.empty() ? "" : "?" + request.query;
    auto response = Response::see_other(options_.tls->to + path_encoded(request.path) + query);
    response.status = 308;  // the same method again: a form is not lost
    return connection->send(pack(&request, std::move(response), false));
  }
  if (at_once) {
    if (auto answer = answer_by(at_once, request, keep_alive)) {
      return connection->send(std::move(*answer));
    }
  }
  const bool apart = options_.waits_outside && options_.waits_outside(request);
  if (apart && offer(outside, handle, connection, request, keep_alive)) return;
  const auto& handler = apart && crowded ? crowded : handle;
  if (offer(workers, handler, connection, request, keep_alive)) return;
  connection->send((++refusals, pack(&request, refusal(503), keep_alive)));
}

bool Edge::Inside::offer(Workers& to, const InlineHandler& handler,
                         std::shared_ptr<Connection> connection, const Request& request,
                         bool keep_alive) {
  return to.offer([this, &handler, connection = std::move(connection), &request, keep_alive] {
    auto answer = answer_by(handler, request, keep_alive);
    asio::post(io, [connection, answer = std::move(answer)]() mutable {
      connection->send(std::move(*answer));
    });
  });
}

void Edge::Inside::ask(std::shared_ptr<Connection> connection, const Request& request) {
  const bool taken = workers.offer([this, connection, &request] {
    Admission admission{503};
    try {
      admission = options_.admit(request);
    } catch (const std::exception& why) {
      logging::error("admitting: {}", why.what());
    }
    asio::post(io, [connection, admission] { connection->admitted(admission); });
  });
  if (!taken) connection->admitted({503});
}

std::optional<Answer> Edge::Inside::answer_by(const InlineHandler& handler, const Request& request,
                                              bool keep_alive) {
  try {
    auto response = handler(request);
    if (!response) return std::nullopt;
    compress_page(request, *response);
    response->settle();
    return pack(&request, std::move(*response), keep_alive);
  } catch (const std::exception& why) {
    return pack(&request, failed(request, why), keep_alive);
  } catch (...) {
    return pack(&request, failed(request, std::runtime_error("unnamed")), keep_alive);
  }
}

Answer Edge::Inside::pack(const Request* request, Response response, bool keep_alive) {
  Answer answer;
  answer.keep_alive = keep_alive;
  answer.head = writer.head(response, keep_alive);
  const bool empty = response.status == 204 || response.status == 304;
  if (!empty && (!request || request->method != Method::head)) {
    answer.body = std::move(response.body);
  }
  return answer;
}

Response Edge::Inside::failed(const Request& request, const std::exception& why) {
  const auto number = reference_number();
  try {
    if (options_.on_failure) return options_.on_failure(request, why);
  } catch (const std::exception& worse) {
    logging::error("failure {}: no page for it: {}", number, worse.what());
  }
  logging::error("failure {}: {}: {}", number, request.path, why.what());
  if (dynamic_cast<const base::NoRoom*>(&why)) return refusal(503);
  return failure(number);
}

Edge::Edge(EdgeOptions options, Handler handle, InlineHandler at_once)
    : inside_(std::make_unique<Inside>(std::move(options), std::move(handle), std::move(at_once))) {
}

Edge::~Edge() = default;

std::uint16_t Edge::port() const { return inside_->listeners.port(); }
std::uint16_t Edge::tls_port() const { return inside_->listeners.tls_port(); }

EdgeLoad Edge::load() const {
  return {inside_->answers, inside_->refusals, inside_->displaced, inside_->workers.waited_us(),
          inside_->open_connections};
}

void Edge::run() {
  inside_->listeners.accept_all(
      [inside = inside_.get()](auto socket, auto kind) { inside->admit(std::move(socket), kind); });
  inside_->sweep();
  while (true) {
    try {
      inside_->io.run();
      return;
    } catch (const std::exception& why) {  // out of memory for one connection: go on with others
      logging::error("edge: {}", why.what());
    }
  }
}

void Edge::stop() {
  asio::post(inside_->io, [inside = inside_.get()] { inside->begin_stop(); });
}

}  // namespace http
