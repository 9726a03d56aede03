// Files of days: lines and cells, and what may not stand together.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "engines/calendar/edition.hpp"
#include "engines/calendar/text_file.hpp"

namespace calendar {
namespace {

constexpr int lines_max = 2'000;

// The cells of one line; a cell with commas stands in double quotes, a quote in it doubled.
std::vector<std::string> cells(std::string_view line) {
  std::vector<std::string> out(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (quoted && c == '"' && i + 1 < line.size() && line[i + 1] == '"') {
      out.back() += line[++i];
    } else if (c == '"' && (quoted || out.back().empty())) {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      out.emplace_back();
    } else {
      out.back() += c;
    }
  }
  return out;
}

// Which cell holds what, as the heading says.
struct Columns {
  std::size_t date = 0, kind = 1, confidence = 2, name = 3, count = 4;

  static std::optional<Columns> of(const std::vector<std::string>& heading) {
    const auto at = [&](std::string_view name) {
      return std::size_t(std::find(heading.begin(), heading.end(), name) - heading.begin());
    };
    const auto name = std::min(at("name"), at("name_vi"));
    const Columns found{at("date"), at("kind"), at("confidence"), name, heading.size()};
    const auto last = std::max({found.date, found.kind, found.confidence, found.name});
    return last < heading.size() ? std::optional(found) : std::nullopt;
  }
};

std::optional<Confidence> confidence_of(std::string_view text) {
  if (text == "sourced" || text == "S") return Confidence::sourced;
  if (text == "known" || text == "K") return Confidence::known;
  if (text == "uncertain" || text == "U") return Confidence::uncertain;
  return std::nullopt;
}

class Reader {
 public:
  void read(int number, std::string_view line) {
    const auto all = cells(line);
    if (!columns_) {
      columns_ = Columns::of(all);
      if (!columns_) columns_.emplace(), flaw(number, text::no_heading);
      return;
    }
    if (all.size() != columns_->count) {
      return flaw(
          number, text::wrong_cells,
          {{"found", std::to_string(all.size())}, {"asked", std::to_string(columns_->count)}});
    }
    take(number, all);
  }

  base::Result<std::vector<Day>, reading::Flaws> done() {
    if (!flaws_.empty()) return base::refuse(std::move(flaws_));
    std::vector<Day> days;
    for (auto& [date, read] : days_) days.push_back(std::move(read.day));
    return days;
  }

  void flaw(int number, const base::Text& text, base::Holes holes = {}) {
    auto found = reading::flaw("", text, holes);
    found.line = number;
    flaws_.push_back(std::move(found));
  }

 private:
  struct Read {
    int line;
    Day day;
  };

  void take(int number, const std::vector<std::string>& all) {
    const auto& typed = all[columns_->date];
    const auto date = typed.size() == 10 ? base::Date::parse_iso(typed) : std::nullopt;
    if (!date) return flaw(number, text::no_such_day, {{"typed", typed}});
    if (date->year() < 2000 || date->year() > 2099) {
      return flaw(number, text::far_year, {{"year", std::to_string(date->year())}});
    }
    const auto& kind = all[columns_->kind];
    if (kind != "off" && kind != "work") return flaw(number, text::wrong_kind, {{"typed", kind}});
    const auto& sure = all[columns_->confidence];
    const auto confidence = confidence_of(sure);
    if (!confidence) return flaw(number, text::wrong_confidence, {{"typed", sure}});
    const auto& name = all[columns_->name];
    if (name.empty() || name.size() > 400) return flaw(number, text::no_name);
    const bool works = kind == "work";
    if (works && date->weekday() <= 5) {
      return flaw(number, text::works_anyway, {{"date", date->vn()}});
    }
    const auto [at, fresh] =
        days_.try_emplace(*date, Read{number, {*date, works, *confidence, name}});
    if (fresh) return;
    flaw(number, at->second.day.works == works ? text::twice : text::contradicts,
         {{"date", date->vn()}, {"line", std::to_string(at->second.line)}});
  }

  std::optional<Columns> columns_;
  std::map<base::Date, Read> days_;
  reading::Flaws flaws_;
};

std::string quoted(const std::string& cell) {
  if (cell.find_first_of(",\"") == cell.npos) return cell;
  std::string out = "\"";
  for (const char c : cell) (out += c == '"' ? "\"" : "") += c;
  return out + '"';
}

}  // namespace

std::string_view code(Confidence confidence) {
  constexpr std::string_view codes[] = {"sourced", "known", "uncertain"};
  return codes[int(confidence)];
}

base::Result<std::vector<Day>, reading::Flaws> read_days(std::string_view csv) {
  Reader reader;
  if (csv.starts_with("\xEF\xBB\xBF")) csv.remove_prefix(3);  // spreadsheets write it
  for (int number = 1; !csv.empty(); ++number) {
    const auto end = std::min(csv.find('\n'), csv.size());
    auto line = csv.substr(0, end);
    csv.remove_prefix(std::min(end + 1, csv.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    if (number > lines_max) {
      reader.flaw(number, text::too_long, {{"max", std::to_string(lines_max)}});
      break;
    }
    reader.read(number, line);
  }
  return reader.done();
}

std::string written(const std::vector<Day>& days) {
  std::string out = "date,kind,confidence,name\n";
  for (const auto& day : days) {
    out += fmt::format("{},{},{},{}\n", day.date.iso(), day.works ? "work" : "off",
                       code(day.confidence), quoted(day.name));
  }
  return out;
}

}  // namespace calendar
