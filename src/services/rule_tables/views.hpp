// What the room of rule tables shows. Values in, HTML out.
#pragma once

#include <map>

#include "platform/ui/shell.hpp"
#include "services/rule_tables/draft.hpp"

namespace rule_tables::views {

inline constexpr const char* here = "/can-bo/bang-quy-tac";
std::string address(std::string_view code);  // of a table
std::string address(DraftId id);             // of a draft

// How a table stands today: what the list filters by.
enum class Standing { in_force, ending, to_come, ended, drafting, waiting };
std::string_view code_of(Standing standing);
inline constexpr int warned_days = 90;  // before the last day that somebody answers for

struct Line {
  std::string code;
  base::Words title;
  std::string law;
  std::optional<decisions::Edition> edition;  // in force, or the newest
  std::optional<base::Date> ends;             // after that day no edition answers
  Standing standing = Standing::drafting;
  std::optional<Draft> draft;
};
struct List {
  base::Lang lang;
  base::Date today;
  std::string state, words;  // as asked
  std::vector<Line> lines;
  bool any = false;  // before filtering
  bool may_edit = false;
  std::string notice = {};
};
ui::OfficerPage list(const List& list);

// Who stands behind an edition, by its number.
struct Names {
  std::string proposed, published;
};

struct TablePage {
  base::Lang lang;
  base::Instant now;
  std::string on, known;  // as typed
  std::string wrong_on, wrong_known;
  std::vector<decisions::Edition> all;          // newest first
  const decisions::Edition* shown = nullptr;    // null: none for those days
  const decisions::Edition* today = nullptr;    // what answers for the same day as known today
  const decisions::Edition* against = nullptr;  // compared with
  std::map<int, Names> names;
  std::vector<std::string> trial;  // as typed
  std::optional<decisions::Answer> answer;
  std::optional<Draft> draft;
  bool may_edit = false;
  bool print = false;
  std::string notice = {}, refusal = {};
  base::Html marks = {};
};
ui::OfficerPage table(const TablePage& page);
std::string csv(const decisions::Table& table, base::Lang lang);

struct NewTable {
  base::Lang lang;
  std::string code, title, wrong_code, wrong_title;
  base::Html marks;
};
ui::OfficerPage new_table(const NewTable& page);

struct Editor {
  base::Lang lang;
  Draft draft;
  Reviewed reviewed;
  std::vector<decisions::Edition> all;
  std::optional<decisions::Answer> answer;
  bool told = false;  // what was found stands at the top, and at its cells
  std::string refusal = {}, notice = {};
  std::string saved_by = {};
  base::Html marks = {};
};
ui::OfficerPage editor(const Editor& page);

struct Proposal {
  base::Lang lang;
  Draft draft;
  Reviewed reviewed;
  const decisions::Edition* before = nullptr;  // what it is compared with
  std::string proposed_by;
  bool may_publish = false, may_withdraw = false;
  std::string reason, wrong_reason, refusal, notice;
  base::Html marks = {};
};
ui::OfficerPage proposal(const Proposal& page);

// ---- pieces the pages share

// Its rows: conditions, answers, law. `hits` are the rows that fitted.
base::Html rows(const decisions::Table& table, base::Lang lang, const std::vector<int>& hits = {});
base::Html examples(const decisions::Table& table, base::Lang lang);
base::Html difference(const decisions::Table& before, const decisions::Table& after,
                      base::Lang lang);
base::Html answered(const decisions::Table& table, const decisions::Answer& answer,
                    base::Lang lang);
std::string days_of(const decisions::Span& span, base::Lang lang);
// A table that scrolls within its own box; its first column stays.
base::Html frozen(const ui::Label& caption, const base::Html& head, const base::Html& body);

}  // namespace rule_tables::views
