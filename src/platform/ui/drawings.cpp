// Draws the mark and the river out of the sprite.
#include "platform/ui/drawings.hpp"

#include <string>

#include "platform/ui/assets.hpp"

namespace ui {

using base::h;
using base::Html;

namespace {

base::Url drawing(std::string_view id) { return (std::string(assets::icons_svg) += '#') += id; }

Html lines(std::string_view id, std::string_view box, std::string_view align) {
  return h(R"(<svg class="td-hero__lines" viewBox="{}" preserveAspectRatio="{} slice"
aria-hidden="true" focusable="false"><use href="{}" fill="none"
stroke="currentColor" stroke-width="1.5"/></svg>)",
           box, align, drawing(id));
}

}  // namespace

Html logo_mark() {
  return h(R"(<svg viewBox="0 0 48 48" aria-hidden="true" focusable="false">)"
           R"(<use href="{}"/></svg>)",
           drawing("mark"));
}
Html river() { return lines("river", "0 0 1280 400", "xMaxYMid"); }
Html river_tall() { return lines("river-tall", "0 0 600 900", "xMaxYMax"); }

}  // namespace ui
