// gzip, for those who accept it.
#pragma once

#include <string>
#include <string_view>

#include "platform/http/http.hpp"

namespace http {

// Does this Accept-Encoding header take gzip (RFC 9110 §12.5.3)?
bool accepts_gzip(std::string_view accept_encoding);

// `level` 1 (quick) ... 9 (small).
std::string gzipped(std::string_view bytes, int level);

// Makes an HTML answer of more than 2 KB smaller, if the other side takes it so.
void compress_page(const Request& request, Response& response);

}  // namespace http
