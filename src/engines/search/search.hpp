// Search: one index of titles for everything a person may look for, kept with the data it
// describes.
//
// Marks, case and punctuation are ignored ("can tho" finds Cần Thơ, "1.004873" finds its
// procedure); every word asked for must begin a word of the item, in either language.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "platform/db/db.hpp"

namespace search {

struct Item {
  std::string kind;  // "procedure"; the room that owns the kind makes the link
  std::string ref;   // "1.004873", unique within the kind
  base::Words title;
  std::string more;  // further words it is found by, in any language; never personal data
  int weight = 0;    // the heavier comes first among equals
};

struct Found {
  std::string kind;
  std::string ref;
  base::Words title;
};

inline constexpr int words_max = 8;  // words beyond these are ignored

// Inside the transaction that changes the thing; replaces what stood there.
void put(db::Tx& tx, const Item& item);
void remove(db::Tx& tx, std::string_view kind, std::string_view ref);

// Best first: those with all words in the title, then by weight, then in the order of the alphabet.
// An empty question finds nothing. `kind` narrows if given.
std::vector<Found> find(db::Tx& tx, std::string_view words, int limit, std::string_view kind = "");

}  // namespace search
