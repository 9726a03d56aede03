// Paper under the pen: cairo pages and pango text, measured in points from the top left corner.
#pragma once

#include <cairo.h>
#include <pango/pango.h>

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "base/instant.hpp"
#include "platform/pdf/rich.hpp"
#include "platform/pdf/template.hpp"

namespace pdf {

inline constexpr double mm = 72 / 25.4;  // points

struct Style {
  double size;  // points
  bool bold = false;
  bool italic = false;
  Align align = Align::left;
  double indent = 0;  // of the first line
};

// Text set into a width, cut into lines, not yet on paper. Throws Unprintable. Goes before its
// canvas does.
class Lines {
 public:
  struct Line {
    PangoLayoutLine* line;
    double x, width, ascent, height;
  };

  Lines() = default;
  Lines(PangoContext* context, const Rich& text, const Style& style, double width);

  const std::vector<Line>& lines() const { return lines_; }
  double height() const;
  double width() const;                            // of the longest line
  double set_width() const { return set_width_; }  // that it was set into

 private:
  std::shared_ptr<PangoLayout> layout_;
  std::vector<Line> lines_;
  double set_width_ = 0;
};

struct Facts {
  std::string title;
  std::string author;
  base::Instant created;
};

// A PDF being made with text that stays text. Cairo embeds the used letters of each font. Holds the
// press (fonts.hpp) while it lives.
class Canvas {
 public:
  Canvas(double width, double height, const Facts& facts);
  Canvas(const Canvas&) = delete;  // cairo writes to the address of bytes_

  Lines set(const Rich& text, const Style& style, double width) const;
  // One line with its left edge at x and its top at y.
  void draw(const Lines::Line& line, double x, double y);
  void draw(const Lines& lines, double x, double y);
  void colour(double red, double green, double blue);
  void stroke(double x1, double y1, double x2, double y2, double thickness);
  void box(double x, double y, double width, double height);  // filled
  void ring(double x, double y, double radius, double thickness);
  void frame(double x, double y, double width, double height, double thickness);
  // What is drawn between them is an element of the document's structure ("P", "H1", "Table", "TR",
  // "TH", "TD"), which screen readers follow. Tags nest, and close before the page turns.
  void open_tag(const char* name);
  void close_tag(const char* name);
  void next_page();
  // The bytes; nothing more can be drawn. Failure if anything drawn before went wrong.
  std::string finish();

 private:
  std::unique_lock<std::recursive_mutex> press_;
  std::string bytes_;
  std::shared_ptr<cairo_surface_t> surface_;
  std::shared_ptr<cairo_t> cairo_;
  std::shared_ptr<PangoContext> context_;
};

}  // namespace pdf
