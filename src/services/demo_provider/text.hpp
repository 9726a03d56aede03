// Every sentence of the simulated provider, in both languages.
#pragma once

#include "base/text.hpp"

namespace demo_provider::text {

using base::Text;

inline constexpr Text title{"VNeID (mô phỏng)", "VNeID (simulated)"};
inline constexpr Text warning{
    "Trang này mô phỏng VNeID để trình diễn, không phải VNeID của Bộ Công an. Những người dưới đây "
    "đều là giả định; không nhập thông tin thật.",
    "This page simulates VNeID for a demonstration; it is not the VNeID of the Ministry of Public "
    "Security. The people below are invented; enter nothing real."};
inline constexpr Text who{"Đăng nhập với tư cách người nào?", "Who do you sign in as?"};
inline constexpr Text born{"Sinh {birth}, số định danh {number}", "Born {birth}, number {number}"};
inline constexpr Text told{
    "Nơi nhận được biết: họ tên, số định danh, ngày sinh, giới tính, nơi cư trú, số điện thoại, "
    "thư "
    "điện tử.",
    "The receiving site is told: name, personal number, date of birth, gender, residence, phone, "
    "e-mail."};
inline constexpr Text go_on{"Đăng nhập", "Sign in"};
inline constexpr Text turn_back{"Quay lại", "Go back"};
inline constexpr Text nobody_chosen{"Chọn một người, ví dụ người đầu tiên trong danh sách",
                                    "Choose a person, for example the first of the list"};
inline constexpr Text wrong_request{"Yêu cầu đăng nhập không hợp lệ",
                                    "Not a valid sign-in request"};
inline constexpr Text wrong_request_detail{
    "Nơi gửi yêu cầu không được biết ở đây, hoặc địa chỉ trở về không đúng. Quay lại trang trước "
    "và "
    "bắt đầu lại.",
    "Whoever sent this request is not known here, or the return address is not right. Go back and "
    "begin again."};

}  // namespace demo_provider::text
