#include "engines/decisions/difference.hpp"

#include <algorithm>

#include "engines/decisions/saying.hpp"
#include "engines/decisions/text_publish.hpp"

namespace decisions {
namespace {

using Kind = RowChange::Kind;

constexpr std::size_t rows_named = 8;

// A row of `before` with the columns of `after`: a column is known by what it asks or answers.
Row in_columns_of(const Row& row, const Table& before, const Table& after) {
  Row out = row;
  out.tests.assign(after.inputs.size(), "");
  out.answers.assign(after.outputs.size(), "");
  for (std::size_t k = 0; k < after.inputs.size(); ++k) {
    for (std::size_t old = 0; old < before.inputs.size() && old < row.tests.size(); ++old) {
      if (before.inputs[old].expression == after.inputs[k].expression)
        out.tests[k] = row.tests[old];
    }
  }
  for (std::size_t k = 0; k < after.outputs.size(); ++k) {
    for (std::size_t old = 0; old < before.outputs.size() && old < row.answers.size(); ++old) {
      if (before.outputs[old].name == after.outputs[k].name) out.answers[k] = row.answers[old];
    }
  }
  return out;
}

// Lengths of the longest common runs of rows, from each pair on.
using Lengths = std::vector<std::vector<int>>;
Lengths lengths(const std::vector<Row>& a, const std::vector<Row>& b) {
  Lengths out(a.size() + 1, std::vector<int>(b.size() + 1));
  for (auto i = a.size(); i-- > 0;) {
    for (auto j = b.size(); j-- > 0;) {
      out[i][j] = a[i] == b[j] ? out[i + 1][j + 1] + 1 : std::max(out[i + 1][j], out[i][j + 1]);
    }
  }
  return out;
}

RowChange changed(const Row& a, const Row& b, int before, int after) {
  RowChange out{Kind::changed, before, after, {}, {}, a.law != b.law || a.note != b.note};
  for (std::size_t k = 0; k < b.tests.size(); ++k) {
    if (a.tests[k] != b.tests[k]) out.tests.push_back(int(k));
  }
  for (std::size_t k = 0; k < b.answers.size(); ++k) {
    if (a.answers[k] != b.answers[k]) out.answers.push_back(int(k));
  }
  return out;
}

class Rows {
 public:
  Rows(std::vector<Row> a, const std::vector<Row>& b) : a_(std::move(a)), b_(b) {}

  std::vector<RowChange> run() {
    const auto length = lengths(a_, b_);
    std::size_t i = 0, j = 0;
    while (i < a_.size() || j < b_.size()) {
      if (i < a_.size() && j < b_.size() && a_[i] == b_[j]) {
        settle();
        out_.push_back({Kind::same, int(i++), int(j++), {}, {}, false});
      } else if (j == b_.size() || (i < a_.size() && length[i + 1][j] >= length[i][j + 1])) {
        gone_.push_back(int(i++));
      } else {
        come_.push_back(int(j++));
      }
    }
    settle();
    return std::move(out_);
  }

 private:
  // What went and what came between two rows that stayed: pairs of them were changed.
  void settle() {
    const auto pairs = std::min(gone_.size(), come_.size());
    for (std::size_t k = 0; k < pairs; ++k) {
      const auto& a = a_[std::size_t(gone_[k])];
      out_.push_back(changed(a, b_[std::size_t(come_[k])], gone_[k], come_[k]));
    }
    for (auto k = pairs; k < gone_.size(); ++k)
      out_.push_back({Kind::removed, gone_[k], -1, {}, {}, false});
    for (auto k = pairs; k < come_.size(); ++k)
      out_.push_back({Kind::added, -1, come_[k], {}, {}, false});
    gone_.clear();
    come_.clear();
  }

  std::vector<Row> a_;
  const std::vector<Row>& b_;
  std::vector<int> gone_, come_;
  std::vector<RowChange> out_;
};

template <class One, class Key>
void columns(const std::vector<One>& before, const std::vector<One>& after, Key key,
             std::vector<base::Words>& out) {
  const auto in = [&](const std::vector<One>& all, const One& wanted) {
    return std::ranges::find(all, key(wanted), key);
  };
  for (const auto& one : after) {
    const auto was = in(before, one);
    if (was == before.end())
      out.push_back(say(text::column_added, {{"column", one.label}}));
    else if (!(*was == one))
      out.push_back(say(text::column_changed, {{"column", one.label}}));
  }
  for (const auto& one : before) {
    if (in(after, one) == after.end())
      out.push_back(say(text::column_removed, {{"column", one.label}}));
  }
}

std::vector<base::Words> about(const Table& before, const Table& after) {
  std::vector<base::Words> out;
  const auto was = [&](const base::Text& text, const base::Words& a, const base::Words& b) {
    if (!(a == b)) out.push_back(say(text, {{"before", a}, {"after", b}}));
  };
  was(text::title_changed, before.title, after.title);
  was(text::law_changed, plain_words(before.law), plain_words(after.law));
  was(text::policy_changed, words_of(words(before.policy)), words_of(words(after.policy)));
  if (before.complete != after.complete)
    out.push_back(say(after.complete ? text::now_complete : text::now_incomplete));
  columns(
      before.inputs, after.inputs, [](const Input& i) { return i.expression; }, out);
  columns(
      before.outputs, after.outputs, [](const Output& o) { return o.name; }, out);
  return out;
}

}  // namespace

bool Difference::none() const {
  return about.empty() && changed_rows() == 0 && examples_added == 0 && examples_removed == 0;
}

int Difference::changed_rows() const {
  return int(std::ranges::count_if(rows, [](const auto& r) { return r.kind != Kind::same; }));
}

Difference difference(const Table& before, const Table& after) {
  Difference out;
  out.about = about(before, after);
  std::vector<Row> rows;
  for (const auto& row : before.rows) rows.push_back(in_columns_of(row, before, after));
  out.rows = Rows(std::move(rows), after.rows).run();
  for (const auto& one : after.examples)
    out.examples_added += std::ranges::find(before.examples, one) == before.examples.end();
  for (const auto& one : before.examples)
    out.examples_removed += std::ranges::find(after.examples, one) == after.examples.end();
  return out;
}

base::Words told(const Difference& difference) {
  std::vector<base::Words> parts = difference.about;
  std::size_t named = 0;
  for (const auto& row : difference.rows) {
    if (row.kind == Kind::same || ++named > rows_named) continue;
    const auto number = std::to_string((row.kind == Kind::removed ? row.before : row.after) + 1);
    const auto& text = row.kind == Kind::added     ? text::row_added
                       : row.kind == Kind::removed ? text::row_removed
                                                   : text::row_changed;
    parts.push_back(say(text, {{"row", plain_words(number)}}));
  }
  if (named > rows_named)
    parts.push_back(
        say(text::more_rows, {{"count", plain_words(std::to_string(named - rows_named))}}));
  const auto examples = difference.examples_added + difference.examples_removed;
  if (examples)
    parts.push_back(
        say(text::examples_changed, {{"count", plain_words(std::to_string(examples))}}));
  base::Words out;
  for (const auto& part : parts) {
    out.vi += (out.vi.empty() ? "" : "; ") + part.vi;
    out.en += (out.en.empty() ? "" : "; ") + part.in(base::Lang::en);
  }
  return out;
}

}  // namespace decisions
