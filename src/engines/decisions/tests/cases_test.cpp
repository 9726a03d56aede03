// What is wrong with a table is named in words a clerk reads, before anybody publishes it.
#include "engines/decisions/tests/tables.hpp"

using namespace decisions;
using tables::fees;
using tables::has;
using tables::said;

namespace {

std::string cases(const Table& table, base::Lang lang = base::Lang::vi) {
  return said(check_cases(table), lang);
}

Table with(Table table, ValueType type, const char* allowed = "") {
  table.givens[0].type = table.inputs[0].type = type;
  table.inputs[0].allowed = allowed;
  return table;
}

}  // namespace

TEST_CASE("A gap is named: who is 16 to 18 and not poor pays nothing that is written") {
  const auto table = fees({{"< 16", "", "0"}, {"> 18", "", "8000"}, {"[16..18]", "true", "0"}});
  CHECK(cases(table) == "Không dòng nào phù hợp khi Tuổi từ 16 đến 18 và Hộ nghèo là không.\n");
  CHECK(cases(table, base::Lang::en) == "No row fits when Age from 16 to 18 and Poor is no.\n");
}

TEST_CASE("Whole numbers, days and numbers with fractions have other neighbours") {
  const auto rows = fees({{"<= 16", "", "0"}, {">= 17", "", "1"}});
  CHECK(cases(rows).empty());  // nobody is 16 and a half years old
  CHECK(cases(with(rows, ValueType::number)) ==
        "Không dòng nào phù hợp khi Tuổi trên 16 và dưới 17.\n");
  const auto days =
      fees({{"<= date(\"2026-06-30\")", "", "0"}, {">= date(\"2026-07-02\")", "", "1"}});
  CHECK(cases(with(days, ValueType::date)) == "Không dòng nào phù hợp khi Tuổi là 01/07/2026.\n");
  CHECK(cases(with(fees({{"< 0", "", "0"}, {"> 0", "", "1"}}), ValueType::number)) ==
        "Không dòng nào phù hợp khi Tuổi là 0.\n");
}

TEST_CASE("Texts are those the column allows, or any other") {
  const auto rows = fees({{"\"A\", \"B\"", "", "0"}});
  CHECK(cases(with(rows, ValueType::text, "\"A\", \"B\"")).empty());
  CHECK(cases(with(rows, ValueType::text, "\"A\", \"B\", \"C\"")) ==
        "Không dòng nào phù hợp khi Tuổi là C.\n");
  CHECK(cases(with(rows, ValueType::text)) == "Không dòng nào phù hợp khi Tuổi là giá trị khác.\n");
  const auto others = fees({{"\"A\"", "", "0"}, {"not(\"A\")", "", "1"}});
  CHECK(cases(with(others, ValueType::text)).empty());
}

TEST_CASE("Two rows that fit at once are named where exactly one must") {
  const auto rows =
      fees({{"[0..18]", "", "0"}, {"[16..120]", "false", "1"}, {"> 18", "true", "2"}});
  CHECK(cases(rows) ==
        "Dòng 1 và dòng 2 cùng phù hợp khi Tuổi từ 16 đến 18 và Hộ nghèo là không.\n");
  auto any = rows;
  any.policy = Policy::any;
  CHECK(has(cases(any), "kết quả khác nhau, khi Tuổi từ 16 đến 18"));
  any.rows[1].answers[0] = "0.0";  // the same number
  CHECK(cases(any).empty());
  auto sum = rows;
  sum.policy = Policy::sum;
  CHECK(cases(sum).empty());
}

TEST_CASE("Under “first”, a row that those above leave nothing is never reached") {
  auto table =
      fees({{"< 60", "", "0"}, {"> 20", "", "1"}, {"[30..90]", "true", "2"}}, Policy::first);
  CHECK(cases(table) ==
        "Dòng 3 không bao giờ được dùng: dòng 1 và 2 ở trên đã lấy hết trường hợp "
        "của nó.\n");
  table.rows[1].tests[0] = "> 91";
  CHECK(has(cases(table), "Không dòng nào phù hợp khi"));
  CHECK_FALSE(has(cases(table), "không bao giờ"));
}

TEST_CASE("A condition outside of what the column allows never fits") {
  const auto rows = fees({{"> 130", "", "0"}, {"", "", "1"}});
  CHECK(cases(rows) ==
        "Dòng 1 không bao giờ phù hợp: điều kiện ở cột Tuổi trái với giá trị cho "
        "phép.\n");
}

TEST_CASE(
    "A gap is an answer where the table has one for the rest, and a warning where it says so") {
  auto table = fees({{"< 16", "", "0"}});
  CHECK(check_cases(table)[0].weight == Finding::Weight::error);
  table.complete = false;
  CHECK(check_cases(table)[0].weight == Finding::Weight::warning);
  table.outputs[0].fallback = "8000";
  CHECK(check_cases(table).empty());
}

TEST_CASE("What cannot be looked through is said, and not guessed") {
  const auto odd = fees({{"? > 3 and ? < 9", "", "0"}, {"", "true", "1"}});
  const auto found = check_cases(odd);
  REQUIRE(found.size() == 2);
  CHECK(found[0].weight == Finding::Weight::untold);
  CHECK(has(said(found), "Dòng 1, cột Tuổi: điều kiện tự do"));
  CHECK(has(said(found), "chỉ những dòng mang điều kiện tự do"));
}

TEST_CASE("A table of too many cases is called so, in bounded time") {
  Table table = fees({});
  table.givens.clear();
  table.inputs.clear();
  for (int k = 0; k < 12; ++k) {
    const auto name = "x" + std::to_string(k);
    table.givens.push_back({name, ValueType::number});
    table.inputs.push_back({{name, name}, name, ValueType::number, ""});
  }
  for (int i = 0; i < 40; ++i) {
    Row row{{}, {"1"}, "", ""};
    for (int k = 0; k < 12; ++k)
      row.tests.push_back("[" + std::to_string(i * 7 % 13) + ".." +
                          std::to_string(20 + i * k % 17) + "]");
    table.rows.push_back(row);
  }
  table.policy = Policy::collect;
  CHECK(has(cases(table), "quá nhiều trường hợp"));
}

TEST_CASE("Gaps beyond the first dozen are counted") {
  std::vector<std::array<std::string, 3>> rows;
  for (int i = 0; i < 60; i += 4) rows.push_back({std::to_string(i), "", "0"});
  const auto found = check_cases(fees(rows));
  CHECK(found.size() == 1);  // one axis: one sentence for all of it
  CHECK(has(said(found), "Tuổi từ 1 đến 3, từ 5 đến 7"));
}

TEST_CASE("Every example gives what it says, and every row has one") {
  auto table = tables::sound();
  CHECK(check(table).empty());
  table.examples[2].expected[0] = "9000";
  CHECK(said(check(table)) == "Ví dụ “Người khác” cho 8.000, phải là 9.000.\n");
  table.examples.pop_back();
  CHECK(said(check(table)) == "Dòng 3 chưa có ví dụ nào.\n");
}

TEST_CASE("What is wrong with a cell is told at the cell") {
  const auto one = [](auto change) {
    auto table = tables::sound();
    change(table);
    const auto found = check(table);
    REQUIRE_FALSE(found.empty());
    return found[0];
  };
  auto wrong = one([](Table& t) { t.rows[1].tests[0] = ">= "; });
  CHECK(wrong.spot == Spot{Spot::Part::test, 1, 0});
  wrong = one([](Table& t) { t.rows[1].tests[0] = "\"mười\""; });
  CHECK(wrong.words.vi == "mười không hợp với cột kiểu số nguyên.");
  wrong = one([](Table& t) { t.rows[2].answers[0] = "15.000"; });
  CHECK(wrong.spot == Spot{Spot::Part::answer, 2, 0});
  CHECK(has(wrong.words.vi, "hãy viết 15000"));
  wrong = one([](Table& t) { t.rows[2].answers[0] = ""; });
  CHECK(has(wrong.words.en, "empty"));
  wrong = one([](Table& t) { t.rows[0].tests[0] = "< date(\"2026-02-31\")"; });
  CHECK(has(wrong.words.vi, "giá trị không tồn tại"));
  wrong = one([](Table& t) { t.rows[2].answers[0] = "number(\"x\")"; });
  CHECK(wrong.spot == Spot{Spot::Part::answer, 2, 0});
  wrong = one([](Table& t) { t.givens[0].name = "12 con giáp"; });
  CHECK(wrong.spot.part == Spot::Part::given);
  wrong = one([](Table& t) { t.inputs[1].expression = "tuổi"; });
  CHECK(has(said({wrong}), "Hai cột cùng hỏi"));
  wrong = one([](Table& t) { t.examples[0].given[0] = "mười"; });
  CHECK(wrong.spot == Spot{Spot::Part::fact, 0, 0});
}

TEST_CASE("An example is an invented case: a personal number in one is refused") {
  auto table = tables::sound();
  table.examples[0].name = "Nguyễn Thị Lan, 092196000107";
  CHECK(has(said(check(table)), "số định danh của một người"));
}

TEST_CASE("Names may have blanks and marks, as DMN allows") {
  auto table = tables::sound();
  for (const char* name : {"hộ nghèo", "applicant's age - 2026", "tuổi*", "đ"}) {
    CAPTURE(name);
    table.givens[1].name = table.inputs[1].expression = name;
    CHECK(said(check(table)) == "");
  }
  for (const char* name : {"true", "if", "1a", "a(b)", ""}) {
    CAPTURE(name);
    table.givens[1].name = table.inputs[1].expression = name;
    CHECK_FALSE(check(table).empty());
  }
}
