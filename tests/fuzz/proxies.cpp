// What stands around a request: the preface of a proxy, addresses it tells, cookies, codings.
#include "platform/http/proxies.hpp"
#include "fuzz.hpp"
#include "platform/http/compress.hpp"
#include "platform/http/percent.hpp"

namespace {

void preface(std::string_view bytes) {
  const auto whole = http::read_preface(bytes);
  if (whole.state != http::Preface::State::whole) return;
  fuzz::holds(whole.bytes <= bytes.size() && whole.bytes <= http::preface_bytes_max);
  fuzz::holds(whole.client.empty() || http::tidy_address(whole.client) == whole.client);
  for (std::size_t n = 0; n < whole.bytes; ++n) {  // nobody is taken for somebody else meanwhile
    fuzz::holds(http::read_preface(bytes.substr(0, n)).state == http::Preface::State::unfinished);
  }
}

void told(const http::Request& request, http::Proxies::Tells tells) {
  const auto trusted = http::Network::parse("10.0.0.0/8");
  const auto client = http::Proxies{{*trusted}, tells}.client_of("10.0.0.1", request);
  fuzz::holds(http::tidy_address(client) == client);
  const auto source = http::source_of(client);
  fuzz::holds(http::source_of(source) == source);
}

}  // namespace

void fuzz::one(std::string_view bytes) {
  preface(bytes);
  const std::string text(bytes);
  const http::Request request{
      .headers = {{"x-forwarded-for", text}, {"forwarded", text}, {"cookie", text}},
      .secure = bytes.size() % 2 == 0};
  told(request, http::Proxies::Tells::forwarded_for);
  told(request, http::Proxies::Tells::forwarded);
  holds(request.cookie("session").size() <= bytes.size());
  (void)http::accepts_gzip(bytes);
  if (const auto network = http::Network::parse(bytes)) (void)network->holds("192.0.2.7");
  if (const auto path = http::percent_decoded(bytes, false)) {
    holds(http::percent_decoded(http::path_encoded(*path), false) == *path);
  }
}
