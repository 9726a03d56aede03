// Carrying over what a database holds: versions and shared templates published before FEEL.
#pragma once

#include "app/carry/texts.hpp"
#include "engines/catalogue/carrying.hpp"
#include "engines/journal/journal.hpp"

namespace app::carry {

// What changed in one text: "1.004873 version 2: form".
struct Told {
  std::string what;
  std::vector<Change> changes;
};

// Everything that is still in the small language, in one transaction with one journal entry; most
// often nothing. Run whenever a database is opened, so that what is under way goes on. Throws
// db::Failure, and nothing is carried over, where a condition has no words in FEEL.
std::vector<Told> carry_published(db::Database& db, journal::Journal& journal, base::Instant now);

// What was carried over in a version, again.
std::vector<Told> what_changed(const catalogue::Written& published);

}  // namespace app::carry
