// Side door: the shapes facts have had, and how an old one becomes today's.
//
// What is in the journal is never rewritten, so whoever reads it must know every shape it was ever
// written in. A room names its verbs' shapes; a verb that is not named has had one only.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engines/journal/journal.hpp"

namespace journal {

class Upcasters {
 public:
  // Pure: facts of one version to facts of the next.
  using Step = std::function<base::json::object(const base::json::object&)>;
  struct Shape {
    std::string verb;
    std::vector<Step> steps;  // the first leads from version 1 to 2, and so on
  };
  explicit Upcasters(std::vector<Shape> shapes = {});

  // Brings the entry to the newest shape this program knows. False, and the entry is as it was: it
  // was written by a newer program, and nobody may guess what its facts mean.
  bool operator()(Stored& entry) const;

 private:
  std::map<std::string, std::vector<Step>, std::less<>> steps_;
};

// ---- Projections that failed
struct Stale {
  std::string projection;
  base::EntryId since;
  std::string why;  // English, for the operator
};
std::vector<Stale> stale(db::Tx& tx);

}  // namespace journal
