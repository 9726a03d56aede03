// Draws the document around a page and the pieces all shells share.
#include "platform/ui/frame.hpp"

#include "platform/ui/drawings.hpp"
#include "platform/ui/markup.hpp"
#include "platform/ui/text.hpp"

namespace ui {

using base::h;
using base::Lang;

namespace {

Html head(const Frame& f, Side side) {
  const bool citizen = side == Side::citizen;
  const Url style(citizen ? assets::citizen_css : assets::officer_css);
  const Url script(citizen ? assets::citizen_js : assets::officer_js);
  return h(R"(<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>{} - {}</title>
<meta name="theme-color" content="#08323e">
<link rel="icon" href="{}" type="image/svg+xml">
<link rel="preload" href="{}" as="font" type="font/woff2" crossorigin>
<link rel="preload" href="{}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="{}">
<script type="module" src="{}"></script>
</head>
)",
           f.title, text::product.in(f.lang), Url(assets::favicon_svg),
           Url(assets::bvp_vietnamese_400_woff2), Url(assets::bvp_latin_400_woff2), style, script);
}

}  // namespace

Html document(const Frame& f, Side side, const Html& body) {
  return h(R"(<!DOCTYPE html>
<html lang="{}" class="govuk-template"{}>
{}<body>
<a href="{}" class="govuk-skip-link">{}</a>
{}</body>
</html>
)",
           code(f.lang), attribute("data-theme", f.dark ? "dark" : ""), head(f, side), Url("#main"),
           text::skip_to_main.in(f.lang), body);
}

Html logo(const Frame& f, std::string_view sub) {
  return h(R"(<a class="td-logo" href="{}">{}<span><b>{}</b><span>{}</span></span></a>)", f.home,
           logo_mark(), text::product.in(f.lang), sub);
}

Html citizen_logo(const Frame& f) {
  return logo(f, base::fill(text::citizen_sub, f.lang, {{"city", f.city.name.in(f.lang)}}));
}

Html language_link(const Frame& f) {
  const auto to = f.lang == Lang::vi ? Lang::en : Lang::vi;
  return h(R"(<a href="{}" lang="{}" hreflang="{}">{}</a>)", Url(in_language(f.path, to)), code(to),
           code(to), text::language_name.in(to));
}

Html menu(const Frame& f, const Html& items) {
  return h(R"(<details class="td-menu"><summary>{}{}</summary><ul>{}</ul></details>)", icon("menu"),
           text::menu.in(f.lang), items);
}

Html demo_strip(const Frame& f) {
  if (!f.demo) return {};
  return h(R"(<aside class="td-demo" aria-label="{}"><div class="govuk-width-container">)"
           "<p>{}</p></div></aside>\n",
           text::demo_label.in(f.lang), text::demo.in(f.lang));
}

Html current(const Frame& f, const Url& href) {
  return attribute("aria-current", !f.current.empty() && href.str() == f.current ? "page" : "");
}

std::string in_language(const std::string& path, Lang lang) {
  const auto mark = path.find('?');
  std::string kept;
  auto query = mark == std::string::npos ? "" : std::string_view(path).substr(mark + 1);
  while (!query.empty()) {
    const auto pair = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(query.size(), pair.size() + 1));
    if (!pair.empty() && pair != "lang" && !pair.starts_with("lang=")) (kept += pair) += '&';
  }
  return path.substr(0, mark) + "?" + kept + "lang=" + std::string(code(lang));
}

Html breadcrumbs(Lang lang, const std::vector<Link>& crumbs) {
  if (crumbs.empty()) return {};
  const auto items = each(crumbs, [](const Link& to) {
    return h(R"(<li class="govuk-breadcrumbs__list-item">)"
             R"(<a class="govuk-breadcrumbs__link" href="{}">{}</a></li>)",
             to.href, to.label);
  });
  return h(R"(<nav class="govuk-breadcrumbs govuk-breadcrumbs--collapse-on-mobile"
aria-label="{}"><ol class="govuk-breadcrumbs__list">{}</ol></nav>)",
           text::breadcrumbs.in(lang), items);
}

}  // namespace ui
