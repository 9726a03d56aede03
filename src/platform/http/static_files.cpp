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
constexpr std::string_view for_ever = "public, max-age=31536000, immutable";

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
  // Styles come last: they name fonts and pictures, whose addresses must be known by then.
  for (const bool styles : {false, true}) {
    for (const auto& file : files) {
      if (!file.path.starts_with(folder) || file.path.ends_with(".css") != styles) continue;
      std::string name(file.path.substr(folder.size()));
      add(std::move(name), styles ? with_addresses(file.bytes) : std::string(file.bytes));
    }
  }
}

void StaticFiles::add(std::string name, std::string bytes) {
  const auto kind = kind_of(name);
  Asset asset{std::move(bytes), {}, kind.type, {}};
  asset.tag = crypto::sha256_hex(asset.bytes).substr(0, 8);
  if (kind.text) asset.gzip = gzipped(asset.bytes, 9);
  if (asset.gzip.size() >= asset.bytes.size()) asset.gzip.clear();
  auto url = hashed_url(name, asset.tag);
  by_url_.emplace(url, std::move(asset));
  urls_.emplace(std::move(name), std::move(url));
}

// url(fonts/x.woff2) -> url(/assets/fonts/x.1a2b3c4d.woff2); what is not ours stays as it is.
std::string StaticFiles::with_addresses(std::string_view style) const {
  constexpr std::string_view opening = "url(";
  std::string out;
  while (true) {
    const auto begin = style.find(opening);
    const auto end = begin == style.npos ? begin : style.find(')', begin);
    if (end == style.npos) return out.append(style);
    auto name = style.substr(begin + opening.size(), end - begin - opening.size());
    while (!name.empty() && (name.front() == '"' || name.front() == '\'')) name.remove_prefix(1);
    while (!name.empty() && (name.back() == '"' || name.back() == '\'')) name.remove_suffix(1);
    for (std::string_view lead : {std::string_view("./"), prefix}) {
      if (name.starts_with(lead)) name.remove_prefix(lead.size());
    }
    const auto known = urls_.find(name);
    out.append(style.substr(0, begin));
    if (known == urls_.end())
      out.append(style.substr(begin, end + 1 - begin));
    else
      out.append(opening).append(known->second).append(")");
    style.remove_prefix(end + 1);
  }
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
  const auto plain_name = urls_.find(path.substr(prefix.size()));
  const auto found =
      plain_name == urls_.end() ? by_url_.find(path) : by_url_.find(plain_name->second);
  if (found == by_url_.end()) return Response::plain(404, "404\n");
  const Asset& asset = found->second;
  const auto tag = '"' + asset.tag + '"';
  Response response;
  response.content_type = asset.type;
  response.with("Cache-Control", plain_name == urls_.end() ? std::string(for_ever) : "no-cache");
  response.with("ETag", tag);
  if (!asset.gzip.empty()) response.with("Vary", "Accept-Encoding");
  if (request.header("if-none-match") == tag) return response.status = 304, response;
  const bool small = !asset.gzip.empty() && accepts_gzip(request.header("accept-encoding"));
  if (small) response.with("Content-Encoding", "gzip");
  response.body = small ? asset.gzip : asset.bytes;
  return response;
}

}  // namespace http
