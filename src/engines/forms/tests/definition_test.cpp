// Forms as their authors write them.
#include "engines/forms/definition.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "engines/forms/tests/sample.hpp"

using namespace forms;

namespace {

std::string with(std::string_view from, std::string_view to) {
  auto text = sample::form_json();
  const auto at = text.find(from);
  REQUIRE(at != text.npos);
  return text.replace(at, from.size(), to);
}

std::string pointers(const std::string& json) {
  const auto parsed = parse(json);
  if (parsed) return "";
  std::string out;
  for (const auto& flaw : parsed.error()) {
    CHECK_FALSE(flaw.message.vi.empty());
    CHECK_FALSE(flaw.message.en.empty());
    out += (out.empty() ? "" : " ") + flaw.pointer;
  }
  return out;
}

}  // namespace

TEST_CASE("A form says what it is called and in which steps it is filled in") {
  CHECK(name(sample::form()).vi == "Tờ khai thử");
  CHECK(steps(sample::form()) == 4);
  CHECK(step_title(sample::form(), 2).en == "Stays");
}

TEST_CASE("An author hears of every flaw at its place") {
  CHECK(pointers(sample::form_json()) == "");
  CHECK(pointers("{") == "");  // the whole of it
  CHECK_FALSE(bool(parse("{")));
  CHECK(pointers(with(R"("type": "phone")", R"("type": "fone")")) == "/sections/0/fields/5/type");
  CHECK(pointers(with(R"("name": "phone")", R"("name": "Điện thoại")")) ==
        "/sections/0/fields/5/name");
  CHECK(pointers(with(R"("name": "email")", R"("name": "phone")")) == "/sections/0/fields/6/name");
  CHECK(pointers(with(R"("options": "status")", R"("options": "state")")) ==
        "/sections/1/fields/3/options");
  CHECK(pointers(with(R"("default": "VN")", R"("default": "XX")")) ==
        "/sections/1/fields/2/default");
  CHECK(pointers(with(R"(status = \"WIDOWED\")", "status = 'WIDOWED'")) ==
        "/sections/1/fields/5/required_if");
  CHECK(pointers(with(R"(status = \"WIDOWED\")", R"(state = \"WIDOWED\")")) ==
        "/sections/1/fields/5/required_if");
  CHECK(pointers(with(R"("show_if": "asker.relation)", R"("show_if": "asker.nobody)")) ==
        "/sections/3/show_if");
  CHECK(pointers(with(R"({2,100}$")", R"({2,1$")")) == "/sections/0/fields/0/validation/pattern");
  CHECK(pointers(with(R"("min": "from")", R"("min": "form")")) ==
        "/sections/2/fields/1/validation/min");
  CHECK(pointers(with(R"("same_as": "asker_name")", R"("same_as": "asker")")) ==
        "/sections/1/fields/0/same_as");
  CHECK(pointers(with(R"("at": "asker.asker_birth")", R"("at": "asker.birth")")) == "/checks/0/at");
  CHECK(pointers(with(R"("required": true, "prefill")", R"("mandatory": true, "prefill")")) ==
        "/sections/0/fields/0/mandatory");
}

TEST_CASE("A field needed in some cases says in which, in the form's own words") {
  const auto& subject = sample::form().sections[1];
  const auto* evidence = subject.field("evidence");
  CHECK(evidence->needed_when.vi ==
        "Cần điền khi “Tình trạng hôn nhân” là “Đã ly hôn” hoặc “Góa”.");
  CHECK(evidence->needed_when.en == "Needed when “Marital status” is “Divorced” or “Widowed”.");
  CHECK(evidence->under_field.empty());
  const auto* died = subject.field("died_on");
  CHECK(died->under_field == "status");
  CHECK(died->under_option == "WIDOWED");
  CHECK(subject.field("country")->needed_when.vi.empty());
}

TEST_CASE("A pattern fits the whole text and cannot hold anybody up") {
  const auto form = parse(with(R"(^[\\p{L}\\p{M} .'-]{2,100}$)", "^(a+)+$"));
  REQUIRE(bool(form));
  const auto& fits = (*form)->sections[0].fields[0].validation.pattern;
  CHECK(fits("aaaa"));
  CHECK_FALSE(fits("aaab"));
  CHECK_FALSE(fits(std::string(100, 'a').append("!")));  // would take longer than the sun has
}
