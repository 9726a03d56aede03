// Choosing and filling the sentences of a paper.
#include "engines/documents/wording.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "engines/documents/documents.hpp"
#include "engines/documents/text.hpp"

namespace documents {
namespace {

pdf::Problem problem(int line, const base::Text& why, base::Holes holes) {
  return {line, {base::fill(why.vi, holes), base::fill(why.en, holes)}};
}

// "12/03/2019", "03/2019" or "2019", as forms write a day that is known so far.
std::string date_in_words(std::string_view text) {
  std::vector<std::string> parts;
  for (std::size_t cut = 0; cut != text.npos;) {
    cut = text.find('/');
    parts.emplace_back(text.substr(0, cut));
    if (cut != text.npos) text.remove_prefix(cut + 1);
  }
  // [law: NĐ 30/2020 PL I.II.4] days below 10 and January, February with a zero, others without
  const auto month = [](std::string m) {
    return m == "01" || m == "02" ? m : m.substr(m[0] == '0');
  };
  const auto& year = parts.back();
  if (parts.size() == 1) return base::fill(text::whole_year.vi, {{"year", year}});
  const auto& m = parts[parts.size() - 2];
  if (parts.size() == 2)
    return base::fill(text::whole_month.vi, {{"month", month(m)}, {"year", year}});
  return base::fill(text::whole_day.vi, {{"day", parts[0]}, {"month", month(m)}, {"year", year}});
}

std::string without_stop(std::string text) {
  while (!text.empty() && std::string_view(" .,;:").find(text.back()) != std::string_view::npos) {
    text.pop_back();
  }
  return text;
}

std::string first_lower(const std::string& text) {
  std::size_t first = 1;
  while (first < text.size() && (std::uint8_t(text[first]) & 0xC0) == 0x80) ++first;
  return base::lower(text.substr(0, first)) + text.substr(std::min(first, text.size()));
}

std::string shaped(const std::string& text, std::string_view form) {
  if (text.empty() || form.empty()) return text;
  if (form == "words") return date_in_words(text);
  if (form == "upper") return base::upper(text);
  if (form == "lower") return first_lower(text);
  return without_stop(text);
}

// Says the sentences of one paper, one after the other.
class Speaker {
 public:
  explicit Speaker(forms::Told& facts) : facts_(facts) {}

  void say(const Sentence& sentence) {
    std::string out;
    if (sentence.over == Over::once) {
      out = chosen(sentence, nullptr);
    } else if (const auto all = facts_.entries.find(sentence.section);
               all != facts_.entries.end()) {
      for (const auto& entry : all->second) {
        const auto one = chosen(sentence, &entry);
        if (one.empty()) continue;
        if (!out.empty()) out += sentence.over == Over::each ? "\n" : "; ";
        out += one;
      }
    }
    facts_.say(sentence.name, std::move(out));
  }

 private:
  std::optional<feel::Value> value(std::string_view name, const forms::Told* entry) const {
    for (const auto* facts : {entry, static_cast<const forms::Told*>(&facts_)}) {
      if (!facts) continue;
      if (const auto found = facts->values.find(name); found != facts->values.end())
        return found->second;
      if (const auto found = facts->texts.find(name); found != facts->texts.end())
        return feel::Value(found->second);
    }
    return std::nullopt;
  }

  std::string text(std::string_view name, const forms::Told* entry) const {
    for (const auto* facts : {entry, static_cast<const forms::Told*>(&facts_)}) {
      if (!facts) continue;
      if (const auto found = facts->texts.find(name); found != facts->texts.end())
        return found->second;
    }
    return {};
  }

  std::string chosen(const Sentence& sentence, const forms::Told* entry) const {
    for (const auto& choice : sentence.choices) {
      const auto lookup = [&](std::string_view name) { return value(name, entry); };
      if (choice.when && !feel::holds(*choice.when, facts_.today, lookup)) continue;
      return filled(sentence, choice, entry);
    }
    return {};
  }

  std::string filled(const Sentence& sentence, const Choice& choice,
                     const forms::Told* entry) const {
    std::string out;
    for (const auto& piece : choice.pieces) {
      if (!piece.hole) {
        out += piece.text;
        continue;
      }
      const auto given = shaped(text(piece.text, entry), piece.form);
      if (given.empty() && !piece.may_be_empty)
        throw problem(choice.line, text::gap, {{"name", piece.text}, {"sentence", sentence.name}});
      out += given;
    }
    return out;
  }

  forms::Told& facts_;
};

}  // namespace

base::Result<void, pdf::Problem> say(const Wording& wording, forms::Told& facts) try {
  Speaker speaker(facts);
  for (const auto& sentence : wording) speaker.say(sentence);
  return {};
} catch (const pdf::Problem& problem) {
  return base::refuse(problem);
}

std::vector<std::string> asked_for(const Wording& wording) {
  std::vector<std::string> out, said;
  const auto ask = [&](const std::string& name) {
    if (std::ranges::count(said, name) + std::ranges::count(out, name) == 0) out.push_back(name);
  };
  for (const auto& sentence : wording) {
    for (const auto& choice : sentence.choices) {
      for (const auto& piece : choice.pieces) {
        if (piece.hole) ask(piece.text);
      }
      if (!choice.when) continue;
      for (const auto& name : choice.when->names()) ask(name);
    }
    said.push_back(sentence.name);
  }
  return out;
}

std::string day_words(base::Date day) { return date_in_words(day.vn()); }

std::string place_of(std::string_view unit) {
  for (const auto& kind : text::kinds_of_place) {
    if (unit.starts_with(kind.vi) && unit.substr(kind.vi.size()).starts_with(" "))
      return std::string(unit.substr(kind.vi.size() + 1));
  }
  return std::string(unit);
}

}  // namespace documents
