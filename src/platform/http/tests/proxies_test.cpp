// Whom a proxy may speak for, and in which words.
#include "platform/http/proxies.hpp"

#include <doctest/doctest.h>

using http::Network;
using http::Preface;
using http::Proxies;
using http::read_preface;
using http::Request;

namespace {

Proxies proxies(Proxies::Tells tells) {
  Proxies out{.tells = tells};
  for (const char* one : {"127.0.0.1", "10.0.0.0/8", "2001:db8:1::/48"}) {
    out.trusted.push_back(*Network::parse(one));
  }
  return out;
}

std::string client(Proxies::Tells tells, const std::string& peer, http::Fields headers) {
  Request request;
  request.headers = headers.list();
  return proxies(tells).client_of(peer, request);
}

http::Fields headers(std::initializer_list<std::pair<std::string, std::string>> all) {
  http::Fields out;
  for (const auto& [name, value] : all) out.add(name, value);
  return out;
}

}  // namespace

TEST_CASE("A network holds its addresses, however they are written") {
  const auto ten = Network::parse("10.0.0.0/8");
  REQUIRE(ten);
  CHECK(ten->holds("10.255.0.1"));
  CHECK(ten->holds("::ffff:10.1.2.3"));
  CHECK_FALSE(ten->holds("11.0.0.1"));
  CHECK_FALSE(ten->holds("a00::1"));
  CHECK(Network::parse("192.0.2.128/25")->holds("192.0.2.200"));
  CHECK_FALSE(Network::parse("192.0.2.128/25")->holds("192.0.2.100"));
  CHECK(Network::parse("0.0.0.0/0")->holds("203.0.113.1"));
  CHECK_FALSE(Network::parse("0.0.0.0/0")->holds("2001:db8::1"));
  CHECK(Network::parse("2001:DB8::/32")->holds("2001:db8:ffff::1"));
  CHECK(Network::parse("::1")->holds("0:0:0:0:0:0:0:1"));
  for (const char* bad :
       {"", "10.0.0.0/33", "10.0.0/8", "::/129", "::/-1", "a", "10.0.0.0/", "1/8x"}) {
    CAPTURE(bad);
    CHECK_FALSE(Network::parse(bad));
  }
}

TEST_CASE("A stranger's headers say nothing about who asks") {
  const auto all = headers({{"x-forwarded-for", "203.0.113.9"}, {"forwarded", "for=203.0.113.9"}});
  for (const auto tells :
       {Proxies::Tells::forwarded_for, Proxies::Tells::forwarded, Proxies::Tells::proxy_protocol}) {
    CHECK(client(tells, "198.51.100.1", all) == "198.51.100.1");
  }
  CHECK(Proxies{}.client_of("127.0.0.1", Request{}) == "127.0.0.1");
}

TEST_CASE("What a trusted proxy added is believed, and what stood before it is not") {
  const auto told = [](std::initializer_list<std::string> lines) {
    http::Fields all;
    for (const auto& line : lines) all.add("x-forwarded-for", line);
    return client(Proxies::Tells::forwarded_for, "127.0.0.1", all);
  };
  CHECK(told({"203.0.113.9"}) == "203.0.113.9");
  CHECK(told({"1.1.1.1, 203.0.113.9"}) == "203.0.113.9");  // 1.1.1.1 is the client's own word
  CHECK(told({"1.1.1.1, 203.0.113.9, 10.0.0.4"}) == "203.0.113.9");
  CHECK(told({"1.1.1.1", "203.0.113.9,10.0.0.4", "10.0.0.5"}) == "203.0.113.9");
  CHECK(told({"203.0.113.9:4711"}) == "203.0.113.9");
  CHECK(told({"[2001:db8::7]:4711"}) == "2001:db8::7");
  CHECK(told({"2001:DB8:0::7"}) == "2001:db8::7");
  CHECK(told({"::ffff:203.0.113.9"}) == "203.0.113.9");
  CHECK(told({}) == "127.0.0.1");
  CHECK(told({""}) == "127.0.0.1");
  CHECK(told({"unknown"}) == "127.0.0.1");
  CHECK(told({"203.0.113.9, unknown"}) == "127.0.0.1");
  CHECK(told({"203.0.113.9, 10.0.0.4, "}) == "127.0.0.1");
  CHECK(told({"10.0.0.9"}) == "10.0.0.9");  // nobody before it
  CHECK(told({std::string(10'000, ',')}) == "127.0.0.1");
}

TEST_CASE("Forwarded is read as RFC 7239 writes it") {
  const auto told = [](std::string line) {
    return client(Proxies::Tells::forwarded, "10.1.1.1", headers({{"forwarded", line}}));
  };
  CHECK(told("for=192.0.2.60;proto=http;by=203.0.113.43") == "192.0.2.60");
  CHECK(told("proto=https; For=\"[2001:db8:cafe::17]:4711\"") == "2001:db8:cafe::17");
  CHECK(told("for=1.1.1.1, for=\"192.0.2.43:47\", for=10.0.0.2") == "192.0.2.43");
  CHECK(told("for=_hidden, for=192.0.2.43") == "192.0.2.43");
  CHECK(told("for=192.0.2.43, for=_hidden") == "10.1.1.1");
  CHECK(told("for=unknown") == "10.1.1.1");
  CHECK(told("by=192.0.2.43") == "10.1.1.1");
  CHECK(told("for=\"") == "10.1.1.1");
  // The other header is not this proxy's.
  CHECK(client(Proxies::Tells::forwarded, "10.1.1.1", headers({{"x-forwarded-for", "1.1.1.1"}})) ==
        "10.1.1.1");
}

TEST_CASE("The PROXY protocol is read in both versions, in one piece or byte by byte") {
  const auto whole = [](std::string bytes, std::string client) {
    const auto size = bytes.size();
    CAPTURE(bytes);
    for (std::size_t n = 0; n < size; ++n) {
      CHECK(read_preface(bytes.substr(0, n)).state == Preface::State::unfinished);
    }
    const auto read = read_preface(bytes + "GET / HTTP/1.1\r\n");
    CHECK(read.state == Preface::State::whole);
    CHECK(read.bytes == size);
    CHECK(read.client == client);
  };
  whole("PROXY TCP4 203.0.113.9 192.0.2.1 56324 443\r\n", "203.0.113.9");
  whole("PROXY TCP6 2001:db8::7 2001:db8::1 4 443\r\n", "2001:db8::7");
  whole("PROXY UNKNOWN ffff::1 ffff::2 1 2\r\n", "");
  const std::string signature("\r\n\r\n\0\r\nQUIT\n", 12);
  const std::string ports("\x11\x22\x01\xbb", 4), four("\xcb\x00\x71\x09\xc0\x00\x02\x01", 8);
  whole(signature + std::string("\x21\x11\x00\x0c", 4) + four + ports, "203.0.113.9");
  whole(signature + std::string("\x21\x11\x00\x13", 4) + four + ports +
            std::string("\x04\0\4abcd", 7),
        "203.0.113.9");
  const std::string six("\x20\x01\x0d\xb8\0\0\0\0\0\0\0\0\0\0\0\x07", 16);
  whole(signature + std::string("\x21\x21\x00\x24", 4) + six + six + ports, "2001:db8::7");
  whole(signature + std::string("\x20\x00\x00\x00", 4), "");  // the proxy looks whether we live
  for (const std::string& bad :
       {std::string("GET / HTTP/1.1\r\n"), std::string("PROXY TCP4 a b 1 2\r\n"),
        std::string("PROXY TCP4 1.1.1.1 1.1.1.2 1 66000\r\n"),
        std::string("PROXY TCP4 1.1.1.1 1.1.1.2 1 2 3\r\n"),
        std::string("PROXY TCP9 1.1.1.1 1.1.1.2 1 2\r\n"), "PROXY " + std::string(200, 'a'),
        signature + std::string("\x31\x11\x00\x0c", 4),
        signature + std::string("\x2f\x11\x00\x0c", 4),
        signature + std::string("\x21\x11\x00\x04", 4) + "abcd",
        signature + std::string("\x21\x11\xff\xff", 4)}) {
    CAPTURE(bad);
    CHECK(read_preface(bad).state == Preface::State::wrong);
  }
}
