// What anybody sees of the journal's seals. Values in, HTML out.
#pragma once

#include <vector>

#include "engines/journal/seals.hpp"
#include "platform/ui/shell.hpp"

namespace portal::views {

struct Seals {
  std::vector<journal::Seal> seals;  // newest first
  std::vector<journal::KeyTerm> keys;
};
base::Html seals(const ui::Frame& frame, const Seals& seals);

}  // namespace portal::views
