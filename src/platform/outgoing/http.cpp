// The client, over libcurl. Where it may connect is asked once the name is an address, so that a
// name which changes its mind in between leads nowhere.
#include "platform/outgoing/http.hpp"

#include <curl/curl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string_view>

#include "base/html.hpp"
#include "base/must.hpp"
#include "platform/outgoing/own_network.hpp"

namespace outgoing {
namespace {

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using List = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;
using Parsed = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

// What libcurl's questions during one call are answered from.
struct Exchange {
  std::string body;
  std::size_t bytes_max = 0;
  bool anywhere = false;  // configured: also in our own network
  bool turned_away = false;
};

std::size_t keep(char* bytes, std::size_t size, std::size_t count, void* into) {
  auto& exchange = *static_cast<Exchange*>(into);
  if (exchange.body.size() + size * count > exchange.bytes_max) return 0;  // curl gives up
  exchange.body.append(bytes, size * count);
  return size * count;
}

curl_socket_t open_socket(void* into, curlsocktype, curl_sockaddr* to) {
  auto& exchange = *static_cast<Exchange*>(into);
  if (!exchange.anywhere && is_own_network(to->addr)) {
    exchange.turned_away = true;
    return CURL_SOCKET_BAD;
  }
  return ::socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
}

List header_list(const Pairs& headers) {
  List list(nullptr, curl_slist_free_all);
  for (const auto& [name, value] : headers) {
    base::must((name + value).find_first_of("\r\n") == std::string::npos);
    auto* longer = curl_slist_append(list.get(), (name + ": " + value).c_str());
    base::must(longer != nullptr);
    list.release();
    list.reset(longer);
  }
  return list;
}

std::string part(const Parsed& url, CURLUPart which, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url.get(), which, &text, flags) != CURLUE_OK) return "";
  std::string out = text;
  curl_free(text);
  return out;
}

Trouble trouble_of(CURLcode code, const Exchange& exchange) {
  if (exchange.turned_away) return Trouble::forbidden;
  switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
      return Trouble::too_slow;
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_URL_MALFORMAT:
      return Trouble::forbidden;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
      return Trouble::untrusted;
    case CURLE_WRITE_ERROR:
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_HTTP2:
      return Trouble::unreadable;
    default:
      return Trouble::unreachable;
  }
}

// A city's proxy resolves names itself and is the one that says where https may go.
bool behind_proxy(const std::string& url) {
  if (!url.starts_with("https://")) return false;
  return std::ranges::any_of(
      std::initializer_list{"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"},
      [](const char* name) {
        const auto* value = std::getenv(name);
        return value && *value;
      });
}

void prepare(CURL* curl, const std::string& url, const Lane& lane, Exchange& exchange) {
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, long(lane.bounds().connect.count()));
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);  // we have threads
  curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, open_socket);
  curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, &exchange);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, keep);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &exchange);
  // Plain http is the demo on this machine; a city's proxy is for the world outside.
  if (url.starts_with("http://")) curl_easy_setopt(curl, CURLOPT_PROXY, "");
}

Answer ask(Lane& lane, const std::string& url, const std::string* form, const Pairs& headers) {
  static const auto started = curl_global_init(CURL_GLOBAL_DEFAULT);
  base::must(started == CURLE_OK);
  const auto server = server_of(url);
  if (server.empty()) throw Failure(Trouble::forbidden, "no http or https address: " + url);
  const Handle handle(curl_easy_init(), curl_easy_cleanup);
  base::must(handle != nullptr);
  CURL* curl = handle.get();
  const auto& own = lane.bounds().own;
  Exchange exchange{.bytes_max = lane.bounds().answer_bytes_max};
  exchange.anywhere = std::ranges::find(own, server) != own.end() || behind_proxy(url);
  const auto list = header_list(headers);
  prepare(curl, url, lane, exchange);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list.get());
  if (form) {
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(form->size()));
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, form->data());
  }
  char trouble[CURL_ERROR_SIZE] = "";
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, trouble);
  Call call(lane, server);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, long(call.left().count()));
  const auto code = curl_easy_perform(curl);
  if (code != CURLE_OK) {
    const auto why = trouble_of(code, exchange);
    call.failed(why);
    throw Failure(why, server + ": " +
                           (exchange.turned_away ? "an address in our own network"
                            : *trouble           ? trouble
                                                 : curl_easy_strerror(code)));
  }
  long status = 0;
  const char* type = nullptr;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  curl_easy_getinfo(curl, CURLINFO_CONTENT_TYPE, &type);
  return {int(status), type ? type : "", std::move(exchange.body)};
}

}  // namespace

std::string server_of(const std::string& url) {
  const Parsed parsed(curl_url(), curl_url_cleanup);
  base::must(parsed != nullptr);
  if (curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK) return "";
  const auto scheme = part(parsed, CURLUPART_SCHEME);
  if (scheme != "http" && scheme != "https") return "";
  if (!part(parsed, CURLUPART_USER).empty() || !part(parsed, CURLUPART_PASSWORD).empty()) return "";
  auto host = part(parsed, CURLUPART_HOST);
  std::ranges::transform(host, host.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
  return host + ":" + part(parsed, CURLUPART_PORT, CURLU_DEFAULT_PORT);
}

Answer get(Lane& lane, const std::string& url, const Pairs& headers) {
  return ask(lane, url, nullptr, headers);
}

Answer post_form(Lane& lane, const std::string& url, const Pairs& fields, const Pairs& headers) {
  std::string form;
  for (const auto& [name, value] : fields) {
    if (!form.empty()) form += '&';
    form += base::url_encoded(name) + '=' + base::url_encoded(value);
  }
  return ask(lane, url, &form, headers);
}

}  // namespace outgoing
