// Assets: hashed, compressed and typed once at start, then only looked up.
#include "platform/http/static_files.hpp"

#include <algorithm>
#include <array>

#include "base/must.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/http/compress.hpp"

namespace http {
namespace {

constexpr std::string_view folder = "web/dist/";
constexpr std::string_view prefix = "/assets/";

struct Kind {
  std::string_view ending;
  std::string_view type;
  bool text;
};

constexpr std::array kinds{
    Kind{".css", "text/css; charset=utf-8", true},
    Kind{".js", "text/javascript; charset=utf-8", true},
    Kind{".json", "application/json", true},
    Kind{".svg", "image/svg+xml", true},
    Kind{".webmanifest", "application/manifest+json", true},
    Kind{".txt", "text/plain; charset=utf-8", true},
    Kind{".woff2", "font/woff2", false},
    Kind{".png", "image/png", false},
    Kind{".ico", "image/x-icon", false},
};

Kind kind_of(std::string_view name) {
  for (const auto& kind : kinds) {
    if (name.ends_with(kind.ending)) return kind;
  }
  return {"", "application/octet-stream", false};
}

std::string hashed_url(std::string_view name, std::string_view tag) {
  const auto dot = std::min(name.rfind('.'), name.size());
  std::string url(prefix);
  return url.append(name.substr(0, dot)).append(".").append(tag).append(name.substr(dot));
}

}  // namespace

StaticFiles::StaticFiles(std::span<const embedded::File> files) {
  for (const auto& file : files) {
    if (file.path.starts_with(folder)) add(file.path.substr(folder.size()), file.bytes);
  }
}

void StaticFiles::add(std::string_view name, std::string_view bytes) {
  const auto kind = kind_of(name);
  Asset asset{bytes, kind.text ? gzipped(bytes, 9) : "", kind.type};
  if (asset.gzip.size() >= bytes.size()) asset.gzip.clear();
  auto url = hashed_url(name, crypto::sha256_hex(bytes).substr(0, 8));
  by_url_.emplace(url, std::move(asset));
  urls_.emplace(name, std::move(url));
}

const std::string& StaticFiles::url_of(std::string_view name) const {
  const auto found = urls_.find(name);
  base::must(found != urls_.end());
  return found->second;
}

std::optional<Response> StaticFiles::answer(const Request& request) const {
  const std::string_view path = request.path;
  if (!path.starts_with(prefix)) return std::nullopt;
  if (request.method != Method::get && request.method != Method::head) {
    auto refused = Response::plain(405, "");
    return refused.with("Allow", "GET, HEAD"), refused;
  }
  const auto found = by_url_.find(path);
  if (found == by_url_.end()) return Response::plain(404, "404\n");
  const Asset& asset = found->second;
  Response response;
  response.content_type = asset.type;
  response.with("Cache-Control", "public, max-age=31536000, immutable");
  if (!asset.gzip.empty()) response.with("Vary", "Accept-Encoding");
  const bool small = !asset.gzip.empty() && accepts_gzip(request.header("accept-encoding"));
  if (small) response.with("Content-Encoding", "gzip");
  response.body = small ? std::string_view(asset.gzip) : asset.bytes;
  return response;
}

}  // namespace http
