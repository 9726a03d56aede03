// Draws tables and the links to their pages.
#include <algorithm>

#include <charconv>
#include "base/must.hpp"
#include "platform/ui/lists.hpp"
#include "platform/ui/markup.hpp"
#include "platform/ui/parts.hpp"
#include "platform/ui/text.hpp"

namespace ui {

using base::h;
using base::Lang;

namespace {

// More columns than a phone can show beside one another: there each row stands as a list.
bool wide(const Table& t) { return t.columns.size() > 3; }

// What is drawn as a list is still a table to a screen reader only when it says so.
Html role(const Table& t, std::string_view name) {
  return attribute("role", wide(t) ? name : std::string_view());
}

Html cells(const Table& t, const std::vector<Content>& row) {
  base::must(row.size() == t.columns.size());
  Html out;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const auto css = attribute("class", t.columns[i].number ? "num" : "");
    const auto label =
        attribute("data-label", wide(t) ? std::string_view(t.columns[i].heading) : "");
    out += i == 0 && t.row_headings
               ? h("<th scope=\"row\"{}{}>{}</th>", role(t, "rowheader"), css, row[i].html())
               : h("<td{}{}{}>{}</td>", role(t, "cell"), css, label, row[i].html());
  }
  return out;
}

// The first, the last, and those next to the present one; 0 stands for what is left out.
std::vector<int> numbers(int page, int pages) {
  std::vector<int> out;
  for (int n = 1; n <= pages; ++n) {
    const bool near = n >= page - 1 && n <= page + 1;
    if (near || n == 1 || n == pages)
      out.push_back(n);
    else if (out.back() != 0)
      out.push_back(0);
  }
  return out;
}

}  // namespace

Html table(const Table& t) {
  const auto head = each(t.columns, [&](const Column& c) {
    return h("<th scope=\"col\"{}{}>{}</th>", role(t, "columnheader"),
             attribute("class", c.number ? "num" : ""), c.heading);
  });
  const auto body = each(t.rows, [&](const std::vector<Content>& row) {
    return h("<tr{}>{}</tr>\n", role(t, "row"), cells(t, row));
  });
  return h(R"(<div class="td-scroll" tabindex="0" role="region" aria-label="{}">
<table class="{}"{}><caption{}>{}</caption><thead{}><tr{}>{}</tr></thead><tbody{}>
{}</tbody></table></div>
)",
           t.caption, wide(t) ? "td-table td-table--stack" : "td-table", role(t, "table"),
           attribute("class", t.caption_shown ? "" : "govuk-visually-hidden"), t.caption,
           role(t, "rowgroup"), role(t, "row"), head, role(t, "rowgroup"), body);
}

int asked_page(std::string_view typed) {
  int page = 1;
  std::from_chars(typed.data(), typed.data() + typed.size(), page);
  return std::clamp(page, 1, 100'000);
}

Html pager(Lang lang, int page, int pages, std::string_view address_before_number) {
  if (pages <= 1) return {};
  page = std::clamp(page, 1, pages);
  const auto to = [&](int n) {
    return Url(std::string(address_before_number) + std::to_string(n));
  };
  Html items;
  if (page > 1) {
    items += h(R"(<li><a href="{}" rel="prev">{}{}</a></li>)", to(page - 1), icon("chevron-left"),
               text::previous.in(lang));
  }
  for (const int n : numbers(page, pages)) {
    if (n == 0) {
      items += h(R"(<li class="td-pager__gap" aria-hidden="true">{}</li>)", "…");
      continue;
    }
    items += h(R"(<li><a href="{}" aria-label="{}"{}>{}</a></li>)", to(n),
               base::fill(text::page, lang, {{"n", std::to_string(n)}}),
               attribute("aria-current", n == page ? "page" : ""), n);
  }
  if (page < pages) {
    items += h(R"(<li><a href="{}" rel="next">{}{}</a></li>)", to(page + 1), text::next.in(lang),
               icon("chevron-right"));
  }
  return h("<nav aria-label=\"{}\"><ul class=\"td-pager\">{}</ul></nav>\n", text::pages.in(lang),
           items);
}

}  // namespace ui
