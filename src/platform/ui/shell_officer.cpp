// Draws the shell of officers' pages: bar, side navigation, heading with its actions.
#include "platform/ui/frame.hpp"
#include "platform/ui/markup.hpp"
#include "platform/ui/text.hpp"

namespace ui {

using base::h;

namespace {

Html count(const Frame& f, const SideLink& to) {
  if (to.count == 0) return {};
  const auto* css = to.href.str() == f.current ? "td-count" : "td-count td-count--quiet";
  return h(R"(<span class="{}">{}<span class="govuk-visually-hidden">{}</span></span>)", css,
           to.count, text::items.in(f.lang));
}

Html side_navigation(const Frame& f, const std::vector<SideGroup>& groups) {
  const auto drawn = each(groups, [&](const SideGroup& group) {
    const auto links = each(group.links, [&](const SideLink& to) {
      return h(R"(<li><a href="{}"{}>{}{}{}</a></li>)", to.href, current(f, to.href), icon(to.icon),
               to.label, count(f, to));
    });
    return h("<h2>{}</h2><ul>{}</ul>", group.title, links);
  });
  return h("<nav class=\"td-side\" aria-label=\"{}\">{}</nav>\n", text::functions.in(f.lang),
           drawn);
}

Html search_box(const Search& s) {
  return h(R"(<form class="td-bar__search" role="search" action="{}">{})"
           R"(<label class="govuk-visually-hidden" for="search">{}</label>)"
           R"(<input id="search" name="q" type="search" value="{}" placeholder="{}" data-search>)"
           R"(<kbd aria-hidden="true" data-keys="on" hidden>/</kbd></form>)",
           s.action, icon("search"), s.label, s.value, s.placeholder);
}

Html person(const Frame& f) {
  if (!f.person) return {};
  const auto who = h(R"(<span class="td-avatar" aria-hidden="true">{}</span>)"
                     R"(<span class="td-bar__who">{}<small>{}</small></span>)",
                     initials(f.person->name), f.person->name, f.person->post);
  if (f.person->href.str().empty()) return h(R"(<span class="td-person">{}</span>)", who);
  return h(R"(<a class="td-person" href="{}">{}</a>)", f.person->href, who);
}

Html bar(const Frame& f, const OfficerPage& page) {
  Html items;
  for (const auto& group : page.side) {
    items += each(group.links, [&](const SideLink& to) {
      return h(R"(<li><a href="{}"{}>{}</a></li>)", to.href, current(f, to.href), to.label);
    });
  }
  items += h("<li>{}</li>", language_link(f));
  const auto search = page.search ? search_box(*page.search) : Html();
  return h(R"(<header class="td-bar">
{}{}<div class="td-bar__tools"><span class="td-bar__lang">{}</span>{}</div>
{}</header>
)",
           logo(f, text::officer_sub.in(f.lang)), search, language_link(f), person(f),
           menu(f, items));
}

}  // namespace

Html officer_page(const Frame& f, const OfficerPage& page) {
  const auto sub = page.sub.empty() ? Html() : h("<p>{}</p>", page.sub);
  auto body = bar(f, page);
  body += side_navigation(f, page.side);
  body += h(R"(<div class="td-body">{}<main class="td-main" id="main">
{}<div class="td-head"><div><h1>{}</h1>{}</div><div class="td-row">{}</div></div>
{}
</main></div>
)",
            demo_strip(f), breadcrumbs(f.lang, page.crumbs), page.heading, sub, page.actions,
            page.main);
  return document(f, Side::officer, h("<div class=\"td-app\">\n{}</div>\n", body));
}

}  // namespace ui
