// Decisions: rule tables of the city as published, dated, numbered editions.
//
// Law has two time axes. An edition applies from a day (a resolution that overrules law for a while
// also until one) and is known from a moment. What answered for a day as it was known then is asked
// by both; a later edition that reaches back changes the answer of today, never that of then. Who
// decides with an edition keeps its id: it is never updated, so the same answer comes again.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/instant.hpp"
#include "engines/decisions/table.hpp"
#include "engines/journal/journal.hpp"
#include "engines/rules/values/value.hpp"
#include "platform/db/db.hpp"

namespace decisions {

using EditionId = base::Id<struct DecisionEditionTag>;

enum class Origin { pack, page };

struct Edition {
  EditionId id;
  std::string code;
  int number = 0;  // of this table, from 1
  Span applies;
  base::Instant known_from;
  int replaces = 0;  // an edition that no longer counts from then on; 0: none
  Table table;
  std::string hash;  // of the table and its days, SHA-256
  Origin origin = Origin::pack;
  std::string reason;          // in the proposer's words
  journal::Actor proposed_by;  // nobody where it came with a pack
  journal::Actor published_by;
  base::Instant published_at;

  bool temporary() const { return applies.until.has_value(); }
};

std::optional<Edition> edition(db::Tx& tx, EditionId id);
std::optional<Edition> edition(db::Tx& tx, std::string_view code, int number);
std::vector<Edition> editions(db::Tx& tx, std::string_view code);  // newest first
std::vector<std::string> codes(db::Tx& tx);

// What answers for a day, as it was known at a moment. Of those that apply, one with an end comes
// before one without (it overrules it), then the one that applies from the later day, then the
// later number. Nothing: no table, none yet, or none any more.
std::optional<Edition> in_force(db::Tx& tx, std::string_view code, base::Date on,
                                base::Instant known);
// The same among editions that were read already.
const Edition* in_force(const std::vector<Edition>& all, base::Date on, base::Instant known);

struct Answer {
  feel::Value value;                 // as DMN answers: one value, a context of several, a list
  std::vector<feel::Value> outputs;  // one an output
  std::vector<int> rows;           // that fit, from 0; none: the fallback answered, or nothing did
  std::vector<base::Words> notes;  // why a value is null
};

// A table read once. It never changes; any thread may ask it.
class Decider {
 public:
  // A table with errors answers too: what cannot be read is null, with a note.
  static std::shared_ptr<const Decider> of(const Table& table);

  // `given`: a value for each given of the table, in their order.
  Answer decide(const std::vector<feel::Value>& given, base::Instant now) const;

 private:
  struct Models;
  std::shared_ptr<const Models> models_;
};

}  // namespace decisions
