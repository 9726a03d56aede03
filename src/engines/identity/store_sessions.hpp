// Rows of sessions.
#pragma once

#include <string_view>
#include <vector>

#include "engines/identity/identity.hpp"

namespace identity::store {

void insert_session(db::Tx& tx, const Session& session, std::string_view token_hash);
// Both end a session that has not been ended yet; false if there is none.
bool end_session_by(db::Tx& tx, std::string_view token_hash, base::Instant now);
bool end_session(db::Tx& tx, std::int64_t id, base::PersonId person, base::Instant now);
// Ends all open sessions of a person but `but`; says how many.
int end_sessions(db::Tx& tx, base::PersonId person, std::int64_t but, base::Instant now);
// Newest first: those that end after `now` and were seen after `seen_since`.
std::vector<Session> open_sessions(db::Tx& tx, base::PersonId person, base::Instant now,
                                   base::Instant seen_since);
// Deletes those whose last moment was before.
void forget_sessions(db::Tx& tx, base::Instant before);

}  // namespace identity::store
