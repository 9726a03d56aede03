// The words of one kind of message in both languages, with typed placeholders.
//
//   # a note for those who keep the pack
//   [vi]
//   subject Hồ sơ {code} đã được tiếp nhận
//   Paragraphs, a blank line between them.
//   [en]
//   subject …
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "engines/messages/messages.hpp"

namespace messages {

struct Wording {
  std::string subject;
  std::vector<std::string> paragraphs;
};

struct Template {
  Wording vi, en;
  const Wording& in(base::Lang lang) const { return lang == base::Lang::vi ? vi : en; }
};

// Placeholders are those of `holes`; the subject takes no optional ones.
base::Result<Template, reading::Flaw> read_template(std::string_view text,
                                                    const std::vector<Hole>& holes);

// Why values cannot fill these holes, for the operator: "code is missing"; "" if they can.
std::string misfit(const std::vector<Hole>& holes, const Values& values);

// The words with the values in them. misfit() was asked before.
Wording filled(const Wording& wording, const Values& values, base::Lang lang);

// Values as text to keep, each with its type; and back. What cannot be read is left out.
std::string kept(const Values& values);
struct Keeping {
  std::vector<std::pair<std::string, Value>> list;
  Values values() const { return {list.begin(), list.end()}; }
};
Keeping read_kept(std::string_view text);

}  // namespace messages
