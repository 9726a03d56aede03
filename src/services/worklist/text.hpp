// Every sentence of the worklist, in both languages.
#pragma once

#include "base/text.hpp"

namespace worklist::text {

using base::Text;

inline constexpr Text heading{"Việc cần xử lý", "My work"};
inline constexpr Text sub{"{weekday}, {date}. Hạn tính theo ngày làm việc.",
                          "{weekday}, {date}. Time is counted in working days."};
inline constexpr Text weekdays[] = {{"Thứ Hai", "Monday"},   {"Thứ Ba", "Tuesday"},
                                    {"Thứ Tư", "Wednesday"}, {"Thứ Năm", "Thursday"},
                                    {"Thứ Sáu", "Friday"},   {"Thứ Bảy", "Saturday"},
                                    {"Chủ Nhật", "Sunday"}};
inline constexpr Text open{"Đang giữ", "Open"};
inline constexpr Text late{"Quá hạn", "Late"};
inline constexpr Text soon{"Đến hạn trong 1 ngày", "Due within 1 day"};
inline constexpr Text not_running{"Chưa tính hạn", "Clock not running"};
inline constexpr Text words{"Tên, mã hồ sơ", "Name or code"};
inline constexpr Text due{"Hạn", "Due"};
inline constexpr Text any_due{"Mọi hạn", "Any"};
inline constexpr Text filter_label{"Lọc việc", "Filter work"};
inline constexpr Text export_table{"Xuất bảng", "Export"};
inline constexpr Text matter{"Hồ sơ", "Dossier"};
inline constexpr Text party{"Người nộp", "Applicant"};
inline constexpr Text step{"Thủ tục, bước", "Procedure, step"};
inline constexpr Text state{"Trạng thái", "State"};
inline constexpr Text step_open{"Đang chờ", "Waiting"};
inline constexpr Text step_late{"Quá giờ của bước", "Over the step's time"};
inline constexpr Text acting_for{"làm thay {name}", "acting for {name}"};
inline constexpr Text step_due{"Hạn bước", "Step due"};
inline constexpr Text caption{"{count} việc, xếp theo hạn gần nhất",
                              "{count} items, nearest deadline first"};
inline constexpr Text none{"Không có việc nào đang chờ", "Nothing is waiting"};
inline constexpr Text none_detail{"Việc mới sẽ hiện ở đây ngay khi được chuyển đến.",
                                  "New work appears here as soon as it arrives."};
inline constexpr Text none_match{"Không có việc nào khớp bộ lọc", "Nothing matches the filter"};
inline constexpr Text clear{"Bỏ lọc", "Clear the filter"};
inline constexpr Text range{"{from}-{to} trong {all} việc", "{from}-{to} of {all}"};

inline constexpr Text purpose_list{"Xem danh sách việc cần xử lý", "See the worklist"};
inline constexpr Text purpose_export{"Xuất danh sách việc", "Export the worklist"};

}  // namespace worklist::text
