// Binding, accepting, and stopping without turning away who is at the door.
#include "platform/http/listeners.hpp"

#include <fmt/format.h>

#include <boost/asio/ip/v6_only.hpp>

#include "platform/log/log.hpp"

namespace http {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

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

}  // namespace

Listeners::Listeners(asio::io_context& io, const EdgeOptions& options) : io_(io) {
  port_ = listen(options.addresses, options.port, false, false);
  if (!options.tls) return;
  const auto& tls = *options.tls;
  certificate_.emplace(tls.certificate_file, tls.key_file);
  tls_port_ = listen(tls.addresses, tls.port, true, false);
  if (tls.redirect_port) listen(tls.addresses, *tls.redirect_port, false, true);
}

std::uint16_t Listeners::listen(const std::vector<std::string>& addresses, std::uint16_t port,
                                bool tls, bool redirects) {
  bool any = false;
  for (const auto& address : addresses) {
    error_code error;
    const auto ip = asio::ip::make_address(address, error);
    tcp::acceptor acceptor(io_);
    if (!error) open(acceptor, {ip, port}, error);
    if (not_here(error)) continue;
    if (error) {
      throw std::runtime_error(
          fmt::format("cannot listen on {} port {}: {}", address, port, error.message()));
    }
    port = acceptor.local_endpoint().port();
    listeners_.push_back({std::move(acceptor), tls, redirects});
    any = true;
  }
  if (!any) throw std::runtime_error("cannot listen: no such address here");
  return port;
}

Kind Listeners::kind(const Listener& listener) const {
  return {listener.tls ? certificate_->context() : nullptr, listener.redirects};
}

void Listeners::accept_all(Take take) {
  take_ = std::move(take);
  for (auto& listener : listeners_) accept(listener);
}

void Listeners::accept(Listener& listener) {
  listener.acceptor.async_accept([this, &listener](error_code error, tcp::socket socket) {
    if (closed_) {  // it was at the door when we closed
      if (!error) take_(std::move(socket), kind(listener));
      return;
    }
    if (error) {
      listener.paused = true;
      return;
    }
    take_(std::move(socket), kind(listener));
    accept(listener);
  });
}

void Listeners::look_again() {
  if (closed_) return;
  if (certificate_) certificate_->look_again();
  for (auto& listener : listeners_) {
    if (std::exchange(listener.paused, false)) accept(listener);
  }
}

void Listeners::close() {
  closed_ = true;
  for (auto& listener : listeners_) {
    error_code error;
    listener.acceptor.non_blocking(true, error);
    while (!error) {
      tcp::socket socket(io_);
      listener.acceptor.accept(socket, error);
      if (!error) take_(std::move(socket), kind(listener));
    }
    listener.acceptor.close(error);
  }
}

}  // namespace http
