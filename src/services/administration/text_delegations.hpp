// What is read about delegation while absent, by administrators and by officers themselves.
#pragma once

#include "base/text.hpp"

namespace administration::office::text {

using base::Text;

inline constexpr Text delegations{"Ủy quyền khi vắng", "Delegation while absent"};
inline constexpr Text delegations_sub{"{count} lượt ủy quyền", "{count} delegations"};
inline constexpr Text filter_delegations{"Lọc ủy quyền", "Filter delegations"};
inline constexpr Text any_state{"Mọi trạng thái", "Any state"};
inline constexpr Text coming{"Sắp đến", "To come"};
inline constexpr Text in_force{"Đang hiệu lực", "In force"};
inline constexpr Text ended_itself{"Đã hết hạn", "Ended"};
inline constexpr Text revoked{"Đã thu hồi", "Revoked"};
inline constexpr Text absent{"Người vắng", "Who is absent"};
inline constexpr Text acting{"Người làm thay", "Who acts"};
inline constexpr Text days{"Thời gian", "Days"};
inline constexpr Text signing{"Hình thức ký", "Form of signing"};
inline constexpr Text signing_hint{
    "Ghi trước chữ ký của người làm thay, theo quyết định hoặc giấy giao việc",
    "What stands before the signature of who acts, as the decision says"};
inline constexpr Text sign_kt{"KT. - ký thay người đứng đầu", "KT. - in place of the head"};
inline constexpr Text sign_tl{"TL. - ký thừa lệnh", "TL. - by order"};
inline constexpr Text sign_tuq{"TUQ. - ký thừa ủy quyền", "TUQ. - by authority"};
inline constexpr Text reason{"Lý do, căn cứ", "Reason and basis"};
inline constexpr Text reason_hint{"Ví dụ: đi công tác, Thông báo số 12/TB-UBND",
                                  "For example: on a mission, notice 12/TB-UBND"};
inline constexpr Text no_delegations{"Chưa có ủy quyền nào", "No delegations"};
inline constexpr Text no_delegations_detail{
    "Khi một cán bộ vắng, mở trang của người đó rồi chọn ủy quyền khi vắng.",
    "When an officer is away, open that person’s page and choose to delegate."};
inline constexpr Text own_none{"Hiện không ủy quyền cho ai và không làm thay ai.",
                               "You delegate to nobody and act for nobody."};
inline constexpr Text delegate_for{"Ủy quyền khi {name} vắng", "Delegate while {name} is absent"};
inline constexpr Text own_heading{"Ủy quyền khi tôi vắng", "Delegate while I am absent"};
inline constexpr Text own_detail{
    "Người làm thay thấy việc của chức vụ này trong danh sách của họ. Mọi việc họ làm được ghi là "
    "làm thay. Ủy quyền tự hết sau ngày cuối.",
    "Who acts sees the work of this position in their list. All they do is recorded as done for "
    "you. It ends by itself after the last day."};
inline constexpr Text which_position{"Chức vụ được ủy quyền", "Position to delegate"};
inline constexpr Text to_whom{"Người làm thay", "Who acts"};
inline constexpr Text to_whom_hint{"Cán bộ cùng đơn vị, đơn vị trên hoặc dưới một cấp",
                                   "Officers of the same unit, the one above or those below"};
inline constexpr Text first_absent{"Từ ngày", "First day"};
inline constexpr Text last_absent{"Đến hết ngày", "Last day"};
inline constexpr Text delegate_button{"Ủy quyền", "Delegate"};
inline constexpr Text delegated{"Đã ủy quyền.", "Delegated."};
inline constexpr Text revoke{"Thu hồi", "Revoke"};
inline constexpr Text revoke_of{"Thu hồi ủy quyền cho {name}", "Revoke the delegation to {name}"};
inline constexpr Text revoke_heading{"Thu hồi ủy quyền", "Revoke a delegation"};
inline constexpr Text revoke_detail{
    "{to} thôi làm thay {from} ngay lập tức. Việc đã làm vẫn giữ nguyên.",
    "{to} stops acting for {from} at once. What was done stays done."};
inline constexpr Text revoked_now{"Đã thu hồi ủy quyền.", "The delegation is revoked."};
inline constexpr Text no_office{"Hôm nay không giữ chức vụ nào để ủy quyền.",
                                "No position is held today, so there is nothing to delegate."};
inline constexpr Text acts_for{"Làm thay {name}", "Acts for {name}"};
inline constexpr Text gives_to{"Ủy quyền cho {name}", "Delegates to {name}"};

// ---- Troubles
inline constexpr Text choose_position{
    "Chọn chức vụ của chính người vắng. Việc được ủy quyền không "
    "được ủy quyền lại",
    "Choose a position of the absent officer. What was delegated "
    "is not delegated again"};
inline constexpr Text choose_delegate{"Chọn người làm thay", "Choose who acts"};
inline constexpr Text to_self{"Không thể ủy quyền cho chính mình. Chọn một người khác",
                              "Nobody delegates to themselves. Choose somebody else"};
inline constexpr Text no_account{
    "{name} chưa có tài khoản nên không thể làm thay. Cấp tài khoản trước, hoặc chọn người khác",
    "{name} has no account and cannot act. Give one first, or choose somebody else"};
inline constexpr Text delegate_no_office{
    "{name} không giữ chức vụ nào vào ngày đó nên không thể làm thay. Chọn người khác",
    "{name} holds no position on that day and cannot act. Choose somebody else"};
inline constexpr Text delegate_administers{
    "{name} chỉ giữ chức vụ quản trị nên không làm thay việc chuyên môn. Chọn người khác",
    "{name} only administers, and does no professional work for others. Choose somebody else"};
inline constexpr Text choose_signing{"Chọn hình thức ký", "Choose the form of signing"};
inline constexpr Text enter_first{"Nhập ngày đầu, ví dụ 01/12/2026",
                                  "Enter the first day, for example 01/12/2026"};
inline constexpr Text enter_last{"Nhập ngày cuối, ví dụ 05/12/2026",
                                 "Enter the last day, for example 05/12/2026"};
inline constexpr Text days_reversed{"Ngày cuối trước ngày đầu. Nhập một ngày từ {day} trở đi",
                                    "The last day is before the first. Enter a day from {day} on"};
inline constexpr Text days_past{"Ngày đầu không thể trước hôm nay, {day}",
                                "The first day cannot be before today, {day}"};
inline constexpr Text too_long{
    "Một lần ủy quyền dài nhất {days} ngày. Chọn ngày cuối sớm hơn",
    "One delegation lasts {days} days at most. Choose an earlier last day"};
inline constexpr Text outside_position{
    "Chức vụ này chỉ có từ {from} đến {to}. Chọn ngày trong khoảng đó",
    "That position lasts from {from} until {to}. Choose days within"};
inline constexpr Text delegated_already{
    "Chức vụ này đã ủy quyền cho {name} từ {from} đến {to}. Thu hồi lần đó trước, hoặc chọn ngày "
    "khác",
    "This position is delegated to {name} from {from} until {to}. Revoke that first, or choose "
    "other days"};
inline constexpr Text delegate_absent{
    "{name} cũng vắng từ {from} đến {to} và đã ủy quyền cho người khác. Chọn người khác",
    "{name} is absent too from {from} until {to} and delegated to somebody else. Choose another"};
inline constexpr Text holder_acts{
    "Người vắng đang nhận làm thay {name} từ {from} đến {to}. Thu hồi lần đó trước",
    "The absent officer acts for {name} from {from} until {to}. Revoke that first"};

}  // namespace administration::office::text
