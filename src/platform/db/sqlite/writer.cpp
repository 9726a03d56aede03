// Group commit.
#include "platform/db/sqlite/writer.hpp"

#include "platform/db/guard.hpp"
#include "platform/db/transaction.hpp"

namespace db::sqlite {
namespace {

constexpr std::size_t batch_size = 64;

constexpr std::string_view kBegin = "BEGIN IMMEDIATE";
constexpr std::string_view kCommit = "COMMIT";
constexpr std::string_view kRollback = "ROLLBACK";
constexpr std::string_view kMark = "SAVEPOINT job";
constexpr std::string_view kBackToMark = "ROLLBACK TO job";
constexpr std::string_view kForgetMark = "RELEASE job";

}  // namespace

Writer::Writer(const std::string& path, Ids& ids, Meter& meter, Database& database)
    : connection_(path, Use::writing),
      ids_(ids),
      meter_(meter),
      database_(database),
      thread_([this] { loop(); }) {}

Writer::~Writer() {
  {
    std::lock_guard lock(mutex_);
    closing_ = true;
  }
  arrived_.notify_one();
  thread_.join();
}

void Writer::run(const Body& body) {
  must_be_outside();
  const auto job = std::make_shared<Job>();
  job->body = &body;
  line_up(job);
  await(*job);
}

std::shared_future<void> Writer::post(Body body) {
  const auto job = std::make_shared<Job>();
  job->owned = std::move(body);
  job->body = &job->owned;
  line_up(job);
  return std::async(std::launch::deferred, [job] { await(*job); });
}

void Writer::line_up(std::shared_ptr<Job> job) {
  {
    std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(job));
  }
  arrived_.notify_one();
}

void Writer::await(Job& job) {
  job.answered.acquire();
  if (job.trouble) std::rethrow_exception(job.trouble);
}

void Writer::loop() {
  for (;;) {
    Jobs jobs;
    {
      std::unique_lock lock(mutex_);
      arrived_.wait(lock, [&] { return closing_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      while (!waiting_.empty() && jobs.size() < batch_size) {
        jobs.push_back(std::move(waiting_.front()));
        waiting_.pop_front();
      }
    }
    for (auto& job : jobs) meter_.waited(job->waiting.us());
    commit_together(jobs);
    bool rings = false;
    for (auto& job : jobs) rings |= job->rings && !job->trouble;
    if (rings) database_.bell().ring();
    for (auto& job : jobs) job->answered.release();
  }
}

// When the commit fails (disk full, a deferred foreign key) everything is undone; then each job is
// tried alone, so that one too big for the disk or in the wrong does not take others with it.
void Writer::commit_together(const Jobs& jobs) {
  try {
    connection_.execute(kBegin);
    std::size_t kept = 0;
    for (auto& job : jobs) kept += run_job(*job);
    commit(kept);
  } catch (...) {
    roll_back();
    if (jobs.size() == 1) {
      jobs[0]->trouble = std::current_exception();
    } else {
      for (auto& job : jobs) commit_together({job});
    }
  }
}

bool Writer::run_job(Job& job) {
  job.trouble = nullptr;
  connection_.execute(kMark);
  bool keep = false;
  const Stopwatch watch;
  try {
    Inside inside;
    Transaction<Connection> tx(connection_, database_);
    keep = (*job.body)(tx);
    base::must(!keep || !tx.spoiled());
    job.rings = keep && tx.rings();
  } catch (...) {
    keep = false;
    job.trouble = std::current_exception();
  }
  meter_.wrote(watch.us());
  if (!connection_.in_transaction()) {
    // SQLite undid the whole batch, not only this job.
    if (job.trouble) std::rethrow_exception(job.trouble);
    throw Failure("the transaction was ended by the database");
  }
  if (!keep) connection_.execute(kBackToMark);
  connection_.execute(kForgetMark);
  return keep;
}

void Writer::commit(std::size_t count) {
  const auto floor = ids_.floor_due();
  if (floor) {
    Transaction<Connection> tx(connection_, database_);
    Ids::store_floor(tx, *floor);
  }
  connection_.execute(kCommit);
  if (floor) ids_.floor_stored(*floor);
  for (; count > 0; --count) meter_.committed();
}

void Writer::roll_back() {
  if (!connection_.in_transaction()) return;
  try {
    connection_.execute(kRollback);
  } catch (const Failure&) {
    // SQLite has rolled back by itself; the next BEGIN tells if not.
  }
}

}  // namespace db::sqlite
