// A table is written as a DMN file, read again, and is the same; what is wrong has its line.
#include "engines/decisions/plain.hpp"
#include "engines/decisions/publish.hpp"
#include "engines/decisions/tests/tables.hpp"

using namespace decisions;
using tables::has;

namespace {

const Span from_july{*base::Date::of(2026, 7, 1), base::Date::of(2027, 2, 28)};

std::string flaws(std::string_view xml) {
  const auto file = read(xml);
  std::string out;
  if (file) return "read";
  for (const auto& one : file.error())
    out += std::to_string(one.line) + ": " + one.message.en + "\n";
  return out;
}

std::string replaced(std::string text, std::string_view part, std::string_view with) {
  const auto at = text.find(part);
  REQUIRE(at != text.npos);
  return text.replace(at, part.size(), with);
}

}  // namespace

TEST_CASE("A table comes back from its file as it was, marks and all") {
  auto table = tables::sound();
  table.law = "NĐ 1/2026 Đ.1 & <2>";
  table.rows[0].note = "Ghi chú “có dấu”";
  table.rows[0].law = "Đ.1.a";
  table.outputs[0].fallback = "0";
  table.outputs[0].allowed = "0, 8000";
  for (auto policy : {Policy::unique, Policy::first, Policy::rule_order, Policy::most}) {
    table.policy = policy;
    const auto file = read(written(table, from_july));
    REQUIRE(file);
    CHECK(file->table == table);
    CHECK(file->applies == from_july);
    CHECK(written(file->table, file->applies) == written(table, from_july));
  }
}

TEST_CASE("The tables of the pack are sound, and written as they are read") {
  for (const auto& entry : std::filesystem::directory_iterator(
           std::filesystem::path(TAYDO_SOURCE_DIR) / "packs/cantho/rules")) {
    CAPTURE(entry.path().string());
    const auto looked = look_over(tables::pack_file(entry.path().filename().string()));
    for (const auto& [line, finding] : looked.findings)
      FAIL_CHECK(line << ": " << finding.words.vi);
    REQUIRE(looked.file);
    CHECK(looked.file->table.examples.size() >= looked.file->table.rows.size());
    for (const auto& row : looked.file->table.rows) CHECK_FALSE(row.law.empty());
  }
}

TEST_CASE("A file that is none is refused with its line") {
  const auto good = written(tables::sound(), from_july);
  CHECK(has(flaws("<a>"), "1: "));
  CHECK(has(flaws("<!DOCTYPE a [<!ENTITY b \"c\">]>\n<definitions/>"), "DOCTYPE"));
  CHECK(has(flaws("<definitions/>"), "0 decisions"));
  CHECK(has(flaws(replaced(good, "2027-02-28", "2027-02-30")), "There is no day 2027-02-30"));
  CHECK(has(flaws(replaced(good, "hitPolicy=\"UNIQUE\"", "hitPolicy=\"BEST\"")),
            "no hit policy “best”"));
  CHECK(has(flaws(replaced(good, "typeRef=\"boolean\"", "typeRef=\"tFlag\"")), "no type “tFlag”"));
  CHECK(
      has(flaws(replaced(good, "td:expect name=\"mức\"", "td:expect name=\"mực\"")), "name “mực”"));
  const auto short_row = replaced(good, "<inputEntry>", "<inputEntries>");
  CHECK(has(flaws(replaced(short_row, "</inputEntry>", "</inputEntries>")), "Row 1 has 2 cells"));
  CHECK(has(flaws(replaced(good, "<inputData", "<import name=\"a\"/><inputData")),
            "import cannot be used"));
}

TEST_CASE("A finding has the line of its cell") {
  const auto xml =
      replaced(written(tables::sound(), from_july), "<text>8000</text>", "<text>8000 +</text>");
  const auto looked = look_over(xml);
  REQUIRE(looked.findings.size() == 1);
  const auto line =
      1 + std::count(xml.begin(), xml.begin() + std::ptrdiff_t(xml.find("8000 +")), '\n');
  CHECK(looked.findings[0].first == line);
}

TEST_CASE("Other tools’ files are read: prefixes, no examples, no days") {
  const auto looked = look_over(
      R"(<d:definitions xmlns:d="https://www.omg.org/spec/DMN/20180521/MODEL/" name="m">
    <d:inputData id="a" name="Applicant Age">
      <d:variable name="Applicant Age" typeRef="number"/></d:inputData>
    <d:decision id="b" name="Fee"><d:variable name="Fee" typeRef="number"/>
      <d:decisionTable hitPolicy="FIRST">
        <d:input label="Age"><d:inputExpression typeRef="number">
          <d:text>Applicant Age</d:text></d:inputExpression></d:input>
        <d:output/>
        <d:rule><d:inputEntry><d:text>&lt; 18</d:text></d:inputEntry>
          <d:outputEntry><d:text>0</d:text></d:outputEntry></d:rule>
        <d:rule><d:inputEntry><d:text>-</d:text></d:inputEntry>
          <d:outputEntry><d:text>15000</d:text></d:outputEntry></d:rule>
      </d:decisionTable></d:decision></d:definitions>)");
  REQUIRE(looked.file);
  const auto answer = Decider::of(looked.file->table)->decide({feel::Value(30)}, {});
  CHECK(shown(answer.value, base::Lang::vi) == "15.000");
  CHECK(answer.rows == std::vector<int>{1});
}

TEST_CASE("Cells are written as a clerk writes them, and go there and back") {
  const auto feel = [](const char* typed, CellKind kind, ValueType type) {
    const auto made = feel_of(typed, kind, {type, {"tuổi"}});
    return made ? *made : "! " + made.error().vi;
  };
  using enum ValueType;
  CHECK(feel("[01/07/2026..31/12/2026]", CellKind::tests, date) ==
        "[date(\"2026-07-01\")..date(\"2026-12-31\")]");
  CHECK(feel("> 31/02/2026", CellKind::tests, date) ==
        "! Không có ngày 31/02/2026. Hãy viết ngày có thật.");
  CHECK(feel("Có", CellKind::tests, flag) == "true");
  CHECK(feel("no", CellKind::tests, flag) == "false");
  CHECK(feel("hộ nghèo, người khuyết tật", CellKind::tests, text) ==
        "\"hộ nghèo\", \"người khuyết tật\"");
  CHECK(feel("not(hộ nghèo)", CellKind::tests, text) == "not(\"hộ nghèo\")");
  CHECK(feel("tuổi", CellKind::value, text) == "tuổi");
  CHECK(feel("-", CellKind::tests, text) == "");
  CHECK(feel("15.000", CellKind::value, number).starts_with("! “15.000”"));
  CHECK(feel("0.125", CellKind::value, number) == "0.125");
  CHECK(feel("[1..100]", CellKind::tests, number) == "[1..100]");
  CHECK(feel("[100..200]", CellKind::tests, number) == "[100..200]");
  for (const auto& entry : std::filesystem::directory_iterator(
           std::filesystem::path(TAYDO_SOURCE_DIR) / "packs/cantho/rules")) {
    const auto file = read(tables::pack_file(entry.path().filename().string()));
    REQUIRE(file);
    for (auto lang : {base::Lang::vi, base::Lang::en}) {
      Findings none;
      CHECK(feel_of(plain_of(file->table, lang), none) == file->table);
      CHECK(none.empty());
    }
  }
}
