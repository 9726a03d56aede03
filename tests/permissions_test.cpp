// Every route of every manifest, called by everybody it is not for, and by somebody it is for; and
// what it shows of Lan stands in the access ledger.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include "app/program.hpp"
#include "cast/town.hpp"
#include "engines/identity/delegation.hpp"
#include "engines/identity/forgery.hpp"
#include "engines/identity/founding.hpp"
#include "engines/identity/gate.hpp"
#include "engines/identity/organisations.hpp"
#include "engines/identity/store_accounts.hpp"
#include "platform/http/edge.hpp"
#include "platform/pdf/tests/outside.hpp"
#include "services/one_stop/store.hpp"

namespace {

using identity::Permission;
using identity::Who;

// "q=a b&x=1" as a browser sends it.
std::string query_of(std::string_view fields) {
  std::string out;
  for (const char c : fields)
    out += c == '=' || c == '&' ? std::string(1, c) : base::url_encoded({&c, 1});
  return out;
}

// The whole program over the cast's town.
class City {
 public:
  City() : ground_(folder_.path(), ""), town(*ground_.db) {
    db().write([&](db::Tx& tx) {
      config::set(tx, town.now, "city", {{"hotline", "1022"}});
      // Nobody here has to enrol a second factor before they are let anywhere.
      const base::json::object nobody = {{"from", "2025-01-01"}, {"roles", base::json::array()}};
      config::set(tx, town.now, "second_factor", {{"demanded", base::json::array{nobody}}});
    });
    app::ServeOptions options;
    options.demo = true;
    options.clock = [this] { return town.now; };
    program_ = std::make_unique<app::Program>(ground_, options);
    mark_lan();
    dossier_ = town.lan_submits("submit").value();
    const auto version = dossier_.version;
    draft_ = db().write([&](db::Tx& tx) {
      return forms::start_draft(db(), tx, town.now, town.lan.person, version, {});
    });
    db().write([&](db::Tx& tx) {
      one_stop::store::set_destination(tx, draft_, {"1.004873", town.ward});
    });
    db().write([&](db::Tx& tx) {
      identity::Delegation absence{.position = town.hoa.positions.front().id,
                                   .from = town.hoa.person,
                                   .to = town.duyen.person,
                                   .first = today(),
                                   .last = today(),
                                   .signing = "KT"};
      delegation_ = identity::delegate(db(), tx, absence, town.now);
      organisation_ = identity::add(db(), tx, {.name = "Công ty", .kind = "company"});
      identity::add(db(), tx,
                    identity::Representative{.organisation = organisation_,
                                             .person = town.lan.person,
                                             .capacity = "Giám đốc",
                                             .from = today()});
    });
    identity::create_administrator(
        db(), town.journal, {"quantri", "Lý Thành An", "mật khẩu của An", true, city()}, town.now);
    account_ =
        db().read([](db::Tx& tx) { return identity::store::account(tx, "quantri")->person; });
    boss = officer("Quyền Mọi Nơi", {town.ward, city()}, all_roles, std::nullopt);
    stranger = officer("Người Phường Khác", {town.other_ward}, all_roles, std::nullopt);
    visitor = officer("Người Vai Khác", {town.ward}, {"VISITOR"}, std::nullopt);
    former = officer("Người Đã Nghỉ", {town.ward, city()}, all_roles, today() + -1);
  }

  db::Database& db() { return *ground_.db; }
  base::Date today() const { return town.now.local().date; }
  const identity::Routes& routes() const { return program_->routes(); }

  // Calls it with an example in every hole, as this person; nullptr: nobody is signed in.
  http::Response call(const identity::Route& route, const Who* who) {
    return send(request_of(route, who));
  }
  // The same with these fields, in a form that is proven ours.
  http::Response call(const identity::Route& route, const Who& who, const std::string& fields) {
    auto request = request_of(route, &who);
    if (route.method == http::Method::get) {
      request.query = query_of(fields);
    } else {
      const auto secret = ground_.folder.secret("server.key", [] { return std::string(); });
      request.headers.push_back({"content-type", "application/x-www-form-urlencoded"});
      request.body =
          query_of(fields) + "&token=" + identity::forgery::token_for(secret, session(who));
    }
    auto response = send(request);
    if (route.method == http::Method::post) tokens_.clear();  // some posts end sessions
    return response;
  }

  // The purposes for which Lan was opened since this was asked last.
  std::string lan_opened() {
    return db().write([&](db::Tx& tx) {
      std::string out;
      tx.query("SELECT purpose FROM identity_access WHERE subject_id = $1 ORDER BY id",
               {town.lan.person}, [&](const db::Row& row) { out += row.str(0) + " "; });
      tx.execute("DELETE FROM identity_access");
      return out;
    });
  }

  const std::string& code() const { return dossier_.code; }

 private:
  http::Response send(const http::Request& request) { return program_->handler()(request); }

  http::Request request_of(const identity::Route& route, const Who* who) {
    http::Request request;
    request.method = route.method;
    request.path = filled(route.pattern);
    request.headers.push_back({"host", "127.0.0.1:8080"});
    if (who) request.headers.push_back({"cookie", "taydo_session=" + session(*who)});
    return request;
  }

  // Gives Lan values that stand nowhere else: see `marks`.
  void mark_lan() {
    town.lan.name = "Zyxquan Thị Lan";
    db().write([&](db::Tx& tx) {
      identity::keep_person(db(), tx,
                            {.number = "092196000107",
                             .name = town.lan.name,
                             .birth = "1931-12-30",
                             .residence = "77/31 hẻm Zyxhem",
                             .phone = "0977123987",
                             .email = "zyxmail@example.vn"},
                            identity::Source::oidc, town.now);
    });
  }

  // An example for each hole; a room that adds a hole adds one here.
  std::string filled(std::string_view pattern) {
    const std::map<std::string, std::string, std::less<>> examples = {
        {"thu-tuc/{code}", "1.004873"},
        {"ho-so/{code}", dossier_.code},
        {"can-bo/ho-so/{code}", dossier_.code},
        {"{draft}", draft_.str()},
        {"{step}", "1"},
        {"{paper}", paper},
        {"{task}", town.task(dossier_).str()},
        {"{figure}", "tiep-nhan"},
        {"{person}", person.str()},
        {"{position}", town.hoa.positions.front().id.str()},
        {"{delegation}", delegation_.str()},
        {"{organisation}", organisation_.str()},
        {"{account}", account_.str()},
        {"{job}", dead_job().str()},
        {"{message}", town.told(town.lan).str()},
        {"{unit}", town.ward.str()}};
    std::string path(pattern);
    for (auto at = path.find('{'); at != std::string::npos; at = path.find('{')) {
      const auto end = path.find('}', at);
      auto example = examples.find(path.substr(1, end));
      if (example == examples.end()) example = examples.find(path.substr(at, end + 1 - at));
      REQUIRE_MESSAGE(example != examples.end(), "no example for a hole of " << pattern);
      path.replace(at, end + 1 - at, example->second);
    }
    return path;
  }

  std::string session(const Who& who) {
    auto& token = tokens_[who.person];
    if (!token.empty()) return token;
    const http::Request from;
    identity::Sessions sessions(db(), town.journal, false);
    const identity::Opening opening{
        .person = who.person, .officer = who.officer, .how = "test", .level = 2, .from = from};
    token = db().write([&](db::Tx& tx) { return sessions.open(tx, opening, town.now); });
    return token;
  }

  jobs::JobId dead_job() {
    if (job_) return job_;
    job_ = db().write([&](db::Tx& tx) { return jobs::add(db(), tx, town.now, "test.fail", {}); });
    const auto fail = [](const jobs::Job&) { throw std::runtime_error("no route"); };
    jobs::Worker worker(
        db(), {{.name = "test.fail", .run = fail, .attempts_max = 1}}, [this] { return town.now; },
        [](auto&&...) {});
    while (worker.run_one()) {
    }
    return job_;
  }

  base::UnitId city() {
    return db().read([&](db::Tx& tx) { return units::by_code(tx, "92", today())->id; });
  }

  Who officer(std::string name, std::vector<base::UnitId> where,
              const std::vector<std::string_view>& roles, std::optional<base::Date> to) {
    Who who{.name = name, .officer = true};
    db().write([&](db::Tx& tx) {
      who.person =
          identity::keep_person(db(), tx, {.name = name}, identity::Source::desk, town.now);
      for (const auto unit : where) {
        for (const auto role : roles) {
          identity::appoint(db(), tx,
                            {.person = who.person,
                             .unit = unit,
                             .role = std::string(role),
                             .title = {"Công chức", "Officer"},
                             .from = *base::Date::of(2026, 1, 5),
                             .to = to});
        }
      }
    });
    return who;
  }

  support::Folder folder_;
  app::Ground ground_;
  one_stop::Dossier dossier_;
  jobs::JobId job_;
  base::DraftId draft_;
  identity::DelegationId delegation_;
  identity::OrganisationId organisation_;
  base::PersonId account_;
  std::map<base::PersonId, std::string> tokens_;
  std::unique_ptr<app::Program> program_;

 public:
  cast::Town town;
  std::string paper = "giay-tiep-nhan.pdf";
  base::PersonId person = town.hoa.person;
  const std::vector<std::string_view> all_roles = {"INTAKE_OFFICER", "SPECIALIST", "LEADER",
                                                   "CLERK",          "DESK_HEAD",  "SYS_ADMIN"};
  Who boss, stranger, visitor, former;
};

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
std::vector<std::string> questions(const City& city, std::string_view pattern) {
  if (pattern == "/viec" || pattern == "/viec/bang.csv") return {"", "q=zyxquan", "han=late"};
  if (pattern == "/can-bo/ho-so") return {"q=" + city.code()};
  if (pattern == "/tra-cuu") return {"ma=" + city.code()};
  if (pattern == "/quan-tri/tai-khoan/moi") return {"", "nguoi=" + city.town.lan.person.str()};
  if (pattern.ends_with("/dinh-danh")) return {"", "ly-do=check", "ly-do=correct"};
  if (pattern == "/quan-tri/nguoi") {
    return {"", "q=092196000107", "q=Zyxquan Thị Lan&sinh=30/12/1931"};
  }
  if (pattern == "/quan-tri/nguoi/moi") return {"", "name=Lê Văn A&number=092196000107"};
  return {""};
}

}  // namespace

TEST_CASE("Whatever a page shows of Lan to somebody else stands in her ledger") {
  City city;
  int seen = 0;
  const auto look = [&](const identity::Route& route, const Who& who, const std::string& fields) {
    city.lan_opened();
    const auto mark = mark_in(city.call(route, who, fields), fields);
    const auto opened = city.lan_opened();
    CAPTURE(named(route));
    CAPTURE(who.name);
    CAPTURE(fields);
    CAPTURE(mark);
    if (!mark.empty()) CHECK(!opened.empty());
    seen += !mark.empty();
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
  CHECK(seen > 15);
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
