// Cairo and pango behind the pen.
#include "platform/pdf/sheet.hpp"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <algorithm>

#include "platform/pdf/failure.hpp"
#include "platform/pdf/fonts.hpp"
#include "platform/pdf/text.hpp"

namespace pdf {

namespace {

constexpr const char* font_family = "Liberation Serif";  // others only for what it lacks
constexpr double line_spacing = 1.1;

cairo_status_t append(void* bytes, const unsigned char* data, unsigned size) {
  static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), size);
  return CAIRO_STATUS_SUCCESS;
}

using Font = std::unique_ptr<PangoFontDescription, decltype(&pango_font_description_free)>;

Font font(const Style& style) {
  Font out(pango_font_description_new(), pango_font_description_free);
  pango_font_description_set_family_static(out.get(), font_family);
  pango_font_description_set_absolute_size(out.get(), style.size * PANGO_SCALE);
  if (style.bold) pango_font_description_set_weight(out.get(), PANGO_WEIGHT_BOLD);
  if (style.italic) pango_font_description_set_style(out.get(), PANGO_STYLE_ITALIC);
  return out;
}

void mark(PangoLayout* layout, const Rich& text) {
  PangoAttrList* list = pango_attr_list_new();
  const auto add = [&](PangoAttribute* attribute, const Rich::Mark& mark) {
    attribute->start_index = unsigned(mark.begin);
    attribute->end_index = unsigned(mark.end);
    pango_attr_list_insert(list, attribute);
  };
  for (const auto& one : text.marks) {
    if (one.bold) add(pango_attr_weight_new(PANGO_WEIGHT_BOLD), one);
    if (one.italic) add(pango_attr_style_new(PANGO_STYLE_ITALIC), one);
  }
  pango_layout_set_attributes(layout, list);
  pango_attr_list_unref(list);
}

std::string utf8(gunichar letter) {
  char bytes[6];
  return {bytes, std::size_t(g_unichar_to_utf8(letter, bytes))};
}

// A letter that no font of ours has came out as a box, or as nothing.
void check_letters(const PangoLayoutLine* line) {
  for (const GSList* at = line->runs; at; at = at->next) {
    const auto* run = static_cast<const PangoGlyphItem*>(at->data);
    for (int i = 0; i < run->glyphs->num_glyphs; ++i) {
      const auto glyph = run->glyphs->glyphs[i].glyph;
      if (glyph != 0 && !(glyph & PANGO_GLYPH_UNKNOWN_FLAG)) continue;
      const auto letter = glyph & ~PANGO_GLYPH_UNKNOWN_FLAG;
      throw Unprintable{glyph != 0 && g_unichar_validate(letter) ? utf8(letter) : ""};
    }
  }
}

PangoAlignment alignment(Align align) {
  if (align == Align::center) return PANGO_ALIGN_CENTER;
  return align == Align::right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

}  // namespace

Lines::Lines(PangoContext* context, const Rich& text, const Style& style, double width)
    : layout_(pango_layout_new(context), g_object_unref), set_width_(width) {
  PangoLayout* layout = layout_.get();
  pango_layout_set_font_description(layout, font(style).get());
  pango_layout_set_text(layout, text.text.data(), int(text.text.size()));
  mark(layout, text);
  pango_layout_set_width(layout, int(width * PANGO_SCALE));
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment(layout, alignment(style.align));
  pango_layout_set_justify(layout, style.align == Align::justified);
  pango_layout_set_indent(layout, int(style.indent * PANGO_SCALE));
  pango_layout_set_auto_dir(layout, FALSE);

  const std::unique_ptr<PangoLayoutIter, decltype(&pango_layout_iter_free)> iterator(
      pango_layout_get_iter(layout), pango_layout_iter_free);
  PangoLayoutIter* at = iterator.get();
  do {
    check_letters(pango_layout_iter_get_line_readonly(at));
    PangoRectangle box;
    pango_layout_iter_get_line_extents(at, nullptr, &box);
    const double top = double(box.y) / PANGO_SCALE;
    const double baseline = double(pango_layout_iter_get_baseline(at)) / PANGO_SCALE;
    lines_.push_back({pango_layout_iter_get_line_readonly(at), double(box.x) / PANGO_SCALE,
                      double(box.width) / PANGO_SCALE, baseline - top,
                      double(box.height) / PANGO_SCALE * line_spacing});
  } while (pango_layout_iter_next_line(at));
}

double Lines::height() const {
  double sum = 0;
  for (const auto& line : lines_) sum += line.height;
  return sum;
}

double Lines::width() const {
  double longest = 0;
  for (const auto& line : lines_) longest = std::max(longest, line.width);
  return longest;
}

Canvas::Canvas(double width, double height, const Facts& facts) : press_(press()) {
  surface_ = {cairo_pdf_surface_create_for_stream(append, &bytes_, width, height),
              cairo_surface_destroy};
  cairo_pdf_surface_restrict_to_version(surface_.get(), CAIRO_PDF_VERSION_1_5);
  const auto fact = [&](cairo_pdf_metadata_t which, const std::string& text) {
    cairo_pdf_surface_set_metadata(surface_.get(), which, text.c_str());
  };
  fact(CAIRO_PDF_METADATA_TITLE, facts.title);
  fact(CAIRO_PDF_METADATA_AUTHOR, facts.author);
  fact(CAIRO_PDF_METADATA_CREATOR, std::string(text::made_by.vi));
  const auto utc = facts.created.iso();  // 2026-11-22T01:29:00.000000Z
  fact(CAIRO_PDF_METADATA_CREATE_DATE, utc.substr(0, 19) + "Z");
  cairo_ = {cairo_create(surface_.get()), cairo_destroy};
  context_ = {pango_font_map_create_context(font_map()), g_object_unref};
  pango_cairo_update_context(cairo_.get(), context_.get());
  // Positions are those of paper, not of a screen's pixels.
  pango_cairo_context_set_resolution(context_.get(), 72);
  pango_context_set_round_glyph_positions(context_.get(), FALSE);
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options(context_.get(), options);
  cairo_font_options_destroy(options);
}

Lines Canvas::set(const Rich& text, const Style& style, double width) const {
  return {context_.get(), text, style, width};
}

void Canvas::draw(const Lines::Line& line, double x, double y) {
  cairo_move_to(cairo_.get(), x + line.x, y + line.ascent);
  pango_cairo_show_layout_line(cairo_.get(), line.line);
}

void Canvas::draw(const Lines& lines, double x, double y) {
  for (const auto& line : lines.lines()) {
    draw(line, x, y);
    y += line.height;
  }
}

void Canvas::colour(double red, double green, double blue) {
  cairo_set_source_rgb(cairo_.get(), red, green, blue);
}

void Canvas::stroke(double x1, double y1, double x2, double y2, double thickness) {
  cairo_set_line_width(cairo_.get(), thickness);
  cairo_move_to(cairo_.get(), x1, y1);
  cairo_line_to(cairo_.get(), x2, y2);
  cairo_stroke(cairo_.get());
}

void Canvas::box(double x, double y, double width, double height) {
  cairo_rectangle(cairo_.get(), x, y, width, height);
  cairo_fill(cairo_.get());
}

void Canvas::ring(double x, double y, double radius, double thickness) {
  cairo_set_line_width(cairo_.get(), thickness);
  cairo_arc(cairo_.get(), x, y, radius, 0, 2 * 3.14159265358979);
  cairo_close_path(cairo_.get());
  cairo_stroke(cairo_.get());
}

void Canvas::frame(double x, double y, double width, double height, double thickness) {
  cairo_set_line_width(cairo_.get(), thickness);
  cairo_rectangle(cairo_.get(), x, y, width, height);
  cairo_stroke(cairo_.get());
}

void Canvas::open_tag(const char* name) { cairo_tag_begin(cairo_.get(), name, nullptr); }

void Canvas::close_tag(const char* name) { cairo_tag_end(cairo_.get(), name); }

void Canvas::next_page() { cairo_show_page(cairo_.get()); }

std::string Canvas::finish() {
  cairo_show_page(cairo_.get());
  cairo_surface_finish(surface_.get());
  // Both: a font that could not be read stops the pen, and leaves a sound but blank surface.
  for (const auto status : {cairo_status(cairo_.get()), cairo_surface_status(surface_.get())}) {
    if (status != CAIRO_STATUS_SUCCESS) throw Failure(cairo_status_to_string(status));
  }
  return std::move(bytes_);
}

}  // namespace pdf
