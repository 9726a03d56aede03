// GET /metrics: how the machine fares, for a Prometheus that may know it; nobody else sees it.
#pragma once

#include <array>

#include "app/program.hpp"
#include "platform/http/edge.hpp"
#include "platform/metrics/metrics.hpp"

namespace app {

// Who asks with `Authorization: Bearer <token>`. Without it only a program on this machine, and
// only where nothing passes requests on: with a public address (`is_public`) every request comes
// from this machine, from the proxy.
bool may_watch(const http::Request& request, std::string_view token, bool is_public);

class Watch {
 public:
  // The token is <data>/secrets/metrics.token, made at the first start.
  explicit Watch(Ground& ground, std::function<base::Instant()> clock);

  // What else is to be told. Not while requests run.
  void add(metrics::Source source) { sources_.push_back(std::move(source)); }

  // Counts the answers of `handle` and answers /metrics itself.
  http::Handler around(http::Handler handle);

 private:
  http::Response answer(const http::Request& request) const;

  std::string token_;
  bool is_public_;
  std::array<metrics::Histogram, 5> answers_;  // 1xx to 5xx
  std::vector<metrics::Source> sources_;
};

metrics::Source load_of(const http::Edge& edge);

}  // namespace app
