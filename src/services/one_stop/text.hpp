// What residents read about their dossiers, in both languages. Officers' words: text_officer.hpp.
#pragma once

#include "base/text.hpp"
#include "services/one_stop/dossier.hpp"

namespace one_stop::text {

using base::Text;

inline constexpr Text home{"Trang chủ", "Home"};
inline constexpr Text services{"Dịch vụ công", "Public services"};
inline constexpr Text my_dossiers{"Hồ sơ của tôi", "My dossiers"};

// The ten national states, in the words of the National Public Service Portal.
inline constexpr Text states[] = {{"Mới đăng ký", "Submitted"},
                                  {"Được tiếp nhận", "Received"},
                                  {"Không được tiếp nhận", "Not received"},
                                  {"Đang xử lý", "In progress"},
                                  {"Yêu cầu bổ sung giấy tờ", "More papers asked for"},
                                  {"Chờ nộp phí, lệ phí", "Waiting for payment"},
                                  {"Công dân yêu cầu rút", "Withdrawn"},
                                  {"Dừng xử lý", "Stopped"},
                                  {"Đã xử lý xong", "Resolved"},
                                  {"Đã trả kết quả", "Result returned"}};
constexpr const Text& of(State state) { return states[int(state) - 1]; }

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
inline constexpr Text free{"Không phải nộp tiền", "Nothing to pay"};
inline constexpr Text sent_to{"Nơi nhận hồ sơ", "Sent to"};
inline constexpr Text submit{"Nộp hồ sơ", "Submit"};
inline constexpr Text step_back{"Quay lại bước trước", "Back to the step before"};
inline constexpr Text unfinished{"Còn những mục sau cần điền trước khi nộp.",
                                 "These are still to be filled in before you submit."};
inline constexpr Text incomplete{"Còn mục chưa đúng. Sửa những chỗ dưới đây rồi nộp lại.",
                                 "Some answers are not right yet. Mend them and submit again."};

// Following.
inline constexpr Text submitted_title{"Đã nộp hồ sơ", "Your dossier is submitted"};
inline constexpr Text submitted_code{"Mã hồ sơ", "Dossier code"};
inline constexpr Text submitted_next{
    "{unit} kiểm tra trong 8 giờ làm việc và trả lời tại đây: tiếp nhận, hoặc nêu lý do chưa nhận.",
    "{unit} checks within 8 working hours and answers here: received, or the reason why not."};
inline constexpr Text dossier{"Hồ sơ {code}", "Dossier {code}"};
inline constexpr Text state_now{"Tình trạng hiện nay", "State now"};
inline constexpr Text submitted_on{"Ngày nộp", "Submitted"};
inline constexpr Text due_on{"Hẹn trả kết quả", "Result due"};
inline constexpr Text left{"Thời gian còn lại", "Time left"};
inline constexpr Text resolved_on{"Ngày có kết quả", "Result ready"};
inline constexpr Text due_unknown{"Chưa hẹn", "Not yet set"};
inline constexpr Text progress{"Quá trình giải quyết", "Progress"};
inline constexpr Text what_you_can_do{"Việc có thể làm", "What you can do"};
inline constexpr Text get_slip{"Tải giấy tiếp nhận và hẹn trả (PDF)",
                               "Download the receipt slip (PDF)"};
inline constexpr Text get_refusal{"Tải phiếu từ chối tiếp nhận (PDF)",
                                  "Download the refusal slip (PDF)"};
inline constexpr Text get_proof{"Tải bằng chứng nhật ký (HTML)",
                                "Download the proof of the journal (HTML)"};
inline constexpr Text get_payment{"Tải xác nhận đã nộp tiền (PDF)",
                                  "Download the payment confirmation (PDF)"};
inline constexpr Text get_result{"Tải kết quả (PDF có chữ ký số)",
                                 "Download the result (signed PDF)"};
inline constexpr Text lookup_code{"Mã tra cứu", "Look-up code"};
inline constexpr Text lookup_code_detail{
    "Đưa mã này cho cán bộ khi đến quầy, hoặc cho người thân quét để cùng theo dõi.",
    "Show it at the counter, or let your family scan it to follow along."};
inline constexpr Text questions{"Cần hỏi", "Questions"};
inline constexpr Text call{"Gọi {number}.", "Call {number}."};
inline constexpr Text at_unit{"{step} tại {unit}", "Now at {unit}: {step}"};
inline constexpr Text holder{"Người xử lý: {names}", "Officer: {names}"};
inline constexpr Text since{"Từ {time}", "Since {time}"};
inline constexpr Text expected{"Dự kiến ngày {date}", "Expected {date}"};
inline constexpr Text nothing_to_do{"Chưa cần làm gì thêm. Mỗi thay đổi hiện ngay tại trang này.",
                                    "Nothing to do for now. Every change appears on this page."};
inline constexpr Text please_pay{
    "Đến {unit} nộp {amount}. Thời hạn giải quyết bắt đầu tính ngay khi nộp xong.",
    "Please pay {amount} at {unit}. The time limit starts as soon as it is paid."};
inline constexpr Text refused_because{"Lý do: {reason}", "Reason: {reason}"};
inline constexpr Text result_ready{"Kết quả đã được ký số, đóng dấu. Tải về ở mục bên cạnh.",
                                   "The result is signed and sealed. Download it beside."};

// What happened, in the resident's words.
inline constexpr Text happened_submit{"Đã nộp hồ sơ trực tuyến", "Submitted online"};
inline constexpr Text happened_move_due{"Lịch làm việc được đính chính, hạn trả đã tính lại",
                                        "The working calendar was corrected, the due time with it"};
inline constexpr Text happened_accept{"Đã tiếp nhận", "Received"};
inline constexpr Text happened_refuse{"Không được tiếp nhận", "Not received"};
inline constexpr Text happened_pay{"Đã nộp phí, lệ phí", "Fees paid"};
inline constexpr Text happened_propose{"Đã thẩm định, trình ký", "Appraised, sent for signature"};
inline constexpr Text happened_send_back{"Lãnh đạo yêu cầu xem lại", "Sent back for another look"};
inline constexpr Text happened_approve{"Đã ký duyệt", "Approved and signed"};
inline constexpr Text happened_seal{"Đã vào số, đóng dấu", "Numbered and sealed"};
inline constexpr Text happened_return{"Đã trả kết quả", "Result returned"};

// Lists and look-up.
inline constexpr Text no_dossiers{"Chưa có hồ sơ nào", "No dossiers yet"};
inline constexpr Text no_dossiers_detail{"Chọn một thủ tục để nộp hồ sơ đầu tiên.",
                                         "Choose a procedure to submit your first."};
inline constexpr Text find_procedure{"Tìm thủ tục", "Find a procedure"};
inline constexpr Text submitted_dossiers{"Hồ sơ đã nộp", "Submitted dossiers"};
inline constexpr Text lookup{"Tra cứu hồ sơ", "Look up a dossier"};
inline constexpr Text lookup_hint{"Mã in trên giấy tiếp nhận, ví dụ H13.01-261123-0001",
                                  "The code on your slip, for example H13.01-261123-0001"};
inline constexpr Text lookup_submit{"Xem tình trạng", "See its state"};
inline constexpr Text lookup_none{
    "Không có hồ sơ nào mang mã này. Kiểm tra lại từng chữ số trên giấy tiếp nhận.",
    "No dossier has this code. Check each digit on your slip."};
inline constexpr Text lookup_found{"Tình trạng hồ sơ {code}", "State of dossier {code}"};
inline constexpr Text lookup_more{"Đăng nhập để xem đầy đủ nếu đây là hồ sơ của mình.",
                                  "Sign in to see everything if this dossier is yours."};

// Why something did not happen.
constexpr Text why(Refusal refusal) {
  switch (refusal) {
    case Refusal::no_dossier:
      return {"Không có hồ sơ này.", "There is no such dossier."};
    case Refusal::already_done:
      return {"Việc này đã được người khác làm xong. Trang đã cập nhật theo tình trạng mới.",
              "Somebody else has already done this. The page shows the new state."};
    case Refusal::wrong_state:
      return {"Hồ sơ đã sang bước khác nên không làm được việc này nữa.",
              "The dossier has moved on, so this cannot be done any more."};
    case Refusal::not_your_office:
      return {"Việc này không thuộc vị trí công tác hiện nay của tài khoản.",
              "This is not for the position you hold now."};
    case Refusal::reason_missing:
      return {"Nhập lý do, ví dụ: nộp sai nơi cư trú, cần nộp tại Phường Cái Khế.",
              "Give the reason, for example: wrong place of residence, submit in Cái Khế Ward."};
    case Refusal::already_paid:
      return {"Khoản này đã được thu rồi, không thu lần nữa.",
              "This was already paid; do not take it twice."};
    case Refusal::draft_gone:
      return {"Bản nháp này không còn. Có thể hồ sơ đã được nộp; xem ở mục hồ sơ của tôi.",
              "This draft is gone. It may have been submitted; see my dossiers."};
    case Refusal::incomplete:
      return incomplete;
    case Refusal::no_agency_code:
      return unit_closed;
  }
  return incomplete;
}

}  // namespace one_stop::text
