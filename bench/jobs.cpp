// What a job costs the act that asks for it, and the worker, with nothing and with a million
// waiting. ninja -C build taydo_jobs && build/taydo_jobs [waiting, 1000000]
#include <cstdlib>
#include <filesystem>

#include "bench/micro.hpp"
#include "platform/embedded.hpp"
#include "platform/jobs/jobs.hpp"
#include "support/folder.hpp"
#include "support/postgres.hpp"

namespace {

constexpr base::Instant now{1'795'000'000'000'000};

// One half is due and stands before whatever is asked for below, the other half waits for its day.
constexpr std::string_view kFill = R"sql(
  WITH RECURSIVE n (i) AS (SELECT CAST($1 AS BIGINT) UNION ALL SELECT i - 1 FROM n WHERE i > 1)
  INSERT INTO jobs_job (id, kind, facts, key, made_at, not_before, lease_until, attempts, again,
    trouble)
  SELECT i, 'bench.wait', '{"dossier":"748291038472910"}', 'bench-' || i, $2,
    $2 + (i - $1 / 2) * 1000, 0, 0, FALSE, '' FROM n)sql";

std::int64_t ask(db::Database& db) {
  return db.write([&](db::Tx& tx) {
    return jobs::add(db, tx, now, "bench.run", {{"dossier", "748291038472910"}}).value;
  });
}

void measure(db::Database& db) {
  static std::int64_t asked = 0;
  bench::measure("  an act without a job (an empty commit)", 20,
                 [&] { return db.write([&](db::Tx&) { return ++asked; }); });
  bench::measure("  an act that asks for a job", 20, [&] { return ask(db); });
  bench::measure("  an act that asks with a key", 20, [&] {
    return db.write([&](db::Tx& tx) {
      return jobs::add(db, tx, now, "bench.run", {}, "key-" + std::to_string(++asked)).value;
    });
  });
  jobs::Worker worker(
      db, {{.name = "bench.run", .run = [](auto&) {}}, {.name = "bench.wait", .run = [](auto&) {}}},
      [] { return now; }, [](auto&&...) {});
  bench::measure("  a worker takes, does and ends a job", 20, [&] { return worker.run_one(); });
  bench::measure("  the standing of all, for a page", 1, [&] {
    return db.read([](db::Tx& tx) { return jobs::standing(tx, now); }).size();
  });
}

void run(db::Database& db, int waiting) {
  db.migrate(embedded::files());
  fmt::print(" nothing waits\n");
  measure(db);
  db.write([&](db::Tx& tx) { tx.execute(kFill, {waiting, now}); });
  fmt::print(" {} wait\n", waiting);
  measure(db);
}

}  // namespace

int main(int argc, char** argv) {
  const int waiting = argc > 1 ? std::atoi(argv[1]) : 1'000'000;
  const support::Folder folder;
  fmt::print("SQLite\n");
  run(*db::open("sqlite:" + folder.path() + "/jobs.db"), waiting);
  support::PostgresServer server;
  fmt::print("PostgreSQL\n");
  run(*db::open("postgres:" + server.settings("postgres")), waiting);
}
