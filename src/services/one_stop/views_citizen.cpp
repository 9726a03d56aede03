// A resident's list of dossiers, the page of one, and the public look-up.
#include "services/one_stop/views_citizen.hpp"

#include "platform/ui/forms.hpp"
#include "platform/ui/panels.hpp"
#include "platform/ui/qr.hpp"
#include "services/one_stop/text.hpp"
#include "services/one_stop/text_keeping.hpp"

namespace one_stop::views {
namespace {

using base::fill;
using base::h;
using base::Html;
using base::Lang;
using base::Text;

std::string t(const Text& text, Lang lang) { return std::string(text.in(lang)); }

std::string due_text(const Dossier& d, Lang lang) {
  return d.due_at ? d.due_at->local().date.vn() : t(text::due_unknown, lang);
}

// When it came, when it is due, and how long that is from now or when the result was there.
std::vector<ui::Pair> facts(const Dossier& d, const calendar::WorkingTime& time, base::Instant now,
                            Lang lang) {
  std::vector<ui::Pair> out = {{t(text::submitted_on, lang), d.submitted_at.local().date.vn()},
                               {t(text::due_on, lang), due_text(d, lang)}};
  if (d.resolved_at) {
    out.push_back({t(text::resolved_on, lang), d.resolved_at->local().date.vn()});
  } else if (!is_final(d.state)) {
    out.push_back({t(text::left, lang), time_left(d, time, now, lang)});
  }
  return out;
}

// One sentence: what the resident has to do now, or that there is nothing to do.
std::string advice(const Following& f, Lang lang) {
  const auto& d = f.story.dossier;
  if (d.state == State::refused) return fill(text::refused_because, lang, {{"reason", d.reason}});
  if (d.state == State::payment_requested && f.order) {
    return fill(text::please_pay, lang,
                {{"unit", f.story.unit.in(lang)}, {"amount", f.order->total.str()}});
  }
  return t(f.has_result ? text::result_ready : text::nothing_to_do, lang);
}

std::string headline(const Following& f, Lang lang) {
  const auto& open = f.story.open;
  if (!open) return t(text::of(f.story.dossier.state), lang);
  return fill(text::at_unit, lang,
              {{"step", open->step.in(lang)}, {"unit", f.story.unit.in(lang)}});
}

Html status(const Following& f, Lang lang) {
  const auto& d = f.story.dossier;
  return ui::status_panel({.label = t(text::state_now, lang),
                           .tag = state_tag(d.state, lang),
                           .title = headline(f, lang),
                           .detail = advice(f, lang),
                           .facts = facts(d, f.time, f.now, lang)});
}

Html done(const Following& f, Lang lang) {
  const auto& d = f.story.dossier;
  return ui::done_panel(
      t(text::submitted_title, lang),
      h(R"(<p>{}<br><b class="td-num">{}</b></p><p>{}</p>)", t(text::submitted_code, lang), d.code,
        fill(text::submitted_next, lang,
             {{"unit", f.story.unit.in(lang)}, {"time", f.answer_by.local().vn()}})),
      2);
}

std::vector<ui::Link> papers(const Following& f, Lang lang) {
  const auto& d = f.story.dossier;
  const auto at = [&](const char* name) { return "/ho-so/" + d.code + "/" + name; };
  std::vector<ui::Link> links;
  if (f.has_result) links.push_back({t(text::get_result, lang), at("ket-qua.pdf")});
  if (d.state == State::refused)
    links.push_back({t(text::get_refusal, lang), at("phieu-tu-choi.pdf")});
  else if (d.accepted_at)
    links.push_back({t(text::get_slip, lang), at("giay-tiep-nhan.pdf")});
  if (f.order && f.order->state == payments::State::paid) {
    links.push_back({t(text::get_payment, lang), at("xac-nhan-thu-tien.pdf")});
  }
  links.push_back({t(text::get_proof, lang), at("chung-cu")});
  return links;
}

Html secret(const Following& f, Lang lang) {
  const auto detail = ui::paragraph(t(text::lookup_code_detail, lang));
  if (f.secret.empty()) return h("{}{}", detail, ui::paragraph(t(text::secret_to_come, lang)));
  return h(R"({}<p>{} <b class="td-num">{}</b></p>)", detail, t(text::lookup_secret, lang),
           f.secret);
}

Html aside(const ui::Frame& frame, const Following& f) {
  const auto lang = frame.lang;
  std::vector<Html> cards = {
      ui::card({.body = ui::link_list(papers(f, lang)), .title = t(text::what_you_can_do, lang)}),
      ui::card({.body = ui::qr_small(ui::qr_svg(f.lookup_url), t(text::lookup_code, lang),
                                     secret(f, lang)),
                .title = t(text::lookup_code, lang),
                .tint = true})};
  if (!frame.city.hotline.empty()) {
    cards.push_back(
        ui::card({.body = ui::paragraph(fill(text::call, lang, {{"number", frame.city.hotline}})),
                  .title = t(text::questions, lang),
                  .tint = true}));
  }
  return ui::stack(cards);
}

Html row(const List::Row& one, const List& list, Lang lang) {
  const auto& d = one.dossier;
  return h(
      R"(<li>{}<div><p><a class="govuk-link" href="{}"><b>{}</b></a></p>)"
      R"(<p class="td-muted"><span class="td-num">{}</span>, {}</p></div><span>{} {}</span></li>)",
      ui::icon("folder-open"), base::Url("/ho-so/" + d.code), one.title.in(lang), d.code,
      d.submitted_at.local().date.vn(), state_tag(d.state, lang),
      time_left(d, list.time, list.now, lang));
}

Html draft_row(const List::Draft& one, const Html& marks, Lang lang) {
  const auto id = one.draft.id.str();
  const auto kept = fill(text::draft_kept, lang,
                         {{"time", one.draft.updated_at.local().vn()},
                          {"date", one.draft.expires_at.local().date.vn()}});
  const auto buttons =
      ui::row({ui::button({.label = t(text::go_on, lang),
                           .href = "/to-khai/" + id + "/" + std::to_string(one.draft.reached + 1),
                           .small = true}),
               ui::form("/to-khai/" + id + "/xoa", marks,
                        ui::button({.label = t(text::drop_draft, lang),
                                    .kind = ui::ButtonKind::secondary,
                                    .small = true}))});
  return h(R"(<li>{}<div><p><b>{}</b></p><p class="td-muted">{}</p></div><span>{}</span></li>)",
           ui::icon("pen-line"), one.title.in(lang), kept, buttons);
}

}  // namespace

ui::Tone tone(State state) {
  switch (state) {
    case State::submitted:
    case State::accepted:
    case State::in_progress:
      return ui::Tone::info;
    case State::supplement_requested:
    case State::payment_requested:
      return ui::Tone::warn;
    case State::resolved:
    case State::returned:
      return ui::Tone::ok;
    case State::refused:
      return ui::Tone::bad;
    default:
      return ui::Tone::idle;
  }
}

Html state_tag(State state, Lang lang) { return ui::tag(tone(state), t(text::of(state), lang)); }

Html time_left(const Dossier& d, const calendar::WorkingTime& time, base::Instant now, Lang lang) {
  if (is_final(d.state) || d.resolved_at) return {};
  return calendar::time_left(time, now, d.due_at, lang).badge();
}

Html following(const ui::Frame& frame, const Following& f) {
  const auto lang = frame.lang;
  const auto& d = f.story.dossier;
  const auto main = h(R"({}<p class="td-muted">{}</p>{}{}{}{})", f.fresh ? done(f, lang) : Html(),
                      ui::figures(fill(text::dossier, lang, {{"code", d.code}})),
                      ui::heading(1, "govuk-heading-l", f.title.in(lang)), status(f, lang),
                      ui::heading(2, "govuk-heading-m", t(text::progress, lang)),
                      ui::timeline(timeline(f.story, lang)));
  return ui::citizen_page(
      frame, {.crumbs = {{t(text::home, lang), "/"}, {t(text::my_dossiers, lang), "/ho-so"}},
              .main = ui::two_columns(main, aside(frame, f))});
}

Html list(const ui::Frame& frame, const List& list) {
  const auto lang = frame.lang;
  Html drafts, rows;
  for (const auto& one : list.drafts) drafts += draft_row(one, list.marks, lang);
  for (const auto& one : list.dossiers) rows += row(one, list, lang);
  if (!drafts.empty()) {
    const auto reminder = ui::link({t(text::remind_me, lang), "/tai-khoan/du-lieu/dong-y"});
    drafts = ui::section(t(text::drafts, lang),
                         h(R"(<ul class="td-docs">{}</ul>{})", drafts, ui::paragraph(reminder)));
  }
  const auto submitted =
      rows.empty() ? ui::empty_state({.icon = "folder-open",
                                      .title = t(text::no_dossiers, lang),
                                      .detail = t(text::no_dossiers_detail, lang),
                                      .next = {t(text::find_procedure, lang), "/thu-tuc"}})
                   : ui::section(t(text::submitted_dossiers, lang),
                                 h(R"(<ul class="td-docs">{}</ul>)", rows));
  return ui::citizen_page(
      frame, {.crumbs = {{t(text::home, lang), "/"}},
              .main = h("{}{}{}", ui::heading(1, "govuk-heading-l", t(text::my_dossiers, lang)),
                        drafts, submitted)});
}

Html no_paper(const ui::Frame& frame, const std::string& why) {
  const auto lang = frame.lang;
  return ui::citizen_page(
      frame, {.crumbs = {{t(text::home, lang), "/"}},
              .main = h("{}{}{}", ui::heading(1, "govuk-heading-l", t(text::no_paper, lang)),
                        ui::lead(t(text::no_paper_detail, lang)), ui::paragraph(why))});
}

namespace {

// The same for a code that is not there and a secret that is not its.
std::string wrong(const Lookup& l, Lang lang) {
  if (l.found || l.secret.empty()) return "";
  return t(l.too_many ? text::lookup_too_many : text::lookup_none, lang);
}

}  // namespace

Html lookup(const ui::Frame& frame, const Lookup& l) {
  const auto lang = frame.lang;
  const auto field = ui::text_input(
      lang,
      {.name = "ma",
       .label = t(text::submitted_code, lang),
       .hint = t(text::lookup_hint, lang),
       .error = wrong(l, lang),
       .value = l.typed},
      {.autocomplete = "off", .figures = true, .length_max = 60, .spellcheck = false});
  const auto secret = ui::text_input(
      lang,
      {.name = "bi-mat",
       .label = t(text::lookup_secret, lang),
       .hint = t(text::secret_hint, lang),
       .value = l.secret},
      {.autocomplete = "off", .figures = true, .length_max = 40, .spellcheck = false});
  const auto form = h(R"(<form action="/tra-cuu" role="search">{}{}{}</form>)", field, secret,
                      ui::button({.label = t(text::lookup_submit, lang)}));
  Html found;
  if (l.found) {
    const auto& d = *l.found;
    found = ui::status_panel({.label = fill(text::lookup_found, lang, {{"code", d.code}}),
                              .tag = state_tag(d.state, lang),
                              .title = l.title.in(lang),
                              .detail = h("{}. {}", l.unit.in(lang), t(text::lookup_more, lang)),
                              .facts = facts(d, l.time, l.now, lang)});
  }
  return ui::citizen_page(
      frame,
      {.crumbs = {{t(text::home, lang), "/"}},
       .main = ui::form_column(
           h("{}{}{}", ui::heading(1, "govuk-heading-l", t(text::lookup, lang)), form, found))});
}

}  // namespace one_stop::views
