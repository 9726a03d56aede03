// The pages every officer reads: the list, one table as of a day, its files.
#include <algorithm>
#include <charconv>

#include "base/fold.hpp"
#include "engines/decisions/file.hpp"
#include "engines/decisions/plain.hpp"
#include "engines/identity/four_eyes.hpp"
#include "services/rule_tables/room.hpp"
#include "services/rule_tables/store.hpp"
#include "services/rule_tables/text.hpp"

namespace rule_tables {
namespace {

using decisions::Edition;
using views::Standing;

std::string in(const base::Text& text, const identity::Visit& visit) {
  return std::string(text.in(visit.lang()));
}

std::string typed(const identity::Visit& visit, const char* name) {
  return base::tidy(visit.fields().get(name).substr(0, 200));
}

int number(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

constexpr base::Instant for_ever{INT64_MAX};

// The last day after which nobody answers, if it is near.
std::optional<base::Date> ends_of(const std::vector<Edition>& all, base::Date today) {
  for (auto day = today; day - today <= views::warned_days; day = day + 1) {
    if (!decisions::in_force(all, day + 1, for_ever)) return day;
  }
  return std::nullopt;
}

views::Line line_of(const std::vector<Edition>& all, base::Date today, base::Instant now) {
  views::Line out;
  const auto* found = decisions::in_force(all, today, now);
  out.edition = found ? *found : all.front();
  out.code = out.edition->code;
  out.title = out.edition->table.title;
  out.law = out.edition->table.law;
  const bool later =
      std::ranges::any_of(all, [&](const Edition& one) { return one.applies.from > today; });
  out.standing = found ? Standing::in_force : later ? Standing::to_come : Standing::ended;
  if (found) out.ends = ends_of(all, today);
  if (out.ends) out.standing = Standing::ending;
  return out;
}

std::vector<views::Line> lines(db::Tx& tx, base::Date today, base::Instant now, bool drafts) {
  std::vector<views::Line> out;
  for (const auto& code : decisions::codes(tx))
    out.push_back(line_of(decisions::editions(tx, code), today, now));
  if (!drafts) return out;
  for (auto& draft : store::all_open(tx)) {
    const auto known = std::ranges::find(out, draft.code, &views::Line::code);
    if (known != out.end()) {
      known->draft = std::move(draft);
      continue;
    }
    views::Line line;
    line.code = draft.code;
    line.title = draft.sheet.table.title;
    line.law = draft.sheet.table.law;
    line.standing = draft.state == State::proposed ? Standing::waiting : Standing::drafting;
    line.draft = std::move(draft);
    out.push_back(std::move(line));
  }
  return out;
}

bool wanted(const views::Line& line, const std::string& state, const std::string& words) {
  const auto text =
      base::fold(line.code + " " + line.title.vi + " " + line.title.en + " " + line.law);
  if (text.find(base::fold(words)) == text.npos) return false;
  if (state.empty() || views::code_of(line.standing) == state) return true;
  if (!line.draft) return false;
  return views::code_of(line.draft->state == State::proposed ? Standing::waiting
                                                             : Standing::drafting) == state;
}

const Edition* numbered(const std::vector<Edition>& all, int wanted) {
  const auto found = std::ranges::find(all, wanted, &Edition::number);
  return found == all.end() ? nullptr : &*found;
}

// A day typed on the page; today when nothing is.
base::Date day_in(const std::string& text, base::Date today, std::string& wrong,
                  const identity::Visit& visit) {
  if (text.empty()) return today;
  const auto day = base::Date::parse_vn(text);
  if (!day) wrong = in(text::day_wrong, visit);
  return day.value_or(today);
}

void try_out(views::TablePage& page, const identity::Visit& visit) {
  if (!page.shown) return;
  for (std::size_t k = 0; k < page.shown->table.givens.size(); ++k)
    page.trial.push_back(typed(visit, ("thu-" + std::to_string(k)).c_str()));
  page.answer = tried(page.shown->table, page.trial, visit.now());
}

// Which edition the address asks for: by number, or by both days.
void choose(views::TablePage& page, const identity::Visit& visit) {
  const auto today = visit.now().local().date;
  const auto on = day_in(page.on, today, page.wrong_on, visit);
  const auto known_day = day_in(page.known, today, page.wrong_known, visit);
  const auto known = page.known.empty() ? visit.now() : base::Local{known_day + 1, 0}.instant() - 1;
  page.today = decisions::in_force(page.all, on, visit.now());
  page.shown = decisions::in_force(page.all, on, known);
  if (const auto* asked = numbered(page.all, number(typed(visit, "an-ban")))) page.shown = asked;
  const bool as_of = !page.on.empty() || !page.known.empty();
  if (!page.shown && !as_of) page.shown = &page.all.front();
  if (as_of && page.on.empty()) page.on = on.vn();
  if (as_of && page.known.empty()) page.known = known_day.vn();
  if (page.shown) page.against = numbered(page.all, number(typed(visit, "so-voi")));
}

}  // namespace

Act Room::act_of(const Visit& visit) const { return {visit.act(), visit.now(), visit.who()}; }

http::Response Room::list(Visit& visit) {
  views::List out{.lang = visit.lang(),
                  .today = visit.now().local().date,
                  .state = typed(visit, "tinh-trang"),
                  .words = typed(visit, "q"),
                  .lines = {}};
  out.may_edit = holds(visit, editor_role);
  const bool drafts = out.may_edit || holds(visit, publisher_role);
  auto all = parts_.db.read([&](db::Tx& tx) { return lines(tx, out.today, visit.now(), drafts); });
  out.any = !all.empty();
  for (auto& line : all) {
    if (wanted(line, out.state, out.words)) out.lines.push_back(std::move(line));
  }
  std::ranges::sort(out.lines, {}, [](const auto& line) { return base::sort_key(line.title.vi); });
  if (visit.fields().get("xong") == "bo") out.notice = in(text::dropped_now, visit);
  return parts_.chrome.officer(visit, views::list(out));
}

http::Response Room::table(Visit& visit) { return table_page(visit); }

http::Response Room::table_page(Visit& visit, std::string refusal) {
  const auto lang = visit.lang();
  views::TablePage page{.lang = lang, .now = visit.now()};
  page.on = typed(visit, "ngay");
  page.known = typed(visit, "biet");
  page.may_edit = holds(visit, editor_role);
  const bool drafts = page.may_edit || holds(visit, publisher_role);
  parts_.db.read([&](db::Tx& tx) {
    page.all = decisions::editions(tx, visit.param("table"));
    for (const auto& one : page.all) {
      page.names[one.number] = {identity::acted_by(tx, one.proposed_by, lang),
                                identity::acted_by(tx, one.published_by, lang)};
    }
    if (drafts) page.draft = store::open(tx, visit.param("table"));
  });
  if (page.all.empty()) return parts_.chrome.not_found(visit);
  choose(page, visit);
  try_out(page, visit);
  page.print = page.shown && typed(visit, "in") == "1";
  page.refusal = std::move(refusal);
  page.marks = visit.marks();
  if (const int done = number(typed(visit, "xong")))
    page.notice = base::fill(text::published_now, lang, {{"number", std::to_string(done)}});
  const bool wrong = !page.wrong_on.empty() || !page.wrong_known.empty();
  return parts_.chrome.officer(visit, views::table(page), wrong ? 422 : 200);
}

std::optional<Edition> Room::asked_edition(Visit& visit) {
  const auto all =
      parts_.db.read([&](db::Tx& tx) { return decisions::editions(tx, visit.param("table")); });
  const auto* found = numbered(all, number(typed(visit, "an-ban")));
  if (!found) found = decisions::in_force(all, visit.now().local().date, visit.now());
  return found ? std::optional(*found) : std::nullopt;
}

http::Response Room::dmn(Visit& visit) {
  const auto one = asked_edition(visit);
  if (!one) return parts_.chrome.not_found(visit);
  const auto name = one->code + "-" + std::to_string(one->number) + ".dmn";
  return http::Response::file("application/xml; charset=utf-8",
                              decisions::written(one->table, one->applies), name, false);
}

http::Response Room::csv(Visit& visit) {
  const auto one = asked_edition(visit);
  if (!one) return parts_.chrome.not_found(visit);
  const auto name = one->code + "-" + std::to_string(one->number) + ".csv";
  return http::Response::file("text/csv; charset=utf-8", views::csv(one->table, visit.lang()), name,
                              false);
}

}  // namespace rule_tables
