// One step as it reaches the browser.
#include <doctest/doctest.h>

#include <algorithm>

#include "engines/forms/tests/sample.hpp"

using namespace forms;

namespace {

std::string drawn(int step, const Answers& answers, const Setting& setting,
                  const std::vector<Problem>& problems = {}) {
  return show(sample::form(), step, answers, problems, setting).str();
}

bool has(const std::string& html, std::string_view what) { return html.find(what) != html.npos; }

int count(std::string_view html, std::string_view what) {
  int n = 0;
  for (auto at = html.find(what); at != html.npos; at = html.find(what, at + 1)) ++n;
  return n;
}

}  // namespace

TEST_CASE("What the State knows stands in a box and is not asked") {
  Answers answers;
  prefill(sample::form(), answers, sample::lan());
  const auto html = drawn(0, answers, sample::lan());
  CHECK(has(html, "td-prefill"));
  CHECK(has(html, "Lấy từ VNeID"));
  CHECK(has(html, "Nguyễn Thị Lan"));
  CHECK(has(html, "092 196 ••• 107"));
  CHECK_FALSE(has(html, "092196000107"));
  CHECK_FALSE(has(html, R"(name="asker.asker_name")"));
  CHECK(has(html, R"(name="asker.phone" type="tel" value="0912000107")"));
  CHECK(has(html, R"(autocomplete="tel")"));
}

TEST_CASE("Every problem leads to the control that has it") {
  Answers answers;
  for (const auto lang : {base::Lang::vi, base::Lang::en}) {
    for (int step = 0; step < 3; ++step) {
      const auto setting = sample::setting(lang);
      const auto problems = read(sample::form(), step,
                                 sample::posted({{"asker.relation", "CHILD"}}), answers, setting);
      REQUIRE_FALSE(problems.empty());
      const auto html = drawn(step, answers, setting, problems);
      for (const auto& problem : problems) {
        CAPTURE(problem.field);
        CHECK(count(html, " id=\"" + problem.field + "\"") == 1);
        CHECK(has(html, base::escaped(problem.message)));
      }
    }
  }
}

TEST_CASE("No id stands twice on a page") {
  Answers answers;
  for (int i = 0; i < 2; ++i) {
    change_entries(sample::form(), 2, sample::posted({{"entry", "add"}}), answers);
  }
  for (int step = 0; step < 3; ++step) {
    const auto html = drawn(step, answers, sample::setting());
    for (auto at = html.find(" id=\""); at != html.npos; at = html.find(" id=\"", at + 1)) {
      const auto id = html.substr(at, html.find('"', at + 5) + 1 - at);
      CAPTURE(id);
      CHECK(count(html, id) == 1);
    }
  }
}

TEST_CASE("What is typed stays text, however it looks") {
  Answers answers;
  const auto setting = sample::setting();
  const std::string evil = R"("><script>alert(1)</script>)";
  const auto problems = read(sample::form(), 0,
                             sample::first_step({{"asker.asker_name", evil},
                                                 {"asker.asker_birth-day", evil},
                                                 {"asker.asker_home-line", evil},
                                                 {"asker.phone", evil},
                                                 {"asker.relation", evil}}),
                             answers, setting);
  const auto html = drawn(0, answers, setting, problems);
  CHECK_FALSE(has(html, "<script>"));
  CHECK(has(html, "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"));
}

TEST_CASE("A field for one answer stands beneath it; one for several says for which") {
  Answers answers;
  const auto html = drawn(1, answers, sample::setting());
  const auto beneath = html.find("govuk-radios__conditional");
  REQUIRE(beneath != html.npos);
  CHECK(html.find("subject.died_on-day") > beneath);
  CHECK(count(html, R"(name="subject.died_on-day")") == 1);
  CHECK(has(html, "Cần điền khi “Tình trạng hôn nhân” là “Đã ly hôn” hoặc “Góa”."));
}

TEST_CASE("Enter in a text box of a repeated section goes on instead of removing") {
  Answers answers;
  change_entries(sample::form(), 2, sample::posted({{"entry", "add"}}), answers);
  const auto html = drawn(2, answers, sample::setting());
  const auto button = html.substr(html.find("<button"), 90);
  CHECK_FALSE(has(button, "name="));
  CHECK(has(html, R"(value="remove.2")"));
  CHECK(has(html, "Thêm thời gian cư trú 3"));
  change_entries(sample::form(), 2, sample::posted({{"entry", "add"}}), answers);
  CHECK_FALSE(has(drawn(2, answers, sample::setting()), R"(value="add")"));
}

TEST_CASE("A few choices are seen at once, many stand in a list with the usual one chosen") {
  Answers answers;
  prefill(sample::form(), answers, sample::setting());
  const auto html = drawn(1, answers, sample::setting(base::Lang::en));
  CHECK(has(html, R"(<option value="VN" selected>Viet Nam</option>)"));
  CHECK(has(html, R"(name="subject.status" type="radio")"));
  CHECK(has(html, "(optional)"));
}

TEST_CASE("A list that nobody answered does not look answered") {
  Answers answers;
  answers.set("subject.country", "");
  CHECK(has(drawn(1, answers, sample::setting()), R"(<option value="">Chọn trong)"));
  CHECK(has(drawn(1, answers, sample::setting()), R"(<option value="VN">)"));
}

TEST_CASE("A step that is not asked says so") {
  Answers answers;
  const auto html = drawn(3, answers, sample::setting());
  CHECK(has(html, "không cần khai"));
  CHECK_FALSE(has(html, "<input"));
}
