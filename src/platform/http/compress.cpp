// gzip by zlib.
#include "platform/http/compress.hpp"

#include <zlib.h>

#include <algorithm>

#include "base/must.hpp"
#include "platform/http/percent.hpp"

namespace http {
namespace {

constexpr std::size_t worth_it_bytes = 2 * 1024;

// "gzip;q=0" and "gzip; q=0.000" mean: not gzip.
bool is_zero(std::string_view weight) {
  const auto q = weight.find("q=");
  return q != weight.npos && weight.find_first_not_of("0. ", q + 2) == weight.npos;
}

}  // namespace

bool accepts_gzip(std::string_view accept_encoding) {
  for (std::string_view rest = accept_encoding; !rest.empty();) {
    const auto end = rest.find(',');
    auto item = rest.substr(0, end);
    rest = end == rest.npos ? std::string_view{} : rest.substr(end + 1);
    item.remove_prefix(std::min(item.find_first_not_of(' '), item.size()));
    const auto name = item.substr(0, item.find_first_of("; "));
    if (same_word(name, "gzip") || name == "*") return !is_zero(item.substr(name.size()));
  }
  return false;
}

std::string gzipped(std::string_view bytes, int level) {
  constexpr int window_bits_gzip = 15 + 16, memory_level = 8;
  z_stream stream{};
  base::must(deflateInit2(&stream, level, Z_DEFLATED, window_bits_gzip, memory_level,
                          Z_DEFAULT_STRATEGY) == Z_OK);
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = uInt(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = uInt(out.size());
  const int end = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  base::must(end == Z_STREAM_END);
  return out;
}

void compress_page(const Request& request, Response& response) {
  if (!response.content_type.starts_with("text/html")) return;
  if (response.body.size() <= worth_it_bytes) return;
  std::string vary = "Accept-Encoding";
  for (const auto& [name, value] : response.headers) {
    if (same_word(name, "Vary")) vary = value + ", " + vary;
  }
  response.with("Vary", std::move(vary));
  if (!accepts_gzip(request.header("accept-encoding"))) return;
  response.body = gzipped(response.body, 1);
  response.with("Content-Encoding", "gzip");
}

}  // namespace http
