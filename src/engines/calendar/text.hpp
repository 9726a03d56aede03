// Words for time left, and of the feed.
#pragma once

#include "base/text.hpp"

namespace calendar::text {

using base::Text;

inline constexpr Text days_left{"Còn {days} ngày", "{days} working days left"};
// It reaches into a year whose days off are not published.
inline constexpr Text days_left_provisional{"Còn {days} ngày (tạm tính)",
                                            "{days} working days left (provisional)"};
inline constexpr Text one_day_left{"Còn 1 ngày", "1 working day left"};
inline constexpr Text today{"Hôm nay", "Today"};
inline constexpr Text late_days{"Quá {days} ngày", "{days} working days late"};
inline constexpr Text late_one_day{"Quá 1 ngày", "1 working day late"};
inline constexpr Text not_running{"Chưa tính hạn", "Clock not running"};

// In the feed for calendar programs.
inline constexpr Text feed_off{"Nghỉ: {name}", "Day off: {name}"};
inline constexpr Text feed_work{"Làm bù: {name}", "Working day: {name}"};
inline constexpr Text feed_unsure{" (chưa chính thức)", " (not official)"};

}  // namespace calendar::text
