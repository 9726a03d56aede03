// What the journal costs: an entry beside its action, and proving all of it.
// ninja -C build taydo_journal && build/taydo_journal [ENTRIES [postgres:...]]
#define DOCTEST_CONFIG_IMPLEMENT  // the cast checks its own steps
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>

#include "cast/town.hpp"
#include "engines/journal/journal.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/embedded.hpp"
#include "support/folder.hpp"

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point began) {
  return std::chrono::duration<double>(Clock::now() - began).count();
}

journal::Entry entry(std::int64_t number) {
  return {.act = fmt::format("act-{}", number),
          .actor = {journal::ActorKind::officer, {7}, {8}, {9}, {}},
          .verb = "one_stop.accept",
          .subject_kind = "dossier",
          .subject = 1 + number / 8,
          .facts = {{"event", "accepted"},
                    {"state", "accepted"},
                    {"code", fmt::format("H13.01-261122-{:04}", number)},
                    {"unit", "371955466240131072"},
                    {"procedure", "1.004873"},
                    {"channel", "online"},
                    {"due_at", "1790000000000000"}},
          .law = "NĐ 118/2025"};
}

const base::Instant noon{1'790'000'000'000'000};

void verifying(db::Database& db, int entries) {
  journal::Journal journal(db, crypto::ed25519_make());
  const auto began = Clock::now();
  for (int at = 0; at < entries; at += 1'000) {
    db.write([&](db::Tx& tx) {
      for (int i = at; i < std::min(entries, at + 1'000); ++i) journal.append(tx, noon, entry(i));
    });
  }
  fmt::print("{} entries appended in one thread, 1,000 a transaction: {:.1f} us each\n", entries,
             seconds_since(began) / entries * 1e6);
  const auto sealing = Clock::now();
  int seals = 0;
  while (journal.seal(noon) > 0) ++seals;
  fmt::print("{} seals: {:.1f} us an entry\n", seals, seconds_since(sealing) / entries * 1e6);
  for (int round = 0; round < 3; ++round) {
    const auto start = Clock::now();
    const auto cpu = std::clock();
    const auto found = journal.verify();
    const auto took = seconds_since(start);
    fmt::print("verified {} entries, {} findings: {:.0f} entries/s, {:.1f} us of one core each\n",
               found.entries, found.findings.size(), double(found.entries) / took,
               double(std::clock() - cpu) / CLOCKS_PER_SEC / double(found.entries) * 1e6);
  }
}

double median(std::vector<double>& all) {
  std::ranges::sort(all);
  return all[all.size() / 2];
}

// One submission, the longest and commonest action, against one entry in a transaction by itself.
void share_of_an_action(db::Database& db) {
  cast::Town town(db);
  std::vector<double> actions, appends;
  for (int i = 0; i < 300; ++i) {
    const auto began = Clock::now();
    if (!town.lan_submits(fmt::format("submit-{}", i))) std::abort();
    actions.push_back(seconds_since(began) * 1e6);
    town.db.write([&](db::Tx& tx) {
      const auto start = Clock::now();
      town.journal.append(tx, town.now, entry(i));
      appends.push_back(seconds_since(start) * 1e6);
    });
  }
  const auto action = median(actions), append = median(appends);
  fmt::print("submitting {:.0f} us, its entry with projections {:.1f} us: {:.1f} %\n", action,
             append, 100 * append / action);
}

}  // namespace

int main(int argc, char** argv) {
  doctest::Context checks;
  checks.setAsDefaultForAssertsOutOfTestCases();
  const int entries = argc > 1 ? std::atoi(argv[1]) : 500'000;
  const support::Folder folder;
  const auto opened = [&](const char* name) {
    auto db = db::open(argc > 2 ? argv[2] : "sqlite:" + folder.path() + "/" + name);
    db->migrate(embedded::files());
    return db;
  };
  share_of_an_action(*opened("town.db"));
  verifying(*opened("journal.db"), entries);
}
