// What is said when too many wait for another server, in both languages.
#pragma once

#include "base/text.hpp"

namespace portal::text {

using base::Text;

inline constexpr Text crowded{"Nơi xác thực đang trả lời chậm", "The identity provider is slow"};
inline constexpr Text crowded_detail{
    "Đã có nhiều người cùng chờ máy chủ bên ngoài trả lời, nên trang này chưa chờ thêm. Các trang "
    "khác vẫn dùng được. Thử lại sau khoảng mười giây.",
    "Many people are already waiting for another server to answer, so this page does not wait as "
    "well. Everything else works. Try again in some ten seconds."};
inline constexpr Text try_again{"Thử lại", "Try again"};

}  // namespace portal::text
