// What people hear while they fill in a form, and what the author of a form hears.
#pragma once

#include "base/text.hpp"

namespace forms::text {

using base::Text;

// ---- Something is missing
inline constexpr Text enter{"Nhập {label}", "Enter {label}"};
inline constexpr Text enter_name{"Nhập {label}, ví dụ Nguyễn Lan Anh",
                                 "Enter {label}, for example Nguyễn Lan Anh"};
inline constexpr Text enter_number{"Nhập {label} bằng chữ số, ví dụ 1.500",
                                   "Enter {label} in digits, for example 1.500"};
inline constexpr Text enter_money{"Nhập {label} bằng chữ số, ví dụ 50.000.000",
                                  "Enter {label} in digits, for example 50.000.000"};
inline constexpr Text enter_phone{"Nhập {label} gồm 10 chữ số, ví dụ 0912 345 678",
                                  "Enter {label} of 10 digits, for example 0912 345 678"};
inline constexpr Text enter_email{"Nhập {label}, ví dụ lan@example.vn",
                                  "Enter {label}, for example lan@example.vn"};
inline constexpr Text enter_personal_id{
    "Nhập {label} gồm 12 chữ số trên thẻ căn cước, ví dụ 092 196 000 107",
    "Enter {label}, 12 digits on the identity card, for example 092 196 000 107"};
inline constexpr Text enter_date{"“{label}”: nhập ngày, tháng, năm, ví dụ 27 3 1990",
                                 "“{label}”: enter day, month and year, for example 27 3 1990"};
inline constexpr Text enter_partial_date{
    "Nhập {label}, ví dụ 27 3 1990. Không rõ ngày, tháng thì chỉ nhập năm",
    "Enter {label}, for example 27 3 1990. If day and month are not known, enter the year only"};
inline constexpr Text choose{"Chọn {label}", "Select {label}"};
inline constexpr Text tick{"Đánh dấu vào ô để tiếp tục: “{label}”",
                           "Tick the box to go on: “{label}”"};
inline constexpr Text choose_commune{
    "“{label}”: chọn xã, phường, hoặc chọn “Nơi khác” nếu ở ngoài thành phố",
    "“{label}”: select the commune or ward, or “Elsewhere” if it is outside the city"};
inline constexpr Text enter_address{
    "“{label}”: nhập số nhà, đường, ấp hoặc khu vực, ví dụ 12 đường Hai Bà Trưng",
    "“{label}”: enter house number, street or hamlet, for example 12 Hai Ba Trung"};
inline constexpr Text enter_whole_address{
    "“{label}”: nhập đủ địa chỉ, ví dụ 5 đường Lê Lợi, phường Bến Thành, Thành phố Hồ Chí Minh",
    "“{label}”: enter the whole address, for example 5 Le Loi, Ben Thanh, Ho Chi Minh City"};
inline constexpr Text choose_paper{"“{label}”: chọn loại giấy tờ, ví dụ hộ chiếu",
                                   "“{label}”: select the kind of paper, for example passport"};
inline constexpr Text enter_paper_number{"“{label}”: nhập số giấy tờ, ví dụ C1234567",
                                         "“{label}”: enter the number, for example C1234567"};
inline constexpr Text enter_issuer{
    "“{label}”: nhập nơi cấp, ví dụ Cục Quản lý xuất nhập cảnh",
    "“{label}”: enter who issued it, for example Immigration Department"};
inline constexpr Text enter_issued{"“{label}”: nhập ngày cấp, ví dụ 27 3 2022",
                                   "“{label}”: enter the day of issue, for example 27 3 2022"};

// ---- Something is wrong
inline constexpr Text unprintable{"Bỏ ký tự “{sign}” khỏi {label}: giấy tờ không in được.",
                                  "Leave “{sign}” out of {label}: papers cannot print it."};
inline constexpr Text too_long{
    "{label} chỉ được dài nhất {max} ký tự. Rút gọn lại, ví dụ bỏ phần lặp",
    "{label} may have at most {max} characters. Shorten it, for example "
    "by leaving out what is repeated"};
inline constexpr Text bad_sign{
    "{label} không được có “{sign}”. Chỉ dùng chữ cái, dấu cách, dấu chấm, gạch nối và dấu nháy, "
    "ví dụ Nguyễn Lan Anh",
    "{label} cannot have “{sign}”. Use letters, spaces, dots, hyphens and apostrophes, for example "
    "Nguyễn Lan Anh"};
inline constexpr Text bad_name{
    "{label} chưa đủ. Nhập cả họ, chữ đệm, tên, ví dụ Nguyễn Lan Anh",
    "{label} is not complete. Enter all names, for example Nguyễn Lan Anh"};
inline constexpr Text bad_shape{"{label} chưa đúng dạng. Nhập lại như ghi trên giấy tờ",
                                "{label} does not have the right form. Enter it as on the paper"};
inline constexpr Text bad_number{"{label} phải là số nguyên viết bằng chữ số, ví dụ 1.500",
                                 "{label} must be a whole number in digits, for example 1.500"};
inline constexpr Text bad_money{"{label} phải viết bằng chữ số, ví dụ 50.000.000",
                                "{label} must be in digits, for example 50.000.000"};
inline constexpr Text too_small{"{label} phải từ {min} trở lên, ví dụ {min}",
                                "{label} must be {min} or more, for example {min}"};
inline constexpr Text too_large{"{label} nhiều nhất là {max}, ví dụ {max}",
                                "{label} must be {max} or less, for example {max}"};
inline constexpr Text bad_phone{"{label} phải có 10 chữ số, ví dụ 0912 345 678",
                                "{label} must have 10 digits, for example 0912 345 678"};
inline constexpr Text bad_phone_start{
    "{label} phải bắt đầu bằng 03, 05, 07, 08 hoặc 09, ví dụ 0912 345 678",
    "{label} must begin with 03, 05, 07, 08 or 09, for example 0912 345 678"};
inline constexpr Text bad_email{
    "{label} phải có dạng tên@nơi.gửi, không dấu, không có dấu cách, ví dụ lan@example.vn",
    "{label} must look like name@place, without marks and spaces, for example lan@example.vn"};
inline constexpr Text bad_personal_id{
    "{label} phải có 12 chữ số, ví dụ 092 196 000 107. Số chứng minh nhân dân 9 số không còn dùng",
    "{label} must have 12 digits, for example 092 196 000 107. The old 9-digit number is no longer "
    "used"};
inline constexpr Text unknown_personal_prefix{
    "{label} này không thể có: ba chữ số đầu không phải mã của tỉnh, thành phố nào. So lại với thẻ "
    "căn cước, ví dụ 092 196 000 107",
    "{label} cannot be right: its first three digits are the code of no province. Compare it with "
    "the identity card, for example 092 196 000 107"};
inline constexpr Text impossible_personal_id{
    "{label} này không thể có: chữ số thứ tư, năm và sáu chỉ năm sinh {year}. So lại với thẻ căn "
    "cước, ví dụ 092 196 000 107",
    "{label} cannot be right: its fourth to sixth digits say born in {year}. Compare it with the "
    "identity card, for example 092 196 000 107"};
inline constexpr Text bad_choice{"{label}: chọn một trong các lựa chọn có sẵn",
                                 "{label}: select one of the choices shown"};
inline constexpr Text bad_paper_number{
    "“{label}”: số giấy tờ chỉ gồm chữ cái không dấu và chữ số, từ 5 đến 20 ký tự, ví dụ C1234567",
    "“{label}”: the number has 5 to 20 letters and digits, for example C1234567"};

// ---- Days
inline constexpr Text day_missing{
    "{label} thiếu ngày. Nhập đủ ngày, tháng, năm, ví dụ 27 3 1990",
    "{label} lacks the day. Enter day, month and year, for example 27 "
    "3 1990"};
inline constexpr Text month_missing{
    "{label} thiếu tháng. Nhập đủ ngày, tháng, năm, ví dụ 27 3 1990",
    "{label} lacks the month. Enter day, month and year, for example 27 3 1990"};
inline constexpr Text year_missing{"{label} thiếu năm. Nhập năm gồm 4 chữ số, ví dụ 1990",
                                   "{label} lacks the year. Enter 4 digits, for example 1990"};
inline constexpr Text bad_day{"{label}: ngày là số từ 1 đến 31, ví dụ 27",
                              "{label}: the day is a number from 1 to 31, for example 27"};
inline constexpr Text bad_month{"{label}: tháng là số từ 1 đến 12, ví dụ 3",
                                "{label}: the month is a number from 1 to 12, for example 3"};
inline constexpr Text bad_year{
    "{label}: năm phải có 4 chữ số, từ 1880, ví dụ 1990",
    "{label}: the year must have 4 digits, from 1880 on, for example 1990"};
inline constexpr Text no_such_day{
    "{label}: không có ngày {day}. Xem lại ngày và tháng, ví dụ 27 3 1990",
    "{label}: there is no day {day}. Check day and month, for example "
    "27 3 1990"};
inline constexpr Text in_future{"{label} không được sau hôm nay. Nhập ngày từ {today} trở về trước",
                                "{label} cannot be after today. Enter {today} or an earlier day"};
inline constexpr Text in_past{"{label} không được trước hôm nay. Nhập ngày từ {today} trở đi",
                              "{label} cannot be before today. Enter {today} or a later day"};
inline constexpr Text before_other{"“{label}” không được trước {day}. Nhập ngày từ {day} trở đi",
                                   "“{label}” cannot be before {day}. Enter {day} or a later day"};
inline constexpr Text after_other{"“{label}” không được sau {day}. Nhập ngày từ {day} trở về trước",
                                  "“{label}” cannot be after {day}. Enter {day} or an earlier day"};

// ---- On the page
inline constexpr Text taken_from{"Lấy từ {source}", "From {source}"};
inline constexpr Text year_only{
    "Ví dụ 27 3 1990. Người cao tuổi không rõ ngày, tháng thì chỉ nhập năm.",
    "For example 27 3 1990. If day and month are not known, enter the year "
    "only."};
inline constexpr Text optional{"(không bắt buộc)", "(optional)"};
inline constexpr Text commune{"Xã, phường", "Commune or ward"};
inline constexpr Text choose_from_list{"Chọn trong danh sách", "Select from the list"};
inline constexpr Text elsewhere{"Nơi khác, ngoài thành phố", "Elsewhere, outside the city"};
inline constexpr Text address_line{"Số nhà, đường, ấp hoặc khu vực",
                                   "House number, street or hamlet"};
inline constexpr Text address_hint{
    "Nếu chọn “Nơi khác”, nhập cả xã, phường và tỉnh, thành phố.",
    "If you select “Elsewhere”, add the commune and the province or city."};
inline constexpr Text whole_address{"Địa chỉ đầy đủ", "Whole address"};
inline constexpr Text paper_kind{"Loại giấy tờ", "Kind of paper"};
inline constexpr Text paper_number{"Số", "Number"};
inline constexpr Text issuer{"Nơi cấp", "Issued by"};
inline constexpr Text issued{"Ngày cấp", "Day of issue"};
inline constexpr Text dong{"đ", "VND"};
inline constexpr Text not_needed{"Phần này không cần khai. Bấm tiếp tục để sang bước sau.",
                                 "Nothing is needed here. Continue to the next step."};
inline constexpr Text entry{"Mục", "Entry"};
inline constexpr Text add_entry{"Thêm {item}", "Add {item}"};
inline constexpr Text remove_entry{"Bỏ {item}", "Remove {item}"};
inline constexpr Text go_on{"Tiếp tục", "Continue"};
inline constexpr Text needed_when{"Cần điền khi “{field}” là {options}.",
                                  "Needed when “{field}” is {options}."};
inline constexpr Text needed_sometimes{"Chỉ cần điền trong một số trường hợp.",
                                       "Needed in some cases only."};
inline constexpr Text or_else{" hoặc ", " or "};

// ---- In summaries and papers
inline constexpr Text paper_text{"{kind} số {number}", "{kind} no. {number}"};
inline constexpr Text paper_issuer{", {issuer} cấp", ", issued by {issuer}"};
inline constexpr Text paper_issued{" ngày {day}", " on {day}"};
inline constexpr Text agreed{"Đồng ý", "Agreed"};

// ---- For the author of a form
inline constexpr Text not_json{"Không đọc được dòng {line}: {why}",
                               "Line {line} cannot be read: {why}"};
inline constexpr Text bad_code{"“{name}” phải gồm chữ thường, chữ số và _, ví dụ requester_name.",
                               "“{name}” must be lower-case letters, digits and _, for example "
                               "requester_name."};
inline constexpr Text twice{"“{name}” có hai lần. Hãy đổi tên một chỗ.",
                            "“{name}” stands here twice. Rename one."};
inline constexpr Text no_list{"Không có danh sách “{name}” trong option_lists.",
                              "There is no list “{name}” in option_lists."};
inline constexpr Text needs_options{"Trường kiểu này cần “options”.",
                                    "A field of this type needs “options”."};
inline constexpr Text no_option{"“{name}” không có trong danh sách lựa chọn.",
                                "“{name}” is none of the options."};
inline constexpr Text bad_rule{"Điều kiện sai ở cột {column}: {why}",
                               "The condition is wrong at column {column}: {why}"};
inline constexpr Text no_field{"Không có trường “{name}”.", "There is no field “{name}”."};
inline constexpr Text no_section{"Không có phần “{name}”.", "There is no section “{name}”."};
inline constexpr Text bad_pattern{"Biểu thức mẫu không đọc được hoặc dài quá {max} ký tự.",
                                  "The pattern cannot be read or is longer than {max} characters."};
inline constexpr Text bad_bound{"“{key}” phải là số, \"today\" hoặc tên một trường cùng phần.",
                                "“{key}” must be a number, \"today\" or a field of the section."};
inline constexpr Text not_in_repeat{"Phần lặp lại không dùng được “{key}”.",
                                    "“{key}” cannot be used in a repeated section."};

}  // namespace forms::text
