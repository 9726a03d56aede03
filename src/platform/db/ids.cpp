// Fresh ids and their floor.
#include "platform/db/ids.hpp"

#include <algorithm>
#include <chrono>

namespace db {
namespace {

constexpr int time_shift = 21;  // 10 bits of node, 11 of sequence
constexpr int node_shift = 11;
constexpr std::int64_t sequence_mask = (1 << node_shift) - 1;
constexpr std::int64_t epoch_ms = 1'577'836'800'000;                // 2020-01-01T00:00Z
constexpr std::int64_t block = std::int64_t(10'000) << time_shift;  // ten seconds of ids

constexpr std::string_view kCreate = R"sql(
  CREATE TABLE IF NOT EXISTS db_ids (
    one BIGINT NOT NULL PRIMARY KEY CHECK (one = 1),
    floor BIGINT NOT NULL,
    node BIGINT NOT NULL
  ))sql";

constexpr std::string_view kBegin = R"sql(
  INSERT INTO db_ids (one, floor, node) VALUES (1, 0, 0)
  ON CONFLICT (one) DO UPDATE SET node = (db_ids.node + 1) % 1024
  RETURNING floor, node)sql";

constexpr std::string_view kRaise = R"sql(
  UPDATE db_ids SET floor = $1 WHERE floor < $1)sql";

std::int64_t first_of(std::int64_t ms, std::int64_t node) {
  return ms << time_shift | node << node_shift;
}

std::int64_t after(std::int64_t id, std::int64_t node) {
  const bool ours = (id >> node_shift) % 1024 == node;
  if (ours && (id & sequence_mask) < sequence_mask) return id + 1;
  return first_of((id >> time_shift) + 1, node);  // a full millisecond: borrow from the next one
}

}  // namespace

std::int64_t Ids::system_clock_ms() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

Ids::Ids(std::int64_t floor, Clock now_ms)
    : now_ms_(std::move(now_ms)), last_(floor), floor_(floor) {}

std::int64_t Ids::next() {
  const auto by_clock = first_of(now_ms_() - epoch_ms, node_);
  auto last = last_.load();
  for (;;) {
    const auto id = std::max(after(last, node_), by_clock);
    if (last_.compare_exchange_weak(last, id)) return id;
  }
}

std::optional<std::int64_t> Ids::floor_due() const {
  const auto last = last_.load();
  if (last <= floor_.load()) return std::nullopt;
  return last + block;
}

void Ids::floor_stored(std::int64_t floor) {
  auto known = floor_.load();
  while (known < floor && !floor_.compare_exchange_weak(known, floor)) {
  }
}

void Ids::store_floor(Tx& tx, std::int64_t floor) { tx.execute(kRaise, {floor}); }

Ids::Start Ids::begin(Tx& tx) {
  tx.execute(kCreate);
  return *tx.first(kBegin, {}, [](const Row& row) { return Start{row.i64(0), row.i64(1)}; });
}

void Ids::go_on(Start start) {
  last_ = floor_ = start.floor;
  node_ = start.node;
}

}  // namespace db
