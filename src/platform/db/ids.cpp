// Fresh ids and their floor.
#include "platform/db/ids.hpp"

#include <algorithm>
#include <chrono>

namespace db {
namespace {

constexpr int time_shift = 21;    // 10 bits of node, 11 of sequence
constexpr std::int64_t node = 0;  // one program per database, so far
constexpr std::int64_t sequence_mask = (1 << 11) - 1;
constexpr std::int64_t epoch_ms = 1'577'836'800'000;                // 2020-01-01T00:00Z
constexpr std::int64_t block = std::int64_t(10'000) << time_shift;  // ten seconds of ids

constexpr std::string_view kCreate = R"sql(
  CREATE TABLE IF NOT EXISTS db_id_floor (
    node BIGINT NOT NULL PRIMARY KEY,
    floor BIGINT NOT NULL
  ))sql";

constexpr std::string_view kFloor = R"sql(
  SELECT floor FROM db_id_floor WHERE node = $1)sql";

constexpr std::string_view kRaise = R"sql(
  INSERT INTO db_id_floor (node, floor) VALUES ($1, $2)
  ON CONFLICT (node) DO UPDATE SET floor = excluded.floor
  WHERE db_id_floor.floor < excluded.floor)sql";

std::int64_t first_of(std::int64_t ms) { return ms << time_shift | node << 11; }

std::int64_t after(std::int64_t id) {
  if ((id & sequence_mask) < sequence_mask) return id + 1;
  return first_of((id >> time_shift) + 1);  // a full millisecond: borrow from the next one
}

}  // namespace

std::int64_t Ids::system_clock_ms() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

Ids::Ids(std::int64_t floor, Clock now_ms)
    : now_ms_(std::move(now_ms)), last_(floor), floor_(floor) {}

std::int64_t Ids::next() {
  const auto by_clock = first_of(now_ms_() - epoch_ms);
  auto last = last_.load();
  for (;;) {
    const auto id = std::max(after(last), by_clock);
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

void Ids::store_floor(Tx& tx, std::int64_t floor) { tx.execute(kRaise, {node, floor}); }

void Ids::take_up(Tx& tx) {
  tx.execute(kCreate);
  const auto found = tx.first(kFloor, {node}, [](const Row& row) { return row.i64(0); });
  last_ = floor_ = found.value_or(0);
}

}  // namespace db
