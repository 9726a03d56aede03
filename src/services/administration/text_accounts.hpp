// What administrators read about accounts and requests that need two of them, in both languages.
#pragma once

#include "base/text.hpp"

namespace administration::text {

using base::Text;

// The list
inline constexpr Text account_list{"Tài khoản cán bộ", "Officers’ accounts"};
inline constexpr Text account_list_sub{"{count} tài khoản", "{count} accounts"};
inline constexpr Text filter{"Lọc tài khoản", "Filter accounts"};
inline constexpr Text name_or_login{"Họ tên hoặc tên đăng nhập", "Name or login"};
inline constexpr Text state{"Tình trạng", "State"};
inline constexpr Text any_state{"Tất cả", "All"};
inline constexpr Text active{"Đang dùng", "Active"};
inline constexpr Text locked{"Đang khóa", "Locked"};
inline constexpr Text ended{"Đã chấm dứt", "Ended"};
inline constexpr Text without_factor{"Chưa có xác thực hai lớp", "No second factor"};
inline constexpr Text one_time_state{"Chờ đổi mật khẩu", "Password to be changed"};
inline constexpr Text export_csv{"Xuất bảng", "Export"};
inline constexpr Text two_person{"Việc cần hai người", "What needs two people"};
inline constexpr Text officer{"Cán bộ", "Officer"};
inline constexpr Text login{"Tên đăng nhập", "Login"};
inline constexpr Text office{"Vị trí", "Position"};
inline constexpr Text second_factor{"Xác thực hai lớp", "Second factor"};
inline constexpr Text last_sign_in{"Đăng nhập gần nhất", "Last sign-in"};
inline constexpr Text never{"Chưa bao giờ", "Never"};
inline constexpr Text no_office{"Không giữ vị trí nào", "No position"};
inline constexpr Text none_found{"Không có tài khoản nào như vậy", "No such account"};
inline constexpr Text none_found_detail{"Bớt điều kiện lọc, hoặc tìm người để cấp tài khoản.",
                                        "Loosen the filter, or find a person to give one to."};
inline constexpr Text find_person{"Tìm người", "Find a person"};

// One account
inline constexpr Text factor_on{"Bật từ ngày {day}", "On since {day}"};
inline constexpr Text factor_off{"Chưa bật", "Off"};
inline constexpr Text made_on{"Ngày cấp", "Given on"};
inline constexpr Text open_sessions{"Nơi đang đăng nhập", "Open sessions"};
inline constexpr Text no_sessions{"Hiện không đăng nhập ở đâu.", "Signed in nowhere at present."};
inline constexpr Text session_times{"Từ {opened}, dùng lần cuối {seen}",
                                    "Since {opened}, last used {seen}"};
inline constexpr Text end_session{"Kết thúc", "End"};
inline constexpr Text end_all{"Kết thúc mọi nơi", "End all of them"};
inline constexpr Text changes{"Thay đổi", "Changes"};
inline constexpr Text lock{"Khóa tài khoản", "Lock the account"};
inline constexpr Text lock_detail{
    "Kết thúc mọi nơi đang đăng nhập; không đăng nhập lại được cho đến khi mở khóa.",
    "Ends all sessions; nobody can sign in to it until it is unlocked."};
inline constexpr Text unlock{"Mở khóa", "Unlock"};
inline constexpr Text unlock_detail{"Người này đăng nhập lại được bằng mật khẩu cũ.",
                                    "They can sign in again with their old password."};
inline constexpr Text give_password{"Cấp mật khẩu dùng một lần", "Give a one-time password"};
inline constexpr Text give_password_detail{
    "Mật khẩu cũ không dùng được nữa; người này phải đặt mật khẩu mới khi đăng nhập.",
    "The old one stops working; they must set their own when they sign in."};
inline constexpr Text ask_reset{"Đề nghị đặt lại xác thực hai lớp",
                                "Ask to reset the second factor"};
inline constexpr Text ask_end{"Đề nghị chấm dứt tài khoản", "Ask to end the account"};
inline constexpr Text ask_lock{"Đề nghị khóa tài khoản", "Ask to lock the account"};
inline constexpr Text ask_unlock{"Đề nghị mở khóa tài khoản", "Ask to unlock the account"};
inline constexpr Text ask_password{"Đề nghị cấp mật khẩu dùng một lần",
                                   "Ask for a one-time password"};
inline constexpr Text takes_two{
    "Đây là tài khoản của người quản trị. Mọi việc trên tài khoản này cần một người quản trị khác "
    "xác nhận; người đề nghị và người có liên quan không được xác nhận.",
    "This is an administrator’s account. Whatever is done to it needs another administrator to "
    "confirm; neither who asks nor whom it concerns may."};
inline constexpr Text ask_detail{
    "Một người quản trị khác phải xác nhận trong 24 giờ. Việc này được ghi nhật ký.",
    "Another administrator has to confirm within 24 hours. This is written to the journal."};
inline constexpr Text reason{"Lý do", "Reason"};
inline constexpr Text reason_hint{"Người xác nhận sẽ đọc. Ví dụ: mất điện thoại, đã gặp trực tiếp.",
                                  "Who confirms reads it. E.g. lost phone, seen in person."};
inline constexpr Text reason_missing{"Nhập lý do, ví dụ: mất điện thoại",
                                     "Enter a reason, e.g. lost phone"};
inline constexpr Text own_account{
    "Đây là tài khoản đang dùng. Thay đổi nó ở trang “Tài khoản của tôi”.",
    "This is your own account. Change it on “My account”."};
inline constexpr Text account_ended{"Tài khoản đã chấm dứt, chỉ còn để tra cứu.",
                                    "This account has ended; it is kept to be looked up."};
inline constexpr Text request_waits{"Đang chờ người thứ hai: {what}.",
                                    "Waits for a second person: {what}."};
inline constexpr Text see_request{"Xem đề nghị", "See the request"};

// Done
inline constexpr Text done_lock{"Đã khóa tài khoản.", "The account is locked."};
inline constexpr Text done_unlock{"Đã mở khóa.", "The account is unlocked."};
inline constexpr Text done_sessions{"Đã kết thúc nơi đăng nhập.", "Ended."};
inline constexpr Text done_ask{"Đã gửi đề nghị, chờ một người quản trị khác xác nhận.",
                               "Asked; another administrator has to confirm."};

// Refusals
inline constexpr Text gone{"Không có tài khoản này, hoặc đã chấm dứt.",
                           "There is no such account, or it has ended."};
inline constexpr Text changed{
    "Một người quản trị khác vừa thay đổi tài khoản này, nên chưa làm gì. Xem lại tình trạng dưới "
    "đây rồi làm lại nếu vẫn cần.",
    "Another administrator has just changed this account, so nothing was done. Look at its state "
    "below and try again if it is still needed."};
inline constexpr Text own{"Không làm việc này với tài khoản của chính mình.",
                          "This cannot be done to one’s own account."};
inline constexpr Text login_wrong{
    "Tên đăng nhập có 2 đến 40 ký tự: chữ thường không dấu, chữ số, dấu chấm, ví dụ pv.minh",
    "A login has 2 to 40 characters: a to z, digits, dots, e.g. pv.minh"};
inline constexpr Text login_taken{"Tên đăng nhập này đã có người dùng, ví dụ thêm số: pv.minh2",
                                  "This login is taken; add a digit, e.g. pv.minh2"};
inline constexpr Text has_account{"Người này đã có tài khoản.", "This person has an account."};
inline constexpr Text asked_already{"Đề nghị này đang chờ người thứ hai rồi.",
                                    "This already waits for a second person."};
inline constexpr Text no_factor{"Tài khoản chưa bật xác thực hai lớp nên không có gì để đặt lại.",
                                "The account has no second factor, so there is nothing to reset."};
inline constexpr Text busy{"Đang có nhiều người cùng đăng nhập. Thử lại sau vài giây.",
                           "Many people are signing in. Try again in a few seconds."};

// A new account
inline constexpr Text new_account{"Cấp tài khoản", "Give an account"};
inline constexpr Text new_account_whom{"Cấp cho {name}.", "For {name}."};
inline constexpr Text new_account_nobody{
    "Tài khoản chỉ cấp cho người đã có trong hệ thống. Tìm người trước, rồi chọn cấp tài khoản.",
    "Accounts are given to people the system knows. Find the person first."};
inline constexpr Text login_hint{"Chữ thường không dấu, chữ số, dấu chấm. Không đổi được về sau.",
                                 "a to z, digits, dots. It cannot be changed later."};

// The one-time password
inline constexpr Text one_time{"Mật khẩu dùng một lần", "One-time password"};
inline constexpr Text one_time_detail{
    "Trao tận tay hoặc đọc qua điện thoại. Trang này chỉ hiện một lần; mật khẩu phải đổi ngay khi "
    "đăng nhập.",
    "Hand it over in person or by phone. This page is shown once; the password must be changed at "
    "sign-in."};
inline constexpr Text back_to_account{"Về tài khoản", "To the account"};

// What needs two people
inline constexpr Text two_person_detail{
    "Việc khó lấy lại cần một người đề nghị và một người khác xác nhận trong 24 giờ. Người đề nghị "
    "và người có liên quan không được xác nhận.",
    "What is hard to undo is asked for by one administrator and confirmed by another within 24 "
    "hours; not by who asked, nor by whom it concerns."};
inline constexpr Text half_first{"Nửa đầu mật khẩu dùng một lần", "First half of the password"};
inline constexpr Text half_second{"Nửa sau mật khẩu dùng một lần", "Second half of the password"};
inline constexpr Text half_detail{
    "Trao nửa này tận tay hoặc qua điện thoại cho người được cấp; người quản trị kia trao nửa còn "
    "lại. Nhập hai nửa liền nhau, cách bằng dấu gạch ngang. Còn hiện đến khi mật khẩu được đổi.",
    "Hand this half to its owner in person or by phone; the other administrator hands over theirs. "
    "They are typed one after the other with a dash between. Shown until the password is changed."};
inline constexpr Text waiting{"Đang chờ", "Waiting"};
inline constexpr Text nothing_waits{"Không có đề nghị nào đang chờ", "Nothing waits"};
inline constexpr Text nothing_waits_detail{"Đề nghị mới hiện ở đây.", "New requests appear here."};
inline constexpr Text decided{"Đã quyết định", "Decided"};
inline constexpr Text asked_by{"Người đề nghị", "Asked by"};
inline constexpr Text asked_at{"Đề nghị lúc", "Asked at"};
inline constexpr Text ends_at{"Hết hạn lúc", "Lapses at"};
inline constexpr Text confirm{"Xác nhận và thực hiện", "Confirm and carry out"};
inline constexpr Text decline{"Không đồng ý", "Decline"};
inline constexpr Text withdraw{"Rút đề nghị", "Withdraw"};
inline constexpr Text wait_for_other{"Chờ một người quản trị khác quyết định.",
                                     "Another administrator has to decide."};
inline constexpr Text concerns_you{
    "Việc này liên quan đến chính mình nên người khác phải quyết định.",
    "This concerns you, so somebody else has to decide."};
inline constexpr Text what{"Việc", "What"};
inline constexpr Text outcome{"Kết quả", "Outcome"};
inline constexpr Text done{"Đã thực hiện", "Done"};
inline constexpr Text declined{"Không đồng ý", "Declined"};
inline constexpr Text withdrawn{"Đã rút", "Withdrawn"};
inline constexpr Text lapsed{"Hết hạn", "Lapsed"};
inline constexpr Text done_confirm{"Đã xác nhận và thực hiện.", "Confirmed and carried out."};
inline constexpr Text done_decline{"Đã ghi ý kiến không đồng ý.", "Declined."};
inline constexpr Text done_withdraw{"Đã rút đề nghị.", "Withdrawn."};
inline constexpr Text request_gone{"Đề nghị này đã được quyết định hoặc đã rút.",
                                   "This request has been decided or withdrawn."};
inline constexpr Text request_lapsed{"Đề nghị đã quá 24 giờ nên hết hạn. Cần thì đề nghị lại.",
                                     "The request is older than 24 hours and has lapsed."};
inline constexpr Text request_own{"Người đề nghị không tự quyết định; chỉ rút lại được.",
                                  "Who asked cannot decide, only withdraw."};
inline constexpr Text request_changed{
    "Tình trạng đã khác lúc đề nghị nên chưa làm gì. Có thể không đồng ý rồi đề nghị lại.",
    "Things have changed since this was asked, so nothing was done. Decline it and ask again."};

inline constexpr Text unit_has_administrators{
    "Đơn vị này còn người giữ chức vụ quản trị. Kết thúc chức vụ đó trước, có người thứ hai xác "
    "nhận, rồi mới kết thúc hoặc chuyển đơn vị.",
    "Administrators hold office in this unit. End those offices first, with a second person, then "
    "close or move the unit."};

inline constexpr Text purpose_account{"Cấp tài khoản cán bộ", "Give an officer's account"};

}  // namespace administration::text
