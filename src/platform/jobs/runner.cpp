// One loop a thread: what is due, then asleep until the bell or the next look.
#include "platform/jobs/runner.hpp"

#include "base/must.hpp"
#include "platform/jobs/store.hpp"

namespace jobs {
namespace {

constexpr int days_ahead_max = 400;  // a year without one day that fits is a mistake
// Clocks of several machines differ by less.
constexpr std::int64_t skew_us = 2 * base::minute_us;
constexpr auto rest_after_trouble = std::chrono::seconds(1);

}  // namespace

Schedule each(std::string kind, std::int64_t every_us) {
  base::must(every_us > 0);
  return {std::move(kind), [every_us](base::Instant after) {
            return base::Instant{(after.us / every_us + 1) * every_us};
          }};
}

Schedule daily(std::string kind, int hour, int minute, std::function<bool(base::Date)> fits) {
  return {std::move(kind), [=, fits = std::move(fits)](base::Instant after) {
            auto date = after.local().date;
            if (base::Local::at(date, hour, minute).instant() <= after) date = date + 1;
            for (int i = 0; fits && !fits(date); ++i) {
              base::must(i < days_ahead_max);
              date = date + 1;
            }
            return base::Local::at(date, hour, minute).instant();
          }};
}

void take_turns(db::Database& db, const std::vector<Schedule>& schedules, base::Instant now) {
  std::map<std::string, base::Instant> waiting;
  for (auto& turn : db.read([](db::Tx& tx) { return turns(tx); })) {
    waiting.emplace(std::move(turn.kind), turn.next);
  }
  for (const auto& [kind, next] : schedules) {
    const auto following = next(now);
    const auto turn = waiting.find(kind);
    if (turn == waiting.end()) {
      db.write([&](db::Tx& tx) { store::begin_turns(tx, kind, following); });
    } else if (turn->second <= now) {
      db.write([&](db::Tx& tx) {
        if (store::move_turn(tx, kind, turn->second, following)) {
          add(db, tx, now, kind, {}, "turn:" + kind);
        }
      });
    } else if (turn->second > following) {  // it comes oftener now than it did
      db.write([&](db::Tx& tx) { store::move_turn(tx, kind, turn->second, following); });
    }
  }
}

void follow_clock(db::Database& db, base::Instant now) {
  db.write([&](db::Tx& tx) { store::set_back(tx, now, now + skew_us); });
}

Runner::Runner(db::Database& db, Worker& worker, Running how)
    : db_(db), worker_(worker), how_(std::move(how)) {
  for (int i = 0; i < how_.threads; ++i) {
    threads_.emplace_back([this] { work(); });
  }
}

Runner::~Runner() {
  stopping_ = true;
  db_.bell().ring();
  for (auto& thread : threads_) thread.join();
}

void Runner::work() {
  auto looked = std::chrono::steady_clock::time_point();
  while (!stopping_) {
    const auto heard = db_.bell().rings();
    bool idle = false;
    patiently([&] {
      if (std::chrono::steady_clock::now() - looked >= how_.poll) {
        take_turns(db_, how_.schedules, look_at_clock());
        looked = std::chrono::steady_clock::now();
      }
      idle = !worker_.run_one();
    });
    if (idle && !stopping_) db_.bell().wait(heard, how_.poll);
  }
}

base::Instant Runner::look_at_clock() {
  const auto now = how_.clock();
  if (now.us + skew_us < latest_us_.exchange(now.us)) follow_clock(db_, now);
  return now;
}

void Runner::patiently(const std::function<void()>& step) {
  try {
    step();
  } catch (const std::exception& problem) {
    how_.trouble(problem.what());
    std::this_thread::sleep_for(rest_after_trouble);
  }
}

}  // namespace jobs
