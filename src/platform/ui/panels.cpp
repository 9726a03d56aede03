// Draws the panels that carry a page.
#include "platform/ui/panels.hpp"

#include "base/must.hpp"
#include "platform/ui/markup.hpp"
#include "platform/ui/parts.hpp"
#include "platform/ui/text.hpp"

namespace ui {

using base::h;
using base::Lang;

namespace {

Html pairs(const std::vector<Pair>& list) {
  return each(list, [](const Pair& p) {
    return h("<div><dt>{}</dt><dd>{}</dd></div>", p.term, p.value.html());
  });
}

}  // namespace

Html empty_state(const Empty& e) {
  auto inside = icon(e.icon);
  inside += heading(e.level, "td-empty__title", e.title);
  if (!e.detail.empty()) inside += h("<p>{}</p>", e.detail.html());
  if (e.next.leads()) inside += h("<p>{}</p>", link(e.next));
  return h("<div class=\"td-empty\">{}</div>\n", inside);
}

Html done_panel(const Label& title, const Content& body, int level) {
  return h("<div class=\"td-done\">{}{}{}</div>\n", icon("circle-check"),
           heading(level, "td-done__title", title), body.html());
}

Html action_panel(std::string_view id, const Label& title, const Html& body) {
  return h(
      "<section class=\"td-action\" aria-labelledby=\"{}\"><h2 id=\"{}\">{}</h2>{}</section>\n", id,
      id, title, body);
}

Html qr_card(const QrCard& card) {
  return h(R"(<div class="td-qr"><div class="td-qr__code">{}<p>{}</p></div><dl>{}</dl></div>
)",
           card.code, card.words, pairs(card.facts));
}

Html qr_small(const Html& code, const Label& words, const Content& beside) {
  return h(R"(<div class="td-qr-small"><div role="img" aria-label="{}">{}</div><div>{}</div></div>
)",
           words, code, beside.html());
}

Html steps(Lang lang, const std::vector<Label>& names, int now) {
  base::must(now >= 1 && now <= int(names.size()));
  Html items;
  for (int n = 1; n <= int(names.size()); ++n) {
    const auto& name = names[std::size_t(n - 1)];
    Html done;
    if (n < now)
      done = h(R"(<span class="govuk-visually-hidden">{}</span>)", text::step_done.in(lang));
    items += h("<li{}{}>{}{}</li>", attribute("class", n < now ? "is-done" : ""),
               attribute("aria-current", n == now ? "step" : ""), name, done);
  }
  const auto words = base::fill(
      text::step_now, lang, {{"n", std::to_string(now)}, {"all", std::to_string(names.size())}});
  return h(
      "<p class=\"td-steps__now\">{} <b>{}</b></p>"
      "<ol class=\"td-steps\" aria-label=\"{}\">{}</ol>\n",
      words, names[std::size_t(now - 1)], text::steps.in(lang), items);
}

Html prefill(Lang lang, const Prefill& data) {
  // Two boxes of one title differ by their source, also in the name that a screen reader says.
  return h(R"(<section class="td-prefill" aria-labelledby="{} {}-source">)"
           R"(<div class="td-row td-row--between"><b id="{}">{}</b>)"
           R"(<span id="{}-source">{}</span></div>{}</section>
)",
           data.id, data.id, data.id, data.title, data.id, tag(Tone::ok, data.source, true),
           summary_list(lang, data.rows, true));
}

Html status_panel(const Status& s) {
  return h(R"(<section class="td-status" aria-label="{}"><div class="td-status__main">{}<h2>{}</h2>
<p>{}</p></div><dl class="td-status__facts">{}</dl></section>
)",
           s.label, s.tag, s.title, s.detail.html(), pairs(s.facts));
}

Html id_bar(const IdBar& bar) {
  return h(R"(<div class="td-idbar"><div class="td-idbar__top"><b class="td-num">{}</b>{}
<span class="td-muted">{}</span></div><dl>{}</dl></div>
)",
           bar.code, bar.marks, bar.beside.html(), pairs(bar.facts));
}

Html tabs(const Label& label, const std::vector<Tab>& tabs) {
  const auto items = each(tabs, [](const Tab& t) {
    Html count;
    if (t.count > 0) count = h(R"( <span class="td-count td-count--quiet">{}</span>)", t.count);
    return h(R"(<li><a href="{}"{}>{}{}</a></li>)", t.link.href,
             attribute("aria-current", t.current ? "true" : ""), t.link.label, count);
  });
  return h("<ul class=\"td-subnav\" aria-label=\"{}\">{}</ul>\n", label, items);
}

Html sums(const std::vector<Sum>& lines, const Sum& total) {
  const auto rows = each(lines, [](const Sum& s) {
    return h(R"(<div class="td-row td-row--between"><span>{}</span>{}</div>)", s.words,
             figures(s.amount));
  });
  return h(R"({}<div class="td-total"><span>{}</span>{}</div>
)",
           rows, total.words, figures(total.amount));
}

Html saved_line(const Label& words) {
  return h("<p class=\"td-saved\">{}{}</p>\n", icon("cloud-check"), words);
}

Html lead(const Content& words) { return h("<p class=\"td-lead\">{}</p>\n", words.html()); }

Html facts_layout(const Html& head, const Html& facts, const Html& body) {
  return h("<div class=\"td-two td-two--facts\"><div>{}</div>\n{}\n<div>{}</div></div>\n", head,
           facts, body);
}

Html form_column(const Html& form, const Html& help) {
  if (help.empty()) return h("<div class=\"td-form-col\">{}</div>\n", form);
  return h(
      "<div class=\"td-two\"><div class=\"td-form-col\">{}</div>"
      "<aside class=\"td-stack\">{}</aside></div>\n",
      form, help);
}

}  // namespace ui
