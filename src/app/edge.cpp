// Reading how the city is reached.
#include "app/edge.hpp"

#include "platform/http/descriptors.hpp"
#include "platform/log/log.hpp"

namespace app {
namespace {

using base::json::array_at, base::json::number_at, base::json::object_at, base::json::text_at;

std::vector<std::string> texts(const base::json::object& o, std::string_view name,
                               std::vector<std::string> otherwise) {
  if (!o.contains(name) && !otherwise.empty()) return otherwise;
  std::vector<std::string> out;
  for (const auto& item : array_at(o, name)) {
    if (item.is_string()) out.emplace_back(item.get_string());
  }
  if (out.empty() || out.size() != array_at(o, name).size()) {
    throw db::Failure(fmt::format("taydo.json: \"{}\" must be a list of addresses", name));
  }
  return out;
}

std::uint16_t port(const base::json::object& o, std::string_view name, std::int64_t otherwise) {
  const auto number = number_at(o, name, otherwise);
  if (number < 1 || number > 65'535) {
    throw db::Failure(fmt::format("taydo.json, tls: \"{}\" must be 1 to 65535", name));
  }
  return std::uint16_t(number);
}

http::Proxies proxies_of(const base::json::object& o) {
  http::Proxies out;
  if (o.empty()) return out;
  const auto word = text_at(o, "tells");
  using Tells = http::Proxies::Tells;
  if (word == "x-forwarded-for")
    out.tells = Tells::forwarded_for;
  else if (word == "forwarded")
    out.tells = Tells::forwarded;
  else if (word == "proxy-protocol")
    out.tells = Tells::proxy_protocol;
  else
    throw db::Failure(R"(taydo.json, proxies: "tells" must be "x-forwarded-for", "forwarded" or )"
                      R"("proxy-protocol")");
  for (const auto& one : texts(o, "trusted", {})) {
    const auto network = http::Network::parse(one);
    if (!network) {
      throw db::Failure(fmt::format("taydo.json, proxies: \"{}\" is no address or network", one));
    }
    out.trusted.push_back(*network);
  }
  return out;
}

std::optional<http::TlsOptions> tls_of(const base::json::object& file, const config::Folder& folder,
                                       bool secure) {
  const auto& o = object_at(file, "tls");
  if (o.empty()) return std::nullopt;
  if (!secure) {
    throw db::Failure(R"(taydo.json: with "tls", "public_url" must begin with https://)");
  }
  http::TlsOptions out;
  const auto path = [&](const char* name) { return (folder.path() / text_at(o, name)).string(); };
  out.certificate_file = path("certificate");
  out.key_file = path("key");
  out.addresses = texts(o, "listen", out.addresses);
  out.port = port(o, "port", out.port);
  if (o.contains("redirect_port")) out.redirect_port = port(o, "redirect_port", 0);
  out.to = text_at(file, "public_url");
  while (out.to.ends_with('/')) out.to.pop_back();
  return out;
}

}  // namespace

http::EdgeOptions edge_of(const config::Folder& folder, Program& program,
                          const ServeOptions& options) {
  http::EdgeOptions out;
  const auto file = folder.file();
  out.port = options.port;
  out.addresses = texts(file, "listen", out.addresses);
  out.proxies = proxies_of(object_at(file, "proxies"));
  out.secure = program.secure();
  out.tls = tls_of(file, folder, out.secure);
  out.body_bytes_max = http::Bounds().body_bytes_max;
  program.set_apart(out);
  out.admit = [&program](const http::Request& head) { return program.admit(head); };
  const auto descriptors = http::raise_descriptors();
  const auto wanted = out.connections_max;
  out.connections_max = http::connections_within(descriptors, wanted);
  if (out.connections_max < wanted) {
    logging::warn(
        "only {} file descriptors: at most {} connections instead of {}; raise the limit "
        "(ulimit -n, LimitNOFILE)",
        descriptors, out.connections_max, wanted);
  }
  return out;
}

}  // namespace app
