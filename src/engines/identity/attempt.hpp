// A sign-in under way elsewhere: what this browser left with, sealed in a cookie of its own, so
// that several tabs sign in beside each other.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/instant.hpp"
#include "platform/http/http.hpp"

namespace identity {

inline constexpr std::int64_t attempt_us = 10 * base::minute_us;
// A browser with more of them under way loses the oldest.
inline constexpr std::size_t attempts_max = 5;

struct Attempt {
  std::string state;  // goes to the provider and comes back; names the cookie
  std::string nonce, verifier, redirect;
  std::string path;  // where the person wants to go
  base::Instant at;
  int level = 0;  // asked of the provider
};

class Attempts {
 public:
  // `key`: crypto::seal_key_bytes. `secure`: cookies only over https.
  Attempts(std::string key, bool secure) : key_(std::move(key)), secure_(secure) {}

  // A new state. It carries the path, sealed, so that whoever comes back late is still led there.
  std::string state_for(const std::string& path) const;
  // Where that attempt was to lead; "": the state is none of ours.
  std::string path_of(std::string_view state) const;

  void give(const http::Request& request, http::Response& response, const Attempt& attempt) const;
  // The attempt of this browser with that state, if it is not older than `attempt_us`.
  std::optional<Attempt> find(const http::Request& request, std::string_view state,
                              base::Instant now) const;
  void take_back(http::Response& response, std::string_view state) const;

 private:
  std::optional<Attempt> opened(std::string_view cookie, std::string_view sealed) const;

  std::string key_;
  bool secure_;
};

}  // namespace identity
