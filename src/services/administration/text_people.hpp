// What administrators read about people and their positions, in both languages.
#pragma once

#include "base/text.hpp"

namespace administration::office::text {

using base::Text;

// ---- The list of officers
inline constexpr Text officers{"Người và vị trí", "People and positions"};
inline constexpr Text officers_sub{"{count} vị trí đang giữ ngày {day}",
                                   "{count} positions held on {day}"};
inline constexpr Text filter_officers{"Lọc cán bộ", "Filter officers"};
inline constexpr Text name_or_number{"Tên, số định danh, số CMND cũ",
                                     "Name, personal number, old card number"};
inline constexpr Text birth_filter{"Ngày hoặc năm sinh", "Birth date or year"};
inline constexpr Text unit{"Đơn vị", "Unit"};
inline constexpr Text any_unit{"Mọi đơn vị", "Any unit"};
inline constexpr Text role{"Vai trò", "Role"};
inline constexpr Text any_role{"Mọi vai trò", "Any role"};
inline constexpr Text on_day{"Ngày", "On"};
inline constexpr Text bad_day{"Ngày phải có dạng 23/11/2026. Danh sách dưới đây là của hôm nay.",
                              "A day is written 23/11/2026. The list below is of today."};
inline constexpr Text name{"Họ và tên", "Name"};
inline constexpr Text office{"Chức vụ", "Office"};
inline constexpr Text since{"Từ ngày", "From"};
inline constexpr Text until{"Đến hết ngày", "Until"};
inline constexpr Text open_ended{"Không thời hạn", "Open"};
inline constexpr Text see_account{"Tài khoản", "Account"};
inline constexpr Text give_account{"Cấp tài khoản", "Give an account"};
inline constexpr Text export_csv{"Xuất bảng", "Export"};
inline constexpr Text add_officer{"Thêm cán bộ", "Add an officer"};
inline constexpr Text nobody{"Không có cán bộ nào khớp bộ lọc", "No officer matches the filter"};
inline constexpr Text nobody_detail{
    "Người dân không hiện trong danh sách: tìm bằng đủ số định danh, số CMND cũ, hoặc đủ họ tên "
    "cùng ngày sinh.",
    "Residents are not listed: find one by the whole personal number, the old card number, or the "
    "whole name with the birth."};
inline constexpr Text clear{"Bỏ lọc", "Clear the filter"};
inline constexpr Text range{"{from}-{to} trong {all} vị trí", "{from}-{to} of {all} positions"};
inline constexpr Text found{"Người tìm thấy", "People found"};
inline constexpr Text found_several{
    "{count} người khớp. Mỗi dòng là một người khác nhau; so số định danh trước khi chọn.",
    "{count} people match. Each line is another person; compare the numbers before choosing."};
inline constexpr Text birth{"Ngày sinh", "Birth"};
inline constexpr Text number{"Số định danh cá nhân", "Personal number"};
inline constexpr Text no_number{"Chưa có số định danh", "No personal number"};
inline constexpr Text purpose_find{"Tìm một người theo số hoặc họ tên, ngày sinh",
                                   "Find a person by number, or by name and birth"};

// ---- One person
inline constexpr Text resident{"Người dân chưa giữ chức vụ nào", "A resident without an office"};
inline constexpr Text positions{"Chức vụ", "Positions"};
inline constexpr Text no_positions{"Chưa có chức vụ nào. Bổ nhiệm để người này vào làm việc.",
                                   "No positions yet. Appoint this person to let them work."};
inline constexpr Text state{"Trạng thái", "State"};
inline constexpr Text state_now{"Đang giữ", "Held"};
inline constexpr Text state_coming{"Sắp giữ", "To come"};
inline constexpr Text state_past{"Đã kết thúc", "Ended"};
inline constexpr Text state_taken_back{"Đã rút lại", "Taken back"};
inline constexpr Text appoint{"Bổ nhiệm", "Appoint"};
inline constexpr Text hand_over{"Bàn giao", "Hand over"};
inline constexpr Text delegate{"Ủy quyền khi vắng", "Delegate while absent"};
inline constexpr Text identity_facts{"Thông tin định danh", "Identity"};
inline constexpr Text facts_closed{
    "Thông tin định danh đang đóng. Chọn lý do để mở; lần mở này được ghi lại và người đó đọc "
    "được.",
    "Identity is closed. Choose why you open it; this is written down, and the person can read "
    "it."};
inline constexpr Text why{"Lý do mở", "Why you open it"};
inline constexpr Text why_check{"Đối chiếu giấy tờ khi bổ nhiệm",
                                "Check papers for an appointment"};
inline constexpr Text why_correct{"Sửa thông tin theo yêu cầu", "Correct it on request"};
inline constexpr Text why_same_name{"Phân biệt người trùng họ tên",
                                    "Tell people of one name apart"};
inline constexpr Text open_facts{"Mở thông tin", "Open"};
inline constexpr Text gender{"Giới tính", "Gender"};
inline constexpr Text male{"Nam", "Male"};
inline constexpr Text female{"Nữ", "Female"};
inline constexpr Text gender_unknown{"Chưa rõ", "Not known"};
inline constexpr Text residence{"Nơi cư trú", "Residence"};
inline constexpr Text phone{"Số điện thoại", "Phone"};
inline constexpr Text email{"Thư điện tử", "E-mail"};
inline constexpr Text unknown{"Chưa có", "Not known"};
inline constexpr Text registered_in{"Nơi đăng ký khai sinh theo số", "Birth registered in"};
inline constexpr Text province_now{"{province} (nay thuộc {now})", "{province} (now in {now})"};
inline constexpr Text from_provider{
    "Họ tên, ngày sinh, giới tính do nhà cung cấp định danh xác nhận; sửa tại nơi cấp.",
    "Name, birth and gender come from the identity provider; they are corrected there."};
inline constexpr Text doubt_gender{
    "Giới tính không khớp chữ số thứ tư của số định danh. Hộ tịch có thể đã được cải chính; chỉ "
    "sửa "
    "khi giấy tờ cho thấy sai.",
    "The gender does not fit the fourth digit of the number. Civil status may have been corrected; "
    "change it only if a paper shows an error."};
inline constexpr Text doubt_year{
    "Năm sinh không khớp chữ số thứ năm và sáu của số định danh. Hộ tịch có thể đã được cải chính; "
    "chỉ sửa khi giấy tờ cho thấy sai.",
    "The birth year does not fit the fifth and sixth digits of the number. Civil status may have "
    "been corrected; change it only if a paper shows an error."};
inline constexpr Text save{"Lưu", "Save"};
inline constexpr Text done{"Đã lưu.", "Saved."};

// ---- Older papers
inline constexpr Text papers{"Giấy tờ trước đây", "Earlier papers"};
inline constexpr Text papers_detail{
    "Số chứng minh nhân dân 9 số, hộ chiếu, số định danh đã thay: để tìm ra người ghi trong giấy "
    "tờ "
    "cũ. Hai người có thể từng có cùng một số.",
    "The 9-digit card, passports, a personal number that was replaced: they lead to whom an old "
    "paper names. Two people may have had one number."};
inline constexpr Text no_papers{"Chưa ghi giấy tờ nào.", "None is recorded."};
inline constexpr Text paper_kind{"Loại giấy tờ", "Kind of paper"};
inline constexpr Text old_card{"Chứng minh nhân dân 9 số", "9-digit identity card"};
inline constexpr Text passport{"Hộ chiếu", "Passport"};
inline constexpr Text former_number{"Số định danh đã thay", "Personal number replaced"};
inline constexpr Text paper_number{"Số giấy tờ", "Number"};
inline constexpr Text paper_source{"Thấy ở đâu", "Where it was seen"};
inline constexpr Text paper_source_hint{"Ví dụ: mã QR trên thẻ căn cước",
                                        "For example: QR code of the identity card"};
inline constexpr Text paper_days{"{from} - {to}", "{from} to {to}"};
inline constexpr Text add_paper{"Ghi giấy tờ", "Record a paper"};
inline constexpr Text remove{"Xóa dòng này", "Remove this line"};
inline constexpr Text bad_old_card{"Số chứng minh nhân dân có 9 chữ số, ví dụ 362512345",
                                   "The old card has 9 digits, for example 362512345"};
inline constexpr Text bad_passport{
    "Số hộ chiếu có 5 đến 20 chữ cái in hoa và chữ số, ví dụ C1234567",
    "A passport number has 5 to 20 capital letters and digits, for example C1234567"};
inline constexpr Text paper_already{"Người này đã có giấy tờ đó",
                                    "This person has that paper already"};
inline constexpr Text paper_of_other{
    "Số này cũng đã ghi cho một người khác; hai người có thể từng được cấp cùng một số.",
    "This number is recorded for somebody else too; two people may have been given one number."};
inline constexpr Text choose_paper_kind{"Chọn loại giấy tờ", "Choose the kind of paper"};

// ---- Troubles with people
inline constexpr Text enter_name{"Nhập họ và tên, ví dụ Nguyễn Lan Anh",
                                 "Enter the name, for example Nguyễn Lan Anh"};
inline constexpr Text long_name{"Họ và tên dài quá 200 ký tự",
                                "The name is longer than 200 letters"};
inline constexpr Text long_line{"Dài quá 200 ký tự. Viết ngắn lại",
                                "Longer than 200 letters. Make it shorter"};
inline constexpr Text bad_birth{"Nhập ngày sinh như 14/03/1996, hoặc chỉ năm sinh 1948",
                                "Enter the birth as 14/03/1996, or only the year, 1948"};
inline constexpr Text number_not_digits{
    "Số định danh chỉ gồm chữ số, ví dụ 092 196 000 107",
    "A personal number has only digits, for example 092 196 000 107"};
inline constexpr Text number_old_card{
    "Đây là số chứng minh nhân dân 9 số. Số định danh có 12 chữ số, ví dụ 092 196 000 107; số cũ "
    "ghi vào phần giấy tờ trước đây",
    "This is the old 9-digit number. A personal number has 12 digits, for example 092 196 000 107; "
    "record the old one under earlier papers"};
inline constexpr Text number_length{"Số định danh phải có 12 chữ số, ví dụ 092 196 000 107",
                                    "A personal number has 12 digits, for example 092 196 000 107"};
inline constexpr Text number_prefix{
    "Ba chữ số đầu không phải mã của tỉnh, thành phố nào. So lại với thẻ, ví dụ 092 196 000 107",
    "Its first three digits are the code of no province. Compare the card, for example "
    "092 196 000 107"};
inline constexpr Text number_future{
    "Số này chỉ năm sinh chưa đến. So lại với thẻ, ví dụ 092 196 000 107",
    "Its digits say a birth year that has not come. Compare the card, for example 092 196 000 107"};
inline constexpr Text number_taken{
    "Số định danh này đã là của {name}. Mở trang của người đó để bổ nhiệm.",
    "This personal number belongs to {name}. Open that person’s page to appoint them."};
inline constexpr Text alike{"Đã có người trùng họ tên và ngày sinh",
                            "There is somebody of this name and birth"};
inline constexpr Text alike_detail{
    "Hai người khác nhau có thể trùng cả họ tên lẫn ngày sinh. Nếu là cùng một người, mở trang của "
    "người đó thay vì thêm mới.",
    "Two people can share name and birthday. If it is the same person, open their page instead of "
    "adding another."};
inline constexpr Text alike_confirm{"Đây là một người khác, vẫn thêm mới",
                                    "This is another person: add them"};
inline constexpr Text changed_meanwhile{
    "Người khác vừa sửa chỗ này. Dưới đây là bản mới nhất; những gì vừa nhập vẫn còn trong biểu "
    "mẫu, "
    "hãy so lại rồi lưu.",
    "Somebody else changed this just now. What you typed is still in the form; compare it with the "
    "latest state shown and save again."};
inline constexpr Text latest{"Bản mới nhất: {what}", "Latest state: {what}"};

}  // namespace administration::office::text
