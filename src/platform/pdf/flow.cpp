// Breaking text over pages.
#include "platform/pdf/flow.hpp"

#include <algorithm>

namespace pdf {

namespace {

constexpr double border_thickness = 0.5;

}  // namespace

Geometry geometry(Paper paper) {
  // At least 6 pt between paragraphs. [law: NĐ 30/2020 PL I.I.1-2, I.II.6]
  if (paper == Paper::a4) return {210 * mm, 297 * mm, 20 * mm, 277 * mm, 30 * mm, 195 * mm, 1, 6};
  return {148 * mm, 210 * mm, 10 * mm, 200 * mm, 14 * mm, 137 * mm, 0.75, 3};
}

Flow::Flow(Paper paper, const Facts& facts, int turn_before)
    : canvas(geometry(paper).width, geometry(paper).height, facts),
      page(geometry(paper)),
      y(page.top),
      turn_before_(turn_before) {}

void Flow::next_line() {
  if (lines_ == turn_before_ && lines_on_page_ > 0) turn();
  ++lines_;
  ++lines_on_page_;
}

double Flow::width() const { return page.printable() - (y < kept_bottom_ ? kept_width_ : 0); }

void Flow::keep_right(double width, double height) {
  kept_width_ = width;
  kept_bottom_ = y + height;
}

void Flow::room(double height) {
  if (y + height > page.bottom && y > page.top) turn();
}

void Flow::turn() {
  if (++pages_ > pages_max) throw TooManyPages();
  for (auto tag = tags_.rbegin(); tag != tags_.rend(); ++tag) canvas.close_tag(*tag);
  canvas.next_page();
  y = page.top;
  lines_on_page_ = 0;
  kept_bottom_ = 0;
  // Centred in the top margin, from the second page on. [law: NĐ 30/2020 PL I.I.7]
  const auto number = canvas.set(std::to_string(pages_),
                                 {13 * page.scale, false, false, Align::center}, page.printable());
  canvas.draw(number, page.left, page.top / 2 - number.height() / 2);
  for (const char* tag : tags_) canvas.open_tag(tag);
}

void Flow::tagged(const char* name, const std::function<void()>& body) {
  canvas.open_tag(name);
  tags_.push_back(name);
  body();
  tags_.pop_back();
  canvas.close_tag(name);
}

void Flow::text(const Lines& lines, double x, const char* tag) {
  room(lines.lines().front().height);
  tagged(tag, [&] {
    for (const auto& line : lines.lines()) {
      room(line.height);
      next_line();
      canvas.draw(line, x, y);
      y += line.height;
    }
  });
}

void Flow::row(const std::vector<Cell>& cells, const RowLook& look,
               const std::function<void()>& turned) {
  const double around = look.border ? 2 * padding() : 0;
  double height = 0;
  for (const auto& cell : cells) height = std::max(height, cell.lines.height());
  const auto overleaf = [&] {
    turn();
    if (turned) turned();
  };
  // A row is kept whole unless no page could hold it.
  if (y + height + around > page.bottom && height < page.bottom - page.top) overleaf();

  std::vector<std::size_t> at(cells.size());
  while (true) {
    next_line();
    double drawn = 0;
    const auto draw = [&] { drawn = piece(cells, look, at); };
    if (look.border)
      tagged("TR", draw);
    else
      draw();
    if (look.border && drawn > 0) border(cells, drawn + around);
    y += drawn + around;
    bool more = false;
    for (std::size_t i = 0; i < cells.size(); ++i) more |= at[i] < cells[i].lines.lines().size();
    if (!more) return;
    overleaf();
  }
}

double Flow::piece(const std::vector<Cell>& cells, const RowLook& look,
                   std::vector<std::size_t>& at) {
  const double inset = look.border ? padding() : 0;
  double drawn = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto& lines = cells[i].lines.lines();
    double down = 0;
    canvas.open_tag(look.cell_tag);
    for (; at[i] < lines.size(); ++at[i]) {
      if (y + down + lines[at[i]].height + 2 * inset > page.bottom) break;
      canvas.draw(lines[at[i]], cells[i].x + inset, y + inset + down);
      down += lines[at[i]].height;
    }
    canvas.close_tag(look.cell_tag);
    drawn = std::max(drawn, down);
  }
  return drawn;
}

void Flow::border(const std::vector<Cell>& cells, double height) {
  for (const auto& cell : cells) canvas.frame(cell.x, y, cell.width, height, border_thickness);
}

Box Flow::box(double x, double top, double width, double height) const {
  return {pages_ - 1, x, page.height - top - height, width, height};
}

}  // namespace pdf
