// Draws the search of the journal and the state of its seals.
#include "services/administration/views_journal.hpp"

#include "base/csv.hpp"
#include "base/money.hpp"
#include "platform/ui/forms.hpp"
#include "platform/ui/lists.hpp"
#include "platform/ui/panels.hpp"
#include "platform/ui/worklist.hpp"
#include "services/administration/text.hpp"
#include "services/administration/text_journal.hpp"

namespace administration::views {
namespace {

using base::h;
using base::Html;
using base::Lang;

constexpr const char* here = "/quan-tri/nhat-ky";

std::string t(const base::Text& text, Lang lang) { return std::string(text.in(lang)); }

Html filters(Lang lang, const Wanted& w) {
  const auto one = [&](const char* name, const base::Text& label, const std::string& value) {
    return ui::Filter{.name = name, .label = t(label, lang), .value = value};
  };
  return ui::filters(lang, t(text::journal_filter, lang), here,
                     {one("ve", text::about_what, w.subject), one("nguoi", text::by_whom, w.person),
                      one("viec", text::which_verb, w.verb), one("dv", text::which_unit, w.unit),
                      one("tu", text::from_day, w.from), one("den", text::until_day, w.until),
                      one("ma", text::act_id, w.act)});
}

std::string subject(const journal::Stored& e) {
  return e.subject_kind + ":" + std::to_string(e.subject);
}

// A dossier by the code people know it by, where the entry tells it.
ui::Link about(const journal::Stored& e) {
  const auto code = base::json::text_at(e.facts, "code");
  const auto asked = e.subject_kind == "dossier" && !code.empty() ? std::string(code) : subject(e);
  return {asked, std::string(here) + "?ve=" + base::url_encoded(asked)};
}

Html details(Lang lang, const EntryRow& row) {
  const auto& e = row.answer.entry;
  std::vector<ui::Pair> pairs;
  if (!row.read) {
    pairs.push_back({t(text::more_of_it, lang),
                     base::fill(text::unread, lang, {{"version", std::to_string(e.version)}}),
                     true});
  }
  if (!row.unit.empty()) pairs.push_back({t(text::unit, lang), row.unit, true});
  if (!e.law.empty()) pairs.push_back({t(text::law, lang), e.law, true});
  pairs.push_back(
      {t(text::facts, lang), h("<code>{}</code>", base::json::canonical(e.facts)), true});
  pairs.push_back({t(text::act_id, lang), h("<code>{}</code>", e.act), true});
  return ui::details(t(text::more_of_it, lang), ui::data_list(pairs));
}

Html seal(Lang lang, const EntryRow& row) {
  return row.answer.seal > 0 ? ui::figures(std::to_string(row.answer.seal))
                             : ui::tag(ui::Tone::idle, t(text::not_sealed, lang));
}

Html rows(Lang lang, const std::vector<EntryRow>& all) {
  ui::Table table;
  table.caption = t(text::journal_search, lang);
  for (const auto* heading :
       {&text::when, &text::actor, &text::verb, &text::subject, &text::seal}) {
    table.columns.push_back({t(*heading, lang)});
  }
  for (const auto& row : all) {
    const auto& e = row.answer.entry;
    table.rows.push_back({ui::figures(e.at.local().vn()), row.actor,
                          h("{}{}", e.verb, details(lang, row)), ui::link(about(e)),
                          seal(lang, row)});
  }
  return ui::table(table);
}

std::string figure(const journal::Stored& e, const char* name) {
  return std::to_string(base::json::number_at(e.facts, name));
}

// The same wish, from where this list ends.
std::string older(const JournalList& list) {
  const auto query = list.wanted.query();
  return query + (query.empty() ? "" : "&") + "truoc=" + list.next.str();
}

Html verification(Lang lang, const SealsState& state) {
  if (!state.verified) {
    return ui::note(ui::Tone::warn, t(text::never_verified, lang));
  }
  const auto& e = state.verified->answer.entry;
  const bool whole = base::json::number_at(e.facts, "findings") == 0;
  std::vector<ui::Pair> pairs = {
      {t(text::state_of_journal, lang),
       whole ? ui::tag(ui::Tone::ok, t(text::whole, lang))
             : ui::tag(ui::Tone::bad,
                       base::fill(text::altered, lang, {{"count", figure(e, "findings")}}))},
      {t(text::verified_at, lang), ui::figures(e.at.local().vn())},
      {t(text::verified_by, lang), state.verified->actor},
      {t(text::with_holder, lang),
       t(base::json::flag_at(e.facts, "held") ? text::yes : text::no, lang)},
      {t(text::verified_what, lang),
       base::fill(text::verified_counts, lang,
                  {{"entries", figure(e, "entries")},
                   {"seals", figure(e, "seals")},
                   {"unsealed", figure(e, "unsealed")}}),
       true}};
  std::vector<Html> found;
  for (const auto& item : base::json::array_at(e.facts, "first")) {
    if (item.is_string()) {
      found.push_back(ui::paragraph(std::string(std::string_view(item.get_string()))));
    }
  }
  return h("{}{}", ui::data_list(pairs), ui::stack(found));
}

Html seals(Lang lang, const SealsState& state) {
  ui::Table table;
  table.caption = t(text::latest_seals, lang);
  for (const auto* heading : {&text::seal, &text::when, &text::seal_count, &text::seal_root}) {
    table.columns.push_back({t(*heading, lang)});
  }
  for (const auto& one : state.seals) {
    table.rows.push_back({ui::figures(std::to_string(one.number)), ui::figures(one.at.local().vn()),
                          std::to_string(one.entries), ui::figures(one.root.substr(0, 16) + "…")});
  }
  return ui::table(table);
}

Html keys(Lang lang, const SealsState& state) {
  std::vector<ui::Pair> pairs;
  for (const auto& term : state.keys) {
    pairs.push_back(
        {journal::key_name(term.public_key),
         base::fill(text::key_from, lang,
                    {{"from", std::to_string(term.from)}, {"time", term.since.local().vn()}}),
         true});
  }
  return ui::data_list(pairs);
}

Html projections(Lang lang, const SealsState& state) {
  if (state.stale.empty()) return ui::muted(t(text::none_stale, lang));
  std::vector<Html> parts;
  for (const auto& one : state.stale) {
    parts.push_back(ui::note(ui::Tone::bad,
                             base::fill(text::stale_since, lang,
                                        {{"name", one.projection}, {"entry", one.since.str()}})));
  }
  return ui::stack(parts);
}

}  // namespace

bool Wanted::any() const { return !(subject + person + verb + unit + from + until + act).empty(); }

std::string Wanted::query() const {
  std::string out;
  for (const auto& [name, value] :
       {std::pair("ve", subject), std::pair("nguoi", person), std::pair("viec", verb),
        std::pair("dv", unit), std::pair("tu", from), std::pair("den", until),
        std::pair("ma", act)}) {
    if (!value.empty()) {
      out += (out.empty() ? "" : "&") + std::string(name) + "=" + base::url_encoded(value);
    }
  }
  return out;
}

std::string actor_name(Lang lang, const journal::Actor& actor, const std::string& officer) {
  using journal::ActorKind;
  switch (actor.kind) {
    case ActorKind::nobody:
      return t(text::nobody_actor, lang);
    case ActorKind::system:
      return t(text::system_actor, lang);
    case ActorKind::resident:
      return base::fill(text::resident_actor, lang, {{"id", actor.person.str()}});
    case ActorKind::officer:
      break;
  }
  return officer;
}

ui::OfficerPage journal(Lang lang, const JournalList& list) {
  ui::OfficerPage page;
  if (list.administers) page.crumbs = {{t(text::administration, lang), "/quan-tri"}};
  page.heading = t(text::journal_search, lang);
  page.sub = t(text::journal_search_sub, lang);
  const auto query = list.wanted.query();
  page.actions =
      ui::row({ui::link({t(text::seals_state, lang), "/quan-tri/nhat-ky/niem-phong"}),
               ui::link({t(text::journal_csv, lang), "/quan-tri/nhat-ky.csv?" + query})});
  std::vector<Html> parts;
  for (const auto& problem : list.problems) parts.push_back(ui::note(ui::Tone::bad, problem));
  parts.push_back(filters(lang, list.wanted));
  parts.push_back(
      ui::muted(base::fill(text::file_bounds, lang, {{"count", base::grouped(journal_file_max)}})));
  if (list.rows.empty()) {
    parts.push_back(ui::empty_state({.icon = "search",
                                     .title = t(text::no_entries, lang),
                                     .detail = t(text::no_entries_detail, lang),
                                     .next = {t(text::all_entries, lang), here}}));
  } else {
    parts.push_back(rows(lang, list.rows));
  }
  if (list.next) {
    parts.push_back(ui::paragraph(
        ui::link({t(text::older_entries, lang), std::string(here) + "?" + older(list)})));
  }
  page.main = ui::stack(parts);
  return page;
}

std::string journal_csv(Lang lang, const JournalList& list) {
  std::string out = "\xEF\xBB\xBF";  // spreadsheets take it for UTF-8
  out += "id,at,actor,person,unit,verb,subject_kind,subject,act,law,version,seal,facts\r\n";
  for (const auto& row : list.rows) {
    const auto& e = row.answer.entry;
    const std::string cells[] = {
        e.id.str(),
        e.at.iso(),
        row.actor,
        e.actor.person.str(),
        row.unit,
        e.verb,
        e.subject_kind,
        std::to_string(e.subject),
        e.act,
        e.law,
        std::to_string(e.version),
        std::to_string(row.answer.seal),
        row.read ? base::json::canonical(e.facts)
                 : base::fill(text::unread, lang, {{"version", std::to_string(e.version)}})};
    for (const auto& one : cells) out += (&one == cells ? "" : ",") + base::csv_cell(one);
    out += "\r\n";
  }
  if (list.next) {
    const auto address = std::string(here) + ".csv?" + older(list);
    out += base::csv_cell(base::fill(text::file_cut, lang, {{"address", address}})) + "\r\n";
  }
  return out;
}

ui::OfficerPage seals_state(Lang lang, const SealsState& state) {
  ui::OfficerPage page;
  if (state.administers) page.crumbs = {{t(text::administration, lang), "/quan-tri"}};
  page.crumbs.push_back({t(text::journal_search, lang), here});
  page.heading = t(text::seals_state, lang);
  page.actions = ui::link({t(text::public_page, lang), "/nhat-ky-niem-phong"});
  const auto ask = ui::form("/quan-tri/nhat-ky/niem-phong", state.marks,
                            ui::button({.label = t(text::verify_now, lang)}));
  Html asked;
  if (state.asked) asked = ui::note(ui::Tone::info, t(text::verify_asked, lang));
  page.main =
      ui::stack({ui::card({.body = h("{}{}{}", asked, verification(lang, state), ask),
                           .title = t(text::last_verified, lang)}),
                 ui::card({.body = projections(lang, state), .title = t(text::projections, lang)}),
                 ui::card({.body = keys(lang, state), .title = t(text::keys, lang)}),
                 ui::card({.body = seals(lang, state), .title = t(text::latest_seals, lang)})});
  return page;
}

}  // namespace administration::views
