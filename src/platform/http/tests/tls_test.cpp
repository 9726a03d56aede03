// The city without a proxy: TLS of our own.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <chrono>
#include <filesystem>

#include "behind.hpp"

using behind::ask;
using behind::Pair;
using http::Request;
using http::Response;
using wire::body_of;
using wire::Client;
using wire::Server;
using wire::status_of;

namespace {

const std::string get = "GET /viec HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

http::EdgeOptions options(const Pair& pair) {
  auto out = wire::options();
  out.secure = true;
  out.tls = http::TlsOptions{.addresses = {"127.0.0.1"},
                             .port = 0,
                             .certificate_file = pair.certificate,
                             .key_file = pair.key,
                             .to = "https://localhost"};
  return out;
}

Response echo(const Request& r) {
  return Response::plain(200, r.path + " " + r.remote + (r.secure ? " secure " : " plain ") +
                                  std::to_string(r.body.size()));
}

bool contains(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE("The city is served by TLS 1.2 and 1.3, and by nothing older") {
  const support::Folder folder;
  const Pair pair(folder);
  Server server(options(pair), echo);
  const auto port = server.edge().tls_port();
  for (const char* version : {"-tls1_2", "-tls1_3", "-tls1_3 -bind 127.0.0.7:0"}) {
    const auto answer = ask(port, pair, get, version);
    CHECK(status_of(answer) == 200);
    CHECK(contains(answer, "Strict-Transport-Security: max-age=31536000\r\n"));
    const bool seven = contains(version, "-bind");
    CHECK(body_of(answer) == (seven ? "/viec 127.0.0.7 secure 0" : "/viec 127.0.0.1 secure 0"));
  }
  CHECK(ask(port, pair, get, "-tls1_1 -cipher ALL:@SECLEVEL=0") == "");
  CHECK(ask(port, pair, get, "-tls1_2 -cipher AES128-SHA:@SECLEVEL=0") == "");
  Client plain(port);
  plain.send(get);
  CHECK(plain.hung_up());
}

TEST_CASE("Large forms and large answers go through TLS whole, several on one connection") {
  const support::Folder folder;
  const Pair pair(folder);
  auto o = options(pair);
  o.body_bytes_max = 4'000'000;
  o.body_timeout_s = 10;
  Server server(o, [](const Request& r) {
    return Response::plain(200, r.path == "/much" ? std::string(3'000'000, 'y') : r.body);
  });
  const std::string body(3'000'000, 'x');
  const auto all = ask(server.edge().tls_port(), pair,
                       "POST /a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3000000\r\n\r\n" +
                           body + "GET /much HTTP/1.1\r\nHost: localhost\r\n\r\n" + get);
  CHECK(contains(all, "\r\n\r\n" + body + "HTTP/1.1 200 OK\r\n"));
  CHECK(contains(all, "\r\n\r\n" + std::string(3'000'000, 'y') + "HTTP/1.1 200 OK\r\n"));
}

TEST_CASE("Who comes by plain http is sent on to https with the address they asked for") {
  const support::Folder folder;
  const Pair pair(folder);
  auto o = options(pair);
  o.tls->redirect_port = behind::free_port();
  Server server(o, echo);
  Client lan(*o.tls->redirect_port);
  lan.send("GET /h%E1%BB%93%20s%C6%A1?q=a%20b HTTP/1.1\r\nHost: evil.example\r\n\r\n");
  const auto answer = lan.answer();
  CHECK(status_of(answer) == 308);
  CHECK(contains(answer, "Location: https://localhost/h%E1%BB%93%20s%C6%A1?q=a%20b\r\n"));
}

TEST_CASE("A new certificate is in use a moment after its files change; a wrong one is not") {
  const support::Folder folder;
  const Pair pair(folder), next(folder, "next");
  Server server(options(pair), echo);
  const auto port = server.edge().tls_port();
  CHECK(status_of(ask(port, pair, get)) == 200);
  const auto replace = [](const std::string& from, const std::string& to) {
    std::filesystem::copy_file(from, to, std::filesystem::copy_options::overwrite_existing);
  };
  replace(next.certificate, pair.certificate);  // the key does not fit yet
  std::this_thread::sleep_for(std::chrono::milliseconds(600));
  CHECK(status_of(ask(port, next, get)) == 0);
  replace(next.key, pair.key);
  std::this_thread::sleep_for(std::chrono::milliseconds(600));
  CHECK(status_of(ask(port, next, get)) == 200);
}

TEST_CASE("A certificate that cannot serve is named before anything is served") {
  const support::Folder folder;
  const Pair pair(folder), other(folder, "other");
  auto o = options(pair);
  o.tls->key_file = other.key;
  CHECK_THROWS_WITH(http::Edge(o, echo),
                    doctest::Contains((other.key + ": no key that fits the certificate").c_str()));
  o.tls->key_file = folder.path() + "/none.key";
  CHECK_THROWS_WITH(http::Edge(o, echo), doctest::Contains("none.key: no key"));
  o.tls->certificate_file = pair.key;
  CHECK_THROWS_WITH(http::Edge(o, echo), doctest::Contains("no certificate can be read"));
  o = options(pair);
  chmod(pair.key.c_str(), 0644);
  CHECK_THROWS_WITH(http::Edge(o, echo), doctest::Contains("everybody on this machine may read"));
}

TEST_CASE("Who never ends the handshake is cut off, and a thousand of them keep nobody waiting") {
  const support::Folder folder;
  const Pair pair(folder);
  Server server(options(pair), echo);
  const auto port = server.edge().tls_port();
  std::vector<Client> half;
  for (int i = 0; i < 1'000; ++i) {
    half.emplace_back(port);
    half.back().send(std::string("\x16\x03\x01\x02\x00\x01", 6));
  }
  CHECK(status_of(ask(port, pair, get)) == 200);
  CHECK(half.front().hung_up());
  CHECK(half.back().hung_up());
}
