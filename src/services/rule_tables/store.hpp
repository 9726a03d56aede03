// The rows of drafts, open ones and those that were decided.
#pragma once

#include "services/rule_tables/draft.hpp"

namespace rule_tables::store {

void insert(db::Tx& tx, const Draft& draft);
std::optional<Draft> find(db::Tx& tx, DraftId id);
std::optional<Draft> open(db::Tx& tx, std::string_view code);  // a draft or proposed
std::vector<Draft> all_open(db::Tx& tx);
int proposed(db::Tx& tx);  // how many wait for a second person
// Everything but what it was begun with; false: the version is another one by now.
bool update(db::Tx& tx, const Draft& draft, int version);

}  // namespace rule_tables::store
