#include "engines/identity/number.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {

using identity::NumberDoubt;
using identity::NumberFault;
using identity::TaxFault;

const base::Date today = *base::Date::of(2026, 11, 22);

}  // namespace

TEST_CASE("A personal number has twelve digits, and no prefix is refused for its new meaning") {
  CHECK(identity::is_personal_number("092196000107"));
  CHECK(identity::is_personal_number("094148000033"));     // Sóc Trăng, merged away in 2025
  CHECK(identity::is_personal_number("093320000008"));     // Hậu Giang
  CHECK(identity::is_personal_number("184196000107"));     // registered abroad
  CHECK_FALSE(identity::is_personal_number("362512345"));  // nine digits: the old card
  CHECK_FALSE(identity::is_personal_number("09219600010x"));
  CHECK_FALSE(identity::is_personal_number("000196000107"));
  CHECK_FALSE(identity::is_personal_number("003201000123"));  // no province ever had 003
  CHECK_FALSE(identity::is_personal_number("0921960001077"));
  CHECK_FALSE(identity::is_personal_number(""));
}

TEST_CASE("What is wrong with a number is told apart") {
  const auto fault = [](std::string_view number) { return identity::fault_in(number, today); };
  CHECK_FALSE(fault("092196000107"));
  CHECK(fault("09219600010O") == NumberFault::not_digits);
  CHECK(fault("362512345") == NumberFault::old_card);
  CHECK(fault("09220100012") == NumberFault::length);
  CHECK(fault("") == NumberFault::length);
  CHECK(fault(std::string(10'000, '9')) == NumberFault::length);
  CHECK(fault("003201000123") == NumberFault::prefix);
  CHECK(fault("092227000107") == NumberFault::future);
  CHECK_FALSE(fault("092226000107"));
}

TEST_CASE("Digits that disagree with gender or birth are noticed, each by itself") {
  const auto doubts = [](std::string_view gender, std::string_view birth) {
    return identity::doubts("092196000107", gender, birth);
  };
  CHECK(doubts("female", "1996-03-14").empty());
  CHECK(doubts("", "1996").empty());
  CHECK(doubts("female", "").empty());
  CHECK(doubts("male", "1996-03-14") == std::vector{NumberDoubt::gender});
  CHECK(doubts("female", "1969") == std::vector{NumberDoubt::year});
  CHECK(doubts("male", "1969") == std::vector{NumberDoubt::gender, NumberDoubt::year});
  CHECK(identity::number_agrees("092305000107", "female", "2005-01-01"));
  CHECK(identity::birth_year("092350000107") == 2050);
}

TEST_CASE("The province of a birth is called as it was on the day asked about") {
  const auto before = *base::Date::of(2025, 6, 30), after = *base::Date::of(2025, 7, 1);
  CHECK(identity::birth_registered_in("093185000001", before) == "Hậu Giang");
  CHECK(identity::birth_registered_in("093185000001", after) == "Cần Thơ");
  CHECK(identity::birth_registered_in("092185000001", after) == "Cần Thơ");
  CHECK(identity::birth_registered_in("184185000001", after) == "");
}

TEST_CASE("Tax codes of real shape pass with their check digit, branches and households too") {
  for (const char* good : {"0100109106", "0101248141", "1800156801", "0300588569", "1800278630",
                           "1800156801-001", "1800156801001", "092196000107"}) {
    CAPTURE(good);
    CHECK_FALSE(identity::fault_in_tax_code(good));
  }
  for (const char* miscounted : {"0100109107", "1800156802"}) {
    CAPTURE(miscounted);
    CHECK(identity::fault_in_tax_code(miscounted) == TaxFault::check_digit);
  }
  for (const char* misshapen : {"180015680", "1800156801-1", "18001568O1", "", "1800156801-",
                                "1800156801-0010", "18001568010", "1800156801--01"}) {
    CAPTURE(misshapen);
    CHECK(identity::fault_in_tax_code(misshapen) == TaxFault::shape);
  }
}
