// Draws the rows of a table, its examples, and how two tables differ.
#include <algorithm>

#include "base/csv.hpp"
#include "engines/decisions/plain.hpp"
#include "platform/ui/lists.hpp"
#include "platform/ui/markup.hpp"
#include "platform/ui/parts.hpp"
#include "services/rule_tables/text.hpp"
#include "services/rule_tables/views.hpp"

namespace rule_tables::views {
namespace {

using base::fill;
using base::h;
using base::Html;
using base::Lang;
using base::Text;
using decisions::RowChange;
using decisions::Table;
using Kind = RowChange::Kind;

std::string t(const Text& text, Lang lang) { return std::string(text.in(lang)); }

Html heading_cell(const std::string& words, bool number = false) {
  return h(R"(<th scope="col"{}>{}</th>)", ui::attribute("class", number ? "num" : ""), words);
}

bool figures(decisions::ValueType type) {
  return type == decisions::ValueType::number || type == decisions::ValueType::whole;
}

Html head_of(const Table& table, Lang lang, const std::string& first) {
  auto out = heading_cell(first);
  for (const auto& input : table.inputs) out += heading_cell(input.label.in(lang));
  for (const auto& output : table.outputs)
    out += heading_cell(output.label.in(lang), figures(output.type));
  out += heading_cell(t(text::law, lang));
  out += heading_cell(t(text::note, lang));
  return out;
}

Html test_cell(const std::string& cell, Lang lang) {
  return cell.empty() ? ui::muted(t(text::anything, lang)) : h("{}", cell);
}

// What people read: 540.000 for 540000.
std::string answer_words(const std::string& cell, decisions::ValueType type, Lang lang) {
  const auto value = figures(type) ? decisions::literal(cell) : std::nullopt;
  return value ? decisions::shown(*value, lang) : cell;
}

Html answer_cell(const std::string& cell, decisions::ValueType type, Lang lang) {
  return h("<td{}>{}</td>", ui::attribute("class", figures(type) ? "num" : ""),
           answer_words(cell, type, lang));
}

Html fallback_row(const Table& table, Lang lang) {
  const bool none = std::ranges::all_of(table.outputs,
                                        [](const auto& output) { return output.fallback.empty(); });
  if (none) return {};
  Html cells;
  for (std::size_t k = 0; k < table.inputs.size(); ++k) cells += h("<td></td>");
  for (const auto& output : table.outputs) cells += answer_cell(output.fallback, output.type, lang);
  return h(R"(<tr><th scope="row">{}</th>{}<td></td><td></td></tr>)", t(text::otherwise, lang),
           cells);
}

// Before struck out, after plain; a screen reader hears which is which.
Html cell_change(const std::string& before, const std::string& after, Lang lang) {
  const auto said = [&](const Text& which) {
    return h(R"(<span class="govuk-visually-hidden">{}: </span>)", t(which, lang));
  };
  return h("<del>{}{}</del> <ins>{}{}</ins>", said(text::was), before, said(text::is), after);
}

class Differing {
 public:
  Differing(const Table& before, const Table& after, Lang lang)
      : before_(decisions::plain_of(before, lang)),
        after_(decisions::plain_of(after, lang)),
        same_columns_(before.inputs.size() == after.inputs.size() &&
                      before.outputs.size() == after.outputs.size()),
        lang_(lang) {}

  Html rows(const std::vector<RowChange>& changes) const {
    Html out;
    for (const auto& one : changes) {
      if (one.kind != Kind::same) out += row(one);
    }
    return out;
  }
  Html head() const { return head_of(after_, lang_, t(text::row_head, lang_)); }

 private:
  Html row(const RowChange& one) const {
    const bool gone = one.kind == Kind::removed;
    const auto& what = one.kind == Kind::added ? text::is_added
                       : gone                  ? text::is_removed
                                               : text::is_changed;
    const auto tone = one.kind == Kind::added ? ui::Tone::ok
                      : gone                  ? ui::Tone::bad
                                              : ui::Tone::warn;
    const auto number = std::to_string((gone ? one.before : one.after) + 1);
    auto cells = h(R"(<th scope="row">{} {}</th>)", number, ui::tag(tone, t(what, lang_)));
    cells += gone                      ? plain(before_.rows[std::size_t(one.before)], true)
             : one.kind == Kind::added ? plain(after_.rows[std::size_t(one.after)], false)
                                       : both(one);
    return h("<tr>{}</tr>", cells);
  }

  // A row that went, under the columns of today as far as they are the same.
  Html plain(const decisions::Row& row, bool gone) const {
    Html out;
    const auto put = [&](const std::string& cell) {
      out += gone ? h("<td><del>{}</del></td>", cell) : h("<td><ins>{}</ins></td>", cell);
    };
    const bool fits = !gone || same_columns_;
    for (std::size_t k = 0; k < after_.inputs.size(); ++k) put(fits ? row.tests[k] : "");
    for (std::size_t k = 0; k < after_.outputs.size(); ++k)
      put(fits ? answer_words(row.answers[k], after_.outputs[k].type, lang_) : "");
    put(row.law);
    put(row.note);
    return out;
  }

  Html both(const RowChange& one) const {
    const auto& was = before_.rows[std::size_t(one.before)];
    const auto& is = after_.rows[std::size_t(one.after)];
    Html out;
    const auto put = [&](const std::string& a, const std::string& b, bool differs) {
      out += differs ? h("<td>{}</td>", cell_change(a, b, lang_)) : h("<td>{}</td>", b);
    };
    const auto in = [](const std::vector<int>& all, std::size_t k) {
      return std::ranges::find(all, int(k)) != all.end();
    };
    for (std::size_t k = 0; k < is.tests.size(); ++k)
      put(same_columns_ ? was.tests[k] : "", is.tests[k], in(one.tests, k));
    for (std::size_t k = 0; k < is.answers.size(); ++k) {
      const auto type = after_.outputs[k].type;
      put(same_columns_ ? answer_words(was.answers[k], type, lang_) : "",
          answer_words(is.answers[k], type, lang_), in(one.answers, k));
    }
    put(was.law, is.law, was.law != is.law);
    put(was.note, is.note, was.note != is.note);
    return out;
  }

  Table before_, after_;
  bool same_columns_;
  Lang lang_;
};

}  // namespace

Html frozen(const ui::Label& caption, const Html& head, const Html& body) {
  return h(R"(<div class="td-scroll td-frozen" tabindex="0" role="region" aria-label="{}">
<table class="td-table"><caption class="govuk-visually-hidden">{}</caption>)"
           R"(<thead><tr>{}</tr></thead><tbody>
{}</tbody></table></div>
)",
           caption, caption, head, body);
}

Html rows(const Table& table, Lang lang, const std::vector<int>& hits) {
  const auto plain = decisions::plain_of(table, lang);
  Html body;
  for (std::size_t i = 0; i < plain.rows.size(); ++i) {
    const auto& row = plain.rows[i];
    const bool hit = std::ranges::find(hits, int(i)) != hits.end();
    Html cells;
    for (const auto& cell : row.tests) cells += h("<td>{}</td>", test_cell(cell, lang));
    for (std::size_t k = 0; k < row.answers.size(); ++k)
      cells += answer_cell(row.answers[k], plain.outputs[k].type, lang);
    body += h("<tr{}><th scope=\"row\">{}</th>{}<td>{}</td><td>{}</td></tr>\n",
              ui::attribute("class", hit ? "is-hit" : ""), i + 1, cells, row.law, row.note);
  }
  body += fallback_row(plain, lang);
  return frozen(t(text::rows_of, lang), head_of(plain, lang, t(text::row_head, lang)), body);
}

Html examples(const Table& table, Lang lang) {
  const auto plain = decisions::plain_of(table, lang);
  auto head = heading_cell(t(text::example, lang));
  for (const auto& given : plain.givens) head += heading_cell(given.name);
  for (const auto& output : plain.outputs)
    head += heading_cell(output.label.in(lang), figures(output.type));
  Html body;
  for (const auto& one : plain.examples) {
    Html cells;
    for (const auto& cell : one.given) cells += h("<td>{}</td>", cell);
    for (std::size_t k = 0; k < one.expected.size(); ++k)
      cells += answer_cell(one.expected[k], plain.outputs[k].type, lang);
    body += h("<tr><th scope=\"row\">{}</th>{}</tr>\n", one.name, cells);
  }
  return frozen(t(text::examples, lang), head, body);
}

Html difference(const Table& before, const Table& after, Lang lang) {
  const auto found = decisions::difference(before, after);
  if (found.none()) return ui::paragraph(t(text::no_change, lang));
  Html about;
  for (const auto& one : found.about) about += h("<li>{}</li>", one.in(lang));
  Html out;
  if (!about.empty()) out += h(R"(<ul class="govuk-list govuk-list--bullet">{}</ul>)", about);
  const Differing drawn(before, after, lang);
  if (found.changed_rows() > 0)
    out += frozen(t(text::change, lang), drawn.head(), drawn.rows(found.rows));
  if (found.examples_added + found.examples_removed > 0) {
    out += ui::paragraph(fill(text::examples_differ, lang,
                              {{"added", std::to_string(found.examples_added)},
                               {"removed", std::to_string(found.examples_removed)}}));
  }
  return out;
}

Html answered(const Table& table, const decisions::Answer& answer, Lang lang) {
  std::string numbers;
  for (const auto row : answer.rows)
    numbers += (numbers.empty() ? "" : ", ") + std::to_string(row + 1);
  auto out = ui::paragraph(numbers.empty() ? t(text::tried_other, lang)
                                           : fill(text::tried_row, lang, {{"rows", numbers}}));
  for (std::size_t k = 0; k < table.outputs.size() && k < answer.outputs.size(); ++k) {
    out += h("<p><b>{}: {}</b></p>", table.outputs[k].label.in(lang),
             decisions::shown(answer.outputs[k], lang));
  }
  for (const auto row : answer.rows) {
    if (row < int(table.rows.size()) && !table.rows[std::size_t(row)].law.empty())
      out += ui::paragraph(ui::muted(table.rows[std::size_t(row)].law));
  }
  for (const auto& note : answer.notes) out += ui::source_line(ui::Tone::warn, note.in(lang));
  return h(R"(<div role="status">{}</div>)", out);
}

std::string days_of(const decisions::Span& span, Lang lang) {
  if (!span.until) return fill(text::from_day, lang, {{"from", span.from.vn()}});
  return fill(text::from_until, lang, {{"from", span.from.vn()}, {"until", span.until->vn()}});
}

std::string csv(const Table& table, Lang lang) {
  const auto plain = decisions::plain_of(table, lang);
  std::string out = "\xEF\xBB\xBF";  // spreadsheets take it for UTF-8 only with this mark
  const auto line = [&](const std::vector<std::string>& cells) {
    for (const auto& one : cells) out += base::csv_cell(one) + ",";
    out.back() = '\n';
  };
  std::vector<std::string> head = {t(text::row_head, lang)};
  for (const auto& input : plain.inputs) head.push_back(input.label.in(lang));
  for (const auto& output : plain.outputs) head.push_back(output.label.in(lang));
  head.push_back(t(text::law, lang));
  head.push_back(t(text::note, lang));
  line(head);
  for (std::size_t i = 0; i < plain.rows.size(); ++i) {
    const auto& row = plain.rows[i];
    std::vector<std::string> cells = {std::to_string(i + 1)};
    for (const auto& cell : row.tests) cells.push_back(cell.empty() ? "-" : cell);
    cells.insert(cells.end(), row.answers.begin(), row.answers.end());
    cells.push_back(row.law);
    cells.push_back(row.note);
    line(cells);
  }
  return out;
}

}  // namespace rule_tables::views
