// Every route of every manifest, called by everybody it is not for, and by somebody it is for; and
// what it shows of Lan stands in the access ledger.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include <iterator>
#include <map>
#include <set>
#include <sstream>

#include "cast/city.hpp"
#include "engines/identity/gate.hpp"
#include "platform/pdf/tests/outside.hpp"
#include "services/one_stop/store.hpp"

namespace {

using cast::City;
using identity::Permission;
using identity::Who;

bool to_sign_in(const http::Response& response) {
  for (const auto& [name, value] : response.headers) {
    if (name == "Location") return value.starts_with(identity::sign_in_path);
  }
  return false;
}

std::string named(const identity::Route& route) {
  return fmt::format("{} {}", route.method == http::Method::post ? "POST" : "GET", route.pattern);
}

}  // namespace

TEST_CASE("What needs a person sends nobody to sign in") {
  City city;
  int asked = 0;
  for (const auto& route : city.routes()) {
    if (route.permission.to == Permission::To::anyone) continue;
    CAPTURE(named(route));
    const auto response = city.call(route, nullptr);
    CHECK(response.status == 303);
    CHECK(to_sign_in(response));
    ++asked;
  }
  CHECK(asked > 15);
}

TEST_CASE("No route answers who it is not for, whoever they are") {
  City city;
  for (const auto& route : city.routes()) {
    const auto& permission = route.permission;
    CAPTURE(named(route));
    const auto refused = [&](const Who& who) { return city.call(route, &who).status == 404; };
    if (permission.to == Permission::To::resident) CHECK(refused(city.boss));
    if (permission.to == Permission::To::officer) {
      CHECK(refused(city.town.lan));
      CHECK(refused(city.former));
      if (!permission.roles.empty()) CHECK(refused(city.visitor));
    }
    if (!permission.of) continue;
    CHECK(refused(permission.to == Permission::To::officer ? city.stranger : city.town.bao));
  }
}

TEST_CASE("Every route answers who it is for") {
  City city;
  auto& town = city.town;  // the slip is there to be read once the dossier was received
  const auto lans =
      city.db().read([&](db::Tx& tx) { return one_stop::store::by_code(tx, city.code()); });
  REQUIRE(town.actions.accept(town.act(town.minh), town.task(*lans)));
  for (const auto& route : city.routes()) {
    if (route.permission.to == Permission::To::anyone) continue;
    CAPTURE(named(route));
    const bool officers = route.permission.to == Permission::To::officer;
    const auto response = city.call(route, officers ? &city.boss : &city.town.lan);
    CHECK_FALSE(to_sign_in(response));
    // A form that cannot be proven ours is turned away after the permission: so they had it.
    if (route.method == http::Method::post) {
      CHECK(response.status == 403);
    } else {
      CHECK(response.status != 404);
      CHECK(response.status < 500);
    }
  }
}

namespace {

// What of Lan a page can show: from her account, and from the form she submitted.
constexpr std::string_view marks[] = {"Zyxquan",    "zyxquan", "092196000107", "30/12/1931",
                                      "1931-12-30", "Zyxhem",  "0977123987",   "0977 123 987",
                                      "••• 107",    "zyxmail", "Hai Bà Trưng"};

std::string text_of(const http::Response& response) {
  if (response.content_type != "application/pdf") return response.body;
  const outside::Folder folder;
  return outside::run("pdftotext -layout " + folder.put("paper.pdf", response.body) + " -").text;
}

// The first mark it shows that was not typed into it.
std::string mark_in(const http::Response& response, std::string_view typed = "") {
  const auto text = text_of(response);
  for (const auto mark : marks) {
    if (typed.find(mark) == typed.npos && text.find(mark) != text.npos) return std::string(mark);
  }
  return "";
}

// What a page may be asked so that it shows somebody.
std::vector<std::string> questions(City& city, std::string_view pattern) {
  if (pattern == "/viec" || pattern == "/viec/bang.csv") return {"", "q=zyxquan", "han=late"};
  if (pattern == "/can-bo/ho-so") return {"q=" + city.code()};
  if (pattern == "/tra-cuu") return {"ma=" + city.code() + "&bi-mat=" + city.secret()};
  if (pattern == "/quan-tri/tai-khoan/moi") return {"", "nguoi=" + city.town.lan.person.str()};
  if (pattern.ends_with("/dinh-danh")) return {"", "ly-do=check", "ly-do=correct"};
  if (pattern == "/quan-tri/nguoi") {
    return {"", "q=092196000107", "q=Zyxquan Thị Lan&sinh=30/12/1931"};
  }
  if (pattern == "/quan-tri/nguoi/moi") return {"", "name=Lê Văn A&number=092196000107"};
  return {""};
}

}  // namespace

namespace {

using Purposes = std::set<std::string>;

// For what each route that shows Lan to somebody else opens her. One that begins to show her, or
// opens her for something else, stands here too or the test below fails.
const std::map<std::string, Purposes> stated = {
    {"GET /can-bo/ho-so/{code}", {"one_stop.case"}},
    {"GET /can-bo/ho-so/{code}/{paper}", {"one_stop.case_paper"}},
    {"GET /can-bo/viec/{task}", {"one_stop.case"}},
    {"POST /can-bo/viec/{task}", {"one_stop.case"}},
    {"GET /viec", {"worklist.list"}},
    {"GET /viec/bang.csv", {"worklist.export"}},
    {"GET /quan-tri/du-lieu-ca-nhan/{request}", {"privacy.request"}},
    {"POST /quan-tri/du-lieu-ca-nhan/{request}", {"privacy.request"}},
    {"GET /quan-tri/nguoi", {"administration.find_person"}},
    {"GET /quan-tri/nguoi/{person}/dinh-danh ly-do=check", {"administration.check_person"}},
    {"GET /quan-tri/nguoi/{person}/dinh-danh ly-do=correct", {"administration.correct_person"}},
    {"POST /quan-tri/nguoi/{person}/dinh-danh ly-do=check", {"administration.check_person"}},
    {"POST /quan-tri/nguoi/{person}/dinh-danh ly-do=correct", {"administration.correct_person"}},
    {"GET /quan-tri/to-chuc/{organisation}", {"administration.representatives"}},
    {"POST /quan-tri/to-chuc/{organisation}", {"administration.representatives"}}};

// With the reason where the reader gives one.
std::string key_of(const identity::Route& route, const std::string& fields) {
  return named(route) + (fields.starts_with("ly-do=") ? " " + fields : "");
}

Purposes purposes_in(const std::string& opened) {
  std::istringstream in(opened);
  return {std::istream_iterator<std::string>(in), {}};
}

}  // namespace

TEST_CASE("Whatever a page shows of Lan to somebody else stands in her ledger, for what it is") {
  City city;
  std::set<std::string> seen;
  const auto look = [&](const identity::Route& route, const Who& who, const std::string& fields) {
    city.lan_opened();
    const auto mark = mark_in(city.call(route, who, fields), fields);
    const auto opened = purposes_in(city.lan_opened());
    CAPTURE(named(route));
    CAPTURE(who.name);
    CAPTURE(fields);
    CAPTURE(mark);
    if (mark.empty()) return;
    const auto row = stated.find(key_of(route, fields));
    REQUIRE_MESSAGE(row != stated.end(), "it shows her, and no purpose is stated for it");
    CHECK(opened == row->second);
    seen.insert(row->first);
  };
  auto& town = city.town;
  const std::vector<Who> readers = {city.boss, town.minh, town.duyen, city.stranger, town.bao};
  for (const auto method : {http::Method::get, http::Method::post}) {  // posts change things
    for (const auto& route : city.routes()) {
      if (route.method != method) continue;
      for (const auto person : {town.hoa.person, town.lan.person}) {
        city.person = person;
        for (const auto* paper : {"giay-tiep-nhan.pdf", "du-thao.pdf"}) {
          city.paper = paper;
          for (const auto& fields : questions(city, route.pattern)) {
            for (const auto& who : readers) look(route, who, fields);
          }
          if (route.pattern.find("{paper}") == route.pattern.npos) break;
        }
        if (route.pattern.find("{person}") == route.pattern.npos) break;
      }
    }
  }
  for (const auto& [route, purposes] : stated) {
    CAPTURE(route);
    CHECK_MESSAGE(seen.contains(route), "it shows her no more: take it out of the table");
  }
}

TEST_CASE("No page shows anything of Lan to who is not signed in") {
  City city;
  for (const auto& route : city.routes()) {
    CAPTURE(named(route));
    CHECK(mark_in(city.call(route, nullptr)) == "");
  }
}

TEST_CASE("The administrator of one ward lists no account of another, and none of the city's") {
  City city;
  const auto page = [&](std::string_view pattern, const Who& who) {
    for (const auto& route : city.routes()) {
      if (route.pattern == pattern) return city.call(route, &who).body;
    }
    return std::string("no such route");
  };
  for (const auto* list : {"/quan-tri/tai-khoan", "/quan-tri/tai-khoan.csv"}) {
    CAPTURE(list);
    CHECK(page(list, city.boss).find("quantri") != std::string::npos);
    const auto theirs = page(list, city.stranger);
    CHECK(theirs.size() > 20);
    CHECK(theirs.find("quantri") == std::string::npos);
  }
}
