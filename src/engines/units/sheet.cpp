#include "engines/units/sheet.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/fold.hpp"

namespace units {
namespace {

constexpr std::size_t bytes_max = 4 << 20;
constexpr std::size_t lines_max = 20'000;

const std::string none;

// Nothing if a quote is not closed on its line.
std::optional<std::vector<std::string>> cells_of(std::string_view line) {
  std::vector<std::string> out(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (quoted && c == '"' && line.substr(i + 1).starts_with('"')) {
      out.back() += line[++i];
    } else if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      out.emplace_back();
    } else {
      out.back() += c;
    }
  }
  if (quoted) return std::nullopt;
  for (auto& cell : out) cell = base::tidy(cell);
  return out;
}

}  // namespace

std::string Problem::told() const {
  const auto where = line > 0 ? fmt::format("line {}: ", line) : std::string();
  return fmt::format("{}{}{}{}{}", file, file.empty() ? "" : " ", where, what,
                     mend.empty() ? "" : "; " + mend);
}

const std::string& Sheet::Line::cell(std::string_view column) const {
  const auto at = sheet_->columns_.find(column);
  return at != sheet_->columns_.end() && at->second < cells_.size() ? cells_[at->second] : none;
}

std::optional<base::Date> Sheet::Line::date(std::string_view column) const {
  return base::Date::parse_iso(cell(column));
}

Problem Sheet::Line::problem(std::string what, std::string mend) const {
  return {sheet_->name_, number_, std::move(what), std::move(mend)};
}

Sheet::Sheet(std::string name, std::string_view text, const std::vector<std::string_view>& known)
    : name_(std::move(name)) {
  if (text.size() > bytes_max) {
    complain(0, "the file is larger than 4 MB", "split it");
  } else if (!base::is_text(text)) {
    complain(0, "the file is not UTF-8 text", "save it as UTF-8");
  } else {
    read(text, known);
  }
}

void Sheet::read(std::string_view text, const std::vector<std::string_view>& known) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  for (int number = 1; !text.empty(); ++number) {
    const auto end = text.find('\n');
    auto line = text.substr(0, end);
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    auto cells = cells_of(line);
    if (!cells) return complain(number, "a quote is not closed", "end the cell with \"");
    if (columns_.empty()) {
      for (std::size_t i = 0; i < cells->size(); ++i) {
        const auto& column = (*cells)[i];
        if (std::find(known.begin(), known.end(), column) == known.end()) {
          return complain(number, fmt::format("there is no column '{}'", column),
                          fmt::format("the columns are {}", fmt::join(known, ", ")));
        }
        columns_[column] = i;
      }
      continue;
    }
    if (cells->size() > columns_.size()) {
      return complain(number,
                      fmt::format("{} cells under {} columns", cells->size(), columns_.size()),
                      "put a cell with a comma between quotes");
    }
    if (lines_.size() == lines_max) {
      return complain(number, fmt::format("more than {} lines", lines_max), "split the file");
    }
    lines_.emplace_back(*this, number, std::move(*cells));
  }
}

void Sheet::complain(int line, std::string what, std::string mend) {
  if (!problem_) problem_ = Problem{name_, line, std::move(what), std::move(mend)};
}

}  // namespace units
