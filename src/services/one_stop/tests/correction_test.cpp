// A published version that breaks never strands a dossier: two people move it to a corrected one.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "cast/town.hpp"
#include "engines/catalogue/publish.hpp"
#include "platform/crypto/crypto.hpp"
#include "services/one_stop/actions_correction.hpp"
#include "services/one_stop/history.hpp"
#include "services/one_stop/store.hpp"
#include "support/databases.hpp"
#include "support/visit.hpp"

namespace {

namespace fs = std::filesystem;
using one_stop::CorrectionRefusal;

constexpr const char* kTemplate = "templates/marital-status-certificate.template";
constexpr const char* kFlow = "flows/commune-certificate.bpmn";
constexpr const char* kForm = "procedures/1.004873/form.json";

// A town whose clerk publishes packs that nobody examined, as an older program did.
struct Office {
  explicit Office(db::Database& db)
      : town(db), corrections(db, town.journal, town.casework), pack(town.folder.path() + "/pack") {
    fs::copy(fs::path(TAYDO_SOURCE_DIR) / "packs/cantho", pack, fs::copy_options::recursive);
  }
  void write(const std::string& file, std::string_view from, std::string_view to) {
    std::ifstream in(pack / file);
    std::string text((std::istreambuf_iterator<char>(in)), {});
    const auto at = text.find(from);
    REQUIRE(at != text.npos);
    text.replace(at, from.size(), to);
    std::ofstream(pack / file) << text;
  }
  void publish(const std::string& file, std::string_view from, std::string_view to) {
    write(file, from, to);
    catalogue::Publisher publisher(town.db, town.journal, {});
    const auto report = catalogue::import_pack(town.db, publisher, pack, {}, {},
                                               {crypto::random_token(), {}, town.now});
    REQUIRE(report.published == 1);
  }
  support::FakeVisit visit(const identity::Who& who, std::string act = {}) {
    return {who, town.now, act.empty() ? crypto::random_token() : std::move(act), ""};
  }
  one_stop::Dossier again(const one_stop::Dossier& dossier) {
    return *town.db.read([&](db::Tx& tx) { return one_stop::store::find(tx, dossier.id); });
  }
  one_stop::Dossier in_appraisal() {
    const auto dossier = town.lan_submits("submit").value();
    REQUIRE(town.actions.accept(town.act(town.minh), town.task(dossier)));
    return town.actions.take_fee(town.act(town.minh), town.task(dossier)).value();
  }
  int number(const one_stop::Dossier& dossier) {
    const auto id = again(dossier).version;
    return town.db.read([&](db::Tx& tx) { return catalogue::version(tx, id)->number; });
  }
  CorrectionRefusal proposes(const identity::Who& who, const one_stop::Dossier& dossier,
                             std::string node = "", const char* reason = "Mẫu giấy sai") {
    auto asked = visit(who);
    const auto done = corrections.propose(asked, again(dossier), std::move(node), reason);
    REQUIRE_FALSE(done);
    return done.error();
  }

  cast::Town town;
  one_stop::Corrections corrections;
  fs::path pack;
};

}  // namespace

TEST_CASE("A dossier stuck in a broken paper goes on when one proposes and the head confirms") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    auto& town = office.town;
    office.write(kTemplate, "value requester_name ",
                 "value agency_phone | số\nvalue requester_name ");
    office.publish(kTemplate, "\ntitle ", "\nparagraph {agency_phone}\ntitle ");
    const auto dossier = office.in_appraisal();
    const auto due = dossier.due_at;
    CHECK(office.number(dossier) == 2);
    cast::AnyPurpose purpose;
    CHECK_FALSE(town.papers.draft(town.sources(dossier), town.signer(town.hoa), purpose, town.now));
    CHECK(office.proposes(town.duyen, dossier) == CorrectionRefusal::none);

    office.write(kTemplate, "value agency_phone | số\n", "");
    office.publish(kTemplate, "paragraph {agency_phone}\n", "");
    CHECK(office.proposes(town.duyen, dossier, "", "") == CorrectionRefusal::reason_missing);
    auto duyen = office.visit(town.duyen, "proposal");
    const auto seen = office.corrections.prospect(duyen, dossier);
    CHECK(seen.flaws.size() == 1);  // nobody supplies it
    CHECK(seen.misfits.empty());
    CHECK(seen.course.node == "appraise");
    CHECK(office.corrections.propose(duyen, dossier, "", "Mẫu giấy thiếu giá trị"));
    CHECK(office.corrections.propose(duyen, dossier, "", "Mẫu giấy thiếu giá trị").error() ==
          CorrectionRefusal::waiting);
    CHECK(office.number(dossier) == 2);  // one person alone changes nothing

    auto own = office.visit(town.duyen), minh = office.visit(town.minh);
    CHECK(office.corrections.confirm(own, dossier).error() == CorrectionRefusal::not_leader);
    CHECK(office.corrections.confirm(minh, dossier).error() == CorrectionRefusal::not_leader);
    auto hoa = office.visit(town.hoa, "confirmation");
    CHECK(office.corrections.confirm(hoa, dossier));
    CHECK(office.corrections.confirm(hoa, dossier));  // clicked twice

    const auto moved = office.again(dossier);
    CHECK(office.number(dossier) == 3);
    CHECK(moved.due_at == due);
    CHECK(town.verbs(dossier) == "submit accept take_fee propose_version correct_version");
    CHECK(town.actions.propose(town.act(town.duyen), town.task(moved), "Đủ điều kiện",
                               town.draft(moved)));
  });
}

TEST_CASE("Whoever proposed a correction does not confirm it, and the head may decline") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    auto& town = office.town;
    const auto dossier = office.in_appraisal();
    office.publish(kTemplate, "title Giấy xác nhận", "title GIẤY XÁC NHẬN");
    auto hoa = office.visit(town.hoa);
    CHECK(office.corrections.propose(hoa, dossier, "", "Sai tên giấy"));
    auto again = office.visit(town.hoa);
    CHECK(office.corrections.confirm(again, dossier).error() == CorrectionRefusal::own);
    CHECK(office.corrections.drop(again, dossier));  // withdrawn
    auto duyen = office.visit(town.duyen);
    CHECK(office.corrections.propose(duyen, dossier, "", "Sai tên giấy"));
    auto head = office.visit(town.hoa);
    CHECK(office.corrections.drop(head, dossier));
    auto late = office.visit(town.hoa);
    CHECK(office.corrections.confirm(late, dossier).error() == CorrectionRefusal::gone);
    CHECK(office.number(dossier) == 1);
    CHECK(town.verbs(dossier) ==
          "submit accept take_fee propose_version withdraw_version propose_version "
          "decline_version");
  });
}

TEST_CASE("At a step the program does not know nothing is offered, and the next one is chosen") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    auto& town = office.town;
    office.write(kFlow, "id=\"appraise\"", "id=\"judge\"");
    office.write(kFlow, "targetRef=\"appraise\"", "targetRef=\"judge\"");
    office.write(kFlow, "sourceRef=\"appraise\"", "sourceRef=\"judge\"");
    office.publish(kFlow, "one_stop.appraise", "one_stop.judge");
    const auto dossier = office.in_appraisal();
    const auto number = office.number(dossier);
    CHECK(town.actions.propose(town.act(town.duyen), town.task(dossier), "Đủ", {}).error() ==
          one_stop::Refusal::wrong_state);

    fs::copy_file(fs::path(TAYDO_SOURCE_DIR) / "packs/cantho" / kFlow, office.pack / kFlow,
                  fs::copy_options::overwrite_existing);
    office.publish(kTemplate, "title Giấy xác nhận", "title GIẤY XÁC NHẬN");
    auto duyen = office.visit(town.duyen);
    CHECK(office.corrections.prospect(duyen, dossier).course.node.empty());
    CHECK(office.proposes(town.duyen, dossier) == CorrectionRefusal::no_node);
    CHECK(office.proposes(town.duyen, dossier, "seal") == CorrectionRefusal::no_node);
    CHECK(office.corrections.propose(duyen, dossier, "appraise", "Quy trình sai"));
    auto hoa = office.visit(town.hoa);
    CHECK(office.corrections.confirm(hoa, dossier));
    CHECK(office.number(dossier) == number + 1);
    const auto moved = office.again(dossier);
    CHECK(town.actions.propose(town.act(town.duyen), town.task(moved), "Đủ", town.draft(moved)));
  });
}

TEST_CASE("Answers that do not fit the corrected form are named, and nothing moves") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    auto& town = office.town;
    const auto dossier = office.in_appraisal();
    office.publish(kForm, "\"name\": \"subject_ethnic\"", "\"name\": \"subject_people\"");
    auto duyen = office.visit(town.duyen);
    const auto seen = office.corrections.prospect(duyen, dossier);
    std::string all;
    for (const auto& one : seen.misfits) all += one + "\n";
    CAPTURE(all);
    CHECK(all.find("dân tộc") != std::string::npos);  // asked now and not answered
    CHECK(all.find("subject.subject_ethnic: Kinh") != std::string::npos);  // answered, not asked
    CHECK(office.proposes(town.duyen, dossier) == CorrectionRefusal::unfit);
    CHECK(office.number(dossier) == 1);
  });
}

TEST_CASE("A corrected version with another time limit moves no due time, now or later") {
  support::on_each_database([](db::Database& db) {
    Office office(db);
    auto& town = office.town;
    const auto dossier = town.lan_submits("submit").value();
    REQUIRE(town.actions.accept(town.act(town.minh), town.task(dossier)));
    office.publish("procedures/1.004873/procedure.json", "\"value\": 3", "\"value\": 30");
    auto duyen = office.visit(town.duyen);
    CHECK(office.corrections.propose(duyen, office.again(dossier), "", "Sai mẫu"));
    auto hoa = office.visit(town.hoa);
    CHECK(office.corrections.confirm(hoa, office.again(dossier)));
    const auto paid = town.actions.take_fee(town.act(town.minh), town.task(dossier)).value();
    CHECK(office.number(dossier) == 2);
    CHECK(paid.due_at->local().date < *base::Date::of(2026, 12, 1));
  });
}
