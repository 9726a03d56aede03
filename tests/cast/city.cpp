// Sessions, requests and an example for every hole of an address.
#include "cast/city.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "engines/decisions/publish.hpp"
#include "engines/identity/forgery.hpp"
#include "engines/identity/founding.hpp"
#include "engines/identity/gate.hpp"
#include "engines/identity/store_accounts.hpp"
#include "services/incidents/actions.hpp"
#include "services/one_stop/slip.hpp"
#include "services/one_stop/store.hpp"
#include "services/rule_tables/actions.hpp"

namespace cast {
namespace {

// "q=a b&x=1" as a browser sends it.
std::string query_of(std::string_view fields) {
  std::string out;
  for (const char c : fields)
    out += c == '=' || c == '&' ? std::string(1, c) : base::url_encoded({&c, 1});
  return out;
}

}  // namespace

City::City() : ground_(folder_.path(), ""), town(*ground_.db) {
  db().write([&](db::Tx& tx) {
    const base::json::object authority = {{"vi", "Ủy ban nhân dân"}, {"en", "The committee"}};
    config::set(tx, town.now, "city", {{"hotline", "1022"}, {"authority", authority}});
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
    delegation = identity::delegate(db(), tx, absence, town.now);
    organisation_ = identity::add(db(), tx, {.name = "Công ty", .kind = "company"});
    identity::add(db(), tx,
                  identity::Representative{.organisation = organisation_,
                                           .person = town.lan.person,
                                           .capacity = "Giám đốc",
                                           .from = today()});
  });
  identity::create_administrator(
      db(), town.journal, {"quantri", "Lý Thành An", "mật khẩu của An", true, city()}, town.now);
  account = db().read([](db::Tx& tx) { return identity::store::account(tx, "quantri")->person; });
  boss = officer("Quyền Mọi Nơi", {town.ward, city()}, all_roles, std::nullopt);
  stranger = officer("Người Phường Khác", {town.other_ward}, all_roles, std::nullopt);
  visitor = officer("Người Vai Khác", {town.ward}, {"VISITOR"}, std::nullopt);
  former = officer("Người Đã Nghỉ", {town.ward, city()}, all_roles, today() + -1);
}

http::Response City::call(const identity::Route& route, const Who& who, const std::string& fields) {
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

http::Request City::upload(const identity::Route& route, const Who& who,
                           const std::vector<std::pair<std::string, std::string>>& fields,
                           const std::string& name, const std::string& bytes) {
  constexpr std::string_view edge = "zyxedge";
  auto request = request_of(route, &who);
  const auto part = [&](const std::string& head, const std::string& value) {
    request.body +=
        fmt::format("--{}\r\nContent-Disposition: form-data; {}\r\n\r\n{}\r\n", edge, head, value);
  };
  const auto secret = ground_.folder.secret("server.key", [] { return std::string(); });
  part("name=\"token\"", identity::forgery::token_for(secret, session(who)));
  for (const auto& [field, value] : fields) part(fmt::format("name=\"{}\"", field), value);
  part(fmt::format("name=\"{}\"; filename=\"a.pdf\"\r\nContent-Type: application/pdf", name),
       bytes);
  request.body += fmt::format("--{}--\r\n", edge);
  request.headers.push_back(
      {"content-type", fmt::format("multipart/form-data; boundary={}", edge)});
  return request;
}

std::string City::lan_opened() {
  return db().write([&](db::Tx& tx) {
    std::string out;
    tx.query("SELECT purpose FROM identity_access WHERE subject_id = $1 ORDER BY id",
             {town.lan.person}, [&](const db::Row& row) { out += row.str(0) + " "; });
    tx.execute("DELETE FROM identity_access");
    return out;
  });
}

std::string City::secret() {
  return db().read([&](db::Tx& tx) { return one_stop::slip::secret(tx, dossier_.id); });
}

base::UnitId City::city() {
  return db().read([&](db::Tx& tx) { return units::by_code(tx, "92", today())->id; });
}

Who City::officer(std::string name, std::vector<base::UnitId> where,
                  const std::vector<std::string_view>& roles, std::optional<base::Date> to) {
  Who who{.name = name, .officer = true};
  db().write([&](db::Tx& tx) {
    who.person = identity::keep_person(db(), tx, {.name = name}, identity::Source::desk, town.now);
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

http::Request City::request_of(const identity::Route& route, const Who* who) {
  http::Request request;
  request.method = route.method;
  request.path = filled(route.pattern);
  request.headers.push_back({"host", "127.0.0.1:8080"});
  if (who) request.headers.push_back({"cookie", "taydo_session=" + session(*who)});
  return request;
}

void City::mark_lan() {
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

std::string City::filled(std::string_view pattern) {
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
      {"{position}", position.str()},
      {"{delegation}", delegation.str()},
      {"{organisation}", organisation_.str()},
      {"{account}", account.str()},
      {"{request}", town.asked(town.lan).str()},
      {"{job}", dead_job().str()},
      {"{incident}", incident()},
      {"{table}", rule_table()},
      {"can-bo/ban-soan-quy-tac/{draft}", rule_draft()},
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

std::string City::incident() {
  if (!incident_.empty()) return incident_;
  incidents::Actions actions(db(), town.journal, town.messages);
  const auto opened = actions.open({"incident", town.now, &boss},
                                   {.noticed_at = town.now, .what = "Lộ tệp", .whose = "Dân"});
  return incident_ = opened.value();
}

std::string City::rule_table() {
  using namespace decisions;
  constexpr const char* code = "example";
  if (!db().read([](db::Tx& tx) { return editions(tx, code); }).empty()) return code;
  Table table{.code = code, .title = {"Bảng ví dụ", "An example"}};
  table.givens = {{"tuổi", ValueType::whole}};
  table.inputs = {{{"Tuổi", "Age"}, "tuổi", ValueType::whole, "[0..120]"}};
  table.outputs = {{{"Mức", "Amount"}, "mức", ValueType::number, "", ""}};
  table.rows = {{{""}, {"15000"}, "", ""}};
  table.examples = {{"Ai cũng vậy", {"30"}, {"15000"}}};
  const auto ready = checked(table, {*base::Date::of(2026, 1, 1), {}});
  REQUIRE(ready);
  db().write([&](db::Tx& tx) {
    const auto done = publish(db(), tx, town.journal, {"rule-table", {}, town.now}, *ready,
                              {.origin = Origin::pack});
    REQUIRE(done);
  });
  return code;
}

std::string City::rule_draft() {
  if (!rule_draft_.empty()) return rule_draft_;
  rule_table();
  rule_tables::Actions actions(db(), town.journal);
  const auto begun = actions.begin({"rule-draft", town.now, &boss}, "example", base::Lang::vi);
  return rule_draft_ = begun.value().str();
}

std::string City::session(const Who& who) {
  auto& token = tokens_[who.person];
  if (!token.empty()) return token;
  const http::Request from;
  identity::Sessions sessions(db(), town.journal, false);
  const identity::Opening opening{
      .person = who.person, .officer = who.officer, .how = "test", .level = 2, .from = from};
  token = db().write([&](db::Tx& tx) { return sessions.open(tx, opening, town.now); });
  return token;
}

jobs::JobId City::dead_job() {
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

}  // namespace cast
