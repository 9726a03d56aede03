// What the access ledger costs beside the page that opened somebody.
// ninja -C build taydo_ledger && build/taydo_ledger [postgres:...]
#define DOCTEST_CONFIG_IMPLEMENT  // the cast checks its own steps
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>

#include "app/program.hpp"
#include "cast/town.hpp"
#include "engines/casework/in_charge.hpp"
#include "engines/identity/ledger.hpp"

namespace {

constexpr int rounds = 2'000;

template <class F>
double median_us(F&& body) {
  std::vector<double> all;
  for (int i = 0; i < rounds; ++i) {
    const auto began = std::chrono::steady_clock::now();
    body();
    const auto took = std::chrono::steady_clock::now() - began;
    all.push_back(std::chrono::duration<double, std::micro>(took).count());
  }
  std::ranges::sort(all);
  return all[all.size() / 2];
}

http::Request dossier_page(cast::Town& town, const identity::Who& who, const std::string& code) {
  identity::Sessions sessions(town.db, town.journal, false);
  const http::Request from;
  const auto token = town.db.write([&](db::Tx& tx) {
    return sessions.open(
        tx, {.person = who.person, .officer = true, .how = "bench", .level = 2, .from = from},
        town.now);
  });
  http::Request request;
  request.path = "/can-bo/ho-so/" + code;
  request.headers = {{"host", "127.0.0.1:8080"}, {"cookie", "taydo_session=" + token}};
  return request;
}

}  // namespace

int main(int argc, char** argv) {
  doctest::Context checks;
  checks.setAsDefaultForAssertsOutOfTestCases();
  const support::Folder folder;
  app::Ground ground(folder.path(), argc > 1 ? argv[1] : "");
  cast::Town town(*ground.db);
  town.db.write([&](db::Tx& tx) {
    const base::json::object nobody = {{"from", "2025-01-01"}, {"roles", base::json::array()}};
    config::set(tx, town.now, "second_factor", {{"demanded", base::json::array{nobody}}});
  });
  app::ServeOptions options;
  options.demo = true;
  options.clock = [&] { return town.now; };
  app::Program program(ground, options);
  const auto dossier = town.lan_submits("submit").value();
  const auto handle = program.handler();
  const auto request = dossier_page(town, town.minh, dossier.code);
  if (handle(request).status != 200) return 1;
  const double page = median_us([&] { handle(request); });

  // What the same page had opened, told to the ledger by itself: of Minh's own work the day's row
  // stands already, of somebody else's each look is a row of its own.
  std::deque<identity::Opened> purposes;
  purposes.emplace_back("one_stop.case", dossier.id.value).opened(town.lan.person);
  const auto tell = [&](const identity::Who& who) {
    return median_us([&] {
      identity::ledger::write(*ground.db, &who, purposes, town.now, casework::in_charge);
    });
  };
  const double own = tell(town.minh), foreign = tell(town.duyen);
  fmt::print("a dossier's page {:.0f} us; its ledger, own work {:.1f} us: {:.1f} %\n", page, own,
             100 * own / page);
  fmt::print("somebody else's work, a row each time: {:.1f} us\n", foreign);
}
