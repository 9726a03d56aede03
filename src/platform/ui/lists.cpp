// Draws lists of things.
#include "platform/ui/lists.hpp"

#include "platform/ui/markup.hpp"
#include "platform/ui/parts.hpp"
#include "platform/ui/text.hpp"

namespace ui {

using base::h;
using base::Lang;

Html summary_list(Lang lang, const std::vector<SummaryRow>& rows, bool borderless) {
  bool some_change = false;
  for (const auto& row : rows) some_change |= !row.change.str().empty();
  const auto drawn = each(rows, [&](const SummaryRow& row) {
    Html action;
    if (!row.change.str().empty()) {
      action = h(R"(<dd class="govuk-summary-list__actions"><a class="govuk-link" href="{}">{})"
                 R"(<span class="govuk-visually-hidden"> {}</span></a></dd>)",
                 row.change, text::change.in(lang), row.key);
    }
    const auto* css = some_change && action.empty()
                          ? "govuk-summary-list__row govuk-summary-list__row--no-actions"
                          : "govuk-summary-list__row";
    return h(R"(<div class="{}"><dt class="govuk-summary-list__key">{}</dt>)"
             R"(<dd class="govuk-summary-list__value">{}</dd>{}</div>)",
             css, row.key, row.value.html(), action);
  });
  return h("<dl class=\"{}\">{}</dl>\n",
           borderless ? "govuk-summary-list govuk-summary-list--no-border" : "govuk-summary-list",
           drawn);
}

Html facts(const Label& label, const std::vector<Fact>& facts) {
  const auto rows = each(facts, [](const Fact& f) {
    return h("<div>{}<dt>{}</dt><dd>{}</dd></div>", icon(f.icon), f.term, f.value.html());
  });
  return h(R"(<aside class="td-card td-card--tint" aria-label="{}">)"
           R"(<dl class="td-facts">{}</dl></aside>)",
           label, rows);
}

Html data_list(const std::vector<Pair>& pairs) {
  const auto rows = each(pairs, [](const Pair& p) {
    return h("<div{}><dt>{}</dt><dd>{}</dd></div>", attribute("class", p.wide ? "full" : ""),
             p.term, p.value.html());
  });
  return h(R"(<dl class="td-dl">{}</dl>)", rows);
}

Html papers(const std::vector<Paper>& papers) {
  const auto rows = each(papers, [](const Paper& p) {
    Html detail;
    if (!p.detail.empty()) detail = h(R"(<p class="td-muted">{}</p>)", p.detail.html());
    return h("<li>{}<div><p><b>{}</b></p>{}</div><span>{}</span></li>", icon(p.icon), p.title,
             detail, p.beside);
  });
  return h(R"(<ul class="td-docs">{}</ul>)", rows);
}

Html stages(const std::vector<Stage>& stages) {
  const auto rows = each(stages, [](const Stage& s) {
    Html detail;
    if (!s.detail.empty()) detail = h(R"(<p class="td-muted">{}</p>)", s.detail.html());
    return h("<li><b>{}</b>{}</li>", s.title, detail);
  });
  return h(R"(<ol class="td-flow">{}</ol>)", rows);
}

Html timeline(const std::vector<Moment>& moments, bool tight) {
  static constexpr std::string_view css[] = {"is-done", "is-now", "is-todo"};
  const auto rows = each(moments, [](const Moment& m) {
    Html more;
    if (!m.time.empty()) more += h("<time>{}</time>", m.time);
    if (!m.detail.empty()) more += h("<p>{}</p>", m.detail.html());
    return h(R"(<li class="{}"{}><b>{}</b>{}</li>)", css[int(m.progress)],
             attribute("aria-current", m.progress == Progress::now ? "step" : ""), m.title, more);
  });
  return h("<ol class=\"{}\">{}</ol>\n", tight ? "td-timeline td-timeline--tight" : "td-timeline",
           rows);
}

Html log(const std::vector<LogEntry>& entries) {
  const auto rows = each(entries, [](const LogEntry& e) {
    return h(R"(<li><time>{}</time><span class="td-avatar" aria-hidden="true">{}</span>)"
             "<p>{}</p></li>",
             e.time, initials(e.who), e.what.html());
  });
  return h("<ol class=\"td-log\">{}</ol>\n", rows);
}

Html files(const std::vector<FileRow>& files) {
  const auto rows = each(files, [](const FileRow& f) {
    Html detail;
    if (!f.detail.empty()) detail = h(R"(<p class="sub">{}</p>)", f.detail.html());
    return h(R"(<li><span class="td-file-ic" aria-hidden="true">{}</span>)"
             "<div><p>{}</p>{}</div><span>{}</span></li>",
             f.kind, link(f.file), detail, f.beside);
  });
  return h("<ul class=\"td-files\">{}</ul>\n", rows);
}

Html task_list(std::string_view id, const std::vector<Task>& tasks) {
  Html rows;
  int n = 0;
  for (const auto& task : tasks) {
    const auto status_id = std::string(id) + "-" + std::to_string(++n) + "-status";
    Html hint;
    if (!task.hint.empty()) hint = h(R"(<div class="govuk-task-list__hint">{}</div>)", task.hint);
    rows +=
        h(R"(<li class="govuk-task-list__item govuk-task-list__item--with-link">)"
          R"(<div class="govuk-task-list__name-and-hint">)"
          R"(<a class="govuk-link govuk-task-list__link" href="{}" aria-describedby="{}">{}</a>)"
          R"({}</div><div class="govuk-task-list__status" id="{}">{}</div></li>)",
          task.form.href, status_id, task.form.label, hint, status_id, task.status.html());
  }
  return h("<ul class=\"govuk-task-list\">{}</ul>\n", rows);
}

Html signatures(const std::vector<SignatureRow>& rows) {
  static constexpr std::string_view css[] = {"ok", "bad", "now", "idle"};
  static constexpr Icon icons[] = {"shield-check", "shield-x", "pen-line", "stamp"};
  const auto drawn = each(rows, [](const SignatureRow& r) {
    Html more;
    for (const auto& line : {r.detail, r.verdict}) {
      if (!line.empty()) more += h(R"(<p class="sub">{}</p>)", line);
    }
    return h(R"(<li><span class="{}">{}</span><div><p><b>{}</b></p>{}</div></li>)",
             css[int(r.state)], icon(icons[int(r.state)]), r.title, more);
  });
  return h("<ul class=\"td-sigs\">{}</ul>\n", drawn);
}

}  // namespace ui
