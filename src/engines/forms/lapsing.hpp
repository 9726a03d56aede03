// Drafts that will soon be thrown away.
#pragma once

#include <vector>

#include "base/id.hpp"
#include "base/instant.hpp"
#include "platform/db/db.hpp"

namespace forms {

struct Lapsing {
  base::DraftId id;
  base::PersonId owner;
  base::VersionId version;
  base::Instant ends;
};
// Those that end between `now` and `until`, after this one, in the order of their ids.
std::vector<Lapsing> lapsing(db::Tx& tx, base::Instant now, base::Instant until,
                             base::DraftId after, int limit);

}  // namespace forms
