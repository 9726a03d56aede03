#include "engines/decisions/plain.hpp"

#include <algorithm>
#include <cctype>
#include <functional>

#include "base/fold.hpp"
#include "engines/decisions/text.hpp"
#include "engines/rules/feel/problem.hpp"

namespace decisions {
namespace {

using feel::said;
using Cell = base::Result<std::string, base::Words>;

bool digit(char c) { return c >= '0' && c <= '9'; }

std::string trimmed(std::string_view text) { return base::tidy(text, true); }

// Every piece outside quotation marks through `change`; it may refuse.
Cell outside_quotes(std::string_view text, const std::function<Cell(std::string_view)>& change) {
  std::string out;
  while (!text.empty()) {
    const auto open = std::min(text.find('"'), text.size());
    const auto changed = change(text.substr(0, open));
    if (!changed) return changed;
    out += *changed;
    text.remove_prefix(open);
    if (text.empty()) break;
    std::size_t close = 1;
    while (close < text.size() && (text[close] != '"' || text[close - 1] == '\\')) ++close;
    close = std::min(close + 1, text.size());
    out += text.substr(0, close);
    text.remove_prefix(close);
  }
  return out;
}

// How many letters from `at` on are figures.
std::size_t figures(std::string_view text, std::size_t at) {
  std::size_t n = 0;
  while (at + n < text.size() && digit(text[at + n])) ++n;
  return n;
}

// "15.000", "1.234.567": people here mean thousands, FEEL reads 15. 15.0 and 0.125 are no such.
Cell without_thousands(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto first = figures(text, i);
    if (first == 0) {
      ++i;
      continue;
    }
    std::string number(text.substr(i, first));
    auto at = i + first;
    std::size_t groups = 0;
    while (at < text.size() && text[at] == '.' && figures(text, at + 1) == 3) {
      number += text.substr(at + 1, 3);
      at += 4;
      ++groups;
    }
    if (groups > 0 && first <= 3 && number.front() != '0') {
      return base::refuse(said(
          text::thousands, {{"typed", std::string(text.substr(i, at - i))}, {"number", number}}));
    }
    i = std::max(at, i + first);
  }
  return std::string(text);
}

// 01/07/2026 becomes date("2026-07-01").
Cell with_dates(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto day = figures(text, i);
    const auto month_at = i + day + 1;
    const auto month =
        day && month_at < text.size() && text[month_at - 1] == '/' ? figures(text, month_at) : 0;
    const auto year_at = month_at + month + 1;
    const auto year =
        month && year_at < text.size() && text[year_at - 1] == '/' ? figures(text, year_at) : 0;
    if (year != 4) {
      const auto step = std::max<std::size_t>(day, 1);
      out += text.substr(i, step);
      i += step;
      continue;
    }
    const auto typed = text.substr(i, year_at + year - i);
    const auto known = base::Date::parse_vn(typed);
    if (!known) return base::refuse(said(text::no_such_day, {{"day", std::string(typed)}}));
    out += "date(\"" + known->iso() + "\")";
    i = year_at + year;
  }
  return out;
}

std::optional<bool> flag_in(std::string_view text) {
  const auto word = base::fold(text);
  for (const auto* yes : {"co", "dung", "yes", "true"}) {
    if (word == yes) return true;
  }
  for (const auto* no : {"khong", "sai", "no", "false"}) {
    if (word == no) return false;
  }
  return std::nullopt;
}

// A piece of a text column that is a value by itself: no operator, bracket or name.
bool bare(std::string_view piece, const Column& column) {
  if (piece.empty() || piece == "null" || piece == "-") return false;
  if (std::string_view("<>=![(?@{").find(piece.front()) != piece.npos) return false;
  return std::ranges::find(column.names, piece) == column.names.end();
}

std::string each_piece(std::string_view text, const std::function<std::string(std::string)>& of) {
  std::string out;
  while (true) {
    const auto comma = std::min(text.find(','), text.size());
    out += of(trimmed(text.substr(0, comma)));
    if (comma == text.size()) return out;
    out += ", ";
    text.remove_prefix(comma + 1);
  }
}

// not(...) around everything stays.
std::string within_not(std::string_view text, const std::function<std::string(std::string)>& of) {
  if (text.starts_with("not(") && text.ends_with(")"))
    return "not(" + each_piece(text.substr(4, text.size() - 5), of) + ")";
  return each_piece(text, of);
}

std::string quoted_texts(std::string_view text, CellKind kind, const Column& column) {
  const auto quote = [&](std::string piece) {
    return bare(piece, column) ? '"' + piece + '"' : piece;
  };
  return kind == CellKind::value ? quote(std::string(text)) : within_not(text, quote);
}

// "\"a\", \"b\"" without its marks, if every piece would be quoted again just so.
std::string bare_texts(std::string_view text, CellKind kind, const Column& column) {
  bool all = true;
  const auto strip = [&](std::string piece) {
    if (piece.size() < 3 || piece.front() != '"' || piece.back() != '"') return all = false, piece;
    piece = piece.substr(1, piece.size() - 2);
    all = all && bare(piece, column) && piece.find_first_of("\"\\(),") == piece.npos &&
          piece == trimmed(piece);
    return piece;
  };
  const auto plain = kind == CellKind::value ? strip(std::string(text)) : within_not(text, strip);
  return all ? plain : std::string(text);
}

// date("2026-07-01") and @"2026-07-01" become 01/07/2026.
std::string with_days(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    std::size_t taken = 0;
    for (const std::string_view opening : {"date(\"", "@\""}) {
      const std::string_view closing = opening.starts_with("@") ? "\"" : "\")";
      const auto size = opening.size() + 10 + closing.size();
      if (!text.starts_with(opening) || text.size() < size) continue;
      const auto day = base::Date::parse_iso(text.substr(opening.size(), 10));
      if (!day || text.substr(size - closing.size(), closing.size()) != closing) continue;
      out += day->vn();
      taken = size;
    }
    if (taken == 0) out += text[0], taken = 1;
    text.remove_prefix(taken);
  }
  return out;
}

// Every cell of a table, with what it is and where.
using EachCell = std::function<void(std::string&, CellKind, const Column&, Spot)>;

void each_cell(Table& table, const EachCell& of) {
  using Part = Spot::Part;
  std::vector<std::string> names;
  for (const auto& given : table.givens) names.push_back(given.name);
  for (int k = 0; auto& input : table.inputs)
    of(input.allowed, CellKind::tests, {input.type}, {Part::input, -1, k++});
  for (int k = 0; auto& output : table.outputs) {
    of(output.allowed, CellKind::tests, {output.type}, {Part::output, -1, k});
    of(output.fallback, CellKind::value, {output.type, names}, {Part::output, -1, k++});
  }
  for (int i = 0; auto& row : table.rows) {
    for (std::size_t k = 0; k < row.tests.size() && k < table.inputs.size(); ++k)
      of(row.tests[k], CellKind::tests, {table.inputs[k].type, names}, {Part::test, i, int(k)});
    for (std::size_t k = 0; k < row.answers.size() && k < table.outputs.size(); ++k)
      of(row.answers[k], CellKind::value, {table.outputs[k].type, names},
         {Part::answer, i, int(k)});
    ++i;
  }
  for (int i = 0; auto& one : table.examples) {
    for (std::size_t k = 0; k < one.given.size() && k < table.givens.size(); ++k)
      of(one.given[k], CellKind::value, {table.givens[k].type}, {Part::fact, i, int(k)});
    for (std::size_t k = 0; k < one.expected.size() && k < table.outputs.size(); ++k)
      of(one.expected[k], CellKind::value, {table.outputs[k].type}, {Part::expected, i, int(k)});
    ++i;
  }
}

}  // namespace

Cell feel_of(std::string_view typed, CellKind kind, const Column& column) {
  const auto text = trimmed(typed);
  if (text.empty() || (kind == CellKind::tests && text == "-")) return std::string();
  switch (column.type) {
    case ValueType::number:
    case ValueType::whole:
      return outside_quotes(text, without_thousands);
    case ValueType::date:
      return outside_quotes(text, with_dates);
    case ValueType::flag:
      if (const auto flag = flag_in(text)) return std::string(*flag ? "true" : "false");
      return text;
    case ValueType::text:
      break;
  }
  return text.find('"') == text.npos ? quoted_texts(text, kind, column) : text;
}

std::string plain_of(std::string_view feel, CellKind kind, const Column& column, base::Lang lang) {
  switch (column.type) {
    case ValueType::date:
      return with_days(feel);
    case ValueType::flag:
      if (feel == "true") return std::string(text::yes.in(lang));
      if (feel == "false") return std::string(text::no.in(lang));
      break;
    case ValueType::text:
      if (!feel.empty()) return bare_texts(feel, kind, column);
      break;
    case ValueType::number:
    case ValueType::whole:
      break;
  }
  return std::string(feel);
}

Table feel_of(const Table& typed, Findings& findings) {
  Table out = typed;
  each_cell(out, [&](std::string& cell, CellKind kind, const Column& column, Spot spot) {
    auto made = feel_of(cell, kind, column);
    if (made)
      cell = std::move(*made);
    else
      findings.push_back({Finding::Weight::error, spot, made.error()});
  });
  return out;
}

Table plain_of(const Table& table, base::Lang lang) {
  Table out = table;
  each_cell(out, [&](std::string& cell, CellKind kind, const Column& column, Spot) {
    cell = plain_of(cell, kind, column, lang);
  });
  return out;
}

}  // namespace decisions
