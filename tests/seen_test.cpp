// Whose work a dossier is, and what Lan reads about who opened her data.
#include <doctest/doctest.h>

#include "cast/town.hpp"
#include "engines/casework/in_charge.hpp"
#include "engines/identity/gate.hpp"
#include "platform/crypto/crypto.hpp"
#include "services/one_stop/room.hpp"
#include "services/privacy/room.hpp"
#include "support/browser.hpp"
#include "support/databases.hpp"

namespace {

using http::Response;

identity::Chrome plain_chrome() {
  identity::Chrome chrome;
  chrome.frame = [](const identity::Visit& visit, std::string title) {
    return ui::Frame{.lang = visit.lang(), .title = std::move(title)};
  };
  chrome.officer_page = [frame = chrome.frame](const identity::Visit& visit, ui::OfficerPage page) {
    return ui::officer_page(frame(visit, ""), page);
  };
  chrome.not_found = [](const identity::Visit&) { return Response::plain(404, "not found"); };
  return chrome;
}

// The room behind a gate, and an address at which an officer opens a dossier's owner.
struct Office {
  explicit Office(db::Database& db)
      : town(db),
        dossier(town.lan_submits("submit").value()),
        room({db,
              town.journal,
              town.messages,
              town.files,
              {{one_stop::purposes(), one_stop::matter}},
              plain_chrome()}) {
    auto routes = room.routes();
    const auto open = [this](identity::Visit& visit) {
      visit.purpose("one_stop.case", dossier.id.value).opened(dossier.owner);
      return Response::plain(200, "");
    };
    routes.push_back({http::Method::get, "/mo", identity::officer(), open});
    // As the worklist does: it has read whose desk the dossier lies on.
    const auto list = [this](identity::Visit& visit) {
      const auto task = town.task(dossier);
      const auto card =
          town.db.read([&](db::Tx& tx) { return casework::Casework::card(tx, task); });
      auto& purpose = visit.purpose("worklist.list", dossier.id.value);
      if (const auto* desk = visit.who()->in(card->role, card->unit)) {
        identity::at_own_desk(purpose, *desk);
      }
      purpose.opened(dossier.owner);
      return Response::plain(200, "");
    };
    routes.push_back({http::Method::get, "/danh-sach", identity::officer(), list});
    const auto plain = [](const identity::Visit&) { return Response::plain(404, ""); };
    const identity::ErrorPages pages{
        plain, plain, [](const auto&, const auto&) { return Response::plain(403, ""); },
        [](const auto&, const auto&) { return Response::plain(500, ""); }};
    gate = std::make_unique<identity::Gate>(
        db, forest, routes,
        identity::GateOptions{std::string(32, 'k'), {}, false, casework::in_charge}, pages,
        [this] { return town.now; }, [](auto, auto) {});
  }

  support::Browser browser(const identity::Who& who) {
    support::Browser out(gate->handler());
    identity::Sessions sessions(town.db, town.journal, false);
    const http::Request from;
    const identity::Opening opening{
        .person = who.person, .officer = who.officer, .how = "test", .from = from};
    out.cookies["taydo_session"] =
        town.db.write([&](db::Tx& tx) { return sessions.open(tx, opening, town.now); });
    return out;
  }

  identity::Charge charge(const identity::Who& who) {
    return town.db.read([&](db::Tx& tx) {
      return casework::in_charge(tx, who, {dossier.id.value})[dossier.id.value];
    });
  }

  int seen_by_lan() {
    return town.db.read(
        [&](db::Tx& tx) { return identity::access_count(tx, {.subject = town.lan.person}); });
  }

  cast::Town town;
  one_stop::Dossier dossier;
  privacy::Room room;
  units::Forest forest{town.db};
  std::unique_ptr<identity::Gate> gate;
};

bool has(const Response& page, std::string_view words) {
  return page.body.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("A dossier is the work of who has its task and of who did one, until it has ended") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    auto& town = office.town;
    CHECK(office.charge(town.minh).assigned);  // receives
    CHECK(office.charge(town.minh).as->id == town.minh.positions.front().id);
    CHECK_FALSE(office.charge(town.duyen).assigned);  // not her step yet, but her ward
    CHECK(office.charge(town.duyen).as->unit == town.ward);
    CHECK_FALSE(office.charge(town.tam).assigned);
    CHECK(office.charge(town.tam).as == nullptr);
    REQUIRE(town.actions.accept(town.act(town.minh), town.task(office.dossier)));
    REQUIRE(town.actions.take_fee(town.act(town.minh), town.task(office.dossier)));
    CHECK(office.charge(town.minh).assigned);  // did a task of it
    CHECK(office.charge(town.duyen).assigned);
    CHECK_FALSE(office.charge(town.hoa).assigned);

    auto refused = town.lan_submits("submit-again").value();
    REQUIRE(town.actions.refuse(town.act(town.minh), town.task(refused), "Sai nơi nộp"));
    town.db.read([&](db::Tx& tx) {
      CHECK_FALSE(
          casework::in_charge(tx, town.minh, {refused.id.value})[refused.id.value].assigned);
    });
  });
}

TEST_CASE("Lan's page grows by one line a day for her officer, by one each time for another") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    auto minh = office.browser(office.town.minh), tam = office.browser(office.town.tam);
    for (int i = 0; i < 3; ++i) REQUIRE(minh.get("/mo").status == 200);
    CHECK(office.seen_by_lan() == 1);
    for (int i = 0; i < 3; ++i) REQUIRE(tam.get("/mo").status == 200);
    CHECK(office.seen_by_lan() == 4);
    office.town.now = office.town.now + base::day_us;
    minh = office.browser(office.town.minh);
    minh.get("/mo");
    CHECK(office.seen_by_lan() == 5);
  });
}

TEST_CASE("A dossier that leaves Minh's desk at noon is somebody else's work from noon on") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    auto minh = office.browser(office.town.minh);
    for (const auto* address : {"/mo", "/danh-sach"}) {
      for (int i = 0; i < 3; ++i) REQUIRE(minh.get(address).status == 200);
    }
    CHECK(office.seen_by_lan() == 2);  // one for each purpose
    db.write([&](db::Tx& tx) {
      constexpr std::string_view away = "UPDATE casework_case SET unit_id = $1";
      tx.execute(away, {office.town.other_ward});
    });
    for (int i = 0; i < 2; ++i) minh.get("/mo");
    CHECK(office.seen_by_lan() == 4);
    for (int i = 0; i < 2; ++i) minh.get("/danh-sach");
    CHECK(office.seen_by_lan() == 6);
  });
}

TEST_CASE("Lan reads agency, purpose and dossier of each look, and no officer's name") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    auto lan = office.browser(office.town.lan);
    const auto empty = lan.get("/tai-khoan/du-lieu/ai-da-xem");
    CHECK(has(empty, "Chưa có cơ quan nào xem"));
    auto minh = office.browser(office.town.minh);
    minh.get("/mo");
    for (const auto* address :
         {"/tai-khoan/du-lieu/ai-da-xem", "/tai-khoan/du-lieu/ai-da-xem/bang.csv"}) {
      const auto page = lan.get(address);
      CHECK(has(page, "Phường Ninh Kiều"));
      CHECK(has(page, "Giải quyết hồ sơ"));
      CHECK(has(page, office.dossier.code));
      CHECK(has(page, "23/11/2026, 08:00"));
      CHECK_FALSE(has(page, "Phạm Văn Minh"));
      CHECK_FALSE(has(page, "one_stop.case"));
    }
    const auto at = [&](const char* query) {
      return lan.get(std::string("/tai-khoan/du-lieu/ai-da-xem") + query);
    };
    CHECK(has(at("?tu=23/11/2026&den=23/11/2026"), office.dossier.code));
    CHECK(has(at("?tu=24/11/2026"), "Không có lần xem nào"));
    CHECK(has(at("?den=22/11/2026"), "Không có lần xem nào"));
    CHECK(has(at("?tu=32/11/2026"), "Nhập ngày như"));
    CHECK(has(at("?lang=en"), "Work on a dossier"));

    auto bao = office.browser(office.town.bao);
    CHECK(has(bao.get("/tai-khoan/du-lieu/ai-da-xem"), "Chưa có cơ quan nào xem"));
    CHECK(has(minh.get("/tai-khoan/du-lieu/ai-da-xem"), "Chưa có cơ quan nào xem"));
    CHECK(support::location(
              support::Browser(office.gate->handler()).get("/tai-khoan/du-lieu/ai-da-xem"))
              .starts_with("/dang-nhap"));
  });
}
