// The edge: listeners, the IO thread, the clock that bounds every wait, and the way to the workers.
#include "platform/http/edge.hpp"

#include <fmt/format.h>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <cstdio>
#include <random>

#include "platform/http/compress.hpp"
#include "platform/http/connection.hpp"
#include "platform/http/workers.hpp"
#include "platform/http/writer.hpp"
#include "platform/log/log.hpp"

namespace http {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

constexpr auto sweep_every = std::chrono::milliseconds(250);

bool not_here(const error_code& error) {
  return error == asio::error::address_family_not_supported ||
         error == boost::system::errc::address_not_available;
}

void open(tcp::acceptor& acceptor, const tcp::endpoint& where, error_code& error) {
  if (acceptor.open(where.protocol(), error)) return;
  if (acceptor.set_option(tcp::acceptor::reuse_address(true), error)) return;
  if (where.address().is_v6() && acceptor.set_option(asio::ip::v6_only(true), error)) return;
  if (acceptor.bind(where, error)) return;
  acceptor.listen(asio::socket_base::max_listen_connections, error);
}

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
      : options_(std::move(o)), handle(std::move(h)), at_once(std::move(i)), writer(options_) {
    for (const auto& address : options_.addresses) listen_on(address);
    if (acceptors.empty()) throw std::runtime_error("cannot listen: no such address here");
    port = acceptors[0].local_endpoint().port();
  }

  EdgeOptions options_;
  InlineHandler handle;  // this one always answers
  InlineHandler at_once;
  Writer writer;
  std::uint16_t port = 0;
  asio::io_context io{1};
  asio::executor_work_guard<asio::io_context::executor_type> work{io.get_executor()};
  std::vector<tcp::acceptor> acceptors;
  std::vector<tcp::acceptor*> paused;  // out of file descriptors; tried again by the sweep
  asio::steady_timer clock{io};
  Connections connections;
  std::size_t held_bytes = 0;
  bool stopping_ = false;
  std::atomic<std::int64_t> answers = 0, refusals = 0, open_connections = 0;
  Workers workers{options_.workers, options_.queue_max};

  void listen_on(const std::string& address);
  void accept(tcp::acceptor& acceptor);
  void admit(tcp::socket socket);
  void sweep();
  void begin_stop();
  bool ended() const { return stopping_ && connections.empty(); }
  void end_if_idle();
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
  bool hold(std::ptrdiff_t bytes) override {
    held_bytes += std::size_t(bytes);
    return held_bytes <= options_.bodies_bytes_max;
  }
  void forget(Connections::iterator place) override {
    connections.erase(place);
    --open_connections;
    end_if_idle();
  }
};

void Edge::Inside::listen_on(const std::string& address) {
  error_code error;
  const auto ip = asio::ip::make_address(address, error);
  // With port 0 the first address chooses, and the others follow.
  const auto port = acceptors.empty() ? options_.port : acceptors[0].local_endpoint().port();
  tcp::acceptor acceptor(io);
  if (!error) open(acceptor, {ip, port}, error);
  if (not_here(error)) return;
  if (error) {
    throw std::runtime_error(
        fmt::format("cannot listen on {} port {}: {}", address, port, error.message()));
  }
  acceptors.push_back(std::move(acceptor));
}

void Edge::Inside::accept(tcp::acceptor& acceptor) {
  acceptor.async_accept([this, &acceptor](error_code error, tcp::socket socket) {
    if (stopping_) return;
    if (error) return paused.push_back(&acceptor);
    admit(std::move(socket));
    accept(acceptor);
  });
}

void Edge::Inside::admit(tcp::socket socket) {
  if (connections.size() >= options_.connections_max) {
    const auto busy = refuse(503);
    error_code error;
    socket.non_blocking(true, error);
    socket.write_some(asio::buffer(busy.head + busy.body), error);
    return;
  }
  auto connection = std::make_shared<Connection>(*this, std::move(socket));
  connections.push_front(connection);
  ++open_connections;
  connection->start(connections.begin());
}

void Edge::Inside::sweep() {
  clock.expires_after(sweep_every);
  clock.async_wait([this](error_code error) {
    if (error) return;
    const auto now = Clock::now();
    for (auto at = connections.begin(); at != connections.end();) (*at++)->check(now);
    for (auto* acceptor : std::exchange(paused, {})) accept(*acceptor);
    if (!ended()) sweep();  // `cancel` does not reach a clock that has struck already
  });
}

void Edge::Inside::begin_stop() {
  if (std::exchange(stopping_, true)) return;
  error_code error;
  for (auto& acceptor : acceptors) acceptor.close(error);
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
  if (at_once) {
    if (auto answer = answer_by(at_once, request, keep_alive)) {
      return connection->send(std::move(*answer));
    }
  }
  const bool taken = workers.offer([this, connection, &request, keep_alive] {
    auto answer = answer_by(handle, request, keep_alive);
    asio::post(io, [connection, answer = std::move(answer)]() mutable {
      connection->send(std::move(*answer));
    });
  });
  if (!taken) connection->send((++refusals, pack(&request, refusal(503), keep_alive)));
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
  return failure(number);
}

Edge::Edge(EdgeOptions options, Handler handle, InlineHandler at_once)
    : inside_(std::make_unique<Inside>(std::move(options), std::move(handle), std::move(at_once))) {
}

Edge::~Edge() = default;

std::uint16_t Edge::port() const { return inside_->port; }

EdgeLoad Edge::load() const {
  return {inside_->answers, inside_->refusals, inside_->workers.waited_us(),
          inside_->open_connections};
}

void Edge::run() {
  for (auto& acceptor : inside_->acceptors) inside_->accept(acceptor);
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
