// What becomes of papers and drafts when their unit ends, in the words of the list beforehand, and
// what a person is told whose form was addressed to it.
#pragma once

#include "base/text.hpp"

namespace one_stop::text {

inline constexpr base::Text paper_drafted{"Giấy đã dự thảo, chưa ký", "Paper drafted, not signed"};
inline constexpr base::Text paper_only_signed{"Giấy đã ký, chưa vào số",
                                              "Paper signed, not numbered"};
inline constexpr base::Text paper_numbered{"Giấy đã vào số, chưa đóng dấu",
                                           "Paper numbered, not sealed"};
inline constexpr base::Text paper_sealed{"Giấy đã phát hành, chưa trả",
                                         "Paper issued, not handed out"};
inline constexpr base::Text paper_again{"Đơn vị tiếp nhận dự thảo lại",
                                        "The successor drafts it again"};
inline constexpr base::Text paper_again_sign{
    "Đơn vị tiếp nhận dự thảo lại; người đã ký phải ký lại",
    "The successor drafts it again; whoever had signed signs anew"};
inline constexpr base::Text paper_again_void{
    "Đơn vị tiếp nhận dự thảo lại, ký lại, lấy số của mình; số cũ ghi hủy trong sổ",
    "The successor drafts, signs and numbers it anew; the old number stays void in its book"};
inline constexpr base::Text paper_finished{
    "Hoàn tất dưới tên, số, ngày cuối, khóa và dấu của đơn vị cũ",
    "Finished under the old unit's name, number, last day, key and seal"};
inline constexpr base::Text paper_handed_out{"Giữ nguyên giá trị; đơn vị tiếp nhận trả kết quả",
                                             "Valid as it is; the successor hands it out"};
inline constexpr base::Text signing_right{"Phân công, ủy quyền ký", "Right to sign for the head"};
inline constexpr base::Text signing_right_lapses{
    "Hết hiệu lực cùng đơn vị; đơn vị tiếp nhận quyết định lại",
    "Lapses with the unit; the successor decides anew"};
inline constexpr base::Text form_draft{"Bản nháp của người dân", "Form a resident is filling in"};
inline constexpr base::Text form_follows{"Nộp tới đơn vị tiếp nhận; người khai được báo rõ",
                                         "Goes to the successor; the person is told so"};
inline constexpr base::Text form_chooses{
    "Người khai chọn đơn vị trong số các đơn vị tiếp nhận; không mất nội dung đã khai",
    "The person chooses among the successors; nothing typed is lost"};
inline constexpr base::Text form_stranded{
    "Người khai chọn lại nơi nộp; không mất nội dung đã khai",
    "The person chooses where to send it; nothing typed is lost"};

// A form addressed to a unit that has ended
inline constexpr base::Text unit_ended{
    "{old} đã kết thúc hoạt động. Tờ khai này nay nộp tới {new}; nội dung đã khai được giữ nguyên.",
    "{old} has ended. This form now goes to {new}; all that was typed is kept."};
inline constexpr base::Text old_link{"{old} đã kết thúc hoạt động; nơi tiếp nhận nay là {new}.",
                                     "{old} has ended; {new} has taken over."};
inline constexpr base::Text choose_heir{"Chọn nơi nộp", "Choose where to send it"};
inline constexpr base::Text choose_heir_note{
    "{old} đã kết thúc hoạt động và được chia cho nhiều đơn vị. Chọn đơn vị nơi đang cư trú; nội "
    "dung đã khai được giữ nguyên.",
    "{old} has ended and was divided. Choose the unit where you live; all that was typed is kept."};
inline constexpr base::Text choose_any_note{
    "{old} đã kết thúc hoạt động. Chọn đơn vị nơi đang cư trú; nội dung đã khai được giữ nguyên.",
    "{old} has ended. Choose the unit where you live; all that was typed is kept."};
inline constexpr base::Text choose_go_on{"Tiếp tục", "Go on"};

}  // namespace one_stop::text
