#include "engines/rules/values/decimal.hpp"

#include <doctest/doctest.h>

using feel::Decimal;
using feel::Rounding;

namespace {

Decimal d(const char* text) { return *Decimal::parse(text); }

}  // namespace

TEST_CASE("Decimals are exact: a tenth ten times is one, and 34 digits are kept") {
  Decimal sum;
  for (int i = 0; i < 10; ++i) sum = sum + d("0.1");
  CHECK(sum == Decimal(1));
  CHECK((d("1234567890123456789012345678901234") + Decimal(1)).text() ==
        "1234567890123456789012345678901235");
  CHECK((Decimal(1) / Decimal(3)).text() == "0.3333333333333333333333333333333333");
  CHECK((Decimal(2) / Decimal(3)).text() == "0.6666666666666666666666666666666667");
  CHECK((d("1e6000") * d("1e6000")).finite() == false);
  CHECK((Decimal(1) / Decimal(0)).finite() == false);
}

TEST_CASE("What does not fit into 34 digits is rounded half to even") {
  const auto nines = d("9999999999999999999999999999999999");
  CHECK((nines + Decimal(1)).text() == "10000000000000000000000000000000000");
  CHECK((nines + d("0.4")) == nines);
  CHECK(d("1000000000000000000000000000000000.5") == d("1000000000000000000000000000000000"));
  CHECK(d("1000000000000000000000000000000001.5") == d("1000000000000000000000000000000002"));
  CHECK((d("1e40") - d("1e-40")).text() == "10000000000000000000000000000000000000000");
  CHECK((d("1234567890123456789") * d("1000000000000000003")).text() ==
        "1234567890123456792703703670370370000");
}

TEST_CASE("A fee of 15,000 đồng cut to thousands goes the way the law says") {
  CHECK(d("12500").rounded(-3, Rounding::half_even).text() == "12000");
  CHECK(d("12500").rounded(-3, Rounding::half_up).text() == "13000");
  CHECK(d("12500").rounded(-3, Rounding::half_down).text() == "12000");
  CHECK(d("-1.5").rounded(0, Rounding::floor).text() == "-2");
  CHECK(d("-1.5").rounded(0, Rounding::ceiling).text() == "-1");
  CHECK(d("-1.01").rounded(0, Rounding::up).text() == "-2");
  CHECK(d("-1.99").rounded(0, Rounding::down).text() == "-1");
  CHECK(d("0.005").rounded(2, Rounding::half_even).text() == "0");
}

TEST_CASE("The remainder has the sign of the divisor") {
  CHECK(Decimal::modulo(Decimal(-12), Decimal(5)).text() == "3");
  CHECK(Decimal::modulo(Decimal(12), Decimal(-5)).text() == "-3");
  CHECK(Decimal::modulo(d("10.1"), d("4.5")).text() == "1.1");
  CHECK(Decimal::modulo(d("1e30"), Decimal(7)).text() == "1");
  CHECK(Decimal::modulo(d("1e40"), d("-33e-5")).text() == "-0.00023");
}

TEST_CASE("Roots, powers and logarithms are right to the last digit") {
  CHECK(square_root(Decimal(2)).text() == "1.414213562373095048801688724209698");
  CHECK(power(Decimal(2), Decimal(10)).text() == "1024");
  CHECK(power(Decimal(2), Decimal(-1)).text() == "0.5");
  CHECK(power(Decimal(4), d("0.5")) == Decimal(2));
  CHECK(exponential(Decimal(1)).text() == "2.718281828459045235360287471352662");
  CHECK(logarithm(Decimal(10)).text() == "2.302585092994045684017991454684364");
  CHECK_FALSE(square_root(Decimal(-1)).finite());
  CHECK_FALSE(logarithm(Decimal(0)).finite());
}

TEST_CASE("Text that is no number is none") {
  for (const auto* wrong : {"", "-", ".", "1..2", "1,5", "1e", "0x10", "NaN", "1e999999"}) {
    CAPTURE(wrong);
    CHECK_FALSE(Decimal::parse(wrong));
  }
  CHECK(Decimal::parse("-00012.3400")->text() == "-12.34");
  CHECK(Decimal::parse(".5e3")->text() == "500");
}
