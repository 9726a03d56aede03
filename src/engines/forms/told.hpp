// A submitted form as papers and rules read it: every answer as text and as a value.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engines/forms/forms.hpp"

namespace forms {

// Only what is asked and answered is in it. Texts and values stand under the field's own name
// ("subject_name") and under "section.field"; of two fields of one name the first has the bare one.
struct Told {
  base::Date today;  // as rules ask it
  // As people read it, in capitals where the form says so. Parts too: "subject_id_doc.kind",
  // ".number", ".issuer", ".issued"; "subject_residence.line", ".commune".
  Values texts;
  // As rules compare it: an option's code, a date, a number. A section stands here as a context of
  // its fields, a repeated one as a list of them, one for each answered entry.
  std::map<std::string, feel::Value, std::less<>> values = {};
  std::map<std::string, std::vector<Told>, std::less<>> entries = {};  // of repeated sections

  // Something else than the form says, as text and as value.
  void say(const std::string& name, std::string text) {
    values[name] = text;
    texts[name] = std::move(text);
  }
};

Told told(const Definition& form, const Answers& answers, const Setting& setting);

}  // namespace forms
