// Draws the standing of background work, its dead letters, and one of them.
#include "services/administration/views_jobs.hpp"

#include <fmt/format.h>

#include "base/json.hpp"
#include "platform/ui/forms.hpp"
#include "platform/ui/lists.hpp"
#include "platform/ui/panels.hpp"
#include "platform/ui/worklist.hpp"
#include "services/administration/text.hpp"
#include "services/administration/text_jobs.hpp"

namespace administration::views {
namespace {

using base::Html;
using base::Lang;

constexpr const char* address = "/quan-tri/viec-nen";

std::string t(const base::Text& text, Lang lang) { return std::string(text.in(lang)); }

std::string called(std::string_view kind, Lang lang) {
  if (kind == "calendar.carry_on") return t(text::kind_carry_on, lang);
  if (kind == "units.move_on") return t(text::kind_move_on, lang);
  if (kind == "messages.letter") return t(text::kind_letter, lang);
  if (kind == "privacy.remove_files") return t(text::kind_remove_files, lang);
  if (kind == "one_stop.remind") return t(text::kind_remind, lang);
  if (kind == "one_stop.sweep_drafts") return t(text::kind_sweep, lang);
  if (kind == "journal.verify") return t(text::kind_verify, lang);
  if (kind == "journal.letters") return t(text::kind_seal_letters, lang);
  if (kind == "journal.letter") return t(text::kind_seal_letter, lang);
  if (kind == "incidents.remind") return t(text::kind_incident, lang);
  if (kind == "jobs.resend_all") return t(text::kind_resend, lang);
  return std::string(kind);
}

std::string address_of(const jobs::Job& job) { return fmt::format("{}/{}", address, job.id.str()); }

std::string day_and_time(base::Instant at) { return at.local().vn(); }

ui::Table table_of(Lang lang, const base::Text& caption,
                   std::initializer_list<const base::Text*> headings) {
  ui::Table table;
  table.caption = t(caption, lang);
  table.row_headings = true;
  for (const auto* heading : headings) table.columns.push_back({t(*heading, lang)});
  return table;
}

Html strip(Lang lang, const JobList& list) {
  std::int64_t waiting = 0, running = 0, dead = 0;
  for (const auto& one : list.standing) {
    waiting += one.waiting;
    running += one.running;
    dead += one.dead;
  }
  const auto count = [](std::int64_t number) { return std::to_string(number); };
  return ui::summary_strip({{count(waiting), t(text::jobs_waiting, lang), "#theo-loai"},
                            {count(running), t(text::jobs_running, lang), "#theo-loai"},
                            {count(dead), t(text::jobs_dead, lang), "#khong-lam-duoc",
                             dead > 0 ? ui::Tone::bad : ui::Tone::idle}});
}

Html standing(Lang lang, const JobList& list) {
  if (list.standing.empty()) {
    return ui::empty_state({.icon = "circle-check",
                            .title = t(text::jobs_none, lang),
                            .detail = t(text::jobs_none_detail, lang),
                            .level = 3});
  }
  auto table = table_of(lang, text::jobs_standing,
                        {&text::job_kind, &text::jobs_waiting, &text::jobs_running,
                         &text::jobs_dead, &text::jobs_since});
  for (std::size_t i = 1; i < 4; ++i) table.columns[i].number = true;
  for (const auto& one : list.standing) {
    table.rows.push_back({called(one.kind, lang), std::to_string(one.waiting),
                          std::to_string(one.running), std::to_string(one.dead),
                          one.oldest ? ui::figures(day_and_time(*one.oldest)) : Html()});
  }
  return ui::table(table);
}

Html turns(Lang lang, const JobList& list) {
  if (list.turns.empty()) return {};
  auto table = table_of(lang, text::jobs_turns, {&text::job_kind, &text::jobs_next});
  for (const auto& turn : list.turns) {
    table.rows.push_back({called(turn.kind, lang), ui::figures(day_and_time(turn.next))});
  }
  return ui::section(t(text::jobs_turns, lang), ui::table(table));
}

Html filters(Lang lang, const JobList& list) {
  std::vector<ui::Choosable> kinds = {{"", t(text::any_job_kind, lang)}};
  for (const auto& one : list.standing) {
    if (one.dead > 0 || one.kind == list.kind) kinds.push_back({one.kind, called(one.kind, lang)});
  }
  return ui::filters(lang, t(text::filter_jobs, lang), address,
                     {{.name = "loai",
                       .label = t(text::job_kind, lang),
                       .value = list.kind,
                       .choices = std::move(kinds)}});
}

Html resend_all(Lang lang, const JobList& list) {
  auto hidden = list.marks();
  hidden += ui::hidden("loai", list.kind);
  hidden += ui::hidden("luc", std::to_string(list.now.us));
  const auto& words = list.kind.empty() ? text::resend_all : text::resend_all_of;
  return ui::form(address, hidden,
                  ui::button({.label = t(words, lang), .kind = ui::ButtonKind::secondary}));
}

Html dead(Lang lang, const JobList& list) {
  if (list.dead.empty()) {
    return ui::empty_state({.icon = "circle-check",
                            .title = t(text::dead_none, lang),
                            .detail = t(text::dead_none_detail, lang),
                            .level = 3});
  }
  auto table = table_of(lang, text::dead_letters,
                        {&text::dead_number, &text::job_kind, &text::dead_reason,
                         &text::dead_attempts, &text::dead_at});
  table.columns[3].number = true;
  for (const auto& job : list.dead) {
    table.rows.push_back({ui::link({job.id.str(), address_of(job)}), called(job.kind, lang),
                          job.trouble, std::to_string(job.attempts),
                          ui::figures(day_and_time(*job.dead_at))});
  }
  auto out = ui::table(table);
  out += ui::pager(lang, list.page, list.pages,
                   fmt::format("{}?loai={}&trang=", address, base::url_encoded(list.kind)));
  out += resend_all(lang, list);
  return out;
}

ui::OfficerPage below(Lang lang, const base::Text& heading) {
  ui::OfficerPage page;
  page.crumbs = {{t(text::administration, lang), "/quan-tri"}, {t(text::jobs, lang), address}};
  page.heading = t(heading, lang);
  return page;
}

std::vector<ui::SummaryRow> rows_of(Lang lang, const jobs::Job& job) {
  std::vector<ui::SummaryRow> rows = {
      {t(text::dead_number, lang), ui::figures(job.id.str())},
      {t(text::job_kind, lang), called(job.kind, lang)},
      {t(text::dead_code, lang), job.kind},
      {t(text::dead_reason, lang), job.trouble},
      {t(text::dead_attempts, lang), ui::figures(std::to_string(job.attempts))},
      {t(text::dead_made, lang), ui::figures(day_and_time(job.made_at))}};
  if (job.dead_at)
    rows.push_back({t(text::dead_at, lang), ui::figures(day_and_time(*job.dead_at))});
  rows.push_back({t(text::dead_about, lang), base::json::canonical(job.facts)});
  return rows;
}

}  // namespace

ui::OfficerPage jobs(Lang lang, const JobList& list) {
  ui::OfficerPage page;
  page.crumbs = {{t(text::administration, lang), "/quan-tri"}};
  page.heading = t(text::jobs, lang);
  page.sub = t(text::jobs_sub, lang);
  std::vector<Html> parts;
  if (!list.error.empty()) parts.push_back(ui::error_summary(lang, {{list.error, "#main"}}));
  if (!list.notice.empty()) parts.push_back(ui::note(ui::Tone::ok, list.notice));
  parts.push_back(strip(lang, list));
  parts.push_back(base::h("<div id=\"theo-loai\">{}</div>\n",
                          ui::section(t(text::jobs_standing, lang), standing(lang, list))));
  const auto letters = ui::stack({filters(lang, list), dead(lang, list)});
  parts.push_back(base::h("<div id=\"khong-lam-duoc\">{}</div>\n",
                          ui::section(t(text::dead_letters, lang), letters)));
  parts.push_back(turns(lang, list));
  page.main = ui::stack(parts);
  return page;
}

ui::OfficerPage job(Lang lang, const OneJob& one) {
  auto page = below(lang, text::dead_letters);
  std::vector<Html> parts;
  if (!one.error.empty()) parts.push_back(ui::error_summary(lang, {{one.error, "#main"}}));
  parts.push_back(ui::summary_list(lang, rows_of(lang, one.job)));
  if (one.job.dead_at) {
    parts.push_back(ui::paragraph(t(text::resend_detail, lang)));
    auto buttons = ui::button_group({ui::button({.label = t(text::resend, lang)}),
                                     ui::link({t(text::drop, lang), address_of(one.job) + "/bo"})});
    parts.push_back(ui::form(address_of(one.job), one.marks(), buttons));
  }
  page.main = ui::stack(parts);
  return page;
}

ui::OfficerPage drop_job(Lang lang, const OneJob& one) {
  auto page = below(lang, text::drop_heading);
  auto buttons =
      ui::button_group({ui::button({.label = t(text::drop, lang), .kind = ui::ButtonKind::warning}),
                        ui::link({t(text::drop_back, lang), address_of(one.job)})});
  page.main = ui::stack({ui::paragraph(t(text::drop_detail, lang)),
                         ui::summary_list(lang, rows_of(lang, one.job)),
                         ui::form(address_of(one.job) + "/bo", one.marks(), buttons)});
  return page;
}

}  // namespace administration::views
