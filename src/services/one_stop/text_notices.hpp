// What residents choose by: the kinds of news about a dossier.
#pragma once

#include "base/text.hpp"

namespace one_stop::text {

inline constexpr base::Text told_accepted{"Hồ sơ được tiếp nhận", "A dossier is accepted"};
inline constexpr base::Text told_refused{"Hồ sơ không được tiếp nhận", "A dossier is not accepted"};
inline constexpr base::Text told_ready{"Đã có kết quả", "A result is ready"};
inline constexpr base::Text told_draft_ends{"Tờ khai chưa nộp sắp hết hạn lưu",
                                            "A form not yet submitted is about to lapse"};

}  // namespace one_stop::text
