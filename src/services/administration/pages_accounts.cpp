// Officers' accounts, their sessions and second factors.
#include "services/administration/pages_accounts.hpp"

#include <algorithm>
#include <charconv>

#include "base/fold.hpp"
#include "engines/identity/browser.hpp"
#include "services/administration/pages_two_person.hpp"
#include "services/administration/text_accounts.hpp"

namespace administration {
namespace {

using identity::AccountLine;
using identity::AccountState;
using identity::DeskRefusal;

constexpr int rows_a_page = 25;

std::string in(const base::Text& text, const identity::Visit& visit) {
  return std::string(text.in(visit.lang()));
}

const base::Text& words_of(DeskRefusal refusal) {
  switch (refusal) {
    case DeskRefusal::gone:
      return text::gone;
    case DeskRefusal::changed:
      return text::changed;
    case DeskRefusal::own:
      return text::own;
    case DeskRefusal::login_wrong:
      return text::login_wrong;
    case DeskRefusal::login_taken:
      return text::login_taken;
    case DeskRefusal::has_account:
      return text::has_account;
    case DeskRefusal::two_people:
      return text::takes_two;
    case DeskRefusal::asked:
      return text::asked_already;
    case DeskRefusal::no_factor:
      return text::no_factor;
    case DeskRefusal::busy:
      return text::busy;
  }
  return text::gone;
}

std::int64_t number(std::string_view typed) {
  std::int64_t out = 0;
  const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), out);
  return error == std::errc() && end == typed.data() + typed.size() ? out : 0;
}

bool is_in(const AccountLine& account, std::string_view state) {
  if (state == "active") return account.state == AccountState::active;
  if (state == "locked") return account.state == AccountState::locked;
  if (state == "ended") return account.state == AccountState::ended;
  const bool open = account.state != AccountState::ended;
  if (state == "no_factor") return open && !account.factor;
  if (state == "one_time") return open && account.one_time;
  return true;
}

// What a form of the page may ask for, and as which kind of request.
constexpr std::pair<std::string_view, std::string_view> askable[] = {
    {"ask_reset", identity::reset_factor_kind},
    {"ask_end", identity::end_account_kind},
    {"ask_lock", identity::lock_account_kind},
    {"ask_unlock", identity::unlock_account_kind},
    {"ask_password", identity::give_password_kind}};

std::string_view kind_asked(std::string_view what) {
  for (const auto& [name, kind] : askable) {
    if (name == what) return kind;
  }
  return "";
}

base::PersonId person_in(std::string_view text) {
  return base::PersonId::parse(text).value_or(base::PersonId{});
}

// An account is the whole person's: it is looked after by who stands above all their offices, and
// without an office by who stands above the whole city. The unit that decides.
base::UnitId deciding(db::Tx& tx, const identity::Visit& visit, base::PersonId person) {
  const auto& who = *visit.who();
  const auto held = identity::positions(tx, person, visit.now().local().date);
  for (const auto& one : held) {
    if (!who.over(identity::role::system_administrator, one.unit)) return one.unit;
  }
  if (!held.empty()) return held.front().unit;
  return top_of(who);
}

std::optional<identity::Subject> account_subject(db::Tx& tx, const identity::Visit& visit) {
  const auto person = person_in(visit.param("account"));
  if (!person || visit.who() == nullptr) return std::nullopt;
  const auto unit = deciding(tx, visit, person);
  return unit ? std::optional(identity::Subject{unit, {}}) : std::nullopt;
}

}  // namespace

bool looks_after(db::Tx& tx, const identity::Visit& visit, base::PersonId person) {
  return visit.who()->over(identity::role::system_administrator, deciding(tx, visit, person));
}

identity::Routes AccountPages::routes() {
  using http::Method;
  const auto administrator = identity::officer({identity::role::system_administrator});
  const auto one_account = administrator.over(account_subject);
  return {
      {Method::get, "/quan-tri/tai-khoan", administrator, [this](auto& v) { return list(v); }},
      {Method::get, "/quan-tri/tai-khoan.csv", administrator,
       [this](auto& v) { return download(v); }},
      {Method::get, "/quan-tri/tai-khoan-moi", administrator,
       [this](auto& v) { return ask_new(v); }},
      {Method::post, "/quan-tri/tai-khoan-moi", administrator,
       [this](auto& v) { return make_new(v); }},
      {Method::get, "/quan-tri/tai-khoan/{account}", one_account,
       [this](auto& v) { return one(v); }},
      {Method::post, "/quan-tri/tai-khoan/{account}", one_account,
       [this](auto& v) { return act(v); }},
  };
}

http::Response AccountPages::officer_page(identity::Visit& visit, ui::OfficerPage page,
                                          int status) const {
  return parts_.chrome.officer(visit, std::move(page), status);
}

std::string AccountPages::office_of(db::Tx& tx, const identity::Visit& visit,
                                    base::PersonId person) const {
  const auto day = visit.now().local().date;
  const auto held = identity::positions(tx, person, day);
  if (held.empty()) return in(text::no_office, visit);
  const auto unit = units::find(tx, held.front().unit, day);
  return held.front().title.in(visit.lang()) + (unit ? ", " + unit->name.in(visit.lang()) : "");
}

std::vector<views::AccountRow> AccountPages::matching(db::Tx& tx, const identity::Visit& visit,
                                                      bool offices) const {
  const auto words = base::fold(visit.fields().get("q").substr(0, 200));
  const auto state = visit.fields().get("tt");
  std::vector<views::AccountRow> rows;
  for (auto& account : parts_.desk.all(tx)) {
    if (!is_in(account, state) || !looks_after(tx, visit, account.person)) continue;
    if (base::fold(account.name + " " + account.login).find(words) == std::string::npos) continue;
    const auto office = offices ? office_of(tx, visit, account.person) : "";
    rows.push_back({std::move(account), office});
  }
  return rows;
}

http::Response AccountPages::list(identity::Visit& visit) {
  views::AccountList list;
  list.words = visit.fields().get("q").substr(0, 200);
  list.state = visit.fields().get("tt");
  parts_.db.read([&](db::Tx& tx) {
    auto rows = matching(tx, visit, false);
    list.matching = int(rows.size());
    list.pages = std::max(1, (list.matching + rows_a_page - 1) / rows_a_page);
    const auto asked = std::clamp<std::int64_t>(number(visit.fields().get("trang")), 1, list.pages);
    list.page = int(asked);
    const auto from = std::size_t(list.page - 1) * rows_a_page;
    const auto to = std::min(rows.size(), from + rows_a_page);
    list.rows.assign(rows.begin() + std::ptrdiff_t(from), rows.begin() + std::ptrdiff_t(to));
    for (auto& row : list.rows) row.office = office_of(tx, visit, row.account.person);
  });
  return officer_page(visit, views::accounts(visit.lang(), list));
}

http::Response AccountPages::download(identity::Visit& visit) {
  const auto rows = parts_.db.read([&](db::Tx& tx) { return matching(tx, visit, true); });
  return http::Response::file("text/csv; charset=utf-8", views::csv(visit.lang(), rows),
                              "tai-khoan.csv", false);
}

http::Response AccountPages::show(identity::Visit& visit, base::PersonId person,
                                  views::OneAccount shown) {
  const auto lang = visit.lang();
  const auto day = visit.now().local().date;
  const bool found = parts_.db.read([&](db::Tx& tx) {
    auto account = parts_.desk.one(tx, person);
    if (!account) return false;
    shown.row = {std::move(*account), office_of(tx, visit, person)};
    for (const auto& held : identity::positions(tx, person, day)) {
      const auto unit = units::find(tx, held.unit, day);
      shown.offices.push_back(
          {held.title.in(lang), unit ? unit->name.in(lang) : std::string(), held.from});
    }
    shown.two_people = identity::AccountDesk::takes_two(tx, visit, person);
    for (const auto& [name, kind] : askable) {
      if (identity::TwoPerson::waiting(tx, kind, person, visit.now())) {
        shown.waiting.push_back(in(parts_.two_person.kind(kind).title, visit));
      }
    }
    return true;
  });
  if (!found) return parts_.chrome.not_found(visit);
  shown.sessions = parts_.sessions.open_of(person, visit.now());
  for (const auto& session : shown.sessions) {
    shown.browsers.push_back(identity::browser_name(session.browser, lang));
  }
  shown.own = visit.who()->person == person;
  shown.marks = [&visit] { return visit.marks(); };
  const bool refused = !shown.error.empty() || !shown.reason_error.empty();
  return officer_page(visit, views::account(lang, shown), refused ? 422 : 200);
}

http::Response AccountPages::one(identity::Visit& visit) {
  views::OneAccount shown;
  const auto done = visit.fields().get("xong");
  if (done == "lock") shown.notice = in(text::done_lock, visit);
  if (done == "unlock") shown.notice = in(text::done_unlock, visit);
  if (done == "end_session" || done == "end_sessions")
    shown.notice = in(text::done_sessions, visit);
  if (!kind_asked(done).empty()) shown.notice = in(text::done_ask, visit);
  return show(visit, person_in(visit.param("account")), std::move(shown));
}

http::Response AccountPages::ask(identity::Visit& visit, base::PersonId person,
                                 std::string_view what) {
  views::OneAccount shown;
  shown.asked = what;
  shown.reason = visit.fields().get("reason_" + std::string(what)).substr(0, 2'000);
  if (base::tidy(shown.reason).empty()) {
    shown.reason_error = in(text::reason_missing, visit);
    return show(visit, person, std::move(shown));
  }
  const auto asked = parts_.desk.ask(visit, kind_asked(what), person,
                                     number(visit.fields().get("version")), shown.reason);
  if (asked) {
    return http::Response::see_other("/quan-tri/tai-khoan/" + person.str() +
                                     "?xong=" + std::string(what));
  }
  shown.error = in(words_of(asked.error()), visit);
  return show(visit, person, std::move(shown));
}

http::Response AccountPages::act(identity::Visit& visit) {
  const auto person = person_in(visit.param("account"));
  const auto what = visit.fields().get("viec");
  const auto version = number(visit.fields().get("version"));
  if (!kind_asked(what).empty()) return ask(visit, person, what);
  std::optional<DeskRefusal> refusal;
  if (what == "lock" || what == "unlock") {
    const auto done = what == "lock" ? parts_.desk.lock(visit, person, version)
                                     : parts_.desk.unlock(visit, person, version);
    if (!done) refusal = done.error();
  } else if (what == "end_session" || what == "end_sessions") {
    const auto session = what == "end_session" ? number(visit.fields().get("session")) : 0;
    if (what == "end_session" && session <= 0) return one(visit);
    const auto done = parts_.desk.end_sessions(visit, person, session);
    if (!done) refusal = done.error();
  } else if (what == "password") {
    const auto password = parts_.desk.give_password(visit, person, version);
    if (password) {
      const auto account = parts_.db.read([&](db::Tx& tx) { return parts_.desk.one(tx, person); });
      return officer_page(
          visit, views::one_time(visit.lang(), person, account ? account->login : "", *password));
    }
    refusal = password.error();
  } else {
    return parts_.chrome.not_found(visit);
  }
  if (!refusal) {
    return http::Response::see_other("/quan-tri/tai-khoan/" + person.str() +
                                     "?xong=" + std::string(what));
  }
  views::OneAccount shown;
  shown.error = in(words_of(*refusal), visit);
  return show(visit, person, std::move(shown));
}

http::Response AccountPages::ask_new(identity::Visit& visit) {
  views::NewAccount form;
  form.marks = visit.marks();
  const auto asked = person_in(visit.fields().get("nguoi"));
  if (asked) {
    auto& purpose = visit.purpose("administration.account");
    const auto person = parts_.db.read([&](db::Tx& tx) { return identity::person(tx, asked); });
    if (!person) return parts_.chrome.not_found(visit);
    bool has = false;
    const bool theirs = parts_.db.read([&](db::Tx& tx) {
      has = bool(parts_.desk.one(tx, asked));
      return looks_after(tx, visit, asked);
    });
    if (!theirs) return parts_.chrome.not_found(visit);
    if (has) return http::Response::see_other("/quan-tri/tai-khoan/" + asked.str());
    form.person = asked;
    form.name = person->name.open(purpose);
  }
  return officer_page(visit, views::new_account(visit.lang(), form));
}

http::Response AccountPages::make_new(identity::Visit& visit) {
  views::NewAccount form;
  form.marks = visit.marks();
  form.person = person_in(visit.fields().get("nguoi"));
  form.login = visit.fields().get("login").substr(0, 200);
  const bool theirs =
      parts_.db.read([&](db::Tx& tx) { return looks_after(tx, visit, form.person); });
  if (!form.person || !theirs) return parts_.chrome.not_found(visit);
  const auto password = parts_.desk.open(visit, form.person, form.login);
  if (password) {
    const auto account =
        parts_.db.read([&](db::Tx& tx) { return parts_.desk.one(tx, form.person); });
    return officer_page(visit, views::one_time(visit.lang(), form.person,
                                               account ? account->login : "", *password));
  }
  auto why = password.error();
  if (why == DeskRefusal::two_people) {
    const auto asked = parts_.desk.ask_to_open(visit, form.person, form.login);
    if (asked) {
      return http::Response::see_other("/quan-tri/nguoi/" + form.person.str() + "?xong=de-nghi");
    }
    why = asked.error();
  }
  if (why == DeskRefusal::gone) return parts_.chrome.not_found(visit);
  auto& purpose = visit.purpose("administration.account");
  const auto person = parts_.db.read([&](db::Tx& tx) { return identity::person(tx, form.person); });
  if (person) form.name = person->name.open(purpose);
  form.error = in(words_of(why), visit);
  return officer_page(visit, views::new_account(visit.lang(), form), 422);
}

}  // namespace administration
