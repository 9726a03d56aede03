#include "engines/documents/examine.hpp"

#include <algorithm>

#include "base/nearest.hpp"
#include "engines/documents/text_examine.hpp"

namespace documents {
namespace {

constexpr std::string_view sentence = "a sentence";  // what layout_of says one means

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r");
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const auto cut = text.find('\n');
    out.emplace_back(text.substr(0, cut));
    text.remove_prefix(cut == text.npos ? text.size() : cut + 1);
  }
  return out;
}

class Sentences {
 public:
  Sentences(const Supply& supply, reading::Flaws& flaws) : known_(supply), flaws_(flaws) {}

  void look(const Sentence& one) {
    const Supply* entry = nullptr;
    if (one.over != Over::once) {
      const auto found = known_.entries.find(one.section);
      if (found != known_.entries.end()) entry = &found->second;
      if (!entry && !known_.open) say(one.line, text::no_section, {{"name", one.section}});
    }
    for (const auto& choice : one.choices) {
      if (choice.when) condition(choice.line, *choice.when, entry);
      for (const auto& piece : choice.pieces) {
        if (piece.hole) hole(choice.line, piece.text, entry);
      }
    }
    known_.texts[one.name] = true;
    known_.values[one.name] = {feel::Kind::text};
  }

 private:
  void say(int line, const base::Text& text, base::Holes holes) {
    auto flaw = reading::flaw("", text, holes);
    flaw.line = line;
    flaws_.push_back(std::move(flaw));
  }

  // Every text may be asked for by a condition too.
  feel::Names scope(const Supply* entry) const {
    feel::Names out;
    for (const auto* all : {entry, &known_}) {
      if (!all) continue;
      for (const auto& [name, known] : all->values) out.try_emplace(name, known);
      for (const auto& [name, always] : all->texts) out.try_emplace(name, feel::Known{});
    }
    return out;
  }

  void condition(int line, const feel::Expression& when, const Supply* entry) {
    const auto names = scope(entry);
    const bool whole = std::ranges::all_of(
        when.asks(), [&](const auto& one) { return one.perhaps || feel::knows(names, one.name); });
    if (!whole && known_.open) return;
    for (const auto& problem : feel::misfits(when, names)) {
      const auto in = [&](base::Lang lang) {
        return base::fill(
            text::bad_when, lang,
            {{"column", std::to_string(problem.place.column)}, {"why", problem.words.in(lang)}});
      };
      flaws_.push_back({line, "", {in(base::Lang::vi), in(base::Lang::en)}});
    }
  }

  void hole(int line, const std::string& name, const Supply* entry) {
    if (known_.texts.contains(name) || (entry && entry->texts.contains(name)) || known_.open)
      return;
    std::vector<std::string> names;
    for (const auto* all : {entry, static_cast<const Supply*>(&known_)}) {
      if (!all) continue;
      for (const auto& [known, always] : all->texts) names.push_back(known);
    }
    const auto meant = base::nearest(name, names);
    if (meant.empty())
      say(line, text::nobody_tells, {{"name", name}});
    else
      say(line, text::nobody_tells_but, {{"name", name}, {"meant", meant}});
  }

  Supply known_;  // grows with each sentence
  reading::Flaws& flaws_;
};

void tell_once(reading::Flaws& flaws, int line, const base::Words& message) {
  const auto same = [&](const auto& one) { return one.line == line && one.message == message; };
  if (std::ranges::none_of(flaws, same)) flaws.push_back({line, "", message});
}

}  // namespace

std::string layout_of(std::string_view text) {
  auto lines = lines_of(text);
  std::vector<std::pair<std::size_t, std::string>> said;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto head = trimmed(lines[i]);
    if (!head.starts_with("say ")) continue;
    const auto name = trimmed(head.substr(4));
    said.emplace_back(i, name.substr(0, name.find_first_of(" |")));
    for (bool open = true; open && i < lines.size();) {
      open = trimmed(lines[i]) != "end";
      lines[i].clear();
      if (open) ++i;
    }
  }
  std::string out;
  for (const auto& line : lines) out += line + "\n";
  for (const auto& [line, name] : said) {
    if (out.find("{" + name + "}") != out.npos)
      lines[line] = "optional " + name + " | " + std::string(sentence);
  }
  out.clear();
  for (const auto& line : lines) out += line + "\n";
  return out;
}

reading::Flaws examine_wording(const Wording& wording, const Supply& supply) {
  reading::Flaws flaws;
  Sentences sentences(supply, flaws);
  for (const auto& one : wording) sentences.look(one);
  return flaws;
}

reading::Flaws examine(std::string_view text, const Wording& shared, const Supply& supply) {
  reading::Flaws flaws;
  auto known = supply;
  for (const auto& one : shared) {
    known.texts[one.name] = true;
    known.values[one.name] = {feel::Kind::text};
  }
  const auto layout = pdf::examine(layout_of(text));
  for (const auto& one : layout.problems) tell_once(flaws, one.line, one.message);
  auto whole = read_template(text);
  if (!whole) tell_once(flaws, whole.error().line, whole.error().message);
  if (whole) {
    for (auto& flaw : examine_wording(whole->wording, known)) flaws.push_back(std::move(flaw));
    for (const auto& one : whole->wording) known.texts[one.name] = true;
  }
  for (const auto& value : layout.paper.values) {
    if (value.meaning == sentence) known.texts[value.name] = true;  // told above if it is wrong
  }
  for (const auto& one : pdf::unsupplied(layout, known.texts)) {
    tell_once(flaws, one.line, one.message);
  }
  std::ranges::stable_sort(flaws, {}, &reading::Flaw::line);
  return flaws;
}

}  // namespace documents
