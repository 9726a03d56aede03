// What Lan may ask about her data: corrected, taken along, agreed to.
#include "engines/messages/reach.hpp"
#include "own_data_office.hpp"
#include "platform/pdf/tests/endless.hpp"
#include "services/one_stop/remind.hpp"
#include "services/one_stop/store.hpp"
#include "services/privacy/store_consent.hpp"
#include "services/privacy/taking.hpp"
#include "support/databases.hpp"

using privacy::Field;
using privacy::State;
using privacy::Why;
using support::Office;

TEST_CASE("A request is due as the rule of that day says, and a doubled click asks once") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    const auto visit = office.visit(office.town.lan, "once");
    const privacy::Actions::Correction phone{Field::phone, "0912 000 108", "Đổi số", ""};
    const auto id = office.actions.ask_correction(visit, phone);
    REQUIRE(id);
    CHECK(*office.actions.ask_correction(visit, phone) == *id);
    const auto request = office.request(*id);
    CHECK(request.code == "DL-2026-0001");
    CHECK(request.reply_by->local().date.iso() == "2026-11-26");  // 24/11 is a day off
    CHECK(request.due_at->local().date.iso() == "2026-12-03");
    CHECK(office.verbs(*id) ==
          R"(privacy.ask{"code":"DL-2026-0001","field":"phone","kind":"correction"} )");
    CHECK(office.corrects(Field::phone, "0912000108").error().why == Why::waiting);
    CHECK(office.corrects(Field::birth, "31/2/1990").error().why == Why::wrong_value);
    CHECK(office.corrects(Field::gender, "?").error().why == Why::wrong_value);
    CHECK(office.corrects(Field::email, "lan tại nhà").error().why == Why::wrong_value);
    CHECK(office.corrects(Field::birth, "17/5/1990", "").error().why == Why::no_words);
    const auto again = office.visit(office.town.lan);
    CHECK(
        office.actions.ask_correction(again, {Field::birth, "1990", "Sai", "GIF89a"}).error().why ==
        Why::wrong_paper);
    const privacy::Actions::Correction marked{Field::birth, "1990", "Sai", "%PDF-1.7",
                                              "Công văn (MẬT).pdf"};
    const auto secret = office.actions.ask_correction(again, marked);
    CHECK(secret.error().why == Why::secret);
    CHECK(secret.error().basis == "Luật Bảo vệ bí mật nhà nước");
    const privacy::Actions::Correction said{Field::birth, "1990", "Sai", "%PDF-1.7", "a.pdf", true};
    CHECK(office.actions.ask_correction(again, said).error().why == Why::secret);
    const auto letter = outside::sent_paper("Số: 12/BC\nTỐI MẬT\nKính gửi");
    const privacy::Actions::Correction stamped{Field::birth, "1990", "Sai", letter, "a.pdf"};
    CHECK(office.actions.ask_correction(again, stamped).error().why == Why::secret);
    CHECK(office.stored_files() == 0);

    CHECK(office.actions.withdraw(office.visit(office.town.bao), *id).error().why == Why::gone);
    REQUIRE(office.actions.withdraw(again, *id));
    CHECK(office.request(*id).state == State::withdrawn);
    auto hoa = office.visit(office.town.hoa);
    CHECK(office.actions.refuse(hoa, *id, "muộn").error().why == Why::decided);
  });
}

TEST_CASE(
    "What the reader cannot read to its end is not taken, and what else is wrong comes first") {
  support::on_each_database([](db::Database& db) {
    support::Office office(db);
    const auto asks = [&](Field field, std::string paper) {
      const auto lan = office.visit(office.town.lan);
      const auto wanted = field == Field::phone ? "0912 000 108" : "12 Hai Bà Trưng";
      return office.actions.ask_correction(lan, {field, wanted, "Sai", std::move(paper), "a.pdf"});
    };
    const std::string broken = "%PDF-1.7 and nothing that follows";
    CHECK(asks(Field::residence, broken).error().why == Why::unread_paper);
    CHECK(asks(Field::residence, outside::endless_paper()).error().why == Why::unread_paper);
    CHECK(office.stored_files() == 0);
    REQUIRE(asks(Field::residence, outside::sent_paper(" ")));  // a scan: nothing to read in it
    REQUIRE(asks(Field::phone, "\x89PNG\r\n\x1a\nphoto"));
    CHECK(office.stored_files() == 2);
    CHECK(asks(Field::phone, broken).error().why == Why::waiting);
    for (int i = 2; i < privacy::asks_a_day_max; ++i) {
      const auto id = office.corrects(Field::email, "lan@example.vn");
      REQUIRE(id);
      REQUIRE(office.actions.withdraw(office.visit(office.town.lan), *id));
    }
    CHECK(asks(Field::name, broken).error().why == Why::asked_too_often);
  });
}

TEST_CASE("A correction that is granted is written, and Lan is told; one that is refused is not") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    const auto lan = office.visit(office.town.lan);
    const auto id = office.actions.ask_correction(
        lan, {Field::phone, "0912 000 108", "Đổi số", outside::sent_paper("Hợp đồng")});
    REQUIRE(id);
    CHECK(office.stored_files() == 1);
    auto hoa = office.visit(office.town.hoa);
    CHECK(office.actions.grant(hoa, *id, "").error().why == Why::no_answer);
    REQUIRE(office.actions.grant(hoa, *id, "Đã sửa số điện thoại"));
    CHECK(office.facts() == "Nguyễn Thị Lan|092196000107|0912000108|Ninh Kiều");
    const auto told = office.town.inbox(office.town.lan);
    REQUIRE(told.size() == 1);
    CHECK(told[0].legal);
    CHECK(told[0].paragraphs[1] == "Yêu cầu DL-2026-0001 (Sửa dữ liệu): Đã thực hiện.");
    CHECK(told[0].paragraphs[2] == "Đã sửa số điện thoại");

    const auto name = office.corrects(Field::name, "Nguyễn Thị Lan Anh");
    REQUIRE(name);
    auto again = office.visit(office.town.hoa);
    REQUIRE(office.actions.refuse(again, *name, "Chưa có giấy tờ"));
    CHECK(office.facts().starts_with("Nguyễn Thị Lan|"));
    CHECK(office.request(*name).state == State::refused);
    CHECK(office.verbs(*name).find(R"(privacy.refuse{"field":"name","kind":"correction"})") !=
          std::string::npos);
  });
}

TEST_CASE("Hòa, who answers such requests, has his own answered by somebody else") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    auto hoa = office.visit(office.town.hoa);
    const auto id =
        office.actions.ask_correction(hoa, {Field::phone, "0912 000 109", "Đổi số", ""});
    REQUIRE(id);
    auto again = office.visit(office.town.hoa);
    CHECK(office.actions.grant(again, *id, "Được").error().why == Why::own);
    auto thu = office.visit(office.town.thu);
    CHECK(office.actions.grant(thu, *id, "Được"));
  });
}

TEST_CASE("The same form sent again and again counts among the ten") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    for (int i = 0; i < privacy::takes_a_day_max; ++i) {
      REQUIRE(office.actions.take(office.visit(office.town.lan, "same")));
    }
    const auto more = office.actions.take(office.visit(office.town.lan, "same"));
    REQUIRE_FALSE(more);
    CHECK(more.error().why == Why::too_often);
  });
}

TEST_CASE("Lan takes along all that is kept of her, ten times a day") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    auto& town = office.town;
    const auto dossier = office.ended_dossier();
    for (int i = 0; i < privacy::takes_a_day_max; ++i) {
      REQUIRE(office.actions.take(office.visit(town.lan)));
    }
    CHECK(office.actions.take(office.visit(town.lan)).error().why == Why::too_often);
    CHECK(office.actions.take(office.visit(town.bao)));
    town.now = town.now + base::day_us;
    CHECK(office.actions.take(office.visit(town.lan)));

    messages::Desk desk(db, town.journal, town.messages);
    const messages::Desk::Act act{"reach", town.now, town.lan.actor()};
    desk.choose(act, base::Lang::en, {{"one_stop.accepted", messages::Channel::inbox}});
    REQUIRE(desk.ask_address({"ask", town.now, town.lan.actor()}, "waiting@example.vn"));
    db.write([&](db::Tx& tx) {
      messages::set_demo_address(tx, town.lan.person, *mail::Address::parse("own@example.vn"),
                                 town.now);
    });

    auto visit = office.visit(town.lan);
    const privacy::Parts parts{
        db, town.journal, town.messages, town.files, {one_stop::keeper(town.files)}, {}};
    const outside::Folder folder;
    const auto path = folder.put("mine.zip", privacy::taken_along(parts, visit));
    CHECK(outside::run("python3 -m zipfile -t " + path).exit == 0);
    const auto list = outside::run("python3 -m zipfile -l " + path).text;
    CHECK(list.find(dossier.code + "/ket-qua.pdf") != list.npos);
    const auto text = outside::run("cd $(dirname " + path + ") && python3 -m zipfile -e " + path +
                                   " out && cat out/du-lieu-cua-toi.json")
                          .text;
    for (const auto* value :
         {"Nguyễn Thị Lan", "092196000107", "0912345678", "Hai Bà Trưng", "đã có kết quả",
          "ket-qua.pdf", "own@example.vn", "waiting@example.vn", "Tiếng Anh", "Chỉ hộp thư"}) {
      CAPTURE(value);
      CHECK(text.find(value) != text.npos);
    }
    auto bao = office.visit(town.bao);
    CHECK(privacy::taken_along(parts, bao).find("Nguyễn Thị Lan") == std::string::npos);
  });
}

TEST_CASE("Lan agrees to certain words, and withdraws; nobody agrees by silence") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    auto& town = office.town;
    const auto agreed = [&] {
      return db.read([&](db::Tx& tx) {
        return privacy::consented(tx, town.lan.person, one_stop::remind_consent);
      });
    };
    CHECK_FALSE(agreed());
    CHECK(office.actions.consent(office.visit(town.lan), "no.such", 1).error().why == Why::gone);
    CHECK(office.actions.consent(office.visit(town.lan), "one_stop.remind", 2).error().why ==
          Why::gone);
    const auto once = office.visit(town.lan);
    REQUIRE(office.actions.consent(once, "one_stop.remind", 1));
    REQUIRE(office.actions.consent(once, "one_stop.remind", 1));
    CHECK(agreed());
    REQUIRE(office.actions.withdraw_consent(office.visit(town.lan), "one_stop.remind"));
    CHECK_FALSE(agreed());
    CHECK_FALSE(office.actions.withdraw_consent(office.visit(town.lan), "one_stop.remind"));
    db.read([&](db::Tx& tx) {
      const auto all = privacy::store::consents_of(tx, town.lan.person);
      REQUIRE(all.size() == 1);
      CHECK(all[0].version == 1);
      CHECK(all[0].withdrawn_at);
    });
    const auto publish = [&](const char* version, const char* words) {
      const auto text = std::string(R"({"consents": [{"kind": "one_stop.remind", "version": )") +
                        version + R"(, "title": {"vi": "a", "en": "a"}, "words": {"vi": ")" +
                        words + R"(", "en": "b"}}]})";
      return db.write([&](db::Tx& tx) {
        return privacy::publish_consents(tx, town.now, base::json::parse(text)->as_object());
      });
    };
    CHECK(publish("1", "khác") != "");  // what was once asked stays as it was
    CHECK(publish("2", "khác") == "");
    CHECK(office.actions.consent(office.visit(town.lan), "one_stop.remind", 1).error().why ==
          Why::changed);
    CHECK(office.actions.consent(office.visit(town.lan), "one_stop.remind", 2));
  });
}

TEST_CASE("Only who agreed is reminded that a form will be deleted, and only once") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    auto& town = office.town;
    const auto start = [&](const identity::Who& who) {
      db.write([&](db::Tx& tx) {
        const auto version = catalogue::find(tx, "1.004873", town.now.local().date)->id;
        const auto draft = forms::start_draft(db, tx, town.now, who.person, version, {});
        one_stop::store::set_destination(tx, draft, {"1.004873", town.ward});
      });
    };
    start(town.lan);
    start(town.bao);
    REQUIRE(office.actions.consent(office.visit(town.lan), "one_stop.remind", 1));
    const auto remind = [&] {
      return one_stop::remind(db, town.messages, privacy::consented, town.now);
    };
    town.now = town.now + 20 * base::day_us;
    CHECK(remind() == 0);
    town.now = town.now + 8 * base::day_us;
    CHECK(remind() == 1);
    CHECK(remind() == 0);
    REQUIRE(town.inbox(town.lan).size() == 1);
    CHECK(town.inbox(town.lan)[0].title == "Tờ khai chưa nộp sắp hết hạn lưu");
    CHECK(town.inbox(town.bao).empty());
  });
}
