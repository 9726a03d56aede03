// Looking a dossier's state up without signing in: by its code and the secret of its slip.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "cast/city.hpp"
#include "platform/http/tries.hpp"
#include "platform/pdf/tests/outside.hpp"
#include "services/one_stop/slip.hpp"

namespace {

using one_stop::slip::printed;

struct LookUp {
  http::Response ask(const std::string& code, const std::string& secret,
                     const std::string& from = "203.0.113.7") {
    http::Request request;
    request.path = "/tra-cuu";
    request.query = "ma=" + code + "&bi-mat=" + secret;
    request.remote = from;
    request.headers.push_back({"host", "127.0.0.1:8080"});
    return city.send(request);
  }
  bool shows(const http::Response& response) {
    return response.body.find("Tình trạng hồ sơ " + city.code()) != std::string::npos;
  }

  cast::City city;
};

}  // namespace

TEST_CASE("Who walks through codes finds no dossier, and is soon told to wait") {
  LookUp at;
  const auto base = at.city.code().substr(0, at.city.code().size() - 4);
  int found = 0, told_to_wait = 0;
  std::string first;
  for (int order = 1; order <= 184; ++order) {
    const auto code = base + fmt::format("{:04}", order);
    for (const std::string secret : {"", "22222-22222"}) {
      const auto response = at.ask(code, secret);
      found += at.shows(response);
      told_to_wait += response.status == 429;
    }
  }
  CHECK(found == 0);
  CHECK(told_to_wait >= 184 - 30);
  // Another address is not held for it, and what is not there looks like what is.
  const auto there = at.ask(at.city.code(), "22222-22222", "203.0.113.8");
  const auto nowhere = at.ask(base + "9999", "22222-22222", "203.0.113.8");
  auto same = nowhere.body;
  for (auto at_code = same.find(base + "9999"); at_code != same.npos;
       at_code = same.find(base + "9999"))
    same.replace(at_code, base.size() + 4, at.city.code());
  CHECK(there.body == same);
  CHECK(there.status == nowhere.status);
}

TEST_CASE("Who holds the slip sees the state, however the secret is typed") {
  LookUp at;
  const auto secret = at.city.secret();
  CHECK(secret.size() == 10);
  CHECK(at.shows(at.ask(at.city.code(), secret)));
  CHECK(at.shows(at.ask(at.city.code(), printed(secret))));
  auto small = secret;
  std::transform(small.begin(), small.end(), small.begin(), [](char c) { return std::tolower(c); });
  CHECK(at.shows(at.ask(at.city.code(), small.substr(0, 5) + "%20" + small.substr(5))));
  CHECK_FALSE(at.shows(at.ask(at.city.code(), secret.substr(0, 9))));
  CHECK_FALSE(at.shows(at.ask(at.city.code(), secret + "2")));
}

TEST_CASE("Strangers who try one code from everywhere do not shut out who holds its slip") {
  LookUp at;
  int waits = 0;
  for (int i = 0; i < 200; ++i) {
    const auto from = fmt::format("198.51.100.{}", i);
    waits += at.ask(at.city.code(), fmt::format("{:05}22222", i), from).status == 429;
  }
  CHECK(waits >= 180);
  CHECK(at.shows(at.ask(at.city.code(), at.city.secret())));
  // The address that was shut is open again when the time is over.
  for (int i = 0; i < 40; ++i) at.ask("H13.99-261123-0001", "2222222222", "198.51.100.1");
  CHECK_FALSE(at.shows(at.ask(at.city.code(), at.city.secret(), "198.51.100.1")));
  at.city.town.now = at.city.town.now + 11 * base::minute_us;
  CHECK(at.shows(at.ask(at.city.code(), at.city.secret(), "198.51.100.1")));
}

TEST_CASE("The slip prints the secret, and its QR code carries it; the result carries none") {
  LookUp at;
  auto& town = at.city.town;
  at.city.db().write([](db::Tx& tx) { tx.execute("UPDATE one_stop_dossier SET slip = ''"); });
  CHECK(at.city.secret() == "");
  CHECK_FALSE(at.shows(at.ask(at.city.code(), "")));  // an old dossier opens to nobody
  const auto submitted = town.lan_submits("another").value();
  const auto dossier = town.actions.accept(town.act(town.minh), town.task(submitted)).value();
  cast::AnyPurpose purpose;
  const auto of = [&](const std::string& pdf) {
    const outside::Folder folder;
    return outside::run("pdftotext -layout " + folder.put("slip.pdf", pdf) + " -").text;
  };
  at.city.db().write([](db::Tx& tx) { tx.execute("UPDATE one_stop_dossier SET slip = ''"); });
  const auto slip =
      of(town.papers.slip(town.sources(dossier), one_stop::Papers::Slip::receipt, purpose, town.now)
             .value());
  const auto secret =
      at.city.db().read([&](db::Tx& tx) { return one_stop::slip::secret(tx, dossier.id); });
  REQUIRE(secret.size() == 10);
  CHECK(slip.find(printed(secret)) != std::string::npos);
  CHECK(at.shows(at.ask(dossier.code, secret)) == false);  // another code than Lan's first
  CHECK(at.ask(dossier.code, secret).body.find(dossier.code) != std::string::npos);
  const auto draft = of(town.files.get(town.draft(dossier).file));
  CHECK(draft.find(secret) == std::string::npos);
  CHECK(draft.find(printed(secret)) == std::string::npos);
}

TEST_CASE("Wrong tries are counted for a network, in bounded memory, for some minutes") {
  const base::Instant now{1'000'000'000};
  http::Tries tries(3, base::minute_us);
  for (int i = 0; i < 3; ++i) {
    CHECK_FALSE(tries.over("a", now));
    tries.wrong("a", now);
  }
  CHECK(tries.over("a", now));
  CHECK_FALSE(tries.over("b", now));
  CHECK_FALSE(tries.over("a", now + base::minute_us));
  for (int i = 0; i < 30'000; ++i) tries.wrong(std::to_string(i), now + i);
  CHECK(http::network_of("192.0.2.7") == "192.0.2.7");
  CHECK(http::network_of("::ffff:192.0.2.7") == "192.0.2.7");
  CHECK(http::network_of("2001:db8:1:2:3:4:5:6") == http::network_of("2001:db8:1:2::1"));
  CHECK(http::network_of("2001:db8:1:2:3:4:5:6") != http::network_of("2001:db8:1:3:3:4:5:6"));
  CHECK(http::network_of("fe80::1%eth0") == http::network_of("fe80::2"));
  CHECK(http::network_of("") == "");
}
