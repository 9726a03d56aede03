// Forms: what a person is asked, as data. Read, checked, shown, kept as a draft, kept as submitted.
//
// A definition comes from the catalogue. A section is a step. What was typed is kept as typed.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/html.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/json.hpp"
#include "base/personal.hpp"
#include "base/result.hpp"
#include "base/text.hpp"
#include "engines/rules/feel/feel.hpp"
#include "platform/db/db.hpp"
#include "platform/http/http.hpp"

namespace forms {

struct Definition;  // definition.hpp; parsed once, then shared and never changed

// What is wrong in a definition, at a JSON pointer.
struct Flaw {
  std::string pointer;
  base::Words message;
};
base::Result<std::shared_ptr<const Definition>, std::vector<Flaw>> parse(std::string_view json);
// The same of a definition that was published, so that it has no flaw; the last ones stay read.
std::shared_ptr<const Definition> published(std::string_view json);
base::Words name(const Definition& form);
int steps(const Definition& form);                         // sections
base::Words step_title(const Definition& form, int step);  // from 0

using Values = std::map<std::string, std::string, std::less<>>;

// What was typed, by key: "requester.requester_phone", "periods.0.period_from"; parts of a date, an
// address or a paper have keys of their own ("…birth.day").
class Answers {
 public:
  std::string_view get(std::string_view key) const;  // "" if absent
  void set(std::string key, std::string value);
  void drop(std::string_view key);                                        // and all below it
  bool has(std::string_view key) const { return values_.contains(key); }  // asked, maybe left empty
  bool empty() const { return values_.empty(); }
  const Values& all() const { return values_; }

  std::string json() const;                         // canonical; the same answers, the same text
  static Answers from_json(std::string_view text);  // as `json` wrote it

 private:
  Values values_;
};

struct Choice {
  std::string code;
  base::Words label;
};

// What a form has to know of the world around it.
struct Setting {
  base::Lang lang = base::Lang::vi;
  base::Date today;
  const std::vector<Choice>* communes = nullptr;  // for addresses: code and full name
  // What the State already holds, shown locked with its source: person.name, .number, .gender,
  // .birth ("1990-05-17", "1948"), .residence, .commune (its code), .phone, .email.
  Values known;
  base::Words known_source;  // "VNeID"
};

// Some steps are for some people only: is this one asked, after the answers so far?
bool asked(const Definition& form, int step, const Answers& answers, const Setting& setting);
// Without what was typed and is no longer asked for: this is what gets submitted.
Answers relevant(const Definition& form, const Answers& answers, const Setting& setting);

struct Problem {
  int step = 0;
  std::string field;    // id of the control, for the error summary's link
  std::string message;  // what is wrong, how to mend it, an example; in the setting's language
};

// Moves what was posted for one step into the answers and says what is wrong with that step.
std::vector<Problem> read(const Definition& form, int step, const http::Fields& posted,
                          Answers& answers, const Setting& setting);

// A repeated section may be posted to add or remove an entry: the button named "entry" says "add"
// or "remove.2" (the second). True if it was; what was typed is kept, nothing is checked.
bool change_entries(const Definition& form, int step, const http::Fields& posted, Answers& answers);

// The whole form, before it is submitted.
std::vector<Problem> check(const Definition& form, const Answers& answers, const Setting& setting);

// Fills in defaults and what is known; run on a new draft and before each showing.
void prefill(const Definition& form, Answers& answers, const Setting& setting);

// The controls of one step, without the <form> around them.
base::Html show(const Definition& form, int step, const Answers& answers,
                const std::vector<Problem>& problems, const Setting& setting);

// The answers of one step as people read them; empty ones are left out.
struct Shown {
  std::string label, value;
};
std::vector<Shown> summary(const Definition& form, int step, const Answers& answers,
                           const Setting& setting);

// One answer as people read it: the option's label, the whole address, dd/MM/yyyy.
std::string text_of(const Definition& form, const Answers& answers, std::string_view key,
                    const Setting& setting);

// As rules compare it: the answer typed by its field (date, number, text), null if there is none.
feel::Value value_of(const Definition& form, const Answers& answers, std::string_view key);

// ---- Drafts: only their owner sees them; kept so long after the last change.
inline constexpr int draft_days = 30;

struct Draft {
  base::DraftId id;
  base::PersonId owner;
  base::VersionId version;
  Answers answers;
  int reached = 0;  // steps done so far
  base::Instant updated_at;
  base::Instant expires_at;
};
base::DraftId start_draft(db::Database& db, db::Tx& tx, base::Instant now, base::PersonId owner,
                          base::VersionId version, const Answers& answers);
std::optional<Draft> draft(db::Tx& tx, base::Instant now, base::DraftId id, base::PersonId owner);
std::vector<Draft> drafts_of(db::Tx& tx, base::Instant now, base::PersonId owner);
// False, and nothing saved: the draft was submitted or thrown away meanwhile.
[[nodiscard]] bool save_draft(db::Tx& tx, base::Instant now, const Draft& draft);
void drop_draft(db::Tx& tx, base::DraftId id, base::PersonId owner);

// ---- Submitted answers: never changed. The journal may hold the salted hash, never the answers.
// Answers with the SHA-256 of salt and canonical answers.
std::string keep(db::Tx& tx, std::string_view subject_kind, std::int64_t subject,
                 base::PersonId owner, const Answers& answers);
std::optional<base::Personal<Answers>> kept(db::Tx& tx, std::string_view subject_kind,
                                            std::int64_t subject);

}  // namespace forms
