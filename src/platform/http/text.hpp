// What the edge itself says, when no page of the program could be asked.
#pragma once

#include "base/text.hpp"

namespace http::text {

using base::Text;

inline constexpr Text malformed{"Không đọc được yêu cầu này.", "This request could not be read."};
inline constexpr Text sign_in_first{
    "Chỉ nhận tệp của người đã đăng nhập, ở trang có yêu cầu tệp. Hãy đăng nhập rồi gửi lại.",
    "Files are taken only from people who have signed in, where a page asks for them. Sign in and "
    "send them again."};
inline constexpr Text too_slow{"Yêu cầu đến quá chậm nên kết nối đã đóng. Hãy thử lại.",
                               "The request came too slowly and was closed. Try again."};
inline constexpr Text too_large{
    "Nội dung gửi lên quá lớn. Hãy giảm dung lượng tệp rồi gửi lại.",
    "What was sent is too large. Make the files smaller and try again."};
inline constexpr Text address_too_long{"Địa chỉ trang quá dài.", "The address is too long."};
inline constexpr Text headers_too_large{
    "Phần đầu của yêu cầu quá lớn. Hãy xóa cookie của trang này rồi thử lại.",
    "The request's headers are too large. Delete this site's cookies and try again."};
inline constexpr Text busy{"Đang có quá nhiều yêu cầu. Hãy thử lại sau vài giây.",
                           "There are too many requests now. Try again in a few seconds."};
inline constexpr Text failed{
    "Có lỗi ở phía hệ thống, yêu cầu chưa được thực hiện. Hãy thử lại; nếu vẫn lỗi, hãy báo mã "
    "{number}.",
    "Something failed on our side and the request was not carried out. Try again; if it fails "
    "again, report the number {number}."};

}  // namespace http::text
