// Draws the worklist.
#include "platform/ui/worklist.hpp"

#include "platform/ui/markup.hpp"
#include "platform/ui/text.hpp"

namespace ui {

using base::h;
using base::Lang;

namespace {

Html filter_field(const Filter& f) {
  const std::string id = "filter-" + std::string(std::string_view(f.name));
  Html control;
  if (f.choices.empty()) {
    control = h(R"(<input class="govuk-input" id="{}" name="{}"{}>)", id, f.name,
                attribute("value", f.value));
  } else {
    const auto options = each(f.choices, [&](const Choosable& c) {
      const bool on = std::string_view(c.value) == std::string_view(f.value);
      return h(R"(<option value="{}"{}>{}</option>)", c.value, flag(on, "selected"), c.label);
    });
    control =
        h(R"(<select class="govuk-select" id="{}" name="{}">{}</select>)", id, f.name, options);
  }
  return h(R"(<div class="{}"><label for="{}">{}</label>{}</div>)",
           f.wide ? "td-field td-field--wide" : "td-field", id, f.label, control);
}

std::string row_class(const WorkRow& row) {
  std::string css;
  if (row.due == Due::late) css += "is-late ";
  if (row.due == Due::soon) css += "is-soon ";
  if (row.fresh) css += "is-new ";
  if (row.picked) css += "is-sel ";
  if (!css.empty()) css.pop_back();
  return css;
}

Html small_line(const Label& words) {
  return words.empty() ? Html() : h(R"(<span class="sub">{}</span>)", words);
}

Html pick_cell(Lang lang, const WorkRow& row, const Label& name) {
  return h(R"(<td role="cell" class="at-pick"><label class="td-hit">)"
           R"(<span class="govuk-visually-hidden">{}</span>)"
           R"(<input class="td-check" type="checkbox" name="{}" value="{}"{}></label></td>)",
           base::fill(text::pick_one, lang, {{"code", std::string(std::string_view(row.code))}}),
           name, row.code, flag(row.picked, "checked"));
}

Html row_cells(const WorkRow& row) {
  Html due;
  if (!row.due_words.empty()) due = due_badge(row.due, row.due_words, row.due_date);
  return h(R"(<td role="cell" class="at-code"><a class="govuk-link code" href="{}">{}</a>{}</td>)"
           R"(<td role="cell" class="at-who"><span class="who">{}</span>{}</td>)"
           R"(<td role="cell" class="at-what"><span>{}</span>{}</td>)"
           R"(<td role="cell" class="at-state">{}</td><td role="cell" class="at-due">{}</td>)",
           row.href, row.code, small_line(row.mark), row.who, small_line(row.who_detail), row.what,
           small_line(row.step), row.state, due);
}

Html head_row(Lang lang, const Worklist& list, bool picks) {
  Html out;
  if (picks) {
    out += h(
        R"(<th role="columnheader" scope="col"><span class="govuk-visually-hidden">{}</span></th>)",
        text::pick.in(lang));
  }
  const auto& words = list.headings;
  for (const auto& one : {words.code, words.who, words.what, words.state})
    out += h(R"(<th role="columnheader" scope="col">{}</th>)", one);
  out += h(R"(<th role="columnheader" scope="col"{}>{}{}</th>)",
           attribute("aria-sort", list.by_due ? "ascending" : ""), words.due,
           list.by_due ? icon("arrow-up") : Html());
  return out;
}

// What the keys do, and the switch; islands/keys.ts shows what is true.
Html key_hint(Lang lang, bool picks) {
  const auto pick = picks ? h("<kbd>{}</kbd> {} ", "X", text::keys_pick.in(lang)) : Html();
  return h(R"(<span class="td-keys td-muted td-small"><span data-keys="on" hidden>{} )"
           R"(<kbd>{}</kbd> <kbd>{}</kbd> {} {}<kbd>{}</kbd> {} </span>)"
           R"(<button type="button" class="td-plain" data-keys="on" data-keys-switch hidden>{})"
           R"(</button><button type="button" class="td-plain" data-keys="off" data-keys-switch
 hidden>{}</button></span>)",
           text::keys.in(lang), "J", "K", text::keys_move.in(lang), pick, "Enter",
           text::keys_open.in(lang), text::keys_off.in(lang), text::keys_on.in(lang));
}

Html work_table(Lang lang, const Worklist& list, bool picks) {
  const auto rows = each(list.rows, [&](const WorkRow& row) {
    auto cells = picks ? pick_cell(lang, row, list.bulk.name) : Html();
    cells += row_cells(row);
    return h("<tr role=\"row\"{}>{}</tr>\n", attribute("class", row_class(row)), cells);
  });
  return h(R"(<div class="td-scroll" tabindex="0" role="region" aria-label="{}">
<table class="{}" role="table"><caption class="govuk-visually-hidden">{}</caption>
<thead role="rowgroup"><tr role="row">{}</tr></thead><tbody role="rowgroup" data-rows>
{}</tbody></table></div>
)",
           text::table_region.in(lang),
           picks ? "td-table td-work" : "td-table td-work td-work--plain", list.caption,
           head_row(lang, list, picks), rows);
}

}  // namespace

Html summary_strip(const std::vector<Count>& counts) {
  const auto items = each(counts, [](const Count& c) {
    const auto* css = c.tone == Tone::bad ? "is-bad" : c.tone == Tone::warn ? "is-warn" : "";
    return h(R"(<li{}><a href="{}"{}><b>{}</b><span>{}</span></a></li>)", attribute("class", css),
             c.href, attribute("aria-current", c.current ? "true" : ""), c.number, c.words);
  });
  return h("<ul class=\"td-summary-strip\">{}</ul>\n", items);
}

Html filters(Lang lang, const Label& label, const Url& action, const std::vector<Filter>& fields) {
  return h(R"(<form class="td-filters" role="search" aria-label="{}" action="{}">{})"
           R"(<button class="govuk-button govuk-button--secondary">{}</button></form>
)",
           label, action, each(fields, filter_field), text::filter.in(lang));
}

Html chips(const Label& label, const std::vector<Link>& views) {
  if (views.empty()) return {};
  const auto items = each(views, [](const Link& to) {
    return h(R"(<li><a href="{}">{}</a></li>)", to.href, to.label);
  });
  return h("<ul class=\"td-chips\"><li class=\"td-muted\">{}</li>{}</ul>\n", label, items);
}

Html worklist(Lang lang, const Worklist& list) {
  const bool picks = !list.bulk.buttons.empty();
  const auto keys = key_hint(lang, picks);
  Html inside;
  if (picks) inside = h(R"(<div class="td-list__bulk">{}{}</div>)", list.bulk.buttons, keys);
  inside += work_table(lang, list, picks);
  inside += h(R"(<div class="td-list__foot"><span>{}</span>{}{}</div>)", list.range,
              picks ? Html() : keys, list.pager);
  if (!picks) return h("<div class=\"td-list\">{}</div>\n", inside);
  return h("<form class=\"td-list\" method=\"post\" action=\"{}\">{}{}</form>\n", list.bulk.action,
           list.bulk.hidden_fields, inside);
}

}  // namespace ui
