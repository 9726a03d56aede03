// A disk on which nothing can be written: the city starts and is read, says so, loses no word, and
// goes on when there is room. A limit on the size of files does as a full disk does, anywhere.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>

#include "app/program.hpp"
#include "cast/town.hpp"
#include "engines/identity/forgery.hpp"
#include "engines/identity/sessions.hpp"
#include "platform/config/secrets.hpp"
#include "platform/db/room.hpp"
#include "services/one_stop/slip.hpp"
#include "support/child.hpp"
#include "support/folder.hpp"

namespace {

using support::Child;

// Nothing more can be written by this process; or it can again.
void fill_the_disk(bool full) {
  std::signal(SIGXFSZ, SIG_IGN);
  rlimit files{};
  getrlimit(RLIMIT_FSIZE, &files);
  files.rlim_cur = full ? 0 : files.rlim_max;
  setrlimit(RLIMIT_FSIZE, &files);
}

struct Made {
  std::string code, secret, session;
};

// A city in which Lan has submitted and is signed in, left whole on the disk.
Made made(const std::string& folder) {
  Made out;
  Child child([&](const Child::Say& say) {
    app::Ground ground(folder, "");
    cast::Town town(*ground.db);
    const auto dossier = town.lan_submits("submit").value();
    const http::Request from;
    identity::Sessions sessions(*ground.db, ground.journal, false);
    const auto token = ground.db->write([&](db::Tx& tx) {
      return sessions.open(tx, {.person = town.lan.person, .how = "test", .level = 2, .from = from},
                           town.now);
    });
    say(dossier.code);
    say(ground.db->read([&](db::Tx& tx) { return one_stop::slip::secret(tx, dossier.id); }));
    say(token);
    const app::Program program(ground, {});  // all its keys and folders are there
  });
  out.code = child.line();
  out.secret = child.line();
  out.session = child.line();
  REQUIRE(child.line() == "");
  return out;
}

struct Visitor {
  app::Program& program;
  const Made& made;

  http::Response send(http::Method method, std::string path, std::string query,
                      std::string body = {}) const {
    http::Request request{.method = method, .path = std::move(path), .query = std::move(query)};
    request.headers = {{"host", "127.0.0.1:8080"},
                       {"content-type", "application/x-www-form-urlencoded"},
                       {"cookie", "taydo_session=" + made.session}};
    request.body = std::move(body);
    auto response = program.handler()(request);
    response.settle();
    return response;
  }
  http::Response get(std::string path, std::string query = {}) const {
    return send(http::Method::get, std::move(path), std::move(query));
  }
};

std::string has(const http::Response& response, std::string_view words) {
  return response.body.find(words) == std::string::npos ? "no" : "yes";
}

app::ServeOptions at_five_past_eight() {
  app::ServeOptions options;
  options.clock = [] { return base::Local::at(*base::Date::of(2026, 11, 23), 8, 5).instant(); };
  return options;
}

}  // namespace

TEST_CASE("On a full disk the city starts, is read, keeps what is typed, and goes on with room") {
  const support::Folder folder;
  const auto city = made(folder.path());
  Child child([&](const Child::Say& say) {
    fill_the_disk(true);
    std::string form;
    {
      app::Ground ground(folder.path(), "");
      say(db::writable(*ground.db) ? "writes" : "only reads");
      app::Program program(ground, at_five_past_eight());
      const Visitor lan{program, city};
      constexpr std::string_view strip = "Tạm thời chỉ xem, chưa gửi được";
      for (const auto* path : {"/", "/thu-tuc", "/thu-tuc/1.004873", "/ho-so"}) {
        const auto page = lan.get(path);
        say(fmt::format("{} {} {}", path, page.status, has(page, strip)));
      }
      const auto own = lan.get("/ho-so/" + city.code);
      say(fmt::format("own {} {}", own.status, has(own, city.code)));
      const auto slip = lan.get("/tra-cuu", "ma=" + city.code + "&bi-mat=" + city.secret);
      say(fmt::format("look-up {}", slip.status));
      const auto key = config::kept(ground.folder, "server.key").value();
      form = "field=phone&wanted=0912000108&words=Sai+r%E1%BB%93i&token=" +
             identity::forgery::token_for(key, city.session);
      const auto sent = lan.send(http::Method::post, "/tai-khoan/du-lieu/sua", "", form);
      say(fmt::format("sent {} {} {}", sent.status, has(sent, R"(name="words" value="Sai rồi")"),
                      has(sent, R"(action="/tai-khoan/du-lieu/sua")")));
      say(fmt::format("opened anew {}",
                      db::writable(*db::open(ground.folder.database())) ? "writes" : "only reads"));
    }
    fill_the_disk(false);
    app::Ground ground(folder.path(), "");
    app::Program program(ground, at_five_past_eight());
    const Visitor lan{program, city};
    const auto sent = lan.send(http::Method::post, "/tai-khoan/du-lieu/sua", "", form);
    say(fmt::format("with room {} {}", sent.status, has(lan.get("/"), "Tạm thời chỉ xem")));
  });
  CHECK(child.line() == "only reads");
  CHECK(child.line() == "/ 200 yes");
  CHECK(child.line() == "/thu-tuc 200 yes");
  CHECK(child.line() == "/thu-tuc/1.004873 200 yes");
  CHECK(child.line() == "/ho-so 200 yes");
  CHECK(child.line() == "own 200 yes");
  CHECK(child.line() == "look-up 303");
  CHECK(child.line() == "sent 503 yes yes");
  CHECK(child.line() == "opened anew only reads");
  CHECK(child.line() == "with room 303 no");
  CHECK(child.line() == "");
}

TEST_CASE(
    "A disk that fills up while the city runs keeps what is typed too, and recovers by itself") {
  const support::Folder folder;
  const auto city = made(folder.path());
  Child child([&](const Child::Say& say) {
    app::Ground ground(folder.path(), "");
    app::Program program(ground, at_five_past_eight());
    const Visitor lan{program, city};
    const auto key = config::kept(ground.folder, "server.key").value();
    const auto form = "field=phone&wanted=0912000108&words=Sai&token=" +
                      identity::forgery::token_for(key, city.session);
    fill_the_disk(true);
    const auto sent = lan.send(http::Method::post, "/tai-khoan/du-lieu/sua", "", form);
    say(fmt::format("sent {} {}", sent.status, has(sent, R"(name="words" value="Sai")")));
    say(fmt::format("home {} {}", lan.get("/").status, has(lan.get("/"), "Tạm thời chỉ xem")));
    fill_the_disk(false);
    const auto again = lan.send(http::Method::post, "/tai-khoan/du-lieu/sua", "", form);
    say(fmt::format("again {} {}", again.status, has(lan.get("/"), "Tạm thời chỉ xem")));
  });
  CHECK(child.line() == "sent 503 yes");
  CHECK(child.line() == "home 200 yes");
  CHECK(child.line() == "again 303 no");
  CHECK(child.line() == "");
}

TEST_CASE("A city killed in the middle of its work is read on a full disk as it was at its end") {
  const support::Folder folder;
  const auto city = made(folder.path());
  {
    Child child([&](const Child::Say& say) {
      app::Ground ground(folder.path(), "");
      ground.db->write([](db::Tx& tx) { tx.execute("UPDATE one_stop_dossier SET state = 3"); });
      say("written");
      for (;;) pause();
    });
    REQUIRE(child.line() == "written");
    child.kill();
  }
  Child child([&](const Child::Say& say) {
    fill_the_disk(true);
    const app::Ground ground(folder.path(), "");
    say(std::to_string(ground.db->read([](db::Tx& tx) {
      return tx
          .first("SELECT state FROM one_stop_dossier", {},
                 [](const db::Row& row) { return row.i64(0); })
          .value();
    })));
  });
  CHECK(child.line() == "3");
}
