// Law has two time axes: a table applies from a day and is known from a day; asking gives both.
#include <thread>

#include "engines/decisions/publish.hpp"
#include "engines/decisions/tests/tables.hpp"
#include "platform/crypto/crypto.hpp"
#include "support/databases.hpp"

using namespace decisions;
using tables::has;
using tables::said;

namespace {

base::Date day(const char* text) { return *base::Date::parse_iso(text); }
base::Instant at(const char* text) { return base::Local::parse_iso(text)->instant(); }

journal::Actor officer(std::int64_t person, std::int64_t for_whom = 0) {
  return {.kind = journal::ActorKind::officer,
          .person = base::PersonId{person},
          .position = {},
          .unit = {},
          .acting_for = base::PersonId{for_whom}};
}

struct City {
  db::Database& db;
  journal::Journal journal{db, crypto::ed25519_make()};

  base::Result<EditionId, PublishRefusal> publish(const std::string& act, const Table& table,
                                                  Span applies, const char* when,
                                                  Publication what = {},
                                                  journal::Actor by = officer(2)) {
    const auto ready = checked(table, applies);
    REQUIRE(ready);
    if (!what.proposed_by.person) what.proposed_by = officer(1);
    return db.write([&](db::Tx& tx) {
      return decisions::publish(db, tx, journal, {act, by, at(when)}, *ready, what);
    });
  }
  std::string answer(const char* on, const char* known) {
    return db.read([&](db::Tx& tx) -> std::string {
      const auto found = in_force(tx, "fees", day(on), at(known));
      if (!found) return "none";
      const auto answer =
          Decider::of(found->table)->decide({feel::Value(40), feel::Value(false)}, {});
      return shown(answer.value, base::Lang::vi);
    });
  }
  Imported import(const std::vector<PackFile>& files, const char* when, bool overwrite = false) {
    static int acts = 0;
    return db.write([&](db::Tx& tx) {
      return import_tables(db, tx, journal, {"import-" + std::to_string(++acts), {}, at(when)},
                           "city", files, overwrite);
    });
  }
};

std::string lines(const Imported& done) {
  std::string out;
  for (const auto& one : done.told) out += one.en + "\n";
  for (const auto& one : done.problems)
    out += one.path + ":" + std::to_string(one.line) + ": " + one.words.en + "\n";
  return out;
}

PackFile file(const Table& table, const char* from) {
  return {"rules/fees.dmn", written(table, {day(from), {}})};
}

}  // namespace

TEST_CASE("A decree of August counts from July: what was known in between stays what was charged") {
  support::on_each_database([](db::Database& db) {
    City city{db};
    const auto first =
        city.publish("a", tables::sound("500000"), {day("2025-07-01"), {}}, "2025-07-01T08:00");
    REQUIRE(first);
    Publication second{.based_on = 1};
    REQUIRE(city.publish("b", tables::sound("540000"), {day("2026-07-01"), {}}, "2026-08-21T09:00",
                         second));
    CHECK(city.answer("2026-07-15", "2026-08-01T08:00") == "500.000");
    CHECK(city.answer("2026-07-15", "2026-08-21T09:00") == "540.000");
    CHECK(city.answer("2026-06-30", "2026-12-01T08:00") == "500.000");
    CHECK(city.answer("2025-06-30", "2026-12-01T08:00") == "none");
    // Paid in July with the first edition: its id keeps what it was charged by.
    const auto kept = db.read([&](db::Tx& tx) { return *edition(tx, *first); });
    CHECK(kept.number == 1);
    const auto charged = Decider::of(kept.table)->decide({feel::Value(40), feel::Value(false)}, {});
    CHECK(shown(charged.value, base::Lang::vi) == "500.000");
  });
}

TEST_CASE("A resolution overrules for a while, and then law is as it was") {
  support::on_each_database([](db::Database& db) {
    City city{db};
    REQUIRE(city.publish("a", tables::sound("100"), {day("2025-01-01"), {}}, "2025-01-01T08:00"));
    const Span while_{day("2026-04-15"), day("2027-02-28")};
    REQUIRE(city.publish("b", tables::sound("50"), while_, "2026-04-15T08:00", {.based_on = 1}));
    REQUIRE(city.publish("c", tables::sound("200"), {day("2026-07-01"), {}}, "2026-06-01T08:00",
                         {.based_on = 2}));
    CHECK(city.answer("2026-04-14", "2026-12-01T08:00") == "100");
    CHECK(city.answer("2026-08-01", "2026-12-01T08:00") == "50");  // overrules the new law too
    CHECK(city.answer("2027-02-28", "2026-12-01T08:00") == "50");
    CHECK(city.answer("2027-03-01", "2026-12-01T08:00") == "200");
    // Ended earlier: the one that replaces it says until when.
    const Span shorter{day("2026-04-15"), day("2026-12-31")};
    REQUIRE(city.publish("d", tables::sound("50"), shorter, "2026-11-01T08:00",
                         {.based_on = 3, .replaces = 2}));
    CHECK(city.answer("2027-01-15", "2026-10-31T08:00") == "50");
    CHECK(city.answer("2027-01-15", "2026-11-02T08:00") == "200");
  });
}

TEST_CASE("Who proposed a table does not publish it, nor does who stands in for them") {
  support::on_each_database([](db::Database& db) {
    City city{db};
    const Span applies{day("2026-07-01"), {}};
    const auto refused = [&](journal::Actor by) {
      const auto done = city.publish("x", tables::sound(), applies, "2026-11-23T08:00", {}, by);
      return !done && done.error() == PublishRefusal::own;
    };
    CHECK(refused(officer(1)));
    CHECK(refused(officer(7, 1)));
    const auto done = city.publish("y", tables::sound(), applies, "2026-11-23T08:00");
    REQUIRE(done);
    const auto again = city.publish("y", tables::sound(), applies, "2026-11-23T08:00");
    CHECK(*again == *done);  // clicked twice
    const auto late = city.publish("z", tables::sound("1"), applies, "2026-11-23T08:00");
    CHECK(late.error() == PublishRefusal::overtaken);
    const auto same =
        city.publish("w", tables::sound(), applies, "2026-11-23T08:00", {.based_on = 1});
    CHECK(same.error() == PublishRefusal::nothing_new);
    const auto entries =
        db.read([&](db::Tx& tx) { return journal::Journal::of(tx, "rule_table", done->value); });
    REQUIRE(entries.size() == 1);
    CHECK(entries[0].verb == "decisions.publish");
    CHECK(base::json::canonical(entries[0].facts).find("8000") == std::string::npos);
  });
}

TEST_CASE("Two publish at once: one does, the other hears that it was overtaken") {
  support::on_each_database([](db::Database& db) {
    City city{db};
    const Span applies{day("2026-07-01"), {}};
    int done = 0, overtaken = 0;
    std::vector<base::Result<EditionId, PublishRefusal>> all(2, base::refuse(PublishRefusal::own));
    std::thread other(
        [&] { all[1] = city.publish("q", tables::sound("1"), applies, "2026-11-23T08:00"); });
    all[0] = city.publish("p", tables::sound("2"), applies, "2026-11-23T08:00");
    other.join();
    for (const auto& one : all) {
      done += bool(one);
      overtaken += !one && one.error() == PublishRefusal::overtaken;
    }
    CHECK(done == 1);
    CHECK(overtaken == 1);
  });
}

TEST_CASE("A table with an error is no table to publish") {
  auto table = tables::sound();
  table.rows[2].tests[0] = ">= 18";
  const auto refused = checked(table, {day("2026-07-01"), {}});
  REQUIRE_FALSE(refused);
  CHECK(has(said(refused.error()), "Tuổi từ 16 đến 17 và Hộ nghèo là không"));
}

TEST_CASE("What the days of an edition leave open is said beforehand") {
  Edition first;
  first.number = 1;
  first.applies = {day("2026-01-01"), {}};
  const auto today = day("2026-11-30");
  const auto days = [&](Span span, int replaces = 0) {
    return said(check_days({first}, span, replaces, today));
  };
  CHECK(days({day("2026-12-15"), {}}) == "");
  CHECK(days({{}, {}}) == "Chưa có ngày bắt đầu áp dụng.\n");
  CHECK(days({day("2026-12-15"), day("2026-12-14")}) == "Ngày cuối phải từ ngày đầu trở đi.\n");
  CHECK(has(days({day("2026-07-01"), {}}), "trước ngày công bố"));
  CHECK(days({day("2026-12-15"), day("2027-02-28")}) == "");  // law goes on after it
  CHECK(days({day("2026-12-15"), day("2027-02-28")}, 1) ==
        "Từ ngày 01/03/2027 không còn ấn bản nào áp dụng.\n"
        "Từ 01/01/2026 đến 14/12/2026 không có ấn bản nào áp dụng.\n");
  CHECK(days({day("2026-12-15"), {}}, 4) == "Không có ấn bản 4 để thay.\n");
  CHECK(has(days({day("0026-12-15"), {}}), "1945"));
}

TEST_CASE("A pack meets a table that was edited in the browser: three sides are compared") {
  support::on_each_database([](db::Database& db) {
    City city{db};
    const auto pack = tables::sound("8000");
    CHECK(lines(city.import({file(pack, "2026-07-01")}, "2026-11-23T08:00")) ==
          "fees 2026-07-01: new\n");
    CHECK(lines(city.import({file(pack, "2026-07-01")}, "2026-11-23T09:00")) == "");
    // Edited here; the pack brings what it brought: kept.
    auto edited = tables::sound("9000");
    REQUIRE(
        city.publish("here", edited, {day("2026-07-01"), {}}, "2026-11-24T08:00", {.based_on = 1}));
    CHECK(has(lines(city.import({file(pack, "2026-07-01")}, "2026-11-25T08:00")),
              "changed here, kept: row 3 changed"));
    // The pack changes too: refused, both sides named, until somebody says so.
    auto newer = tables::sound("8000");
    newer.rows[0].note = "Trẻ em";
    const auto conflict = city.import({file(newer, "2026-07-01")}, "2026-11-26T08:00");
    CHECK(conflict.published == 0);
    CHECK(has(lines(conflict),
              "Here: row 3 changed; 2 examples differ. In the pack: row 1 changed."));
    const auto taken = city.import({file(newer, "2026-07-01")}, "2026-11-26T09:00", true);
    CHECK(taken.published == 1);
    const auto newest = db.read([](db::Tx& tx) { return editions(tx, "fees").front(); });
    CHECK(newest.number == 3);
    CHECK(newest.table == newer);
    // Only the pack changes: taken. It brings the table no more: it stays.
    newer.title.en = "Fees of the desk";
    CHECK(has(lines(city.import({file(newer, "2026-07-01")}, "2026-11-27T08:00")),
              "changed in the pack: title"));
    CHECK(has(lines(city.import({}, "2026-11-28T08:00")), "no longer in the pack, still in force"));
  });
}

TEST_CASE(
    "A pack’s history is known since its days in a new city, and never rewrites what a city knew") {
  support::on_each_database([](db::Database& db) {
    City city{db};
    const std::vector<PackFile> files = {{"a", tables::pack_file("social-pension@2026-07-01.dmn")},
                                         {"b", tables::pack_file("social-pension.dmn")}};
    CHECK(city.import(files, "2026-11-23T08:00").published == 2);
    const auto amount = [&](const char* on, const char* known) {
      return db.read([&](db::Tx& tx) {
        const auto found = in_force(tx, "social-pension", day(on), at(known));
        if (!found) return std::string("none");
        const auto answer = Decider::of(found->table)
                                ->decide({feel::Value(76), feel::Value(false), feel::Value(false),
                                          feel::Value(true)},
                                         {});
        return shown(answer.outputs[0], base::Lang::vi);
      });
    };
    CHECK(amount("2026-07-01", "2026-08-20T08:00") == "500.000");
    CHECK(amount("2026-07-01", "2026-08-22T08:00") == "540.000");
    CHECK(amount("2025-09-10", "2026-08-22T08:00") == "500.000");  // P02
    auto later = *read(tables::pack_file("social-pension.dmn"));
    later.table.rows[0].note = "sửa";
    CHECK(city.import({{"a", files[0].text}, {"b", written(later.table, later.applies)}},
                      "2026-11-24T08:00")
              .published == 1);
    const auto newest = db.read([](db::Tx& tx) { return editions(tx, "social-pension").front(); });
    CHECK(newest.known_from == at("2026-11-24T08:00"));
  });
}

TEST_CASE("A broken file of a pack is told with its line, and nothing of the pack is taken") {
  support::on_each_database([](db::Database& db) {
    City city{db};
    auto broken = tables::sound();
    broken.rows.pop_back();
    const auto done = city.import({file(tables::sound(), "2026-07-01"),
                                   {"rules/other.dmn", written(broken, {day("2026-07-01"), {}})}},
                                  "2026-11-23T08:00");
    CHECK(done.published == 0);
    CHECK(has(lines(done), "rules/other.dmn:"));
    CHECK(has(lines(done), "No row fits when"));
    CHECK(has(lines(done), "stands in rules/fees.dmn already"));
    CHECK(db.read([](db::Tx& tx) { return codes(tx); }).empty());
  });
}

TEST_CASE("A digital citizen’s cut ends with its resolution; the other ground stays") {
  const auto percent = [](const char* name, std::vector<feel::Value> given) {
    const auto file = read(tables::pack_file(name));
    REQUIRE(file);
    return shown(Decider::of(file->table)->decide(given, {}).value, base::Lang::vi);
  };
  const feel::Value matter("việc hộ tịch khác"), other("đối tượng khác"),
      disabled("người khuyết tật");
  CHECK(percent("civil-status-charge-reduction@2026-08-15.dmn",
                {matter, other, true, true, true, 50}) == "50");
  CHECK(percent("civil-status-charge-reduction@2026-08-15.dmn",
                {matter, disabled, true, true, true, 50}) == "100");
  CHECK(percent("civil-status-charge-reduction.dmn", {matter, disabled, true, true}) == "100");
  CHECK(percent("civil-status-charge-reduction.dmn", {matter, other, true, true}) == "0");
}
