// Reading sentences out of a template; what is left is the layout, line for line.
#include <algorithm>
#include <set>

#include "base/fold.hpp"
#include "engines/documents/text.hpp"
#include "engines/documents/wording.hpp"

namespace documents {
namespace {

constexpr std::size_t text_bytes_max = 64 * 1024;

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r");
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

bool is_name(std::string_view text) {
  return !text.empty() && text[0] >= 'a' && text[0] <= 'z' &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_.") == text.npos;
}

class Reader {
 public:
  explicit Reader(std::string_view text) {
    while (!text.empty()) {
      const auto cut = text.find('\n');
      lines_.push_back(text.substr(0, cut));
      text.remove_prefix(cut == text.npos ? text.size() : cut + 1);
    }
  }

  // The lines that are no sentences, with a blank or a declaration where one stood.
  std::string read(Wording& wording) {
    std::vector<std::string> rest(lines_.size());
    while (at_ < lines_.size()) {
      const auto first = at_;
      if (!trimmed(lines_[at_]).starts_with("say ")) {
        rest[first] = lines_[at_++];
        continue;
      }
      wording.push_back(sentence());
      declared_.emplace_back(first, wording.size() - 1);
    }
    return joined(rest, wording);
  }

 private:
  [[noreturn]] void stop(std::size_t line, const base::Text& why, base::Holes holes = {}) const {
    throw pdf::Problem{int(line) + 1, {base::fill(why.vi, holes), base::fill(why.en, holes)}};
  }

  // A line and those it goes on in.
  std::string logical() {
    std::string out;
    while (at_ < lines_.size()) {
      auto line = trimmed(lines_[at_++]);
      const bool goes_on = line.ends_with('\\');
      if (goes_on) line = trimmed(line.substr(0, line.size() - 1));
      if (!out.empty() && !line.empty()) out += ' ';
      out += line;
      if (!goes_on) break;
    }
    return out;
  }

  Sentence sentence() {
    const auto first = at_;
    auto head = logical();
    if (!head.starts_with("say ")) stop(first, text::bad_say);  // it went on in no line
    head.erase(0, 4);
    const auto bar = head.find('|');
    if (bar == head.npos) stop(first, text::bad_say);
    Sentence out;
    out.line = int(first) + 1;
    out.meaning = trimmed(std::string_view(head).substr(bar + 1));
    naming(first, trimmed(std::string_view(head).substr(0, bar)), out);
    while (true) {
      if (at_ == lines_.size()) stop(first, text::unclosed, {{"name", out.name}});
      const auto line = at_;
      const auto said = logical();
      if (said.empty() || said.starts_with('#')) continue;
      if (said == "end") return out;
      out.choices.push_back(choice(line, said));
    }
  }

  void naming(std::size_t line, std::string_view head, Sentence& out) {
    const auto space = head.find(' ');
    out.name = head.substr(0, space);
    if (space != head.npos) {
      const auto rest = trimmed(head.substr(space));
      const auto gap = rest.find(' ');
      const auto word = rest.substr(0, gap);
      if ((word != "each" && word != "joined") || gap == rest.npos) stop(line, text::bad_say);
      out.over = word == "each" ? Over::each : Over::joined;
      out.section = trimmed(rest.substr(gap));
    }
    if (!is_name(out.name) || out.name.find('.') != out.name.npos) stop(line, text::bad_say);
    if (!names_.insert(out.name).second) stop(line, text::said_twice, {{"name", out.name}});
  }

  Choice choice(std::size_t line, std::string_view said) {
    const auto bar = said.find('|');
    const auto word = trimmed(said.substr(0, std::min(bar, said.find(' '))));
    if (bar == said.npos || (word != "when" && word != "else")) stop(line, text::bad_choice);
    Choice out{int(line) + 1, {}, {}};
    const auto condition = trimmed(said.substr(4, bar - 4));
    if (condition.empty() != (word == "else")) stop(line, text::bad_choice);
    if (word == "when") {
      auto parsed = feel::compile_open(condition);
      if (!parsed) {
        const auto column = std::to_string(parsed.error().front().place.column);
        const auto& why = parsed.error().front().words;
        throw pdf::Problem{
            int(line) + 1,
            {base::fill(text::bad_condition.vi, {{"column", column}, {"why", why.vi}}),
             base::fill(text::bad_condition.en, {{"column", column}, {"why", why.en}})}};
      }
      out.when = *parsed;
    }
    words(line, said.substr(bar + 1), out.pieces);
    return out;
  }

  void words(std::size_t line, std::string_view text, std::vector<Piece>& out) {
    while (true) {
      const auto bar = text.find('|');
      pieces(line, trimmed(text.substr(0, bar)), out);
      if (bar == text.npos) return;
      out.push_back({"\n"});
      text.remove_prefix(bar + 1);
    }
  }

  void pieces(std::size_t line, std::string_view text, std::vector<Piece>& out) {
    while (!text.empty()) {
      const auto open = text.find('{');
      if (open != 0) out.push_back({std::string(text.substr(0, open))});
      if (open == text.npos) return;
      const auto close = text.find('}', open);
      const auto inside = text.substr(open + 1, close == text.npos ? 0 : close - open - 1);
      out.push_back(hole(line, inside));
      text.remove_prefix(close + 1);
    }
  }

  Piece hole(std::size_t line, std::string_view inside) {
    Piece out{.hole = true};
    const auto colon = inside.find(':');
    auto name = inside.substr(0, colon);
    if (colon != inside.npos) out.form = inside.substr(colon + 1);
    out.may_be_empty = name.ends_with('?');
    if (out.may_be_empty) name.remove_suffix(1);
    out.text = name;
    constexpr std::string_view forms[] = {"", "words", "upper", "lower", "plain"};
    if (!is_name(name) || !std::ranges::count(forms, out.form))
      stop(line, text::bad_hole, {{"hole", std::string(inside)}, {"example", "{name:words}"}});
    return out;
  }

  // What the layout uses is declared to it, in the place where its sentence stood.
  std::string joined(std::vector<std::string>& rest, const Wording& wording) const {
    std::string layout;
    for (const auto& line : rest) layout += line;
    for (const auto& [line, index] : declared_) {
      const auto& one = wording[index];
      if (layout.find("{" + one.name + "}") != layout.npos)
        rest[line] = "optional " + one.name + " | " + one.meaning;
    }
    std::string out;
    for (const auto& line : rest) out += line + "\n";
    return out;
  }

  std::vector<std::string_view> lines_;
  std::size_t at_ = 0;
  std::set<std::string> names_;
  std::vector<std::pair<std::size_t, std::size_t>> declared_;  // line, sentence
};

bool uses(const Wording& wording, const std::string& name) {
  return std::ranges::any_of(wording, [&](const Sentence& s) {
    return std::ranges::any_of(s.choices, [&](const Choice& choice) {
      const auto hole = [&](const Piece& piece) { return piece.hole && piece.text == name; };
      if (std::ranges::any_of(choice.pieces, hole)) return true;
      if (!choice.when) return false;
      const auto names = choice.when->names();
      return std::ranges::count(names, name) > 0;
    });
  });
}

void check(std::string_view text) {
  const bool fits = text.size() <= text_bytes_max && base::is_text(text);
  if (!fits) throw pdf::parse(text).error();  // it says which
}

}  // namespace

base::Result<Template, pdf::Problem> read_template(std::string_view text) try {
  check(text);
  Template out;
  const auto layout = Reader(text).read(out.wording);
  auto parsed = pdf::parse(layout);
  if (!parsed) return base::refuse(parsed.error());
  out.layout = std::move(*parsed);
  for (const auto& one : out.wording) {
    if (layout.find("{" + one.name + "}") != layout.npos || uses(out.wording, one.name)) continue;
    const base::Holes holes = {{"name", one.name}};
    return base::refuse(pdf::Problem{
        one.line, {base::fill(text::unused.vi, holes), base::fill(text::unused.en, holes)}});
  }
  return out;
} catch (const pdf::Problem& problem) {
  return base::refuse(problem);
}

base::Result<Wording, pdf::Problem> read_wording(std::string_view text) try {
  check(text);
  Wording out;
  const auto rest = Reader(text).read(out);
  int number = 0;
  for (std::size_t at = 0; at < rest.size(); ++number) {
    const auto cut = rest.find('\n', at);
    const auto line = trimmed(std::string_view(rest).substr(at, cut - at));
    if (!line.empty() && !line.starts_with('#') && !line.starts_with("optional "))
      return base::refuse(pdf::Problem{
          number + 1, {std::string(text::only_say.vi), std::string(text::only_say.en)}});
    at = cut + 1;
  }
  return out;
} catch (const pdf::Problem& problem) {
  return base::refuse(problem);
}

}  // namespace documents
