// The working calendar as iCalendar: RFC 5545, days off and make-up days as events of whole days.
#include <fmt/format.h>

#include "engines/calendar/publish.hpp"
#include "engines/calendar/text.hpp"

namespace calendar {
namespace {

// RFC 5545 3.3.11: these stand for something else in a text.
std::string text_value(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else {
      if (c == '\\' || c == ';' || c == ',') out += '\\';
      out += c;
    }
  }
  return out;
}

// RFC 5545 3.1: at most 75 bytes a line, no letter cut in two; what follows begins with a blank.
void line(std::string& out, std::string_view content) {
  std::size_t room = 75;
  while (content.size() > room) {
    auto cut = room;
    while (cut > 1 && (std::uint8_t(content[cut]) & 0xC0) == 0x80) --cut;
    out.append(content.substr(0, cut)) += "\r\n ";
    content.remove_prefix(cut);
    room = 74;
  }
  out.append(content) += "\r\n";
}

std::string basic(base::Date date) {
  return fmt::format("{:04}{:02}{:02}", date.year(), date.month(), date.day());
}

std::string stamp(base::Instant at) {
  std::string out;
  for (const char c : at.iso().substr(0, 19)) {
    if (c != '-' && c != ':') out += c;
  }
  return out + "Z";
}

}  // namespace

std::string icalendar(const Edition& edition, std::string_view name, base::Lang lang) {
  std::string out;
  line(out, "BEGIN:VCALENDAR");
  line(out, "VERSION:2.0");
  line(out, "PRODID:-//Tay Do//Working calendar//VI");
  line(out, "CALSCALE:GREGORIAN");
  line(out, "METHOD:PUBLISH");
  line(out, "X-WR-CALNAME:" + text_value(name));
  for (const auto& day : edition.contents.days) {
    const bool sure = day.confidence == Confidence::sourced;
    auto title =
        base::fill(day.works ? text::feed_work : text::feed_off, lang, {{"name", day.name}});
    if (!sure) title += std::string(text::feed_unsure.in(lang));
    line(out, "BEGIN:VEVENT");
    line(out, fmt::format("UID:{}@working-calendar.taydo", basic(day.date)));
    line(out, "DTSTAMP:" + stamp(edition.published_at));
    line(out, fmt::format("SEQUENCE:{}", edition.number));
    line(out, "DTSTART;VALUE=DATE:" + basic(day.date));
    line(out, "DTEND;VALUE=DATE:" + basic(day.date + 1));
    line(out, "SUMMARY:" + text_value(title));
    line(out, fmt::format("CATEGORIES:{}", day.works ? "WORKDAY" : "HOLIDAY"));
    line(out, sure ? "STATUS:CONFIRMED" : "STATUS:TENTATIVE");
    line(out, "TRANSP:TRANSPARENT");
    line(out, "END:VEVENT");
  }
  line(out, "END:VCALENDAR");
  return out;
}

}  // namespace calendar
