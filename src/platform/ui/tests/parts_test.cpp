// Parts, lists and panels: golden markup, words beside colours, and nothing typed that runs.
#include "platform/ui/parts.hpp"

#include <doctest/doctest.h>

#include "platform/ui/lists.hpp"
#include "platform/ui/panels.hpp"
#include "platform/ui/tests/markup_compare.hpp"
#include "platform/ui/worklist.hpp"

using base::Lang;
using ui_test::has;
using ui_test::tight;

namespace {

const std::string typed = "<script>alert('x')</script> \"O'Neil\" 🪷";
const std::string shown =
    "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &quot;O&#39;Neil&quot; 🪷";

}  // namespace

TEST_CASE("A deadline says in words how late it is, with its date") {
  CHECK(has(due_badge(ui::Due::late, "Quá 1 ngày", "18/11/2026"), "Quá 1 ngày</span>"));
  CHECK(has(due_badge(ui::Due::late, "Quá 1 ngày", "18/11/2026"), ">18/11/2026</span>"));
  CHECK(has(due_badge(ui::Due::late, "x"), "td-due--bad"));
  CHECK(has(due_badge(ui::Due::paused, "x"), "td-due--paused"));
}

TEST_CASE("An icon is hidden from a screen reader and comes from the sprite") {
  CHECK(ui::icon("search").str() ==
        std::string(R"(<svg class="td-icon" aria-hidden="true" focusable="false"><use href=")") +
            ui::assets::icons_svg + R"(#i-search"/></svg>)");
  CHECK(ui::icon({}).empty());
  CHECK(ui::Icon::named("baby", "file-text").name() == "baby");
  CHECK(ui::Icon::named("no-such-icon", "file-text").name() == "file-text");
}

TEST_CASE("A summary list is govuk-frontend's; a row without a change says so") {
  const auto drawn = ui::summary_list(Lang::en, {{"Name", "Lan", "/name"}, {"Born", "1990"}});
  CHECK(tight(drawn) == tight(R"(
<dl class="govuk-summary-list">
  <div class="govuk-summary-list__row">
    <dt class="govuk-summary-list__key">Name</dt>
    <dd class="govuk-summary-list__value">Lan</dd>
    <dd class="govuk-summary-list__actions">
      <a class="govuk-link" href="/name">Change<span class="govuk-visually-hidden"> Name</span></a>
    </dd>
  </div>
  <div class="govuk-summary-list__row govuk-summary-list__row--no-actions">
    <dt class="govuk-summary-list__key">Born</dt>
    <dd class="govuk-summary-list__value">1990</dd>
  </div>
</dl>)"));
}

TEST_CASE("A task list is govuk-frontend's, each task described by its status") {
  const auto drawn = ui::task_list("tasks", {{{"Company Directors", "/1"}, "Completed"}});
  CHECK(tight(drawn) == tight(R"(
<ul class="govuk-task-list">
  <li class="govuk-task-list__item govuk-task-list__item--with-link">
    <div class="govuk-task-list__name-and-hint">
      <a class="govuk-link govuk-task-list__link" href="/1" aria-describedby="tasks-1-status">
        Company Directors
      </a>
    </div>
    <div class="govuk-task-list__status" id="tasks-1-status">
      Completed
    </div>
  </li>
</ul>)"));
}

TEST_CASE("Minh pages through long lists: first, last and neighbours") {
  CHECK(ui::pager(Lang::vi, 1, 1, "/viec?trang=").empty());
  const auto drawn = ui::pager(Lang::vi, 5, 12, "/viec?han=qua&trang=");
  for (const auto* page : {"=1\"", "=4\"", "=5\"", "=6\"", "=12\""}) CHECK(has(drawn, page));
  for (const auto* page : {"=2\"", "=3\"", "=7\"", "=11\""}) CHECK_FALSE(has(drawn, page));
  CHECK(has(drawn,
            R"(<a href="/viec?han=qua&amp;trang=5" aria-label="Trang 5" aria-current="page">)"));
  CHECK(has(drawn, R"(<a href="/viec?han=qua&amp;trang=4" rel="prev">)"));
  CHECK_FALSE(has(ui::pager(Lang::vi, 12, 12, "/v?trang="), "rel=\"next\""));
  CHECK(
      has(ui::pager(Lang::vi, 99, 3, "/v?trang="), R"(aria-label="Trang 3" aria-current="page")"));
}

TEST_CASE("Bảo hears which step he is in and which are done") {
  const auto drawn = ui::steps(Lang::vi, {"Người nộp", "Nội dung", "Kiểm tra"}, 2);
  CHECK(has(drawn, "Bước 2 trong 3: <b>Nội dung</b>"));
  CHECK(
      has(drawn, R"(<li class="is-done">Người nộp<span class="govuk-visually-hidden"> (đã xong))"));
  CHECK(has(drawn, R"(<li aria-current="step">Nội dung</li>)"));
  CHECK(has(drawn, "<li>Kiểm tra</li>"));
}

TEST_CASE("The worklist stays a table for a screen reader, with boxes only where they act") {
  ui::Worklist list{.caption = "2 hồ sơ",
                    .headings = {"Hồ sơ", "Người nộp", "Thủ tục", "Trạng thái", "Hạn"},
                    .rows = {{.code = "H13-1",
                              .href = "/viec/1",
                              .who = "Lan",
                              .what = "Xác nhận",
                              .due = ui::Due::late,
                              .due_words = "Quá 1 ngày",
                              .fresh = true}}};
  const auto plain = ui::worklist(Lang::vi, list);
  CHECK(has(plain, R"(<tr role="row" class="is-late is-new">)"));
  CHECK(has(plain, R"(<a class="govuk-link code" href="/viec/1">H13-1</a>)"));
  CHECK(has(plain, R"(aria-sort="ascending")"));
  CHECK_FALSE(has(plain, "checkbox"));
  list.bulk.action = "/viec/chuyen";
  list.bulk.buttons = ui::button({.label = "Chuyển xử lý"});
  const auto picks = ui::worklist(Lang::vi, list);
  CHECK(has(picks, R"(<span class="govuk-visually-hidden">Chọn H13-1</span>)"));
  CHECK(has(picks, R"(<form class="td-list" method="post" action="/viec/chuyen">)"));
}

TEST_CASE("A button is a link when it leads, else it submits what it is called") {
  CHECK(ui::button({.label = "Xem", .href = "/a"}).str() ==
        R"(<a class="govuk-button" href="/a">Xem</a>)");
  const auto back = ui::button(
      {.label = "Trả", .kind = ui::ButtonKind::secondary, .name = "act", .value = "return"});
  CHECK(has(back, R"(<button class="govuk-button govuk-button--secondary" name="act")"));
  CHECK(has(back, R"( value="return">Trả</button>)"));
}

TEST_CASE("What people typed is text in every part") {
  for (const auto& drawn :
       {ui::tag(ui::Tone::ok, typed),
        ui::note(ui::Tone::warn, typed),
        ui::button({.label = typed}),
        ui::card({.body = typed, .title = typed}),
        ui::details(typed, typed),
        ui::link_list({{typed, "/a"}}),
        ui::band(typed, {{typed, typed}}),
        ui::summary_list(Lang::vi, {{typed, typed, "/a"}}),
        ui::data_list({{typed, typed}}),
        ui::facts(typed, {{"clock", typed, typed}}),
        ui::papers({{typed, typed}}),
        ui::stages({{typed, typed}}),
        ui::timeline({{ui::Progress::now, typed, typed, typed}}),
        ui::log({{typed, typed, typed}}),
        ui::files({{typed, {typed, "/a"}, typed}}),
        ui::signatures({{ui::Signature::valid, typed, typed, typed}}),
        ui::table({.caption = typed, .columns = {{typed}}, .rows = {{typed}}}),
        ui::empty_state({.title = typed, .detail = typed}),
        ui::done_panel(typed, typed),
        ui::steps(Lang::vi, {typed}, 1),
        ui::prefill(Lang::vi, {"p", typed, typed, {{typed, typed}}}),
        ui::id_bar({typed, {}, typed, {{typed, typed}}}),
        ui::tabs(typed, {{{typed, "/a"}}}),
        ui::sums({{typed, typed}}, {typed, typed}),
        ui::filters(Lang::vi, typed, "/a", {{.name = "q", .label = typed, .value = typed}}),
        ui::summary_strip({{typed, typed, "/a"}}),
        ui::chips(typed, {{typed, "/a"}}),
        ui::worklist(Lang::vi,
                     {.caption = typed,
                     .headings = {typed, typed, typed, typed, typed},
                     .rows = {{.code = typed, .href = "/a", .who = typed, .what = typed}}})}) {
    CHECK_FALSE(has(drawn, "<script>"));
    CHECK(has(drawn, shown));
  }
}
