// What people type, and what is understood.
#include "engines/forms/typed.hpp"

#include <doctest/doctest.h>

using namespace forms;

TEST_CASE("Numbers are read with dots only where thousands end") {
  struct Row {
    const char* typed;
    std::optional<std::int64_t> number;
  };
  for (const Row& row : std::vector<Row>{{"1500", 1500},
                                         {"1.500", 1500},
                                         {"50.000.000", 50'000'000},
                                         {"50 000 000 đ", 50'000'000},
                                         {"50.000 VND", 50'000},
                                         {"0", 0},
                                         {"1.5", {}},
                                         {"1.50.000", {}},
                                         {"1.5000", {}},
                                         {".500", {}},
                                         {"1500.", {}},
                                         {"-5", {}},
                                         {"1e6", {}},
                                         {"đ", {}},
                                         {"", {}},
                                         {"1000000000000000", {}}}) {
    CAPTURE(row.typed);
    CHECK(whole_number(row.typed) == row.number);
  }
}

TEST_CASE("A phone number is ten digits however people group them") {
  for (const char* typed : {"0912345678", "0912 345 678", "0912.345.678", "+84912345678",
                            "+84 912 345 678", "84912345678", "0084 912345678", "(091) 234-5678"}) {
    CAPTURE(typed);
    CHECK(phone_number(typed) == "0912345678");
  }
  for (const char* typed : {"091234567", "09123456789", "0912345x78", "", "+84", "chín"}) {
    CAPTURE(typed);
    CHECK(phone_number(typed) == std::nullopt);
  }
  CHECK(is_mobile("0912345678"));
  CHECK_FALSE(is_mobile("0292345678"));
  CHECK(spaced_phone("0912345678") == "0912 345 678");
}

TEST_CASE("A personal number keeps its middle to itself") {
  CHECK(personal_number("092 196 000 107") == "092196000107");
  CHECK(personal_number("092.196.000.107") == "092196000107");
  CHECK(personal_number("09219600010") == std::nullopt);
  CHECK(personal_number("09219600010O") == std::nullopt);
  CHECK(spaced("092196000107") == "092 196 000 107");
  CHECK(masked("092196000107") == "092 196 ••• 107");
}

TEST_CASE("An e-mail address is only looked at for sense") {
  for (const char* good : {"lan@example.vn", "a.b+c@sub.example.com", "x@y.co"}) {
    CAPTURE(good);
    CHECK(is_email(good));
  }
  for (const char* bad :
       {"lan", "lan@", "@example.vn", "lan@example", "lan@@example.vn", "lan @example.vn",
        "làn@example.vn", "lan@.vn", "lan@example..vn", "<lan@example.vn>", "lan@example.v"}) {
    CAPTURE(bad);
    CHECK_FALSE(is_email(bad));
  }
}

TEST_CASE("A name may hold what names hold") {
  for (const char* good : {"Nguyễn Thị Lan", "K'Brôi", "H'Hen Niê", "Đặng Văn A.", "Anne-Marie"}) {
    CAPTURE(good);
    CHECK(foreign_sign(good) == "");
  }
  CHECK(foreign_sign("Lan 😀") == "😀");
  CHECK(foreign_sign("Lan2") == "2");
  CHECK(foreign_sign("<b>") == "<");
  CHECK(plain_signs("K’Brôi – Y") == "K'Brôi - Y");
}

TEST_CASE("Days are days of the calendar, whole or in part") {
  struct Row {
    DayTyped typed;
    Type type;
    DayFault fault;
    const char* first;
    const char* last;
  };
  const auto whole = Type::date, part = Type::partial_date;
  for (const Row& row :
       std::vector<Row>{{{"27", "3", "1990"}, whole, DayFault::none, "1990-03-27", "1990-03-27"},
                        {{"29", "02", "2024"}, whole, DayFault::none, "2024-02-29", "2024-02-29"},
                        {{"", "", "1948"}, part, DayFault::none, "1948-01-01", "1948-12-31"},
                        {{"", "2", "1948"}, part, DayFault::none, "1948-02-01", "1948-02-29"},
                        {{"", "12", "1948"}, part, DayFault::none, "1948-12-01", "1948-12-31"},
                        {{"31", "2", "2020"}, whole, DayFault::no_such_day, "", ""},
                        {{"29", "2", "2023"}, part, DayFault::no_such_day, "", ""},
                        {{"", "", "1948"}, whole, DayFault::no_month, "", ""},
                        {{"", "3", "1948"}, whole, DayFault::no_day, "", ""},
                        {{"5", "", "1948"}, part, DayFault::no_month, "", ""},
                        {{"5", "3", ""}, part, DayFault::no_year, "", ""},
                        {{"32", "3", "1990"}, whole, DayFault::bad_day, "", ""},
                        {{"0", "3", "1990"}, whole, DayFault::bad_day, "", ""},
                        {{"5", "13", "1990"}, whole, DayFault::bad_month, "", ""},
                        {{"5", "3", "90"}, whole, DayFault::bad_year, "", ""},
                        {{"5", "3", "19900"}, whole, DayFault::bad_year, "", ""},
                        {{"x", "3", "1990"}, whole, DayFault::bad_day, "", ""},
                        {{"", "", ""}, whole, DayFault::none, "", ""}}) {
    CAPTURE(row.typed.day);
    CAPTURE(row.typed.month);
    CAPTURE(row.typed.year);
    const auto read = read_day(row.typed, row.type);
    CHECK(read.fault == row.fault);
    CHECK((read.days ? read.days->first.iso() : "") == row.first);
    CHECK((read.days ? read.days->last.iso() : "") == row.last);
  }
}
