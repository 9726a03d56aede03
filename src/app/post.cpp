// Reading how letters are sent.
#include "app/post.hpp"

#include <memory>

#include "app/chrome.hpp"
#include "base/fold.hpp"
#include "platform/config/secrets.hpp"
#include "services/incidents/actions.hpp"
#include "services/one_stop/notices.hpp"
#include "services/privacy/actions.hpp"

namespace app {
namespace {

constexpr std::string_view demo_address = "khong-tra-loi@example.vn";

mail::Address address(std::string_view text) {
  const auto parsed = mail::Address::parse(text);
  if (!parsed) throw db::Failure("taydo.json, mail: \"from\" must be an address of e-mail");
  return *parsed;
}

mail::Tls tls_of(std::string_view word) {
  if (word == "starttls") return mail::Tls::starttls;
  if (word == "from_start") return mail::Tls::from_start;
  if (word == "none") return mail::Tls::none;
  throw db::Failure(R"(taydo.json, mail: "tls" must be "starttls", "from_start" or "none")");
}

// A file of one line; a relative path is in <data>/secrets.
std::string secret_in(const Ground& ground, std::string_view path) {
  const auto text = config::kept(ground.folder, path);
  if (!text) throw db::Failure("taydo.json, mail: \"password_file\" is not there");
  return base::tidy(*text);
}

mail::Server server_of(const Ground& ground, const base::json::object& o) {
  using base::json::number_at, base::json::text_at;
  mail::Server server;
  server.host = text_at(o, "host");
  server.tls = tls_of(text_at(o, "tls", "starttls"));
  server.port = int(number_at(o, "port", server.tls == mail::Tls::from_start ? 465 : 587));
  server.user = text_at(o, "user");
  if (!server.user.empty()) server.password = secret_in(ground, text_at(o, "password_file"));
  server.ca_file = text_at(o, "ca_file");
  server.hello = text_at(o, "hello");
  server.patience_s = int(number_at(o, "patience_s", server.patience_s));
  const bool named =
      !server.host.empty() && server.host.find_first_of("/@:?# ") == std::string::npos;
  if (!named || server.port < 1 || server.port > 65535 || server.patience_s < 1 ||
      server.patience_s > mail::patience_max_s) {
    throw db::Failure("taydo.json, mail: wrong \"host\", \"port\" or \"patience_s\" (1 to 30)");
  }
  return server;
}

}  // namespace

std::optional<Post> post_of(const Ground& ground, const base::json::object& file, bool demo,
                            const std::string& public_url) {
  const auto& o = base::json::object_at(file, "mail");
  if (o.empty() && !demo) return std::nullopt;
  const auto name = city(*ground.db).authority;
  if (o.empty()) {
    return Post{{address(demo_address), name, public_url},
                messages::into_folder((ground.folder.path() / "mail").string()),
                true};
  }
  const auto from = address(base::json::text_at(o, "from"));
  const auto smtp = std::make_shared<mail::Smtp>(server_of(ground, o));
  const auto send = [smtp](const auto& letter, auto now) { return smtp->send(letter, now); };
  return Post{{from, name, public_url}, send, false, smtp};
}

std::vector<mail::Address> seal_holders(const base::json::object& file) {
  std::vector<mail::Address> out;
  for (const auto& item : base::json::array_at(file, "seals_to")) {
    const auto parsed = item.is_string() ? mail::Address::parse(item.get_string()) : std::nullopt;
    if (!parsed) throw db::Failure("taydo.json: \"seals_to\" must be a list of e-mail addresses");
    out.push_back(*parsed);
  }
  return out;
}

std::vector<messages::Kind> message_kinds() {
  auto all = one_stop::message_kinds();
  for (auto& kind : privacy::message_kinds()) all.push_back(std::move(kind));
  for (auto& kind : incidents::message_kinds()) all.push_back(std::move(kind));
  return all;
}

}  // namespace app
