// Versions whose conditions were published in the small language: the same in FEEL is kept beside
// them and read in their place. What was published is never written again.
#pragma once

#include "engines/catalogue/publish.hpp"

namespace catalogue {

struct Written {
  base::VersionId id;
  std::string code;
  int number = 0;
  std::string hash;     // as published
  std::string content;  // canonical JSON
  std::string form, flow, result_template;
};

// Those not carried over yet; or those that were, as they were published.
std::vector<Written> in_small_language(db::Tx& tx, bool carried = false);

// Beside the version of this id; equal parts are not kept twice. Answers the hash of the whole.
std::string keep_carried(db::Tx& tx, base::Instant now, const Written& published,
                         const Written& in_feel);

// The forms of all versions, for what their fields are.
std::vector<std::string> forms_published(db::Tx& tx);

}  // namespace catalogue
