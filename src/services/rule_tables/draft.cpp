#include "services/rule_tables/draft.hpp"

#include <algorithm>
#include <charconv>

#include "base/fold.hpp"
#include "engines/decisions/plain.hpp"
#include "services/rule_tables/text.hpp"

namespace rule_tables {
namespace {

using decisions::Finding;
using decisions::Findings;
using decisions::Table;

int number(std::string_view text) {
  int value = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? value : -1;
}

// A move of one thing in a list; `fresh` is what is added. False: the list cannot.
template <class T>
bool move_in(std::vector<T>& all, std::string_view verb, int at, const T& fresh, std::size_t most) {
  const int size = int(all.size());
  if (verb == "add" || verb == "copy") {
    if (all.size() >= most || at < -1 || at >= size || (verb == "copy" && at < 0)) return false;
    const T one = verb == "copy" ? all[std::size_t(at)] : fresh;
    all.insert(all.begin() + at + 1, one);
    return true;
  }
  if (at < 0 || at >= size) return false;
  if (verb == "drop") return all.erase(all.begin() + at), true;
  const int other = verb == "up" ? at - 1 : verb == "down" ? at + 1 : -1;
  if (other < 0 || other >= size) return false;
  std::swap(all[std::size_t(at)], all[std::size_t(other)]);
  return true;
}

// The same move in every row, so that cells stay under their column.
void move_cells(std::vector<std::string>& cells, std::size_t columns, std::string_view verb,
                int at) {
  cells.resize(columns);
  move_in(cells, verb == "copy" ? "add" : verb, at, std::string(), columns + 1);
}

bool edit_columns(Table& table, bool input, std::string_view verb, int at) {
  const auto inputs = table.inputs.size(), outputs = table.outputs.size();
  const auto most = decisions::columns_max - (input ? outputs : inputs);
  if (verb == "copy") return false;
  if (input) {
    if (!move_in(table.inputs, verb, at, {}, most)) return false;
    for (auto& row : table.rows) move_cells(row.tests, inputs, verb, at);
    return true;
  }
  if (!move_in(table.outputs, verb, at, {}, most)) return false;
  for (auto& row : table.rows) move_cells(row.answers, outputs, verb, at);
  for (auto& one : table.examples) move_cells(one.expected, outputs, verb, at);
  return true;
}

bool mentioned(const Table& table, const std::string& name) {
  const auto in = [&](const std::string& text) { return text.find(name) != text.npos; };
  for (const auto& input : table.inputs) {
    if (input.expression.empty() || in(input.expression)) return true;  // perhaps being retyped
  }
  return std::ranges::any_of(table.rows, [&](const auto& row) {
    return std::ranges::any_of(row.tests, in) || std::ranges::any_of(row.answers, in);
  });
}

}  // namespace

bool edit(Table& table, std::string_view move) {
  const auto first = move.find('.'), second = move.rfind('.');
  if (first == move.npos || first == second) return false;
  const auto what = move.substr(0, first), verb = move.substr(first + 1, second - first - 1);
  const auto where = move.substr(second + 1);
  const int at = where == "-1" ? -1 : number(where);
  if (at < 0 && verb != "add") return false;
  const decisions::Row row{std::vector<std::string>(table.inputs.size()),
                           std::vector<std::string>(table.outputs.size()), "", ""};
  const decisions::Example example{"", std::vector<std::string>(table.givens.size()),
                                   std::vector<std::string>(table.outputs.size())};
  if (what == "row") return move_in(table.rows, verb, at, row, decisions::rows_max);
  if (what == "case") return move_in(table.examples, verb, at, example, decisions::examples_max);
  if (what == "in" || what == "out") return edit_columns(table, what == "in", verb, at);
  return false;
}

void settle(Sheet& sheet, const std::vector<std::string>& before) {
  auto& table = sheet.table;
  const auto given = [&](const std::string& name) {
    return std::ranges::find(table.givens, name, &decisions::Given::name);
  };
  for (std::size_t k = 0; k < table.inputs.size(); ++k) {
    auto& input = table.inputs[k];
    const auto was = k < before.size() ? given(before[k]) : table.givens.end();
    const bool free = given(input.expression) == table.givens.end();
    const bool name = !input.expression.empty() && decisions::is_name(input.expression);
    const bool shared = std::ranges::count(before, k < before.size() ? before[k] : "") > 1;
    if (name && free && was != table.givens.end() && !shared)
      was->name = input.expression;
    else if (name && free)
      table.givens.push_back({input.expression, input.type});
    if (const auto own = given(input.expression); own != table.givens.end()) own->type = input.type;
  }
  for (auto j = table.givens.size(); j-- > 0;) {
    if (mentioned(table, table.givens[j].name)) continue;
    table.givens.erase(table.givens.begin() + std::ptrdiff_t(j));
    const auto drop = [&](std::vector<std::string>& values) {
      if (j < values.size()) values.erase(values.begin() + std::ptrdiff_t(j));
    };
    for (auto& one : table.examples) drop(one.given);
    drop(sheet.trial);
  }
  for (auto& one : table.examples) {
    one.given.resize(table.givens.size());
    one.expected.resize(table.outputs.size());
  }
  sheet.trial.resize(table.givens.size());
}

bool Reviewed::ready() const {
  return applies && wrong_from.empty() && wrong_until.empty() && wrong_reason.empty() &&
         !decisions::any_error(findings) && !decisions::any_error(of_days);
}

bool Reviewed::warned() const { return !findings.empty() || !of_days.empty(); }

Reviewed review(const Sheet& sheet, const std::vector<decisions::Edition>& all, base::Date today,
                base::Lang lang) {
  Reviewed out;
  out.table = decisions::feel_of(sheet.table, out.findings);
  // A cell that could not be taken was told; what FEEL says of the same cell adds nothing.
  const auto refused = out.findings;
  for (auto& one : decisions::check(out.table)) {
    const auto same = [&](const Finding& other) { return other.spot == one.spot; };
    if (std::ranges::none_of(refused, same)) out.findings.push_back(std::move(one));
  }
  const auto from = base::Date::parse_vn(sheet.from), until = base::Date::parse_vn(sheet.until);
  if (!from) out.wrong_from = text::day_wrong.in(lang);
  if (!until && !sheet.until.empty()) out.wrong_until = text::day_wrong.in(lang);
  if (base::length(sheet.reason) < 5) out.wrong_reason = text::reason_missing.in(lang);
  out.replaces = std::max(0, number(sheet.replaces));
  if (!from) return out;
  out.applies = decisions::Span{*from, until};
  out.of_days = decisions::check_days(all, *out.applies, out.replaces, today);
  return out;
}

std::optional<decisions::Answer> tried(const Table& table, const std::vector<std::string>& typed,
                                       base::Instant now) {
  if (std::ranges::all_of(typed, [](const auto& one) { return one.empty(); })) return std::nullopt;
  std::vector<feel::Value> given;
  for (std::size_t k = 0; k < table.givens.size(); ++k) {
    const auto text = k < typed.size() ? typed[k] : "";
    const auto cell =
        decisions::feel_of(text, decisions::CellKind::value, {table.givens[k].type, {}});
    given.push_back(cell ? decisions::literal(*cell).value_or(feel::Value()) : feel::Value());
  }
  return decisions::Decider::of(table)->decide(given, now);
}

Sheet sheet_of(const decisions::Edition& edition, base::Lang lang) {
  Sheet out;
  out.table = decisions::plain_of(edition.table, lang);
  out.trial.resize(out.table.givens.size());
  return out;
}

Sheet empty_sheet(std::string code, std::string title) {
  Sheet out;
  out.table.code = std::move(code);
  out.table.title = {std::move(title), ""};
  out.table.inputs.resize(1);
  out.table.outputs.resize(1);
  out.table.rows.push_back({{""}, {""}, "", ""});
  return out;
}

}  // namespace rule_tables
