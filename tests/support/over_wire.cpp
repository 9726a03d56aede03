// HTTP as text for support::Browser.
#include "support/over_wire.hpp"

#include "platform/http/tests/wire.hpp"

namespace support {
namespace {

std::string written(const http::Request& request) {
  const bool post = request.method == http::Method::post;
  std::string out = (post ? "POST " : "GET ") + request.path;
  if (!request.query.empty()) out += "?" + request.query;
  out += " HTTP/1.1\r\n";
  for (const auto& [name, value] : request.headers) out += name + ": " + value + "\r\n";
  if (post) out += "content-length: " + std::to_string(request.body.size()) + "\r\n";
  return out + "\r\n" + request.body;
}

http::Response read(std::string_view answer) {
  http::Response response;
  response.status = wire::status_of(answer);
  response.body = wire::body_of(answer);
  auto head = answer.substr(0, answer.find("\r\n\r\n"));
  while (!head.empty()) {
    const auto end = std::min(head.find("\r\n"), head.size());
    const auto line = head.substr(0, end);
    if (const auto colon = line.find(": "); colon != line.npos) {
      response.headers.emplace_back(line.substr(0, colon), line.substr(colon + 2));
    }
    head.remove_prefix(std::min(end + 2, head.size()));
  }
  return response;
}

}  // namespace

http::Handler over_wire(std::uint16_t port) {
  return [port](const http::Request& request) {
    wire::Client client(port);
    client.send(written(request));
    return read(client.answer());
  };
}

}  // namespace support
