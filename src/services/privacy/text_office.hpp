// What the office that answers reads, in both languages.
#pragma once

#include "base/text.hpp"

namespace privacy::text {

inline constexpr base::Text administration{"Quản trị", "Administration"};
inline constexpr base::Text carried_out_by{"Hạn thực hiện", "To be carried out by"};
inline constexpr base::Text not_sent{"Nội dung đã nhập, chưa được gửi: {words}",
                                     "What was typed, and not sent: {words}"};
inline constexpr base::Text requests{"Yêu cầu về dữ liệu cá nhân", "Requests about personal data"};
inline constexpr base::Text requests_sub{"{count} yêu cầu, việc sắp đến hạn đứng trước",
                                         "{count} requests, nearest due time first"};
inline constexpr base::Text person{"Người yêu cầu", "Person"};
inline constexpr base::Text words{"Lý do nêu ra", "The reason given"};
inline constexpr base::Text now_is{"Đang ghi là", "Stands as"};
inline constexpr base::Text should_be{"Yêu cầu sửa thành", "Should be"};
inline constexpr base::Text see_paper{"Xem giấy tờ", "See the paper"};
inline constexpr base::Text reply_due{"Hạn trả lời", "Answer due"};
inline constexpr base::Text none_waiting{"Không có yêu cầu nào", "There are no requests"};
inline constexpr base::Text decide{"Quyết định", "Decide"};
inline constexpr base::Text answer_label{"Trả lời cho người yêu cầu", "Answer to the person"};
inline constexpr base::Text grant_correction{"Sửa như yêu cầu", "Correct it as asked"};
inline constexpr base::Text grant_other{"Đã sửa xong", "It is corrected"};
inline constexpr base::Text grant_erasure{"Xóa toàn bộ ngay", "Erase everything now"};
inline constexpr base::Text erasure_note{
    "Không thể hoàn tác: tên, số, tờ khai, giấy tờ và tin nhắn của người này bị xóa. Nhật ký vẫn "
    "nguyên vẹn vì không chứa thông tin cá nhân.",
    "This cannot be undone: name, numbers, forms, papers and messages of this person are erased. "
    "The journal stays whole, for it holds no personal values."};
inline constexpr base::Text decline{"Không thực hiện", "Decline"};
inline constexpr base::Text erased{"Đã xóa", "Erased"};

}  // namespace privacy::text
