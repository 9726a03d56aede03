// What this room says of the data it keeps, to the person it is about.
#pragma once

#include "base/text.hpp"

namespace one_stop::text {

inline constexpr base::Text kept_dossiers{"Hồ sơ đã nộp, nội dung đã khai và kết quả",
                                          "Dossiers submitted, what was declared, and results"};
inline constexpr base::Text kept_dossiers_why{"Giải quyết thủ tục hành chính đã yêu cầu",
                                              "To carry out the procedure that was asked for"};
inline constexpr base::Text kept_dossiers_until{"{years} năm sau khi hồ sơ kết thúc",
                                                "{years} years after the dossier has ended"};
inline constexpr base::Text kept_dossiers_unsaid{
    "Thành phố chưa quy định thời hạn, nên chưa xóa",
    "The city has not said for how long, so they are not erased yet"};
inline constexpr base::Text kept_drafts{"Tờ khai chưa nộp", "Forms not yet submitted"};
inline constexpr base::Text kept_drafts_why{"Điền tiếp mà không phải khai lại",
                                            "So that filling in can go on"};
inline constexpr base::Text kept_drafts_until{
    "30 ngày từ lần lưu cuối; xóa được ngay ở trang hồ sơ",
    "30 days from the last save; can be dropped at once on the page of dossiers"};
inline constexpr base::Text taken_dossier{"Hồ sơ {code}", "Dossier {code}"};
inline constexpr base::Text taken_draft{"Tờ khai chưa nộp", "A form not yet submitted"};
inline constexpr base::Text taken_procedure{"Thủ tục", "Procedure"};
inline constexpr base::Text taken_submitted{"Nộp lúc", "Submitted"};
inline constexpr base::Text taken_reason{"Lý do không tiếp nhận", "Reason of the refusal"};
inline constexpr base::Text remind_me{"Nhắc tôi trước khi bản nháp bị xóa",
                                      "Remind me before a draft is deleted"};

}  // namespace one_stop::text
