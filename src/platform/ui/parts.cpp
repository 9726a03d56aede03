// Draws the small parts.
#include "platform/ui/parts.hpp"

#include "base/must.hpp"
#include "platform/ui/markup.hpp"

namespace ui {

using base::h;

Html icon(Icon name, std::string_view extra_class) {
  if (name.empty()) return {};
  std::string css = "td-icon";
  if (!extra_class.empty()) (css += ' ') += extra_class;
  std::string symbol(assets::icons_svg);
  (symbol += "#i-") += name.name();
  return h(R"(<svg class="{}" aria-hidden="true" focusable="false"><use href="{}"/></svg>)", css,
           Url(std::move(symbol)));
}

std::string initials(std::string_view name) {
  const auto first_letter = [](std::string_view word) {
    std::size_t bytes = 1;
    while (bytes < word.size() && (static_cast<unsigned char>(word[bytes]) & 0xC0) == 0x80) ++bytes;
    return std::string(word.substr(0, bytes));
  };
  if (name.empty()) return {};
  const auto space = name.rfind(' ');
  if (space == std::string_view::npos) return first_letter(name);
  return first_letter(name) + first_letter(name.substr(space + 1));
}

Html figures(const Label& text) { return h(R"(<span class="td-num">{}</span>)", text); }

Html muted(const Content& content) {
  return h(R"(<span class="td-muted">{}</span>)", content.html());
}

Html paragraph(const Content& content) {
  return h(R"(<p class="govuk-body">{}</p>)", content.html());
}

Html heading(int level, std::string_view css, const Content& content) {
  base::must(level >= 1 && level <= 4);
  const auto name = Html::trusted("h" + std::to_string(level));
  return h("<{}{}>{}</{}>", name, attribute("class", css), content.html(), name);
}

Html tag(Tone tone, const Label& words, bool plain) {
  static constexpr std::string_view css[] = {"td-tag",
                                             "td-tag td-tag--info",
                                             "td-tag td-tag--ok",
                                             "td-tag td-tag--warn",
                                             "td-tag td-tag--bad",
                                             "td-tag td-tag--vio"};
  std::string name(css[int(tone)]);
  if (plain) name += " td-tag--plain";
  return h(R"(<span class="{}">{}</span>)", name, words);
}

Html due_badge(Due kind, const Label& words, const Label& date) {
  static constexpr std::string_view css[] = {"td-due", "td-due td-due--warn", "td-due td-due--bad",
                                             "td-due td-due--paused"};
  static constexpr Icon icons[] = {"clock", "hourglass", "triangle-alert", "circle-pause"};
  auto out = h(R"(<span class="{}">{}{}</span>)", css[int(kind)], icon(icons[int(kind)]), words);
  if (!date.empty()) out += h(R"(<span class="td-due__date td-num">{}</span>)", date);
  return out;
}

Html note(Tone tone, const Content& content) {
  static constexpr std::string_view css[] = {
      "td-note", "td-note", "td-note td-note--ok", "td-note td-note--warn", "td-note td-note--bad",
      "td-note"};
  static constexpr Icon icons[] = {"info", "info", "circle-check", "hourglass", "circle-x", "info"};
  return h(R"(<div class="{}">{}<div><p>{}</p></div></div>)", css[int(tone)],
           icon(icons[int(tone)]), content.html());
}

Html source_line(Tone tone, const Label& words) {
  const bool warn = tone == Tone::warn, bad = tone == Tone::bad;
  const std::string_view css = bad ? "td-src td-src--bad" : warn ? "td-src td-src--warn" : "td-src";
  const Icon mark = bad ? Icon("circle-x") : warn ? Icon("circle-help") : Icon("badge-check");
  return h(R"(<span class="{}">{}{}</span>)", css, icon(mark), words);
}

Html button(const Button& b) {
  std::string css = "govuk-button";
  if (b.kind == ButtonKind::secondary) css += " govuk-button--secondary";
  if (b.kind == ButtonKind::warning) css += " govuk-button--warning";
  if (b.small) css += " td-btn-s";
  if (b.block) css += " td-btn-block";
  auto words = icon(b.before);
  words += h("{}", b.label);
  words += icon(b.after);
  if (!b.href.str().empty()) return h(R"(<a class="{}" href="{}">{}</a>)", css, b.href, words);
  return h(R"(<button class="{}"{}{}>{}</button>)", css, attribute("name", b.name),
           attribute("value", b.value), words);
}

Html button_group(const std::vector<Html>& buttons_and_links) {
  return h(R"(<div class="govuk-button-group">{}</div>)", base::join(buttons_and_links));
}

Html link(const Link& to) {
  if (!to.leads()) return h("{}", to.label);
  return h(R"(<a class="govuk-link" href="{}">{}</a>)", to.href, to.label);
}

Html card(const Card& c) {
  const std::string_view css = c.tint ? "td-card td-card--tint" : "td-card";
  const auto title = c.title.empty() ? Html() : heading(c.level, "td-card__title", c.title);
  return h(R"(<section class="{}"{}>{}{}</section>)", css, attribute("id", c.id), title,
           c.body.html());
}

Html details(const Label& summary, const Content& body) {
  return h(R"(<details class="govuk-details"><summary class="govuk-details__summary">)"
           R"(<span class="govuk-details__summary-text">{}</span></summary>)"
           R"(<div class="govuk-details__text">{}</div></details>)",
           summary, body.html());
}

Html section(const Label& title, const Content& body) {
  return h(R"(<section class="td-sect"><h2>{}</h2>{}</section>)", title, body.html());
}

Html link_list(const std::vector<Link>& links) {
  const auto rows = each(links, [](const Link& to) {
    return h(R"(<li><a href="{}">{}{}</a></li>)", to.href, to.label, icon("chevron-right"));
  });
  return h(R"(<ul class="td-links">{}</ul>)", rows);
}

Html columns(const std::vector<Html>& columns) {
  const std::string_view css = columns.size() == 2 ? "td-cols td-cols--2" : "td-cols";
  const auto cells = each(columns, [](const Html& one) { return h("<div>{}</div>", one); });
  return h(R"(<div class="{}">{}</div>)", css, cells);
}

Html two_columns(const Content& main, const Content& aside) {
  return h(R"(<div class="td-two"><div>{}</div><aside class="td-stack">{}</aside></div>)",
           main.html(), aside.html());
}

Html split(const Content& main, const Content& panel, bool panel_first) {
  const std::string_view css = panel_first ? "td-split td-split--first" : "td-split";
  return h(R"(<div class="{}"><div class="td-stack">{}</div><div class="td-sticky">{}</div></div>)",
           css, main.html(), panel.html());
}

Html stack(const std::vector<Html>& parts) {
  return h(R"(<div class="td-stack">{}</div>)", base::join(parts));
}

Html row(const std::vector<Html>& parts, bool between) {
  const std::string_view css = between ? "td-row td-row--between" : "td-row";
  return h(R"(<div class="{}">{}</div>)", css, base::join(parts, " "));
}

Html band(const Label& label, const std::vector<Figure>& figures) {
  const auto cells = each(figures, [](const Figure& f) {
    if (f.href.str().empty()) return h("<p><b>{}</b>{}</p>", f.number, f.words);
    return h(R"(<p><b>{}</b><a class="govuk-link" href="{}">{}</a></p>)", f.number, f.href,
             f.words);
  });
  return h(R"(<section class="td-band" aria-label="{}">{}</section>)", label, cells);
}

}  // namespace ui
