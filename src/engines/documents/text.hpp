// Words of papers, and what is said to those who write templates.
#pragma once

#include "base/text.hpp"

namespace documents::text {

using base::Text;

inline constexpr Text whole_day{"ngày {day} tháng {month} năm {year}", "{day}/{month}/{year}"};
inline constexpr Text whole_month{"tháng {month} năm {year}", "{month}/{year}"};
inline constexpr Text whole_year{"năm {year}", "in {year}"};

// The words before the name of a place, as units are named.
inline constexpr Text kinds_of_place[] = {{"Phường", "Ward"},       {"Xã", "Commune"},
                                          {"Thị trấn", "Township"}, {"Đặc khu", "Special zone"},
                                          {"Thành phố", "City"},    {"Tỉnh", "Province"}};

// How titles begin: of a deputy; of who heads an agency for the time being.
inline constexpr Text deputy{"Phó", "Deputy"};
inline constexpr Text acting[] = {{"Quyền", "Acting"}, {"Q.", "Act."}};

inline constexpr Text bad_say{
    "Viết “say tên | giải thích”, “say tên each phần | giải thích” hoặc “say tên joined phần | "
    "giải thích”.",
    "Write “say name | meaning”, “say name each section | meaning” or “say name joined section | "
    "meaning”."};
inline constexpr Text bad_choice{"Trong “say” chỉ có “when điều kiện | câu” và “else | câu”.",
                                 "Within “say” stand “when condition | words” and “else | words”."};
inline constexpr Text bad_condition{"Điều kiện sai ở cột {column}: {why}",
                                    "The condition is wrong at column {column}: {why}"};
inline constexpr Text bad_hole{
    "Chỗ trống “{hole}” không đúng: viết dạng {example}, sau dấu : là words, upper, lower, plain.",
    "The hole “{hole}” is wrong: write {example}; after the colon words, upper, lower, plain."};
inline constexpr Text unclosed{"“say {name}” chưa được đóng bằng “end”.",
                               "“say {name}” is not closed by “end”."};
inline constexpr Text said_twice{"Câu “{name}” có hai lần.", "“{name}” is said twice."};
inline constexpr Text unused{"Câu “{name}” không được dùng.", "The sentence “{name}” is not used."};
inline constexpr Text only_say{"Tệp này chỉ có các khối “say … end”.",
                               "This file holds nothing but “say … end”."};
inline constexpr Text gap{"Thiếu “{name}” trong câu “{sentence}”.",
                          "“{name}” is missing in the sentence “{sentence}”."};

}  // namespace documents::text
