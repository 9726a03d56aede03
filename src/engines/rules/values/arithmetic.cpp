#include "engines/rules/values/arithmetic.hpp"

namespace feel {
namespace {

Span negative(Span span) {
  return span.nanos ? Span{-span.seconds - 1, 1'000'000'000 - span.nanos} : Span{-span.seconds, 0};
}

Value plus_months(const Value& a, Months months) {
  if (a.is(Kind::date)) return plus(a.date(), months);
  if (a.is(Kind::moment)) return plus(a.moment(), months);
  if (!a.is(Kind::months)) return {};
  Months sum;
  if (__builtin_add_overflow(a.months().months, months.months, &sum.months)) return {};
  return sum;
}

Value plus_span(const Value& a, Span span) {
  switch (a.kind()) {
    case Kind::date:
      return plus(a.date(), span);
    case Kind::moment:
      return plus(a.moment(), span);
    case Kind::time:
      return plus(a.time(), span);
    case Kind::span:
      return Span::of(a.span().total() + span.total());
    default:
      return {};
  }
}

// A date is its midnight in UTC.
Moment as_moment(const Value& v) {
  return v.is(Kind::moment) ? v.moment() : Moment{v.date(), {0, 0, Zone{0}}};
}

bool is_day(const Value& v) { return v.is(Kind::date) || v.is(Kind::moment); }

Value scaled(Months months, const Decimal& by) {
  const auto product = (Decimal(months.months) * by).rounded(0, Rounding::down).whole();
  if (!product) return {};
  return Months{*product};
}

}  // namespace

Value add(const Value& a, const Value& b) {
  if (a.is(Kind::number) && b.is(Kind::number)) return a.number() + b.number();
  if (b.is(Kind::months)) return plus_months(a, b.months());
  if (b.is(Kind::span)) return plus_span(a, b.span());
  if (a.is(Kind::months) || a.is(Kind::span)) return b.null() ? Value() : add(b, a);
  if (a.is(Kind::text) && b.is(Kind::text)) return a.text() + b.text();
  return {};
}

Value subtract(const Value& a, const Value& b) {
  if (a.is(Kind::number) && b.is(Kind::number)) return a.number() - b.number();
  if (b.is(Kind::months)) return plus_months(a, {-b.months().months});
  if (b.is(Kind::span)) return plus_span(a, negative(b.span()));
  if (a.is(Kind::time) && b.is(Kind::time)) {
    if (a.time().zone.any() != b.time().zone.any()) return {};
    return between(b.time(), a.time());
  }
  if (is_day(a) && is_day(b)) return between(as_moment(b), as_moment(a));
  return {};
}

Value multiply(const Value& a, const Value& b) {
  if (!b.is(Kind::number)) {
    return a.is(Kind::number) && !b.null() ? multiply(b, a) : Value();
  }
  if (a.is(Kind::number)) return a.number() * b.number();
  if (a.is(Kind::months)) return scaled(a.months(), b.number());
  if (a.is(Kind::span)) return Span::of(a.span().total() * b.number());
  return {};
}

Value divide(const Value& a, const Value& b) {
  if (b.is(Kind::number)) {
    if (b.number().zero()) return {};
    if (a.is(Kind::number)) return a.number() / b.number();
    if (a.is(Kind::months)) {
      const auto share = (Decimal(a.months().months) / b.number()).rounded(0, Rounding::down);
      if (const auto whole = share.whole()) return Months{*whole};
      return {};
    }
    if (a.is(Kind::span)) return Span::of(a.span().total() / b.number());
    return {};
  }
  if (a.is(Kind::months) && b.is(Kind::months)) {
    return Decimal(a.months().months) / Decimal(b.months().months);
  }
  if (a.is(Kind::span) && b.is(Kind::span)) return a.span().total() / b.span().total();
  return {};
}

Value raise(const Value& a, const Value& b) {
  if (!a.is(Kind::number) || !b.is(Kind::number)) return {};
  return power(a.number(), b.number());
}

Value negate(const Value& a) {
  if (a.is(Kind::number)) return -a.number();
  if (a.is(Kind::months)) return Months{-a.months().months};
  if (a.is(Kind::span)) return negative(a.span());
  return {};
}

}  // namespace feel
