// The worklist's pages.
#include "services/worklist/room.hpp"

#include <algorithm>
#include <charconv>

#include "base/csv.hpp"
#include "base/fold.hpp"
#include "engines/units/units.hpp"
#include "services/worklist/text.hpp"
#include "services/worklist/views.hpp"

namespace worklist {
namespace {

constexpr int page_size = 25;
constexpr int export_max = 5'000;

casework::Due due_of(std::string_view code) {
  if (code == "late") return casework::Due::late;
  if (code == "soon") return casework::Due::soon;
  if (code == "not_running") return casework::Due::not_running;
  return casework::Due::any;
}

// A page's number, from 1.
int number(std::string_view text) {
  int n = 1;
  std::from_chars(text.data(), text.data() + text.size(), n);
  return std::clamp(n, 1, 100'000);
}

// The end of the next working day: what is due before it is due "within 1 day".
base::Instant soon_of(const calendar::WorkingTime& time, base::Instant now) {
  return time.closing(time.next_working_day(now.local().date)) + base::minute_us;
}

void ask(const identity::Visit& visit, const calendar::WorkingTime& time, casework::Query& query) {
  query.words = base::tidy(visit.fields().get("q").substr(0, 100));
  query.due = due_of(visit.fields().get("han"));
  query.soon = soon_of(time, query.now);
}

int matching(const casework::Counts& counts, casework::Due due) {
  switch (due) {
    case casework::Due::late:
      return counts.late;
    case casework::Due::soon:
      return counts.soon;
    case casework::Due::not_running:
      return counts.not_running;
    default:
      return counts.open;
  }
}

// Once each: one may hold an office and act in the same for somebody.
std::vector<std::pair<std::string, base::UnitId>> desks_of(const identity::Who& who) {
  std::vector<std::pair<std::string, base::UnitId>> out;
  for (const auto& position : who.positions) {
    std::pair desk{position.role, position.unit};
    if (std::ranges::find(out, desk) == out.end()) out.push_back(std::move(desk));
  }
  return out;
}

}  // namespace

casework::Query query_of(const identity::Who& who, base::Instant now) {
  casework::Query query;
  query.desks = desks_of(who);
  query.now = now;
  return query;
}

Room::Room(db::Database& db, identity::Chrome chrome) : db_(db), chrome_(std::move(chrome)) {}

identity::Routes Room::routes() {
  using http::Method;
  return {
      {Method::get, "/viec", identity::officer(), [this](auto& visit) { return list(visit); }},
      {Method::get, "/viec/bang.csv", identity::officer(),
       [this](auto& visit) { return table(visit); }},
  };
}

http::Response Room::list(identity::Visit& visit) {
  views::List shown;
  shown.due = std::string(visit.fields().get("han"));
  std::vector<casework::Card> cards;
  db_.read([&](db::Tx& tx) {
    shown.time = calendar::load(tx);
    shown.query = query_of(*visit.who(), visit.now());
    ask(visit, shown.time, shown.query);
    shown.query.limit = page_size;
    shown.query.offset = (number(visit.fields().get("trang")) - 1) * page_size;
    cards = casework::Casework::list(tx, shown.query);
    shown.counts = casework::Casework::count(tx, shown.query);
    for (const auto& card : cards) {
      if (shown.units.contains(card.unit)) continue;
      const auto* unit = visit.who()->tree ? visit.who()->tree->find(card.unit) : nullptr;
      shown.units[card.unit] = unit ? unit->name : base::Words{};
    }
  });
  shown.matching = matching(shown.counts, shown.query.due);
  for (const auto& card : cards) {
    auto& purpose = visit.purpose("worklist.list", card.subject);
    const auto* as = visit.who()->in(card.role, card.unit);
    if (as) identity::at_own_desk(purpose, *as);
    shown.rows.push_back({&card, card.party_name.open(purpose),
                          as && as->acting_for ? as->acting_for->name : std::string()});
  }
  return chrome_.officer(visit, views::list(shown, visit.lang()));
}

http::Response Room::table(identity::Visit& visit) {
  auto query = query_of(*visit.who(), visit.now());
  std::vector<casework::Card> cards;
  db_.read([&](db::Tx& tx) {
    ask(visit, calendar::load(tx), query);
    query.limit = export_max;
    cards = casework::Casework::list(tx, query);
  });
  const auto lang = visit.lang();
  std::string out = "\xEF\xBB\xBF";  // spreadsheets take it for UTF-8 only with this mark
  for (const auto* title :
       {&text::matter, &text::party, &text::step, &text::step_due, &text::due}) {
    out += base::csv_cell(title->in(lang)) + ",";
  }
  out.back() = '\n';
  auto& purpose = visit.purpose("worklist.export");
  for (const auto& card : cards) {
    out += base::csv_cell(card.code) + "," + base::csv_cell(card.party_name.open(purpose)) + "," +
           base::csv_cell(card.title.in(lang) + " - " + card.step.in(lang)) + "," +
           base::csv_cell(card.step_due ? card.step_due->local().vn() : "") + "," +
           base::csv_cell(card.due ? card.due->local().vn() : "") + "\n";
  }
  return http::Response::file("text/csv; charset=utf-8", out, "viec.csv", false);
}

std::map<std::string, base::Words> purposes() {
  const auto words = [](const base::Text& text) {
    return base::Words{std::string(text.vi), std::string(text.en)};
  };
  return {{"worklist.list", words(text::purpose_list)},
          {"worklist.export", words(text::purpose_export)}};
}

}  // namespace worklist
