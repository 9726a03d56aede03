// Behind nginx and behind HAProxy, both real, with TLS before us: whose address is it?
#include <doctest/doctest.h>

#include "behind.hpp"

using behind::ask;
using behind::Daemon;
using behind::Pair;
using http::Proxies;
using http::Request;
using http::Response;
using wire::body_of;
using wire::Server;
using wire::status_of;

namespace {

Response echo(const Request& r) {
  return Response::plain(200, r.remote + " " + r.cookie("a")).cookie("b", "1", -1, r.secure);
}

http::EdgeOptions options(Proxies::Tells tells) {
  auto out = wire::options();
  out.secure = true;
  out.addresses = {"127.0.0.1"};
  out.proxies = {{*http::Network::parse("127.0.0.1")}, tells};
  return out;
}

// A request whose sender lies about who it is in every way there is.
std::string request(const std::string& more = "") {
  return "GET / HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 203.0.113.66\r\n"
         "Forwarded: for=203.0.113.67\r\nX-Real-IP: 203.0.113.68\r\nCookie: a=x; __Host-a=y\r\n" +
         more + "Connection: close\r\n\r\n";
}

void check_honest(const std::string& answer, const std::string& client) {
  CAPTURE(answer);
  CHECK(status_of(answer) == 200);
  CHECK(body_of(answer) == client + " y");
  CHECK(answer.find("max-age=31536000\r\n") != answer.npos);  // HAProxy writes names small
  CHECK(answer.find("__Host-b=1; Path=/; HttpOnly; SameSite=Lax; Secure") != answer.npos);
}

// nginx in a folder of its own, in front of `to`.
Daemon nginx(const support::Folder& folder, const Pair& pair, std::uint16_t port,
             std::uint16_t to) {
  const auto& at = folder.path();
  std::string temporary;
  for (const char* kind : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"}) {
    temporary += std::string("  ") + kind + "_temp_path " + at + "/" + kind + ";\n";
  }
  behind::write(at + "/nginx.conf",
                "daemon off;\nworker_processes 1;\npid " + at + "/nginx.pid;\nerror_log " + at +
                    "/nginx.log;\nevents { worker_connections 256; }\nhttp {\n  access_log off;\n" +
                    temporary + "  server {\n    listen 127.0.0.1:" + std::to_string(port) +
                    " ssl;\n    ssl_certificate " + pair.certificate +
                    ";\n    ssl_certificate_key " + pair.key +
                    ";\n    location / {\n      proxy_pass http://127.0.0.1:" + std::to_string(to) +
                    ";\n      proxy_http_version 1.1;\n      proxy_set_header Connection \"\";\n"
                    "      proxy_set_header Host $host;\n      proxy_set_header X-Forwarded-For "
                    "$proxy_add_x_forwarded_for;\n    }\n  }\n}\n");
  return {{"/usr/sbin/nginx", "-c", at + "/nginx.conf", "-e", at + "/nginx.log"}, port};
}

// HAProxy with one way in and one server; `way`: lines of the front, `server`: words of the back.
Daemon haproxy(const support::Folder& folder, const std::string& bind, const std::string& way,
               std::uint16_t port, std::uint16_t to, const std::string& server) {
  behind::write(folder.path() + "/haproxy.cfg",
                "global\n  maxconn 200\ndefaults\n  timeout connect 5s\n  timeout client 20s\n"
                "  timeout server 20s\nfrontend in\n  bind 127.0.0.1:" +
                    std::to_string(port) + " " + bind + "\n" + way +
                    "  default_backend city\nbackend city\n" + way.substr(0, way.find('\n') + 1) +
                    "  server one 127.0.0.1:" + std::to_string(to) + " " + server + "\n");
  return {{"/usr/sbin/haproxy", "-db", "-q", "-f", folder.path() + "/haproxy.cfg"}, port};
}

}  // namespace

TEST_CASE("Behind nginx the client is who came to nginx, whatever it says of itself") {
  const support::Folder folder;
  const Pair pair(folder);
  Server server(options(Proxies::Tells::forwarded_for), echo);
  const auto port = behind::free_port();
  const auto proxy = nginx(folder, pair, port, server.port());
  check_honest(ask(port, pair, request(), "-bind 127.0.0.7:0"), "127.0.0.7");
  check_honest(ask(port, pair, request("X-Forwarded-For: 203.0.113.69\r\n"), "-bind 127.0.0.8:0"),
               "127.0.0.8");
}

TEST_CASE("Behind HAProxy too: by header, by RFC 7239, and by either version of its protocol") {
  const support::Folder folder;
  const Pair pair(folder);
  const auto tls = "ssl crt " + pair.both;
  const std::string http = "  mode http\n";
  const struct {
    Proxies::Tells tells;
    std::string way, server;
  } table[] = {
      {Proxies::Tells::forwarded_for, http + "  option forwardfor\n", ""},
      {Proxies::Tells::forwarded,
       http + "  http-request add-header Forwarded \"for=\\\"%[src]\\\";proto=https\"\n", ""},
      {Proxies::Tells::proxy_protocol, http, "send-proxy"},
      {Proxies::Tells::proxy_protocol, http, "send-proxy-v2 check inter 100"},
      {Proxies::Tells::proxy_protocol, "  mode tcp\n", "send-proxy-v2"},
  };
  for (const auto& row : table) {
    CAPTURE(row.way);
    CAPTURE(row.server);
    Server server(options(row.tells), echo);
    const auto port = behind::free_port();
    const auto proxy = haproxy(folder, tls, row.way, port, server.port(), row.server);
    check_honest(ask(port, pair, request(), "-bind 127.0.0.7:0"), "127.0.0.7");
  }
}

TEST_CASE("HAProxy hands TLS through to ours, and says for whom") {
  const support::Folder folder;
  const Pair pair(folder);
  auto o = options(Proxies::Tells::proxy_protocol);
  o.tls = http::TlsOptions{.addresses = {"127.0.0.1"},
                           .port = 0,
                           .certificate_file = pair.certificate,
                           .key_file = pair.key,
                           .to = "https://localhost"};
  Server server(o, echo);
  const auto port = behind::free_port();
  const auto proxy =
      haproxy(folder, "", "  mode tcp\n", port, server.edge().tls_port(), "send-proxy-v2");
  check_honest(ask(port, pair, request(), "-bind 127.0.0.7:0"), "127.0.0.7");
}

TEST_CASE("Who is no trusted proxy speaks for itself, and its PROXY line is no request") {
  auto o = options(Proxies::Tells::proxy_protocol);
  o.proxies.trusted = {*http::Network::parse("127.0.0.9")};
  Server server(o, echo);
  wire::Client stranger(server.port());
  stranger.send(request());
  CHECK(body_of(stranger.answer()) == "127.0.0.1 y");
  wire::Client forger(server.port());
  forger.send("PROXY TCP4 203.0.113.66 127.0.0.1 1 2\r\n" + request());
  CHECK(status_of(forger.answer()) == 400);
  Server strict(options(Proxies::Tells::proxy_protocol), echo);
  wire::Client silent(strict.port());
  silent.send(request());  // a trusted proxy that says nothing is not taken for a client
  CHECK(silent.hung_up());
}
