// Serving: the edge, the sealer and the workers beside it, and under --demo the simulated identity
// provider.
#include <pthread.h>
#include <unistd.h>
#include <csignal>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

#include <fmt/format.h>

#include "app/chrome.hpp"
#include "app/commands/commands.hpp"
#include "app/edge.hpp"
#include "app/watch.hpp"
#include "app/work.hpp"
#include "platform/db/room.hpp"
#include "platform/http/edge.hpp"
#include "platform/http/static_files.hpp"
#include "platform/log/log.hpp"
#include "platform/parse/sandbox.hpp"
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
    std::signal(SIGXFSZ, SIG_IGN);  // a write beyond a limit fails instead
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

namespace {

// While nothing can be written: looks now and then whether there is room again, and then asks the
// process to end as a polite kill would.
class Room {
 public:
  Room(Ground& ground, std::string address) : address_(std::move(address)) {
    if (db::writable(*ground.db)) return;
    logging::error("nothing can be written (is the disk full?): the city can only be read for now");
    thread_ = std::thread([this] { watch(); });
  }
  ~Room() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    wake_.notify_one();
    if (thread_.joinable()) thread_.join();
  }
  bool found() const { return found_; }

 private:
  void watch() {
    std::unique_lock lock(mutex_);
    while (!wake_.wait_for(lock, look_every, [this] { return stopping_; })) {
      try {
        if (!db::writable(*db::open(address_))) continue;
        logging::info("there is room again: starting anew");
        found_ = true;
        ::kill(::getpid(), SIGTERM);
        return;
      } catch (const std::exception& problem) {
        logging::error("looking for room: {}", problem.what());
      }
    }
  }

  static constexpr auto look_every = std::chrono::seconds(5);
  std::string address_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool stopping_ = false;
  std::atomic<bool> found_ = false;
  std::thread thread_;
};

// True: it ended because there is room to write again.
bool serve_until_stopped(const Signals& signals, const std::string& data,
                         const std::string& database, const ServeOptions& options) {
  Ground ground(data, database);
  const bool writes = db::writable(*ground.db);
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
  std::optional<Sealer> sealer;
  std::optional<Work> work;
  if (writes) {
    sealer.emplace(program);
    work.emplace(ground, program, options);
    watch.add(work->figures());
  }
  std::thread stopper([&] {
    signals.wait();
    edge.stop();
    if (provider_edge) provider_edge->stop();
  });
  if (options.talkative) logging::be_talkative();
  logging::info("serving on port {}", edge.port());
  if (edge.tls_port()) logging::info("serving by TLS on port {}", edge.tls_port());
  const Room room(ground, database.empty() ? ground.folder.database() : database);
  edge.run();
  stopper.join();
  if (provider_thread.joinable()) provider_thread.join();
  return room.found();
}

}  // namespace

int serve(const std::string& data, const std::string& database, const ServeOptions& options) {
  const Signals signals;
  parse::keep_memory_private();
  while (serve_until_stopped(signals, data, database, options)) {
  }
  return 0;
}

int work(const std::string& data, const std::string& database, const ServeOptions& options) {
  const Signals signals;
  parse::keep_memory_private();
  Ground ground(data, database);
  Program program(ground, options);
  const Work work(ground, program, options);
  logging::info("working, {} threads", options.workers);
  signals.wait();
  return 0;
}

}  // namespace app
