// The client, over libcurl.
#include "platform/http/client.hpp"

#include <curl/curl.h>

#include <memory>
#include <string_view>

#include "base/html.hpp"
#include "base/must.hpp"

namespace http {
namespace {

constexpr long connect_timeout_ms = 3'000;
constexpr long total_timeout_ms = 10'000;
constexpr std::size_t answer_bytes_max = 256 * 1024;

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using List = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

std::size_t keep(char* bytes, std::size_t size, std::size_t count, void* into) {
  auto& body = *static_cast<std::string*>(into);
  if (body.size() + size * count > answer_bytes_max) return 0;  // curl gives up
  body.append(bytes, size * count);
  return size * count;
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

ClientAnswer ask(const std::string& url, const std::string* form, const Pairs& headers) {
  static const auto started = curl_global_init(CURL_GLOBAL_DEFAULT);
  base::must(started == CURLE_OK);
  const Handle handle(curl_easy_init(), curl_easy_cleanup);
  base::must(handle != nullptr);
  CURL* curl = handle.get();
  ClientAnswer answer;
  char trouble[CURL_ERROR_SIZE] = "";
  const auto list = header_list(headers);
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, connect_timeout_ms);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, total_timeout_ms);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);  // we have threads
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, trouble);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list.get());
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, keep);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &answer.body);
  // Plain http is the demo on this machine; a city's proxy is for the world outside.
  if (url.starts_with("http://")) curl_easy_setopt(curl, CURLOPT_PROXY, "");
  if (form) {
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(form->size()));
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, form->data());
  }
  const auto code = curl_easy_perform(curl);
  if (code != CURLE_OK) {
    throw Failure(url + ": " + (*trouble ? trouble : curl_easy_strerror(code)));
  }
  long status = 0;
  const char* type = nullptr;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  curl_easy_getinfo(curl, CURLINFO_CONTENT_TYPE, &type);
  answer.status = int(status);
  answer.content_type = type ? type : "";
  return answer;
}

}  // namespace

ClientAnswer get(const std::string& url, const Pairs& headers) {
  return ask(url, nullptr, headers);
}

ClientAnswer post_form(const std::string& url, const Pairs& fields, const Pairs& headers) {
  std::string form;
  for (const auto& [name, value] : fields) {
    if (!form.empty()) form += '&';
    form += base::url_encoded(name) + '=' + base::url_encoded(value);
  }
  return ask(url, &form, headers);
}

}  // namespace http
