// The whole page: what a reader, a screen reader and a browser find on every one.
#include "platform/ui/shell.hpp"

#include <doctest/doctest.h>

#include "platform/ui/markup.hpp"
#include "platform/ui/tests/markup_compare.hpp"

using ui::Frame;
using ui_test::has;

namespace {

Frame frame() {
  Frame f;
  f.city = {{"thành phố Cần Thơ", "Can Tho City"},
            {"Ủy ban nhân dân thành phố Cần Thơ", "Can Tho City People's Committee"},
            {"", ""},
            "1022"};
  f.title = "Việc cần xử lý";
  f.path = "/viec?trang=2&lang=vi";
  return f;
}

}  // namespace

TEST_CASE("Bảo skips to the main content and finds the page in its language") {
  auto f = frame();
  const auto page = ui::citizen_page(f, {.main = base::h("<h1>x</h1>")});
  CHECK(has(page, R"(<html lang="vi" class="govuk-template">)"));
  CHECK(has(page, R"(<a href="#main" class="govuk-skip-link">Đến nội dung chính</a>)"));
  CHECK(has(page, R"(<main id="main">)"));
  CHECK(has(page, "<title>Việc cần xử lý - Tây Đô</title>"));
  f.lang = base::Lang::en;
  CHECK(has(ui::citizen_page(f, {}), "Public services of Can Tho City"));
}

TEST_CASE("The language link returns to this very page") {
  CHECK(ui::in_language("/viec?trang=2&lang=vi&q=a", base::Lang::en) ==
        "/viec?trang=2&q=a&lang=en");
  CHECK(ui::in_language("/", base::Lang::vi) == "/?lang=vi");
  CHECK(ui::in_language("/a?lang=en", base::Lang::vi) == "/a?lang=vi");
  CHECK(has(ui::citizen_page(frame(), {}),
            R"(<a href="/viec?trang=2&amp;lang=en" lang="en" hreflang="en">English</a>)"));
}

TEST_CASE("Only what exists is linked: no dead links, no empty navigation") {
  const auto page = ui::citizen_page(frame(), {});
  CHECK_FALSE(has(page, "href=\"#\""));
  CHECK_FALSE(has(page, "td-nav"));
  CHECK_FALSE(has(page, "Đăng nhập"));
  const auto work = ui::officer_page(frame(), {.heading = "Việc"});
  CHECK_FALSE(has(work, "href=\"#\""));
}

TEST_CASE("A demonstration says that its people are invented") {
  auto f = frame();
  CHECK_FALSE(has(ui::citizen_page(f, {}), "td-demo"));
  f.demo = true;
  CHECK(has(ui::citizen_page(f, {}), "đều là giả định"));
  CHECK(has(ui::officer_page(f, {}), "đều là giả định"));
  CHECK(has(ui::bare_page(f, {}), "đều là giả định"));
  CHECK(has(ui::sign_in_page(f, {}), "đều là giả định"));
}

TEST_CASE("Duyên sees where she is and what waits") {
  auto f = frame();
  f.person = ui::Person{"Lê Thị Mỹ Duyên", "Chuyên viên"};
  f.current = "/viec";
  const auto page = ui::officer_page(
      f, {.side = {{"Một cửa",
                    {{"inbox", "Việc cần xử lý", "/viec", 14}, {"search", "Tra cứu", "/tim"}}}},
          .heading = "Việc"});
  CHECK(has(page, R"(<a href="/viec" aria-current="page">)"));
  CHECK(has(page, R"(<span class="td-count">14<span class="govuk-visually-hidden"> việc</span>)"));
  CHECK(has(page, R"(<span class="td-avatar" aria-hidden="true">LD</span>)"));
  CHECK(ui::initials("Đặng Ánh") == "ĐÁ");
  CHECK(ui::initials("An") == "A");
  CHECK(ui::initials("") == "");
}

TEST_CASE("A name is shown as it is typed, never run") {
  auto f = frame();
  f.person = ui::Person{"O'Neil <script>alert(1)</script> 🪷", "", "/ca-nhan"};
  const auto page = ui::citizen_page(f, {});
  CHECK(has(page, "O&#39;Neil &lt;script&gt;alert(1)&lt;/script&gt; 🪷"));
  CHECK_FALSE(has(page, "<script>alert"));
  CHECK(ui::attribute("title", "a\"b").str() == " title=\"a&quot;b\"");
}
