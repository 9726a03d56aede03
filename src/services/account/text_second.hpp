// Sentences of the second factor: its step at sign-in, enrolling, recovery codes.
#pragma once

#include "base/text.hpp"

namespace account::text {

using base::Text;

// The second step
inline constexpr Text second_step{"Nhập mã xác thực", "Enter your code"};
inline constexpr Text second_step_detail{
    "Mật khẩu đã đúng. Bước cuối là mã 6 chữ số đang hiện trong ứng dụng xác thực.",
    "Your password is right. The last step is the 6-digit code your authenticator app shows now."};
inline constexpr Text code{"Mã 6 chữ số", "6-digit code"};
inline constexpr Text code_hint{"Mã đổi sau mỗi 30 giây, mỗi mã dùng được một lần.",
                                "It changes every 30 seconds, and each works once."};
inline constexpr Text no_device{"Không có điện thoại bên mình", "I do not have my phone"};
inline constexpr Text recovery{"Mã dự phòng", "Recovery code"};
inline constexpr Text recovery_hint{"Một trong 10 mã đã in, ví dụ k7m2p-9xq4r.",
                                    "One of the 10 codes you printed, e.g. k7m2p-9xq4r."};
inline constexpr Text no_recovery{
    "Mất cả mã dự phòng: liên hệ người quản trị để đặt lại. Việc đặt lại cần hai người xác nhận.",
    "If your recovery codes are lost too, ask an administrator to reset this. Two of them must "
    "agree."};
inline constexpr Text code_missing{"Nhập mã 6 chữ số, ví dụ 123 456",
                                   "Enter the 6-digit code, e.g. 123 456"};
inline constexpr Text code_wrong{
    "Mã không đúng hoặc đã dùng rồi. Chờ mã tiếp theo rồi nhập lại; nếu vẫn sai, kiểm tra giờ của "
    "điện thoại.",
    "The code is not right or was used already. Wait for the next one; if that fails too, check "
    "your phone’s clock."};
inline constexpr Text code_wait{
    "Đã có nhiều lần nhập sai mã. Lúc {time} nhập lại được một lần. Nếu cần ngay: dùng máy mà tài "
    "khoản đã từng đăng nhập, hoặc nhờ người quản trị đặt lại xác thực hai lớp. Nếu những lần đó "
    "do người khác nhập thì người ấy đã biết mật khẩu: hãy đổi mật khẩu.",
    "There were many wrong codes. At {time} one more try is possible. If you need it now: use a "
    "machine where this account has signed in before, or ask an administrator to reset the second "
    "factor. If those tries were somebody else’s, they know the password: change it."};
inline constexpr Text ticket_over{
    "Bước nhập mã chỉ chờ 5 phút và chỉ trong trình duyệt đã nhập mật khẩu. Hãy bắt đầu lại.",
    "The code is waited for 5 minutes only, in the browser where you typed your password. Please "
    "begin again."};
inline constexpr Text go_on{"Tiếp tục", "Continue"};

// Enrolling
inline constexpr Text why_factor{
    "Từ nay mỗi lần đăng nhập cần thêm một mã từ điện thoại, nên người biết mật khẩu cũng không "
    "vào "
    "được tài khoản này.",
    "From now on signing in takes a code from your phone as well, so knowing the password is not "
    "enough to get in."};
inline constexpr Text must_enrol{
    "Vị trí quản trị phải có xác thực hai lớp. Bật xong mới bắt đầu làm việc được.",
    "Your office requires a second factor. Set it up before you begin to work."};
inline constexpr Text demo_enrol{
    "Trong bản trình diễn không bắt buộc bật xác thực hai lớp. Ngoài thực tế, người quản trị phải "
    "bật.",
    "This demonstration does not require a second factor. In a real city administrators must have "
    "one."};
inline constexpr Text step_app{
    "Mở ứng dụng xác thực trên điện thoại. Ứng dụng nào theo chuẩn TOTP cũng được.",
    "Open an authenticator app on your phone. Any app of the TOTP standard will do."};
inline constexpr Text step_scan{"Quét mã QR, hoặc gõ khóa vào ứng dụng.",
                                "Scan the QR code, or type the key into the app."};
inline constexpr Text step_type{"Nhập mã 6 chữ số mà ứng dụng vừa hiện.",
                                "Type the 6-digit code the app now shows."};
inline constexpr Text qr_words{"Mã QR chứa khóa của xác thực hai lớp",
                               "QR code with the key of the second factor"};
inline constexpr Text key{"Khóa", "Key"};
inline constexpr Text key_kind{"Loại", "Kind"};
inline constexpr Text key_kind_value{"Theo thời gian (TOTP), 6 chữ số, 30 giây",
                                     "Time based (TOTP), 6 digits, 30 seconds"};
inline constexpr Text turn_on{"Bật xác thực hai lớp", "Turn it on"};
inline constexpr Text already{
    "Xác thực hai lớp đã được bật, có thể từ một cửa sổ khác. Mã dự phòng chỉ hiện một lần; cần mã "
    "mới thì tạo lại ở đây.",
    "The second factor is on already, perhaps from another window. Recovery codes are shown once; "
    "make new ones here if you need them."};

// When it is on
inline constexpr Text codes_left{"Còn {count} trong 10 mã dự phòng chưa dùng.",
                                 "{count} of 10 recovery codes are left."};
inline constexpr Text renew{"Tạo mã dự phòng mới", "Make new recovery codes"};
inline constexpr Text renew_detail{"Mã cũ không dùng được nữa.", "The old ones stop working."};
inline constexpr Text give_up{"Tắt xác thực hai lớp", "Turn it off"};
inline constexpr Text give_up_detail{"Khi đổi điện thoại: tắt rồi bật lại trên máy mới.",
                                     "For a new phone: turn it off, then on again there."};
inline constexpr Text kept_on{
    "Vị trí đang giữ phải có xác thực hai lớp nên không tắt được. Đổi điện thoại thì nhờ một người "
    "quản trị đặt lại.",
    "Your office requires it, so it stays on. For a new phone ask another administrator to reset "
    "it."};
inline constexpr Text given_up{"Đã tắt xác thực hai lớp.", "The second factor is off."};
inline constexpr Text any_code{"Mã 6 chữ số hoặc mã dự phòng", "6-digit code or recovery code"};

// Recovery codes
inline constexpr Text your_codes{"Mã dự phòng", "Recovery codes"};
inline constexpr Text codes_detail{
    "In hoặc chép lại 10 mã này rồi cất nơi an toàn. Mỗi mã thay được mã của điện thoại một lần. "
    "Trang này chỉ hiện một lần.",
    "Print or copy these 10 codes and keep them safe. Each replaces the phone’s code once. This "
    "page is shown only once."};
inline constexpr Text kept_codes{"Đã cất mã, tiếp tục", "I have kept them, continue"};
inline constexpr Text for_whom{"Tài khoản của {name}, tạo ngày {day}.",
                               "Account of {name}, made {day}."};

}  // namespace account::text
