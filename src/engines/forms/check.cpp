// What is wrong with the answers, said so that it can be mended.
#include <algorithm>

#include "base/fold.hpp"
#include "base/money.hpp"
#include "engines/forms/place.hpp"
#include "engines/forms/text.hpp"
#include "engines/forms/typed.hpp"
#include "platform/pdf/fonts.hpp"

namespace forms {
namespace {

using base::Text;
using Problems = std::vector<Problem>;

// Checks one field of one entry.
class Examination {
 public:
  Examination(const Definition& form, const Place& place, const Answers& answers,
              const Setting& setting, Problems& problems)
      : form_(form),
        place_(place),
        field_(*place.field),
        answers_(answers),
        setting_(setting),
        problems_(problems) {}

  void run() {
    if (!is_empty(place_, answers_)) return check();
    if (is_required(form_, place_, answers_, setting_)) demand();
  }

 private:
  std::string_view typed(std::string_view part = {}) const {
    return answers_.get(place_.answer(part));
  }

  std::string label(const Text& text) const {
    const auto& label = field_.label.in(setting_.lang);
    const auto pattern = text.in(setting_.lang);
    const bool quoted = pattern.find("“{label}”") != pattern.npos;
    return pattern.starts_with("{label}") || quoted ? label : lowered(label);
  }

  void say(std::string_view part, const Text& text) {
    add(part, base::fill(text, setting_.lang, {{"label", label(text)}}));
  }
  void say(std::string_view part, const Text& text, std::string_view hole, std::string value) {
    add(part, base::fill(text, setting_.lang, {{"label", label(text)}, {hole, std::move(value)}}));
  }
  void add(std::string_view part, std::string message) {
    const auto& section = *place_.section;
    if (section.entries_max && entries(section, answers_) > 1) {
      message += " (" + lowered(entry_name(section, place_.entry, setting_.lang)) + ")";
    }
    problems_.push_back({place_.step, place_.control(part), std::move(message)});
  }

  void demand() {
    switch (field_.type) {
      case Type::checkbox:
        return say("", text::tick);
      case Type::select:
      case Type::radio:
        return say("", text::choose);
      case Type::date:
        return say("day", text::enter_date);
      case Type::partial_date:
        return say("day", text::enter_partial_date);
      case Type::integer:
        return say("", text::enter_number);
      case Type::money:
        return say("", text::enter_money);
      case Type::phone:
        return say("", text::enter_phone);
      case Type::email:
        return say("", text::enter_email);
      case Type::personal_id:
        return say("", text::enter_personal_id);
      case Type::address:
        return check_address();
      case Type::id_document:
        return check_paper();
      default:
        return say("", field_.validation.upper ? text::enter_name : text::enter);
    }
  }

  void check() {
    switch (field_.type) {
      case Type::text:
      case Type::textarea:
        return check_text();
      case Type::date:
      case Type::partial_date:
        return check_day("", field_.type, field_.validation.min, field_.validation.max);
      case Type::integer:
      case Type::money:
        return check_number();
      case Type::select:
      case Type::radio:
        return check_choice();
      case Type::checkbox:
        return;  // anything but "yes" is not ticked: see read
      case Type::phone:
        return check_phone();
      case Type::email:
        return check_email();
      case Type::personal_id:
        return check_personal_id();
      case Type::id_document:
        return check_paper();
      case Type::address:
        return check_address();
    }
  }

  bool fits(std::string_view part, int max) {
    if (base::length(typed(part)) > std::size_t(max)) {
      say(part, text::too_long, "max", base::grouped(max));
      return false;
    }
    // What no font has would be a box on the paper, so it is asked for otherwise here.
    const auto sign = pdf::unprintable(typed(part));
    if (!sign.empty()) say(part, text::unprintable, "sign", sign);
    return sign.empty();
  }

  void check_text() {
    const auto& rule = field_.validation;
    if (!fits("", rule.length_max)) return;
    const auto value = rule.upper ? plain_signs(typed()) : std::string(typed());
    if (const auto sign = rule.upper ? foreign_sign(value) : ""; !sign.empty()) {
      return say("", text::bad_sign, "sign", sign);
    }
    if (!rule.pattern || rule.pattern(value)) return;
    if (!rule.message.vi.empty()) return add("", rule.message.in(setting_.lang));
    say("", rule.upper ? text::bad_name : text::bad_shape);
  }

  void check_number() {
    const bool money = field_.type == Type::money;
    const auto number = whole_number(typed());
    if (!number) return say("", money ? text::bad_money : text::bad_number);
    const auto written = [&](std::int64_t n) {
      return money ? base::Dong{n}.str() : base::grouped(n);
    };
    const auto min = limit(field_.validation.min), max = limit(field_.validation.max);
    if (*number < min.value_or(0)) return say("", text::too_small, "min", written(min.value_or(0)));
    if (max && *number > *max) say("", text::too_large, "max", written(*max));
  }

  std::optional<std::int64_t> limit(const Bound& bound) const {
    if (bound.field.empty()) return bound.number;
    return whole_number(answers_.get(neighbour(bound.field).key));
  }

  Place neighbour(const std::string& name) const {
    const auto* other = place_.section->field(name);
    base::must(other != nullptr);  // parse saw to it
    return place_of(form_, place_.step, place_.entry, *other);
  }

  void check_choice() {
    if (!std::ranges::count(field_.options, typed(), &Choice::code)) say("", text::bad_choice);
  }

  void check_phone() {
    const auto digits = phone_number(typed());
    if (!digits) return say("", text::bad_phone);
    if (!is_mobile(*digits)) say("", text::bad_phone_start);
  }

  void check_email() {
    if (fits("", field_.validation.length_max) && !is_email(typed())) say("", text::bad_email);
  }

  void check_personal_id() {
    using Fault = identity::NumberFault;
    const auto fault = personal_number_fault(typed(), setting_.today);
    if (!fault) return;
    if (*fault == Fault::future) {
      const int year = identity::birth_year(*personal_number(typed()));
      return say("", text::impossible_personal_id, "year", std::to_string(year));
    }
    say("", *fault == Fault::prefix ? text::unknown_personal_prefix : text::bad_personal_id);
  }

  void check_address() {
    const auto commune = typed("commune");
    const bool listed = setting_.communes != nullptr;
    const bool outside = !listed || commune == elsewhere_code;
    const bool known = outside || std::ranges::count(*setting_.communes, commune, &Choice::code);
    if (!known) return say("commune", text::choose_commune);
    if (typed("line").empty()) {
      return say("line", outside ? text::enter_whole_address : text::enter_address);
    }
    fits("line", field_.validation.length_max);
  }

  void check_paper() {
    if (!std::ranges::count(field_.options, typed("kind"), &Choice::code)) {
      say("kind", text::choose_paper);
    }
    const auto number = typed("number");
    const bool plain =
        number.size() >= 5 && number.size() <= 20 && std::ranges::all_of(number, [](char c) {
          return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                 c == ' ';
        });
    if (number.empty())
      say("number", text::enter_paper_number);
    else if (!plain)
      say("number", text::bad_paper_number);
    if (typed("issuer").empty())
      say("issuer", text::enter_issuer);
    else
      fits("issuer", 200);
    if (DayTyped::of(answers_, place_.answer("issued")).empty()) {
      return say("issued.day", text::enter_issued);
    }
    check_day("issued", Type::date, {}, {.today = true});
  }

  // `within` is the part that holds the day, "" when the field is one.
  void check_day(std::string_view within, Type type, const Bound& min, const Bound& max) {
    const auto typed = DayTyped::of(answers_, place_.answer(within));
    const auto part = [&](std::string_view which) {
      return within.empty() ? std::string(which) : std::string(within) + "." + std::string(which);
    };
    const auto read = read_day(typed, type);
    switch (read.fault) {
      case DayFault::none:
        break;
      case DayFault::no_day:
        return say(part("day"), text::day_missing);
      case DayFault::no_month:
        return say(part("month"), text::month_missing);
      case DayFault::no_year:
        return say(part("year"), text::year_missing);
      case DayFault::bad_day:
        return say(part("day"), text::bad_day);
      case DayFault::bad_month:
        return say(part("month"), text::bad_month);
      case DayFault::bad_year:
        return say(part("year"), text::bad_year);
      case DayFault::no_such_day:
        return say(part("day"), text::no_such_day, "day", written(typed));
    }
    if (read.days) check_bounds(part("day"), *read.days, min, max);
  }

  static std::string written(const DayTyped& typed) {
    return std::string(typed.day) + "/" + std::string(typed.month) + "/" + std::string(typed.year);
  }

  // Known only to the year, a day is out of bounds when no day of that year is within them.
  void check_bounds(std::string_view part, const DayRead::Days& days, const Bound& min,
                    const Bound& max) {
    if (max.today && days.first > setting_.today) {
      return say(part, text::in_future, "today", setting_.today.vn());
    }
    if (min.today && days.last < setting_.today) {
      return say(part, text::in_past, "today", setting_.today.vn());
    }
    if (const auto other = other_day(min); other && days.last < other->first) {
      return say(part, text::before_other, "day", other->first.vn());
    }
    if (const auto other = other_day(max); other && days.first > other->last) {
      say(part, text::after_other, "day", other->last.vn());
    }
  }

  std::optional<DayRead::Days> other_day(const Bound& bound) const {
    if (bound.field.empty()) return std::nullopt;
    const auto other = neighbour(bound.field);
    return read_day(DayTyped::of(answers_, other.key), other.field->type).days;
  }

  const Definition& form_;
  const Place& place_;
  const Field& field_;
  const Answers& answers_;
  const Setting& setting_;
  Problems& problems_;
};

bool concerns(const Problem& problem, const Place& place) {
  return problem.field == place.key || problem.field.starts_with(place.key + "-");
}

}  // namespace

std::string lowered(std::string_view label) {
  std::size_t first = 1;
  while (first < label.size() && (std::uint8_t(label[first]) & 0xC0) == 0x80) ++first;
  if (first >= label.size()) return std::string(label);
  if (label[first] >= 'A' && label[first] <= 'Z') return std::string(label);  // "UBND"
  return base::lower(label.substr(0, first)) + std::string(label.substr(first));
}

std::string entry_name(const Section& section, int entry, base::Lang lang) {
  const auto& item = section.item.in(lang);
  return (item.empty() ? std::string(text::entry.in(lang)) : item) + " " +
         std::to_string(entry + 1);
}

Problems check_step(const Definition& form, int step, const Answers& answers,
                    const Setting& setting) {
  Problems problems;
  if (!asked(form, step, answers, setting)) return problems;
  for (const auto& place : places(form, step, answers)) {
    if (!is_asked(place, answers)) continue;
    // What the State or another section says is not the person's to mend here.
    const bool given = whence(form, place, answers, setting) != Whence::typed;
    if (given && !is_empty(place, answers)) continue;
    Examination(form, place, answers, setting, problems).run();
  }
  return problems;
}

Problems check(const Definition& form, const Answers& answers, const Setting& setting) {
  Problems problems;
  for (int step = 0; step < steps(form); ++step) {
    for (auto& problem : check_step(form, step, answers, setting)) {
      problems.push_back(std::move(problem));
    }
  }
  for (const auto& check : form.checks) {
    const auto at = find(form, check.at);
    if (!at || !asked(form, at->step, answers, setting) || is_empty(*at, answers)) continue;
    const bool told =
        std::ranges::any_of(problems, [&](const auto& p) { return concerns(p, *at); });
    if (told || holds(check.must, form, answers, at->step, at->entry, setting)) continue;
    const auto& part = parts(at->field->type).front();
    problems.push_back({at->step, at->control(part), check.message.in(setting.lang)});
  }
  std::ranges::stable_sort(problems, {}, &Problem::step);
  return problems;
}

}  // namespace forms
