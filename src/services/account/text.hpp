// Every sentence of the account room, in both languages.
#pragma once

#include "base/text.hpp"

namespace account::text {

using base::Text;

// Choosing how to sign in
inline constexpr Text sign_in{"Đăng nhập", "Sign in"};
inline constexpr Text promise{"Một tài khoản cho mọi dịch vụ công của thành phố",
                              "One account for every public service of the city"};
inline constexpr Text promise_detail{
    "Thông tin chỉ dùng để giải quyết hồ sơ. Mỗi lần cơ quan nhà nước xem dữ liệu đều được ghi lại "
    "và có thể kiểm tra trong mục “Ai đã xem dữ liệu của tôi”.",
    "Your data is used only to handle your dossiers. Each time an agency looks at it, that is "
    "written down, and you can check it under “Who has seen my data”."};
inline constexpr Text choose{"Chọn một cách để tiếp tục.", "Choose one way to go on."};
inline constexpr Text by_provider{"Đăng nhập bằng {provider}", "Sign in with {provider}"};
inline constexpr Text by_provider_detail{"Dành cho công dân", "For residents"};
inline constexpr Text by_provider_simulated{"Chọn một công dân giả định",
                                            "Choose an invented resident"};
inline constexpr Text by_password{"Tài khoản cán bộ, công chức", "Officers’ account"};
inline constexpr Text by_password_detail{"Tên đăng nhập, mật khẩu cơ quan cấp",
                                         "Login and password given by your agency"};
inline constexpr Text or_else{"hoặc", "or"};
inline constexpr Text look_up{"Tra cứu hồ sơ không cần đăng nhập",
                              "Look up a dossier without signing in"};
inline constexpr Text look_up_detail{
    "Dùng mã hồ sơ in trên giấy tiếp nhận để xem hồ sơ đang ở bước nào.",
    "Use the code printed on your slip to see where your dossier stands."};
inline constexpr Text look_up_link{"Mở trang tra cứu", "Open the look-up page"};
inline constexpr Text simulated{
    "Đây là VNeID mô phỏng, chỉ có trong bản trình diễn. Mọi người ở đó đều là giả định; không "
    "nhập "
    "giấy tờ thật.",
    "This VNeID is simulated and exists only in this demonstration. Everybody in it is invented; "
    "enter no real papers."};
inline constexpr Text level_two{
    "Chưa có tài khoản định danh mức 2? Mang căn cước đến công an xã, phường để kích hoạt.",
    "No level 2 account yet? Take your ID card to the commune or ward police to activate it."};

// Signing in elsewhere: text_provider.hpp
inline constexpr Text raise{"Cần đăng nhập ở mức cao hơn", "A surer sign-in is needed"};
inline constexpr Text raise_detail{
    "Thủ tục này cần tài khoản định danh mức {level}. Đăng nhập lại ở {provider} với mức đó; những "
    "gì "
    "đã nhập vẫn còn và sẽ mở lại đúng chỗ.",
    "This procedure needs an identity account of level {level}. Sign in again with {provider} at "
    "that level; nothing you typed is lost, and you come back to where you were."};
inline constexpr Text go_back{"Để sau", "Not now"};
inline constexpr Text too_low{
    "{provider} chỉ xác nhận ở mức thấp hơn mức thủ tục cần. Đến công an xã, phường để nâng mức "
    "tài "
    "khoản, hoặc nộp hồ sơ tại bộ phận một cửa; bản nháp được giữ 30 ngày.",
    "{provider} vouched for a lower level than the procedure needs. Have your account raised by "
    "the "
    "commune or ward police, or apply at the one-stop desk; your draft is kept for 30 days."};
inline constexpr Text my_dossiers{"Hồ sơ của tôi", "My dossiers"};
inline constexpr Text signed_out{"Đã đăng xuất", "You are signed out"};
inline constexpr Text signed_out_detail{
    "Đã đăng xuất khỏi cổng dịch vụ công. Trên máy dùng chung, hãy đăng xuất cả ở {provider}.",
    "You have left this site. On a shared machine sign out of {provider} as well."};
inline constexpr Text sign_out_there{"Đăng xuất khỏi {provider}", "Sign out of {provider}"};
inline constexpr Text home{"Về trang đầu", "To the first page"};
inline constexpr Text begin_again{"Đăng nhập lại", "Sign in again"};

// Officers
inline constexpr Text officers{"Đăng nhập tài khoản cán bộ, công chức", "Officers’ sign-in"};
inline constexpr Text login{"Tên đăng nhập", "Login"};
inline constexpr Text password{"Mật khẩu", "Password"};
inline constexpr Text other_ways{"Chọn cách đăng nhập khác", "Other ways to sign in"};
inline constexpr Text login_missing{"Nhập tên đăng nhập, ví dụ minh",
                                    "Enter your login, e.g. minh"};
inline constexpr Text password_missing{"Nhập mật khẩu", "Enter your password"};
inline constexpr Text wrong{
    "Tên đăng nhập hoặc mật khẩu không đúng. Kiểm tra bộ gõ tiếng Việt và phím "
    "Caps Lock rồi nhập lại.",
    "The login or the password is not right. Check your keyboard layout "
    "and Caps Lock, then try again."};
inline constexpr Text wait{
    "Đã có nhiều lần nhập sai mật khẩu của tên này từ một trình duyệt lạ. Lúc {time} nhập lại "
    "được một lần. Nếu cần ngay: dùng máy mà tài khoản đã từng đăng nhập, hoặc nhờ người quản trị "
    "cấp mật khẩu dùng một lần, mật khẩu đó vào được ngay.",
    "There were many wrong passwords for this login from a browser it does not know. At {time} one "
    "more try is possible. If you need it now: use a machine where this account has signed in "
    "before, or ask an administrator for a one-time password, which is taken at once."};
inline constexpr Text locked{
    "Tài khoản này đang bị khóa. Liên hệ người quản trị của cơ quan để biết lý do và mở lại.",
    "This account is locked. Ask your agency’s administrator for the reason and to unlock it."};
inline constexpr Text busy{"Đang có nhiều người cùng đăng nhập. Thử lại sau vài giây.",
                           "Many people are signing in. Try again in a few seconds."};
inline constexpr Text demo_accounts{"Tài khoản trình diễn", "Demo accounts"};
inline constexpr Text demo_detail{
    "Cán bộ giả định, chỉ có trong bản trình diễn này. Mật khẩu không phải bí mật.",
    "Invented officers of this demonstration only. The passwords are no secret."};
inline constexpr Text demo_account{"{office}. Tên đăng nhập ", "{office}. Login "};
inline constexpr Text demo_password{", mật khẩu ", ", password "};
inline constexpr Text person{"Họ và tên", "Name"};
inline constexpr Text office{"Chức vụ", "Office"};

// My account
inline constexpr Text my_account{"Tài khoản của tôi", "My account"};
inline constexpr Text my_data{"Thông tin của tôi", "My data"};
inline constexpr Text from_provider{
    "Lấy từ {provider} khi đăng nhập. Sai ở đâu, sửa tại nơi cấp thông tin đó.",
    "Taken from {provider} when you sign in. What is wrong is corrected there."};
inline constexpr Text number{"Số định danh cá nhân", "Personal number"};
inline constexpr Text birth{"Ngày sinh", "Date of birth"};
inline constexpr Text gender{"Giới tính", "Gender"};
inline constexpr Text male{"Nam", "Male"};
inline constexpr Text female{"Nữ", "Female"};
inline constexpr Text residence{"Nơi cư trú", "Residence"};
inline constexpr Text phone{"Số điện thoại", "Phone"};
inline constexpr Text email{"Thư điện tử", "E-mail"};
inline constexpr Text unknown{"Chưa có", "Not known"};
inline constexpr Text my_positions{"Chức vụ đang giữ", "Positions held today"};
inline constexpr Text no_positions{"Hôm nay không giữ chức vụ nào trong hệ thống.",
                                   "No position is held today."};
inline constexpr Text unit{"Cơ quan", "Agency"};
inline constexpr Text since{"Từ ngày", "Since"};
inline constexpr Text my_sessions{"Những nơi đang đăng nhập", "Where I am signed in"};
inline constexpr Text sessions_detail{
    "Thấy nơi lạ thì kết thúc nơi đó; người ở đó phải đăng nhập lại.",
    "End what you do not know; whoever is there has to sign in again."};
inline constexpr Text session_times{"Đăng nhập lúc {opened}, dùng lần cuối {seen}.",
                                    "Signed in at {opened}, last used {seen}."};
inline constexpr Text this_one{"Nơi này", "This one"};
inline constexpr Text end_this{"Kết thúc", "End"};
inline constexpr Text ended{"Đã kết thúc nơi đăng nhập đó.", "That session has ended."};
inline constexpr Text end_others{"Kết thúc mọi nơi khác", "End all the others"};
inline constexpr Text ended_others{"Đã kết thúc mọi nơi đăng nhập khác.",
                                   "All other sessions have ended."};
inline constexpr Text proofs{"Mật khẩu và xác thực", "Password and second factor"};
inline constexpr Text password_own{"Chỉ riêng mình biết. Đổi ngay khi nghi có người khác biết.",
                                   "Known to you alone. Change it when you suspect otherwise."};
inline constexpr Text factor{"Xác thực hai lớp", "Second factor"};
inline constexpr Text factor_since{"Đã bật từ ngày {day}.", "On since {day}."};
inline constexpr Text factor_none{"Chưa bật.", "Not set up."};
inline constexpr Text factor_set{"Bật xác thực hai lớp", "Set up the second factor"};
inline constexpr Text factor_look{"Xem và thay đổi", "Look and change"};
inline constexpr Text sign_out{"Đăng xuất", "Sign out"};
inline constexpr Text who_saw{"Ai đã xem dữ liệu của tôi", "Who has seen my data"};
inline constexpr Text who_saw_detail{
    "Mỗi lần một cơ quan mở dữ liệu của tài khoản này đều được ghi lại, với mục đích.",
    "Each time an agency opens this account’s data it is written down, with the purpose."};
inline constexpr Text my_data_link{"Dữ liệu được giữ, mang đi, sửa, xóa",
                                   "What is kept; take it along, correct it, erase it"};
inline constexpr Text who_saw_link{"Xem từng lần", "See each time"};

// A new password
inline constexpr Text new_password{"Đổi mật khẩu", "Change password"};
inline constexpr Text must_change{
    "Mật khẩu đang dùng do người khác cấp. Đặt mật khẩu của riêng mình trước khi làm việc.",
    "Somebody else gave you this password. Set one of your own before you begin to work."};
inline constexpr Text old_password{"Mật khẩu hiện tại", "Current password"};
inline constexpr Text password_to_be{"Mật khẩu mới", "New password"};
inline constexpr Text password_hint{
    "Ít nhất 12 ký tự. Một câu dễ nhớ tốt hơn một từ khó đoán.",
    "At least 12 characters. A sentence is better than a hard word."};
inline constexpr Text password_short{"Mật khẩu mới cần ít nhất 12 ký tự",
                                     "The new password needs at least 12 characters"};
inline constexpr Text password_long{"Mật khẩu mới dài quá 200 ký tự",
                                    "The new password is longer than 200 characters"};
inline constexpr Text password_same{"Mật khẩu mới phải khác mật khẩu hiện tại",
                                    "The new password must differ from the current one"};
inline constexpr Text old_wrong{"Mật khẩu hiện tại không đúng",
                                "The current password is not right"};
inline constexpr Text changed{"Đã đổi mật khẩu.", "The password is changed."};

// For whom one acts or speaks
inline constexpr Text acting_for{"làm thay {name} đến hết {day}", "acting for {name} until {day}"};
inline constexpr Text absence{"Khi tôi vắng", "While I am absent"};
inline constexpr Text absence_link{"Ủy quyền cho người làm thay", "Delegate to somebody who acts"};
inline constexpr Text speaks_for{"Tổ chức tôi đại diện", "Organisations I represent"};
inline constexpr Text speaks_since{"{capacity}, từ ngày {day}", "{capacity}, since {day}"};

}  // namespace account::text
