// Rows of held forms, as sealed text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/id.hpp"
#include "platform/db/db.hpp"

namespace identity::store {

struct HeldForm {
  std::int64_t id = 0;
  std::string cookie_hash, page, sealed;
  base::PersonId person;
  base::Instant at;
};

void insert_held(db::Tx& tx, const HeldForm& form);
// The newest one held after `since`, until `until`.
std::optional<HeldForm> newest_held(db::Tx& tx, std::string_view cookie_hash, std::string_view page,
                                    base::PersonId person, base::Instant since,
                                    base::Instant until);
// Of all, to try a key on.
std::optional<HeldForm> newest_held(db::Tx& tx);
void remove_held(db::Tx& tx, std::int64_t id);
// Those held before the one or, by a clock that ran ahead, after the other.
void forget_held(db::Tx& tx, base::Instant before, base::Instant after);
// Deletes all but the newest `count` of a person.
void leave_newest(db::Tx& tx, base::PersonId person, int count);

}  // namespace identity::store
