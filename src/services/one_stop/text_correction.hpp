// Every sentence about going on with a corrected version of a procedure, in both languages.
#pragma once

#include "base/text.hpp"

namespace one_stop::text {

using base::Text;

inline constexpr Text correct_title{"Chuyển sang phiên bản đã sửa",
                                    "Go on with a corrected version"};
inline constexpr Text correct_lead{
    "Dùng khi thủ tục đã công bố bị sai làm hồ sơ không đi tiếp được. Một người đề nghị, lãnh đạo "
    "đơn vị là người khác xác nhận. Nội dung đã khai và hạn trả giữ nguyên.",
    "For a published procedure that is wrong, so that a dossier cannot go on. One officer "
    "proposes, "
    "the head of the unit, another person, confirms. Answers and due time stay as they are."};
inline constexpr Text correct_from{"Phiên bản hiện nay", "Version now"};
inline constexpr Text correct_to{"Phiên bản đã sửa", "Corrected version"};
inline constexpr Text correct_version{"Phiên bản {number}, hiệu lực từ {day}",
                                      "Version {number}, in force from {day}"};
inline constexpr Text correct_at{"Đang ở bước", "Stands at"};
inline constexpr Text correct_due{"Hạn trả, giữ nguyên", "Due, kept"};
inline constexpr Text correct_no_due{"Chưa tính", "Not running"};
inline constexpr Text correct_flaws{"Chương trình thấy những chỗ sai này",
                                    "The program finds this wrong"};
inline constexpr Text correct_no_flaws{
    "Chương trình không tự thấy chỗ sai. Hãy nói rõ trong lý do.",
    "The program finds nothing wrong by itself. Say what it is in the reason."};
inline constexpr Text correct_none{
    "Chưa có phiên bản nào mới hơn. Người quản lý thủ tục cần sửa và công bố lại (taydo pack "
    "import); sau đó mở lại trang này.",
    "No later version is published. Whoever keeps the procedures has to mend and publish it (taydo "
    "pack import); then open this page again."};
inline constexpr Text correct_misfits{
    "Không chuyển được: nội dung đã khai không hợp với phiên bản đã sửa",
    "It cannot go on there: these answers do not fit the corrected version"};
inline constexpr Text not_asked{"Không còn hỏi {field}: {value}",
                                "{field} is not asked any more: {value}"};
inline constexpr Text correct_same{"Đi tiếp ở bước cùng tên: {step}",
                                   "It goes on at the step of the same name: {step}"};
inline constexpr Text correct_node{"Đi tiếp ở bước nào", "At which step it goes on"};
inline constexpr Text correct_reason{"Lý do", "Reason"};
inline constexpr Text correct_reason_hint{
    "Ví dụ: mẫu giấy xác nhận thiếu giá trị nên không in được.",
    "For example: the template lacks a value and cannot be "
    "printed."};
inline constexpr Text correct_propose{"Đề nghị chuyển", "Propose it"};
inline constexpr Text correct_waiting{"{name} đã đề nghị lúc {time}",
                                      "{name} proposed it at {time}"};
inline constexpr Text correct_until{"Chờ lãnh đạo đơn vị xác nhận, đến {time}.",
                                    "Waits for the head of the unit to confirm, until {time}."};
inline constexpr Text correct_step{"Đi tiếp ở bước {step}.", "It goes on at {step}."};
inline constexpr Text correct_confirm{"Xác nhận chuyển", "Confirm"};
inline constexpr Text correct_decline{"Không đồng ý", "Decline"};
inline constexpr Text correct_withdraw{"Rút đề nghị", "Withdraw"};
inline constexpr Text correct_back{"Về trang hồ sơ", "Back to the dossier"};
inline constexpr Text correct_link{"Không làm tiếp được vì thủ tục đã công bố bị sai?",
                                   "Stuck because the published procedure is wrong?"};

inline constexpr Text broken_version{
    "Quy trình đã công bố của thủ tục bị sai nên không làm tiếp được. Không có gì bị mất. Hãy mở "
    "“Chuyển sang phiên bản đã sửa” trên trang này.",
    "The published flow of this procedure is wrong, so this cannot go on. Nothing is lost. Open "
    "“Go on with a corrected version” on this page."};
inline constexpr Text stuck_action{
    "Quy trình đã công bố nêu việc “{action}” mà chương trình không có, nên bước này không làm "
    "được.",
    "The published flow names the action “{action}”, which there is not, so this step cannot be "
    "done."};
inline constexpr Text stuck_paper{
    "Không làm được giấy: mẫu đã công bố sai ở dòng {line}. {why} Không có gì bị mất.",
    "The paper cannot be made: the published template is wrong at line {line}. {why} Nothing is "
    "lost."};

inline constexpr Text did_propose_version{"đề nghị chuyển sang phiên bản thủ tục đã sửa.",
                                          "proposed to go on with the corrected procedure."};
inline constexpr Text did_decline_version{"không đồng ý chuyển sang phiên bản đã sửa.",
                                          "declined to go on with the corrected procedure."};
inline constexpr Text did_withdraw_version{"rút đề nghị chuyển sang phiên bản đã sửa.",
                                           "withdrew the proposal of the corrected procedure."};
inline constexpr Text did_correct_version{"chuyển hồ sơ sang phiên bản thủ tục đã sửa.",
                                          "moved the dossier to the corrected procedure."};
inline constexpr Text happened_correct_version{
    "Hồ sơ chuyển sang phiên bản thủ tục đã sửa lỗi; hạn trả không đổi",
    "Moved to a corrected version of the procedure; the due time stays"};

inline constexpr Text no_corrected{"Chưa có phiên bản mới hơn, hoặc hồ sơ đã kết thúc.",
                                   "There is no later version, or the dossier has ended."};
inline constexpr Text no_course{"Chọn bước mà hồ sơ đi tiếp.", "Choose the step to go on at."};
inline constexpr Text needs_reason{"Nhập lý do, ví dụ: mẫu giấy thiếu giá trị nên không in được.",
                                   "Give the reason, such as: the template lacks a value."};
inline constexpr Text waits_already{"Đã có một đề nghị đang chờ.", "A proposal waits already."};
inline constexpr Text four_eyes{"Người đề nghị không tự xác nhận được, kể cả khi làm thay.",
                                "Who proposed it cannot confirm, nor can who acts for them."};
inline constexpr Text leader_confirms{"Chỉ lãnh đạo của đơn vị đang giải quyết xác nhận được.",
                                      "Only the head of the unit that decides can confirm."};
inline constexpr Text own_dossier{"Đây là hồ sơ của chính người xác nhận.",
                                  "This is the confirming person’s own dossier."};
inline constexpr Text proposal_gone{"Đề nghị này không còn chờ nữa.",
                                    "The proposal waits no more."};
inline constexpr Text moved_on{"Hồ sơ đã sang bước khác từ khi đề nghị. Hãy đề nghị lại.",
                               "The dossier has moved on since. Propose it again."};

}  // namespace one_stop::text
