// A city whose procedures were published before FEEL goes on with what is under way.
#include <doctest/doctest.h>

#include <fstream>

#include "app/carry/published.hpp"
#include "cast/town.hpp"
#include "engines/catalogue/publish.hpp"
#include "engines/journal/search.hpp"
#include "support/databases.hpp"

namespace {

constexpr std::string_view kVersion = R"sql(
  UPDATE catalogue_version SET language = 'small', content = $1, form = $2, flow = $3,
    result_template = $4, hash = $5 WHERE code = '1.004873')sql";
constexpr std::string_view kOthers = R"sql(
  UPDATE catalogue_version SET language = 'small')sql";
constexpr std::string_view kBrought = R"sql(
  UPDATE catalogue_brought SET hash = $1 WHERE code = '1.004873')sql";
constexpr std::string_view kTemplate = R"sql(
  UPDATE documents_template SET language = 'small', text = $2 WHERE name = $1)sql";
constexpr std::string_view kStored = R"sql(
  SELECT content, form, flow, result_template, hash FROM catalogue_version
  WHERE code = '1.004873' ORDER BY number)sql";

// The procedure as an installation of 29/11/2026 had it, with its papers' shared sentences.
const base::json::object& before() {
  static const auto whole = [] {
    std::ifstream in(TAYDO_SOURCE_DIR "/tests/upgrade/small_language.json");
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    return base::json::parse(text)->as_object();
  }();
  return whole;
}

std::string text(const char* key) { return std::string(base::json::text_at(before(), key)); }

// As if an older program had published everything in this database.
void set_back(db::Database& db) {
  db.write([](db::Tx& tx) {
    tx.execute(kOthers);
    tx.execute(kVersion, {text("content"), text("form"), text("flow"), text("result_template"),
                          text("hash")});
    tx.execute(kBrought, {text("hash")});
    tx.execute(kTemplate, {"wording", text("wording")});
    tx.execute(kTemplate, {"receipt-slip", text("receipt-slip")});
  });
}

std::vector<std::string> stored(db::Database& db) {
  std::vector<std::string> out;
  db.read([&](db::Tx& tx) {
    tx.query(kStored, {}, [&](const db::Row& row) {
      for (int i = 0; i < 5; ++i) out.push_back(row.str(i));
    });
  });
  return out;
}

std::string bpmn(db::Tx& tx, base::VersionId version) {
  return catalogue::text_of(tx, version, catalogue::Part::flow);
}

std::vector<journal::Stored> entries(db::Database& db) {
  return db.read([](db::Tx& tx) {
    std::vector<journal::Stored> out;
    for (auto& one : journal::search(tx, {.verb = "catalogue.carry"}, {}, 100).found) {
      out.push_back(std::move(one.entry));
    }
    return out;
  });
}

}  // namespace

TEST_CASE("Lan's dossier, submitted before FEEL, is received, signed and returned after it") {
  support::on_each_database([](db::Database& db) {
    cast::Town town(db);
    const auto dossier = town.lan_submits("submit").value();
    set_back(db);
    const auto was = stored(db);

    const auto told = app::carry::carry_published(db, town.journal, town.now);
    int changed = 0;
    for (const auto& one : told) changed += int(one.changes.size());
    CHECK(changed == 58);
    CHECK(stored(db) == was);  // what was published stays as it was published
    CHECK(app::carry::carry_published(db, town.journal, town.now).empty());

    // The program as it starts after the upgrade.
    casework::Casework casework(db, bpmn);
    one_stop::Actions actions(db, town.journal, casework, town.messages);
    REQUIRE(actions.accept(town.act(town.minh), town.task(dossier)));
    REQUIRE(actions.take_fee(town.act(town.minh), town.task(dossier)));
    const auto draft = town.draft(dossier);
    REQUIRE(actions.propose(town.act(town.duyen), town.task(dossier), "đủ điều kiện", draft));
    const auto file = town.signed_by(dossier, town.hoa, town.ward);
    REQUIRE(actions.approve(town.act(town.hoa), town.task(dossier), file));
    const auto seal = [&](const documents::Document& paper) {
      return town.papers.sealed(paper, town.now);
    };
    REQUIRE(actions.number_and_seal(town.act(town.thu), town.task(dossier), file.file.hash, seal));
    const auto returned = actions.return_result(town.act(town.minh), town.task(dossier));
    REQUIRE(returned);
    CHECK(returned->state == one_stop::State::returned);
    CHECK(town.bytes(dossier).size() > 10'000);
  });
}

TEST_CASE("Carrying over is one entry of the journal, which names what was and what is read now") {
  support::on_each_database([](db::Database& db) {
    cast::Town town(db);
    set_back(db);
    app::carry::carry_published(db, town.journal, town.now);
    app::carry::carry_published(db, town.journal, town.now);
    const auto all = entries(db);
    REQUIRE(all.size() == 1);
    const auto& versions = base::json::array_at(all[0].facts, "versions");
    REQUIRE(versions.size() == 1);  // the other 74 have no condition
    const auto& one = versions[0].as_object();
    CHECK(base::json::text_at(one, "code") == "1.004873");
    CHECK(base::json::text_at(one, "hash") == text("hash"));
    CHECK(base::json::text_at(one, "carried").size() == 64);
    CHECK(base::json::array_at(all[0].facts, "templates").size() == 2);
    CHECK(town.journal.verify().findings.empty());
  });
}

TEST_CASE("The pack in FEEL is what was carried over, so importing it publishes nothing twice") {
  support::on_each_database([](db::Database& db) {
    cast::Town town(db);
    set_back(db);
    app::carry::carry_published(db, town.journal, town.now);
    catalogue::Publisher publisher(db, town.journal, {});
    const auto imported = [&](bool dry_run) {
      return catalogue::import_pack(db, publisher, TAYDO_SOURCE_DIR "/packs/cantho", {},
                                    {.dry_run = dry_run}, {"again", {}, town.now});
    };
    CHECK(imported(true).told(base::Lang::en) == imported(false).told(base::Lang::en));
    const auto report = imported(false);
    CAPTURE(report.told(base::Lang::en));
    CHECK_FALSE(report.refused);
    CHECK(report.published == 0);
  });
}

TEST_CASE("A condition without words in FEEL stops the upgrade before anything is changed") {
  support::on_each_database([](db::Database& db) {
    cast::Town town(db);
    set_back(db);
    auto wording = text("wording");
    wording.replace(wording.find("when unit_kind in"), 14, "when function");
    db.write([&](db::Tx& tx) { tx.execute(kTemplate, {"wording", wording}); });
    CHECK_THROWS_WITH_AS(app::carry::carry_published(db, town.journal, town.now),
                         doctest::Contains("template wording, line 10: this condition cannot be "
                                           "said in FEEL: function in ["),
                         db::Failure);
    CHECK(entries(db).empty());
    CHECK(db.read([](db::Tx& tx) { return catalogue::in_small_language(tx).size(); }) == 75);
  });
}
