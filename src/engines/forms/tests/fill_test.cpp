// What people fill in: taken, checked, kept when wrong.
#include <doctest/doctest.h>

#include "engines/forms/place.hpp"
#include "engines/forms/tests/sample.hpp"
#include "engines/forms/told.hpp"

using namespace forms;
using sample::first_step;
using sample::posted;
using sample::said;

namespace {

std::vector<Problem> first(const std::vector<sample::Pair>& instead, Answers& answers,
                           base::Lang lang = base::Lang::vi) {
  return read(sample::form(), 0, first_step(instead), answers, sample::setting(lang));
}

// The message about one value in an otherwise good first step.
std::string about(const std::string& control, const std::string& value,
                  base::Lang lang = base::Lang::vi) {
  Answers answers;
  const auto problems = first({{control, value}}, answers, lang);
  CHECK(problems.size() <= 1);
  return problems.empty() ? "" : problems[0].message;
}

std::vector<sample::Pair> stay(int entry, std::vector<std::string> days) {
  const auto at = "stays." + std::to_string(entry) + ".";
  return {{at + "from-day", days[0]},      {at + "from-month", days[1]},
          {at + "from-year", days[2]},     {at + "to-day", days[3]},
          {at + "to-month", days[4]},      {at + "to-year", days[5]},
          {at + "place-commune", "31120"}, {at + "place-line", "7 Nguyễn Trãi"}};
}

int stays(const Answers& answers) { return entries(section_at(sample::form(), 2), answers); }

std::vector<sample::Pair> both(std::vector<sample::Pair> a, const std::vector<sample::Pair>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

}  // namespace

TEST_CASE("A step that is right is taken without a word") {
  Answers answers;
  CHECK(first({}, answers).empty());
  CHECK(answers.get("asker.asker_name") == "Thạch Thị Sa Rinh");
  CHECK(answers.get("asker.asker_birth.year") == "1996");
  CHECK(answers.get("asker.asker_home.commune") == "31135");
  CHECK(text_of(value_of(sample::form(), answers, "asker.phone")) == "0912345678");
  CHECK(text_of(value_of(sample::form(), answers, "asker.asker_birth")) == "1996-03-14");
}

TEST_CASE("A problem says what is wrong, how to mend it, and gives an example") {
  CHECK(about("asker.asker_name", "") == "Nhập họ và tên, ví dụ Nguyễn Lan Anh");
  CHECK(about("asker.asker_name", "", base::Lang::en) ==
        "Enter full name, for example Nguyễn Lan Anh");
  CHECK(about("asker.phone", "091234567") == "Số điện thoại phải có 10 chữ số, ví dụ 0912 345 678");
  CHECK(about("asker.phone", "091234567", base::Lang::en) ==
        "Phone number must have 10 digits, for example 0912 345 678");
  CHECK(about("asker.phone", "0292 345 678").find("03, 05, 07, 08") != std::string::npos);
  CHECK(about("asker.phone", "+84 912.345.678") == "");
  CHECK(about("asker.relation", "") == "Chọn quan hệ");
  CHECK(about("asker.email", "lan@example").find("lan@example.vn") != std::string::npos);
  CHECK(about("asker.asker_number", "362512345").find("12 chữ số") != std::string::npos);
  CHECK(about("asker.asker_number", "092350000107").find("2050") != std::string::npos);
  CHECK(about("asker.asker_home-line", "").find("12 đường") != std::string::npos);
  CHECK(about("asker.asker_home-commune", "").find("xã, phường") != std::string::npos);
}

TEST_CASE("Names of the whole country are names; pictures are not") {
  for (const char* good : {"K'Brôi", "K’Brôi", "H'Hen Niê", "Anne-Marie Lê", "Nguyễn Văn A."}) {
    CAPTURE(good);
    CHECK(about("asker.asker_name", good) == "");
  }
  CHECK(about("asker.asker_name", "Lan 😀").find("“😀”") != std::string::npos);
  CHECK(about("asker.asker_name", "Lan 2").find("“2”") != std::string::npos);
  CHECK(about("asker.asker_name", "L").find("chưa đủ") != std::string::npos);
  Answers answers;
  first({{"asker.asker_name", "  hoa\u0300  thị   lan "}}, answers);  // NFD, as some phones send
  CHECK(answers.get("asker.asker_name") == "hoà thị lan");
  CHECK(told(sample::form(), answers, sample::setting()).texts.at("asker_name") == "HOÀ THỊ LAN");
}

TEST_CASE("A birth may be a year only, but not a day that never was or has not come") {
  const auto day = [](const char* d, const char* m, const char* y) {
    Answers answers;
    const auto problems = first({{"asker.asker_birth-day", d},
                                 {"asker.asker_birth-month", m},
                                 {"asker.asker_birth-year", y}},
                                answers);
    return problems.empty() ? std::string() : problems[0].field + ": " + problems[0].message;
  };
  CHECK(day("", "", "1948") == "");
  CHECK(day("", "", "2026") == "");
  CHECK(day("31", "2", "1990") ==
        "asker.asker_birth-day: Ngày sinh: không có ngày 31/2/1990. Xem lại ngày và tháng, ví dụ "
        "27 3 1990");
  CHECK(day("23", "11", "2026") ==
        "asker.asker_birth-day: Ngày sinh không được sau hôm nay. Nhập ngày từ 22/11/2026 trở về "
        "trước");
  CHECK(day("", "", "2027").starts_with("asker.asker_birth-day: Ngày sinh không được sau"));
  CHECK(day("1", "1", "90").starts_with("asker.asker_birth-year: "));
  CHECK(day("1", "", "1990").starts_with("asker.asker_birth-month: "));
  CHECK(day("", "", "").starts_with("asker.asker_birth-day: Nhập ngày sinh, ví dụ"));
  CHECK(day("14/3/1996", "", "") == "");
}

TEST_CASE("A field under a condition is demanded only then") {
  const auto subject = [](const std::vector<sample::Pair>& more) {
    Answers answers;
    first({{"asker.relation", "CHILD"}}, answers);
    return read(sample::form(), 1,
                posted(both({{"subject.subject_name", "Lan Anh"},
                             {"subject.subject_birth-year", "1948"},
                             {"subject.country", "VN"}},
                            more)),
                answers, sample::setting());
  };
  CHECK(subject({{"subject.status", "SINGLE"}}).empty());
  CHECK(said(subject({{"subject.status", "DIVORCED"}}), "subject.evidence") ==
        "Nhập giấy tờ chứng minh");
  CHECK(subject({{"subject.status", "DIVORCED"}, {"subject.evidence", "Bản án 1"}}).empty());
  CHECK(said(subject({{"subject.status", "WIDOWED"}, {"subject.evidence", "x"}}),
             "subject.died_on-day") != "");
  // Beneath another option it is not looked at.
  CHECK(subject({{"subject.status", "SINGLE"}, {"subject.died_on-day", "99"}}).empty());
}

TEST_CASE("An identity paper is told whole or not at all") {
  const auto paper = [](const std::vector<sample::Pair>& pairs) {
    Answers answers;
    first({}, answers);
    return read(sample::form(), 1,
                posted(both({{"subject.country", "VN"}, {"subject.status", "SINGLE"}}, pairs)),
                answers, sample::setting());
  };
  CHECK(paper({{"subject.paper-kind", "PASSPORT"}}).empty());
  const auto problems = paper({{"subject.paper-number", "C12"}});
  CHECK(said(problems, "subject.paper-kind") != "");
  CHECK(said(problems, "subject.paper-number").find("5 đến 20") != std::string::npos);
  CHECK(said(problems, "subject.paper-issuer") != "");
  CHECK(said(problems, "subject.paper-issued-day") != "");
  CHECK(paper({{"subject.paper-kind", "PASSPORT"},
               {"subject.paper-number", "C1234567"},
               {"subject.paper-issuer", "Cục Quản lý xuất nhập cảnh"},
               {"subject.paper-issued-day", "1"},
               {"subject.paper-issued-month", "2"},
               {"subject.paper-issued-year", "2024"}})
            .empty());
}

TEST_CASE("Entries are added, checked one by one, and removed without losing the others") {
  Answers answers;
  const auto& form = sample::form();
  CHECK(stays(answers) == 1);
  auto fields = posted(both(stay(0, {"1", "2", "2015", "1", "2", "2020"}), {{"entry", "add"}}));
  CHECK(change_entries(form, 2, fields, answers));
  CHECK(stays(answers) == 2);
  CHECK(answers.get("stays.0.place.line") == "7 Nguyễn Trãi");

  const auto two = both(stay(0, {"1", "2", "2015", "1", "2", "2020"}),
                        stay(1, {"1", "2", "2020", "31", "1", "2020"}));
  const auto problems = read(form, 2, posted(two), answers, sample::setting());
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].field == "stays.1.to-day");
  CHECK(problems[0].message ==
        "“Đến ngày” không được trước 01/02/2020. Nhập ngày từ 01/02/2020 trở đi "
        "(thời gian cư trú 2)");

  CHECK(change_entries(form, 2, posted(both(two, {{"entry", "remove.1"}})), answers));
  CHECK(stays(answers) == 1);
  CHECK(answers.get("stays.0.from.year") == "2020");
  CHECK_FALSE(answers.has("stays.1.from.year"));
}

TEST_CASE("Entries stay between one and what the form allows") {
  Answers answers;
  const auto& form = sample::form();
  CHECK_FALSE(change_entries(form, 2, posted({}), answers));
  CHECK_FALSE(change_entries(form, 0, posted({{"entry", "add"}}), answers));
  for (int i = 0; i < 9; ++i) CHECK(change_entries(form, 2, posted({{"entry", "add"}}), answers));
  CHECK(stays(answers) == 3);
  for (const char* odd : {"remove.9", "remove.0", "remove.-1", "remove.", "remove.1x", "burn"}) {
    CAPTURE(odd);
    CHECK(change_entries(form, 2, posted({{"entry", odd}}), answers));
    CHECK(stays(answers) == 3);
  }
  for (int i = 0; i < 9; ++i) change_entries(form, 2, posted({{"entry", "remove.1"}}), answers);
  CHECK(stays(answers) == 1);
}

TEST_CASE("A stranger's post changes nothing it may not") {
  Answers answers;
  auto setting = sample::lan();
  prefill(sample::form(), answers, setting);
  const auto problems = read(sample::form(), 0,
                             first_step({{"asker.asker_name", "Người Khác"},
                                         {"asker.asker_number", "092196999999"},
                                         {"asker.relation", "KING"},
                                         {"asker.salary", "1"},
                                         {"stays.entries", "9999"},
                                         {"subject.same", "yes"}}),
                             answers, setting);
  CHECK(answers.get("asker.asker_name") == "Nguyễn Thị Lan");
  CHECK(answers.get("asker.asker_number") == "092196000107");
  CHECK_FALSE(answers.has("asker.salary"));
  CHECK_FALSE(answers.has("stays.entries"));
  CHECK(said(problems, "asker.relation") == "Quan hệ: chọn một trong các lựa chọn có sẵn");
  CHECK(about("asker.email", std::string(60'000, 'a').append("@example.vn")).find("500") !=
        std::string::npos);
  first({{"asker.email", std::string(60'000, 'a')}}, answers);
  CHECK(answers.get("asker.email").size() == 2'000);
}

TEST_CASE("What the State knows is filled in, and what is one's own may be changed") {
  Answers answers;
  prefill(sample::form(), answers, sample::lan());
  CHECK(text_of(sample::form(), answers, "asker.asker_birth", sample::lan()) == "14/03/1996");
  CHECK(text_of(sample::form(), answers, "asker.asker_home", sample::lan()) ==
        "12 đường Hai Bà Trưng, phường Ninh Kiều, thành phố Cần Thơ");
  auto english = sample::lan();
  english.lang = base::Lang::en;  // the commune stands in the line already, in Vietnamese
  CHECK(text_of(sample::form(), answers, "asker.asker_home", english) ==
        "12 đường Hai Bà Trưng, phường Ninh Kiều, thành phố Cần Thơ");
  CHECK(answers.get("asker.phone") == "0912000107");
  CHECK(answers.get("subject.country") == "VN");
  CHECK(answers.get("stays.0.place.commune") == "31135");
  answers.set("asker.phone", "");
  prefill(sample::form(), answers, sample::lan());
  CHECK(answers.get("asker.phone") == "");  // emptied on purpose
}

TEST_CASE("Nobody is asked to mend what the State says about them") {
  auto setting = sample::lan();
  setting.known["person.name"] = "Người 2";
  Answers answers;
  CHECK(read(sample::form(), 0, first_step(), answers, setting).empty());
  CHECK(answers.get("asker.asker_name") == "Người 2");
}

TEST_CASE("A person known by a year only stays so") {
  auto setting = sample::lan();
  setting.known["person.birth"] = "1948";
  Answers answers;
  prefill(sample::form(), answers, setting);
  CHECK(text_of(sample::form(), answers, "asker.asker_birth", setting) == "1948");
  CHECK(text_of(value_of(sample::form(), answers, "asker.asker_birth")) == "1948-12-31");
}

TEST_CASE("Asking for oneself says everything once, and unsaying it clears the copy") {
  Answers answers;
  CHECK(first({}, answers).empty());
  CHECK(answers.get("subject.subject_name") == "Thạch Thị Sa Rinh");
  first({{"asker.asker_name", "Sa Rinh"}}, answers);
  CHECK(answers.get("subject.subject_name") == "Sa Rinh");
  first({{"asker.relation", "CHILD"}}, answers);
  CHECK(answers.get("subject.subject_name") == "");
  CHECK(answers.get("subject.subject_birth.year") == "");
}

TEST_CASE(
    "A step for some people only is neither checked, shown in sums, nor submitted for others") {
  const auto& form = sample::form();
  const auto setting = sample::setting();
  Answers answers;
  first({{"asker.relation", "CHILD"}}, answers);
  CHECK(asked(form, 3, answers, setting));
  const auto problems =
      read(form, 3, posted({{"child.children", "25"}, {"child.income", "5.00"}}), answers, setting);
  CHECK(said(problems, "child.children") == "Số con nhiều nhất là 20, ví dụ 20");
  CHECK(said(problems, "child.income") != "");
  CHECK(said(problems, "child.agreed").find("Đánh dấu") == 0);
  CHECK(text_of(form, answers, "child.children", setting) == "25");
  CHECK(relevant(form, answers, setting).has("child.children"));

  first({}, answers);
  CHECK_FALSE(asked(form, 3, answers, setting));
  CHECK(read(form, 3, posted({}), answers, setting).empty());
  CHECK(summary(form, 3, answers, setting).empty());
  CHECK(text_of(form, answers, "child.children", setting) == "");
  CHECK_FALSE(told(form, answers, setting).texts.contains("children"));
  CHECK_FALSE(relevant(form, answers, setting).has("child.children"));
}

TEST_CASE("The whole form is checked again, and rules over several fields with it") {
  const auto& form = sample::form();
  const auto setting = sample::setting();
  Answers answers;
  first({{"asker.asker_birth-year", "2015"}}, answers);
  auto problems = check(form, answers, setting);
  REQUIRE(problems.size() > 2);
  CHECK(problems[0].step == 0);
  CHECK(said(problems, "asker.asker_birth-day") == "Phải đủ 18 tuổi.");
  first({}, answers);
  read(form, 1, posted({{"subject.country", "VN"}, {"subject.status", "SINGLE"}}), answers,
       setting);
  read(form, 2, posted(stay(0, {"1", "2", "2015", "1", "2", "2020"})), answers, setting);
  problems = check(form, answers, setting);
  CHECK(problems.empty());
}

TEST_CASE("Answers are summed up as people and papers read them") {
  const auto& form = sample::form();
  const auto setting = sample::setting();
  Answers answers;
  first({}, answers);
  read(form, 1, posted({{"subject.country", "LA"}, {"subject.status", "SINGLE"}}), answers,
       setting);
  change_entries(form, 2, posted({{"entry", "add"}}), answers);
  read(form, 2,
       posted(both(stay(0, {"1", "2", "2015", "1", "2", "2020"}),
                   stay(1, {"2", "2", "2020", "1", "12", "2020"}))),
       answers, setting);
  const auto about_asker = summary(form, 0, answers, setting);
  REQUIRE(about_asker.size() == 6);
  CHECK(about_asker[3].value == "12 đường Hai Bà Trưng, Phường Ninh Kiều");
  CHECK(about_asker[5].value == "0912 345 678");
  CHECK(summary(form, 1, answers, sample::setting(base::Lang::en))[2].value == "Laos");
  CHECK(summary(form, 2, answers, setting)[3].label == "Thời gian cư trú 2: từ ngày");
  const auto all = told(form, answers, setting);
  CHECK(all.texts.at("asker_number") == "092196000107");
  CHECK(all.texts.at("subject_name") == "THẠCH THỊ SA RINH");
  CHECK(text_of(all.values.at("country")) == "LA");  // as rules compare it
  CHECK(all.texts.at("subject.country") == "Lào");   // as papers print it
  REQUIRE(all.entries.at("stays").size() == 2);
  REQUIRE(all.values.at("stays").items().size() == 2);
  const auto& second = all.entries.at("stays")[1];
  CHECK(second.texts.at("from") == "02/02/2020");
  CHECK(text_of(second.values.at("from")) == "2020-02-02");
  CHECK(text_of(*all.values.at("stays").items()[1].context().find("from")) == "2020-02-02");
  CHECK(text_of(*all.values.at("subject").context().find("country")) == "LA");
  CHECK(second.texts.at("place.commune") == "Phường Cái Khế");
}

TEST_CASE("The same answers are the same text, whichever way they were given") {
  Answers one, other;
  one.set("b", "2");
  one.set("a", "“1”");
  other.set("a", "“1”");
  other.set("b", "3");
  other.set("b", "2");
  CHECK(one.json() == other.json());
  CHECK(Answers::from_json(one.json()).all() == one.all());
}
