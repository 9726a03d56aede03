// The support browser.
#include "support/browser.hpp"

#include "base/html.hpp"

namespace support {

std::string location(const http::Response& response) {
  for (const auto& [name, value] : response.headers) {
    if (name == "Location") return value;
  }
  return "";
}

std::string form_encoded(const Browser::Pairs& fields) {
  std::string out;
  for (const auto& [name, value] : fields) {
    out += (out.empty() ? "" : "&") + base::url_encoded(name) + "=" + base::url_encoded(value);
  }
  return out;
}

std::string hidden(const std::string& page, std::string_view name) {
  const auto mark = "name=\"" + std::string(name) + "\" value=\"";
  const auto at = page.find(mark);
  if (at == page.npos) return "";
  return page.substr(at + mark.size(), page.find('"', at + mark.size()) - at - mark.size());
}

http::Response Browser::get(const std::string& address) {
  http::Request request;
  request.method = http::Method::get;
  auto response = send(std::move(request), address, {});
  if (const auto seen = hidden(response.body, "token"); !seen.empty()) {
    token = seen;
    act = hidden(response.body, "act");
  }
  return response;
}

http::Response Browser::post(const std::string& address, Pairs fields, Pairs headers) {
  http::Request request;
  request.method = http::Method::post;
  Pairs all = {{"act", act}, {"token", token}};
  all.insert(all.end(), fields.begin(), fields.end());
  request.body = form_encoded(all);
  Pairs sent = {{"content-type", "application/x-www-form-urlencoded"},
                {"origin", origin_},
                {"sec-fetch-site", "same-origin"}};
  for (auto& header : headers) {
    std::erase_if(sent, [&](const auto& h) { return h.first == header.first; });
    sent.push_back(std::move(header));
  }
  return send(std::move(request), address, sent);
}

http::Response Browser::send(http::Request request, const std::string& address, Pairs headers) {
  const auto question = std::min(address.find('?'), address.size());
  request.path = address.substr(0, question);
  request.query = question < address.size() ? address.substr(question + 1) : "";
  request.remote = "192.0.2.1";
  request.headers = std::move(headers);
  request.headers.emplace_back("host", origin_.substr(origin_.find("://") + 3));
  request.headers.emplace_back("user-agent", "Test browser");
  std::string jar;
  for (const auto& [name, value] : cookies) jar += (jar.empty() ? "" : "; ") + name + "=" + value;
  if (!jar.empty()) request.headers.emplace_back("cookie", jar);
  auto response = site_(request);
  response.settle();
  for (const auto& [name, value] : response.headers) {
    if (name != "Set-Cookie") continue;
    const auto equals = value.find('=');
    const auto cookie = value.substr(0, equals);
    cookies[cookie] = value.substr(equals + 1, value.find(';') - equals - 1);
    if (value.find("Max-Age=0") != value.npos) cookies.erase(cookie);
  }
  return response;
}

}  // namespace support
