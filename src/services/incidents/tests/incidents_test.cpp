// An (administers) opens an incident; the clock runs; who must be told is told, or it says so.
#include <doctest/doctest.h>

#include "base/fold.hpp"
#include "cast/town.hpp"
#include "engines/identity/positions.hpp"
#include "engines/messages/reach.hpp"
#include "platform/config/config.hpp"
#include "platform/pdf/tests/outside.hpp"
#include "services/incidents/actions.hpp"
#include "services/incidents/paper.hpp"
#include "services/incidents/settings.hpp"
#include "services/incidents/store.hpp"
#include "support/databases.hpp"

namespace {

using incidents::Refusal;
using incidents::Standing;

incidents::Facts leak(base::Instant noticed) {
  return {.noticed_at = noticed,
          .what = "Tệp danh sách bị gửi nhầm ra ngoài",
          .data_kinds = "Họ tên, số định danh",
          .whose = "Người nộp hồ sơ hộ tịch tháng 10/2026",
          .people = 1'200,
          .consequences = "Có thể bị lừa đảo qua điện thoại",
          .measures = "Đã thu hồi đường dẫn",
          .contact = "Lý Thành An, 0292 3 820 000"};
}

// The town with An, who administers the city, and the worker that reminds.
struct Office {
  explicit Office(db::Database& db)
      : town(db),
        actions(db, town.journal, town.messages),
        an{.name = "Lý Thành An", .officer = true} {
    const auto city =
        db.read([&](db::Tx& tx) { return units::by_code(tx, "92", town.now.local().date)->id; });
    appoint(an, city);
  }

  void appoint(identity::Who& who, base::UnitId unit) {
    town.db.write([&](db::Tx& tx) {
      if (!who.person) {
        who.person = identity::keep_person(town.db, tx, {.name = who.name}, identity::Source::desk,
                                           town.now);
      }
      identity::Position position{.person = who.person,
                                  .unit = unit,
                                  .role = std::string(identity::role::system_administrator),
                                  .title = {"Quản trị hệ thống", "System administrator"},
                                  .from = town.now.local().date};
      position.id = identity::appoint(town.db, tx, position);
      who.positions.push_back(position);
    });
  }

  incidents::Act act(std::string id) { return {std::move(id), town.now, &an}; }
  std::string open(std::string id = "open") {
    return actions.open(act(std::move(id)), leak(town.now)).value();
  }
  incidents::Incident found(std::string_view code) {
    return town.db.read([&](db::Tx& tx) { return *incidents::store::by_code(tx, code); });
  }
  incidents::Rule rule() {
    return town.db.read([&](db::Tx& tx) {
      const auto all = incidents::rules(tx);
      return *incidents::rule_on(all, town.now.local().date);
    });
  }
  void work() {
    jobs::Worker worker(
        town.db, {actions.reminding([this] { return town.now; })}, [this] { return town.now; },
        [](const jobs::Job& job, std::string_view why, bool) { FAIL_CHECK(job.kind << why); });
    while (worker.run_one()) {
    }
  }
  // Its entries: verbs and facts, one a line.
  std::string entries(const incidents::Incident& one) {
    return town.db.read([&](db::Tx& tx) {
      std::string out;
      for (const auto& entry : journal::Journal::of(tx, "incident", one.id.value)) {
        out += entry.verb + " " + base::json::canonical(entry.facts) + "\n";
      }
      return out;
    });
  }

  cast::Town town;
  incidents::Actions actions;
  identity::Who an;
};

bool has(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE("The clock runs 72 hours from when it was noticed, days off included") {
  incidents::Rule rule{.from = {}, .law = "", .authority = {}, .remind_hours = {}, .steps = {}};
  rule.steps = {{"notify_authority", {}, 72}, {"supplement", {}, 0}};
  incidents::Incident one;
  one.facts.noticed_at = base::Local::parse_iso("2026-11-27T16:30")->instant();  // a Friday
  const auto at = [&](const char* local) {
    return incidents::clock_of(one, rule, base::Local::parse_iso(local)->instant());
  };
  CHECK(at("2026-11-28T08:00").due->local().iso() == "2026-11-30T16:30");
  CHECK(at("2026-11-28T08:00").standing == Standing::open);
  CHECK(at("2026-11-29T16:30").standing == Standing::soon);
  CHECK(at("2026-11-30T16:30").standing == Standing::soon);
  CHECK(at("2026-11-30T16:31").standing == Standing::late);
  one.done = {{"notify_authority", base::Local::parse_iso("2026-11-30T16:00")->instant(), {}, ""}};
  CHECK(at("2026-12-05T08:00").standing == Standing::done);
  one.done[0].at = base::Local::parse_iso("2026-12-01T08:00")->instant();
  CHECK(at("2026-12-05T08:00").standing == Standing::done_late);
  const auto all = incidents::todo(one, rule, one.facts.noticed_at + base::day_us * 30);
  CHECK(all[1].standing == Standing::open);  // what has no time limit is never late
  CHECK_FALSE(all[1].due);
}

TEST_CASE("An incident is opened once however often the form is sent, numbered without gaps") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    CHECK(office.open() == "SC-2026-001");
    CHECK(office.open() == "SC-2026-001");
    CHECK(office.open("another") == "SC-2026-002");
    const auto one = office.found("SC-2026-001");
    CHECK(one.facts.whose == "Người nộp hồ sơ hộ tịch tháng 10/2026");
    const auto text = office.entries(one);
    CHECK(text.starts_with("incidents.open {\"code\":\"SC-2026-001\",\"due_at\":\""));
    CHECK(std::count(text.begin(), text.end(), '\n') == 1);
    for (const auto* typed : {"nhầm", "hộ tịch", "lừa đảo", "0292", "Lý Thành An"}) {
      CHECK_FALSE(has(text, typed));
    }
  });
}

TEST_CASE("What was noticed later than now, a year ago or before any rule is refused") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    const auto why = [&](base::Instant noticed) {
      return office.actions.open(office.act("x"), leak(noticed)).error();
    };
    CHECK(why(office.town.now + base::minute_us) == Refusal::future);
    CHECK(why(office.town.now - 367 * base::day_us) == Refusal::old);
    db.write([&](db::Tx& tx) { config::set(tx, office.town.now, incidents::setting, {}); });
    CHECK(why(office.town.now) == Refusal::no_rule);
    CHECK(db.read([](db::Tx& tx) { return incidents::store::all(tx).size(); }) == 0);
  });
}

TEST_CASE("The rule of the day it was noticed holds, also when another came since") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    const auto all = db.read([](db::Tx& tx) { return incidents::rules(tx); });
    REQUIRE(all.size() == 2);
    const auto on = [&](int year) { return incidents::rule_on(all, *base::Date::of(year, 6, 1)); };
    CHECK(on(2022) == nullptr);
    CHECK(has(on(2024)->law, "13/2023"));
    CHECK(has(on(2026)->law, "91/2025"));
    CHECK(on(2026)->hours() == 72);
    CHECK_FALSE(on(2026)->certain);
  });
}

TEST_CASE("The first time a step is done counts; late is told in the journal; closed is closed") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    const auto code = office.open();
    const auto record = [&](std::string id, const char* step) {
      return office.actions.record(office.act(std::move(id)), code, step, "Công văn 12",
                                   office.found(code).done.size());
    };
    CHECK(record("a", "contain"));
    CHECK(record("a", "contain"));
    office.town.now = office.town.now + 73 * base::hour_us;
    CHECK(record("b", "notify_authority"));
    CHECK(record("c", "notify_authority"));
    CHECK(record("d", "dance").error() == Refusal::gone);
    const auto one = office.found(code);
    REQUIRE(one.done.size() == 3);
    CHECK(incidents::clock_of(one, office.rule(), office.town.now).standing == Standing::done_late);
    CHECK(office.actions.close(office.act("e"), code, "Đã khắc phục", true));
    CHECK(record("f", "supplement").error() == Refusal::closed);
    CHECK(office.actions.amend(office.act("g"), code, one.edition(), leak({})).error() ==
          Refusal::closed);
    CHECK(office.actions.close(office.act("h"), "SC-2026-009", "x", true).error() == Refusal::gone);
    const auto text = office.entries(one);
    CHECK(has(text, R"("first":true,"late":false,"step":"contain"})"));
    CHECK(has(text, R"("first":true,"late":true,"step":"notify_authority"})"));
    CHECK(has(text, R"("first":false,"late":false,"step":"notify_authority"})"));
    CHECK(has(text, R"(incidents.close {"code":"SC-2026-001","told":true})"));
  });
}

TEST_CASE("What is known better later is amended; when it was noticed stays") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    const auto code = office.open();
    const auto noticed = office.town.now;
    office.town.now = noticed + base::hour_us;
    auto facts = leak(office.town.now);
    facts.people = 1'350;
    const auto drawn = office.found(code).edition();
    CHECK(office.actions.amend(office.act("amend"), code, drawn, facts));
    CHECK(office.found(code).facts.people == 1'350);
    CHECK(office.found(code).facts.noticed_at == noticed);
    facts.people = 1'400;  // from a form drawn before
    CHECK(office.actions.amend(office.act("late"), code, drawn, facts).error() == Refusal::changed);
    const auto one = office.found(code);
    CHECK(one.facts.people == 1'350);
    REQUIRE(one.done.size() == 1);
    CHECK(one.done[0].step == incidents::amended_step);
    CHECK(one.done[0].note == R"({"people":"1200"})");
    CHECK(office.actions.amend(office.act("same"), code, one.edition(), one.facts));
    CHECK(office.found(code).done.size() == 1);  // nothing was changed, so nothing is told
  });
}

TEST_CASE(
    "Two who record the same step at once are told of each other; closing asks what is open") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    const auto code = office.open();
    const auto record = [&](const char* id, std::size_t seen) {
      return office.actions.record(office.act(id), code, "contain", "Đã khóa", seen);
    };
    CHECK(record("a", 0));
    CHECK(record("b", 0).error() == Refusal::already);
    CHECK(record("c", 1));  // who saw it means another time
    CHECK(office.found(code).done.size() == 2);
    const auto close = [&](const char* id, bool though_unmet) {
      return office.actions.close(office.act(id), code, "Xong", though_unmet);
    };
    CHECK(close("d", false).error() == Refusal::unmet);
    CHECK(close("e", true));
  });
}

TEST_CASE("Administrators are reminded after 24 and 60 hours, until the authority was told") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    office.appoint(office.town.thu, office.town.ward);  // administers a ward, and sees none of it
    const auto code = office.open();
    office.work();
    CHECK(office.town.inbox(office.an).empty());
    office.town.now = office.town.now + 24 * base::hour_us;
    office.work();
    office.work();
    auto told = office.town.inbox(office.an);
    REQUIRE(told.size() == 1);
    CHECK(told[0].title == "Sự cố SC-2026-001: đã qua 24 giờ, chưa ghi nhận thông báo");
    CHECK(told[0].link == "/quan-tri/su-co/SC-2026-001");
    CHECK(office.town.inbox(office.town.minh).empty());
    CHECK(office.town.inbox(office.town.thu).empty());
    office.town.now = office.town.now + 36 * base::hour_us;
    office.work();
    CHECK(office.town.inbox(office.an).size() == 2);
    const auto text = office.entries(office.found(code));
    CHECK(has(text, R"(incidents.remind {"code":"SC-2026-001","hours":24,"told":1})"));
    CHECK(has(text, R"(incidents.remind {"code":"SC-2026-001","hours":60,"told":1})"));
  });
}

TEST_CASE("An administrator who wants none of the reminders gets them all the same") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    messages::Desk desk(db, office.town.journal, office.town.messages);
    desk.choose({"none", office.town.now, {.person = office.an.person}}, base::Lang::vi,
                {{std::string(incidents::reminder_kind), messages::Channel::nothing}});
    const auto code = office.open();
    office.town.now = office.town.now + 24 * base::hour_us;
    office.work();
    CHECK(office.town.inbox(office.an).size() == 1);
    CHECK(has(office.entries(office.found(code)), R"("hours":24,"told":1})"));
  });
}

TEST_CASE("The journal counts only those whom a reminder reached") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    const auto code = office.open();
    office.town.now = office.town.now + 24 * base::hour_us;
    db.write([&](db::Tx& tx) { tx.execute("DELETE FROM messages_template"); });  // no words for it
    office.work();
    CHECK(office.town.inbox(office.an).empty());
    CHECK(has(office.entries(office.found(code)), R"("hours":24,"told":0})"));
  });
}

TEST_CASE("Who opens an incident after 80 hours is reminded once, at once") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    CHECK(office.actions.open(office.act("x"), leak(office.town.now - 80 * base::hour_us)));
    office.work();
    CHECK(office.town.inbox(office.an).size() == 1);
  });
}

TEST_CASE("Nobody is reminded of an incident whose authority was told, or that is closed") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    const auto told = office.open("one"), closed = office.open("two");
    CHECK(office.actions.record(office.act("a"), told, incidents::notify_step, "", 0));
    CHECK(office.actions.close(office.act("b"), closed, "Không phải sự cố", true));
    office.town.now = office.town.now + 70 * base::hour_us;
    office.work();
    CHECK(office.town.inbox(office.an).empty());
  });
}

TEST_CASE("The notification says what the law asks, and what is not known yet is to follow") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    auto facts = leak(office.town.now);
    facts.consequences = "";
    const auto code = office.actions.open(office.act("open"), facts).value();
    CHECK(office.actions.record(office.act("a"), code, "contain", "Đã khóa tài khoản", 0));
    const auto paper = db.read([](db::Tx& tx) {
      return documents::shared_template(tx, incidents::notification_template);
    });
    REQUIRE(paper);
    const outside::Folder folder;
    const auto text_at = [&](base::Instant now) {
      const auto pdf = incidents::notification(*paper, office.found(code), office.rule(),
                                               {"Ủy ban nhân dân thành phố Cần Thơ", ""}, now);
      return base::tidy(
          outside::run("pdftotext -layout " + folder.put("paper.pdf", pdf) + " -").text);
    };
    const auto text = text_at(office.town.now);
    CAPTURE(text);
    for (const auto* part :
         {"SC-2026-001", "Bộ Công an", "91/2025/QH15", "23/11/2026, 08:00", "26/11/2026, 08:00",
          "gửi nhầm ra ngoài", "Họ tên, số định danh", "khoảng 1.200 người", "Đã thu hồi",
          "0292 3 820 000", "Đã khóa tài khoản", "sẽ bổ sung ở lần thông báo sau"}) {
      CAPTURE(part);
      CHECK(has(text, part));
    }
    CHECK_FALSE(has(text, "Lý do chậm"));
    CHECK(has(text_at(office.town.now + 73 * base::hour_us), "Lý do chậm"));
  });
}

TEST_CASE("Configuration that is no rule is named") {
  const auto told = [](const char* json) {
    std::string all;
    for (const auto& flaw : incidents::flaws_in_settings(*base::json::parse(json))) {
      all += flaw.pointer + ": " + flaw.message.en + "\n";
    }
    return all;
  };
  const auto says = [&](const char* json, const char* what) {
    return told(json).find(what) != std::string::npos;
  };
  CHECK(says("{}", "/rules: “rules” is missing"));
  CHECK(says(R"({"rules":[]})", "/rules: There is no rule"));
  CHECK(says(R"({"rules":[{}]})", "/rules/0/from: “from” is missing"));
  CHECK(says(R"({"rules":[{"from":"2026-01-01"}]})", "/rules/0/law: “law” is missing"));
  CHECK(says(R"({"rules":[{"form":"2026-01-01"}]})", "/rules/0/form: Nothing is called “form”"));
  CHECK(says(R"({"rules":[{"steps":[]}]})", "The step “notify_authority” with more than 0 hours"));
}

TEST_CASE("A code is read as it is written, and nothing else is one") {
  CHECK(incidents::read_code("SC-2026-001") == std::pair<std::int64_t, std::int64_t>(2026, 1));
  CHECK(incidents::read_code("SC-2026-1234") == std::pair<std::int64_t, std::int64_t>(2026, 1234));
  for (const auto* wrong : {"", "SC-", "SC-2026-1", "SC-2026-0001", "SC-2026-01x", "SC-20x6-001",
                            "H13.01-261123-0001"}) {
    CAPTURE(wrong);
    CHECK_FALSE(incidents::read_code(wrong));
  }
}
