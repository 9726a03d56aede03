// Rows of requests. No decisions.
#pragma once

#include <vector>

#include "platform/db/db.hpp"
#include "services/privacy/request.hpp"

namespace privacy::store {

// What was typed; it stands sealed.
struct Typed {
  std::string wanted, words;
};
void insert(db::Tx& tx, const Request& request, const Typed& typed);
std::optional<Request> find(db::Tx& tx, RequestId id);
std::vector<Request> of_person(db::Tx& tx, base::PersonId person, int limit);  // newest first
// Those that wait by their due time, then the decided, newest first.
std::vector<Request> all(db::Tx& tx, int limit);
int waiting(db::Tx& tx);
// False: it no longer waits.
bool decide(db::Tx& tx, RequestId id, State state, base::PersonId by, std::string_view answer,
            base::Instant now);
// Values and papers of all requests of a person go; says the papers' names in the file store.
std::vector<std::string> forget(db::Tx& tx, base::PersonId person);

// Once more on this day; says how often that makes.
int taken(db::Tx& tx, base::PersonId person, base::Date day);
// The request stands without it from now on.
void drop_paper(db::Tx& tx, RequestId id);
// What waits as sealed under an older key: see app/fields.hpp.
int seal_requests(db::Tx& tx, std::int64_t& after, int limit);

}  // namespace privacy::store
