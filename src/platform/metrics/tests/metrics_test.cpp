#include "platform/metrics/metrics.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <limits>
#include <thread>

#include "platform/metrics/tests/reading.hpp"

using metrics::Page;

TEST_CASE("What the page says, a reader that only knows the format understands") {
  Page page;
  page.counter("taydo_mail_total", "Letters handed over");
  page.sample(3);
  page.gauge("taydo_jobs", "Jobs by kind");
  page.sample(12, {{"kind", "messages.mail"}, {"state", "waiting"}});
  page.sample(0.25, {{"kind", "units.move_on"}, {"state", "dead"}});
  page.gauge("taydo_nothing", "Has no sample, so it is not named");
  const auto read = exposition::read(page.text());
  REQUIRE(read.size() == 2);
  CHECK(read.at("taydo_mail_total").type == "counter");
  CHECK(read.at("taydo_mail_total").help == "Letters handed over");
  CHECK(read.at("taydo_mail_total").samples.at("taydo_mail_total{}") == 3);
  const auto& jobs = read.at("taydo_jobs").samples;
  CHECK(jobs.at("taydo_jobs{kind=messages.mail;state=waiting;}") == 12);
  CHECK(jobs.at("taydo_jobs{kind=units.move_on;state=dead;}") == 0.25);
}

TEST_CASE("Quotes, backslashes and line breaks arrive as they were, and break nothing") {
  const std::string odd = "a\"b\\c\nd}e,f=\"g\" 7\\n";
  Page page;
  page.gauge("taydo_odd", "one\\two\nthree \"four\"");
  page.sample(1, {{"what", odd}, {"then", "Bưu điện"}});
  const auto read = exposition::read(page.text());
  CHECK(read.at("taydo_odd").help == "one\\two\nthree \"four\"");
  CHECK(read.at("taydo_odd").samples.count("taydo_odd{what=" + odd + ";then=Bưu điện;}") == 1);
}

TEST_CASE("Numbers stay exact: large counts, small parts of a second, none and no bound") {
  Page page;
  page.gauge("taydo_number", "Numbers");
  const std::vector<double> all = {9007199254740991, 0.000001, -2.5, 1e21,
                                   std::numeric_limits<double>::infinity()};
  for (std::size_t i = 0; i < all.size(); ++i) {
    page.sample(all[i], {{"at", std::to_string(i)}});
  }
  page.sample(std::numeric_limits<double>::quiet_NaN(), {{"at", "none"}});
  const auto samples = exposition::read(page.text()).at("taydo_number").samples;
  for (std::size_t i = 0; i < all.size(); ++i) {
    CHECK(samples.at(fmt::format("taydo_number{{at={};}}", i)) == all[i]);
  }
  const auto none = samples.at("taydo_number{at=none;}");
  CHECK(none != none);
}

TEST_CASE("A histogram counts each bound with all below it, whoever counts meanwhile") {
  metrics::Histogram histogram;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int n = 0; n < 1000; ++n) histogram.took(n % 2 == 0 ? 1'000 : 300'000);
    });
  }
  for (auto& thread : threads) thread.join();
  histogram.took(60'000'000);
  Page page;
  page.histogram("taydo_wait_seconds", "Waits");
  page.sample(histogram.read(), {{"pool", "web"}});
  const auto samples = exposition::read(page.text()).at("taydo_wait_seconds").samples;
  const auto at = [&](std::string_view bound) {
    return samples.at(fmt::format("taydo_wait_seconds_bucket{{pool=web;le={};}}", bound));
  };
  CHECK(at("0.001") == 2000);  // a bound holds what is exactly as long
  CHECK(at("0.25") == 2000);
  CHECK(at("0.5") == 4000);
  CHECK(at("10") == 4000);
  CHECK(at("+Inf") == 4001);
  CHECK(samples.at("taydo_wait_seconds_count{pool=web;}") == 4001);
  CHECK(samples.at("taydo_wait_seconds_sum{pool=web;}") == doctest::Approx(662));
}

TEST_CASE("A source that fails takes only its own lines along") {
  const std::vector<metrics::Source> sources = {
      [](Page& page) {
        page.gauge("taydo_one", "One");
        page.sample(1);
      },
      [](Page& page) {
        page.gauge("taydo_two", "Two");
        page.sample(2);
        throw std::runtime_error("the database does not answer");
      },
      [](Page& page) {
        page.gauge("taydo_three", "Three");
        page.sample(3);
      }};
  const auto read = exposition::read(metrics::look(sources));
  CHECK(read.size() == 2);
  CHECK(read.count("taydo_two") == 0);
}
