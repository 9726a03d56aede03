// Which edition answers for a day as it was known at a moment, and what one more would change.
#include <algorithm>
#include <tuple>

#include "engines/decisions/publish.hpp"
#include "engines/decisions/saying.hpp"
#include "engines/decisions/text_publish.hpp"

namespace decisions {
namespace {

using Weight = Finding::Weight;

bool replaced(const std::vector<Edition>& all, const Edition& one, base::Instant known) {
  return std::ranges::any_of(all, [&](const Edition& other) {
    return other.replaces == one.number && other.known_from <= known;
  });
}

auto rank(const Edition& one) { return std::tuple(one.temporary(), one.applies.from, one.number); }

constexpr base::Instant for_ever{INT64_MAX};

base::Words day(base::Date date) { return plain_words(date.vn()); }

// The first day after `day` from which on some edition applies.
std::optional<base::Date> next_from(const std::vector<Edition>& all, base::Date after) {
  std::optional<base::Date> out;
  for (const auto& one : all) {
    if (one.applies.from > after && (!out || one.applies.from < *out)) out = one.applies.from;
  }
  return out;
}

void tell(Findings& out, Weight weight, base::Words words) {
  out.push_back({weight, {}, std::move(words)});
}

void nobody_from(const std::vector<Edition>& all, base::Date from, Findings& out) {
  if (in_force(all, from, for_ever)) return;
  const auto next = next_from(all, from);
  if (next)
    tell(out, Weight::warning,
         say(text::nothing_between, {{"from", day(from)}, {"until", day(*next - 1)}}));
  else
    tell(out, Weight::warning, say(text::nothing_after, {{"day", day(from)}}));
}

}  // namespace

const Edition* in_force(const std::vector<Edition>& all, base::Date on, base::Instant known) {
  const Edition* best = nullptr;
  for (const auto& one : all) {
    if (one.known_from > known || !one.applies.holds(on) || replaced(all, one, known)) continue;
    if (!best || rank(*best) < rank(one)) best = &one;
  }
  return best;
}

Findings check_days(const std::vector<Edition>& all, const Span& applies, int replaces,
                    base::Date today) {
  Findings out;
  const auto far = [](base::Date date) { return date.year() < 1945 || date.year() > 2145; };
  if (applies.from == base::Date{}) tell(out, Weight::error, say(text::no_from));
  for (const auto date : {applies.from, applies.until.value_or(applies.from)}) {
    if (far(date)) tell(out, Weight::error, say(text::far_day, {{"day", day(date)}}));
  }
  if (applies.until && *applies.until < applies.from) tell(out, Weight::error, say(text::reversed));
  const auto known = [&](const Edition& one) { return one.number == replaces; };
  const auto old = std::ranges::find_if(all, known);
  if (replaces && old == all.end())
    tell(out, Weight::error,
         say(text::no_such_edition, {{"number", plain_words(std::to_string(replaces))}}));
  if (!out.empty()) return out;
  auto then = all;
  Edition one;
  one.number = int(all.size()) + 1;
  one.applies = applies;
  one.replaces = replaces;
  then.push_back(one);
  if (applies.from < today)
    tell(out, Weight::warning, say(text::reaches_back, {{"day", day(applies.from)}}));
  if (applies.until) nobody_from(then, *applies.until + 1, out);
  if (replaces && old->applies.from < applies.from) nobody_from(then, old->applies.from, out);
  for (const auto& other : all) {
    const bool meets = other.temporary() && !applies.until && *other.applies.until >= applies.from;
    if (!meets || replaced(then, other, for_ever)) continue;
    tell(out, Weight::warning,
         say(text::overruled, {{"until", day(*other.applies.until)},
                               {"number", plain_words(std::to_string(other.number))}}));
  }
  return out;
}

}  // namespace decisions
