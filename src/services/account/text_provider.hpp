// What is said when signing in elsewhere came to nothing, in both languages.
#pragma once

#include "base/text.hpp"

namespace account::text {

using base::Text;

inline constexpr Text not_signed_in{"Chưa đăng nhập được", "You are not signed in"};
inline constexpr Text unavailable{
    "{provider} hiện chưa trả lời. Thử lại sau ít phút; những gì đã nhập vẫn còn.",
    "{provider} does not answer at the moment. Try again in a few minutes; nothing you typed is "
    "lost."};
inline constexpr Text provider_busy{
    "Đang có nhiều người cùng chờ {provider}. Thử lại sau khoảng mười giây; những gì đã nhập vẫn "
    "còn.",
    "Many people are waiting for {provider} now. Try again in some ten seconds; nothing you typed "
    "is lost."};
inline constexpr Text not_openid{
    "{provider} có trả lời nhưng không đúng quy cách, nên chưa đăng nhập được. Không phải lỗi của "
    "người dùng; thử lại sau, hoặc nộp hồ sơ tại bộ phận một cửa.",
    "{provider} answered, but not as agreed, so you could not be signed in. You did nothing wrong; "
    "try again later, or apply at the one-stop desk."};
inline constexpr Text no_keys{
    "Chưa lấy được khóa công khai của {provider} để kiểm tra câu trả lời, nên chưa đăng nhập được. "
    "Không phải lỗi của người dùng; thử lại sau ít phút.",
    "The public keys of {provider}, by which its answer is checked, could not be had, so you could "
    "not be signed in. You did nothing wrong; try again in a few minutes."};
inline constexpr Text our_fault{
    "Cổng dịch vụ công chưa kết nối được với {provider} vì thiết lập phía chúng tôi sai hoặc đã "
    "hết hạn. Không phải lỗi của người dùng; người vận hành đã được báo.",
    "This site could not reach {provider} because a setting of ours is wrong or has run out. You "
    "did nothing wrong; our operators have been told."};
inline constexpr Text reference{"Khi gọi tổng đài, đọc mã {reference}.",
                                "If you call us, give the code {reference}."};
inline constexpr Text cancelled{"Việc đăng nhập đã dừng lại ở {provider}. Có thể bắt đầu lại.",
                                "Signing in was stopped at {provider}. You may begin again."};
inline constexpr Text stale{
    "Lần đăng nhập này đã quá 10 phút, đã dùng rồi hoặc không bắt đầu từ trình duyệt này. Hãy bắt "
    "đầu lại.",
    "This sign-in is older than 10 minutes, was used already, or was not begun in this browser. "
    "Please begin again."};
inline constexpr Text untrusted{
    "Trả lời của {provider} không qua được bước kiểm tra an toàn nên không được dùng.",
    "The answer of {provider} did not pass our safety checks, so it was not used."};
inline constexpr Text no_number{
    "{provider} không cho biết số định danh cá nhân, nên chưa thể mở tài khoản. Tài khoản định "
    "danh "
    "cần ở mức 2.",
    "{provider} told no personal number, so no account can be opened. Your identity account needs "
    "to be of level 2."};

}  // namespace account::text
