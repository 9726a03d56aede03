// The sentences of a paper by case: words the law prescribes, chosen by rules the pack writes.
//
//   say status_text | the marital status, in the words of the law
//     when subject_status = "SINGLE" | hiện tại chưa đăng ký kết hôn với ai
//     when subject_status = "MARRIED" | hiện tại đang có {spouse_word} là …
//     else | …
//   end
//
// They stand among the declarations of a template, or in a file of their own that all papers share.
// The first line whose condition holds is said; none: nothing. Parts separated by | are lines of
// the paper. `say name each periods | …` is said once for each entry of a repeated section, a line
// each; `joined periods` sets "; " between them. A later sentence may use an earlier one, in its
// holes and in its conditions. A hole is {name}, {name?} if it may be empty, or has a form:
// {name:words} a date in words, :upper, :lower (first letter), :plain (no full stop at its end).
// Dates are conditions like others: `when today() >= date("2027-03-01") and …`.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engines/forms/told.hpp"
#include "engines/rules/feel/feel.hpp"
#include "platform/pdf/render.hpp"
#include "platform/pdf/template.hpp"

namespace documents {

struct Piece {
  std::string text;  // or the name of a hole
  bool hole = false;
  bool may_be_empty = false;
  std::string form;  // "words", "upper", "lower", "plain"; empty: as it is
};

struct Choice {
  int line;
  std::optional<feel::Expression> when;  // none: else
  std::vector<Piece> pieces;
};

enum class Over { once, each, joined };

struct Sentence {
  std::string name;
  std::string meaning;
  int line;
  Over over = Over::once;
  std::string section;  // of the form, unless once
  std::vector<Choice> choices;
};

using Wording = std::vector<Sentence>;

struct Template {
  pdf::Template layout;
  Wording wording;
};

// Bounded as pdf::parse is. Refused with the line: what cannot be read, and a sentence that neither
// the paper nor another sentence uses.
base::Result<Template, pdf::Problem> read_template(std::string_view text);
base::Result<Wording, pdf::Problem> read_wording(std::string_view text);  // sentences and remarks

// Names that sentences ask for and none of them says: a pack is checked against them.
std::vector<std::string> asked_for(const Wording& wording);

// Adds what is said in this case to its texts and values. Refused where a chosen line has an empty
// hole: a sentence of the law is never printed with a gap.
base::Result<void, pdf::Problem> say(const Wording& wording, forms::Told& facts);

// A paper: the shared sentences, then the template's own, then its layout.
base::Result<std::string, pdf::Problem> make(const Template& paper, const Wording& shared,
                                             forms::Told facts, const pdf::Options& options);

}  // namespace documents
