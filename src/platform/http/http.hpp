// HTTP as values: what came in, what goes out. The edge (edge.hpp) moves them over the wire.
#pragma once

#include <future>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/html.hpp"

namespace http {

enum class Method { get, head, post, other };

struct Request {
  Method method = Method::get;
  std::string path;   // decoded, "/ho-so/H13.01-261122-0001"; valid UTF-8
  std::string query;  // as it came, without "?"
  std::vector<std::pair<std::string, std::string>> headers;  // names in lower case
  std::string body;
  // The client's address: of the other side or, behind a proxy that is trusted, as that one tells
  // it (proxies.hpp). Never what a stranger's header claims.
  std::string remote;
  bool secure = false;  // the browser speaks https, with us or with the proxy before us

  std::string_view header(std::string_view lower_case_name) const;  // "" if absent
  std::string cookie(std::string_view name) const;  // as Response::cookie set it; "" if absent
};

struct Response {
  int status = 200;
  std::string content_type = "text/html; charset=utf-8";
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  // What was begun with the answer and must be done before a byte of it leaves, such as the row of
  // the access ledger: it is done while the page is packed. If it fails, the answer is withheld.
  std::shared_future<void> first;

  static Response page(base::Html html, int status = 200);
  static Response see_other(const base::Url& where);  // 303: the form was taken, go and look
  static Response plain(int status, std::string text);
  // A download or an inline file; `name` is what the person's browser saves it as.
  static Response file(std::string content_type, std::string bytes, std::string_view name,
                       bool inline_ = true);

  // Waits for `first`; throws what it failed with.
  void settle() const;
  Response& with(std::string name, std::string value);
  // HttpOnly, SameSite=Lax, Path=/. Where the city is served over https (`secure`) also Secure, and
  // named "__Host-…": a sister site cannot plant it (RFC 6265bis §4.1.3.2). max_age_s 0 deletes,
  // -1: until the browser closes.
  Response& cookie(std::string_view name, std::string_view value, int max_age_s, bool secure);
};

struct Upload {
  std::string file_name;  // as the browser sent it: show it, never open it
  std::string bytes;
};

// The fields of a form or a query, in order; names may repeat. All text is valid UTF-8 in NFC.
class Fields {
 public:
  std::string_view get(std::string_view name) const;  // first value, "" if absent
  std::vector<std::string_view> all(std::string_view name) const;
  bool has(std::string_view name) const;
  const Upload* upload(std::string_view name) const;  // nullptr if absent or left empty
  const std::vector<std::pair<std::string, std::string>>& list() const { return values_; }
  const std::vector<std::pair<std::string, Upload>>& uploads() const { return uploads_; }
  void add(std::string name, std::string value) {
    values_.emplace_back(std::move(name), std::move(value));
  }
  void add(std::string name, Upload upload) {
    uploads_.emplace_back(std::move(name), std::move(upload));
  }

 private:
  std::vector<std::pair<std::string, std::string>> values_;
  std::vector<std::pair<std::string, Upload>> uploads_;
};

// What a form may hold. A route states its own; beyond it parsing refuses.
struct Bounds {
  std::size_t body_bytes_max = 256 * 1024;
  std::size_t fields_max = 500;
  std::size_t field_bytes_max = 64 * 1024;
  bool uploads = false;  // may it be multipart/form-data?
};
inline constexpr Bounds with_uploads{.body_bytes_max = 24 * 1024 * 1024, .uploads = true};

// Reads application/x-www-form-urlencoded (also a query string) and, where uploads may be,
// multipart/form-data. Nothing when the text is malformed, not UTF-8, or over the bounds: answer
// 400. Linear in what came.
std::optional<Fields> parse_query(std::string_view query, const Bounds& bounds = {});
std::optional<Fields> parse_form(const Request& request, const Bounds& bounds = {});

}  // namespace http
