// Files of hours: who works when, and what may not overlap.
#include <algorithm>

#include <fmt/format.h>

#include "engines/calendar/edition.hpp"
#include "engines/calendar/text_file.hpp"

namespace calendar {
namespace {

constexpr std::size_t offices_max = 2'000, spans_max = 8;
constexpr std::pair<std::string_view, Confidence> confidences[] = {
    {"sourced", Confidence::sourced},
    {"known", Confidence::known},
    {"uncertain", Confidence::uncertain}};

std::string clock(int minutes) { return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60); }

int minutes_at(reading::Object& object, std::string_view key, int fallback, reading::Need need) {
  const auto typed = object.text(key, need);
  if (typed.empty()) return fallback;
  const auto found = read_minute(typed);
  if (!found) object.complain(key, text::no_such_time, {{"typed", typed}});
  return found.value_or(fallback);
}

std::vector<Span> spans_at(reading::Object& office, std::string_view key, reading::Need need) {
  std::vector<Span> out;
  for (auto& object : office.objects(key, spans_max, need)) {
    const Span span{minutes_at(object, "from", 0, reading::Need::must),
                    minutes_at(object, "to", 0, reading::Need::must)};
    object.nothing_else();
    if (span.to_min <= span.from_min) object.complain("to", text::ends_before);
    if (!out.empty() && span.from_min < out.back().to_min) {
      object.complain("from", text::spans_overlap,
                      {{"here", clock(span.from_min)}, {"before", clock(out.back().to_min)}});
    }
    out.push_back(span);
  }
  return out;
}

UnitHours read_office(reading::Object& office, const UnitOf& unit_of) {
  UnitHours out;
  const auto unit = office.text("unit", reading::Need::may);
  if (!unit.empty()) {
    out.unit = unit_of(unit);
    if (!out.unit) office.complain("unit", text::no_such_unit, {{"code", unit}});
  }
  auto& hours = out.hours;
  hours.from = office.date("from").value_or(base::Date{});
  out.to = office.date("to", reading::Need::may);
  if (out.to && *out.to < hours.from) office.complain("to", text::ends_before);
  hours.spans = spans_at(office, "hours", reading::Need::must);
  if (hours.spans.empty()) office.complain("hours", text::no_hours);
  hours.saturday = spans_at(office, "saturday", reading::Need::may);
  hours.saturday_counts = office.flag("saturday_counts");
  if (hours.saturday_counts && hours.saturday.empty()) {
    office.complain("saturday_counts", text::no_hours);
  }
  hours.same_day_cutoff_min =
      minutes_at(office, "same_day_cutoff", hours.same_day_cutoff_min, reading::Need::may);
  out.confidence =
      office.choice("confidence", reading::Names<Confidence>(confidences), Confidence::uncertain);
  office.text("note", reading::Need::may);  // for those who keep the file
  office.nothing_else();
  return out;
}

bool overlap(const UnitHours& one, const UnitHours& other) {
  if (one.unit != other.unit) return false;
  const auto& [first, second] =
      one.hours.from <= other.hours.from ? std::tie(one, other) : std::tie(other, one);
  if (first.hours.from == second.hours.from) return true;
  return first.to && *first.to >= second.hours.from;  // an open end is the next one's beginning
}

base::json::array written(const std::vector<Span>& spans) {
  base::json::array out;
  for (const auto& span : spans) {
    out.push_back(base::json::object{{"from", clock(span.from_min)}, {"to", clock(span.to_min)}});
  }
  return out;
}

}  // namespace

// 24:00 does not exist here: an office that is open so long closes at 23:59.
std::optional<int> read_minute(std::string_view typed) {
  const auto local = base::Local::parse_iso("2000-01-01T" + std::string(typed));
  return local ? std::optional(int(local->of_day_us / base::minute_us)) : std::nullopt;
}

std::optional<std::vector<Span>> read_spans(std::string_view typed) {
  std::vector<Span> out;
  while (typed.find_first_not_of(' ') != typed.npos) {
    const auto comma = std::min(typed.find(','), typed.size());
    auto one = typed.substr(0, comma);
    typed.remove_prefix(std::min(comma + 1, typed.size()));
    while (one.starts_with(' ')) one.remove_prefix(1);
    while (one.ends_with(' ')) one.remove_suffix(1);
    const auto dash = one.find('-');
    if (dash == one.npos) return std::nullopt;
    const auto from = read_minute(one.substr(0, dash)), to = read_minute(one.substr(dash + 1));
    if (!from || !to || *to <= *from) return std::nullopt;
    if (!out.empty() && *from < out.back().to_min) return std::nullopt;
    if (out.size() == spans_max) return std::nullopt;
    out.push_back({*from, *to});
  }
  return out;
}

base::Result<std::vector<UnitHours>, reading::Flaws> read_hours(std::string_view json,
                                                                const UnitOf& unit_of) {
  const auto parsed = base::json::parse(json);
  if (!parsed) {
    return base::refuse(reading::Flaws{
        {parsed.error().line, "", {parsed.error().message, parsed.error().message}}});
  }
  reading::Flaws flaws;
  std::vector<UnitHours> out;
  reading::Object file(*parsed, "", flaws);
  for (auto& office : file.objects("offices", offices_max)) {
    const auto read = read_office(office, unit_of);
    for (std::size_t i = 0; i < out.size(); ++i) {
      if (!overlap(out[i], read)) continue;
      office.complain("from", text::hours_overlap, {{"other", std::to_string(i + 1)}});
    }
    out.push_back(read);
  }
  file.nothing_else();
  for (auto& flaw : flaws) flaw.line = base::json::line_of(json, flaw.pointer);
  if (!flaws.empty()) return base::refuse(std::move(flaws));
  std::stable_sort(out.begin(), out.end(), [](const UnitHours& a, const UnitHours& b) {
    return std::tie(a.unit, a.hours.from) < std::tie(b.unit, b.hours.from);
  });
  return out;
}

std::string written(const std::vector<UnitHours>& hours, const CodeOf& code_of) {
  base::json::array offices;
  for (const auto& entry : hours) {
    base::json::object office;
    if (entry.unit) office["unit"] = code_of(entry.unit);
    office["from"] = entry.hours.from.iso();
    if (entry.to) office["to"] = entry.to->iso();
    office["hours"] = written(entry.hours.spans);
    if (!entry.hours.saturday.empty()) office["saturday"] = written(entry.hours.saturday);
    if (entry.hours.saturday_counts) office["saturday_counts"] = true;
    office["same_day_cutoff"] = clock(entry.hours.same_day_cutoff_min);
    office["confidence"] = code(entry.confidence);
    offices.push_back(std::move(office));
  }
  return boost::json::serialize(base::json::object{{"offices", std::move(offices)}});
}

}  // namespace calendar
