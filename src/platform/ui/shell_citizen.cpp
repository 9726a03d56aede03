// Draws the shells of citizens' pages: top bar, navigation, footer; and the bare one.
#include "platform/ui/frame.hpp"
#include "platform/ui/markup.hpp"
#include "platform/ui/text.hpp"

namespace ui {

using base::h;

namespace {

Html hotline(const Frame& f, std::string_view css) {
  if (f.city.hotline.empty()) return {};
  return h(R"(<a{} href="{}">{}</a>)", attribute("class", css), Url("tel:" + f.city.hotline),
           base::fill(text::hotline, f.lang, {{"number", f.city.hotline}}));
}

// The person who is signed in, or the way to sign in; nothing when there is neither.
Link account(const Frame& f) {
  if (f.person) return {f.person->name, f.person->href};
  if (f.sign_in.str().empty()) return {};
  return {text::sign_in.in(f.lang), f.sign_in};
}

Html account_button(const Frame& f) {
  const auto to = account(f);
  if (to.label.empty()) return {};
  if (!to.leads()) return h("<b>{}</b>", to.label);
  return h(R"(<a class="td-login" href="{}">{}{}</a>)", to.href, icon("user-round"), to.label);
}

Html header(const Frame& f) {
  const auto items = each(f.nav, [&](const Link& to) {
    return h(R"(<li><a href="{}"{}>{}</a></li>)", to.href, current(f, to.href), to.label);
  });
  auto in_menu = items;
  if (const auto to = account(f); to.leads())
    in_menu += h(R"(<li><a href="{}">{}</a></li>)", to.href, to.label);
  in_menu += h("<li>{}</li>", language_link(f));
  auto out =
      h(R"(<header class="td-top"><div class="govuk-width-container td-top__in">
{}<div class="td-top__tools">{}{}{}</div>
{}</div></header>
)",
        citizen_logo(f), language_link(f), hotline(f, ""), account_button(f), menu(f, in_menu));
  if (f.nav.empty()) return out;
  out += h(R"(<nav class="td-nav" aria-label="{}"><div class="govuk-width-container">)"
           "<ul>{}</ul></div></nav>\n",
           text::main_navigation.in(f.lang), items);
  return out;
}

Html footer(const Frame& f) {
  auto city = h("<h2>{}</h2>", f.city.authority.in(f.lang));
  if (const auto& address = f.city.address.in(f.lang); !address.empty())
    city += h("<p>{}</p>", address);
  if (!f.city.hotline.empty()) city += h("<p>{}</p>", hotline(f, "govuk-link"));
  const auto groups = each(f.footer, [](const LinkGroup& group) {
    const auto links = each(group.links, [](const Link& to) { return h("<li>{}</li>", link(to)); });
    return h("<div><h2>{}</h2><ul>{}</ul></div>", group.title, links);
  });
  return h(R"(<footer class="td-foot"><div class="govuk-width-container">
<div class="td-foot__grid"><div>{}</div>{}</div>
<p class="td-foot__base">{}</p>
</div></footer>
)",
           city, groups, text::source.in(f.lang));
}

}  // namespace

Html citizen_page(const Frame& f, const CitizenPage& page) {
  auto body = header(f);
  body += demo_strip(f);
  if (!page.crumbs.empty())
    body += h(R"(<div class="govuk-width-container">{}</div>)", breadcrumbs(f.lang, page.crumbs));
  const auto* box = page.wide.empty() ? "govuk-width-container govuk-main-wrapper"
                                      : "govuk-width-container td-after-hero";
  body +=
      h("<main id=\"main\">{}<div class=\"{}\">\n{}\n</div></main>\n", page.wide, box, page.main);
  body += footer(f);
  return document(f, Side::citizen, body);
}

Html bare_page(const Frame& f, const Html& main) {
  auto body = h(R"(<header class="td-top"><div class="govuk-width-container td-top__in">)"
                R"({}<div class="td-top__tools">{}</div></div></header>)",
                citizen_logo(f), language_link(f));
  body += demo_strip(f);
  body +=
      h("<main id=\"main\" class=\"govuk-width-container govuk-main-wrapper\">{}</main>\n", main);
  return document(f, Side::citizen, body);
}

}  // namespace ui
