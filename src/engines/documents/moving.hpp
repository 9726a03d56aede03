// Papers under way when their agency ends: by a dated rule the heir drafts them again, or they are
// finished as the old agency's. Never half and half.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/json.hpp"
#include "engines/documents/documents.hpp"

namespace documents {

// Again: withdrawn, and drafted, signed and numbered by the heir. Finish: number, day, place, key
// and seal stay those of the agency that ended, and no day is later than its last one.
enum class Fate { again, finish };

// What the city does with such papers, in force from a day on (succession.json of the pack).
struct PaperRule {
  base::Date from;
  Fate signed_by_officer = Fate::again;  // signed, not numbered
  Fate numbered = Fate::again;           // numbered, not sealed
  std::string law;
  bool confirmed = false;  // false: nobody has read the article word by word

  // What is only drafted has nobody left who could sign it.
  Fate of(State state) const;
};

// The setting that holds the rules, and what is wrong with such a file: "" if nothing.
inline constexpr std::string_view rules_setting = "succession";
std::string flaw_in(const base::json::object& settings);
// The rule in force on the first day without the agency; without any rule everything is again.
PaperRule rule_on(db::Tx& tx, base::Date day);

// Papers of an agency that are drafted, signed or numbered, by id.
std::vector<Document> under_way(db::Tx& tx, base::UnitId unit, base::DocumentId after, int limit);

// Its signature and number are no longer worth anything; the number stays in its series as void.
// False if it was issued or withdrawn meanwhile.
bool withdraw(db::Tx& tx, base::Instant now, const Document& paper);

}  // namespace documents
