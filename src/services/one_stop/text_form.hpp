// What residents read before they submit: starting, filling in, checking.
#pragma once

#include "base/text.hpp"

namespace one_stop::text {

using base::Text;

// Starting.
inline constexpr Text start{"Trước khi điền tờ khai", "Before you fill in the form"};
inline constexpr Text start_lead{
    "Tờ khai có {count} bước, mất khoảng 10 phút. Mỗi bước được lưu ngay; bản nháp giữ 30 ngày.",
    "The form has {count} steps and takes about 10 minutes. Each step is saved; drafts are kept 30 "
    "days."};
inline constexpr Text unit{"Xã, phường giải quyết", "Commune or ward that decides"};
inline constexpr Text unit_hint{"Nơi cư trú của người được cấp giấy xác nhận.",
                                "Where the person the paper is about resides."};
inline constexpr Text unit_pick{"Chọn xã, phường", "Choose a commune or ward"};
inline constexpr Text unit_missing{
    "Chọn xã, phường nơi cư trú, ví dụ Phường Ninh Kiều",
    "Choose the commune or ward of residence, for example Ninh Kiều ward"};
inline constexpr Text unit_closed{
    "Xã, phường này chưa nhận hồ sơ trực tuyến. Chọn nơi khác hoặc đến quầy.",
    "This unit does not take online dossiers yet. Choose another, or go to the counter."};
inline constexpr Text nobody_there{
    "Xã, phường này chưa có cán bộ tiếp nhận trên hệ thống nên chưa nộp trực tuyến được. Đến quầy.",
    "Nobody receives dossiers for this unit in the system yet. Go to its counter."};
inline constexpr Text begin{"Bắt đầu điền", "Start"};
inline constexpr Text drafts{"Bản nháp đang làm", "Your drafts"};
inline constexpr Text go_on{"Làm tiếp", "Continue"};
inline constexpr Text draft_kept{"Lưu lúc {time}. Giữ đến ngày {date}.",
                                 "Saved {time}. Kept until {date}."};
inline constexpr Text drop_draft{"Xóa bản nháp", "Delete the draft"};

// Filling in.
inline constexpr Text help{"Cần giúp khi điền?", "Need help?"};
inline constexpr Text help_detail{"Gọi {number}. Cán bộ có thể hướng dẫn từng mục qua điện thoại.",
                                  "Call {number}. An officer can guide you item by item."};
inline constexpr Text known_source{"VNeID", "VNeID"};
inline constexpr Text save_and_go_on{"Lưu và tiếp tục", "Save and continue"};
inline constexpr Text save_for_later{"Lưu nháp, làm sau", "Save for later"};
inline constexpr Text saved_at{"Đã lưu nháp lúc {time}. Nháp giữ đến ngày {date}.",
                               "Draft saved at {time}. Kept until {date}."};
inline constexpr Text kept_typing{
    "Phiên làm việc đã hết trong lúc điền. Những gì vừa nhập còn đủ ở đây; kiểm tra rồi lưu lại.",
    "Your session ended while you were typing. All you typed is here; check it and save."};
inline constexpr Text check_step{"Kiểm tra và nộp", "Check and submit"};
inline constexpr Text errors_title{"Lỗi: {title}", "Error: {title}"};

inline constexpr Text late{"Tờ khai này đã được nộp", "This form is already submitted"};
inline constexpr Text late_detail{
    "Hồ sơ {code} đã nộp trước khi trang này được lưu, nên những gì vừa nhập không vào hồ sơ. "
    "Nếu cần thêm, báo cho nơi đang giải quyết.",
    "Dossier {code} was submitted before this page was saved, so what you just typed is not in "
    "it. If it is needed, tell the unit that decides."};
inline constexpr Text late_typed{"Những gì vừa nhập ở trang này", "What you typed on this page"};
inline constexpr Text late_open{"Xem hồ sơ {code}", "See dossier {code}"};

// Checking and submitting.
inline constexpr Text check{"Kiểm tra trước khi nộp", "Check before you submit"};
inline constexpr Text change{"Sửa", "Change"};
inline constexpr Text sum{"Số tiền phải nộp", "To be paid"};
inline constexpr Text total{"Tổng cộng", "Total"};
inline constexpr Text sum_detail{
    "Nộp tại quầy sau khi hồ sơ được tiếp nhận. Thời hạn giải quyết tính từ lúc nộp.",
    "Paid at the counter once received. The time limit starts then."};
inline constexpr Text demo_amount{"Mức thu giả định để trình diễn.",
                                  "An invented amount, for demonstration."};
inline constexpr Text exemption_asked{
    "Đề nghị miễn, giảm được cán bộ xem xét khi tiếp nhận; được miễn thì không phải nộp.",
    "The exemption you ask for is decided when the dossier is received; if granted, nothing is "
    "due."};
inline constexpr Text free{"Không phải nộp tiền", "Nothing to pay"};
inline constexpr Text sent_to{"Nơi nhận hồ sơ", "Sent to"};
inline constexpr Text submit{"Nộp hồ sơ", "Submit"};
inline constexpr Text step_back{"Quay lại bước trước", "Back to the step before"};
inline constexpr Text unfinished{"Còn những mục sau cần điền trước khi nộp.",
                                 "These are still to be filled in before you submit."};
inline constexpr Text incomplete{"Còn mục chưa đúng. Sửa những chỗ dưới đây rồi nộp lại.",
                                 "Some answers are not right yet. Mend them and submit again."};

}  // namespace one_stop::text
