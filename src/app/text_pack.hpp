// What who imports a pack hears.
#pragma once

#include "base/text.hpp"

namespace app::text {

inline constexpr base::Text no_pack{"Không mở được thư mục {folder}. Hãy kiểm tra đường dẫn.",
                                    "The folder {folder} cannot be opened. Check the path."};
inline constexpr base::Text file_missing{"Không có tệp {file}. Hãy thêm tệp này.",
                                         "There is no file {file}. Add it."};
inline constexpr base::Text nobody_tells{
    "Không phòng nào gửi loại tin này. Hãy sửa tên hoặc bỏ tệp.",
    "No room tells this kind of message. Rename or remove it."};

}  // namespace app::text
