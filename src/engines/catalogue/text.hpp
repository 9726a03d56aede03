// Words of the catalogue: what kinds and levels are called, and what the keeper of a pack hears.
#pragma once

#include "base/text.hpp"

namespace catalogue::text {

inline constexpr base::Text commune{"Cấp xã", "Commune"};
inline constexpr base::Text city{"Cấp thành phố", "City"};
inline constexpr base::Text counter{"Trực tiếp tại quầy", "At the counter"};
inline constexpr base::Text online{"Trực tuyến", "Online"};
inline constexpr base::Text post{"Qua bưu chính công ích", "By public post"};
inline constexpr base::Text whole{"Trực tuyến toàn trình", "Fully online"};
inline constexpr base::Text part{"Trực tuyến một phần", "Partly online"};
inline constexpr base::Text form{"Tờ khai", "Form"};
inline constexpr base::Text original{"Bản chính", "Original"};
inline constexpr base::Text certified_copy{"Bản sao chứng thực", "Certified copy"};
inline constexpr base::Text compare{"Bản chụp kèm bản chính để đối chiếu",
                                    "Copy, with the original to compare"};
inline constexpr base::Text present{"Xuất trình", "To be shown"};
inline constexpr base::Text photo{"Ảnh", "Photo"};
inline constexpr base::Text fee{"Phí", "Fee"};
inline constexpr base::Text charge{"Lệ phí", "Charge"};
inline constexpr base::Text no_fee{"Không thu", "Free of charge"};
inline constexpr base::Text awaits_confirmation{"Dữ liệu minh họa, chờ thành phố xác nhận",
                                                "Sample data, awaiting the city's confirmation"};

inline constexpr base::Text bad_clock{"“cutoff” phải là giờ và phút, ví dụ \"15:00\".",
                                      "“cutoff” must be hour and minute, for example \"15:00\"."};
inline constexpr base::Text bad_rule{"Điều kiện sai ở cột {column}. {why}",
                                     "The condition is wrong at column {column}. {why}"};
inline constexpr base::Text bad_code{
    "“code” chỉ gồm chữ không dấu, số, dấu chấm và gạch nối, dài nhất 60 ký tự.",
    "“code” holds only plain letters, digits, dots and hyphens, at most 60."};
inline constexpr base::Text ends_before{"“valid_to” phải từ ngày “valid_from” trở đi.",
                                        "“valid_to” must not be before “valid_from”."};
inline constexpr base::Text bad_channel{
    "Không có kênh “{given}”. Chọn trong: counter, online, post.",
    "There is no channel “{given}”. Choose from: counter, online, post."};

inline constexpr base::Text no_folder{"Không mở được thư mục {path}. Hãy kiểm tra đường dẫn.",
                                      "The folder {path} cannot be opened. Check the path."};
inline constexpr base::Text no_file{"Không có tệp {path}. Hãy thêm tệp hoặc sửa đường dẫn.",
                                    "There is no file {path}. Add it or correct the path."};
inline constexpr base::Text bad_path{"Đường dẫn “{path}” phải nằm trong gói và không chứa “..”.",
                                     "The path “{path}” must lie inside the pack, without “..”."};
inline constexpr base::Text too_big{"Tệp lớn hơn {max} byte.", "The file exceeds {max} bytes."};
inline constexpr base::Text not_text{"Tệp không phải văn bản UTF-8. Hãy lưu lại dạng UTF-8.",
                                     "The file is not UTF-8 text. Save it as UTF-8."};
inline constexpr base::Text not_json{"JSON sai cú pháp: {why}.", "The JSON is malformed: {why}."};
inline constexpr base::Text no_field{
    "Không có lĩnh vực “{code}” trong fields.json. Hãy thêm vào đó hoặc sửa mã.",
    "There is no field “{code}” in fields.json. Add it there or correct the code."};
inline constexpr base::Text same_code{"Mã {code} đã có ở {file}. Mỗi thủ tục chỉ có một thư mục.",
                                      "The code {code} already stands in {file}. One folder each."};
inline constexpr base::Text too_many{"Gói có quá {max} thủ tục.",
                                     "The pack has more than {max} procedures."};

inline constexpr base::Text told_refused_broken{
    "Không công bố gì: gói có {count} chỗ cần sửa.",
    "Nothing was published: the pack has {count} places to mend."};
inline constexpr base::Text told_refused_conflict{
    "Không công bố gì: {count} thủ tục đã sửa ở cả hai nơi. Thêm --overwrite để lấy theo gói.",
    "Nothing was published: {count} procedures changed on both sides. "
    "Add --overwrite to take the pack's."};
inline constexpr base::Text told_nothing{
    "Gói {pack} {version}: mọi thứ đã có sẵn ({count} thủ tục), không có gì để công bố.",
    "Pack {pack} {version}: everything is here already ({count} procedures), nothing to publish."};
inline constexpr base::Text told_would{
    "Gói {pack} {version}: sẽ công bố {count} phiên bản. Đây là chạy thử, chưa ghi gì.",
    "Pack {pack} {version}: {count} versions would be published. Dry run, nothing written."};
inline constexpr base::Text told_published{"Gói {pack} {version}: đã công bố {count} phiên bản.",
                                           "Pack {pack} {version}: {count} versions published."};

inline constexpr base::Text added{"mới", "new"};
inline constexpr base::Text changed{"gói có thay đổi", "changed in the pack"};
inline constexpr base::Text unchanged{"không đổi", "unchanged"};
inline constexpr base::Text kept{"đã sửa tại đây, giữ nguyên", "changed here, kept"};
inline constexpr base::Text conflict{"đã sửa ở cả hai nơi", "changed on both sides"};
inline constexpr base::Text left_out{"không còn trong gói, vẫn hiệu lực",
                                     "no longer in the pack, still in force"};

}  // namespace catalogue::text
