// Rows changed behind the program's back: each is named, with what it is and what it should be.
#include "app/rows.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "app/commands/commands.hpp"
#include "app/program.hpp"
#include "cast/town.hpp"
#include "services/one_stop/rows.hpp"
#include "support/databases.hpp"

namespace {

namespace fs = std::filesystem;

// A dossier that went the whole way, and one that was refused.
struct Walked {
  explicit Walked(db::Database& db) : town(db), dossier(town.lan_submits("submit").value()) {
    auto& a = town.actions;
    REQUIRE(a.accept(town.act(town.minh), town.task(dossier)));
    REQUIRE(a.take_fee(town.act(town.minh), town.task(dossier)));
    REQUIRE(a.propose(town.act(town.duyen), town.task(dossier), "Đủ", town.draft(dossier)));
    const auto paper = town.signed_by(dossier, town.hoa, town.ward);
    REQUIRE(a.approve(town.act(town.hoa), town.task(dossier), paper));
    REQUIRE(a.number_and_seal(town.act(town.thu), town.task(dossier), paper.file.hash,
                              [&](const documents::Document& numbered) {
                                return town.papers.sealed(numbered, town.now);
                              }));
    REQUIRE(a.return_result(town.act(town.minh), town.task(dossier)));
    const auto other = town.lan_submits("other").value();
    REQUIRE(a.refuse(town.act(town.minh), town.task(other), "Sai nơi nhận"));
    REQUIRE(town.lan_submits("third", {0}));
  }

  // One line a difference.
  std::vector<std::string> differences() {
    std::vector<std::string> out;
    for (const auto& check : one_stop::row_checks(town.files)) {
      app::differences(town.db, check, [&](const auto& one) { out.push_back(app::told(one)); });
    }
    return out;
  }

  std::string file() {
    return town.db
        .read([&](db::Tx& tx) { return documents::of(tx, "result", "dossier", dossier.id.value); })
        ->file;
  }

  cast::Town town;
  one_stop::Dossier dossier;
};

struct Tampering {
  std::string_view change, back;  // SQL; $1 is the dossier
  std::string_view told;          // what its one line says, in part
};

constexpr Tampering tamperings[] = {
    {"UPDATE one_stop_dossier SET state = 4 WHERE id = $1",
     "UPDATE one_stop_dossier SET state = 10 WHERE id = $1", "state is 4, should be 10"},
    {"UPDATE one_stop_dossier SET due_at = due_at + 86400000000 WHERE id = $1",
     "UPDATE one_stop_dossier SET due_at = due_at - 86400000000 WHERE id = $1", "due at is 2026-"},
    {"UPDATE one_stop_dossier SET due_at = due_at + 1 WHERE id = $1",
     "UPDATE one_stop_dossier SET due_at = due_at - 1 WHERE id = $1", "due at is 2026-"},
    {"UPDATE one_stop_dossier SET accepted_at = accepted_at - 1 WHERE id = $1",
     "UPDATE one_stop_dossier SET accepted_at = accepted_at + 1 WHERE id = $1", "accepted at is"},
    {"UPDATE one_stop_dossier SET resolved_at = resolved_at - 1 WHERE id = $1",
     "UPDATE one_stop_dossier SET resolved_at = resolved_at + 1 WHERE id = $1", "resolved at is"},
    {"UPDATE one_stop_dossier SET submitted_at = submitted_at - 1 WHERE id = $1",
     "UPDATE one_stop_dossier SET submitted_at = submitted_at + 1 WHERE id = $1",
     "submitted at is"},
    {"UPDATE one_stop_dossier SET owner_id = owner_id + 1 WHERE id = $1",
     "UPDATE one_stop_dossier SET owner_id = owner_id - 1 WHERE id = $1", "owner is"},
    {"UPDATE one_stop_dossier SET unit_id = unit_id + 1 WHERE id = $1",
     "UPDATE one_stop_dossier SET unit_id = unit_id - 1 WHERE id = $1", "unit is"},
    {"UPDATE documents_document SET number = '77' WHERE subject_id = $1",
     "UPDATE documents_document SET number = '1' WHERE subject_id = $1",
     "number is 77/UBND-XNTTHN, should be 01/UBND-XNTTHN"},
    {"UPDATE documents_document SET issued_on = '2026-01-01' WHERE subject_id = $1",
     "UPDATE documents_document SET issued_on = '2026-11-23' WHERE subject_id = $1",
     "numbered on is 2026-01-01, should be 2026-11-23"},
    {"UPDATE documents_document SET state = 'signed' WHERE subject_id = $1",
     "UPDATE documents_document SET state = 'issued' WHERE subject_id = $1",
     "result is signed, should be issued"},
    {"UPDATE documents_document SET signed_by = signed_by + 1 WHERE subject_id = $1",
     "UPDATE documents_document SET signed_by = signed_by - 1 WHERE subject_id = $1",
     "signed by is"},
    {"UPDATE payments_order SET state = 'due' WHERE subject_id = $1",
     "UPDATE payments_order SET state = 'paid' WHERE subject_id = $1",
     "payment is due, should be paid"},
    {"UPDATE payments_order SET confirmation = '9/2026' WHERE subject_id = $1",
     "UPDATE payments_order SET confirmation = '1/2026' WHERE subject_id = $1",
     "confirmation is 9/2026, should be 1/2026"},
    {"UPDATE payments_order SET taken_by = taken_by + 1 WHERE subject_id = $1",
     "UPDATE payments_order SET taken_by = taken_by - 1 WHERE subject_id = $1", "taken by is"},
};

}  // namespace

TEST_CASE("Whatever is changed by SQL is named, each thing in one line") {
  support::on_each_database([](db::Database& db) {
    Walked walked(db);
    CHECK(walked.differences().empty());
    for (const auto& one : tamperings) {
      CAPTURE(one.change);
      const auto run = [&](std::string_view sql) {
        db.write([&](db::Tx& tx) { CHECK(tx.execute(sql, {walked.dossier.id}) == 1); });
      };
      run(one.change);
      const auto told = walked.differences();
      REQUIRE(told.size() == 1);
      CHECK(told[0].starts_with("dossier " + walked.dossier.code + ": "));
      CHECK(told[0].find(one.told) != std::string::npos);
      run(one.back);
    }
    CHECK(walked.differences().empty());
  });
}

TEST_CASE("Another sum, other answers, another file or none are named too") {
  support::on_each_database([](db::Database& db) {
    Walked walked(db);
    const auto told_after = [&](std::string_view sql) {
      db.write([&](db::Tx& tx) { tx.execute(sql, {walked.dossier.id}); });
      std::string all;
      for (const auto& line : walked.differences()) all += line + "\n";
      return all;
    };
    const auto says = [](const std::string& all, std::string_view part) {
      return all.find(part) != std::string::npos;
    };
    CHECK(says(told_after("UPDATE payments_order SET total_dong = 1 WHERE subject_id = $1"),
               "fee is 1, should be 15000"));
    CHECK(says(told_after("UPDATE forms_answers SET salt = 'x' WHERE subject_id = $1"),
               "answers is other answers"));
    const auto issued = walked.file();
    const auto path = walked.town.folder.path() + "/files/" + issued.substr(0, 2) + "/" + issued;
    REQUIRE(fs::exists(path));
    std::fstream(path, std::ios::in | std::ios::out | std::ios::binary).seekp(40).put('!');
    CHECK(says(told_after("SELECT 1 FROM one_stop_dossier WHERE id = $1"), "is damaged"));
    // A whole file of ours, but not the one that was issued.
    const auto draft = walked.town.files.put("another paper");
    db.write([&](db::Tx& tx) {
      tx.execute("UPDATE documents_document SET file = $2 WHERE subject_id = $1",
                 {walked.dossier.id, draft});
    });
    CHECK(says(told_after("SELECT 1 FROM one_stop_dossier WHERE id = $1"),
               "file of the result is " + draft + ", should be " + issued));
    db.write([&](db::Tx& tx) {
      tx.execute("UPDATE documents_document SET file = '' WHERE subject_id = $1",
                 {walked.dossier.id});
    });
    CHECK(says(told_after("SELECT 1 FROM one_stop_dossier WHERE id = $1"),
               "file of the result is nothing"));
  });
}

TEST_CASE("A dossier nobody submitted, and one that is gone, are named") {
  support::on_each_database([](db::Database& db) {
    Walked walked(db);
    db.write([&](db::Tx& tx) {
      tx.execute("UPDATE one_stop_dossier SET id = id + 1 WHERE id = $1", {walked.dossier.id});
    });
    const auto told = walked.differences();
    REQUIRE(told.size() == 2);
    CHECK(told[0].find("row is a dossier, should be nothing") != std::string::npos);
    CHECK(told[1].find("row is nothing, should be a dossier submitted") != std::string::npos);
  });
}

TEST_CASE("Entries of every program so far are read in the shape of today") {
  const auto upcast = app::shapes();
  int read = 0;
  for (const auto& file :
       fs::directory_iterator(TAYDO_SOURCE_DIR "/src/engines/journal/tests/corpus")) {
    std::ifstream lines(file.path());
    for (std::string line; std::getline(lines, line); ++read) {
      CAPTURE(line);
      const auto json = base::json::parse(line);
      REQUIRE(json);
      journal::Stored entry;
      entry.verb = base::json::text_at(json->as_object(), "verb");
      entry.facts = base::json::object_at(json->as_object(), "facts");
      entry.version = int(base::json::number_at(json->as_object(), "version"));
      CHECK(upcast(entry));
    }
  }
  CHECK(read >= 32);
}

TEST_CASE("The command says it with its exit code, and erasing in order is no difference") {
  const support::Folder folder;
  {
    app::Ground ground(folder.path(), "");
    cast::Town town(*ground.db);
    REQUIRE(town.lan_submits("submit"));
    ground.journal.seal(town.now);
  }
  CHECK(app::verify_rows(folder.path(), "") == 0);
  {
    const app::Ground ground(folder.path(), "");
    ground.db->write([](db::Tx& tx) { tx.execute("UPDATE one_stop_dossier SET state = 9"); });
  }
  CHECK(app::verify_journal(folder.path(), "", "") == 0);
  CHECK(app::verify_rows(folder.path(), "") == 1);
}
