// Published definitions, kept read.
#include <algorithm>
#include <vector>

#include "base/must.hpp"
#include "engines/forms/forms.hpp"
#include "platform/guarded.hpp"

namespace forms {
namespace {

constexpr std::size_t kept_max = 64;  // some 100 kB each

struct Entry {
  std::string json;
  std::shared_ptr<const Definition> form;
};
using Entries = std::vector<Entry>;  // the last asked for at the end

// Reading one takes a good half of the time of a page that shows its answers, most of it for
// regular expressions. What was read is the same for everybody: nothing is lost with it.
platform::Guarded<Entries>& shelf() {
  static platform::Guarded<Entries> entries;
  return entries;
}

std::shared_ptr<const Definition> on_shelf(std::string_view json) {
  return shelf().with([&](Entries& all) -> std::shared_ptr<const Definition> {
    const auto at = std::ranges::find(all, json, &Entry::json);
    if (at == all.end()) return nullptr;
    std::rotate(at, at + 1, all.end());
    return all.back().form;
  });
}

}  // namespace

std::shared_ptr<const Definition> published(std::string_view json) {
  if (auto form = on_shelf(json)) return form;
  const auto parsed = parse(json);
  base::must(bool(parsed));
  shelf().with([&](Entries& all) {
    if (all.size() >= kept_max) all.erase(all.begin());
    all.push_back({std::string(json), *parsed});
  });
  return *parsed;
}

}  // namespace forms
