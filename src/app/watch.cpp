// Names of the figures, and where each comes from.
#include "app/watch.hpp"

#include <algorithm>
#include <chrono>

#include "app/keys.hpp"
#include "engines/messages/letters.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/jobs/jobs.hpp"

namespace app {
namespace {

using metrics::Page;

constexpr std::string_view path = "/metrics";

double seconds(std::int64_t us) { return double(us) / 1e6; }

bool is_loopback(std::string_view address) {
  return address == "::1" || address == "::ffff:127.0.0.1" || address.starts_with("127.");
}

// "localhost:8080" and the like; a name of the city means that something passed it on.
bool names_loopback(std::string_view host) {
  if (host.starts_with("[::1]")) return true;
  host = host.substr(0, host.find(':'));
  return host == "localhost" || is_loopback(host);
}

metrics::Source load_of(db::Database& db) {
  return [&db](Page& page) {
    const auto load = db.load();
    page.counter("taydo_db_writes_total", "Transactions committed");
    page.sample(double(load.writes));
    page.counter("taydo_db_write_seconds_total", "Time inside the bodies of writes");
    page.sample(seconds(load.write_us));
    page.gauge("taydo_db_write_seconds_max", "The longest body of a write since the start");
    page.sample(seconds(load.write_us_max));
    page.counter("taydo_db_waiting_seconds_total", "Time spent waiting for the writer");
    page.sample(seconds(load.waiting_us));
  };
}

metrics::Source letters_of(db::Database& db, std::function<base::Instant()> clock) {
  return [&db, clock = std::move(clock)](Page& page) {
    const auto now = clock();
    const auto counts = db.read([&](db::Tx& tx) { return messages::letter_counts(tx, now); });
    page.gauge("taydo_letters", "Letters by state; sent: in the last 24 hours");
    for (const auto state : messages::letter_states) {
      const auto found = counts.by_state.find(std::string(state));
      page.sample(found == counts.by_state.end() ? 0 : found->second, {{"state", state}});
    }
    page.gauge("taydo_letters_bouncing", "People whose address returns letters");
    page.sample(counts.bouncing);
  };
}

metrics::Source jobs_of(db::Database& db, std::function<base::Instant()> clock) {
  return [&db, clock = std::move(clock)](Page& page) {
    const auto now = clock();
    const auto all = db.read([&](db::Tx& tx) { return jobs::standing(tx, now); });
    page.gauge("taydo_jobs", "Jobs by kind and state");
    for (const auto& one : all) {
      page.sample(double(one.waiting), {{"kind", one.kind}, {"state", "waiting"}});
      page.sample(double(one.running), {{"kind", one.kind}, {"state", "running"}});
      page.sample(double(one.dead), {{"kind", one.kind}, {"state", "dead"}});
    }
    page.gauge("taydo_jobs_oldest_seconds", "How long the oldest due job has waited");
    for (const auto& one : all) {
      if (one.oldest) page.sample(seconds(now - *one.oldest), {{"kind", one.kind}});
    }
  };
}

}  // namespace

bool may_watch(const http::Request& request, std::string_view token, bool is_public) {
  constexpr std::string_view scheme = "Bearer ";
  const auto said = request.header("authorization");
  if (!said.empty()) {
    return said.starts_with(scheme) && crypto::equal(said.substr(scheme.size()), token);
  }
  if (is_public || !is_loopback(request.remote)) return false;
  for (const auto name : {"forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"}) {
    if (!request.header(name).empty()) return false;
  }
  return names_loopback(request.header("host"));
}

Watch::Watch(Ground& ground, std::function<base::Instant()> clock)
    : token_(key(ground.folder, "metrics.token")),
      is_public_(!base::json::text_at(ground.folder.file(), "public_url").empty()),
      sources_{load_of(*ground.db), jobs_of(*ground.db, clock), letters_of(*ground.db, clock)} {
  add([this](Page& page) {
    constexpr std::string_view classes[] = {"1xx", "2xx", "3xx", "4xx", "5xx"};
    page.histogram("taydo_http_answer_seconds", "Time a worker took for an answer, by status");
    for (std::size_t i = 0; i < answers_.size(); ++i) {
      page.sample(answers_[i].read(), {{"status", classes[i]}});
    }
  });
}

http::Handler Watch::around(http::Handler handle) {
  return [this, handle = std::move(handle)](const http::Request& request) {
    if (request.path == path && may_watch(request, token_, is_public_)) return answer(request);
    const auto began = std::chrono::steady_clock::now();
    auto response = handle(request);
    const auto took = std::chrono::steady_clock::now() - began;
    const auto status = std::size_t(std::clamp(response.status / 100, 1, 5));
    answers_[status - 1].took(std::chrono::duration_cast<std::chrono::microseconds>(took).count());
    return response;
  };
}

http::Response Watch::answer(const http::Request& request) const {
  if (request.method != http::Method::get && request.method != http::Method::head) {
    return http::Response::plain(405, "GET\n").with("Allow", "GET, HEAD");
  }
  auto response = http::Response::plain(200, metrics::look(sources_));
  response.content_type = metrics::content_type;
  return response.with("Cache-Control", "no-store");
}

metrics::Source load_of(const http::Edge& edge) {
  return [&edge](Page& page) {
    const auto load = edge.load();
    page.counter("taydo_http_answered_total", "Requests answered, those for files included");
    page.sample(double(load.answered));
    page.counter("taydo_http_refused_total", "Requests malformed, too large, too late or too many");
    page.sample(double(load.refused));
    page.counter("taydo_http_displaced_total",
                 "Connections closed because others needed the place");
    page.sample(double(load.displaced));
    page.counter("taydo_http_queue_seconds_total", "Time requests waited for a worker");
    page.sample(seconds(load.queue_us));
    page.gauge("taydo_http_connections", "Connections open now");
    page.sample(double(load.connections));
  };
}

}  // namespace app
