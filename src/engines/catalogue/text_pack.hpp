// What the keeper of a pack hears about its files.
#pragma once

#include "base/text.hpp"

namespace catalogue::text {

inline constexpr base::Text key_twice{"“{key}” có hai lần trong cùng một chỗ. Hãy bỏ một.",
                                      "“{key}” stands twice in one place. Remove one of them."};
inline constexpr base::Text not_a_list{"Tệp này phải là một danh sách [ … ].",
                                       "This file must be a list [ … ]."};
inline constexpr base::Text code_twice{
    "Mã “{code}” đã có ở trên. Hãy bỏ một hoặc đổi mã.",
    "The code “{code}” stands above already. Rename or remove it."};
inline constexpr base::Text no_database{
    "Không có cơ sở dữ liệu “{code}” trong databases.json. Hãy thêm vào đó hoặc sửa mã.",
    "There is no database “{code}” in databases.json. Add it there or correct the code."};
inline constexpr base::Text malformed{
    "JSON sai cú pháp ({why}). Thường là thiếu dấu phẩy, nháy hoặc ngoặc ở đây hay dòng trên.",
    "The JSON is malformed ({why}). Look for a missing comma, quote or bracket here or above."};

}  // namespace catalogue::text
