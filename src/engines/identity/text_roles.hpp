// What the keeper of roles.json hears.
#pragma once

#include "base/text.hpp"

namespace identity::text {

inline constexpr base::Text no_roles{"Phải là một danh sách có nhiều nhất {max} vai trò.",
                                     "This must be a list of at most {max} roles."};
inline constexpr base::Text bad_role{
    "Mã vai trò chỉ gồm chữ hoa không dấu, số và gạch dưới, ví dụ \"SPECIALIST\".",
    "The code of a role has capitals, digits and underscores, such as \"SPECIALIST\"."};
inline constexpr base::Text role_twice{"Vai trò này đã có ở trên. Hãy bỏ một hoặc đổi mã.",
                                       "This role stands above already. Rename or remove it."};

}  // namespace identity::text
