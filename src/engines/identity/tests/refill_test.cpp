// What was typed goes back into the form it was typed into, and into nothing else.
#include "engines/identity/refill.hpp"

#include <doctest/doctest.h>

#include <chrono>

#include "platform/ui/forms.hpp"

namespace {

http::Fields typed(std::initializer_list<std::pair<const char*, const char*>> all) {
  http::Fields fields;
  for (const auto& [name, value] : all) fields.add(std::string(name), std::string(value));
  return fields;
}

std::string filled(const std::string& page, const http::Fields& fields) {
  return identity::refill::filled(page, "/gui", fields, base::h("<p>{}</p>", "lời báo"));
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE("Every kind of control takes back what was typed") {
  using base::Lang;
  base::Html controls;
  controls += ui::text_input(Lang::vi, {.name = "ten", .label = "Tên", .value = "cũ"}, {});
  controls += ui::textarea(Lang::vi, {.name = "ly-do", .label = "Lý do"}, 3);
  controls += ui::select(Lang::vi, {.name = "noi", .label = "Nơi", .value = "1"},
                         {{.value = "1", .label = "Một"}, {.value = "2", .label = "Hai"}}, "Chọn");
  controls += ui::radios(Lang::vi, {.name = "loai", .label = "Loại", .value = "a"},
                         {{.value = "a", .label = "A"}, {.value = "b", .label = "B"}});
  controls += ui::checkbox(Lang::vi, {.name = "dong-y", .label = "Đồng ý", .value = "yes"});
  controls += ui::date_input(Lang::vi, {.name = "ngay", .label = "Ngày"}, {});
  controls += base::h(R"(<input name="mat-khau" type="password"><input name="tep" type="file">)");
  const auto form = ui::form("/gui?x=1", ui::hidden("token", "t"), controls);
  const auto page = filled("<html><main>" + form.str() + "</main></html>",
                           typed({{"token", "old"},
                                  {"ten", "Lê \"Văn\" <b>"},
                                  {"ly-do", "dòng một\n</textarea><script>"},
                                  {"noi", "2"},
                                  {"loai", "b"},
                                  {"ngay-day", "31"},
                                  {"mat-khau", "bí mật"},
                                  {"tep", "x"}}));
  CAPTURE(page);
  CHECK(has(page, "<main><p>lời báo</p>"));
  CHECK(has(page, R"(value="Lê &quot;Văn&quot; &lt;b&gt;")"));
  CHECK_FALSE(has(page, "cũ"));
  CHECK(has(page, ">\ndòng một\n&lt;/textarea&gt;&lt;script&gt;</textarea>"));
  CHECK(has(page, R"(<option value="2" selected>)"));
  CHECK_FALSE(has(page, R"(<option value="1" selected>)"));
  CHECK(has(page, R"(value="b" checked>)"));
  CHECK_FALSE(has(page, R"(value="a" checked>)"));
  CHECK_FALSE(has(page, R"(value="yes" checked>)"));  // it was sent without the mark
  CHECK(has(page, R"(value="31")"));
  CHECK_FALSE(has(page, "bí mật"));
  CHECK(has(page, R"(name="token" value="t")"));
}

TEST_CASE("Of several forms with one address that one is filled whose hidden values were sent") {
  const auto form = [](const char* id, const char* action) {
    return ui::form(action, ui::hidden("muc", id), base::h(R"(<input name="ghi" type="text">)"))
        .str();
  };
  const auto page = filled("<main>" + form("1", "/gui") + form("2", "/khac") + form("2", "/gui"),
                           typed({{"muc", "2"}, {"ghi", "lời"}}));
  const auto at = page.find("lời\"");
  CHECK(at > page.rfind("<form"));
  CHECK(page.find("lời\"", at + 1) == page.npos);
}

TEST_CASE("Where the form is gone, what was typed stands there to be copied") {
  const auto page = filled("<main><h1>Hồ sơ đã xong</h1></main>",
                           typed({{"ly-do", "<i>vì</i>"}, {"act", "a"}, {"token", "t"}}));
  CHECK(has(page, "&lt;i&gt;vì&lt;/i&gt;"));
  CHECK(has(page, "ly-do"));
  CHECK_FALSE(has(page, ">token<"));
}

TEST_CASE("A page that is not as we write them is neither broken nor read for long") {
  for (const std::string page :
       {"", "<", "<main", "<main>< = \"\"\" <form method=\"post\" action=\"/gui\"", "<a b='c>'>",
        "<main><form method=\"post\" action=\"/gui\"><textarea name=\"a\">"}) {
    CAPTURE(page);
    CHECK(filled(page, typed({{"a", "b"}})).size() >= page.size());
  }
  std::string long_page = "<main><form method=\"post\" action=\"/gui\">";
  for (int i = 0; i < 100'000; ++i) long_page += "<textarea name=\"a\"><input name=\"a\"";
  const auto began = std::chrono::steady_clock::now();
  filled(long_page, typed({{"a", "b"}}));
  CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(2));
}
