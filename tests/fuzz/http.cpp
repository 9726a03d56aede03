// Requests on one connection: in one piece or dribbled, they are the same requests.
#include <algorithm>
#include <optional>

#include "base/fold.hpp"
#include "fuzz.hpp"
#include "platform/http/reader.hpp"

namespace {

http::EdgeOptions small() {
  http::EdgeOptions options{.body_bytes_max = 1'000, .upload_bytes_max = 4'000};
  options.admit = [](const http::Request&) { return http::Admission{}; };
  return options;
}

std::string written(const http::Request& request) {
  fuzz::holds(base::is_text(request.path) && base::is_text(request.query));
  std::string out = std::to_string(int(request.method)) + request.path + "?" + request.query;
  for (const auto& [name, value] : request.headers) out += "\n" + name + ": " + value;
  fuzz::holds(request.body.size() <= 4'000);
  return out + "\n\n" + request.body + "\n";
}

// The requests http::Connection would hear, until one is refused or ends the connection.
std::string heard(std::string_view bytes, std::size_t piece) {
  static const auto options = small();
  std::string out, unread;
  std::optional<http::Reader> reader;
  for (; !bytes.empty(); bytes.remove_prefix(std::min(piece, bytes.size()))) {
    unread += bytes.substr(0, piece);
    for (bool goes_on = true; goes_on && !unread.empty();) {
      if (!reader) reader.emplace(options);
      unread.erase(0, reader->take(unread));
      goes_on = !reader->refused() && reader->asks();
      if (goes_on) reader->allow(2'000);
      if (reader->refused()) return out;
      if (!reader->done()) continue;
      out += written(reader->request());
      if (!reader->keep_alive()) return out;
      reader.reset();
      goes_on = true;
    }
  }
  return out;
}

}  // namespace

void fuzz::one(std::string_view bytes) {
  holds(heard(bytes, bytes.size()) == heard(bytes, 1 + bytes.size() % 97));
}
