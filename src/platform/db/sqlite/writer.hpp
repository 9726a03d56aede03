// The one thread that writes to a SQLite file, many waiting transactions to one commit.
//
// SQLite lets one connection write at a time; sixteen threads asking for it directly stall each
// other for seconds, and each pays its own fsync. Here they queue, and share one.
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <semaphore>
#include <thread>

#include "platform/db/ids.hpp"
#include "platform/db/meter.hpp"
#include "platform/db/sqlite/connection.hpp"

namespace db::sqlite {

class Writer {
 public:
  using Body = std::function<bool(Tx&)>;

  Writer(const std::string& path, Ids& ids, Meter& meter, Database& database);
  ~Writer();  // after the jobs that wait

  // Returns after the commit (or after rolling this one back); throws what the body threw.
  void run(const Body& body);
  // Comes back at once; get() of the answer does what `run` does at its end.
  std::shared_future<void> post(Body body);

 private:
  struct Job {
    Body owned;  // of a posted one
    const Body* body;
    std::exception_ptr trouble;
    bool rings = false;  // once it is committed
    Stopwatch waiting;
    std::binary_semaphore answered{0};
  };
  using Jobs = std::vector<std::shared_ptr<Job>>;

  void line_up(std::shared_ptr<Job> job);
  static void await(Job& job);
  void loop();
  void commit_together(const Jobs& jobs);
  bool run_job(Job& job);  // whether what it wrote stays
  void commit(std::size_t count);
  void roll_back();

  Connection connection_;
  Ids& ids_;
  Meter& meter_;
  Database& database_;  // whose bell it rings and whose keys its transactions have
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<std::shared_ptr<Job>> waiting_;
  bool closing_ = false;
  std::thread thread_;
};

}  // namespace db::sqlite
