// What people agreed to: which words, since when, until when. Nothing is agreed to by silence.
// [law: Luật 91/2025/QH15]
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "platform/db/db.hpp"

namespace privacy {

// One thing to agree to, in its newest words.
struct ConsentText {
  std::string kind;  // "one_stop.remind"
  int version = 0;
  base::Words title, words;
};
struct Consent {
  std::string kind;
  int version = 0;
  base::Instant given_at;
  std::optional<base::Instant> withdrawn_at;
};

// Does the consent of this person stand?
bool consented(db::Tx& tx, base::PersonId person, std::string_view kind);

// "consents" of the pack's personal-data.json: versions not yet known are added. Words that were
// once asked cannot be changed; says what is wrong, "" if nothing.
std::string publish_consents(db::Tx& tx, base::Instant now, const base::json::object& settings);

namespace store {
std::vector<ConsentText> consent_texts(db::Tx& tx);  // the newest of each kind
std::optional<ConsentText> consent_text(db::Tx& tx, std::string_view kind, int version);
std::vector<Consent> consents_of(db::Tx& tx, base::PersonId person);  // newest first, at most 200
void give(db::Database& db, db::Tx& tx, base::PersonId person, std::string_view kind, int version,
          base::Instant now);
// False: there was none standing.
bool withdraw(db::Tx& tx, base::PersonId person, std::string_view kind, base::Instant now);
void withdraw_all(db::Tx& tx, base::PersonId person, base::Instant now);
}  // namespace store

}  // namespace privacy
