#include <doctest/doctest.h>

#include "tidy/tests/rules.hpp"

using namespace tidy;

namespace {

std::string said(const std::string& text) {
  return first(markup, "src/services/portal/views.cpp", text);
}

}  // namespace

TEST_CASE("Tags are written inside h( ) only") {
  CHECK(said("return h(\"<p>{}</p>\", name);") == "");
  CHECK(said("return base::h(R\"(<ul class=\"list\">{}</ul>)\", join(f(x)));") == "");
  CHECK(said("return \"<p>\" + name + \"</p>\";") == "1: a tag outside h( )");
  CHECK(said("return Html::trusted(\"<svg>\");") != "");
  CHECK(said("\nreturn h(\"{}\", std::string(\"<b>\"));") == "2: a tag outside h( )");
  CHECK(said("if (a < b) f(\"a < b\", \"<officer@example>\", \"<bpmn:task>\");") == "");
}

TEST_CASE("No sentence stands between tags or in what a screen reader says") {
  CHECK(said("h(\"<p>Hello {}</p>\", name)") == "1: a word in the markup: Hello {}</p>");
  CHECK(said("h(R\"(<p>\n<b>đơn</b></p>)\")") == "2: a word in the markup: đơn</b></p>");
  CHECK(said("h(R\"(<a title=\"Open\" href=\"{}\">{}</a>)\", u, t)") != "");
  CHECK(said("h(R\"(<a title=\"{}\" href=\"{}\">&nbsp;·&#8594; x {}</a>)\", t, u, v)") == "");
  CHECK(said("h(R\"(<script src=\"/a.js\"></script><style>a b</style><i>{}</i>)\", x)") == "");
  CHECK(said("h(\"<script>let a;</script><p>word</p>\")") != "");
}

TEST_CASE("A pattern in several pieces is read as one") {
  CHECK(said("h(R\"(<input id=\"{}\" )\"\n  R\"(type=\"text\" value=\"{}\">{})\", a, b, c)") == "");
  CHECK(said("h(\"<p>{}\"\n  \"and</p>\", a)") == "2: a word in the markup: and</p>");
}
