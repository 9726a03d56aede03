// What officers read while they work on a dossier, in both languages.
#pragma once

#include "base/text.hpp"

namespace one_stop::text {

using base::Text;

inline constexpr Text worklist{"Việc cần xử lý", "My work"};
inline constexpr Text source_online{"Nguồn: nộp trực tuyến", "Source: online"};
inline constexpr Text applicant{"Người nộp", "Applicant"};
inline constexpr Text personal_number{"Số định danh", "Personal number"};
inline constexpr Text phone{"Điện thoại", "Phone"};
inline constexpr Text fee{"Phí, lệ phí", "Fees"};
inline constexpr Text fee_paid{"{amount}, đã nộp", "{amount}, paid"};
inline constexpr Text fee_due{"{amount}, chưa nộp", "{amount}, not paid"};
inline constexpr Text fee_none{"Không thu", "None"};
inline constexpr Text due_date{"hạn {date}", "due {date}"};
inline constexpr Text parts{"Phần của hồ sơ", "Parts of the dossier"};
inline constexpr Text answers{"Tờ khai", "Form"};
inline constexpr Text papers{"Giấy tờ", "Papers"};
inline constexpr Text history{"Lịch sử", "History"};
inline constexpr Text process{"Quy trình", "Process"};
inline constexpr Text step_of{"Bước {n} trong {all}: {step}", "Step {n} of {all}: {step}"};
inline constexpr Text step_due{"Hạn {time}", "Due {time}"};

inline constexpr Text paper_slip{"Giấy tiếp nhận hồ sơ và hẹn trả kết quả", "Receipt slip"};
inline constexpr Text paper_refusal{"Phiếu từ chối tiếp nhận giải quyết hồ sơ", "Refusal slip"};
inline constexpr Text paper_payment{"Xác nhận thu tiền tại quầy", "Counter payment confirmation"};
inline constexpr Text paper_draft{"Dự thảo kết quả", "Draft of the result"};
inline constexpr Text paper_signed{"Kết quả, đã có chữ ký của lãnh đạo",
                                   "Result, signed by the leader"};
inline constexpr Text paper_result{"Kết quả, đã ký số và đóng dấu", "Result, signed and sealed"};
inline constexpr Text made_by_system{"Tạo từ dữ liệu hồ sơ", "Made from the dossier's data"};
inline constexpr Text no_papers{"Chưa có giấy tờ nào.", "No papers yet."};

inline constexpr Text decision{"Kết quả kiểm tra", "Decision"};
inline constexpr Text accept{"Đủ thành phần, tiếp nhận", "Complete: receive"};
inline constexpr Text refuse{"Không tiếp nhận", "Do not receive"};
inline constexpr Text refuse_hint{
    "Chỉ khi không đúng thẩm quyền, không đủ điều kiện hoặc giấy tờ giả mạo.",
    "Only outside competence, not eligible by rule, or with false papers."};
inline constexpr Text reason{"Lý do (gửi cho người nộp)", "Reason (sent to the applicant)"};
inline constexpr Text reason_hint{
    "Chỉ nhập khi không tiếp nhận: nêu rõ căn cứ và việc cần làm tiếp; hoặc khi miễn lệ phí: căn "
    "cứ miễn.",
    "When not receiving: the legal ground, and what to do next. When exempting: the article."};
inline constexpr Text accept_exempt{"Tiếp nhận, miễn phí, lệ phí", "Receive, exempt from the fee"};
inline constexpr Text accept_exempt_hint{
    "Người nộp đề nghị miễn, giảm: {group}. Ghi căn cứ miễn ở ô dưới.",
    "The applicant asks for an exemption: {group}. Give the article below."};
inline constexpr Text exempt_missing{
    "Nhập căn cứ miễn, ví dụ: Nghị quyết 05/2025/NQ-HĐND Điều 3.",
    "Give the article that exempts, for example: Resolution 05/2025, Article 3."};
inline constexpr Text fee_exempt{"Miễn theo {basis}", "Exempt by {basis}"};
inline constexpr Text confirm{"Xác nhận", "Confirm"};
inline constexpr Text receive_note{
    "Tiếp nhận xong, thời hạn bắt đầu tính và giấy tiếp nhận được tạo tự động.",
    "Once received, the time limit starts and the slip is made."};
inline constexpr Text receive_note_fee{
    "Hồ sơ có khoản phải nộp: thời hạn tính từ lúc thu tiền.",
    "There is something to pay: the time limit starts when it is paid."};
inline constexpr Text take_fee{"Đã nhận đủ tiền", "Money received"};
inline constexpr Text take_fee_note{
    "Thu {amount} tại quầy. Bản xác nhận được tạo tự động; đây không phải biên lai thuế.",
    "Take {amount} at the counter. A confirmation is made; it is not a tax receipt."};
inline constexpr Text propose{"Trình ký", "Send for signature"};
inline constexpr Text opinion{"Ý kiến thẩm định", "Opinion"};
inline constexpr Text opinion_hint{"Ví dụ: đã tra cứu sổ hộ tịch, đủ điều kiện cấp.",
                                   "For example: registers searched, eligible."};
inline constexpr Text opinion_missing{
    "Nhập ý kiến thẩm định, ví dụ: đã tra cứu sổ hộ tịch, đủ điều kiện cấp.",
    "Give your opinion, for example: registers searched, eligible."};
inline constexpr Text paper_unmade{"Chưa lập được giấy tờ: {why}",
                                   "The paper cannot be made: {why}"};
inline constexpr Text propose_note{"Dự thảo kết quả được tạo từ tờ khai khi trình ký.",
                                   "The draft result is made from the form when it is sent."};
inline constexpr Text preview{"Xem trước", "Preview"};
inline constexpr Text signers{"Người ký: {names}", "Signer: {names}"};
inline constexpr Text approve{"Duyệt và ký số", "Approve and sign"};
inline constexpr Text send_back{"Trả lại thẩm định", "Send back"};
inline constexpr Text send_back_reason{"Nội dung cần xem lại", "What needs another look"};
inline constexpr Text sign_note{"Ký bằng khóa của {name}. Xem dự thảo trước khi ký.",
                                "Signed with the key of {name}. Read the draft first."};
inline constexpr Text last_opinion{"Ý kiến trước đó", "Opinion so far"};
inline constexpr Text seal{"Vào số và đóng dấu", "Number and seal"};
inline constexpr Text seal_note{
    "Số tiếp theo của năm được cấp khi bấm nút; con dấu là chữ ký số của cơ quan.",
    "The next number of the year is taken; the seal is the agency's signature."};
inline constexpr Text own_proposal{
    "Kết quả này do chính người đang xem đề xuất, hoặc do người được làm thay đề xuất, nên người "
    "khác phải duyệt: lãnh đạo giữ chức vụ này, hoặc người được ủy quyền không tham gia thẩm định.",
    "You proposed this result, or somebody you stand in for did, so somebody else has to approve "
    "it: the leader who holds this office, or a stand-in who had no part in the appraisal."};
inline constexpr Text hand_over{"Trả kết quả", "Return the result"};
inline constexpr Text hand_over_note{"Bản điện tử vào mục hồ sơ của người nộp ngay khi trả.",
                                     "The electronic paper is in the applicant's dossier."};
inline constexpr Text decision_missing{"Chọn một trong hai: tiếp nhận, hoặc không tiếp nhận.",
                                       "Choose one: receive, or do not receive."};
inline constexpr Text done_note{"Đã xong: {what}.", "Done: {what}."};
inline constexpr Text waiting_elsewhere{"Hồ sơ đang ở bước “{step}”: {role}, {unit}.",
                                        "The dossier is at “{step}”: {role}, {unit}."};
inline constexpr Text ended{"Hồ sơ đã kết thúc.", "The dossier has ended."};
inline constexpr Text to_worklist{"Về danh sách việc", "Back to my work"};

inline constexpr Text did_submit{"nộp hồ sơ trực tuyến.", "submitted online."};
inline constexpr Text did_move_due{"tính lại hạn trả theo lịch làm việc đã đính chính.",
                                   "counted the due time again by the corrected calendar."};
inline constexpr Text system{"Hệ thống", "The system"};
inline constexpr Text did_accept{"tiếp nhận hồ sơ.", "received the dossier."};
inline constexpr Text did_refuse{"từ chối tiếp nhận.", "refused to receive it."};
inline constexpr Text did_pay{"thu phí, lệ phí tại quầy.", "took the fee at the counter."};
inline constexpr Text did_propose{"thẩm định và trình ký.", "appraised and sent it for signature."};
inline constexpr Text did_send_back{"trả lại để thẩm định thêm.", "sent it back."};
inline constexpr Text did_approve{"duyệt và ký số.", "approved and signed."};
inline constexpr Text did_number{"cấp số {number}.", "took the number {number}."};
inline constexpr Text did_seal{"đóng dấu cơ quan.", "sealed it."};
inline constexpr Text did_return{"trả kết quả.", "returned the result."};
inline constexpr Text did_confirm_unit{"xác nhận đơn vị giải quyết sau sắp xếp.",
                                       "confirmed which unit decides after the reorganisation."};
inline constexpr Text did_draft_again{
    "đưa hồ sơ về bước thẩm định: giấy của đơn vị cũ được lập lại.",
    "brought the dossier back to appraisal: the former unit's paper is drawn up again."};
inline constexpr Text which_unit{"Đơn vị giải quyết hồ sơ này", "Unit that decides this dossier"};
inline constexpr Text which_unit_note{
    "Đơn vị cũ đã chia cho nhiều đơn vị và địa chỉ trong hồ sơ chưa cho biết thuộc nơi nào.",
    "The former unit was split, and the address on the dossier does not tell where it belongs."};
inline constexpr Text did_unread{"làm việc {verb}, ghi bởi phiên bản mới hơn nên chưa đọc được",
                                 "did {verb}, written by a newer version and not read"};
inline constexpr Text did_other{"thực hiện {verb}.", "did {verb}."};

inline constexpr Text search{"Tra cứu hồ sơ", "Search dossiers"};
inline constexpr Text search_placeholder{"Mã hồ sơ", "Dossier code"};
inline constexpr Text search_none{"Không có hồ sơ mang mã {code} trong phạm vi được xem.",
                                  "No dossier with code {code} that you may see."};
inline constexpr Text behind_received{"Hồ sơ đã tiếp nhận trong tháng {month}",
                                      "Received in {month}"};
inline constexpr Text behind_on_time{"Hồ sơ giải quyết đúng hạn trong tháng {month}",
                                     "Resolved on time in {month}"};
inline constexpr Text behind_late{"Hồ sơ trễ hạn trong tháng {month}", "Late in {month}"};
inline constexpr Text behind_sub{"Hồ sơ của đơn vị trong số {count} của toàn thành phố.",
                                 "Your unit's dossiers, out of {count} in the whole city."};
inline constexpr Text behind_none{"Đơn vị không có hồ sơ nào trong số này",
                                  "Your unit has none of these"};
inline constexpr Text code{"Mã hồ sơ", "Code"};
inline constexpr Text procedure{"Thủ tục", "Procedure"};
inline constexpr Text state{"Trạng thái", "State"};
inline constexpr Text due{"Hạn", "Due"};

inline constexpr Text purpose_case{"Giải quyết hồ sơ", "Work on a dossier"};
inline constexpr Text purpose_paper{"Mở giấy tờ của hồ sơ", "Open a dossier's paper"};
inline constexpr Text purpose_draft{"Soạn kết quả giải quyết", "Draft a result"};
inline constexpr Text purpose_move{"Tìm đơn vị nhận hồ sơ khi sắp xếp đơn vị hành chính",
                                   "Find the unit that takes a dossier over in a reorganisation"};
inline constexpr Text purpose_sign{"Ký kết quả giải quyết", "Sign a result"};
inline constexpr Text purpose_own{"Tự xem dữ liệu của mình", "See one's own data"};

}  // namespace one_stop::text
