// Reads one request from bytes as they arrive, within bounds; knows nothing of sockets.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

#include "platform/http/edge.hpp"

namespace http {

class Reader {
 public:
  explicit Reader(const EdgeOptions& bounds);  // must outlive the reader
  ~Reader();

  // Takes what it can of the bytes not taken yet and answers how many; offer the rest again,
  // together with what arrives after it. Not to be called once done or refused.
  std::size_t take(std::string_view bytes);

  int refused() const;       // 0, or the status to answer with before hanging up
  bool header_done() const;  // the body may still be on its way
  bool done() const;
  // More is to come than is taken from anybody: ask EdgeOptions::admit, then `allow`.
  bool asks() const;
  void allow(std::size_t body_bytes_max);
  bool wants_continue() const;  // the other side waits for "100 Continue" before it sends the body
  bool keep_alive() const;
  Request& request();

 private:
  class Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace http
