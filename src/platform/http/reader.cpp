// Beast's parser, driven by hand: it writes straight into our Request and stops at our bounds.
//
// Beast asserts that a last chunk arrives with its whole trailer; a sender who dribbles bytes would
// stop the program with it. Without the assertion the code below it waits for more, as it should.
#define BOOST_DISABLE_ASSERTS
#include "platform/http/reader.hpp"

#include <algorithm>
#include <boost/beast/http/basic_parser.hpp>

#include "base/fold.hpp"
#include "platform/http/percent.hpp"

namespace http {
namespace {

namespace beast = boost::beast::http;
using boost::beast::error_code;
using View = boost::beast::string_view;

constexpr std::size_t headers_max = 100;
constexpr std::size_t target_bytes_max = 8 * 1024;

Method method_of(beast::verb verb) {
  switch (verb) {
    case beast::verb::get:
      return Method::get;
    case beast::verb::head:
      return Method::head;
    case beast::verb::post:
      return Method::post;
    default:
      return Method::other;
  }
}

bool climbs(std::string_view path) {
  for (std::size_t at = 0; at < path.size();) {
    const auto end = std::min(path.find('/', at), path.size());
    if (path.substr(at, end - at) == "..") return true;
    at = end + 1;
  }
  return false;
}

// RFC 3986 §3.2.2: a name or an address, with a port; no user before it and nothing behind.
bool is_host(std::string_view host) {
  const auto all = [](std::string_view text, std::string_view signs, char last_letter = 'z') {
    return !text.empty() && std::ranges::all_of(text, [&](char c) {
      const char low = char(c | 0x20);
      return (c >= '0' && c <= '9') || (low >= 'a' && low <= last_letter) ||
             signs.find(c) != signs.npos;
    });
  };
  std::string_view name, port;
  if (host.starts_with('[')) {
    const auto end = std::min(host.find(']'), host.size() - 1);
    name = host.substr(1, end - 1);
    port = host.substr(end + 1);
    if (!all(name, ":.", 'f') || host[end] != ']') return false;
  } else {
    const auto colon = std::min(host.find(':'), host.size());
    name = host.substr(0, colon);
    port = host.substr(colon);
    if (!all(name, "-._~!$&'()*+,;=")) return false;
  }
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return port.empty() ||
         (port[0] == ':' && port.size() <= 6 && std::ranges::all_of(port.substr(1), digit));
}

// Splits and decodes; false when it is no path of ours (RFC 9112 §3.2: origin or absolute form).
// `host` gets what stands in the absolute form, which then counts for the Host header.
bool read_target(std::string_view target, Request& request, std::string& host) {
  for (std::string_view scheme : {"http://", "https://"}) {
    if (!target.starts_with(scheme)) continue;
    target.remove_prefix(scheme.size());
    const auto end = std::min(target.find_first_of("/?"), target.size());
    host = target.substr(0, end);
    target.remove_prefix(end);
    if (!is_host(host)) return false;
    if (!target.starts_with('/')) {
      if (!target.empty()) return false;
      target = "/";
    }
    break;
  }
  const auto mark = target.find('?');
  if (mark != target.npos) request.query = target.substr(mark + 1);
  auto path = percent_decoded(target.substr(0, mark), false);
  if (!path || !path->starts_with('/') || climbs(*path)) return false;
  request.path = std::move(*path);
  return base::is_text(request.path) && base::is_text(request.query);
}

// A header that goes on in the next line (RFC 9112 §5.2): a proxy may have read it otherwise.
// `bytes` are whole lines, and what stands behind the empty one that ends the header.
bool is_folded(std::string_view bytes) {
  if (bytes.starts_with("\r\n")) return false;
  const auto header = bytes.substr(0, bytes.find("\r\n\r\n"));
  return header.find("\r\n ") != header.npos || header.find("\r\n\t") != header.npos;
}

}  // namespace

class Reader::Parser : public beast::basic_parser<true> {
 public:
  explicit Parser(const EdgeOptions& bounds) : bounds_(bounds) {
    request.secure = bounds.secure;
    header_limit(std::uint32_t(bounds.header_bytes_max));
    body_limit(boost::none);  // depends on the media type: see on_header_impl
    eager(true);
  }

  Request request;
  int refused = 0;
  bool wants_continue = false;
  bool asks = false;

  void allow(std::size_t body_bytes_max) {
    asks = false;
    body_max_ = body_bytes_max;
    const auto length = content_length();
    if (std::max(request.body.size(), std::size_t(length.value_or(0))) > body_max_) refused = 413;
  }

  std::size_t take(std::string_view bytes) {
    error_code error;
    const auto used = put(boost::asio::const_buffer(bytes.data(), bytes.size()), error);
    if (!folds_checked_ && !refused) {  // lines are taken as they come, not all at the end
      folds_checked_ = is_header_done();
      if (is_folded(bytes.substr(0, used))) refused = 400;
    }
    if (refused || (!error && is_done())) return used;
    if (error == beast::error::header_limit) {
      const auto line_end = bytes.substr(0, bounds_.header_bytes_max).find("\r\n");
      refused = version_ == 0 && line_end == bytes.npos ? 414 : 431;
    } else if (error && error != beast::error::need_more) {
      refused = 400;
    } else if (bytes.size() - used > 2 * bounds_.header_bytes_max) {
      refused = is_header_done() ? 400 : 431;  // an endless chunk extension or trailer
    }
    return used;
  }

 private:
  const EdgeOptions& bounds_;
  std::size_t body_max_ = 0;
  bool folds_checked_ = false;
  int version_ = 0;  // 10 or 11 once the request line has come
  int hosts_ = 0, codings_ = 0;
  std::string host_;  // of an absolute target

  void refuse(int status, error_code& error) {
    refused = status;
    error = beast::error::bad_value;
  }

  void on_request_impl(beast::verb verb, View, View target, int version,
                       error_code& error) override {
    version_ = version;
    request.method = method_of(verb);
    if (target.size() > target_bytes_max) return refuse(414, error);
    if (!read_target({target.data(), target.size()}, request, host_)) refuse(400, error);
  }

  void on_field_impl(beast::field field, View name, View value, error_code& error) override {
    if (is_header_done()) return;  // a trailer: it must not pass for a header
    const std::string_view text(value.data(), value.size());
    if (request.headers.size() == headers_max) return refuse(431, error);
    // Another coding would leave us and a proxy in doubt where this request ends.
    if (field == beast::field::transfer_encoding &&
        (!same_word(text, "chunked") || version_ == 10 || ++codings_ > 1)) {
      return refuse(400, error);
    }
    if (field == beast::field::host && (++hosts_ > 1 || !is_host(text))) return refuse(400, error);
    if (field == beast::field::expect) wants_continue = same_word(text, "100-continue");
    if (!base::is_text(text)) return;
    const bool replaced = field == beast::field::host && !host_.empty();
    request.headers.emplace_back(lower_case({name.data(), name.size()}), replaced ? host_ : text);
  }

  void on_header_impl(error_code& error) override {
    if (hosts_ == 0 && version_ == 11) return refuse(400, error);
    const auto type = lower_case(request.header("content-type"));
    const bool upload = type.starts_with("multipart/form-data");
    const auto length = content_length();
    const bool small = length ? *length <= bounds_.body_bytes_max : codings_ == 0;
    asks = upload && !small && bounds_.admit;
    body_max_ = upload ? bounds_.upload_bytes_max : bounds_.body_bytes_max;
    if (length && *length > body_max_) refuse(413, error);
  }

  std::size_t add(View bytes) {
    request.body.append(bytes.data(), bytes.size());
    return bytes.size();
  }

  std::size_t on_body_impl(View bytes, error_code&) override { return add(bytes); }
  std::size_t on_chunk_body_impl(std::uint64_t, View bytes, error_code&) override {
    return add(bytes);
  }
  // Called before the first byte of a chunk is taken, as on_header_impl is for Content-Length.
  void on_chunk_header_impl(std::uint64_t size, View, error_code& error) override {
    if (size > body_max_ - request.body.size()) refuse(413, error);
  }
  void on_body_init_impl(const boost::optional<std::uint64_t>&, error_code&) override {}
  void on_response_impl(int, View, int, error_code&) override {}
  void on_finish_impl(error_code&) override {}
};

Reader::Reader(const EdgeOptions& bounds) : parser_(std::make_unique<Parser>(bounds)) {}
Reader::~Reader() = default;

std::size_t Reader::take(std::string_view bytes) { return parser_->take(bytes); }
int Reader::refused() const { return parser_->refused; }
bool Reader::header_done() const { return parser_->is_header_done(); }
bool Reader::done() const { return !parser_->refused && parser_->is_done(); }
bool Reader::asks() const { return parser_->asks; }
void Reader::allow(std::size_t body_bytes_max) { parser_->allow(body_bytes_max); }
bool Reader::wants_continue() const { return parser_->wants_continue; }
bool Reader::keep_alive() const { return parser_->keep_alive(); }
Request& Reader::request() { return parser_->request; }

}  // namespace http
