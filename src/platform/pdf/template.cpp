// Reads a template line by line; the first trouble ends the reading with its line and reason.
#include "platform/pdf/template.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>

#include "base/fold.hpp"
#include "base/nearest.hpp"
#include "platform/pdf/examine.hpp"
#include "platform/pdf/rich.hpp"
#include "platform/pdf/text.hpp"
#include "platform/pdf/words.hpp"

namespace pdf {

namespace {

constexpr std::size_t template_bytes_max = 64 * 1024;
constexpr int depth_max = 8;

// One line of the file with its word split off; a continued line carries the number of its first.
struct Source {
  int line;
  std::string word;
  std::string rest;
};

std::vector<Source> lines_of(std::string_view text) {
  std::vector<Source> out;
  std::string held;
  int number = 0, first = 0;
  while (!text.empty()) {
    const auto cut = text.find('\n');
    auto line = trimmed(text.substr(0, cut));
    text.remove_prefix(cut == text.npos ? text.size() : cut + 1);
    ++number;
    if (held.empty()) first = number;
    const bool goes_on = line.ends_with('\\');
    if (goes_on) line = trimmed(line.substr(0, line.size() - 1));
    if (line.starts_with('#') && held.empty()) continue;
    if (!held.empty() && !line.empty()) held += ' ';
    held += line;
    if ((goes_on && !text.empty()) || held.empty()) continue;
    const auto space = held.find_first_of(" \t");
    out.push_back({first, held.substr(0, space),
                   space == held.npos ? "" : std::string(trimmed(held.substr(space)))});
    held.clear();
  }
  return out;
}

class Reader {
 public:
  // Without `problems` the first ends the reading; with it all are kept.
  explicit Reader(std::vector<Source> lines, std::vector<Problem>* problems = nullptr)
      : lines_(std::move(lines)), problems_(problems) {}

  Template read() {
    trying([&] { opening(); });
    declarations();
    result_.blocks = body(Kind::document, 0);
    for (const auto& value : result_.values) {
      trying([&] {
        if (!used_.contains(value.name))
          stop(declared_at_[value.name], text::unused, {{"name", value.name}});
      });
    }
    return std::move(result_);
  }

  const std::map<std::string, int>& declared_at() const { return declared_at_; }

 private:
  [[noreturn]] void stop(int line, const base::Text& why, base::Holes holes = {}) {
    throw problem(line, why, holes);
  }

  bool done() const { return at_ == lines_.size(); }

  // True if nothing was wrong.
  template <class Act>
  bool trying(Act&& act) try {
    act();
    return true;
  } catch (const Problem& problem) {
    if (!problems_) throw;
    problems_->push_back(problem);
    return false;
  }

  void opening() {
    at_ = lines_.empty() || lines_.front().word != "document" ? 0 : 1;
    const int line = lines_.empty() ? 1 : lines_.front().line;
    if (lines_.empty() || lines_.front().word != "document") stop(line, text::no_document);
    const auto parts = split(lines_.front().rest, '|');
    if (parts.size() != 2 || (parts[0] != "A4" && parts[0] != "A5")) stop(line, text::no_document);
    result_.paper = parts[0] == "A4" ? Paper::a4 : Paper::a5;
    name_of_file_ = parts[1];
  }

  void declarations() {
    for (; !done() && (lines_[at_].word == "value" || lines_[at_].word == "optional"); ++at_) {
      trying([&] { declare(lines_[at_]); });
    }
    if (!lines_.empty()) trying([&] { result_.name = rich(lines_.front(), name_of_file_); });
  }

  void declare(const Source& source) {
    const auto parts = split(source.rest, '|');
    const std::string name(parts[0]);
    if (parts.size() != 2) wrong_parts(source, "2", parts.size());
    if (!is_name(name)) stop(source.line, text::bad_hole, {{"example", "{subject_name}"}});
    if (!declared_at_.emplace(name, source.line).second)
      stop(source.line, text::declared_twice, {{"name", name}});
    result_.values.push_back({name, std::string(parts[1]), source.word == "optional"});
  }

  std::vector<Block> body(Kind within, int depth) {
    if (depth > depth_max) stop(lines_[at_ - 1].line, text::too_deep);
    std::vector<Block> blocks;
    while (!done() && (depth == 0 || lines_[at_].word != "end")) {
      const auto& source = lines_[at_++];
      const auto next = at_;
      const bool sound = trying([&] {
        if (source.word == "end") stop(source.line, text::stray_end);
        blocks.push_back(source.word == "if" ? condition(source, within, depth)
                                             : block(source, within, depth));
      });
      if (!sound && at_ == next) look_inside(source, within, depth);
    }
    return blocks;
  }

  // The lines of a block whose first line is wrong.
  void look_inside(const Source& opened, Kind within, int depth) {
    const auto* word = std::ranges::find_if(
        words, [&](const Word& w) { return w.word == opened.word && w.opens; });
    if (opened.word != "if" && word == std::end(words)) return;
    trying([&] { inside(opened, opened.word == "if" ? within : word->kind, depth); });
  }

  // The lines up to the `end` of a block that was just opened.
  std::vector<Block> inside(const Source& opened, Kind within, int depth) {
    auto blocks = body(within, depth + 1);
    if (done()) stop(opened.line, text::unclosed, {{"word", opened.word}});
    ++at_;
    return blocks;
  }

  Block condition(const Source& source, Kind within, int depth) {
    std::string_view rest = source.rest;
    Block block{Kind::when, source.line};
    if (rest.starts_with("no ")) {
      block.kind = Kind::when_not;
      rest = trimmed(rest.substr(3));
    }
    block.parts = {rich(source, rest)};
    one_hole(source, block.parts[0]);
    block.inside = inside(source, within, depth);
    return block;
  }

  Block block(const Source& source, Kind within, int depth) {
    const auto* word = std::ranges::find_if(
        words, [&](const Word& w) { return w.word == source.word && w.within == within; });
    if (word == std::end(words)) stop(source.line, text::unknown_word, {{"word", source.word}});
    auto parts = split(source.rest, '|');
    if (source.rest.empty()) parts.clear();
    if (parts.size() < word->parts_min || parts.size() > word->parts_max)
      wrong_parts(source, range(*word), parts.size());

    Block block{word->kind, source.line};
    if (word->kind == Kind::table)
      block.columns = columns(source, parts);
    else if (word->kind == Kind::space)
      block.space_mm = space(source);
    else
      for (const auto part : parts) block.parts.push_back(rich(source, part));
    if (word->one_hole) one_hole(source, block.parts[0]);
    if (word->kind == Kind::field && parts.size() % 2 != 0) stop(source.line, text::odd_field);
    if (word->opens) block.inside = inside(source, word->kind, depth);
    if (word->kind == Kind::table) same_width(block.inside, block.columns.size());
    return block;
  }

  void same_width(const std::vector<Block>& rows, std::size_t wanted) {
    for (const auto& row : rows) {
      same_width(row.inside, wanted);
      if ((row.kind == Kind::head || row.kind == Kind::row) && row.parts.size() != wanted)
        stop(row.line, text::cells,
             {{"found", std::to_string(row.parts.size())}, {"wanted", std::to_string(wanted)}});
    }
  }

  std::vector<Column> columns(const Source& source, const std::vector<std::string_view>& parts) {
    std::vector<Column> out;
    for (const auto part : parts) {
      const auto space = part.find(' ');
      const auto share = number(part.substr(0, space), 1, 1000);
      const auto word = space == part.npos ? "left" : trimmed(part.substr(space));
      if (!share || (word != "left" && word != "center" && word != "right"))
        stop(source.line, text::bad_column);
      out.push_back({*share, word == "left"     ? Align::left
                             : word == "center" ? Align::center
                                                : Align::right});
    }
    return out;
  }

  double space(const Source& source) {
    const auto mm = number(source.rest, 1, 100);
    if (!mm) stop(source.line, text::bad_space);
    return *mm;
  }

  static std::optional<double> number(std::string_view text, int min, int max) {
    int n = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
    if (error != std::errc() || end != text.data() + text.size() || n < min || n > max) return {};
    return n;
  }

  void one_hole(const Source& source, const Line& line) {
    if (line.size() != 1 || !line[0].hole)
      stop(source.line, text::one_hole, {{"word", source.word}, {"example", "{note}"}});
  }

  Line rich(const Source& source, std::string_view text) {
    auto line = read_rich(source.line, text);
    for (const auto& span : line) {
      if (!span.hole) continue;
      if (!declared_at_.contains(span.text))
        stop(source.line, text::undeclared, {{"name", span.text}});
      used_.insert(span.text);
    }
    return line;
  }

  static std::string range(const Word& word) {
    const auto min = std::to_string(word.parts_min), max = std::to_string(word.parts_max);
    return min == max ? min : min + "-" + max;
  }

  [[noreturn]] void wrong_parts(const Source& source, const std::string& wanted,
                                std::size_t found) {
    stop(source.line, text::wrong_parts,
         {{"word", source.word}, {"wanted", wanted}, {"found", std::to_string(found)}});
  }

  std::vector<Source> lines_;
  std::vector<Problem>* problems_;
  std::size_t at_ = 0;
  std::string name_of_file_;
  std::map<std::string, int> declared_at_;
  std::set<std::string> used_;
  Template result_;
};

}  // namespace

base::Result<Template, Problem> parse(std::string_view text) try {
  if (text.size() > template_bytes_max) throw problem(1, text::too_long);
  if (!base::is_text(text)) throw problem(1, text::not_text);
  return Reader(lines_of(text)).read();
} catch (const Problem& problem) {
  return base::refuse(problem);
}

Examined examine(std::string_view text) {
  Examined out;
  if (text.size() > template_bytes_max) {
    out.problems.push_back(problem(1, text::too_long));
  } else if (!base::is_text(text)) {
    out.problems.push_back(problem(1, text::not_text));
  } else {
    Reader reader(lines_of(text), &out.problems);
    out.paper = reader.read();
    out.lines = {reader.declared_at().begin(), reader.declared_at().end()};
  }
  std::ranges::stable_sort(out.problems, {}, &Problem::line);
  return out;
}

bool reserves(const Template& paper, Kind box) {
  const auto here = [&](const auto& self, const std::vector<Block>& blocks) -> bool {
    return std::ranges::any_of(blocks, [&](const Block& block) {
      if (block.kind == Kind::when || block.kind == Kind::when_not) return false;
      return (block.kind == box && block.parts.empty()) || self(self, block.inside);
    });
  };
  return here(here, paper.blocks);
}

std::vector<Problem> unsupplied(const Examined& examined, const Supplied& supplied) {
  std::vector<Problem> out;
  std::vector<std::string> names;
  for (const auto& [name, always] : supplied) names.push_back(name);
  for (const auto& value : examined.paper.values) {
    const auto line = examined.lines.at(value.name);
    const auto found = supplied.find(value.name);
    if (found != supplied.end() && (found->second || value.optional)) continue;
    if (found != supplied.end()) {
      out.push_back(problem(line, text::not_always, {{"name", value.name}}));
    } else if (const auto meant = base::nearest(value.name, names); !meant.empty()) {
      out.push_back(
          problem(line, text::not_supplied_but, {{"name", value.name}, {"meant", meant}}));
    } else {
      out.push_back(problem(line, text::not_supplied, {{"name", value.name}}));
    }
  }
  return out;
}

}  // namespace pdf
