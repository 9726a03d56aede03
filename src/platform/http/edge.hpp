// The edge: takes connections, bounds them, hands whole requests to worker threads, writes answers.
#pragma once

#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "platform/http/http.hpp"
#include "platform/http/proxies.hpp"

namespace http {

// Where the city is served by TLS 1.2 and 1.3 without a proxy, and where plain http only says so.
struct TlsOptions {
  std::vector<std::string> addresses = {"0.0.0.0", "::"};
  std::uint16_t port = 443;
  std::string certificate_file, key_file;  // PEM, with its chain; read again when they change
  std::optional<std::uint16_t> redirect_port = {};  // http there is sent on to `to`
  std::string to = {};                              // "https://dichvucong.cantho.gov.vn"
};

// How much of a large body is taken, and from whom.
struct Admission {
  int status = 0;  // not 0: none of it, this is the answer (401 403 413)
  std::size_t body_bytes_max = 0;
  std::string person = {};  // whose share of the memory it is
};

struct EdgeOptions {
  std::vector<std::string> addresses = {"127.0.0.1", "::1"};
  std::uint16_t port = 8080;  // 0: any free one, see Edge::port
  std::optional<TlsOptions> tls = {};
  Proxies proxies = {};         // who may tell a client's address
  int workers = 16;             // most of them wait for the disk or for a hash, not for a core
  std::size_t queue_max = 256;  // waiting requests; beyond it 503 with Retry-After
  // Beyond it, and for one address beyond a quarter of it, whoever has been still for longest goes.
  std::size_t connections_max = 10'000;
  std::size_t header_bytes_max = 16 * 1024;         // 431 beyond
  std::size_t body_bytes_max = 1024 * 1024;         // 413 beyond ...
  std::size_t upload_bytes_max = 24 * 1024 * 1024;  // ... but this for multipart/form-data
  // Asked on a worker, by the head alone, before more than body_bytes_max of a multipart body is
  // read. Without it upload_bytes_max is for everybody.
  std::function<Admission(const Request& head)> admit = {};
  int header_timeout_s = 10;  // 408 and closed
  int body_timeout_s = 60;    // holds on as long as 16 KiB a second move: phones are slow
  int idle_timeout_s = 75;
  // All bodies being read or waiting together, of those not admitted at most half; then what one
  // address and one person may hold of it. Beyond: 503, unless one who stalls can go instead.
  std::size_t bodies_bytes_max = 512 * 1024 * 1024;
  std::size_t stranger_bytes_max = 32 * 1024 * 1024;
  std::size_t person_bytes_max = 64 * 1024 * 1024;
  bool secure = false;  // browsers come over https, to us or to a proxy: cookies and HSTS say so
  // Other origins a form's answer may redirect to ("https://id.example"): sign-in, payment.
  std::vector<std::string> form_origins;
  // Pages that wait for another server have threads of their own, so that one which hangs holds
  // nobody else's page. Which requests those are: asked on the IO thread, must not block. When all
  // places are taken `on_crowded` answers instead, on a thread of everybody's.
  std::function<bool(const Request&)> waits_outside;
  std::function<Response(const Request&)> on_crowded;
  int outside_workers = 8;
  std::size_t outside_queue_max = 8;
  // Draws the page for a handler that threw, and logs why. Without it: one line with a reference
  // number, and the reason under that number in the log.
  std::function<Response(const Request&, const std::exception&)> on_failure;
};

struct EdgeLoad {
  std::int64_t answered = 0;
  std::int64_t refused = 0;    // malformed, oversized, timed out, queue full
  std::int64_t displaced = 0;  // connections that went because others needed their place
  std::int64_t queue_us = 0;   // time requests waited for a worker, summed
  std::int64_t connections = 0;
};

// `handle` runs on a worker thread and may block. `at_once`, if given, is asked first on the IO
// thread and must never block (static files, health); nothing from it means: a worker.
using Handler = std::function<Response(const Request&)>;
using InlineHandler = std::function<std::optional<Response>(const Request&)>;

class Edge {
 public:
  // Binds and listens. An address this machine does not have (::1) is passed over as long as
  // another is there; otherwise throws std::runtime_error saying which and why.
  Edge(EdgeOptions options, Handler handle, InlineHandler at_once = nullptr);
  ~Edge();

  std::uint16_t port() const;
  std::uint16_t tls_port() const;  // 0 without TLS
  EdgeLoad load() const;
  void run();  // until `stop`; finishes the requests it has taken
  // From any thread or a signal handler's thread. What has reached this machine is answered, what
  // has begun has ten seconds to come; nothing new is taken after half a second.
  void stop();

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace http
