// Titles, paragraphs, fields, lists and tables.
#include "platform/pdf/printer.hpp"

#include <algorithm>

#include "base/must.hpp"
#include "platform/pdf/text.hpp"

namespace pdf {

namespace {

constexpr std::size_t whole_lines_max = 3;
constexpr double first_line = 1.27 / 2.54 * 72;

}  // namespace

const Block* find(const Block& block, Kind kind) {
  const auto found = std::ranges::find(block.inside, kind, &Block::kind);
  return found == block.inside.end() ? nullptr : &*found;
}

void Printer::print(const Block& block) {
  switch (block.kind) {
    case Kind::letterhead:
      return letterhead(block);
    case Kind::title:
    case Kind::subtitle:
    case Kind::center:
      return heading(block);
    case Kind::paragraph:
    case Kind::note:
      return running(block);
    case Kind::field:
      return fields_of(block);
    case Kind::list:
      return list(block);
    case Kind::lines:
      return lines(block);
    case Kind::table:
      return table(block);
    case Kind::qr:
      return qr(block);
    case Kind::signature:
      return signature(block);
    case Kind::signers:
      return signers(block);
    case Kind::space:
      flow_.y += block.space_mm * mm;
      return;
    default:
      base::must(false);
  }
}

const std::string& Printer::value(const Block& block) const {
  static const std::string none;
  const auto found = values_.find(block.parts[0][0].text);
  return found == values_.end() ? none : found->second;
}

Lines Printer::balanced(const Rich& text, const Style& style, double width) const {
  auto best = flow_.canvas.set(text, style, width);
  const auto count = best.lines().size();
  if (count < 2) return best;
  double low = width / 2, high = width;
  for (int i = 0; i < 8; ++i) {
    const double middle = (low + high) / 2;
    auto tried = flow_.canvas.set(text, style, middle);
    if (tried.lines().size() <= count)
      high = middle;
    else
      low = middle;
  }
  return flow_.canvas.set(text, style, high);
}

void Printer::heading(const Block& block) {
  const bool title = block.kind == Kind::title;
  if (title) flow_.y += pt(14);
  const auto letters = title ? Case::upper : Case::as_written;
  if (!title) flow_.y += flow_.page.gap / 2;
  const auto look = block.kind == Kind::center ? style(14, Align::center) : bold(14);
  const auto lines = balanced(fill(block.parts[0], letters), look, flow_.width());
  flow_.text(lines, flow_.left() + (flow_.width() - lines.set_width()) / 2, title ? "H1" : "P");
  flow_.y += block.kind == Kind::center ? flow_.page.gap / 2 : pt(2);
}

void Printer::running(const Block& block) {
  auto look = style(14, Align::justified);
  look.indent = pt(first_line);
  if (block.kind == Kind::note) {
    look = style(11.5);
    look.italic = true;
  }
  const auto lines = flow_.canvas.set(fill(block.parts[0]), look, flow_.width());
  flow_.y += flow_.page.gap / 2;
  // A few lines are not torn apart by the end of a page.
  if (lines.lines().size() <= whole_lines_max) flow_.room(lines.height());
  flow_.text(lines, flow_.left());
  flow_.y += flow_.page.gap / 2;
}

void Printer::fields_of(const Block& block) {
  const auto count = block.parts.size() / 2;
  const double width = flow_.width() / double(count);
  const double gap = count > 1 ? pt(8) : 0;
  std::vector<Cell> row;
  for (std::size_t i = 0; i < count; ++i) {
    auto text = fill(block.parts[2 * i]);
    text.text += ": ";
    const auto said = fill(block.parts[2 * i + 1]);
    for (auto mark : said.marks) {
      mark.begin += text.text.size();
      mark.end += text.text.size();
      text.marks.push_back(mark);
    }
    text.text += said.text;
    row.push_back(
        {flow_.canvas.set(text, style(14), width - gap), flow_.left() + double(i) * width, width});
  }
  flow_.y += flow_.page.gap / 2;
  if (count == 1)
    flow_.text(row[0].lines, row[0].x);
  else
    flow_.row(row, side_by_side);
  flow_.y += flow_.page.gap / 2;
}

void Printer::list(const Block& block) {
  for (const auto line : split(value(block), '\n')) {
    if (line.empty()) continue;
    const auto text = "- " + std::string(line);
    flow_.text(flow_.canvas.set(text, style(14, Align::justified), flow_.width() - pt(first_line)),
               flow_.left() + pt(first_line));
    flow_.y += flow_.page.gap;
  }
}

void Printer::lines(const Block& block) {
  for (const auto line : split(value(block), '\n')) {
    if (line.empty()) continue;
    flow_.y += flow_.page.gap / 2;
    flow_.text(flow_.canvas.set(std::string(line), style(14), flow_.width()), flow_.left());
    flow_.y += flow_.page.gap / 2;
  }
}

void Printer::table(const Block& block) {
  flow_.y += flow_.page.gap / 2;
  flow_.tagged("Table", [&] {
    for (const auto& line : block.inside) table_rows(line, block);
  });
  flow_.y += flow_.page.gap;
}

void Printer::table_rows(const Block& block, const Block& table) {
  const auto filled_parts = [&](const Block& from) {
    std::vector<Rich> texts;
    for (const auto& part : from.parts) texts.push_back(fill(part));
    return texts;
  };
  const Block* head = find(table, Kind::head);
  const auto repeat_head = [&] {
    if (head) flow_.row(cells(filled_parts(*head), table, true), table_head);
  };
  if (block.kind == Kind::head)
    return flow_.row(cells(filled_parts(block), table, true), table_head);
  if (block.kind == Kind::row)
    return flow_.row(cells(filled_parts(block), table, false), table_row, repeat_head);
  for (const auto line : split(value(block), '\n')) {
    if (line.empty()) continue;
    const auto parts = split(line, '\t');
    if (parts.size() > table.columns.size())
      throw problem(block.line, text::cells,
                    {{"found", std::to_string(parts.size())},
                     {"wanted", std::to_string(table.columns.size())}});
    std::vector<Rich> texts(parts.begin(), parts.end());
    texts.resize(table.columns.size());
    flow_.row(cells(texts, table, false), table_row, repeat_head);
  }
}

std::vector<Cell> Printer::cells(const std::vector<Rich>& texts, const Block& table, bool head) {
  double shares = 0;
  for (const auto& column : table.columns) shares += column.share;
  double x = flow_.left();
  std::vector<Cell> out;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const double width = flow_.width() * table.columns[i].share / shares;
    const auto look = head ? bold(13) : style(13, table.columns[i].align);
    out.push_back(
        {flow_.canvas.set(texts[i], look, std::max(1.0, width - 2 * flow_.padding())), x, width});
    x += width;
  }
  return out;
}

}  // namespace pdf
