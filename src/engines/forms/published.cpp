// Published definitions, kept read.
#include "base/must.hpp"
#include "engines/forms/forms.hpp"
#include "platform/shelf.hpp"

namespace forms {

// Reading one takes a good half of the time of a page that shows its answers, most of it for
// regular expressions.
std::shared_ptr<const Definition> published(std::string_view json) {
  static platform::Shelf<std::shared_ptr<const Definition>> shelf(64);  // some 100 kB each
  return *shelf.get(json, [&] {
    const auto parsed = parse(json);
    base::must(bool(parsed));
    return *parsed;
  });
}

}  // namespace forms
