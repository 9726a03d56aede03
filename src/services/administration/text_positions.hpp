// What administrators read when they appoint, change, end and hand over, in both languages.
#pragma once

#include "base/text.hpp"

namespace administration::office::text {

using base::Text;

// ---- Appointing
inline constexpr Text appoint_heading{"Bổ nhiệm {name}", "Appoint {name}"};
inline constexpr Text new_officer{"Thêm cán bộ", "Add an officer"};
inline constexpr Text new_officer_sub{
    "Một người mới cùng chức vụ đầu tiên của họ. Tài khoản đăng nhập được cấp sau.",
    "A new person with their first office. The account to sign in is given afterwards."};
inline constexpr Text who_is_it{"Người", "Person"};
inline constexpr Text first_office{"Chức vụ đầu tiên", "First office"};
inline constexpr Text number_hint{"12 chữ số trên thẻ căn cước; để trống nếu chưa biết",
                                  "12 digits on the identity card; leave empty if not known"};
inline constexpr Text birth_hint{"Ngày và tháng để trống nếu giấy tờ chỉ ghi năm",
                                 "Leave day and month empty if the papers tell only the year"};
inline constexpr Text title_vi{"Chức danh", "Title in Vietnamese"};
inline constexpr Text title_hint{"Như ghi trên quyết định, không kèm tên đơn vị",
                                 "As in the decision, without the unit"};
inline constexpr Text title_en{"Chức danh bằng tiếng Anh", "Title in English"};
inline constexpr Text from_hint{"Có thể là một ngày sắp tới", "It may be a day to come"};
inline constexpr Text to_hint{"Để trống nếu không thời hạn", "Leave empty if it is open"};
inline constexpr Text choose{"Chọn", "Choose"};
inline constexpr Text appoint_button{"Bổ nhiệm", "Appoint"};
inline constexpr Text appointed{
    "Đã bổ nhiệm. Nếu nhầm, có thể rút lại trong hôm nay ở phần chức vụ.",
    "Appointed. If this was a mistake, it can be taken back today under positions."};
inline constexpr Text asked_for{
    "Đã đề nghị. Việc này thuộc về quyền quản trị nên chỉ được làm khi một người quản trị khác xác "
    "nhận trong 24 giờ, ở trang Việc cần hai người.",
    "Asked for. This is about the powers of an administrator, so it happens only when another "
    "administrator confirms within 24 hours, on the page What needs two people."};
inline constexpr Text asked_already{
    "Chưa làm gì: đã có một đề nghị như vậy về người này, đang chờ người thứ hai xác nhận.",
    "Nothing was done: the same has been asked about this person and waits for a second "
    "administrator."};
inline constexpr Text office_takes_two{
    "Đây là chức vụ quản trị. Đổi ngày, kết thúc hay rút lại chỉ được làm khi một người quản trị "
    "khác xác nhận.",
    "This is an administrator’s office. Its days change, it ends or is taken back only when "
    "another administrator confirms."};
inline constexpr Text asked_for_already{
    "Đã có một đề nghị giao vai trò quản trị cho người này, đang chờ người thứ hai",
    "The role of administrator has been asked for this person and waits for a second "
    "administrator"};
inline constexpr Text first_office_needs_two{
    "Vai trò quản trị cần hai người. Thêm cán bộ với chức vụ khác, rồi bổ nhiệm vai trò này ở "
    "trang "
    "của người đó",
    "The role of administrator needs two people. Add the officer with another office, then appoint "
    "them on their page"};
inline constexpr Text handover_needs_two{
    "Vai trò quản trị không bàn giao được. Bổ nhiệm người nhận trước, có người thứ hai xác nhận, "
    "rồi "
    "kết thúc chức vụ này",
    "The role of administrator cannot be handed over. Appoint the other first, with a second "
    "person, "
    "then end this position"};

// ---- Changing and ending
inline constexpr Text correct{"Sửa chức danh, ngày", "Correct title and days"};
inline constexpr Text correct_button{"Lưu thay đổi", "Save changes"};
inline constexpr Text changed{"Đã lưu thay đổi.", "The changes are saved."};
inline constexpr Text end_heading{"Kết thúc chức vụ", "End this position"};
inline constexpr Text end_detail{
    "Người này còn giữ chức vụ đến hết ngày được chọn; hôm sau hệ thống không cho vào việc này "
    "nữa.",
    "The person holds it until the end of that day; the next day the system lets them in no more."};
inline constexpr Text last_day{"Ngày làm việc cuối", "Last day"};
inline constexpr Text end_button{"Kết thúc", "End"};
inline constexpr Text ended{"Đã ghi ngày kết thúc.", "The last day is recorded."};
inline constexpr Text take_back_heading{"Rút lại việc bổ nhiệm", "Take the appointment back"};
inline constexpr Text take_back_detail{
    "Bổ nhiệm hôm nay mà nhầm thì rút lại được trong hôm nay: coi như chưa từng giữ. Nhật ký vẫn "
    "ghi "
    "cả hai việc.",
    "An appointment made today by mistake can be taken back today, as if never held. The journal "
    "keeps both."};
inline constexpr Text take_back_button{"Rút lại", "Take back"};
inline constexpr Text taken_back{"Đã rút lại việc bổ nhiệm.", "The appointment is taken back."};
inline constexpr Text leaves_empty{"Từ ngày {day}, {unit} không còn ai giữ vai trò {role}.",
                                   "From {day} on, nobody in {unit} holds the role {role}."};
inline constexpr Text tasks_waiting{"{count} việc đang chờ vai trò này:",
                                    "{count} tasks wait for this role:"};
inline constexpr Text no_tasks_waiting{"Hiện không có việc nào đang chờ vai trò này.",
                                       "No task waits for this role now."};
inline constexpr Text and_more{"và {count} việc khác", "and {count} more"};
inline constexpr Text confirm_empty{"Tôi đã rõ, vẫn kết thúc", "I understand, end it all the same"};
inline constexpr Text confirm_first{"Xác nhận đã rõ đơn vị sẽ không còn ai giữ vai trò này",
                                    "Confirm that the unit will have nobody in this role"};

// ---- Troubles
inline constexpr Text choose_unit{"Chọn đơn vị", "Choose the unit"};
inline constexpr Text unit_not_yours{
    "Đơn vị này ngoài phạm vi quản trị. Chọn một đơn vị trong danh sách",
    "You do not administer this unit. Choose one of the list"};
inline constexpr Text choose_role{"Chọn vai trò", "Choose the role"};
inline constexpr Text enter_title{"Nhập chức danh, ví dụ Công chức tư pháp, hộ tịch",
                                  "Enter the title in Vietnamese, as it stands in the decision"};
inline constexpr Text long_title{"Chức danh dài quá 200 ký tự",
                                 "The title is longer than 200 letters"};
inline constexpr Text enter_from{"Nhập ngày bắt đầu, ví dụ 01/12/2026",
                                 "Enter the first day, for example 01/12/2026"};
inline constexpr Text bad_to{
    "Nhập đủ ngày, tháng, năm, ví dụ 31/12/2026, hoặc để trống",
    "Enter day, month and year, for example 31/12/2026, or leave it empty"};
inline constexpr Text enter_last_day{"Nhập ngày làm việc cuối, ví dụ 31/12/2026",
                                     "Enter the last day, for example 31/12/2026"};
inline constexpr Text reversed{"Ngày kết thúc trước ngày bắt đầu. Nhập một ngày từ {day} trở đi",
                               "It ends before it begins. Enter a day from {day} on"};
inline constexpr Text far_day{"Năm phải từ 1946 đến 2144. Xem lại năm vừa nhập",
                              "The year lies between 1946 and 2144. Look at the year again"};
inline constexpr Text overlaps{
    "Người này đã giữ vai trò {role} ở {unit} từ {from} đến {to}. Kết thúc chức vụ đó trước, hoặc "
    "chọn ngày khác",
    "This person holds the role {role} in {unit} from {from} until {to}. End that one first, or "
    "choose other days"};
inline constexpr Text gone{"Chức vụ này đã được rút lại.", "This position has been taken back."};
inline constexpr Text too_late{
    "Chỉ rút lại được trong ngày bổ nhiệm. Hãy ghi ngày kết thúc.",
    "It can be taken back only on the day it was made. Record its last day instead."};
inline constexpr Text done_already{"Việc này đã được làm rồi.", "This has been done already."};

// ---- Handing over
inline constexpr Text handover_heading{"Bàn giao việc của {name}", "Hand over the work of {name}"};
inline constexpr Text handover_sub{
    "Mọi chức vụ của người này chuyển sang người nhận trong cùng một ngày. Việc trong danh sách "
    "chờ "
    "theo vai trò và đơn vị, nên đi cùng chức vụ.",
    "All positions of this person pass to the receiver on one day. Tasks wait at a role in a unit, "
    "so they go with the position."};
inline constexpr Text receiver{"Người nhận", "Receiver"};
inline constexpr Text receiver_hint{"Cán bộ cùng đơn vị, đơn vị trên hoặc dưới một cấp",
                                    "Officers of the same unit, the one above or those below"};
inline constexpr Text first_day{"Ngày nhận", "First day of the receiver"};
inline constexpr Text preview{"Xem trước", "Preview"};
inline constexpr Text choose_receiver{"Chọn người nhận bàn giao", "Choose the receiver"};
inline constexpr Text enter_first_day{"Nhập ngày nhận, ví dụ 01/12/2026",
                                      "Enter the first day, for example 01/12/2026"};
inline constexpr Text plan_heading{"{to} nhận từ {day}", "{to} receives from {day}"};
inline constexpr Text plan_moved{"Chuyển sang người nhận", "Pass to the receiver"};
inline constexpr Text plan_ended{"Kết thúc; người nhận đã giữ vai trò này",
                                 "End; the receiver holds this role already"};
inline constexpr Text plan_withdrawn{"Sắp giữ, chuyển hẳn sang người nhận",
                                     "To come; the receiver has it instead"};
inline constexpr Text plan_given{"Ủy quyền cho {name} đến {day}: hết hiệu lực",
                                 "Delegated to {name} until {day}: falls"};
inline constexpr Text plan_received{"Làm thay {name} đến {day}: hết hiệu lực",
                                    "Acts for {name} until {day}: falls"};
inline constexpr Text plan_tasks{"{count} việc đang chờ", "{count} tasks waiting"};
inline constexpr Text what{"Nội dung", "What"};
inline constexpr Text becomes{"Sẽ thế nào", "What becomes of it"};
inline constexpr Text hand_over_now{"Bàn giao", "Hand over"};
inline constexpr Text handed_over{"Đã bàn giao.", "The work is handed over."};
inline constexpr Text handover_self{"Người nhận phải là người khác",
                                    "The receiver must be somebody else"};
inline constexpr Text handover_past{"Ngày nhận không thể trước hôm nay",
                                    "The first day cannot be before today"};
inline constexpr Text handover_nothing{"Người này không còn chức vụ nào từ ngày đó để bàn giao",
                                       "From that day on this person has nothing to hand over"};
inline constexpr Text handover_foreign{
    "Người này còn chức vụ ở đơn vị ngoài phạm vi quản trị; việc bàn giao do cấp trên làm",
    "This person also holds a position in a unit that you do not administer; the level above hands "
    "it over"};

}  // namespace administration::office::text
