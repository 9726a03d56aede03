// What the fuzz targets share: each defines `one`, which takes bytes from outside and must come
// back.
#pragma once

#include <string>
#include <string_view>

namespace fuzz {

void one(std::string_view bytes);

// What is promised of whatever came in. A broken promise is a find, like a crash.
inline void holds(bool promise) {
  if (!promise) __builtin_trap();
}

// Cuts the front of `rest` off, up to `mark`; both go. Without a mark: all of it.
inline std::string_view cut(std::string_view& rest, std::string_view mark) {
  const auto end = rest.find(mark);
  const auto front = rest.substr(0, end);
  rest = end == rest.npos ? std::string_view{} : rest.substr(end + mark.size());
  return front;
}

// A file of this checkout.
std::string file(const std::string& path);

}  // namespace fuzz
