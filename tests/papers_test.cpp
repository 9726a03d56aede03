// Slips, who may sign, and what the pack's papers ask for.
#include <algorithm>
#include <set>

#include "base/fold.hpp"
#include "cast/certificates.hpp"
#include "engines/catalogue/pack.hpp"
#include "engines/forms/definition.hpp"
#include "support/databases.hpp"

using namespace cast;

TEST_CASE("The slips and the payment note say what TT 03/2025 and NĐ 254/2026 ask") {
  support::on_each_database([](db::Database& db) {
    Town town(db, "2026-02-05T08:00");
    AnyPurpose purpose;
    const auto text = [&](const one_stop::Dossier& dossier, one_stop::Papers::Slip which) {
      return text_of(town.papers.slip(town.sources(dossier), which, purpose, town.now).value());
    };
    using Slip = one_stop::Papers::Slip;
    auto answers = mai();
    answers.set("delivery.return_channel", "DESK");
    auto dossier = town.submits(town.lan, "form-a", answers, {15'000}).value();
    const auto accepted = town.actions.accept(town.act(town.minh), town.task(dossier)).value();
    // Form 01 of TT 03/2025/TT-VPCP, fields of 10-one-stop §7.
    check_says(
        text(accepted, Slip::receipt),
        {"ỦY BAN NHÂN DÂN PHƯỜNG NINH KIỀU", "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG PHƯỜNG NINH KIỀU",
         "Ninh Kiều, ngày 05 tháng 02 năm 2026", "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
         "Thời gian nhận hồ sơ: 08 giờ 00 phút, ngày 05 tháng 02 năm 2026",
         "Thời hạn giải quyết: 03 ngày làm việc",
         "Nhận kết quả: Tại Trung tâm Phục vụ hành chính công phường Ninh Kiều"});
    const auto paid = town.actions.take_fee(town.act(town.minh), town.task(dossier)).value();
    const auto note = text(paid, Slip::payment);
    // NĐ 254/2026 Đ.22: the name of a receipt stands on a receipt only.
    check_says(note, {"THÔNG TIN NỘP PHÍ, LỆ PHÍ", "15.000 đ", "Mười lăm nghìn đồng"});
    CHECK(base::fold(note).find("bien lai") == std::string::npos);

    // F4: who is exempt pays nothing, and reads by which article.
    dossier = town.submits(town.lan, "form-b", answers, {15'000}).value();
    const auto free =
        town.actions
            .accept(town.act(town.minh), town.task(dossier), "Nghị quyết 05/2025/NQ-HĐND Điều 3")
            .value();
    CHECK(free.state == one_stop::State::accepted);
    CHECK(free.due_at);  // the clock does not wait for money
    check_says(text(free, Slip::receipt), {"Miễn phí theo Nghị quyết", "HĐND Điều 3"});

    dossier = town.submits(town.lan, "form-c", answers).value();
    const auto refused =
        town.actions.refuse(town.act(town.minh), town.task(dossier), "Nộp sai nơi cư trú.").value();
    // Form 03 of TT 03/2025/TT-VPCP.
    check_says(text(refused, Slip::refusal),
               {"PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ", "- Nộp sai nơi cư trú."});
  });
}

TEST_CASE("A deputy signs by assignment, nobody else signs for the head of civil status") {
  support::on_each_database([](db::Database& db) {
    Town town(db, "2026-02-05T08:00");
    auto phuc = town.hoa;  // the same person, moved to the deputy's office
    phuc.positions.front().title = {"Phó Chủ tịch Ủy ban nhân dân phường", "Vice chair"};
    const auto unit = town.db.read(
        [&](db::Tx& tx) { return *units::find(tx, town.ward, town.now.local().date); });
    const auto right = [&](const char* day) {
      const auto on = *base::Date::parse_iso(day);
      return town.db.read([&](db::Tx& tx) {
        return documents::signer(tx, phuc, phuc.positions.front(), unit, "HO_TICH", on);
      });
    };
    CHECK_FALSE(right("2026-02-05"));
    documents::SigningAuthority decision{.unit = town.ward,
                                         .person = phuc.person,
                                         .field = "HO_TICH",
                                         .basis = documents::Basis::assigned,
                                         .decision = "12/QĐ-UBND",
                                         .decided_on = *base::Date::of(2026, 2, 1),
                                         .from = *base::Date::of(2026, 2, 2),
                                         .to = *base::Date::of(2026, 3, 31)};
    const auto granted = [&](const documents::SigningAuthority& one) {
      return town.db.write([&](db::Tx& tx) { return documents::grant(town.db, tx, one); });
    };
    using enum documents::AuthorityRefusal;
    auto wrong = decision;
    wrong.decision = "";
    CHECK(granted(wrong).error() == no_decision);
    wrong = decision;
    wrong.basis = documents::Basis::delegated;
    wrong.to = std::nullopt;
    CHECK(granted(wrong).error() == no_end);
    REQUIRE(granted(decision));
    CHECK_FALSE(right("2026-02-01"));  // the day before
    CHECK_FALSE(right("2026-04-01"));  // the day after
    REQUIRE(right("2026-03-31"));
    CHECK(right("2026-03-31")->decision == "12/QĐ-UBND");
    // Delegation (TUQ.) is not known for civil status; for others it is. [law: Luật 72/2025 Đ.14]
    phuc.positions.front().title = {"Công chức tư pháp, hộ tịch", "Officer"};
    CHECK_FALSE(right("2026-03-31"));
    decision.basis = documents::Basis::delegated;
    decision.field = "";
    decision.decision = "13/QĐ-UBND";
    REQUIRE(granted(decision));
    CHECK_FALSE(right("2026-03-31"));
    const auto other = town.db.read([&](db::Tx& tx) {
      return documents::signer(tx, phuc, phuc.positions.front(), unit, "CHUNG_THUC",
                               *base::Date::of(2026, 3, 31));
    });
    REQUIRE(other);
    CHECK(other->basis == documents::Basis::delegated);
  });
}

TEST_CASE("A signature is refused, and nothing is signed, when the right to sign has ended") {
  support::on_each_database([](db::Database& db) {
    Town town(db, "2026-02-05T08:00");
    const auto dossier = town.submits(town.lan, "form-x", mai()).value();
    REQUIRE(town.actions.accept(town.act(town.minh), town.task(dossier)));
    REQUIRE(
        town.actions.propose(town.act(town.duyen), town.task(dossier), "đủ", town.draft(dossier)));
    const auto file = town.signed_by(dossier, town.hoa, town.ward);
    town.hoa.positions.front().title = {"Phó Chủ tịch Ủy ban nhân dân phường", "Vice chair"};
    CHECK(town.actions.approve(town.act(town.hoa), town.task(dossier), file).error() ==
          one_stop::Refusal::no_authority);
    CHECK(town.verbs(dossier) == "submit accept propose");
    CHECK(town.sources(dossier).result->state == documents::State::drafted);
  });
}

TEST_CASE(
    "The certificate's sentences ask for nothing that its form or the program does not tell") {
  support::on_each_database([](db::Database& db) {
    Town town(db, "2026-02-05T08:00");
    const auto [form, paper, shared] = town.db.read([&](db::Tx& tx) {
      const auto version = *catalogue::find(tx, "1.004873", town.now.local().date);
      return std::tuple(forms::published(catalogue::text_of(tx, version.id, catalogue::Part::form)),
                        documents::read_template(
                            catalogue::text_of(tx, version.id, catalogue::Part::result_template))
                            .value(),
                        documents::shared_wording(tx));
    });
    std::set<std::string> told = {"unit_kind",   "unit_name",     "above_name",
                                  "paper_field", "today",         "signer_basis",
                                  "signer_post", "signer_acting", "signer_name"};
    for (const auto& section : form->sections) {
      told.insert(section.code);
      for (const auto& field : section.fields) {
        told.insert({field.name, section.code + "." + field.name});
        for (const char* part : {".kind", ".number", ".issuer", ".issued", ".line", ".commune"})
          told.insert(field.name + part);
      }
    }
    documents::Wording all = shared;
    all.insert(all.end(), paper.wording.begin(), paper.wording.end());
    for (const auto& name : documents::asked_for(all)) {
      CAPTURE(name);
      CHECK(told.contains(name));
    }
  });
}

TEST_CASE("Every “other” in a form of the pack asks which, beneath it") {
  const auto pack = catalogue::read_pack(TAYDO_SOURCE_DIR "/packs/cantho", {});
  int seen = 0;
  for (const auto& item : pack.items) {
    if (item.publication.form.empty()) continue;
    const auto form = forms::parse(item.publication.form);
    REQUIRE(form);
    for (const auto& section : (*form)->sections) {
      for (const auto& field : section.fields) {
        if (!std::ranges::count(field.options, "OTHER", &forms::Choice::code)) continue;
        ++seen;
        CAPTURE(item.version.code);
        CAPTURE(field.name);
        CHECK(std::ranges::any_of(section.fields, [&](const forms::Field& one) {
          return one.under_field == field.name && one.under_option == "OTHER";
        }));
      }
    }
  }
  CHECK(seen > 0);
}
