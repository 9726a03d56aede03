#include "engines/catalogue/catalogue.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "engines/catalogue/examine.hpp"
#include "engines/catalogue/publish.hpp"
#include "platform/crypto/crypto.hpp"
#include "support/databases.hpp"
#include "support/folder.hpp"

namespace {

using catalogue::Difference;
namespace fs = std::filesystem;

const base::Instant noon{1'790'000'000'000'000};
base::Date day(std::string_view iso) { return *base::Date::parse_iso(iso); }

// A copy of the city's pack to break and change.
class Pack {
 public:
  Pack() {
    fs::copy(fs::path(TAYDO_SOURCE_DIR) / "packs/cantho", path(), fs::copy_options::recursive);
  }
  fs::path path() const { return fs::path(folder_.path()) / "pack"; }
  void replace(const std::string& file, std::string_view from, std::string_view to) const {
    std::ifstream in(path() / file);
    std::string text((std::istreambuf_iterator<char>(in)), {});
    const auto at = text.find(from);
    REQUIRE_MESSAGE(at != text.npos, std::string(from));
    text.replace(at, from.size(), to);
    std::ofstream(path() / file) << text;
  }

 private:
  support::Folder folder_;
};

struct City {
  db::Database& db;
  journal::Journal journal{db, crypto::ed25519_make()};
  int heard = 0;
  catalogue::Publisher publisher{db, journal,
                                 [this](db::Tx&, const catalogue::Version&) { ++heard; }};
  int acts = 0;

  catalogue::Act act() { return {"act-" + std::to_string(++acts), {}, noon}; }
  catalogue::ImportReport import(const Pack& pack, catalogue::ImportOptions options = {},
                                 catalogue::Checks checks = {}) {
    return catalogue::import_pack(db, publisher, pack.path(), checks, options, act());
  }
  std::optional<catalogue::Version> find(std::string_view code, std::string_view on) {
    return db.read([&](db::Tx& tx) { return catalogue::find(tx, code, day(on)); });
  }
};

constexpr const char* kMarital = "procedures/1.004873/procedure.json";

int count(const catalogue::ImportReport& report, Difference difference) {
  int n = 0;
  for (const auto& change : report.changes) n += change.difference == difference ? 1 : 0;
  return n;
}

}  // namespace

TEST_CASE("The city's pack is whole and brings 75 procedures, one of them to fill in") {
  support::on_each_database([](db::Database& db) {
    City city{db};
    const Pack pack;
    const auto report = city.import(pack);
    CAPTURE(report.told(base::Lang::en));
    REQUIRE(report.problems.empty());
    CHECK(report.published == 75);
    CHECK(city.heard == 75);
    const auto all = db.read([](db::Tx& tx) { return catalogue::list(tx, "", day("2026-11-22")); });
    CHECK(all.size() == 75);
    CHECK(std::count_if(all.begin(), all.end(), [](const auto& p) { return p.has_form; }) == 1);
    const auto civil =
        db.read([](db::Tx& tx) { return catalogue::list(tx, "HO_TICH", day("2026-11-22")); });
    CHECK(civil.size() == 12);
    const auto fields =
        db.read([](db::Tx& tx) { return catalogue::fields(tx, day("2026-11-22")); });
    CHECK(fields.size() == 28);
    CHECK(fields.front().name.vi == "An toàn thực phẩm");
    CHECK_FALSE(city.find("1.004873", "2025-06-30"));
  });
}

TEST_CASE("A version reads back with its deadline, fee, papers, form and flow") {
  support::on_each_database([](db::Database& db) {
    City city{db};
    city.import(Pack());
    const auto version = city.find("1.004873", "2026-11-22");
    REQUIRE(version);
    CHECK(version->name.en == "Marital-status certificate");
    CHECK(version->field.name.vi == "Hộ tịch");
    CHECK(version->deadline.value == 3);
    CHECK(version->deadline.unit == catalogue::DeadlineUnit::working_day);
    CHECK(version->deadline.confidence == catalogue::Confidence::known);
    REQUIRE(version->fees.size() == 1);
    CHECK(version->fees[0].is_demo);
    CHECK(version->fee_due().amount == 15'000);
    const auto terms = db.read([&](db::Tx& tx) { return *catalogue::terms(tx, version->id); });
    CHECK(catalogue::fee_due(*version, terms, catalogue::Channel::online).amount == 15'000);
    CHECK(terms.papers[1].database.en == "the electronic civil-status database");
    CHECK(version->papers.size() == 5);
    CHECK(version->channels.size() == 3);
    CHECK(version->result_validity.en.find("6 months") == 0);
    db.read([&](db::Tx& tx) {
      using catalogue::Part;
      CHECK(catalogue::text_of(tx, version->id, Part::form).find("\"option_lists\"") !=
            std::string::npos);
      CHECK(catalogue::text_of(tx, version->id, Part::flow).find("userTask") != std::string::npos);
      CHECK(catalogue::version(tx, version->id)->hash == version->hash);
      CHECK_FALSE(catalogue::version(tx, base::VersionId{1}));
    });
  });
}

TEST_CASE("Importing the same pack again changes nothing and says so") {
  support::on_each_database([](db::Database& db) {
    City city{db};
    const Pack pack;
    city.import(pack);
    const auto again = city.import(pack);
    CHECK(again.published == 0);
    CHECK(count(again, Difference::unchanged) == 75);
    CHECK(again.told(base::Lang::vi).find("không có gì để công bố") != std::string::npos);
    const auto acts = db.read([](db::Tx& tx) {
      return std::pair(journal::Journal::find_act(tx, "act-1"),
                       journal::Journal::find_act(tx, "act-2"));
    });
    REQUIRE(acts.first);
    CHECK(acts.first->verb == "catalogue.publish");
    CHECK(base::json::array_at(acts.first->facts, "versions").size() == 75);
    CHECK_FALSE(acts.second);
  });
}

TEST_CASE("A change in the pack makes one new version; dossiers keep the old one") {
  support::on_each_database([](db::Database& db) {
    City city{db};
    const Pack pack;
    city.import(pack);
    const auto old = city.find("1.004873", "2026-11-22");
    pack.replace(kMarital, "\"value\": 3", "\"value\": 2");
    pack.replace(kMarital, "\"valid_from\": \"2025-07-01\"", "\"valid_from\": \"2027-01-01\"");
    const auto dry = city.import(pack, {.dry_run = true});
    CHECK(dry.would_publish == 1);
    CHECK(dry.published == 0);
    const auto report = city.import(pack);
    CHECK(report.published == 1);
    for (const auto& change : report.changes) {
      if (change.difference != Difference::changed) continue;
      CHECK(change.code == "1.004873");
      CHECK(change.parts == std::vector<std::string>{"valid_from", "deadline.value"});
    }
    CHECK(city.find("1.004873", "2026-12-31")->id == old->id);
    CHECK(city.find("1.004873", "2027-01-01")->deadline.value == 2);
    CHECK(db.read([&](db::Tx& tx) { return catalogue::version(tx, old->id); })->deadline.value ==
          3);
  });
}

TEST_CASE("What was changed here and in the pack is a conflict, and refuses until told otherwise") {
  support::on_each_database([](db::Database& db) {
    City city{db};
    const Pack pack;
    city.import(pack);
    // The clerk's editor publishes another deadline.
    catalogue::Publication edited;
    db.write([&](db::Tx& tx) {
      const auto version = catalogue::find(tx, "1.004873", day("2026-11-22"));
      const auto text = base::json::parse(R"({"code": "1.004873", "national_code": true,
        "name": "Cấp giấy", "field": {"code": "HO_TICH", "name": "Hộ tịch"}, "level": "commune",
        "agency": "UBND cấp xã", "valid_from": "2025-07-01", "confidence": "sourced",
        "deadline": {"unit": "day", "value": 9, "text": "09 ngày", "confidence": "sourced"},
        "fees": [], "channels": ["online"], "service_level": "whole", "papers": [],
        "legal_basis": [], "result": {"name": "Giấy"}})");
      edited.content = text->as_object();
      city.publisher.publish(tx, city.act(), {edited}, {});
      CHECK(catalogue::find(tx, "1.004873", day("2026-11-22"))->number == version->number + 1);
    });
    const auto same = city.import(pack);
    CHECK(count(same, Difference::kept) == 1);
    CHECK(city.find("1.004873", "2026-11-22")->deadline.value == 9);

    pack.replace(kMarital, "\"value\": 3", "\"value\": 2");
    pack.replace("procedures/1.001193/procedure.json", "khai sinh", "KHAI SINH");
    const auto refused = city.import(pack);
    CHECK(refused.refused);
    CHECK(refused.published == 0);
    CHECK(count(refused, Difference::conflict) == 1);
    CHECK(city.find("1.001193", "2026-11-22")->name.vi == "Thủ tục đăng ký khai sinh");
    const auto told = city.import(pack, {.overwrite_conflicts = true});
    CHECK(told.published == 2);
    CHECK(city.find("1.004873", "2026-11-22")->deadline.value == 2);
  });
}

TEST_CASE("A broken pack is refused whole, with file, line and mend named") {
  support::on_each_database([](db::Database& db) {
    City city{db};
    struct Row {
      const char *file, *from, *to, *where;
    };
    const std::string birth = "procedures/1.001193/procedure.json";
    const Row rows[] = {
        {kMarital, "\"working_day\"", "\"wroking_day\"", "procedures/1.004873/procedure.json:12"},
        {kMarital, "\"agency\"", "\"agecny\"", "procedures/1.004873/procedure.json:"},
        {kMarital, "},\n  \"field\"", "}\n  \"field\"", "procedures/1.004873/procedure.json:5"},
        {kMarital, "HO_TICH", "HO_TICK", "procedures/1.004873/procedure.json:5"},
        {kMarital, "form.json", "../../../x", "procedures/1.004873/procedure.json:1"},
        {kMarital, "form.json", "from.json", "procedures/1.004873/procedure.json:1"},
        {kMarital, R"(!= \"SELF\")", "== 'SELF'", "procedures/1.004873/procedure.json:"},
        {"procedures/1.001193/procedure.json", "\"1.001193\"", "\"1.000894\"", "1.00"},
        {"pack.json", "\"cantho\"", "5", "pack.json:2"},
    };
    for (const auto& row : rows) {
      CAPTURE(row.from);
      const Pack pack;
      pack.replace(row.file, row.from, row.to);
      const auto report = city.import(pack);
      REQUIRE_FALSE(report.problems.empty());
      CHECK(report.refused);
      CHECK(report.told(base::Lang::en).find(row.where) != std::string::npos);
      CHECK(report.told(base::Lang::vi).find("Không công bố gì") != std::string::npos);
      CHECK(db.read([](db::Tx& tx) { return catalogue::list(tx, "", day("2026-11-22")); }).empty());
    }
    const Pack gone;
    fs::remove_all(gone.path());
    CHECK(city.import(gone).refused);
  });
}

TEST_CASE("Form, flow and template are checked by those who know them") {
  support::on_each_database([](db::Database& db) {
    City city{db};
    const Pack pack;
    int asked = 0;
    catalogue::Checks checks;
    checks.flow = [&](std::string_view text) {
      ++asked;
      CHECK(text.find("bpmn:process") != std::string_view::npos);
      return reading::Flaws{{9, "", {"sai", "wrong"}}};
    };
    checks.form = [&](std::string_view) {
      return reading::Flaws{{0, "/sections/0/code", {"sai", "wrong"}}};
    };
    const auto report = city.import(pack, {}, checks);
    CHECK(asked == 1);
    const auto told = report.told(base::Lang::en);
    CHECK(told.find("flows/commune-certificate.bpmn:9: wrong") != std::string::npos);
    CHECK(told.find("procedures/1.004873/form.json:9: wrong") != std::string::npos);
  });
}

TEST_CASE("What others find wrong in the parts is told at the file of each part, and once") {
  support::on_each_database([](db::Database& db) {
    City city{db};
    const Pack pack;
    const auto together = [&](const catalogue::Candidate& one) {
      catalogue::Fitting found;
      CHECK(one.version);
      if (one.publication.flow.empty()) return found;
      CHECK(one.publication.flow.find("bpmn:process") != std::string_view::npos);
      found.flow = {{9, "", {"sai", "wrong"}}, {9, "", {"sai", "wrong"}}};
      found.form = {{0, "/sections/0/code", {"sai", "wrong"}},
                    {0, "/option_lists/gender/1", {"sai", "wrong"}}};
      found.procedure = {{0, "/fees/0", {"sai", "wrong"}}};
      return found;
    };
    catalogue::ImportReport report;
    report.problems = catalogue::examine(pack.path(), together);
    CHECK(report.problems.size() == 4);
    const auto told = report.told(base::Lang::en);
    CHECK(told.find("flows/commune-certificate.bpmn:9: wrong") != std::string::npos);
    CHECK(told.find("procedures/1.004873/form.json:9: wrong") != std::string::npos);
    CHECK(told.find("options/gender.json:6: wrong") != std::string::npos);
    CHECK(told.find("procedures/1.004873/procedure.json:19: wrong") != std::string::npos);
  });
}

TEST_CASE("What changed is named exactly, down to the question of the form") {
  support::on_each_database([](db::Database& db) {
    City city{db};
    const Pack pack;
    city.import(pack);
    const auto parts = [&] {
      const auto report = city.import(pack, {.dry_run = true});
      for (const auto& change : report.changes) {
        if (change.difference == Difference::changed) return change.parts;
      }
      return std::vector<std::string>{"nothing"};
    };
    using Names = std::vector<std::string>;
    CHECK(parts() == Names{"nothing"});
    pack.replace("templates/marital-status-certificate.template", "XÁC NHẬN", "XAC NHAN");
    CHECK(parts() == Names{"template"});
    pack.replace("flows/commune-certificate.bpmn", "taydo:hours=\"16\"", "taydo:hours=\"12\"");
    CHECK(parts() == Names{"flow", "template"});
    city.import(pack);
    pack.replace("procedures/1.004873/form.json", "Người yêu cầu", "Người nộp");
    pack.replace("options/gender.json", "Nam", "Nam giới");
    pack.replace(kMarital, "\"required\": true,\n      \"originals\": 1",
                 "\"required\": true,\n      \"originals\": 2");
    CHECK(parts() == Names{"papers.FORM.originals", "form: option_lists.gender.male.name.vi",
                           "form: sections.requester.title.vi"});
  });
}

TEST_CASE("A procedure that has ended is not in force any more") {
  support::on_each_database([](db::Database& db) {
    City city{db};
    const Pack pack;
    pack.replace(kMarital, "\"valid_from\": \"2025-07-01\"",
                 "\"valid_from\": \"2025-07-01\", \"valid_to\": \"2027-02-28\"");
    city.import(pack);
    CHECK(city.find("1.004873", "2027-02-28"));
    CHECK_FALSE(city.find("1.004873", "2027-03-01"));
    const auto later =
        db.read([](db::Tx& tx) { return catalogue::list(tx, "", day("2027-03-01")); });
    CHECK(later.size() == 74);
  });
}
