// Roots, powers and logarithms, computed with 60 digits by Boost.Multiprecision and rounded to 34.
#include <boost/multiprecision/cpp_dec_float.hpp>
#include <sstream>

#include "engines/rules/values/decimal.hpp"

namespace feel {
namespace {

using Precise = boost::multiprecision::number<boost::multiprecision::cpp_dec_float<60>,
                                              boost::multiprecision::et_off>;

Precise precise(const Decimal& d) { return Precise(d.text()); }

Decimal rounded(const Precise& p) {
  if (!boost::multiprecision::isfinite(p)) return Decimal::none();
  return Decimal::parse(p.str(50, std::ios_base::scientific)).value_or(Decimal::none()).reduced();
}

}  // namespace

Decimal square_root(const Decimal& a) {
  if (!a.finite() || a.negative()) return Decimal::none();
  return rounded(sqrt(precise(a)));
}

Decimal exponential(const Decimal& a) {
  if (!a.finite() || Decimal(15'000) < a) return Decimal::none();
  if (a < Decimal(-15'000)) return {};
  return rounded(exp(precise(a)));
}

Decimal logarithm(const Decimal& a) {
  if (!a.finite() || a.zero() || a.negative()) return Decimal::none();
  return rounded(log(precise(a)));
}

Decimal power(const Decimal& base, const Decimal& exponent) {
  if (!base.finite() || !exponent.finite()) return Decimal::none();
  if (exponent.zero()) return Decimal(1);
  if (base.zero()) return exponent.negative() ? Decimal::none() : Decimal();
  const auto times = exponent.whole();
  if (times && *times > -1'000'000'000 && *times < 1'000'000'000) {
    if (*times == 2) return base * base;
    return rounded(pow(precise(base), int(*times)));
  }
  if (base.negative()) return Decimal::none();
  const auto log_of = log(precise(base)) * precise(exponent);
  if (log_of > 15'000) return Decimal::none();
  if (log_of < -15'000) return {};
  return rounded(exp(log_of));
}

}  // namespace feel
