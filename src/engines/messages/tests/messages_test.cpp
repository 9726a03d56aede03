// Templates, telling, the inbox.
#include "post.hpp"

#include "support/mail_server.hpp"

using namespace messages;
using post::Office;

namespace {

std::string flaw(const std::string& text) {
  const auto read = read_template(text, post::kinds().front().holes);
  return read ? "" : std::to_string(read.error().line) + " " + read.error().message.en;
}

}  // namespace

TEST_CASE("A template that is not whole is refused with the line") {
  CHECK(flaw(post::ready_words) == "");
  CHECK(flaw("# note\n[vi]\nsubject a\nwhen {due}\n[en]\nsubject a\nb").starts_with("4 "));
  CHECK(flaw("[vi]\nsubject a\nb\n[en]\nsubject {fee}\nb").starts_with("5 "));
  CHECK(flaw("[vi]\nsubject a\nb {code\n[en]\nsubject a\nb").starts_with("3 "));
  CHECK(flaw("[vi]\nsubject a\nb }\n[en]\nsubject a\nb").starts_with("3 "));
  CHECK(flaw("[vi]\nwords at once\n[en]\nsubject a\nb").starts_with("2 "));
  CHECK(flaw("words\n").starts_with("1 "));
  CHECK(flaw("[vi]\nsubject a\nb\n[vi]\nsubject a\nb").starts_with("4 "));
  CHECK(flaw("[vi]\nsubject a\nb\n").find("language") != std::string::npos);
  CHECK(flaw("[vi]\nsubject a\n[en]\nsubject a\nb").find("language") != std::string::npos);
  CHECK(flaw("\xff[vi]").starts_with("1 "));
}

TEST_CASE("Lan is told in her language, and what was not given takes its paragraph along") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    office.tell_ready();
    office.tell("test.ready", {{"code", std::string("H2\r\n")},
                               {"what", base::Words{"khai sinh", ""}},
                               {"fee", base::Dong{15'000}}});
    const auto vi = office.inbox();
    REQUIRE(vi.size() == 2);
    CHECK(vi[0].title == "Hồ sơ H2");
    CHECK(vi[0].paragraphs == std::vector<std::string>{"Việc: khai sinh.", "Phí: 15.000 đ."});
    CHECK(vi[1].paragraphs == std::vector<std::string>{"Việc: hôn nhân."});
    CHECK(office.inbox(base::Lang::en)[1].paragraphs.front() == "About: marriage.");
    CHECK(office.db.read([&](db::Tx& tx) { return Messages::unread(tx, office.lan); }) == 2);
  });
}

TEST_CASE("A message with a value missing is in trouble: nobody reads it, nothing is mailed") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    office.confirm();
    office.tell("test.ready", {{"code", std::string("H1")}});
    office.tell("test.ready", {{"code", base::Dong{1}}, {"what", base::Words{"a", ""}}});
    office.tell("test.ready", {{"code", std::string()}, {"what", base::Words{"a", ""}}});
    office.tell(
        "test.ready",
        {{"code", std::string("H1")}, {"what", base::Words{"a", ""}}, {"when", std::string("x")}});
    CHECK(office.inbox().empty());
    CHECK(office.work() == 0);
    CHECK(office.sent.empty());
    const auto lines = db.read([](db::Tx& tx) { return letters(tx, "trouble", 10, 0); });
    REQUIRE(lines.size() == 4);
    CHECK(lines[3].trouble == "what is missing");
    CHECK(lines[2].trouble == "code is of another type");
    CHECK(lines[1].trouble == "code is empty");
    CHECK(lines[0].trouble == "when is not a value of this kind");
    CHECK_FALSE(
        db.write([&](db::Tx& tx) { return office.messages.again(tx, office.now, lines[0].id); }));
  });
}

TEST_CASE("A kind without a template waits in trouble until one is published") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    auto more = post::kinds();
    more.push_back({"test.new", {"Mới", "New"}, true, {}});
    Messages messages(db, office.journal, more, true);
    db.write([&](db::Tx& tx) {
      messages.tell(tx, office.now, {.act = "a", .to = office.lan, .kind = "test.new"});
    });
    const auto lines = db.read([](db::Tx& tx) { return letters(tx, "trouble", 10, 0); });
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].trouble == "no template is published");
    db.write([&](db::Tx& tx) {
      REQUIRE(publish_template(db, tx, office.now, more.back(),
                               "[vi]\nsubject Mới\nCó tin.\n[en]\nsubject New\nNews.\n"));
      CHECK(messages.again(tx, office.now, lines[0].id));
    });
    CHECK(db.read([&](db::Tx& tx) {
              return messages.inbox(tx, office.lan, base::Lang::vi, 9, 0);
            }).size() == 1);
  });
}

TEST_CASE("Only Lan opens her messages; a legal notice is read by opening it alone") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    office.tell_notice();
    office.tell_ready();
    const auto notice = office.inbox()[1].id;
    const journal::Actor bao{.kind = journal::ActorKind::resident, .person = office.bao};
    db.write([&](db::Tx& tx) {
      CHECK_FALSE(office.messages.find(tx, office.bao, notice, base::Lang::vi));
      office.messages.read(tx, office.now, bao, notice);
      CHECK(Messages::unread(tx, office.lan) == 2);
      CHECK(office.messages.read_all(tx, office.now, "all", office.lan_as_actor()) == 1);
      CHECK(office.messages.read_all(tx, office.now, "all", office.lan_as_actor()) == 0);
      CHECK(Messages::unread(tx, office.lan) == 1);
    });
    CHECK(office.inbox().front().id == notice);  // unread first
    for (int twice = 0; twice < 2; ++twice) {
      db.write([&](db::Tx& tx) {
        office.messages.read(tx, office.now + twice, office.lan_as_actor(), notice);
      });
    }
    CHECK(office.inbox()[1].read_at == office.now);
    const auto entries = office.entries(notice);
    REQUIRE(entries.size() == 2);
    CHECK(entries[0].verb == "messages.give");
    CHECK(entries[1].verb == "messages.read");
  });
}

TEST_CASE("What Lan does not want she does not get, but the law's notices stay") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    office.confirm();
    office.desk.choose(office.act(), base::Lang::en,
                       {{"test.ready", Channel::nothing}, {"test.notice", Channel::nothing}});
    office.tell_ready();
    office.tell_notice();
    REQUIRE(office.inbox().size() == 1);
    CHECK(office.inbox()[0].legal);
    CHECK(office.work() == 0);  // its letter she may give up
    office.desk.choose(office.act(), base::Lang::en,
                       {{"test.ready", Channel::mail}, {"test.notice", Channel::mail}});
    office.tell_ready();
    CHECK(office.work() == 1);
    REQUIRE(office.sent.size() == 1);
    CHECK(office.sent[0].subject == "Dossier H1");
    CHECK(office.sent[0].unsubscribe == "https://city.example.vn/tai-khoan/tin-nhan");
  });
}

TEST_CASE("Letters wait for the morning, except a legal notice that has a deadline") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    office.confirm();
    office.now = base::Local::parse_iso("2026-11-23T22:30")->instant();
    office.tell_ready();
    office.tell_notice();
    CHECK(office.work() == 0);
    office.tell("test.notice", {{"reason", std::string("gấp")}}, office.now + base::day_us);
    CHECK(office.work() == 1);
    office.now = base::Local::parse_iso("2026-11-24T06:59")->instant();
    CHECK(office.work() == 0);
    office.now = base::Local::parse_iso("2026-11-24T07:00")->instant();
    CHECK(office.work() == 2);
  });
}

TEST_CASE("Quiet hours end in the morning, whichever side of midnight they begin") {
  const auto at = [](const char* local) { return base::Local::parse_iso(local)->instant(); };
  const Quiet night;
  CHECK(night.after(at("2026-11-23T20:59")) == at("2026-11-23T20:59"));
  CHECK(night.after(at("2026-11-23T21:00")) == at("2026-11-24T07:00"));
  CHECK(night.after(at("2026-11-24T00:00")) == at("2026-11-24T07:00"));
  CHECK(night.after(at("2026-11-24T07:00")) == at("2026-11-24T07:00"));
  const Quiet noon{11 * 60, 13 * 60};
  CHECK(noon.after(at("2026-11-23T12:00")) == at("2026-11-23T13:00"));
  CHECK(noon.after(at("2026-11-23T14:00")) == at("2026-11-23T14:00"));
  const Quiet never{0, 0};
  CHECK(never.after(at("2026-11-23T12:00")) == at("2026-11-23T12:00"));
}
