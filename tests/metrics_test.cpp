// Who may read the figures of the running program, and that what is read is the format.
#include <doctest/doctest.h>

#include <fstream>

#include "app/watch.hpp"
#include "cast/town.hpp"
#include "engines/messages/messages.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/metrics/tests/reading.hpp"
#include "support/folder.hpp"

namespace {

http::Request asking(std::vector<std::pair<std::string, std::string>> headers,
                     std::string remote = "127.0.0.1") {
  http::Request request;
  request.path = "/metrics";
  request.headers = std::move(headers);
  request.remote = std::move(remote);
  return request;
}

}  // namespace

TEST_CASE("A program on this machine may watch; whoever comes through a proxy may not") {
  const auto may = [](const http::Request& request) {
    return app::may_watch(request, "secret", false);
  };
  CHECK(may(asking({{"host", "127.0.0.1:8080"}})));
  CHECK(may(asking({{"host", "localhost:8080"}}, "::1")));
  CHECK(may(asking({{"host", "[::1]:8080"}}, "::1")));
  CHECK_FALSE(may(asking({{"host", "127.0.0.1:8080"}}, "203.0.113.7")));
  CHECK_FALSE(may(asking({{"host", "dichvucong.example"}})));
  CHECK_FALSE(may(asking({{"host", "localhost.example:8080"}})));
  CHECK_FALSE(may(asking({{"host", "127.0.0.1"}, {"x-forwarded-for", "203.0.113.7"}})));
  CHECK_FALSE(may(asking({{"host", "127.0.0.1"}, {"forwarded", "for=203.0.113.7"}})));
  CHECK_FALSE(may(asking({})));
}

TEST_CASE("Where the city is public only the token opens the figures") {
  const auto may = [](const http::Request& request) {
    return app::may_watch(request, "secret", true);
  };
  CHECK_FALSE(may(asking({{"host", "127.0.0.1:8080"}})));
  CHECK(may(asking({{"authorization", "Bearer secret"}}, "203.0.113.7")));
  CHECK_FALSE(may(asking({{"authorization", "Bearer secre"}})));
  CHECK_FALSE(may(asking({{"authorization", "Bearer "}})));
  CHECK_FALSE(may(asking({{"authorization", "secret"}})));
}

TEST_CASE("A wrong token is not made good by the machine it comes from") {
  CHECK_FALSE(app::may_watch(asking({{"host", "127.0.0.1"}, {"authorization", "Bearer wrong"}}),
                             "secret", false));
}

TEST_CASE("The figures of a program: answers by status, the database, jobs, letters") {
  const support::Folder folder;
  app::Ground ground(folder.path(), "");
  const auto now = app::now();
  messages::Messages messages(*ground.db, ground.journal,
                              {{.key = "test.new", .title = {"Mới", "New"}}}, true);
  ground.db->write([&](db::Tx& tx) {
    jobs::add(*ground.db, tx, now, "messages.mail", {});
    messages.tell(tx, now, {.act = "a", .to = base::PersonId{7}, .kind = "test.new"});
  });
  app::Watch watch(ground, [&] { return now + 3 * base::second_us; });
  const auto handler = watch.around([](const http::Request& request) {
    return http::Response::plain(request.path == "/hong" ? 500 : 200, "ok");
  });
  http::Request request;
  request.path = "/";
  for (int i = 0; i < 3; ++i) CHECK(handler(request).body == "ok");
  request.path = "/hong";
  CHECK(handler(request).status == 500);
  request.path = "/metrics";
  CHECK(handler(request).body == "ok");  // no Host of this machine: it is passed on like any other

  const auto response = handler(asking({{"host", "127.0.0.1:8080"}}));
  CHECK(response.content_type == metrics::content_type);
  const auto read = exposition::read(response.body);
  const auto& answers = read.at("taydo_http_answer_seconds").samples;
  CHECK(answers.at("taydo_http_answer_seconds_count{status=2xx;}") == 4);
  CHECK(answers.at("taydo_http_answer_seconds_count{status=5xx;}") == 1);
  CHECK(read.at("taydo_db_writes_total").samples.at("taydo_db_writes_total{}") >= 1);
  const auto& jobs = read.at("taydo_jobs").samples;
  CHECK(jobs.at("taydo_jobs{kind=messages.mail;state=waiting;}") == 1);
  CHECK(jobs.at("taydo_jobs{kind=messages.mail;state=dead;}") == 0);
  const auto& oldest = read.at("taydo_jobs_oldest_seconds").samples;
  CHECK(oldest.at("taydo_jobs_oldest_seconds{kind=messages.mail;}") == 3);
  const auto& letters = read.at("taydo_letters").samples;
  CHECK(letters.at("taydo_letters{state=trouble;}") == 1);
  CHECK(letters.at("taydo_letters{state=waiting;}") == 0);
  CHECK(read.at("taydo_letters_bouncing").samples.at("taydo_letters_bouncing{}") == 0);
}

TEST_CASE("The figures tell how far behind the second holder is, when nothing can be added") {
  const support::Folder folder;
  const auto held = folder.path() + "/held";
  std::ofstream(folder.path() + "/taydo.json") << R"({"seals_file": ")" + held + R"("})";
  app::Ground ground(folder.path(), "");
  const cast::Town town(*ground.db);
  app::ServeOptions options;
  options.demo = true;
  app::Program program(ground, options);
  const auto figure = [&](const std::string& name) {
    const std::vector<metrics::Source> sources = {program.figures()};
    return exposition::read(metrics::look(sources)).at(name).samples.at(name + "{}");
  };
  ground.db->write([&](db::Tx& tx) {
    ground.journal.append(
        tx, app::now() + -base::hour_us,
        {.act = "x", .actor = {}, .verb = "a.b", .subject_kind = "c", .subject = 1});
  });
  ground.journal.seal(app::now() + -base::hour_us);
  CHECK(figure("taydo_journal_held_behind_seconds") >= 3'600);
  program.tend();
  CHECK(figure("taydo_journal_held_seal") >= 1);
  CHECK(figure("taydo_journal_held_behind_seconds") == 0);
  std::ofstream(held, std::ios::app) << "somebody wrote here\n";
  program.tend();
  CHECK(figure("taydo_journal_held_seal") == 0);  // it ends in no seal of ours
  CHECK(figure("taydo_journal_held_behind_seconds") >= 3'600);
}
