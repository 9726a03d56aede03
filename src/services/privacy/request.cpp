// Codes, values and terms.
#include "services/privacy/request.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/fold.hpp"
#include "services/privacy/settings.hpp"

namespace privacy {
namespace {

constexpr std::string_view kinds[] = {"correction", "erasure"};
constexpr std::string_view states[] = {"waiting", "done", "refused", "withdrawn"};
constexpr std::string_view fields[] = {"name",  "birth", "gender", "residence",
                                       "phone", "email", "other",  "whole"};

constexpr std::pair<std::string_view, bool> confidences[] = {
    {"sourced", true}, {"known", false}, {"uncertain", false}};

template <class T, std::size_t n>
std::optional<T> among(const std::string_view (&codes)[n], std::string_view code) {
  const auto* found = std::ranges::find(codes, code);
  if (found == std::end(codes)) return std::nullopt;
  return T(found - std::begin(codes));
}

bool digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
}

std::optional<std::string> birth(std::string_view typed) {
  if (const auto day = base::Date::parse_vn(typed)) return day->iso();
  if (typed.size() == 4 && digits(typed) && typed >= "1850" && typed <= "2200") {
    return std::string(typed);
  }
  return std::nullopt;
}

std::optional<std::string> gender(std::string_view typed) {
  const auto word = base::fold(typed);
  if (word == "nam" || word == "male") return "male";
  if (word == "nu" || word == "female") return "female";
  return std::nullopt;
}

std::optional<std::string> phone(std::string_view typed) {
  std::string out;
  for (const char c : typed) {
    if (c != ' ' && c != '.') out += c;
  }
  if (!digits(out) || out.size() < 10 || out.size() > 11 || out[0] != '0') return std::nullopt;
  return out;
}

std::optional<std::string> email(std::string_view typed) {
  const auto at = typed.find('@');
  const bool shaped = at != typed.npos && at > 0 && typed.find('@', at + 1) == typed.npos &&
                      typed.find('.', at) != typed.npos && typed.find(' ') == typed.npos &&
                      typed.size() <= 254;
  return shaped ? std::optional(std::string(typed)) : std::nullopt;
}

// The entry of a dated list with the latest first day; nullptr: none of that day.
const base::json::object* in_force(const base::json::object& setting, std::string_view list,
                                   base::Date day) {
  const base::json::object* out = nullptr;
  std::optional<base::Date> since;
  for (const auto& item : base::json::array_at(setting, list)) {
    const auto& rule = item.as_object();
    const auto from = base::Date::parse_iso(base::json::text_at(rule, "from"));
    if (!from || *from > day || (since && *from < *since)) continue;
    since = from;
    out = &rule;
  }
  return out;
}

}  // namespace

std::string_view code(Kind kind) { return kinds[int(kind)]; }
std::string_view code(State state) { return states[int(state)]; }
std::string_view code(Field field) { return fields[int(field)]; }
std::optional<Kind> kind_of(std::string_view code) { return among<Kind>(kinds, code); }
std::optional<State> state_of(std::string_view code) { return among<State>(states, code); }
std::optional<Field> field_of(std::string_view code) { return among<Field>(fields, code); }

const std::vector<Field>& correctable() {
  static const std::vector<Field> all = {Field::phone, Field::email,  Field::residence, Field::name,
                                         Field::birth, Field::gender, Field::other};
  return all;
}

std::optional<std::string> value_of(Field field, std::string_view typed) {
  switch (field) {
    case Field::birth:
      return birth(typed);
    case Field::gender:
      return gender(typed);
    case Field::phone:
      return phone(typed);
    case Field::email:
      return email(typed);
    default:
      return typed.empty() ? std::nullopt : std::optional(std::string(typed));
  }
}

std::optional<Terms> terms_on(const base::json::object& setting, base::Date day) {
  const auto* rule = in_force(setting, "deadlines", day);
  if (!rule) return std::nullopt;
  const auto number = [&](const char* name) { return int(base::json::number_at(*rule, name)); };
  return Terms{number("reply_working_days"), number("correction_days"), number("erasure_days"),
               std::string(base::json::text_at(*rule, "basis")),
               base::json::text_at(*rule, "confidence") == "sourced"};
}

std::string secrecy_basis(const base::json::object& setting, base::Date day) {
  const auto* rule = in_force(setting, "secrecy", day);
  return rule ? std::string(base::json::text_at(*rule, "basis")) : "";
}

base::Instant due(const Terms& terms, const calendar::WorkingTime& time, base::Instant asked,
                  Kind kind) {
  const int days = kind == Kind::erasure ? terms.erasure_days : terms.correction_days;
  return calendar::due(time, asked, {calendar::Mode::calendar_days, days});
}

reading::Flaws flaws_in_settings(const base::json::value& settings) {
  reading::Flaws flaws;
  reading::Object o(settings, "", flaws);
  o.raw("note");
  const auto rules = [&](const char* list, std::initializer_list<const char*> numbers,
                         std::initializer_list<const char*> texts) {
    for (auto& rule : o.objects(list, 50, reading::Need::may)) {
      rule.date("from");
      for (const auto* number : numbers) rule.number(number, 1, 1'000);
      for (const auto* text : texts) rule.text(text);
      rule.choice<bool>("confidence", confidences, false);
      rule.nothing_else();
    }
  };
  rules("deadlines", {"reply_working_days", "correction_days", "erasure_days"}, {"basis"});
  rules("retention", {"years"}, {"what", "basis"});
  rules("secrecy", {}, {"basis"});
  for (auto& consent : o.objects("consents", 50, reading::Need::may)) {
    consent.text("kind");
    consent.number("version", 1, 10'000);
    consent.words("title");
    consent.words("words");
    consent.nothing_else();
  }
  o.nothing_else();
  return flaws;
}

std::string flaw_in_settings(const base::json::object& settings) {
  const auto flaws = flaws_in_settings(settings);
  return flaws.empty() ? "" : flaws.front().message.en;
}

std::optional<std::string> paper_type(std::string_view bytes) {
  if (bytes.starts_with("%PDF-")) return std::string(pdf_type);
  if (bytes.starts_with("\x89PNG\r\n")) return "image/png";
  if (bytes.starts_with("\xFF\xD8\xFF")) return "image/jpeg";
  return std::nullopt;
}

}  // namespace privacy
