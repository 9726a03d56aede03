// What administrators read about units, in both languages.
#pragma once

#include <array>
#include <string_view>

#include "base/text.hpp"

namespace administration::text::unit {

using base::Text;

inline constexpr Text heading{"Đơn vị", "Units"};
inline constexpr Text as_of{"Cây tổ chức ngày {date}", "The tree of units on {date}"};
inline constexpr Text day{"Ngày", "Day"};
inline constexpr Text find{"Tên hoặc mã, kể cả tên cũ", "Name or code, older names too"};
inline constexpr Text choose{"Xem đơn vị theo ngày và tên", "Show units by day and name"};
inline constexpr Text count{"{count} đơn vị", "{count} units"};
inline constexpr Text count_at_top{"{name} ({count})", "{name}: {count}"};
inline constexpr Text as_table{"Dạng bảng để in", "As a table, to print"};
inline constexpr Text as_tree{"Dạng cây", "As a tree"};
inline constexpr Text to_csv{"Xuất bảng", "Export"};
inline constexpr Text compare{"So sánh hai ngày", "Compare two days"};
inline constexpr Text who_followed{"Đơn vị kế thừa", "Who succeeded whom"};
inline constexpr Text map{"Sơ đồ vị trí", "Schematic map"};
inline constexpr Text open_unit{"Mở đơn vị này", "Open this unit"};
inline constexpr Text views{"Cách xem", "Views"};

inline constexpr Text wrong_day{"Ngày không đúng. Nhập như 01/07/2025; trang đang xem ngày {date}.",
                                "That is no day. Write it as 01/07/2025; this page shows {date}."};
inline constexpr Text empty{"Ngày này chưa có đơn vị nào", "There are no units on this day"};
inline constexpr Text begins{"Dữ liệu đơn vị bắt đầu từ ngày {date}.",
                             "The records of units begin on {date}."};
inline constexpr Text to_come{"Ngày này chưa đến: đây là những gì đã được quyết định trước.",
                              "This day is still to come: this is what is decided so far."};

inline constexpr Text found{"Tìm thấy {count} đơn vị cho “{words}”",
                            "{count} units found for “{words}”"};
inline constexpr Text none_found{"Không có đơn vị nào mang tên này",
                                 "No unit bears or bore this name"};
inline constexpr Text none_found_detail{"Thử một phần của tên, hoặc mã đơn vị.",
                                        "Try a part of the name, or a code."};
inline constexpr Text name{"Tên", "Name"};
inline constexpr Text kind{"Loại", "Kind"};
inline constexpr Text code{"Mã", "Code"};
inline constexpr Text parent{"Đơn vị cấp trên", "Unit above"};
inline constexpr Text since{"Từ ngày", "Since"};
inline constexpr Text until{"Đến ngày", "Until"};
inline constexpr Text basis{"Căn cứ", "Legal basis"};
inline constexpr Text found_by{"Tìm thấy theo", "Found by"};
inline constexpr Text name_today{"tên đang dùng", "its present name"};
inline constexpr Text name_until{"{name}, đến {date}", "{name}, until {date}"};
inline constexpr Text nobody{"không có", "none"};
inline constexpr Text still{"đang dùng", "in force"};
inline constexpr Text before_records{"từ trước {date}", "before {date}"};

inline constexpr Text in_force{"Đang hoạt động", "In force"};
inline constexpr Text has_ended{"Đã kết thúc ngày {date}", "Ended on {date}"};
inline constexpr Text not_yet{"Bắt đầu ngày {date}", "Begins on {date}"};
inline constexpr Text uncertain{"Chưa xác nhận", "Not confirmed"};
inline constexpr Text uncertain_detail{
    "Thông tin về đơn vị này chưa được xác nhận, chưa dùng làm căn cứ chính thức.",
    "What stands here about this unit is not confirmed and is not official."};
inline constexpr Text facts{"Thông tin ngày {date}", "On {date}"};
inline constexpr Text staff{"Vị trí đang có người giữ", "Positions held"};
inline constexpr Text versions{"Các thời kỳ", "Through time"};
inline constexpr Text codes{"Mã ở các hệ thống khác", "Codes in other systems"};
inline constexpr Text system{"Hệ thống", "System"};
inline constexpr Text no_codes{"Chưa có mã ở hệ thống nào.", "No system's code is known."};
inline constexpr Text below{"Đơn vị trực thuộc", "Units below"};
inline constexpr Text before_it{"Kế thừa từ", "Succeeded"};
inline constexpr Text after_it{"Đã giao lại cho", "Succeeded by"};
inline constexpr Text answers_now{"Đơn vị chịu trách nhiệm hôm nay", "Answers for it today"};
inline constexpr Text share{"Phạm vi", "Share"};
inline constexpr Text whole{"toàn bộ", "all of it"};
inline constexpr Text part{"một phần", "a part"};
inline constexpr Text part_of{"một phần: {area}", "a part: {area}"};
inline constexpr Text rest{"phần còn lại", "the rest"};
inline constexpr Text code_reused{"dùng lại mã {code}", "code {code} used again"};
inline constexpr Text effective{"Có hiệu lực", "Effective"};

inline constexpr Text compare_heading{"Khác nhau giữa {from} và {to}",
                                      "What differs between {from} and {to}"};
inline constexpr Text from_day{"Từ ngày", "From day"};
inline constexpr Text to_day{"Đến ngày", "To day"};
inline constexpr Text no_difference{"Hai ngày này không khác nhau",
                                    "Nothing differs on these two days"};
inline constexpr Text began{"Bắt đầu ({count})", "Began: {count}"};
inline constexpr Text ended{"Kết thúc ({count})", "Ended: {count}"};
inline constexpr Text renamed{"Đổi tên, loại hoặc mã ({count})", "Name, kind or code: {count}"};
inline constexpr Text moved{"Chuyển cấp trên ({count})", "Below another unit: {count}"};
inline constexpr Text was{"Trước", "Before"};
inline constexpr Text is{"Sau", "After"};
inline constexpr Text followed_heading{"Đơn vị kế thừa từ ngày {date}",
                                       "Who succeeded whom on {date}"};
inline constexpr Text days_of_change{"Các ngày sắp xếp", "Days of change"};
inline constexpr Text no_change{"Chưa có lần sắp xếp nào", "No unit has been succeeded yet"};
inline constexpr Text ended_unit{"Đơn vị cũ", "Former unit"};
inline constexpr Text new_unit{"Đơn vị tiếp nhận", "Unit that took over"};

inline constexpr Text map_note{
    "Sơ đồ vẽ từ điểm giữa của từng đơn vị, không phải địa giới hành "
    "chính.",
    "Drawn from the centre point of each unit; these are not "
    "boundaries."};
inline constexpr Text map_label{"Sơ đồ {count} đơn vị cấp xã", "Schematic map of {count} units"};
inline constexpr Text map_list{"Danh sách các đơn vị trong sơ đồ",
                               "The units of the map as a list"};
inline constexpr Text no_map{"Chưa có điểm giữa của các đơn vị trong ngày này",
                             "There are no centre points for this day"};

inline constexpr Text edit{"Thay đổi đơn vị", "Change this unit"};
inline constexpr Text edit_heading{"Thay đổi: {name}", "Change: {name}"};
inline constexpr Text deed{"Thay đổi gì", "What changes"};
inline constexpr Text deed_missing{"Chọn việc cần thay đổi.", "Choose what changes."};
inline constexpr Text do_rename{"Đổi tên, loại hoặc mã", "Its name, kind or code"};
inline constexpr Text do_move{"Chuyển sang đơn vị cấp trên khác", "The unit above it"};
inline constexpr Text do_close{"Kết thúc hoạt động", "It ends"};
inline constexpr Text do_begin{"Lập một đơn vị trực thuộc", "A new unit below it"};
inline constexpr Text do_code{"Mã ở hệ thống khác", "Its code in another system"};
inline constexpr Text name_vi{"Tên tiếng Việt", "Name in Vietnamese"};
inline constexpr Text name_en{"Tên tiếng Anh", "Name in English"};
inline constexpr Text parent_code{"Mã đơn vị cấp trên mới", "Code of the unit above from then on"};
inline constexpr Text into{"Mã đơn vị tiếp nhận", "Code of the unit that takes over"};
inline constexpr Text into_hint{"Để trống nếu không còn việc đang mở.",
                                "Leave it empty if no work is open."};
inline constexpr Text code_there{"Mã ở hệ thống đó", "Code in that system"};
inline constexpr Text code_there_hint{"Để trống nếu mã không còn dùng.",
                                      "Leave it empty if the code is no longer used."};
inline constexpr Text on{"Có hiệu lực từ ngày", "In force from"};
inline constexpr Text on_hint{"Ví dụ 01/07/2025. Những ngày trước đó giữ nguyên.",
                              "For example 01/07/2025. The days before stay as they are."};
inline constexpr Text on_wrong{"Nhập ngày như 01/07/2025.", "Write the day as 01/07/2025."};
inline constexpr Text basis_hint{"Số và ký hiệu văn bản, ví dụ 1668/NQ-UBTVQH15.",
                                 "Number and symbol of the paper, such as 1668/NQ-UBTVQH15."};
inline constexpr Text save{"Lưu thay đổi", "Save the change"};
inline constexpr Text saved{"Đã lưu thay đổi.", "The change is saved."};
inline constexpr Text too_long{"Tối đa {count} ký tự.", "At most {count} characters."};

struct Kind {
  std::string_view code;
  Text words;
  Text many;  // heading of a group
};
inline constexpr std::array<Kind, 23> kinds = {{
    {"city", {"Thành phố", "City"}, {"Thành phố trực thuộc trung ương", "Cities"}},
    {"province", {"Tỉnh", "Province"}, {"Các tỉnh", "Provinces"}},
    {"urban_district", {"Quận", "Urban district"}, {"Các quận", "Urban districts"}},
    {"rural_district", {"Huyện", "Rural district"}, {"Các huyện", "Rural districts"}},
    {"district_city",
     {"Thành phố thuộc tỉnh", "City of a province"},
     {"Các thành phố thuộc tỉnh", "Cities of a province"}},
    {"district_town", {"Thị xã", "District town"}, {"Các thị xã", "District towns"}},
    {"ward", {"Phường", "Ward"}, {"Các phường", "Wards"}},
    {"commune", {"Xã", "Commune"}, {"Các xã", "Communes"}},
    {"township", {"Thị trấn", "Township"}, {"Các thị trấn", "Townships"}},
    {"city_office", {"Văn phòng", "City office"}, {"Các văn phòng cấp thành phố", "City offices"}},
    {"department", {"Sở", "Department"}, {"Các sở", "Departments"}},
    {"inspectorate", {"Thanh tra", "Inspectorate"}, {"Cơ quan thanh tra", "Inspectorates"}},
    {"board", {"Ban quản lý", "Board"}, {"Các ban quản lý", "Boards"}},
    {"institute", {"Viện", "Institute"}, {"Các viện", "Institutes"}},
    {"public_service_unit",
     {"Đơn vị sự nghiệp", "Public service unit"},
     {"Các đơn vị sự nghiệp", "Public service units"}},
    {"service_centre",
     {"Trung tâm phục vụ hành chính công", "Public service centre"},
     {"Các trung tâm phục vụ hành chính công", "Public service centres"}},
    {"central_agency",
     {"Cơ quan trung ương tại địa phương", "Central agency"},
     {"Các cơ quan trung ương tại địa phương", "Central agencies"}},
    {"party_office", {"Cơ quan Đảng", "Party office"}, {"Các cơ quan Đảng", "Party offices"}},
    {"organisation",
     {"Mặt trận và đoàn thể", "Front and organisations"},
     {"Mặt trận và các đoàn thể", "The Front and organisations"}},
    {"office", {"Văn phòng cấp xã", "Commune office"}, {"Các văn phòng cấp xã", "Commune offices"}},
    {"division", {"Phòng chuyên môn", "Division"}, {"Các phòng chuyên môn", "Divisions"}},
    {"desk", {"Bộ phận một cửa", "One-stop desk"}, {"Các bộ phận một cửa", "One-stop desks"}},
    {"other", {"Đơn vị khác", "Other unit"}, {"Các đơn vị khác", "Other units"}},
}};
constexpr const Kind& kind_of(std::string_view code) {
  for (const auto& kind : kinds) {
    if (kind.code == code) return kind;
  }
  return kinds.back();
}

struct System {
  std::string_view code;
  Text words;
};
inline constexpr std::array<System, 5> systems = {{
    {"QD20", {"Mã cơ quan trong mã hồ sơ", "Agency code in dossier codes"}},
    {"EDXML", {"Mã định danh trên trục liên thông văn bản", "Code for document exchange"}},
    {"BUDGET", {"Mã quan hệ ngân sách", "Budget code"}},
    {"TAX", {"Mã số thuế của đơn vị", "Tax code of the unit"}},
    {"PORTAL", {"Mã trên Cổng Dịch vụ công quốc gia", "Code on the national portal"}},
}};

}  // namespace administration::text::unit
