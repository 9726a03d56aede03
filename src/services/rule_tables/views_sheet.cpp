#include "services/rule_tables/views_sheet.hpp"

#include <algorithm>

#include "platform/ui/forms.hpp"
#include "platform/ui/lists.hpp"
#include "platform/ui/markup.hpp"
#include "platform/ui/parts.hpp"
#include "services/rule_tables/text.hpp"
#include "services/rule_tables/text_editor.hpp"

namespace rule_tables::views {
namespace {

using base::fill;
using base::h;
using base::Html;
using base::Lang;
using base::Text;
using decisions::Finding;
using decisions::Spot;
using decisions::Table;
using Part = Spot::Part;

std::string t(const Text& text, Lang lang) { return std::string(text.in(lang)); }
std::string n(std::size_t i) { return std::to_string(i); }
std::string counted(std::size_t i) { return std::to_string(i + 1); }

// An input has one line: what a file wrote in several is joined by blanks.
std::string one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}

using Wrong = std::map<std::string, std::string>;

Wrong wrong_of(const Editor& p) {
  Wrong out;
  if (!p.told) return out;
  for (const auto& one : p.reviewed.findings) {
    if (one.weight == Finding::Weight::error)
      out.try_emplace(place(p.reviewed.table, one.spot), one.words.in(p.lang));
  }
  return out;
}

class Grid {
 public:
  explicit Grid(const Editor& p)
      : table_(p.draft.sheet.table), lang_(p.lang), wrong_(wrong_of(p)) {}

  Html rows() const {
    Html head = h(R"(<th scope="col">{}</th>)", t(text::row_head, lang_));
    for (std::size_t k = 0; k < table_.inputs.size(); ++k) head += input_head(k);
    for (std::size_t k = 0; k < table_.outputs.size(); ++k) head += output_head(k);
    head += h(R"(<th scope="col">{}</th><th scope="col">{}</th>)", t(text::law, lang_),
              t(text::note, lang_));
    Html body;
    for (std::size_t i = 0; i < table_.rows.size(); ++i) body += row(i);
    return frozen(t(text::rows_of, lang_), head, body);
  }

  Html examples() const {
    Html head = h(R"(<th scope="col">{}</th>)", t(text::example, lang_));
    for (const auto& given : table_.givens) head += h(R"(<th scope="col">{}</th>)", given.name);
    for (const auto& output : table_.outputs)
      head += h(R"(<th scope="col">{}</th>)", expects(output));
    Html body;
    for (std::size_t i = 0; i < table_.examples.size(); ++i) body += example(i);
    return frozen(t(text::examples, lang_), head, body);
  }

  Html field(const std::string& name, const std::string& label, const std::string& value) const {
    const auto wrong = wrong_.find(name);
    const bool bad = wrong != wrong_.end();
    Html more;
    if (bad) {
      more += ui::attribute("aria-describedby", name + "-error");
      more += ui::attribute("aria-invalid", "true");
    }
    const auto input = h(R"(<input class="{}" id="{}" name="{}" value="{}" aria-label="{}")"
                         R"( autocomplete="off" spellcheck="false"{}>)",
                         bad ? "govuk-input govuk-input--error" : "govuk-input", name, name,
                         one_line(value), label, more);
    return bad ? h(R"({}<p class="govuk-error-message" id="{}-error">{}</p>)", input, name,
                   wrong->second)
               : input;
  }

 private:
  std::string expects(const decisions::Output& output) const {
    return fill(text::expects, lang_, {{"column", name_of(output.label, output.name)}});
  }
  std::string name_of(const base::Words& label, const std::string& otherwise) const {
    return label.vi.empty() ? otherwise : label.in(lang_);
  }

  Html move(const char* icon_move, const std::string& value, const std::string& words) const {
    const auto icon = ui::icon(ui::Icon::named(icon_move, "plus"));
    return h(
        R"(<button class="td-move" name="lam" value="{}" aria-label="{}" title="{}">{}</button>)",
        value, words, words, icon);
  }
  // The buttons of one row or example.
  Html moves(const char* what, std::size_t i, std::size_t count, const std::string& words) const {
    const std::string base = std::string(what) + ".";
    const auto at = "." + n(i);
    Html out;
    if (i > 0) out += move("arrow-up", base + "up" + at, said(text::move_up, words));
    if (i + 1 < count) out += move("arrow-down", base + "down" + at, said(text::move_down, words));
    out += move("plus", base + "add" + at, said(text::insert_below, words));
    out += move("trash-2", base + "drop" + at, said(text::remove, words));
    return h(R"(<span class="td-moves">{}</span>)", out);
  }
  Html column_moves(const char* what, std::size_t k, std::size_t count,
                    const std::string& words) const {
    const std::string base = std::string(what) + ".";
    const auto at = "." + n(k);
    Html out;
    if (k > 0) out += move("chevron-left", base + "up" + at, said(text::move_left, words));
    if (k + 1 < count)
      out += move("chevron-right", base + "down" + at, said(text::move_right, words));
    out += move("trash-2", base + "drop" + at, said(text::remove, words));
    return h(R"(<span class="td-moves">{}</span>)", out);
  }
  std::string said(const Text& text, const std::string& what) const {
    return fill(text, lang_, {{"what", what}});
  }

  Html setting(const std::string& name, const Text& label, const std::string& value) const {
    return h(R"(<label for="{}">{}</label>{})", name, t(label, lang_),
             field(name, t(label, lang_), value));
  }
  Html type_select(const std::string& name, decisions::ValueType type) const {
    Html options;
    for (auto one :
         {decisions::ValueType::number, decisions::ValueType::whole, decisions::ValueType::text,
          decisions::ValueType::flag, decisions::ValueType::date}) {
      options += h(R"(<option value="{}"{}>{}</option>)", decisions::code(one),
                   ui::flag(one == type, "selected"), t(decisions::words(one), lang_));
    }
    return h(
        R"(<label for="{}">{}</label><select class="govuk-select" id="{}" name="{}">{}</select>)",
        name, t(text::type, lang_), name, name, options);
  }
  // Open while something in it is wrong or still to be said.
  Html settings(const std::string& prefix, bool open, const Html& fields) const {
    bool wrong = open;
    for (const auto& [name, words] : wrong_) wrong = wrong || name.starts_with(prefix);
    return h(R"(<details class="td-colset"{}><summary>{}</summary>{}</details>)",
             ui::flag(wrong, "open"), t(text::settings, lang_), fields);
  }

  Html input_head(std::size_t k) const {
    const auto& one = table_.inputs[k];
    const auto p = "c" + n(k) + "-";
    const auto title = fill(text::in_column, lang_, {{"number", counted(k)}});
    Html fields = setting(p + "en", text::heading_en, one.label.en);
    fields += setting(p + "asks", text::asks, one.expression);
    fields += ui::hidden(p + "was", one.expression);
    fields += type_select(p + "type", one.type);
    fields += setting(p + "allowed", text::allowed, one.allowed);
    return h(R"(<th scope="col"><span class="td-colhead">{}{}</span>{}{}</th>)", title,
             column_moves("in", k, table_.inputs.size(), title),
             field(p + "vi", title + ", " + t(text::heading_vi, lang_), one.label.vi),
             settings(p, one.expression.empty(), fields));
  }

  Html output_head(std::size_t k) const {
    const auto& one = table_.outputs[k];
    const auto p = "o" + n(k) + "-";
    const auto title = fill(text::out_column, lang_, {{"number", counted(k)}});
    Html fields = setting(p + "en", text::heading_en, one.label.en);
    fields += setting(p + "name", text::answer_name, one.name);
    fields += type_select(p + "type", one.type);
    fields += setting(p + "allowed", text::allowed, one.allowed);
    fields += setting(p + "else", text::fallback, one.fallback);
    return h(R"(<th scope="col"><span class="td-colhead">{}{}</span>{}{}</th>)", title,
             column_moves("out", k, table_.outputs.size(), title),
             field(p + "vi", title + ", " + t(text::heading_vi, lang_), one.label.vi),
             settings(p, one.name.empty(), fields));
  }

  std::string cell_label(const Text& text, std::size_t i, const std::string& column) const {
    return fill(text, lang_, {{"row", counted(i)}, {"column", column}});
  }

  Html row(std::size_t i) const {
    const auto& one = table_.rows[i];
    const auto p = "r" + n(i);
    const auto words = fill(text::a_row, lang_, {{"row", counted(i)}});
    Html cells;
    const auto cell = [&](const std::string& name, const std::string& column,
                          const std::string& value) {
      cells += h("<td>{}</td>", field(p + name, cell_label(text::cell, i, column), value));
    };
    for (std::size_t k = 0; k < table_.inputs.size(); ++k)
      cell("-t" + n(k), name_of(table_.inputs[k].label, counted(k)),
           k < one.tests.size() ? one.tests[k] : "");
    for (std::size_t k = 0; k < table_.outputs.size(); ++k)
      cell("-a" + n(k), name_of(table_.outputs[k].label, counted(k)),
           k < one.answers.size() ? one.answers[k] : "");
    cell("-law", t(text::law, lang_), one.law);
    cell("-note", t(text::note, lang_), one.note);
    return h("<tr id=\"{}\"><th scope=\"row\">{} {}{}</th>{}</tr>\n", p, counted(i),
             moves("row", i, table_.rows.size(), words), row_error(p), cells);
  }
  // Of the row as a whole.
  Html row_error(const std::string& name) const {
    const auto wrong = wrong_.find(name);
    return wrong == wrong_.end() ? Html()
                                 : h(R"(<p class="govuk-error-message">{}</p>)", wrong->second);
  }

  Html example(std::size_t i) const {
    const auto& one = table_.examples[i];
    const auto p = "e" + n(i);
    const auto words = fill(text::an_example, lang_, {{"row", counted(i)}});
    Html cells;
    const auto cell = [&](const std::string& name, const std::string& column,
                          const std::string& value) {
      cells += h("<td>{}</td>", field(p + name, cell_label(text::example_cell, i, column), value));
    };
    for (std::size_t k = 0; k < table_.givens.size(); ++k)
      cell("-g" + n(k), table_.givens[k].name, k < one.given.size() ? one.given[k] : "");
    for (std::size_t k = 0; k < table_.outputs.size(); ++k)
      cell("-x" + n(k), expects(table_.outputs[k]), k < one.expected.size() ? one.expected[k] : "");
    const auto name =
        field(p + "-name", cell_label(text::example_cell, i, t(text::example, lang_)), one.name);
    return h("<tr id=\"{}\"><th scope=\"row\">{}{}{}</th>{}</tr>\n", p, name,
             moves("case", i, table_.examples.size(), words), row_error(p), cells);
  }

  const Table& table_;
  Lang lang_;
  Wrong wrong_;
};

Html add(const char* value, const Text& label, Lang lang) {
  return ui::button({.label = t(label, lang),
                     .kind = ui::ButtonKind::secondary,
                     .name = "lam",
                     .value = value,
                     .small = true});
}

std::string last(const char* what, std::size_t count) {
  return std::string(what) + ".add." + std::to_string(int(count) - 1);
}

}  // namespace

std::string place(const Table& table, const Spot& spot) {
  const auto row = std::to_string(spot.row), column = std::to_string(spot.column);
  switch (spot.part) {
    case Part::test:
      return "r" + row + "-t" + column;
    case Part::answer:
      return "r" + row + "-a" + column;
    case Part::row:
      return "r" + row;
    case Part::example:
      return "e" + row + "-name";
    case Part::fact:
      return "e" + row + "-g" + column;
    case Part::expected:
      return "e" + row + "-x" + column;
    case Part::input:
      return "c" + column + "-asks";
    case Part::output:
      return "o" + column + "-name";
    case Part::given: {
      const auto& name = table.givens[std::size_t(spot.column)].name;
      const auto at = std::ranges::find(table.inputs, name, &decisions::Input::expression);
      return at == table.inputs.end() ? "bang"
                                      : "c" + std::to_string(at - table.inputs.begin()) + "-asks";
    }
    case Part::table:
      break;
  }
  return "bang";
}

Html findings(const Reviewed& reviewed, Lang lang) {
  std::vector<Finding> all = reviewed.findings;
  all.insert(all.end(), reviewed.of_days.begin(), reviewed.of_days.end());
  if (all.empty()) return ui::note(ui::Tone::ok, t(text::all_well, lang));
  Html lines;
  for (const auto& one : all) {
    using Weight = Finding::Weight;
    const auto& words = one.weight == Weight::error     ? text::is_error
                        : one.weight == Weight::warning ? text::is_warning
                                                        : text::is_untold;
    const auto tone = one.weight == Weight::error ? ui::Tone::bad : ui::Tone::warn;
    lines += h("<li>{} {}</li>", ui::tag(tone, t(words, lang)),
               ui::link({one.words.in(lang), "#" + place(reviewed.table, one.spot)}));
  }
  return h(R"(<ul class="govuk-list">{}</ul>)", lines);
}

Html sheet(const Editor& p) {
  const auto& table = p.draft.sheet.table;
  const auto lang = p.lang;
  return h(R"(<div id="bang" data-cells>{}</div>{})", Grid(p).rows(),
           ui::row({add(last("row", table.rows.size()).c_str(), text::add_row, lang),
                    add(last("in", table.inputs.size()).c_str(), text::add_input, lang),
                    add(last("out", table.outputs.size()).c_str(), text::add_output, lang)}));
}

Html cases(const Editor& p) {
  const auto& all = p.draft.sheet.table.examples;
  return h(R"(<div id="vi-du" data-cells>{}</div>{})", Grid(p).examples(),
           ui::row({add(last("case", all.size()).c_str(), text::add_example, p.lang)}));
}

Html try_box(const Editor& p) {
  const auto& sheet = p.draft.sheet;
  const Grid grid(p);
  Html fields;
  for (std::size_t k = 0; k < sheet.table.givens.size(); ++k) {
    const auto name = "thu-" + n(k);
    const auto& given = sheet.table.givens[k].name;
    fields += h(R"(<div class="td-field"><label for="{}">{}</label>{}</div>)", name, given,
                grid.field(name, given, k < sheet.trial.size() ? sheet.trial[k] : ""));
  }
  const auto button = ui::button({.label = t(text::try_now, p.lang),
                                  .kind = ui::ButtonKind::secondary,
                                  .name = "lam",
                                  .value = "thu"});
  return h(R"(<p>{}</p><div class="td-filters">{}{}</div>{})", t(text::try_hint, p.lang), fields,
           button, p.answer ? answered(p.reviewed.table, *p.answer, p.lang) : Html());
}

}  // namespace rule_tables::views
