// Draws the list, its file, and one incident with its worklist.
#include "services/incidents/views.hpp"

#include "base/csv.hpp"
#include "base/money.hpp"
#include "platform/ui/forms.hpp"
#include "platform/ui/lists.hpp"
#include "platform/ui/panels.hpp"
#include "platform/ui/worklist.hpp"
#include "services/incidents/text.hpp"

namespace incidents::views {
namespace {

using base::fill;
using base::Html;
using base::Lang;
using base::Text;

constexpr const char* here = "/quan-tri/su-co";

std::string t(const Text& text, Lang lang) { return std::string(text.in(lang)); }

struct StateWords {
  State state;
  const char* code;
  const Text& words;
  ui::Tone tone;
};
const StateWords states[] = {{State::open, "dang-xu-ly", text::is_open, ui::Tone::info},
                             {State::late, "qua-han", text::is_late, ui::Tone::bad},
                             {State::told, "da-thong-bao", text::is_told, ui::Tone::ok},
                             {State::closed, "da-dong", text::is_closed, ui::Tone::idle}};

const StateWords& words_of(State state) { return states[std::size_t(state)]; }

std::string moment(base::Instant at) { return at.local().vn(); }

std::string whole_hours(std::int64_t us) { return std::to_string(us / base::hour_us); }

std::string time_left(const Todo& todo, base::Instant now, Lang lang) {
  const auto left = *todo.due - now;
  if (left >= base::hour_us) return fill(text::hours_left, lang, {{"hours", whole_hours(left)}});
  if (left >= 0) {
    return fill(text::minutes_left, lang, {{"minutes", std::to_string(left / base::minute_us)}});
  }
  if (-left < base::hour_us) return t(text::under_hour_over, lang);
  return fill(text::hours_over, lang, {{"hours", whole_hours(-left)}});
}

// `date`: with the badge where there is no column for it.
Html standing(const Todo& todo, base::Instant now, Lang lang, const std::string& date = "") {
  const auto badge = [&](ui::Due due) {
    return ui::due_badge(due, time_left(todo, now, lang), date);
  };
  switch (todo.standing) {
    case Standing::done:
      return ui::tag(ui::Tone::ok, t(todo.due ? text::done_in_time : text::done_plain, lang));
    case Standing::done_late:
      return ui::tag(ui::Tone::bad, t(text::done_late, lang));
    case Standing::open:
      break;
    case Standing::soon:
      return badge(ui::Due::soon);
    case Standing::late:
      return badge(ui::Due::late);
  }
  return todo.due ? badge(ui::Due::ok) : ui::tag(ui::Tone::idle, t(text::not_yet, lang));
}

// The deadline of the notification, or how it was met.
Html clock(const Line& line, base::Instant now, Lang lang) {
  if (!line.clock) return ui::muted("-");
  if (line.incident.closed_at && !line.clock->done) {
    return ui::tag(ui::Tone::bad, t(text::never_told, lang));
  }
  if (!line.clock->done) return standing(*line.clock, now, lang, moment(*line.clock->due));
  return base::h("{} {}", standing(*line.clock, now, lang),
                 ui::figures(moment(line.clock->done->at)));
}

Html filters(const List& list) {
  const auto lang = list.lang;
  std::vector<ui::Choosable> by_state = {{"", t(text::any, lang)}};
  for (const auto& one : states) by_state.push_back({one.code, t(one.words, lang)});
  std::vector<ui::Choosable> by_year = {{"", t(text::any, lang)}};
  for (const auto& one : list.years) by_year.push_back({one, one});
  return ui::filters(
      lang, t(text::filter, lang), here,
      {{.name = "trang-thai",
        .label = t(text::state, lang),
        .value = list.state,
        .choices = by_state},
       {.name = "nam", .label = t(text::year, lang), .value = list.year, .choices = by_year},
       {.name = "q", .label = t(text::words_in, lang), .value = list.words, .wide = true}});
}

Html table(const List& list) {
  const auto lang = list.lang;
  ui::Table table;
  table.caption = t(text::incidents, lang);
  table.row_headings = true;
  for (const auto* heading :
       {&text::code, &text::happened, &text::noticed, &text::due, &text::state}) {
    table.columns.push_back({t(*heading, lang)});
  }
  for (const auto& line : list.lines) {
    const auto& one = line.incident;
    const auto& state = words_of(state_of(one, line.clock));
    table.rows.push_back({ui::link({one.code, std::string(here) + "/" + one.code}), one.facts.what,
                          ui::figures(moment(one.facts.noticed_at)), clock(line, list.now, lang),
                          ui::tag(state.tone, t(state.words, lang))});
  }
  return ui::table(table);
}

Html empty(const List& list) {
  const auto lang = list.lang;
  if (list.any) {
    return ui::empty_state({.icon = "search",
                            .title = t(text::none_so, lang),
                            .detail = t(text::none_so_detail, lang),
                            .next = {t(text::see_all, lang), here}});
  }
  return ui::empty_state({.icon = "shield-check",
                          .title = t(text::none, lang),
                          .detail = t(text::none_detail, lang),
                          .next = {t(text::open_new, lang), std::string(here) + "/moi"}});
}

std::string query_of(const List& list) {
  return "?trang-thai=" + base::url_encoded(list.state) + "&nam=" + base::url_encoded(list.year) +
         "&q=" + base::url_encoded(list.words);
}

}  // namespace

State state_of(const Incident& incident, const std::optional<Todo>& clock) {
  if (incident.closed_at) return State::closed;
  if (clock && clock->done) return State::told;
  return clock && clock->standing == Standing::late ? State::late : State::open;
}

std::string_view code_of(State state) { return words_of(state).code; }

ui::OfficerPage list(const List& list) {
  const auto lang = list.lang;
  ui::OfficerPage page;
  page.crumbs = {{t(text::administration, lang), "/quan-tri"}};
  page.heading = t(text::incidents, lang);
  page.sub = t(text::incidents_sub, lang);
  page.actions =
      ui::row({ui::link({t(text::csv, lang), std::string(here) + ".csv" + query_of(list)}),
               ui::button({.label = t(text::open_new, lang), .href = std::string(here) + "/moi"})});
  std::vector<Html> parts;
  if (list.any) parts.push_back(filters(list));
  parts.push_back(list.lines.empty() ? empty(list) : table(list));
  page.main = ui::stack(parts);
  return page;
}

std::string csv(Lang lang, const std::vector<Line>& lines) {
  std::string out = "\xEF\xBB\xBF";  // spreadsheets take it for UTF-8 only with this mark
  const auto row = [&](const std::vector<std::string>& cells) {
    for (const auto& one : cells) out += base::csv_cell(one) + ",";
    out.back() = '\n';
  };
  row({t(text::code, lang), t(text::state, lang), t(text::noticed, lang), t(text::due, lang),
       t(text::told_at, lang), t(text::closed_at, lang), t(text::whose, lang),
       t(text::people, lang), t(text::happened, lang)});
  for (const auto& line : lines) {
    const auto& one = line.incident;
    const bool told = line.clock && line.clock->done;
    row({one.code, t(words_of(state_of(one, line.clock)).words, lang), moment(one.facts.noticed_at),
         line.clock ? moment(*line.clock->due) : "", told ? moment(line.clock->done->at) : "",
         one.closed_at ? moment(*one.closed_at) : "", one.facts.whose,
         one.facts.people > 0 ? std::to_string(one.facts.people) : "", one.facts.what});
  }
  return out;
}

Html known(Lang lang, const Facts& f) {
  const auto said = [&](const std::string& value) {
    return value.empty() ? t(text::unknown, lang) : value;
  };
  const auto people = f.people > 0
                          ? fill(text::about_people, lang, {{"count", base::grouped(f.people)}})
                          : t(text::unknown, lang);
  return ui::data_list({{t(text::what, lang), f.what, true},
                        {t(text::data_kinds, lang), said(f.data_kinds), true},
                        {t(text::whose, lang), f.whose},
                        {t(text::people, lang), people},
                        {t(text::consequences, lang), said(f.consequences), true},
                        {t(text::measures, lang), said(f.measures), true},
                        {t(text::contact, lang), said(f.contact), true}});
}

namespace {

Html todos(const One& o) {
  const auto lang = o.lang;
  ui::Table table;
  table.caption = t(text::todo, lang);
  table.row_headings = true;
  for (const auto* heading : {&text::step, &text::by_when, &text::state, &text::done_by}) {
    table.columns.push_back({t(*heading, lang)});
  }
  for (const auto& one : todo(o.incident, *o.rule, o.now)) {
    Html done = ui::muted("-");
    if (one.done) {
      done = base::h("{}{}", ui::paragraph(ui::figures(moment(one.done->at))),
                     ui::muted(o.names.at({one.done->at, one.done->by})));
    }
    const bool idle = o.incident.closed_at && !one.done;
    table.rows.push_back(
        {one.step.name.in(lang),
         one.due ? ui::figures(moment(*one.due)) : ui::muted(t(text::no_limit, lang)),
         idle ? ui::muted("-") : standing(one, o.now, lang), done});
  }
  return ui::table(table);
}

// What stood before, field by field.
std::string amendment(Lang lang, const std::string& before) {
  const std::pair<std::string_view, const Text&> fields[] = {{"what", text::what},
                                                             {"whose", text::whose},
                                                             {"people", text::people},
                                                             {"data_kinds", text::data_kinds},
                                                             {"consequences", text::consequences},
                                                             {"measures", text::measures},
                                                             {"contact", text::contact}};
  const auto kept = base::json::parse(before)->as_object();
  auto out = t(text::was_amended, lang);
  for (const auto& [name, label] : fields) {
    if (!kept.contains(name)) continue;
    auto words = std::string(base::json::text_at(kept, name));
    if (words.empty() || (name == "people" && words == "0")) words = t(text::unknown, lang);
    out += ". " + fill(text::was_before, lang, {{"field", t(label, lang)}, {"words", words}});
  }
  return out;
}

Html progress(const One& o) {
  const auto lang = o.lang;
  std::vector<ui::LogEntry> entries;
  const auto add = [&](base::Instant at, base::PersonId by, std::string what) {
    const auto& name = o.names.at({at, by});
    entries.push_back({moment(at), name, name + ": " + std::move(what)});
  };
  if (o.incident.closed_at) {
    add(*o.incident.closed_at, o.incident.closed_by,
        fill(text::was_closed, lang, {{"reason", o.incident.close_reason}}));
  }
  for (auto at = o.incident.done.rbegin(); at != o.incident.done.rend(); ++at) {
    if (at->step == amended_step) {
      add(at->at, at->by, amendment(lang, at->note));
      continue;
    }
    const auto* step = o.rule ? o.rule->find(at->step) : nullptr;
    auto what = step ? step->name.in(lang) : at->step;
    if (!at->note.empty()) what += ". " + at->note;
    add(at->at, at->by, std::move(what));
  }
  add(o.incident.opened_at, o.incident.opened_by, t(text::was_opened, lang));
  return ui::log(entries);
}

std::string error_in(const Form& form, std::string_view name) {
  const auto found = form.wrong.find(name);
  return found == form.wrong.end() ? "" : found->second;
}

Html unmet_box(const One& o, const std::vector<Step>& open) {
  std::string steps;
  for (const auto& step : open) steps += (steps.empty() ? "" : "; ") + step.name.in(o.lang);
  return ui::checkbox(o.lang, {.name = "unmet",
                               .label = fill(text::unmet_box, o.lang, {{"steps", steps}}),
                               .error = error_in(o.close, "unmet"),
                               .value = o.close.typed.get("unmet")});
}

Html panel(const One& o) {
  const auto lang = o.lang;
  const auto address = std::string(here) + "/" + o.incident.code;
  std::vector<ui::Choosable> steps;
  for (const auto& step : o.rule->steps) steps.push_back({step.code, step.name.in(lang)});
  Html fields = ui::radios(lang,
                           {.name = "step",
                            .label = t(text::which_step, lang),
                            .error = error_in(o.record, "step"),
                            .value = o.record.typed.get("step")},
                           steps, true);
  fields += ui::textarea(lang,
                         {.name = "note",
                          .label = t(text::note_label, lang),
                          .hint = t(text::note_hint, lang),
                          .error = error_in(o.record, "note"),
                          .optional = true,
                          .value = o.record.typed.get("note")},
                         3);
  fields += ui::hidden("seen", std::to_string(o.incident.done.size()));
  fields += ui::button({.label = t(text::record_button, lang), .block = true});
  Html closing = ui::textarea(lang,
                              {.name = "reason",
                               .label = t(text::close_reason, lang),
                               .hint = t(text::close_hint, lang),
                               .error = error_in(o.close, "reason"),
                               .value = o.close.typed.get("reason")},
                              3);
  if (const auto open = unmet(o.incident, *o.rule); !open.empty()) closing += unmet_box(o, open);
  closing += ui::button(
      {.label = t(text::close_title, lang), .kind = ui::ButtonKind::secondary, .block = true});
  return ui::stack({ui::action_panel("ghi-nhan", t(text::record, lang),
                                     ui::form(address + "/buoc", o.record.marks, fields)),
                    ui::card({.body = ui::form(address + "/dong", o.close.marks, closing),
                              .title = t(text::close_title, lang)})});
}

std::vector<Html> notes(const One& o, const Todo* clock) {
  const auto lang = o.lang;
  std::vector<Html> out;
  std::vector<ui::Link> errors;
  for (const auto* form : {&o.record, &o.close}) {
    for (const auto& [name, words] : form->wrong) errors.push_back({words, "#" + name});
  }
  if (!errors.empty()) out.push_back(ui::error_summary(lang, errors));
  // Somebody else closed it meanwhile: there is no form to show it in.
  for (const auto& typed : {o.record.typed.get("note"), o.close.typed.get("reason")}) {
    if (!o.incident.closed_at || typed.empty()) continue;
    out.push_back(ui::note(ui::Tone::warn, t(text::your_words, lang) + ": " + std::string(typed)));
  }
  if (!o.notice.empty()) out.push_back(ui::note(ui::Tone::ok, o.notice));
  if (clock && clock->standing == Standing::late && !o.incident.closed_at) {
    out.push_back(ui::note(
        ui::Tone::bad, fill(text::overdue, lang, {{"hours", whole_hours(o.now - *clock->due)}})));
  }
  return out;
}

}  // namespace

ui::OfficerPage one(const One& o) {
  const auto lang = o.lang;
  ui::OfficerPage page;
  page.crumbs = {{t(text::administration, lang), "/quan-tri"}, {t(text::incidents, lang), here}};
  page.heading = fill(text::incident, lang, {{"code", o.incident.code}});
  const auto address = std::string(here) + "/" + o.incident.code;
  std::vector<Html> actions;
  if (o.rule) actions.push_back(ui::link({t(text::paper, lang), address + "/thong-bao.pdf"}));
  if (!o.incident.closed_at) actions.push_back(ui::link({t(text::amend, lang), address + "/sua"}));
  page.actions = ui::row(actions);
  std::optional<Todo> clock;
  if (o.rule) clock = clock_of(o.incident, *o.rule, o.now);
  const auto& state = words_of(state_of(o.incident, clock));
  auto parts = notes(o, clock ? &*clock : nullptr);
  ui::IdBar bar{
      .code = o.incident.code,
      .marks = ui::tag(state.tone, t(state.words, lang)),
      .facts = {{t(text::noticed, lang), ui::figures(moment(o.incident.facts.noticed_at))}}};
  if (clock) {
    if (!o.incident.closed_at && !clock->done) bar.marks += standing(*clock, o.now, lang);
    bar.facts.push_back({t(text::due, lang), ui::figures(moment(*clock->due))});
    bar.facts.push_back({t(text::authority, lang), o.rule->authority.in(lang), true});
  }
  parts.push_back(ui::id_bar(bar));
  if (o.rule) {
    const auto& law = o.rule->certain ? text::sure_law : text::unsure_law;
    parts.push_back(ui::card(
        {.body = ui::stack(
             {todos(o), ui::paragraph(ui::muted(fill(law, lang, {{"law", o.rule->law}})))}),
         .title = t(text::todo, lang)}));
  } else {
    parts.push_back(ui::note(ui::Tone::warn, t(text::no_rule, lang)));
  }
  parts.push_back(
      ui::card({.body = known(lang, o.incident.facts), .title = t(text::content, lang)}));
  parts.push_back(ui::card({.body = progress(o), .title = t(text::progress, lang)}));
  auto main = ui::stack(parts);
  page.main = o.incident.closed_at || !o.rule ? std::move(main) : ui::split(main, panel(o));
  return page;
}

}  // namespace incidents::views
