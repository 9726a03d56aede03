// Rows of requests under the two-person rule.
#pragma once

#include <vector>

#include "engines/identity/two_person.hpp"

namespace identity::store {

void insert_request(db::Tx& tx, const TwoPersonRequest& request);
std::optional<TwoPersonRequest> request(db::Tx& tx, RequestId id, base::Instant now);
// False if it does not wait any more.
bool decide_request(db::Tx& tx, RequestId id, TwoPersonRequest::State to, base::PersonId by,
                    base::Instant now);
std::vector<TwoPersonRequest> latest_requests(db::Tx& tx, const std::vector<std::string>& kinds,
                                              base::Instant now);
std::optional<TwoPersonRequest> waiting_request(db::Tx& tx, std::string_view kind,
                                                base::PersonId concerned, base::Instant now);

}  // namespace identity::store
