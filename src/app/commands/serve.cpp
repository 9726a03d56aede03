// Serving: the edge, the sealer and the workers beside it, and under --demo the simulated identity
// provider.
#include <pthread.h>
#include <csignal>

#include <condition_variable>
#include <mutex>
#include <thread>

#include <fmt/format.h>

#include "app/chrome.hpp"
#include "app/commands/commands.hpp"
#include "app/edge.hpp"
#include "app/watch.hpp"
#include "app/work.hpp"
#include "platform/http/edge.hpp"
#include "platform/http/static_files.hpp"
#include "platform/log/log.hpp"
#include "services/demo_provider/room.hpp"

namespace app {
namespace {

constexpr auto seal_every = std::chrono::seconds(5);  // at most 10 s unsealed

// Waits for Ctrl-C or a polite kill on a thread of its own; the signals are blocked everywhere
// else.
class Signals {
 public:
  Signals() {
    sigemptyset(&set_);
    sigaddset(&set_, SIGINT);
    sigaddset(&set_, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &set_, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
  }
  void wait() const {
    int signal = 0;
    sigwait(&set_, &signal);
  }

 private:
  sigset_t set_;
};

class Sealer {
 public:
  explicit Sealer(Program& program) : program_(program), thread_([this] { run(); }) {}
  ~Sealer() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    wake_.notify_one();
    thread_.join();
  }

 private:
  void run() {
    std::unique_lock lock(mutex_);
    while (!stopping_) {  // at once: what a crash left is older than any wait
      tend();
      wake_.wait_for(lock, seal_every);
    }
    tend();  // nothing is left without a seal by who stops politely
  }
  void tend() {
    try {
      program_.tend();
    } catch (const std::exception& problem) {
      logging::error("tending: {}", problem.what());
    }
  }

  Program& program_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool stopping_ = false;
  std::thread thread_;
};

std::unique_ptr<demo_provider::Provider> make_provider(Ground& ground,
                                                       const ServeOptions& options) {
  const auto demo = ground.db->read([](db::Tx& tx) { return config::get(tx, demo_setting); });
  demo_provider::Options made;
  made.issuer = fmt::format("http://127.0.0.1:{}", options.port + 1);
  made.client_id = "taydo";
  made.client_secret = "taydo-demo";
  for (const char* host : {"127.0.0.1", "localhost", "[::1]"}) {
    made.redirects.push_back(fmt::format("http://{}:{}/dang-nhap/tro-lai", host, options.port));
  }
  made.city = city(*ground.db);
  made.clock = now;
  return std::make_unique<demo_provider::Provider>(std::move(made),
                                                   base::json::array_at(demo, "residents"));
}

}  // namespace

int serve(const std::string& data, const std::string& database, const ServeOptions& options) {
  const Signals signals;
  Ground ground(data, database);
  Program program(ground, options);
  const http::StaticFiles assets(embedded::files());
  const auto at_once = [&](const http::Request& request) { return assets.answer(request); };

  Watch watch(ground, options.clock);
  http::Edge edge(edge_of(ground.folder, program, options), watch.around(program.handler()),
                  at_once);
  watch.add(load_of(edge));
  watch.add(program.figures());
  watch.add(outgoing::figures(program.lanes()));

  std::unique_ptr<demo_provider::Provider> provider;
  std::unique_ptr<http::Edge> provider_edge;
  std::thread provider_thread;
  if (options.demo) {
    provider = make_provider(ground, options);
    http::EdgeOptions beside;
    beside.port = std::uint16_t(options.port + 1);
    beside.workers = 1;
    beside.connections_max = 64;
    provider_edge = std::make_unique<http::Edge>(
        beside, [&](const auto& request) { return provider->handle(request); }, at_once);
    provider_thread = std::thread([&] { provider_edge->run(); });
  }
  const Sealer sealer(program);
  const Work work(ground, program, options);
  watch.add(work.figures());
  std::thread stopper([&] {
    signals.wait();
    edge.stop();
    if (provider_edge) provider_edge->stop();
  });
  if (options.talkative) logging::be_talkative();
  logging::info("serving on port {}", edge.port());
  if (edge.tls_port()) logging::info("serving by TLS on port {}", edge.tls_port());
  edge.run();
  stopper.join();
  if (provider_thread.joinable()) provider_thread.join();
  return 0;
}

int work(const std::string& data, const std::string& database, const ServeOptions& options) {
  const Signals signals;
  Ground ground(data, database);
  Program program(ground, options);
  const Work work(ground, program, options);
  logging::info("working, {} threads", options.workers);
  signals.wait();
  return 0;
}

}  // namespace app
