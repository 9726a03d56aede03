// Rows of people and of their older papers.
#pragma once

#include "engines/identity/people.hpp"

namespace identity {

// Text from outside as it is kept: tidy, and never longer than anybody's name or address.
std::string kept_line(std::string_view text);
// What people are sorted by.
std::string name_key(std::string_view name);

namespace store {

// Inserts the person, or renews the row that has this number.
void keep(db::Tx& tx, base::PersonId id, const PersonFacts& facts, Source source,
          base::Instant now);
bool correct(db::Tx& tx, base::PersonId id, const PersonFacts& facts, int version,
             base::Instant now);
// Before `correct`: remembers what the provider said where that is about to change.
void overrule(db::Tx& tx, base::PersonId id, const PersonFacts& corrected);
// What a provider says of the person with this number, without what was overruled and has not
// changed there since.
PersonFacts not_overruled(db::Tx& tx, PersonFacts said);
// False if the person has that paper already.
bool insert_paper(db::Tx& tx, PaperId id, const Paper& paper, std::string_view number,
                  base::Instant now);
// Says how many names were folded, at most `limit`.
int fold_names(db::Tx& tx, int limit);

}  // namespace store
}  // namespace identity
