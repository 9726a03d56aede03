// What residents read about their dossiers, in both languages. Officers' words: text_officer.hpp.
#pragma once

#include "base/text.hpp"
#include "services/one_stop/dossier.hpp"
#include "services/one_stop/text_form.hpp"

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

// Following.
inline constexpr Text submitted_title{"Đã nộp hồ sơ", "Your dossier is submitted"};
inline constexpr Text submitted_code{"Mã hồ sơ", "Dossier code"};
inline constexpr Text submitted_next{
    "{unit} kiểm tra và trả lời tại đây trước {time}: tiếp nhận, hoặc nêu lý do chưa nhận.",
    "{unit} checks and answers here by {time}: received, or the reason why not."};
inline constexpr Text dossier{"Hồ sơ {code}", "Dossier {code}"};
inline constexpr Text state_now{"Tình trạng hiện nay", "State now"};
inline constexpr Text submitted_on{"Ngày nộp", "Submitted"};
inline constexpr Text due_on{"Hẹn trả kết quả", "Result due"};
inline constexpr Text left{"Thời gian còn lại", "Time left"};
inline constexpr Text resolved_on{"Ngày có kết quả", "Result ready"};
inline constexpr Text due_unknown{"Chưa hẹn", "Not yet set"};
inline constexpr Text progress{"Quá trình giải quyết", "Progress"};
inline constexpr Text what_you_can_do{"Việc có thể làm", "What you can do"};
inline constexpr Text no_signer{
    "Hôm nay không ai ký được giấy này: cần Chủ tịch, hoặc Phó Chủ tịch có quyết định phân công "
    "còn hiệu lực. Báo người quản trị nhập quyết định.",
    "Nobody may sign this paper today: it takes the head, or a deputy with an assignment in force. "
    "Ask an administrator to enter the decision."};
inline constexpr Text no_paper{"Chưa lập được giấy tờ này", "This paper cannot be made"};
inline constexpr Text no_paper_detail{
    "Nội dung hồ sơ không bị ảnh hưởng. Báo cho nơi giải quyết lý do dưới đây.",
    "The dossier itself is not affected. Tell the unit that decides the reason below."};
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
    "Đưa mã này cho cán bộ khi đến quầy. Ai quét được mã này đều xem được tình trạng hồ sơ.",
    "Show it at the counter. Whoever scans it sees the state of this dossier."};
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
inline constexpr Text happened_draft_again{
    "Đơn vị cũ đã kết thúc; đơn vị tiếp nhận công việc lập lại giấy tờ",
    "The former unit ended; its successor draws up the paper again"};
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
inline constexpr Text lookup_secret{"Mã bí mật", "Secret of the slip"};
inline constexpr Text secret_hint{
    "10 chữ và số in dưới mã hồ sơ, ví dụ K7M4P-X2QWE; hoặc quét mã QR trên giấy",
    "10 letters and digits below the code, for example K7M4P-X2QWE; or scan the slip's QR code"};
inline constexpr Text secret_to_come{
    "Tải giấy tiếp nhận để có mã bí mật, dùng khi xem tình trạng mà không đăng nhập.",
    "Download the receipt slip to get its secret, which shows the state without signing in."};
inline constexpr Text lookup_submit{"Xem tình trạng", "See its state"};
inline constexpr Text lookup_none{
    "Mã hồ sơ và mã bí mật không khớp. Kiểm tra lại từng chữ số trên giấy tiếp nhận.",
    "This code and this secret do not belong together. Check each digit on your slip."};
inline constexpr Text lookup_too_many{
    "Đã thử sai quá nhiều lần. Thử lại sau 10 phút, hoặc đăng nhập để xem hồ sơ của mình.",
    "Too many wrong tries. Try again in 10 minutes, or sign in to see your own dossiers."};
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
    case Refusal::own_proposal:
      return {"Không ai duyệt kết quả mình đề xuất.", "Nobody approves what they proposed."};
    case Refusal::reason_missing:
      return {"Nhập lý do, ví dụ: nộp sai nơi cư trú, cần nộp tại Phường Cái Khế.",
              "Give the reason, for example: wrong place of residence, submit in Cái Khế Ward."};
    case Refusal::already_paid:
      return {"Khoản này đã thu rồi, không thu lần nữa.", "Already paid; do not take it twice."};
    case Refusal::draft_gone:
      return {"Bản nháp này không còn. Có thể hồ sơ đã được nộp; xem ở mục hồ sơ của tôi.",
              "This draft is gone. It may have been submitted; see my dossiers."};
    case Refusal::incomplete:
      return incomplete;
    case Refusal::no_agency_code:
      return unit_closed;
    case Refusal::nobody_there:
      return nobody_there;
    case Refusal::no_authority:
      return no_signer;
    case Refusal::paper_changed:
      return {"Giấy đã thay đổi so với bản vừa xem. Mở lại dự thảo, xem lại rồi ký.",
              "The paper has changed since you looked at it. Open the draft again, then sign."};
  }
  return incomplete;
}

}  // namespace one_stop::text
