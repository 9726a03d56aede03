// The journal, for administrators and auditors: read the wish, look it up, tell that it was asked.
#include "services/administration/pages_journal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "engines/identity/four_eyes.hpp"
#include "engines/identity/positions.hpp"
#include "platform/crypto/keyring.hpp"
#include "platform/jobs/jobs.hpp"
#include "services/administration/pages_two_person.hpp"
#include "services/administration/text_journal.hpp"

namespace administration {
namespace {

constexpr int rows_a_page = 25;
constexpr int rows_a_file = views::journal_file_max;
constexpr int rounds_a_file = 5;  // of journal::looked_at_max entries: some seconds
constexpr int seals_shown = 25;
constexpr std::size_t typed_max = 100;

std::int64_t number(std::string_view typed) {
  std::int64_t out = 0;
  const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), out);
  return error == std::errc() && end == typed.data() + typed.size() && out > 0 ? out : 0;
}

views::Wanted wanted(const identity::Visit& visit) {
  const auto typed = [&](const char* name) {
    return std::string(visit.fields().get(name).substr(0, typed_max));
  };
  return {typed("ve"), typed("nguoi"), typed("viec"), typed("dv"),
          typed("tu"), typed("den"),   typed("ma")};
}

// Below which entry the last page or file ended.
base::EntryId cursor(const identity::Visit& visit) { return {number(visit.fields().get("truoc"))}; }

std::optional<base::Date> day(std::string_view typed) {
  const auto vn = base::Date::parse_vn(typed);
  return vn ? vn : base::Date::parse_iso(typed);
}

bool administers(const identity::Visit& visit) {
  return std::ranges::any_of(visit.who()->positions, [](const auto& position) {
    return position.role == identity::role::system_administrator;
  });
}

// There is one journal, the whole city's.
std::optional<identity::Subject> city(db::Tx&, const identity::Visit& visit) {
  const auto top = top_of(*visit.who());
  return top ? std::optional(identity::Subject{top, {}}) : std::nullopt;
}

}  // namespace

identity::Routes JournalPages::routes() {
  using http::Method;
  const auto reader =
      identity::officer({identity::role::system_administrator, journal::auditor_role}).over(city);
  return {
      {Method::get, "/quan-tri/nhat-ky", reader, [this](auto& v) { return list(v); }},
      {Method::get, "/quan-tri/nhat-ky.csv", reader, [this](auto& v) { return download(v); }},
      {Method::get, "/quan-tri/nhat-ky/niem-phong", reader, [this](auto& v) { return seals(v); }},
      {Method::post, "/quan-tri/nhat-ky/niem-phong", reader,
       [this](auto& v) { return verify(v); }}};
}

journal::Question JournalPages::understood(db::Tx& tx, const identity::Visit& visit,
                                           views::JournalList& list) const {
  journal::Question q;
  const auto& w = list.wanted;
  const auto wrong = [&](const base::Text& text, const std::string& typed) {
    list.problems.push_back(base::fill(text, visit.lang(), {{"typed", typed}}));
  };
  if (const auto colon = w.subject.find(':'); colon != w.subject.npos) {
    q.subject_kind = w.subject.substr(0, colon);
    q.subject = number(std::string_view(w.subject).substr(colon + 1));
  } else if (!w.subject.empty()) {
    q.subject_kind = "dossier";
    q.subject = parts_.find_dossier(tx, w.subject).value_or(base::DossierId{}).value;
  }
  if (!w.subject.empty() && q.subject == 0) wrong(text::no_such_subject, w.subject);
  if (!w.person.empty()) {
    q.person = {number(w.person)};
    for (const auto& account : parts_.desk.all(tx)) {
      if (account.login == w.person) q.person = account.person;
    }
    if (!q.person) wrong(text::no_such_person, w.person);
  }
  if (!w.unit.empty()) {
    const auto unit = units::by_code(tx, w.unit, visit.now().local().date);
    if (unit) q.unit = unit->id;
    if (!unit) wrong(text::no_such_unit, w.unit);
  }
  q.verb = w.verb;
  const auto from = day(w.from), until = day(w.until);
  if (from) q.from = base::Local{*from, 0}.instant();
  if (until) q.until = base::Local{*until + 1, 0}.instant();
  if (!w.from.empty() && !from) wrong(text::no_such_day, w.from);
  if (!w.until.empty() && !until) wrong(text::no_such_day, w.until);
  return q;
}

views::EntryRow JournalPages::shown(db::Tx& tx, const identity::Visit& visit,
                                    journal::Answer answer) const {
  views::EntryRow row;
  const auto& actor = answer.entry.actor;
  row.actor = views::actor_name(visit.lang(), actor, identity::acted_by(tx, actor, visit.lang()));
  if (const auto unit = units::find(tx, actor.unit, answer.entry.at.local().date)) {
    row.unit = unit->name.in(visit.lang());
  }
  row.read = parts_.upcast(answer.entry);
  row.answer = std::move(answer);
  return row;
}

// Who looks for the same again that day, or pages on, adds nothing. The act is a keyed hash, so
// that what was typed is not found from it and nobody takes it beforehand.
void JournalPages::tell(const identity::Visit& visit, const journal::Question& q,
                        const views::Wanted& w, bool download) {
  const auto& who = *visit.who();
  const auto wish = fmt::format("search {} {} {} {}", who.person.str(),
                                visit.now().local().date.iso(), download, w.query());
  parts_.db.write([&](db::Tx& tx) {
    const auto act = "search-" + tx.keys().hash(wish).substr(0, 40);
    if (journal::Journal::find_act(tx, act)) return;
    parts_.journal.append(tx, visit.now(),
                          {.act = act,
                           .actor = who.actor(&who.positions.front()),
                           .verb = "administration.search_journal",
                           .subject_kind = "journal",
                           .subject = 1,
                           .facts = {{"subject_kind", q.subject_kind},
                                     {"subject", std::to_string(q.subject)},
                                     {"person", q.person.str()},
                                     {"unit", q.unit.str()},
                                     {"by_verb", !w.verb.empty()},
                                     {"by_act", !w.act.empty()},
                                     {"from", q.from ? q.from->local().date.iso() : ""},
                                     {"until", q.until ? q.until->local().date.iso() : ""},
                                     {"download", download}},
                           .law = ""});
  });
}

void JournalPages::find(db::Tx& tx, const identity::Visit& visit, const journal::Question& q,
                        views::JournalList& list, int limit) const {
  journal::Answers answers;
  if (list.wanted.act.empty()) {
    answers = journal::search(tx, q, list.next, limit);
  } else if (auto one = journal::by_act(tx, list.wanted.act)) {
    answers.found.push_back(std::move(*one));
  }
  list.next = answers.next;
  for (auto& one : answers.found) list.rows.push_back(shown(tx, visit, std::move(one)));
}

http::Response JournalPages::list(identity::Visit& visit) {
  views::JournalList shown_list{
      .wanted = wanted(visit), .problems = {}, .rows = {}, .next = cursor(visit)};
  journal::Question question;
  parts_.db.read([&](db::Tx& tx) {
    question = understood(tx, visit, shown_list);
    if (shown_list.problems.empty()) find(tx, visit, question, shown_list, rows_a_page);
  });
  shown_list.administers = administers(visit);
  const bool wrong = !shown_list.problems.empty();
  if (!wrong && shown_list.wanted.any()) tell(visit, question, shown_list.wanted, false);
  return parts_.chrome.officer(visit, views::journal(visit.lang(), shown_list), wrong ? 422 : 200);
}

http::Response JournalPages::download(identity::Visit& visit) {
  views::JournalList all{
      .wanted = wanted(visit), .problems = {}, .rows = {}, .next = cursor(visit)};
  const auto question = parts_.db.read([&](db::Tx& tx) { return understood(tx, visit, all); });
  if (!all.problems.empty()) return list(visit);
  for (int round = 0; round < rounds_a_file; ++round) {
    const int room = rows_a_file - int(all.rows.size());
    parts_.db.read([&](db::Tx& tx) { find(tx, visit, question, all, room); });
    if (!all.next || int(all.rows.size()) == rows_a_file) break;
  }
  tell(visit, question, all.wanted, true);
  return http::Response::file("text/csv; charset=utf-8", views::journal_csv(visit.lang(), all),
                              "nhat-ky.csv", false);
}

http::Response JournalPages::seals(identity::Visit& visit) {
  views::SealsState state;
  parts_.db.read([&](db::Tx& tx) {
    state.seals = journal::newest_seals(tx, 0, seals_shown);
    state.keys = journal::key_terms(tx);
    state.stale = journal::stale(tx);
    const journal::Question verified{
        .subject_kind = "journal_seals", .subject = 1, .verb = "journal.verify"};
    for (auto& one : journal::search(tx, verified, {}, 1).found) {
      state.verified = shown(tx, visit, std::move(one));
    }
  });
  state.administers = administers(visit);
  state.asked = visit.fields().has("da-yeu-cau");
  state.marks = visit.marks();
  return parts_.chrome.officer(visit, views::seals_state(visit.lang(), state));
}

http::Response JournalPages::verify(identity::Visit& visit) {
  const auto& who = *visit.who();
  parts_.db.write([&](db::Tx& tx) {
    if (journal::Journal::find_act(tx, visit.act())) return;
    jobs::add(parts_.db, tx, visit.now(), verify_job, {}, verify_job);
    parts_.journal.append(tx, visit.now(),
                          {.act = visit.act(),
                           .actor = who.actor(&who.positions.front()),
                           .verb = "administration.ask_verification",
                           .subject_kind = "journal",
                           .subject = 1,
                           .facts = {},
                           .law = ""});
  });
  return http::Response::see_other("/quan-tri/nhat-ky/niem-phong?da-yeu-cau=1");
}

}  // namespace administration
