// Blue lines for a person, a red circle for an agency.
#include "platform/pdf/look.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "platform/pdf/sheet.hpp"
#include "platform/pdf/text.hpp"

namespace pdf {

namespace {

constexpr double smallest = 4;  // points; below, a text is cut rather than shrunk

std::string words(const base::Text& text, std::string_view hole, const std::string& value) {
  return base::fill(text.vi, {{hole, value}});
}

// 2026-11-22T09:15:00+07:00, as the rules ask. [law: NĐ 30/2020 PL I.II.8]
std::string time_of(const Signing& signing) {
  const auto shifted = base::Instant{signing.at.us + 7 * base::hour_us}.iso();
  return shifted.substr(0, 19) + "+07:00";
}

// The text at the largest size, from `size` down, at which it fits the box.
Lines fitted(const Canvas& canvas, const Rich& text, Style style, double width, double height) {
  auto lines = canvas.set(text, style, width);
  while ((lines.height() > height || lines.width() > width + 0.01) && style.size > smallest) {
    style.size -= 0.25;
    lines = canvas.set(text, style, width);
  }
  return lines;
}

Facts facts(const Signing& signing) { return {"", "", signing.at}; }

}  // namespace

std::string spoken(const Signing& signing) {
  auto text = words(text::signed_by, "name", signing.name);
  if (!signing.organisation.empty())
    text += "\n" + words(text::signed_for, "agency", signing.organisation);
  return text + "\n" + words(text::signed_at, "time", time_of(signing));
}

// The given name as a hand would write it, in blue, with who signed and when in small letters.
// [law: NĐ 30/2020 Đ.13, PL I.II.7-8] until a picture of the real hand is kept beside the key
std::string person_look(const Signing& signing, double width, double height) {
  Canvas canvas(width, height, facts(signing));
  canvas.colour(0.05, 0.2, 0.65);
  const auto cut = signing.name.rfind(' ');
  const auto given = cut == signing.name.npos ? signing.name : signing.name.substr(cut + 1);
  const double small_height = height * 0.36;
  const auto hand = fitted(canvas, given, {height * 0.5, false, true, Align::center}, width * 0.8,
                           height - small_height);
  canvas.draw(hand, width * 0.1, 0);
  canvas.stroke(width * 0.22, hand.height(), width * 0.78, hand.height() - height * 0.06, 0.9);
  // The agency's seal comes over the left third, so the words begin behind it.
  const double left = width * 0.36;
  const auto said = words(text::signed_short, "name", signing.name) + "\n" + time_of(signing);
  const auto lines = fitted(canvas, said, {8}, width - left, small_height);
  canvas.draw(lines, left, height - lines.height());
  return canvas.finish();
}

std::string seal_look(const Signing& signing, double width, double height) {
  Canvas canvas(width, height, facts(signing));
  const double side = std::min(width, height), radius = side / 2 - 1;
  canvas.colour(0.8, 0.05, 0.1);
  canvas.ring(width / 2, height / 2, radius, 1.6);
  canvas.ring(width / 2, height / 2, radius - 3, 0.6);
  // The square inside the inner ring: the name above, the time below.
  const double inner = (radius - 4) * 1.38;
  const auto time = fitted(canvas, time_of(signing), {6, false, false, Align::center}, inner, 10);
  const auto name = fitted(canvas, base::upper(signing.name), {9, true, false, Align::center},
                           inner, inner - time.height() - 4);
  const double left = (width - inner) / 2;
  const double top = (height - name.height() - time.height() - 3) / 2;
  canvas.draw(name, left, top);
  canvas.draw(time, left, top + name.height() + 3);
  return canvas.finish();
}

std::string text_look(const std::string& text, double size, bool italic, double width,
                      double height) {
  Canvas canvas(width, height, {});
  const auto lines = fitted(canvas, text, {size, false, italic, Align::center}, width, height);
  canvas.draw(lines, 0, 0);
  return canvas.finish();
}

}  // namespace pdf
