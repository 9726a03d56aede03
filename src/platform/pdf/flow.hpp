// Text that flows down the pages of one paper: margins, page numbers, rows that go on overleaf.
#pragma once

#include <functional>
#include <vector>

#include "platform/pdf/form.hpp"
#include "platform/pdf/sheet.hpp"

namespace pdf {

// All in points; `scale` is 1 on A4 and multiplies every size and distance.
struct Geometry {
  double width, height, top, bottom, left, right;
  double scale;
  double gap;  // between paragraphs

  double printable() const { return right - left; }
};

Geometry geometry(Paper paper);

struct Cell {
  Lines lines;
  double x;
  double width;
};

struct RowLook {
  bool border;
  const char* cell_tag;
};
inline constexpr RowLook side_by_side{false, "P"};
inline constexpr RowLook table_row{true, "TD"};
inline constexpr RowLook table_head{true, "TH"};

class Flow {
 public:
  // The page turns before the line of this number (from 0), whatever room there is; -1: never.
  Flow(Paper paper, const Facts& facts, int turn_before = -1);

  Canvas canvas;
  const Geometry page;
  double y;

  double left() const { return page.left; }
  // To the right margin, or to what stands there (a QR code).
  double width() const;
  void keep_right(double width, double height);

  double padding() const { return 3 * page.scale; }  // inside the border of a cell

  int lines() const { return lines_; }                  // drawn so far
  int lines_on_page() const { return lines_on_page_; }  // of them, since the page turned
  int pages() const { return pages_; }

  // Turns the page unless this much room is left on it.
  void room(double height);
  void turn();

  // What `body` draws is this element of the structure; goes on as another one overleaf.
  void tagged(const char* name, const std::function<void()>& body);

  // Draws from y downwards, over as many pages as it takes.
  void text(const Lines& lines, double x, const char* tag = "P");
  // One row of cells, side by side; `turned` is called after each turn of the page (a table's
  // head).
  void row(const std::vector<Cell>& cells, const RowLook& look,
           const std::function<void()>& turned = {});

  // A rectangle of the current page, given from its top left corner, in PDF's measure.
  Box box(double x, double top, double width, double height) const;

 private:
  // As many lines of each cell, from its `at` on, as the page holds; answers the height drawn.
  double piece(const std::vector<Cell>& cells, const RowLook& look, std::vector<std::size_t>& at);
  void border(const std::vector<Cell>& cells, double height);

  void next_line();

  std::vector<const char*> tags_;  // open now
  const int turn_before_;
  int lines_ = 0;
  int lines_on_page_ = 0;
  int pages_ = 1;
  double kept_bottom_ = 0;
  double kept_width_ = 0;
};

// Thrown after 100 pages.
struct TooManyPages {};
inline constexpr int pages_max = 100;

}  // namespace pdf
