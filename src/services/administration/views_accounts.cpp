// Draws the list of accounts, one account, a new one.
#include "services/administration/views_accounts.hpp"

#include <fmt/format.h>

#include "base/csv.hpp"
#include "platform/ui/forms.hpp"
#include "platform/ui/lists.hpp"
#include "platform/ui/panels.hpp"
#include "platform/ui/worklist.hpp"
#include "services/administration/text.hpp"
#include "services/administration/text_accounts.hpp"

namespace administration::views {
namespace {

using base::Html;
using base::Lang;
using identity::AccountState;

std::string t(const base::Text& text, Lang lang) { return std::string(text.in(lang)); }

const base::Text& words(AccountState state) {
  return state == AccountState::active   ? text::active
         : state == AccountState::locked ? text::locked
                                         : text::ended;
}

std::string address(base::PersonId person) { return "/quan-tri/tai-khoan/" + person.str(); }

std::string factor(Lang lang, const identity::AccountLine& a) {
  if (!a.factor) return t(text::factor_off, lang);
  return base::fill(text::factor_on, lang, {{"day", a.factor->local().date.vn()}});
}

std::string signed_in(Lang lang, const identity::AccountLine& a) {
  return a.signed_in ? a.signed_in->local().vn() : t(text::never, lang);
}

std::vector<ui::Link> crumbs(Lang lang, bool below) {
  std::vector<ui::Link> out = {{t(text::administration, lang), "/quan-tri"}};
  if (below) out.push_back({t(text::account_list, lang), "/quan-tri/tai-khoan"});
  return out;
}

Html filters(Lang lang, const AccountList& list) {
  return ui::filters(
      lang, t(text::filter, lang), "/quan-tri/tai-khoan",
      {{.name = "q", .label = t(text::name_or_login, lang), .value = list.words, .wide = true},
       {.name = "tt",
        .label = t(text::state, lang),
        .value = list.state,
        .choices = {{"", t(text::any_state, lang)},
                    {"active", t(text::active, lang)},
                    {"locked", t(text::locked, lang)},
                    {"ended", t(text::ended, lang)},
                    {"no_factor", t(text::without_factor, lang)},
                    {"one_time", t(text::one_time_state, lang)}}}});
}

}  // namespace

Html state_tag(Lang lang, const identity::AccountLine& a) {
  if (a.state == AccountState::active && a.one_time) {
    return ui::tag(ui::Tone::warn, t(text::one_time_state, lang));
  }
  const auto tone = a.state == AccountState::active   ? ui::Tone::ok
                    : a.state == AccountState::locked ? ui::Tone::bad
                                                      : ui::Tone::idle;
  return ui::tag(tone, t(words(a.state), lang));
}

ui::OfficerPage accounts(Lang lang, const AccountList& list) {
  ui::OfficerPage page;
  page.crumbs = crumbs(lang, false);
  page.heading = t(text::account_list, lang);
  page.sub = base::fill(text::account_list_sub, lang, {{"count", std::to_string(list.matching)}});
  const auto query =
      fmt::format("q={}&tt={}", base::url_encoded(list.words), base::url_encoded(list.state));
  page.actions = ui::row({ui::button({.label = t(text::export_csv, lang),
                                      .kind = ui::ButtonKind::secondary,
                                      .href = "/quan-tri/tai-khoan.csv?" + query,
                                      .before = "download",
                                      .small = true}),
                          ui::button({.label = t(text::two_person, lang),
                                      .kind = ui::ButtonKind::secondary,
                                      .href = "/quan-tri/hai-nguoi",
                                      .small = true})});
  std::vector<Html> parts = {filters(lang, list)};
  if (list.rows.empty()) {
    parts.push_back(ui::empty_state({.icon = "key-round",
                                     .title = t(text::none_found, lang),
                                     .detail = t(text::none_found_detail, lang),
                                     .next = {t(text::find_person, lang), "/quan-tri/nguoi"}}));
  } else {
    ui::Table table;
    table.caption = t(text::account_list, lang);
    table.row_headings = true;
    for (const auto* heading : {&text::officer, &text::login, &text::office, &text::state,
                                &text::second_factor, &text::last_sign_in}) {
      table.columns.push_back({t(*heading, lang)});
    }
    for (const auto& row : list.rows) {
      const auto& a = row.account;
      table.rows.push_back({ui::link({a.name, address(a.person)}), a.login, row.office,
                            state_tag(lang, a), factor(lang, a), ui::figures(signed_in(lang, a))});
    }
    parts.push_back(ui::table(table));
    parts.push_back(
        ui::pager(lang, list.page, list.pages, "/quan-tri/tai-khoan?" + query + "&trang="));
  }
  page.main = ui::stack(parts);
  return page;
}

namespace {

Html act(const OneAccount& one, std::string_view name, const ui::Button& button,
         std::string_view detail, Html fields = {}) {
  auto hidden = one.marks();
  hidden += ui::hidden("version", std::to_string(one.row.account.version));
  hidden += ui::hidden("viec", name);
  auto body = ui::paragraph(detail);
  fields += ui::button(button);
  body += ui::form(address(one.row.account.person), hidden, fields);
  return body;
}

Html asking(Lang lang, const OneAccount& one, std::string_view name, const base::Text& title) {
  const bool this_one = one.asked == name;
  auto reason = ui::text_input(lang,
                               {.name = "reason_" + std::string(name),
                                .label = t(text::reason, lang),
                                .hint = t(text::reason_hint, lang),
                                .error = this_one ? one.reason_error : "",
                                .value = this_one ? one.reason : ""},
                               {.length_max = 300});
  return ui::details(t(title, lang),
                     act(one, name, {.label = t(title, lang), .kind = ui::ButtonKind::warning},
                         text::ask_detail.in(lang), std::move(reason)));
}

Html sessions(Lang lang, const OneAccount& one) {
  if (one.sessions.empty()) return ui::paragraph(t(text::no_sessions, lang));
  std::vector<ui::SummaryRow> rows;
  for (std::size_t i = 0; i < one.sessions.size(); ++i) {
    const auto& s = one.sessions[i];
    auto value = ui::paragraph(
        base::fill(text::session_times, lang,
                   {{"opened", s.opened.local().vn()}, {"seen", s.seen.local().vn()}}));
    if (!one.own) {
      auto hidden = one.marks();
      hidden += ui::hidden("viec", "end_session");
      hidden += ui::hidden("session", std::to_string(s.id));
      value += ui::form(address(one.row.account.person), hidden,
                        ui::button({.label = t(text::end_session, lang),
                                    .kind = ui::ButtonKind::secondary,
                                    .small = true}));
    }
    rows.push_back({one.browsers[i], std::move(value)});
  }
  auto out = ui::summary_list(lang, rows);
  if (!one.own && one.sessions.size() > 1) {
    out += act(one, "end_sessions",
               {.label = t(text::end_all, lang), .kind = ui::ButtonKind::secondary}, "");
  }
  return out;
}

Html changes(Lang lang, const OneAccount& one) {
  const auto& a = one.row.account;
  if (one.own) return ui::paragraph(t(text::own_account, lang));
  if (a.state == AccountState::ended) return ui::paragraph(t(text::account_ended, lang));
  std::vector<Html> parts;
  const auto secondary = ui::ButtonKind::secondary;
  const bool locked = a.state == AccountState::locked;
  if (one.two_people) {
    parts.push_back(ui::note(ui::Tone::vio, t(text::takes_two, lang)));
    parts.push_back(locked ? asking(lang, one, "ask_unlock", text::ask_unlock)
                           : asking(lang, one, "ask_lock", text::ask_lock));
    parts.push_back(asking(lang, one, "ask_password", text::ask_password));
  } else {
    parts.push_back(locked ? act(one, "unlock", {.label = t(text::unlock, lang), .kind = secondary},
                                 text::unlock_detail.in(lang))
                           : act(one, "lock", {.label = t(text::lock, lang), .kind = secondary},
                                 text::lock_detail.in(lang)));
    parts.push_back(act(one, "password", {.label = t(text::give_password, lang), .kind = secondary},
                        text::give_password_detail.in(lang)));
  }
  if (a.factor) parts.push_back(asking(lang, one, "ask_reset", text::ask_reset));
  parts.push_back(asking(lang, one, "ask_end", text::ask_end));
  return ui::stack(parts);
}

Html facts(Lang lang, const OneAccount& one) {
  const auto& a = one.row.account;
  return ui::summary_list(
      lang, {{t(text::login, lang), a.login},
             {t(text::state, lang), state_tag(lang, a)},
             {t(text::second_factor, lang), factor(lang, a)},
             {t(text::last_sign_in, lang), signed_in(lang, a)},
             {t(text::made_on, lang), a.made.us ? a.made.local().date.vn() : std::string()}});
}

Html offices(Lang lang, const OneAccount& one) {
  if (one.offices.empty()) return ui::paragraph(t(text::no_office, lang));
  std::vector<ui::SummaryRow> rows;
  for (const auto& office : one.offices) {
    rows.push_back({office.title, office.unit + ", " + office.since.vn()});
  }
  return ui::summary_list(lang, rows);
}

}  // namespace

ui::OfficerPage account(Lang lang, const OneAccount& one) {
  ui::OfficerPage page;
  page.crumbs = crumbs(lang, true);
  page.heading = one.row.account.name;
  page.sub = one.row.office;
  std::vector<Html> parts;
  std::vector<ui::Link> errors;
  if (!one.error.empty()) errors.push_back({one.error, "#changes"});
  if (!one.reason_error.empty()) {
    errors.push_back({one.reason_error, "#reason_" + std::string(one.asked)});
  }
  if (!errors.empty()) parts.push_back(ui::error_summary(lang, errors));
  if (!one.notice.empty()) parts.push_back(ui::note(ui::Tone::ok, one.notice));
  for (const auto& what : one.waiting) {
    auto words = base::h("{} ", base::fill(text::request_waits, lang, {{"what", what}}));
    words += ui::link({t(text::see_request, lang), "/quan-tri/hai-nguoi"});
    parts.push_back(ui::note(ui::Tone::vio, words));
  }
  parts.push_back(facts(lang, one));
  parts.push_back(ui::section(t(text::office, lang), offices(lang, one)));
  parts.push_back(ui::section(t(text::open_sessions, lang), sessions(lang, one)));
  page.main =
      ui::split(ui::stack(parts), ui::action_panel("changes", t(text::changes, lang),
                                                   base::h("<div>{}</div>", changes(lang, one))));
  return page;
}

ui::OfficerPage new_account(Lang lang, const NewAccount& form) {
  ui::OfficerPage page;
  page.crumbs = crumbs(lang, true);
  page.heading = t(text::new_account, lang);
  if (!form.person) {
    page.main = ui::empty_state({.icon = "users-round",
                                 .title = t(text::new_account_nobody, lang),
                                 .next = {t(text::find_person, lang), "/quan-tri/nguoi"}});
    return page;
  }
  std::vector<Html> parts;
  if (!form.error.empty()) parts.push_back(ui::error_summary(lang, {{form.error, "#login"}}));
  parts.push_back(ui::paragraph(base::fill(text::new_account_whom, lang, {{"name", form.name}})));
  auto hidden = form.marks;
  hidden += ui::hidden("nguoi", form.person.str());
  auto fields = ui::text_input(
      lang,
      {.name = "login",
       .label = t(text::login, lang),
       .hint = t(text::login_hint, lang),
       .error = form.error,
       .value = form.login},
      {.autocomplete = "off", .narrow = true, .length_max = 40, .spellcheck = false});
  fields += ui::button({.label = t(text::new_account, lang)});
  parts.push_back(ui::form("/quan-tri/tai-khoan-moi", hidden, fields));
  page.main = ui::stack(parts);
  return page;
}

ui::OfficerPage one_time(Lang lang, base::PersonId person, const std::string& login,
                         const std::string& password) {
  ui::OfficerPage page;
  page.crumbs = crumbs(lang, true);
  page.heading = t(text::one_time, lang);
  page.main = ui::stack(
      {ui::note(ui::Tone::warn, t(text::one_time_detail, lang)),
       ui::summary_list(lang, {{t(text::login, lang), base::h("<code>{}</code>", login)},
                               {t(text::one_time, lang), base::h("<code>{}</code>", password)}}),
       ui::button({.label = t(text::back_to_account, lang), .href = address(person)})});
  return page;
}

std::string csv(Lang lang, const std::vector<AccountRow>& rows) {
  std::string out = "\xEF\xBB\xBF";  // or Excel takes the letters for another alphabet
  const auto line = [&](std::initializer_list<std::string> cells) {
    std::string joined;
    for (const auto& one : cells) joined += (joined.empty() ? "" : ",") + base::csv_cell(one);
    out += joined + "\r\n";
  };
  line({t(text::login, lang), t(text::officer, lang), t(text::office, lang), t(text::state, lang),
        t(text::second_factor, lang), t(text::last_sign_in, lang)});
  for (const auto& row : rows) {
    const auto& a = row.account;
    line({a.login, a.name, row.office, t(words(a.state), lang), factor(lang, a),
          signed_in(lang, a)});
  }
  return out;
}

}  // namespace administration::views
