// What fits what: names, comparisons, sums.
#include "engines/rules/check/check.hpp"

#include <algorithm>

#include "base/nearest.hpp"
#include "engines/rules/check/checker.hpp"
#include "engines/rules/check/text.hpp"
#include "engines/rules/functions/functions.hpp"

namespace feel {
namespace {

const base::Text& word(Kind kind) {
  switch (kind) {
    case Kind::boolean:
      return text::a_flag;
    case Kind::number:
      return text::a_number;
    case Kind::date:
      return text::a_date;
    case Kind::moment:
      return text::a_moment;
    case Kind::time:
      return text::a_time;
    case Kind::months:
    case Kind::span:
      return text::a_duration;
    case Kind::list:
      return text::a_list;
    case Kind::context:
      return text::a_context;
    case Kind::range:
      return text::a_range;
    case Kind::function:
      return text::a_function;
    case Kind::text:
    case Kind::null:
      break;
  }
  return text::a_text;
}

std::string joined(const std::vector<std::string>& names) {
  constexpr std::size_t shown_max = 12;
  std::string out;
  for (std::size_t i = 0; i < names.size() && i < shown_max; ++i) {
    out += (out.empty() ? "" : ", ") + names[i];
  }
  return names.size() > shown_max ? out + ", …" : out;
}

bool is_duration(const Shape& shape) { return shape.is(Kind::months) || shape.is(Kind::span); }
bool is_day(const Shape& shape) { return shape.is(Kind::date) || shape.is(Kind::moment); }

bool has_part(Kind kind, std::string_view name) {
  const auto among = [&](std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  const bool day = among({"year", "month", "day", "weekday"});
  const bool time = among({"hour", "minute", "second", "time offset", "timezone"});
  switch (kind) {
    case Kind::date:
      return day;
    case Kind::moment:
      return day || time;
    case Kind::time:
      return time;
    case Kind::months:
      return among({"years", "months"});
    case Kind::span:
      return among({"days", "hours", "minutes", "seconds"});
    default:
      return false;
  }
}

}  // namespace

Shape shape_of(const Known& known) {
  Shape out{.kind = known.kind, .codes = known.codes};
  if (known.kind == Kind::context) out.entries = &known.entries;
  if (known.kind == Kind::list && !known.entries.empty()) {
    out.items =
        std::make_shared<const Shape>(Shape{.kind = Kind::context, .entries = &known.entries});
  }
  return out;
}

void Checker::say(Place place, const base::Text& text, base::Holes holes) {
  problems.push_back({place, said(text, holes)});
}

void Checker::say_kinds(Place place, const base::Text& text, Kind left, Kind right) {
  const auto in = [&](base::Lang lang) {
    return base::fill(
        text, lang,
        {{"left", std::string(word(left).in(lang))}, {"right", std::string(word(right).in(lang))}});
  };
  problems.push_back({place, {in(base::Lang::vi), in(base::Lang::en)}});
}

// The nearest name that is known, or some that are.
void Checker::unknown(Place place, const std::string& asked, const Names& names) {
  const auto* function = built_in(asked);
  if (function && function->takes(0)) return say(place, text::call_it, {{"name", asked}});
  std::vector<std::string> all;
  for (const auto& [known, what] : names) all.push_back(known);
  const auto meant = base::nearest(asked, all);
  if (meant.empty())
    say(place, text::no_name, {{"name", asked}, {"names", joined(all)}});
  else
    say(place, text::no_name_but, {{"name", asked}, {"meant", meant}});
}

// The longest beginning that is known, then entry by entry.
Shape Checker::name(Place place, const std::string& asked) {
  for (auto end = asked.size(); end != asked.npos && end > 0; end = asked.rfind('.', end - 1)) {
    const auto found = names_.find(std::string_view(asked).substr(0, end));
    if (found == names_.end()) continue;
    auto shape = shape_of(found->second);
    while (end < asked.size()) {
      const auto next = std::min(asked.find('.', end + 1), asked.size());
      const auto entry_name = asked.substr(end + 1, next - end - 1);
      if (shape.entries && !shape.entries->contains(entry_name))
        return unknown(place, asked, names_), Shape{};
      shape = entry(place, shape, entry_name);
      end = next;
    }
    return shape;
  }
  return unknown(place, asked, names_), Shape{};
}

Shape Checker::entry(Place place, const Shape& of, const std::string& name) {
  if (of.is(Kind::list)) {
    if (!of.items) return {.kind = Kind::list};
    return {.kind = Kind::list,
            .items = std::make_shared<const Shape>(entry(place, *of.items, name))};
  }
  if (of.entries) {
    const auto found = of.entries->find(name);
    if (found != of.entries->end()) return shape_of(found->second);
    unknown(place, name, *of.entries);
    return {};
  }
  if (!of.kind || of.is(Kind::context) || of.is(Kind::range)) return {};
  const bool part = has_part(*of.kind, name);
  if (!part) say_kinds(place, text::wants, Kind::context, *of.kind);
  return part && name != "time offset" && name != "timezone" ? Shape{Kind::number} : Shape{};
}

// A constant text there is most often half a comparison.
void Checker::truth(const Node& node) {
  const auto is = node.shape(*this);
  if (is.constant || is.is(Kind::list)) return say(node.place, text::always_same);
  if (is.kind && !is.is(Kind::boolean)) {
    const auto& kind = word(*is.kind);
    const auto in = [&](base::Lang lang) {
      return base::fill(text::wants_truth, lang, {{"kind", std::string(kind.in(lang))}});
    };
    problems.push_back({node.place, {in(base::Lang::vi), in(base::Lang::en)}});
  }
}

void Checker::wanted(const Node& node, Kind kind) {
  const auto is = node.shape(*this);
  if (!is.kind || is.is(kind) || (kind == Kind::date && is.is(Kind::moment))) return;
  say_kinds(node.place, text::wants, kind, *is.kind);
}

void Checker::compared(Place place, const Shape& left, const Shape& right, bool equality) {
  if (left.is(Kind::list) != right.is(Kind::list) && left.kind && right.kind)
    return say(place, text::list_compared);
  if (left.constant && right.constant) return say(place, text::always_same);
  if (left.kind && right.kind && left.kind != right.kind) {
    const bool day = left.is(Kind::date) || right.is(Kind::date);
    return say_kinds(place, day ? text::date_compared : text::kinds_compared, *left.kind,
                     *right.kind);
  }
  if (!equality && left.is(Kind::boolean)) return say(place, text::no_order);
  codes(left, right);
  codes(right, left);
}

void Checker::among(Place place, const Shape& item, const Shape& list) {
  if (!list.is(Kind::list)) {
    if (!list.is(Kind::range)) compared(place, item, list, true);
    return;
  }
  const auto items = list.items ? *list.items : Shape{};
  if (item.kind && items.kind && item.kind != items.kind && !items.is(Kind::range)) {
    return say_kinds(place, text::kinds_compared, *item.kind, *items.kind);
  }
  codes(item, list);
}

Shape Checker::sum(Place place, char sign, const Shape& left, const Shape& right) {
  if (!left.kind || !right.kind) return {};
  const auto both = [&](Kind a, Kind b) { return left.is(a) && right.is(b); };
  const bool plus = sign == '+', minus = sign == '-';
  if (both(Kind::number, Kind::number)) return {Kind::number};
  if (plus && both(Kind::text, Kind::text)) return {Kind::text};
  if ((plus || minus) && (is_day(left) || left.is(Kind::time)) && is_duration(right))
    return {left.kind};
  if (plus && is_duration(left) && is_day(right)) return {right.kind};
  if (minus && is_day(left) && is_day(right)) return {Kind::span};
  if (minus && both(Kind::time, Kind::time)) return {Kind::span};
  if (is_duration(left) && left.kind == right.kind)
    return {sign == '/' ? Kind::number : *left.kind};
  if ((sign == '*' || sign == '/') && is_duration(left) && right.is(Kind::number))
    return {left.kind};
  if (sign == '*' && left.is(Kind::number) && is_duration(right)) return {right.kind};
  if (is_day(left) && right.is(Kind::number)) return say(place, text::no_days), Shape{left.kind};
  say_kinds(place, text::no_sum, *left.kind, *right.kind);
  return {};
}

// Constant texts against the options of a field.
void Checker::codes(const Shape& field, const Shape& said) {
  if (field.codes.empty()) return;
  for (const auto& [given, place] : said.said) {
    if (std::ranges::count(field.codes, given)) continue;
    say(place, text::no_code, {{"given", given}, {"codes", joined(field.codes)}});
  }
}

bool knows(const Names& names, std::string_view asked) {
  for (auto end = asked.size(); end != asked.npos && end > 0; end = asked.rfind('.', end - 1)) {
    if (names.contains(asked.substr(0, end))) return true;
  }
  return false;
}

std::vector<Problem> misfits(const Expression& condition, const Names& names) {
  Checker checker(names);
  checker.truth(condition.root());
  std::ranges::stable_sort(checker.problems, {}, [](const Problem& problem) {
    return std::pair(problem.place.line, problem.place.column);
  });
  return std::move(checker.problems);
}

}  // namespace feel
