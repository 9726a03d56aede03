// Draws the two pages with the river: home (its hero) and signing in.
#include "platform/ui/drawings.hpp"
#include "platform/ui/frame.hpp"
#include "platform/ui/markup.hpp"

namespace ui {

using base::h;

Html sign_in_page(const Frame& f, const SignInPage& page) {
  auto body = demo_strip(f);
  body += h(R"(<div class="td-signin"><header class="td-signin__art">{}{})"
            R"(<div><h2>{}</h2><p>{}</p></div></header>
<main id="main" class="td-signin__form"><div>{}<p class="td-small td-above">{}</p></div></main>
</div>
)",
            river_tall(), citizen_logo(f), page.promise, page.promise_detail, page.main,
            language_link(f));
  return document(f, Side::citizen, body);
}

Html choices(const std::vector<Choice>& choices) {
  return each(choices, [](const Choice& c) {
    return h(R"(<a class="{}" href="{}"><span class="td-choice__mark">{}</span>)"
             "<span><b>{}</b><span>{}</span></span>{}</a>\n",
             c.main ? "td-choice td-choice--main" : "td-choice", c.href, icon(c.icon), c.title,
             c.detail, icon("chevron-right"));
  });
}

Html hero(const Hero& hero) {
  Html often;
  if (!hero.often.empty()) {
    const auto links = each(
        hero.often, [](const Link& to) { return h(R"( <a href="{}">{}</a>)", to.href, to.label); });
    often = h(R"(<p class="td-pop">{}{}</p>)", hero.often_words, links);
  }
  return h(
      R"(<section class="td-hero">{}<div class="govuk-width-container"><div class="td-hero__grid">
<div><h1>{}</h1>
<form role="search" action="{}"><label for="q">{}</label><div class="td-search">)"
      R"(<input id="q" name="q" type="search" autocomplete="off" placeholder="{}">)"
      R"(<button class="govuk-button">{}{}</button></div></form>
{}</div>
{}</div></div></section>
)",
      river(), hero.title, hero.action, hero.question, hero.example, icon("search"), hero.submit,
      often, hero.aside);
}

Html lookup(const Lookup& l) {
  return h(R"(<form class="td-lookup" action="{}"><h2>{}</h2>)"
           R"(<p class="td-muted" id="lookup-hint">{}</p>)"
           R"(<label class="govuk-visually-hidden" for="lookup">{}</label>)"
           R"(<input class="govuk-input" id="lookup" name="{}" aria-describedby="lookup-hint"
 autocapitalize="characters" autocomplete="off">)"
           R"(<button class="govuk-button td-btn-block">{}</button></form>)",
           l.action, l.title, l.hint, l.label, l.name, l.submit);
}

Html event_grid(const Label& title, const Content& beside, const std::vector<Event>& events) {
  const auto cells = each(events, [](const Event& e) {
    return h(R"(<li><a href="{}">{}<b>{}</b><span>{}</span></a></li>)", e.href, icon(e.icon),
             e.title, e.detail);
  });
  return h(R"(<section class="td-sec"><div class="td-sec__head"><h2>{}</h2>{}</div>)"
           R"(<ul class="td-events">{}</ul></section>)",
           title, beside.html(), cells);
}

Html home_columns(const std::vector<Html>& columns) {
  const auto cells = each(columns, [](const Html& one) { return h("<div>{}</div>", one); });
  return h("<section class=\"td-sec td-cols\">{}</section>\n", cells);
}

}  // namespace ui
