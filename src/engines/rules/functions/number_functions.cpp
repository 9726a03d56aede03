// Functions of numbers: rounding, roots, and what compares without an order.
#include "engines/rules/functions/functions.hpp"
#include "engines/rules/values/arithmetic.hpp"

namespace feel {
namespace {

bool numbers(Args args) {
  for (const auto& arg : args) {
    if (!arg.is(Kind::number)) return false;
  }
  return true;
}

// The scale a number may be rounded to: whole, within the exponents there are.
std::optional<std::int64_t> scale_of(Args args) {
  if (args.size() < 2) return 0;
  if (!args[1].is(Kind::number)) return std::nullopt;
  const auto scale = args[1].number().rounded(0, Rounding::down).whole();
  if (!scale || *scale < -Decimal::exponent_max || *scale > -Decimal::exponent_min) {
    return std::nullopt;
  }
  return scale;
}

template <Rounding how>
Value rounded(Machine&, Args args) {
  const auto scale = scale_of(args);
  if (!args[0].is(Kind::number) || !scale) return {};
  return args[0].number().rounded(*scale, how);
}

Value absolute(Machine&, Args args) {
  const auto& of = args[0];
  if (of.is(Kind::number)) return of.number().negative() ? -of.number() : of.number();
  if (of.is(Kind::months)) return of.months().months < 0 ? negate(of) : of;
  if (of.is(Kind::span)) return of.span().negative() ? negate(of) : of;
  return {};
}

Value modulo(Machine&, Args args) {
  if (!numbers(args) || args[1].number().zero()) return {};
  return Decimal::modulo(args[0].number(), args[1].number());
}

template <Decimal (*of)(const Decimal&)>
Value computed(Machine&, Args args) {
  return numbers(args) ? Value(of(args[0].number())) : Value();
}

template <int rest>
Value halves(Machine&, Args args) {
  if (!numbers(args) || !args[0].number().integer()) return {};
  return Decimal::modulo(args[0].number(), Decimal(2)) == Decimal(rest);
}

Value negated(Machine&, Args args) {
  return args[0].is(Kind::boolean) ? Value(!args[0].boolean()) : Value();
}

Value is_same(Machine& machine, Args args) {
  machine.spend(std::min(args[0].weight(), args[1].weight()));
  return identical(args[0], args[1]);
}

// number("1.234,50", ".", ","): the grouping signs go, the decimal sign becomes a point.
Value number_from(Machine&, Args args) {
  if (args.size() == 1) {
    if (args[0].is(Kind::number)) return args[0];
    return args[0].is(Kind::text) ? Value(Decimal::parse(args[0].text())) : Value();
  }
  constexpr std::size_t longest = 30'000;  // three times the digits a number may have
  if (!args[0].is(Kind::text) || args[0].text().size() > longest) return {};
  const auto sign = [&](std::size_t i, std::string_view allowed) -> std::optional<std::string> {
    if (i >= args.size() || args[i].null()) return "";
    if (!args[i].is(Kind::text) || args[i].text().size() != 1) return std::nullopt;
    if (allowed.find(args[i].text()) == allowed.npos) return std::nullopt;
    return args[i].text();
  };
  const auto grouping = sign(1, " ,."), point = sign(2, ",.");
  if (!grouping || !point || (!grouping->empty() && grouping == point)) return {};
  std::string plain;
  for (const char c : args[0].text()) {
    if (*grouping == std::string_view(&c, 1)) continue;
    if (c == '.' && !point->empty() && *point != ".") return {};
    plain += *point == std::string_view(&c, 1) ? '.' : c;
  }
  return Decimal::parse(plain);
}

}  // namespace

std::vector<BuiltIn> number_functions() {
  const std::vector<Signature> scaled = {{{"n", "scale"}, 1}};
  const std::vector<Signature> both = {{{"n", "scale"}, 2}};
  return {{"decimal", both, rounded<Rounding::half_even>},
          {"floor", scaled, rounded<Rounding::floor>},
          {"ceiling", scaled, rounded<Rounding::ceiling>},
          {"round up", both, rounded<Rounding::up>},
          {"round down", both, rounded<Rounding::down>},
          {"round half up", both, rounded<Rounding::half_up>},
          {"round half down", both, rounded<Rounding::half_down>},
          {"abs", {{{"n"}, 1}}, absolute},
          {"modulo", {{{"dividend", "divisor"}, 2}}, modulo},
          {"sqrt", {{{"number"}, 1}}, computed<square_root>},
          {"log", {{{"number"}, 1}}, computed<logarithm>},
          {"exp", {{{"number"}, 1}}, computed<exponential>},
          {"odd", {{{"number"}, 1}}, halves<1>},
          {"even", {{{"number"}, 1}}, halves<0>},
          {"not", {{{"negand"}, 1}}, negated},
          {"is", {{{"value1", "value2"}, 2}}, is_same},
          {"number", {{{"from", "grouping separator", "decimal separator"}, 1}}, number_from}};
}

}  // namespace feel
