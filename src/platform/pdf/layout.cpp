// The parts of a paper that have a place of their own: letterhead, signature, QR code.
#include <qrencode.h>

#include <algorithm>

#include "platform/pdf/printer.hpp"
#include "platform/pdf/text.hpp"

namespace pdf {

namespace {

constexpr double agency_share =
    0.41;  // of the printable width, so that the nation's name stays on one line
constexpr double rule_thickness = 0.7;
constexpr double rule_gap = 3;
constexpr double qr_side = 25 * mm;
constexpr double signature_width = 78 * mm;
constexpr double signature_height = 22 * mm;
constexpr double seal_side = 32 * mm;

using Code = std::unique_ptr<QRcode, decltype(&QRcode_free)>;

}  // namespace

void Printer::letterhead(const Block& block) {
  const double top = flow_.y;
  const double nation_x = flow_.left() + flow_.page.printable() * agency_share;
  const double nation_width = flow_.page.right - nation_x;
  const double agency_width = flow_.page.printable() * agency_share - pt(6);
  const double agency_bottom = agency_side(block, flow_.left(), agency_width);
  flow_.y = top;
  flow_.y = std::max(agency_bottom, nation_side(nation_x, nation_width)) + pt(6);

  const double line_top = flow_.y;
  double bottom = line_top;
  const auto line = [&](Kind kind, const char* name, double x, double width, bool italic) {
    const Block* one = find(block, kind);
    flow_.y = line_top;
    if (one && one->parts.empty())
      reserve(name, x, width, kind == Kind::date ? 14 : 13, italic);
    else if (one)
      flow_.text(
          flow_.canvas.set(fill(one->parts[0]), {pt(13), false, italic, Align::center}, width), x);
    bottom = std::max(bottom, flow_.y);
  };
  line(Kind::number, "number", flow_.left(), agency_width, false);
  line(Kind::date, "date", nation_x, nation_width, true);
  flow_.y = bottom + pt(6);
}

double Printer::agency_side(const Block& block, double x, double width) {
  const auto name = [&](Kind kind, const Style& look) {
    const Block* one = find(block, kind);
    if (!one) return 0.0;
    const auto lines = balanced(fill(one->parts[0], Case::upper), look, width);
    flow_.text(lines, x + (width - lines.set_width()) / 2);
    return lines.width();
  };
  name(Kind::superior, style(13, Align::center));
  const double length = name(Kind::agency, bold(13)) * 0.4;  // a third to a half of the name
  const double middle = x + width / 2;
  flow_.y += pt(rule_gap);
  flow_.canvas.stroke(middle - length / 2, flow_.y, middle + length / 2, flow_.y, rule_thickness);
  return flow_.y;
}

double Printer::nation_side(double x, double width) {
  flow_.text(flow_.canvas.set(text::nation.vi, bold(13), width), x);
  const auto motto = flow_.canvas.set(text::motto.vi, bold(14), width);
  flow_.text(motto, x);
  const double middle = x + width / 2;
  flow_.y += pt(rule_gap);
  // As long as the motto. [law: NĐ 30/2020 PL I.II.1]
  flow_.canvas.stroke(middle - motto.width() / 2, flow_.y, middle + motto.width() / 2, flow_.y,
                      rule_thickness);
  return flow_.y;
}

void Printer::reserve(const char* name, double x, double width, double size, bool italic) {
  const double height = pt(size) * 1.35;
  const auto& label = italic ? text::date_field : text::number_field;
  fields_.push_back({name, std::string(label.vi), Field::Kind::text,
                     flow_.box(x, flow_.y, width, height), pt(size), italic});
  flow_.y += height;
}

// A signature alone on a page could be set under any text.
void Printer::keep_with_text(double height) {
  constexpr int lines_above = 2;
  flow_.room(height);
  if (flow_.pages() > 1 && flow_.lines_on_page() < lines_above) lonely_ = flow_.lines();
}

void Printer::signature(const Block& block) {
  const double width = flow_.page.printable() * 0.55;
  const double x = flow_.page.right - width;
  const bool boxed = find(block, Kind::sign) || find(block, Kind::seal);
  const double gap = pt(boxed ? seal_side + 1 * mm : 26 * mm);

  std::vector<Lines> above, below;
  const auto add = [&](Kind kind, Case letters, std::vector<Lines>& to) {
    if (const Block* one = find(block, kind))
      to.push_back(flow_.canvas.set(fill(one->parts[0], letters), bold(14), width));
  };
  add(Kind::authority, Case::upper, above);
  add(Kind::capacity, Case::upper, above);
  add(Kind::name, Case::as_written, below);
  double height = gap + pt(12);
  for (const auto& lines : above) height += lines.height();
  for (const auto& lines : below) height += lines.height();
  keep_with_text(height);

  flow_.y += pt(12);
  const double recipients_bottom = recipients(block, flow_.y);
  for (const auto& lines : above) flow_.text(lines, x);
  if (boxed) reserve_signing(block, x, width);
  flow_.y += gap;
  for (const auto& lines : below) flow_.text(lines, x);
  flow_.y = std::max(flow_.y, recipients_bottom);
}

void Printer::reserve_signing(const Block& block, double x, double width) {
  const double side = pt(seal_side), box_width = std::min(pt(signature_width), width);
  const double box_height = pt(signature_height);
  const double left = x + (width - box_width) / 2;
  const double top = flow_.y + (side - box_height) / 2;
  if (find(block, Kind::sign))
    fields_.push_back({"signature", std::string(text::signature_field.vi), Field::Kind::signature,
                       flow_.box(left, top, box_width, box_height)});
  // Its right edge covers the left third of the signature. [law: NĐ 30/2020 PL I.II.8]
  if (find(block, Kind::seal))
    fields_.push_back({"seal", std::string(text::seal_field.vi), Field::Kind::signature,
                       flow_.box(left + box_width / 3 - side, flow_.y + 0.5 * mm, side, side)});
}

double Printer::recipients(const Block& block, double top) {
  if (!find(block, Kind::to)) return top;
  const double width = flow_.page.printable() * 0.42;
  double y = top;
  const auto add = [&](const Rich& text, const Style& look) {
    const auto lines = flow_.canvas.set(text, look, width);
    flow_.tagged("P", [&] { flow_.canvas.draw(lines, flow_.left(), y); });
    y += lines.height();
  };
  add(text::recipients.vi, {pt(12), true, true, Align::left});
  for (const auto& one : block.inside)
    if (one.kind == Kind::to) {
      auto text = fill(one.parts[0]);
      text.text.insert(0, "- ");
      for (auto& mark : text.marks) mark.begin += 2, mark.end += 2;
      add(text, style(11));
    }
  return y;
}

void Printer::signers(const Block& block) {
  if (block.inside.empty()) return;
  const double width = flow_.page.printable() / double(block.inside.size());
  const double gap = pt(18 * mm);
  std::vector<Cell> titles, names;
  double x = flow_.left(), height = gap;
  for (const auto& one : block.inside) {
    auto text = fill(one.parts[0], Case::upper);
    text.marks = {{0, text.text.size(), true, false}};
    const auto note = fill(one.parts[1]);
    const auto begin = text.text.size();
    text.text += "\n" + note.text;
    text.marks.push_back({begin, text.text.size(), false, true});
    const double inner = width - pt(8);
    titles.push_back({flow_.canvas.set(text, style(13, Align::center), inner), x, inner});
    names.push_back({flow_.canvas.set(fill(one.parts[2]), bold(13), inner), x, inner});
    height = std::max(height, gap + titles.back().lines.height() + names.back().lines.height());
    x += width;
  }
  keep_with_text(height + pt(10));
  flow_.y += pt(10);
  flow_.row(titles, side_by_side);
  flow_.y += gap;
  flow_.row(names, side_by_side);
}

void Printer::qr(const Block& block) {
  const auto& text = value(block);
  if (text.empty()) return;
  const Code code(QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), QRcode_free);
  if (!code) throw problem(block.line, text::bad_qr);
  flow_.room(qr_side);
  const double left = flow_.page.right - qr_side, module = qr_side / code->width;
  for (int row = 0; row < code->width; ++row) {
    for (int from = 0, to = 0; from < code->width; from = ++to) {
      const auto dark = [&](int at) { return code->data[row * code->width + at] & 1; };
      while (to < code->width && dark(to)) ++to;
      // A run of dark modules is one box: no hairlines between them in print.
      if (to > from)
        flow_.canvas.box(left + from * module, flow_.y + row * module, (to - from) * module,
                         module);
    }
  }
  flow_.keep_right(qr_side + 5 * mm, qr_side + 2 * mm);
}

}  // namespace pdf
