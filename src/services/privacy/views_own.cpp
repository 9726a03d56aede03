// The overview of one's own data, and the two forms by which something is asked.
#include "services/privacy/views_own.hpp"

#include "platform/ui/forms.hpp"
#include "platform/ui/lists.hpp"
#include "platform/ui/panels.hpp"
#include "services/privacy/text_requests.hpp"

namespace privacy::views {
namespace {

using base::Html;
using base::Lang;

std::string t(const base::Text& text, Lang lang) { return std::string(text.in(lang)); }

Html kept(const Own& own) {
  ui::Table table;
  table.caption = t(text::my_data, own.lang);
  table.row_headings = true;
  table.columns = {{t(text::what, own.lang)},
                   {t(text::why_kept, own.lang)},
                   {t(text::how_long, own.lang)},
                   {t(text::how_many, own.lang), true}};
  for (const auto& one : own.kept) {
    table.rows.push_back({one.what.in(own.lang), one.why.in(own.lang), one.how_long.in(own.lang),
                          ui::figures(std::to_string(one.count))});
  }
  return ui::table(table);
}

Html request(const Own& own, const OwnRequest& one) {
  const auto& r = one.request;
  const auto lang = own.lang;
  std::vector<ui::SummaryRow> rows = {{t(text::state, lang), tag_of(r.state, lang)},
                                      {t(text::what, lang), said(r.field, lang)}};
  if (!one.wanted.empty()) rows.push_back({t(text::wanted, lang), one.wanted});
  rows.push_back({t(text::asked, lang), ui::figures(r.asked_at.local().vn())});
  if (r.state == State::waiting) {
    rows.push_back({t(text::due, lang), due_of(r, own.time, own.now, lang)});
  }
  if (!one.answer.empty()) rows.push_back({t(text::answer, lang), one.answer});
  std::vector<Html> parts = {ui::summary_list(lang, rows)};
  if (r.state == State::waiting && own.resident) {
    parts.push_back(ui::form(
        "/tai-khoan/du-lieu/yeu-cau/" + r.id.str() + "/rut", own.marks(),
        ui::button(
            {.label = t(text::withdraw, lang), .kind = ui::ButtonKind::secondary, .small = true})));
  }
  return ui::card(
      {.body = ui::stack(parts), .title = said(r.kind, lang) + " " + r.code, .level = 3});
}

Html requests(const Own& own) {
  std::vector<Html> parts;
  for (const auto& one : own.requests) parts.push_back(request(own, one));
  if (parts.empty()) parts.push_back(ui::paragraph(t(text::no_requests, own.lang)));
  if (own.resident) {
    const auto ask = [&](const base::Text& label, const char* href) {
      return ui::button(
          {.label = t(label, own.lang), .kind = ui::ButtonKind::secondary, .href = href});
    };
    parts.push_back(ui::button_group({ask(text::ask_correction, "/tai-khoan/du-lieu/sua"),
                                      ask(text::ask_erasure, "/tai-khoan/du-lieu/xoa")}));
  }
  return ui::section(t(text::my_requests, own.lang), ui::stack(parts));
}

Html take(const Own& own) {
  std::vector<Html> parts = {ui::paragraph(
      base::fill(text::take_detail, own.lang, {{"times", std::to_string(takes_a_day_max)}}))};
  parts.push_back(ui::form("/tai-khoan/du-lieu/tai-ve", own.marks(),
                           ui::button({.label = t(text::take_button, own.lang),
                                       .kind = ui::ButtonKind::secondary,
                                       .before = "download"})));
  return ui::section(t(text::take, own.lang), ui::stack(parts));
}

Html terms(const Asking& asking) {
  if (!asking.terms) return {};
  const auto& rule = *asking.terms;
  const int days = asking.kind == Kind::erasure ? rule.erasure_days : rule.correction_days;
  auto words = base::fill(text::terms_correction, asking.lang,
                          {{"reply", std::to_string(rule.reply_working_days)},
                           {"days", std::to_string(days)},
                           {"basis", rule.basis}});
  if (!rule.sourced) words += " " + t(text::terms_unsure, asking.lang);
  return ui::paragraph(ui::muted(words));
}

std::string error_of(const Asking& asking, std::string_view control) {
  return asking.error_at == control ? asking.error : "";
}

Html correction_fields(const Asking& asking) {
  const auto lang = asking.lang;
  std::vector<ui::Choosable> fields;
  for (const auto field : correctable()) {
    fields.push_back({std::string(code(field)), said(field, lang)});
  }
  auto out = ui::select(lang,
                        {.name = "field",
                         .label = t(text::which, lang),
                         .error = error_of(asking, "field"),
                         .value = asking.field},
                        fields, t(text::choose, lang));
  out += ui::text_input(lang, {.name = "wanted",
                               .label = t(text::wanted, lang),
                               .hint = t(text::wanted_hint, lang),
                               .error = error_of(asking, "wanted"),
                               .value = asking.wanted});
  return out;
}

Html paper_fields(const Asking& asking) {
  auto out = ui::file_upload(asking.lang,
                             {.name = "paper",
                              .label = t(text::paper, asking.lang),
                              .hint = t(text::paper_hint, asking.lang),
                              .error = error_of(asking, "paper"),
                              .optional = true},
                             {.accept = ".pdf,.png,.jpg,.jpeg"});
  out += ui::checkbox(asking.lang, {.name = "secret",
                                    .label = t(text::secret_box, asking.lang),
                                    .value = asking.secret ? "yes" : ""});
  return out;
}

// What was asked before and has no answer yet.
Html waiting(const Asking& asking) {
  std::vector<Html> parts;
  for (const auto& one : asking.waiting) {
    parts.push_back(ui::note(
        ui::Tone::info, base::fill(text::waits_already, asking.lang,
                                   {{"code", one.code}, {"what", said(one.field, asking.lang)}})));
  }
  parts.push_back(ui::link_list({{t(text::to_requests, asking.lang), "/tai-khoan/du-lieu"}}));
  return ui::stack(parts);
}

// What can be deleted all the same, and where.
Html hindered(const Asking& asking) {
  const auto lang = asking.lang;
  return ui::form_column(ui::stack(
      {ui::note(ui::Tone::warn, asking.hindrance), ui::paragraph(t(text::erasure_alone, lang)),
       ui::link_list({{t(text::to_drafts, lang), "/ho-so"},
                      {t(text::to_address, lang), "/tai-khoan/tin-nhan"}})}));
}

}  // namespace

Html own(const Own& own) {
  std::vector<Html> parts;
  if (!own.error.empty()) parts.push_back(ui::note(ui::Tone::bad, own.error));
  if (!own.notice.empty()) parts.push_back(ui::note(ui::Tone::ok, own.notice));
  parts.push_back(ui::paragraph(t(text::my_data_detail, own.lang)));
  parts.push_back(kept(own));
  std::vector<ui::Link> links = {{t(text::who_saw_link, own.lang), "/tai-khoan/du-lieu/ai-da-xem"}};
  if (own.resident) {
    links.push_back({t(text::consents_link, own.lang), "/tai-khoan/du-lieu/dong-y"});
  }
  parts.push_back(ui::link_list(links));
  if (own.resident) {
    parts.push_back(take(own));
    parts.push_back(requests(own));
  }
  return ui::stack(parts);
}

Html asking(const Asking& asking) {
  const auto lang = asking.lang;
  const bool erases = asking.kind == Kind::erasure;
  if (!asking.hindrance.empty()) return hindered(asking);
  if (erases && !asking.waiting.empty()) return ui::form_column(waiting(asking));
  std::vector<Html> parts;
  if (!asking.waiting.empty()) parts.push_back(waiting(asking));
  if (!asking.error.empty()) {
    parts.push_back(ui::error_summary(lang, {{asking.error, "#" + asking.error_at}}));
  }
  if (erases) {
    parts.push_back(ui::note(ui::Tone::warn, t(text::erasure_warning, lang)));
    parts.push_back(ui::paragraph(t(text::erasure_alone, lang)));
  } else {
    parts.push_back(ui::paragraph(t(text::from_provider, lang)));
  }
  parts.push_back(terms(asking));
  auto fields = erases ? Html() : correction_fields(asking);
  fields += ui::textarea(lang,
                         {.name = "words",
                          .label = t(erases ? text::erasure_words : text::correction_words, lang),
                          .error = error_of(asking, "words"),
                          .value = asking.words},
                         5, 1'000);
  if (!erases) fields += paper_fields(asking);
  fields += ui::button({.label = t(text::send, lang)});
  parts.push_back(ui::form(erases ? "/tai-khoan/du-lieu/xoa" : "/tai-khoan/du-lieu/sua",
                           asking.marks, fields, !erases));
  return ui::form_column(ui::stack(parts));
}

}  // namespace privacy::views
