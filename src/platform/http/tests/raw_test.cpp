// Raw requests, as a table: what each is answered with, read whole and read byte by byte.
#include <doctest/doctest.h>

#include "platform/http/reader.hpp"

namespace {

constexpr int taken = 200, waiting = 0;

// What the reader makes of the bytes: taken, waiting for more, or the status of its refusal.
int read(std::string_view bytes, std::size_t step, const http::EdgeOptions& bounds) {
  http::Reader reader(bounds);
  std::string unread;
  while (!bytes.empty()) {
    unread += bytes.substr(0, step);
    bytes.remove_prefix(std::min(step, bytes.size()));
    unread.erase(0, reader.take(unread));
    if (reader.refused()) return reader.refused();
    if (reader.done()) return taken;
  }
  return waiting;
}

struct Raw {
  int status;
  std::vector<std::string> bytes;
};

void check(const std::vector<Raw>& table, const std::string& before, const std::string& after) {
  http::EdgeOptions bounds;
  bounds.header_bytes_max = 4'096;
  bounds.body_bytes_max = 1'000;
  for (const auto& [status, all] : table) {
    for (const auto& bytes : all) {
      CAPTURE(bytes);
      CHECK(read(before + bytes + after, 1 << 20, bounds) == status);
      CHECK(read(before + bytes + after, 1, bounds) == status);
    }
  }
}

std::string many(std::string_view line, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += line;
  return out;
}

const std::vector<Raw> first_lines = {
    {taken,
     {"GET / HTTP/1.1", "HEAD /a HTTP/1.1", "PUT / HTTP/1.1", "OPTIONS /a HTTP/1.1",
      "BREW / HTTP/1.1", "GET /a//b HTTP/1.1", "GET /a/./b HTTP/1.1", "GET /?a=b?c HTTP/1.1",
      "GET /...%20 HTTP/1.1", "GET /h%E1%BB%93 HTTP/1.1", "GET /a;b=c HTTP/1.1",
      "GET http://a.vn/b HTTP/1.1", "GET https://a.vn HTTP/1.1", "GET / HTTP/1.0",
      "GET http://a.vn:8080/ HTTP/1.1", "GET http://[::1]:8080/ HTTP/1.1"}},
    {400,
     {"",
      " ",
      "GET",
      "GET ",
      "GET /",
      "GET / ",
      "GET  / HTTP/1.1",
      "GET /  HTTP/1.1",
      " GET / HTTP/1.1",
      "\tGET / HTTP/1.1",
      "GET\t/ HTTP/1.1",
      "GET /\tHTTP/1.1",
      "GET / HTTP/1.1 ",
      "GET / HTTP/1.1x",
      "GET / HTTP/2.0",
      "GET / HTTP/0.9",
      "GET / HTTP/1.10",
      "GET / HTTP/01.1",
      "GET / http/1.1",
      "GET / HTTP/1,1",
      "GET / 1.1",
      "GET / XTTP/1.1",
      "GET / HTTP/",
      "G\x01T / HTTP/1.1",
      "G{T / HTTP/1.1",
      "(GET) / HTTP/1.1",
      "GET * HTTP/1.1",
      "OPTIONS * HTTP/1.1",
      "GET a HTTP/1.1",
      "GET ?a HTTP/1.1",
      "CONNECT a.vn:443 HTTP/1.1",
      "GET ftp://a.vn/ HTTP/1.1",
      "GET //../a HTTP/1.1",
      "GET http:///a HTTP/1.1",
      "GET http://a b/ HTTP/1.1",
      "GET http://u@a.vn/ HTTP/1.1",
      "GET http://a.vn:x/ HTTP/1.1",
      "GET http://a.vn?b HTTP/1.1",
      "GET /%0 HTTP/1.1",
      "GET /% HTTP/1.1",
      "GET /%gg HTTP/1.1",
      "GET /%00 HTTP/1.1",
      "GET /%ff HTTP/1.1",
      "GET /%c0%af HTTP/1.1",
      "GET /%ed%a0%80 HTTP/1.1",
      "GET /.. HTTP/1.1",
      "GET /a/.. HTTP/1.1",
      "GET /a/%2e%2e/b HTTP/1.1",
      "GET /..%2fa HTTP/1.1",
      "GET /%2e./a HTTP/1.1",
      "GET /a?\xff HTTP/1.1",
      std::string("GET /a\0b HTTP/1.1", 17),
      "GET /\x7f HTTP/1.1",
      "GET /a\nHTTP/1.1",
      "\r\n\r\nGET / HTTP/1.1"}}};

const std::vector<Raw> hosts = {
    {taken,
     {"Host: taydo.vn", "host:taydo.vn", "HOST: taydo.vn:8080", "Host: a.vn:", "Host: 127.0.0.1",
      "Host: [2001:db8::1]", "Host: [::1]:8080", "Host: a_b-c.vn", "Host: \ttaydo.vn \t"}},
    {400,
     {"A: b",
      "Host:",
      "Host: ",
      "Host: a b",
      "Host: a,b:1/",
      "Host: a/b",
      "Host: a?b",
      "Host: a#b",
      "Host: a\\b",
      "Host: u@a.vn",
      "Host: a.vn:x1",
      "Host: a.vn:123456",
      "Host: a.vn:80:80",
      "Host: :80",
      "Host: [::1",
      "Host: ::1]",
      "Host: []",
      "Host: [::1]x",
      "Host: [g]",
      "Host: <a>",
      "Host: \"a\"",
      "Host: a\xff",
      "Host: h\xE1\xBB\x93.vn",
      "Host: a%zz",
      "Host: a.vn\r\nHost: a.vn",
      "Host: a.vn\r\nhost: b.vn",
      "Host : a.vn",
      "Host: a.vn\r\n b",
      "Ho st: a.vn"}}};

const std::vector<Raw> headers = {
    {taken,
     {"A: b", "A:", "A:b", "A: b c", "a!#$%&'*+-.^_`|~: b", "A: \tb\t", "A: h\xE1\xBB\x93",
      "A: b: c", many("A: b\r\n", 60) + "A: b"}},
    {400, {"A",
           "A b",
           ": b",
           " A: b",
           "\tA: b",
           "A : b",
           "A b: c",
           "A\t: b",
           "A: b\r\n c",
           "A: b\r\n\tc",
           "A: b\r\n \r\n\tc",
           "(A): b",
           "A@: b",
           "A/: b",
           "A[]: b",
           "{A}: b",
           "A\x01: b",
           std::string("A: b\0c", 6),
           "A: b\x01",
           "A: b\x7f",
           "A: b\nB: c",
           "A: b\rB: c",
           "A: b\r\n\nB: c",
           "\xE1\xBB\x93: b",
           "=A: b"}},
    {431, {many("A: b\r\n", 120) + "A: b", "A: " + std::string(5'000, 'a')}}};

const std::vector<Raw> bodies = {
    {taken,
     {"Content-Length: 3\r\n\r\nabc", "content-length:3\r\n\r\nabc", "Content-Length: 0\r\n\r\n",
      "Content-Length: 003\r\n\r\nabc", "\r\n", "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      "Transfer-Encoding: Chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
      "transfer-encoding:chunked\r\n\r\n3;a=b\r\nabc\r\n0\r\nA: b\r\n\r\n",
      "Transfer-Encoding: chunked\r\n\r\n000003\r\nabc\r\n00\r\n\r\n",
      "Transfer-Encoding: chunked\r\n\r\nA\r\n0123456789\r\n0\r\n\r\n"}},
    {waiting,
     {"Content-Length: 4\r\n\r\nabc", "Transfer-Encoding: chunked\r\n\r\n",
      "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n", "Transfer-Encoding: chunked\r\n\r\n0\r\n",
      "Content-Length: 3\r\n"}},
    {413,
     {"Content-Length: 1001\r\n\r\n", "Content-Length: 18446744073709551615\r\n\r\n",
      "Transfer-Encoding: chunked\r\n\r\n3e9\r\n",
      "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n"}},
    {400,
     {"Content-Length: -1\r\n\r\n",
      "Content-Length: +3\r\n\r\nabc",
      "Content-Length:\r\n\r\n",
      "Content-Length: 3 3\r\n\r\nabc",
      "Content-Length: 0x3\r\n\r\nabc",
      "Content-Length: 3,4\r\n\r\nabc",
      "Content-Length: 3.0\r\n\r\nabc",
      "Content-Length: 18446744073709551616\r\n\r\n",
      "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabc",
      "Content-Length: 3\r\n 4\r\n\r\nabc",
      "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0",
      "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0",
      "Transfer-Encoding: gzip\r\n\r\n",
      "Transfer-Encoding: gzip, chunked\r\n\r\n0",
      "Transfer-Encoding: chunked, gzip\r\n\r\n0",
      "Transfer-Encoding: chunked, chunked\r\n\r\n0",
      "Transfer-Encoding: identity\r\n\r\n",
      "Transfer-Encoding:\r\n\r\n",
      "Transfer-Encoding: xchunked\r\n\r\n0",
      "Transfer-Encoding: chunked;a\r\n\r\n0",
      "Transfer-Encoding: \"chunked\"\r\n\r\n0",
      "Transfer-Encoding: chunked\x0b\r\n\r\n0",
      "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0",
      "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0",
      "Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n",
      "Transfer-Encoding: chunked\r\n \r\n\r\n0\r\n\r\n",
      "Transfer-Encoding: chun\r\n ked\r\n\r\n0\r\n\r\n",
      "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
      "Transfer-Encoding: chunked\r\n\r\nxyz\r\n",
      "Transfer-Encoding: chunked\r\n\r\n-1\r\n",
      "Transfer-Encoding: chunked\r\n\r\n0x3\r\nabc\r\n0\r\n\r\n",
      "Transfer-Encoding: chunked\r\n\r\n\r\n",
      "Transfer-Encoding: chunked\r\n\r\n 3\r\nabc\r\n",
      "Transfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n0\r\n\r\n",
      "Transfer-Encoding: chunked\r\n\r\n3\nabc\r\n0\r\n\r\n",
      "Transfer-Encoding: chunked\r\n\r\n0x\r\n\r\n",
      "Transfer-Encoding: chunked\r\n\r\n10000000000000000\r\n",
      "Transfer-Encoding: chunked\r\n\r\n0\r\nA\r\n\r\n"}}};

}  // namespace

TEST_CASE("The first line of a request is a method, an address of ours and a version") {
  const std::string end = "\r\nHost: taydo.vn\r\n\r\n";
  check(first_lines, "", end);
  http::EdgeOptions bounds;
  CHECK(read("GET /" + std::string(8'200, 'a') + " HTTP/1.1" + end, 1 << 20, bounds) == 414);
  CHECK(read("GET /" + std::string(20'000, 'a'), 1 << 20, bounds) == 414);
}

TEST_CASE("A request names its host once and rightly") {
  check(hosts, "GET / HTTP/1.1\r\n", "\r\n\r\n");
}

TEST_CASE("An absolute address counts before the Host header") {
  http::EdgeOptions bounds;
  http::Reader reader(bounds);
  reader.take("GET http://a.vn/b HTTP/1.1\r\nHost: other.vn\r\n\r\n");
  REQUIRE(reader.done());
  CHECK(reader.request().header("host") == "a.vn");
  CHECK(reader.request().path == "/b");
}

TEST_CASE("Headers are a name, a colon and a line, and no line goes on in the next") {
  check(headers, "GET / HTTP/1.1\r\nHost: a.vn\r\n", "\r\n\r\n");
}

TEST_CASE("However a request is cut on its way, it is the same request") {
  const std::string begin = "POST /a HTTP/1.1\r\nHost: a.vn\r\n";
  const std::vector<Raw> all = {
      {400, {begin + "A: b\r\n c\r\nD: e\r\n\r\n", begin + "A:\r\n\tb\r\nD: e\r\n\r\n"}},
      {taken,
       {begin + "Content-Length: 3\r\n\r\n ab", begin + "Content-Length: 4\r\n\r\n\r\n a",
        begin + "Content-Length: 9\r\n\r\n\tb\r\n c\r\n\r"}}};
  for (const auto& [status, requests] : all) {
    for (const auto& bytes : requests) {
      for (std::size_t step = 1; step <= bytes.size(); ++step) {
        CAPTURE(bytes);
        CAPTURE(step);
        CHECK(read(bytes, step, {}) == status);
      }
    }
  }
}

TEST_CASE("Where a body ends is said once, in one way") {
  check(bodies, "POST / HTTP/1.1\r\nHost: a.vn\r\n", "");
  check({{400, {"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"}}}, "POST / HTTP/1.0\r\n", "");
}

TEST_CASE("What a trailer says is not taken for a header") {
  http::EdgeOptions bounds;
  http::Reader reader(bounds);
  reader.take(
      "POST / HTTP/1.1\r\nHost: a.vn\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n"
      "Cookie: a=b\r\nHost: b.vn\r\nX-Forwarded-For: 1.2.3.4\r\n\r\n");
  REQUIRE(reader.done());
  CHECK(reader.request().headers.size() == 2);
}
