// What the access ledger costs the page that opened somebody, whole pages with and without.
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
#include "platform/http/compress.hpp"

namespace {

constexpr int rounds = 2'000;

using Clock = std::chrono::steady_clock;

double us_since(Clock::time_point began) {
  return std::chrono::duration<double, std::micro>(Clock::now() - began).count();
}

double median(std::vector<double> all) {
  std::ranges::sort(all);
  return all[all.size() / 2];
}

// A database that can turn a deaf ear to what is posted to it, which only the ledger does.
class Deaf final : public db::Database {
 public:
  explicit Deaf(std::unique_ptr<db::Database> inner) : inner_(std::move(inner)) {}
  db::Engine engine() const override { return inner_->engine(); }
  db::Load load() const override { return inner_->load(); }
  std::int64_t next_id() override { return inner_->next_id(); }
  std::shared_future<void> post(std::function<void(db::Tx&)> body) override {
    return deaf ? std::shared_future<void>() : inner_->post(std::move(body));
  }

  bool deaf = false;

 private:
  void read_body(const Body& body) override {
    inner_->read([&](db::Tx& tx) { body(tx); });
  }
  void write_body(const Body& body) override {
    (void)inner_->write([&](db::Tx& tx) -> base::Result<bool, bool> {
      if (!body(tx)) return base::refuse(false);
      return true;
    });
  }
  std::optional<std::string> problem_in(std::string_view) override { return std::nullopt; }

  std::unique_ptr<db::Database> inner_;
};

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
  request.headers = {{"host", "127.0.0.1:8080"},
                     {"accept-encoding", "gzip"},
                     {"cookie", "taydo_session=" + token}};
  return request;
}

}  // namespace

int main(int argc, char** argv) {
  doctest::Context checks;
  checks.setAsDefaultForAssertsOutOfTestCases();
  const support::Folder folder;
  app::Ground ground(folder.path(), argc > 1 ? argv[1] : "");
  auto owned = std::make_unique<Deaf>(std::move(ground.db));
  auto& deaf = *owned;
  ground.db = std::move(owned);
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
  const identity::ChargesOf charges = casework::in_charge;
  const auto asking = [&](const identity::Who& who) {
    deaf.deaf = true;
    std::vector<double> all;
    for (int i = 0; i < rounds; ++i) {
      identity::Openings openings(deaf, charges);
      openings.purpose("one_stop.case", dossier.id.value).opened(town.lan.person);
      const auto began = Clock::now();
      openings.tell(&who, town.now);
      all.push_back(us_since(began));
    }
    return median(all);
  };
  const auto compare = [&](std::string_view whose, const identity::Who& who) {
    const auto request = dossier_page(town, who, dossier.code);
    std::vector<double> with, without;
    for (int i = 0; i < 2 * rounds; ++i) {
      deaf.deaf = i % 2 == 0;
      // Somebody else acts between two pages, as in a city somebody always does.
      deaf.write([&](db::Tx& tx) { config::set(tx, town.now, "bench", {{"turn", i}}); });
      const auto began = Clock::now();
      auto answer = handle(request);
      base::must(answer.status == 200);
      http::compress_page(request, answer);
      answer.settle();
      (deaf.deaf ? without : with).push_back(us_since(began));
    }
    const double a = median(without), b = median(with), c = asking(who);
    fmt::print(
        "{}: {:.0f} us; {:.0f} us with the rows, {:.1f} us in both to see whether one is due: "
        "{:.1f} %\n",
        whose, a, b, c, 100 * (b - a + c) / (a - c));
  };
  compare("one's own work, a row a day", town.minh);
  compare("somebody else's, a row each time", town.duyen);
}
