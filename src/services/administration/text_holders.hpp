// The letter to those who keep the journal's seals, in both languages.
#pragma once

#include "base/text.hpp"

namespace administration::text {

using base::Text;

inline constexpr Text seal_letter{"Niêm phong số {number} của nhật ký",
                                  "Seal {number} of the journal"};
inline constexpr Text seal_letter_what{
    "Đây là niêm phong mới nhất của nhật ký, gửi mỗi ngày cho đơn vị giữ bản thứ hai.",
    "This is the newest seal of the journal, sent each day to those who hold a second copy."};
inline constexpr Text seal_letter_number{"Số niêm phong: {number}", "Number: {number}"};
inline constexpr Text seal_letter_time{"Lập lúc: {time}, gồm {entries} mục nhật ký",
                                       "Made at: {time}, over {entries} entries"};
inline constexpr Text seal_letter_root{"Mã gốc: {root}", "Root: {root}"};
inline constexpr Text seal_letter_hash{"Mã băm: {hash}", "Hash: {hash}"};
inline constexpr Text seal_letter_key{"Tên khóa: {key}", "Name of the key: {key}"};
inline constexpr Text seal_letter_keep{
    "Chép nguyên dòng dưới đây vào cuối tệp đang giữ, mỗi niêm phong một dòng:",
    "Copy the line below to the end of the file that is kept, one line for each seal:"};
inline constexpr Text seal_letter_check{
    "Để đối chiếu, đưa tệp ấy lên máy chủ của thành phố rồi chạy: taydo journal verify --seals "
    "TỆP. Nhật ký bị cắt, bị viết lại hay bị niêm phong bằng khóa khác đều được chỉ ra. Có thể so "
    "với danh sách công khai: {url}",
    "To check, bring that file to the city’s server and run: taydo journal verify --seals FILE. A "
    "journal that was cut, rewritten or sealed with another key is named. The public list to "
    "compare with: {url}"};

}  // namespace administration::text
