// Lan is erased: not before the law lets, and then wholly, while the journal still proves.
#include <sqlite3.h>

#include "cast/city.hpp"
#include "engines/identity/organisations.hpp"
#include "own_data_office.hpp"
#include "platform/pdf/tests/outside.hpp"
#include "services/one_stop/remind.hpp"
#include "services/one_stop/store.hpp"
#include "support/databases.hpp"

using privacy::Field;
using privacy::Why;
using support::Office;

namespace {

// Everything the database holds, free pages and all.
std::string everything(db::Database& db, const std::string& address) {
  std::string all;
  if (db.engine() == db::Engine::sqlite) {
    const auto path = address.substr(address.find(':') + 1);
    sqlite3* raw = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &raw) == SQLITE_OK);
    REQUIRE(sqlite3_exec(raw, "PRAGMA wal_checkpoint(TRUNCATE)", nullptr, nullptr, nullptr) ==
            SQLITE_OK);
    sqlite3_close(raw);
    return outside::read(path) + outside::read(path + "-wal");
  }
  db.read([&](db::Tx& tx) {
    const auto tables = tx.all(
        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' "
        "ORDER BY table_name",
        {}, [](const db::Row& row) { return row.str(0); });
    CHECK(tables.size() > 40);
    for (const auto& table : tables) {
      tx.query("SELECT CAST(t AS TEXT) FROM " + table + " t", {},
               [&](const db::Row& row) { all += row.str(0) + "\n"; });
    }
  });
  return all;
}

std::string value_of_lan_in(const std::string& text) {
  for (const auto* value : {"Nguyễn Thị Lan", "nguyen thi lan", "092196000107", "0977123987",
                            "Hai Bà Trưng", "hai ba trung"}) {
    if (text.find(value) != text.npos) return value;
  }
  return "";
}

}  // namespace

TEST_CASE("Nobody is erased while a dossier is open or kept: the answer says from which day") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    auto& town = office.town;
    const auto hold = [&] {
      const auto refused = office.erases();
      REQUIRE_FALSE(refused);
      CHECK(refused.error().why == Why::held);
      return refused.error().hold;
    };
    const auto dossier = town.lan_submits("submit", {0}).value();
    CHECK(hold().code == dossier.code);
    CHECK_FALSE(hold().passes);  // its clock does not run yet
    REQUIRE(town.actions.accept(town.act(town.minh), town.task(dossier)));
    REQUIRE(hold().passes);
    const auto running =
        db.read([&](db::Tx& tx) { return one_stop::store::find(tx, dossier.id)->due_at; });
    const auto day = running->local().date;
    CHECK(*hold().passes == *base::Date::of(day.year() + 10, day.month(), day.day()) + 1);

    const auto minh = office.visit(town.minh);  // holds an office
    CHECK(office.actions.ask_erasure(minh, "x").error().why == Why::officer);
    const auto bao = office.visit(town.bao);
    REQUIRE(office.actions.ask_erasure(bao, "Không dùng nữa"));  // keeps nothing that is needed
  });
}

TEST_CASE("A dossier that has ended is kept for as long as the city says, and not a day longer") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    office.ended_dossier();
    const auto refused = office.erases();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().hold.kind == contracts::HoldKind::kept);
    CHECK(refused.error().hold.passes->iso() == "2036-11-24");
    office.town.now = base::Local::at(*base::Date::of(2036, 11, 23), 9).instant();
    CHECK_FALSE(office.erases());
    office.town.now = base::Local::at(*base::Date::of(2036, 11, 24), 9).instant();
    CHECK(office.erases());
  });
}

TEST_CASE("Erased: nothing of Lan is in the database or in files, and the journal still proves") {
  support::on_each_database_at([](db::Database& db, const std::string& address) {
    Office office(db);
    auto& town = office.town;
    office.ended_dossier();
    db.write([&](db::Tx& tx) {  // the cast shares one telephone
      const identity::PersonFacts facts{.number = "092196000107", .phone = "0977123987"};
      identity::keep_person(db, tx, facts, identity::Source::oidc, town.now);
    });
    REQUIRE(office.corrects(Field::name, "Nguyễn Thị Lan"));
    const auto lan = office.visit(town.lan);
    REQUIRE(office.actions.ask_correction(
        lan, {Field::residence, "12 Hai Bà Trưng", "Nguyễn Thị Lan đã chuyển",
              outside::sent_paper("Hợp đồng")}));
    const auto version = db.read(
        [&](db::Tx& tx) { return *catalogue::find(tx, "1.004873", town.now.local().date); });
    CHECK(value_of_lan_in(everything(db, address)) != "");
    CHECK(office.stored_files() == 4);  // drafted, signed, sealed; the paper of a request

    office.in_ten_years();
    db.write([&](db::Tx& tx) {
      forms::Answers answers;
      answers.set("requester.requester_name", "Nguyễn Thị Lan");
      forms::start_draft(db, tx, town.now, town.lan.person, version.id, answers);
    });
    const auto id = office.erases();
    REQUIRE(id);
    town.journal.seal(town.now);
    auto hoa = office.visit(town.hoa);
    REQUIRE(office.actions.grant(hoa, *id, "Đã xóa dữ liệu của bà Nguyễn Thị Lan"));
    office.do_jobs();
    CHECK(office.facts() == "|||");
    CHECK(value_of_lan_in(everything(db, address)) == "");
    CHECK(office.stored_files() == 0);
    CHECK(office.verbs(*id).find(R"(privacy.grant{"files":4,"kind":"erasure")") !=
          std::string::npos);
    town.journal.seal(town.now);
    const auto proof = town.journal.verify();
    CHECK(proof.entries > 10);
    CHECK(proof.findings.empty());
    db.read([&](db::Tx& tx) {
      CHECK_FALSE(identity::person_by_number(tx, "092196000107"));
      CHECK(identity::people_by_name(tx, "Nguyễn Thị Lan", "").empty());
    });
    // The same click again, and another officer: it is done.
    REQUIRE(office.actions.grant(hoa, *id, "Đã xóa"));
    auto thu = office.visit(town.thu);
    CHECK(office.actions.grant(thu, *id, "Đã xóa").error().why == Why::decided);
  });
}

namespace {

base::DraftId starts_form(Office& office, base::PersonId who) {
  auto& town = office.town;
  return town.db.write([&](db::Tx& tx) {
    const auto version = catalogue::find(tx, "1.004873", town.now.local().date)->id;
    const auto id = forms::start_draft(town.db, tx, town.now, who, version, {});
    one_stop::store::set_destination(tx, id, {"1.004873", town.ward});
    return id;
  });
}

// Owners of forms not sent, and how many of these know where they were to be sent.
std::string forms_kept(db::Database& db) {
  std::string out;
  db.read([&](db::Tx& tx) {
    tx.query("SELECT owner_id FROM forms_draft ORDER BY id", {},
             [&](const db::Row& row) { out += row.id<base::PersonId>(0).str() + " "; });
    out += tx.first("SELECT count(*) FROM one_stop_draft WHERE dossier_id IS NULL", {},
                    [](const db::Row& row) { return std::to_string(row.i64(0)); })
               .value();
  });
  return out;
}

}  // namespace

TEST_CASE("A form of Lan's that lapsed unsent is erased with her, and no other's") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    office.ended_dossier();
    starts_form(office, office.town.lan.person);
    starts_form(office, office.town.bao.person);
    office.in_ten_years();
    const auto id = office.erases();
    REQUIRE(id);
    auto hoa = office.visit(office.town.hoa);
    REQUIRE(office.actions.grant(hoa, *id, "Đã xóa"));
    CHECK(forms_kept(db) == office.town.bao.person.str() + " 1");
  });
}

TEST_CASE("Each night forms whose time is over go, and where they were to be sent") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    for (int i = 0; i < 230; ++i) starts_form(office, base::PersonId{5'000 + i});
    office.town.now = office.town.now + forms::draft_days * base::day_us;
    starts_form(office, office.town.bao.person);
    CHECK(one_stop::sweep_drafts(db, office.town.now) == 230);
    CHECK(forms_kept(db) == office.town.bao.person.str() + " 1");
    CHECK(one_stop::sweep_drafts(db, office.town.now) == 0);
  });
}

TEST_CASE("Who speaks for an organisation is not erased while they do") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    db.write([&](db::Tx& tx) {
      const auto company = identity::add(db, tx, {.name = "Công ty", .kind = "company"});
      identity::add(db, tx,
                    identity::Representative{.organisation = company,
                                             .person = office.town.lan.person,
                                             .capacity = "Giám đốc",
                                             .from = office.town.now.local().date});
    });
    CHECK(office.erases().error().hold.kind == contracts::HoldKind::represents);
  });
}

TEST_CASE("Lan reads at once why she cannot be erased, and is offered no form") {
  cast::City city;
  for (const auto& route : city.routes()) {
    if (route.pattern != "/tai-khoan/du-lieu/xoa") continue;
    const auto page = route.method == http::Method::get
                          ? city.call(route, &city.town.lan)
                          : city.call(route, city.town.lan, "words=Xin xóa");
    CHECK(page.status == (route.method == http::Method::get ? 200 : 422));
    CHECK(page.body.find("đang đại diện cho một tổ chức") != page.body.npos);
    CHECK(page.body.find("name=\"words\"") == page.body.npos);
  }
}
