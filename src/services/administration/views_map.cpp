// Draws the schematic map: cells around centre points, each a link to its unit.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "platform/ui/panels.hpp"
#include "services/administration/text.hpp"
#include "services/administration/text_units.hpp"
#include "services/administration/views_units.hpp"

namespace administration::views {
namespace {

namespace words = text::unit;
using base::Html;

constexpr double width = 1000;  // of the drawing, in its own units

std::string t(const base::Text& text, base::Lang lang) { return std::string(text.in(lang)); }

// From degrees to the drawing: north is up, and a degree of longitude is as wide as it is there.
class Sheet {
 public:
  explicit Sheet(const std::vector<units::Ring>& cells) {
    for (const auto& cell : cells) {
      for (const auto point : cell) box_.take(point);
    }
    narrow_ = std::cos((box_.south + box_.north) / 2 * 3.14159265358979 / 180);
    scale_ = width / std::max(1e-9, (box_.east - box_.west) * narrow_);
  }
  int height() const { return int((box_.north - box_.south) * scale_); }
  std::string points(const units::Ring& ring) const {
    std::string out;
    for (const auto p : ring) {
      out += fmt::format("{:.0f},{:.0f} ", (p.longitude - box_.west) * narrow_ * scale_,
                         (box_.north - p.latitude) * scale_);
    }
    return out;
  }

 private:
  units::Box box_;
  double narrow_ = 1, scale_ = 1;
};

Html drawing(const UnitMap& page) {
  std::vector<units::Point> centres;
  for (const auto& cell : page.cells) centres.push_back(cell.centre);
  const auto rings = units::cells(centres);
  const Sheet sheet(rings);
  std::vector<Html> cells;
  for (std::size_t i = 0; i < rings.size(); ++i) {
    const auto& unit = *page.cells[i].unit;
    const auto name = unit.name.in(page.lang);
    cells.push_back(base::h(
        R"(<a href="{}" aria-label="{}"><polygon class="{}" points="{}"><title>{}</title>)"
        R"(</polygon></a>)",
        base::Url("/quan-tri/don-vi/" + unit.id.str() + "?ngay=" + page.day.date.iso()), name,
        unit.kind == "ward" ? "td-cell td-cell--ward" : "td-cell", sheet.points(rings[i]), name));
  }
  const auto label =
      base::fill(words::map_label, page.lang, {{"count", std::to_string(rings.size())}});
  return base::h(R"(<svg class="td-cells" viewBox="{}" role="group" aria-label="{}">{}</svg>)",
                 fmt::format("0 0 {:.0f} {}", width, sheet.height()), label, base::join(cells));
}

// The same in words, for who cannot see or print the drawing.
Html list(const UnitMap& page) {
  std::vector<ui::Link> links;
  for (const auto* kind : {"ward", "commune"}) {
    for (const auto& cell : page.cells) {
      if (cell.unit->kind != kind) continue;
      links.push_back({cell.unit->name.in(page.lang), "/quan-tri/don-vi/" + cell.unit->id.str()});
    }
  }
  return ui::details(t(words::map_list, page.lang), ui::link_list(links));
}

}  // namespace

ui::OfficerPage unit_map(const UnitMap& page) {
  const auto lang = page.lang;
  ui::OfficerPage out;
  out.crumbs = {{t(text::administration, lang), "/quan-tri"},
                {t(words::heading, lang), "/quan-tri/don-vi?ngay=" + page.day.date.iso()}};
  out.heading = t(words::map, lang);
  out.sub = base::fill(words::as_of, lang, {{"date", page.day.date.vn()}});
  out.main = page.cells.empty()
                 ? ui::empty_state({.icon = "map-pin", .title = t(words::no_map, lang)})
                 : ui::stack({ui::note(ui::Tone::info, t(words::map_note, lang)), drawing(page),
                              list(page)});
  return out;
}

}  // namespace administration::views
