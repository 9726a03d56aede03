// What is read about organisations and who speaks for them, in both languages.
#pragma once

#include "base/text.hpp"

namespace administration::office::text {

using base::Text;

inline constexpr Text organisations{"Tổ chức, doanh nghiệp", "Organisations"};
inline constexpr Text organisations_of_person{"Đại diện cho", "Represents"};
inline constexpr Text organisations_sub{"{count} tổ chức", "{count} organisations"};
inline constexpr Text filter_organisations{"Lọc tổ chức", "Filter organisations"};
inline constexpr Text name_or_tax_code{"Tên, mã số thuế", "Name or tax code"};
inline constexpr Text kind{"Loại hình", "Kind"};
inline constexpr Text any_kind{"Mọi loại hình", "Any kind"};
inline constexpr Text kinds[] = {
    {"Doanh nghiệp", "Company"},
    {"Hộ kinh doanh", "Household business"},
    {"Hợp tác xã", "Cooperative"},
    {"Đơn vị sự nghiệp", "Public service unit"},
    {"Hội, đoàn thể", "Association"},
    {"Tổ chức tôn giáo", "Religious organisation"},
    {"Tổ chức nước ngoài", "Foreign organisation"},
};
inline constexpr Text organisation_name{"Tên tổ chức", "Name of the organisation"};
inline constexpr Text tax_code{"Mã số thuế", "Tax code"};
inline constexpr Text tax_code_hint{
    "10 chữ số; chi nhánh 13 chữ số; hộ kinh doanh dùng 12 số định danh của chủ hộ",
    "10 digits; 13 for a branch; a household uses its owner’s 12-digit personal number"};
inline constexpr Text establishment{"Số quyết định, giấy phép thành lập",
                                    "Number of the founding decision or licence"};
inline constexpr Text establishment_hint{
    "Cho tổ chức không có mã số thuế, ví dụ 15/QĐ-UBND",
    "For an organisation without a tax code, for example 15/QD-UBND"};
inline constexpr Text org_from{"Hoạt động từ ngày", "Active from"};
inline constexpr Text org_to{"Ngừng sau ngày", "Active until"};
inline constexpr Text org_days{"Thời gian hoạt động", "Active"};
inline constexpr Text add_organisation{"Thêm tổ chức", "Add an organisation"};
inline constexpr Text no_organisations{"Chưa có tổ chức nào khớp", "No organisation matches"};
inline constexpr Text no_organisations_detail{
    "Thêm tổ chức một lần, sau đó ghi người đại diện: hồ sơ sau này có thể nộp thay tổ chức.",
    "Add an organisation once, then record who speaks for it: later a dossier can be submitted in "
    "its name."};
inline constexpr Text save_organisation{"Lưu", "Save"};
inline constexpr Text organisation_saved{"Đã lưu.", "Saved."};
inline constexpr Text organisation_facts{"Thông tin tổ chức", "About the organisation"};
inline constexpr Text representatives{"Người đại diện", "Representatives"};
inline constexpr Text no_representatives{"Chưa ghi người đại diện nào.",
                                         "No representative is recorded."};
inline constexpr Text capacity{"Tư cách", "Capacity"};
inline constexpr Text capacity_hint{"Ví dụ: Giám đốc, người được ủy quyền",
                                    "For example: director, person authorised"};
inline constexpr Text evidence{"Giấy tờ chứng minh", "Evidence"};
inline constexpr Text evidence_hint{
    "Ví dụ: Giấy chứng nhận đăng ký doanh nghiệp ngày 02/3/2015",
    "For example: certificate of enterprise registration of 02/3/2015"};
inline constexpr Text representative_number{"Số định danh của người đại diện",
                                            "Personal number of the representative"};
inline constexpr Text add_representative{"Ghi người đại diện", "Record a representative"};
inline constexpr Text end_representative{"Ghi ngày thôi đại diện", "Record the last day"};
inline constexpr Text representative_ended{"Đã ghi ngày thôi đại diện.",
                                           "The last day is recorded."};
inline constexpr Text representative_added{"Đã ghi người đại diện.",
                                           "The representative is recorded."};
inline constexpr Text purpose_representatives{"Xem người đại diện của tổ chức",
                                              "See who represents an organisation"};

// ---- Troubles
inline constexpr Text enter_organisation{"Nhập tên tổ chức như trên giấy đăng ký",
                                         "Enter the name as registered"};
inline constexpr Text tax_shape{
    "Mã số thuế có 10 chữ số, 13 chữ số cho chi nhánh, ví dụ 1800156801 hoặc 1800156801-001",
    "A tax code has 10 digits, 13 for a branch, for example 1800156801 or 1800156801-001"};
inline constexpr Text tax_check_digit{
    "Chữ số thứ mười không khớp chín chữ số trước: mã này chưa được cấp. So lại với giấy tờ, ví dụ "
    "1800156801",
    "The tenth digit does not fit the nine before it, so this code was never given. Compare the "
    "paper, for example 1800156801"};
inline constexpr Text tax_taken{"Mã số thuế này đã là của {name}",
                                "This tax code belongs to {name}"};
inline constexpr Text enter_one_number{
    "Nhập mã số thuế, hoặc số quyết định, giấy phép thành lập nếu tổ chức không có mã số thuế",
    "Enter the tax code, or the founding decision or licence if it has none"};
inline constexpr Text choose_kind{"Chọn loại hình", "Choose the kind"};
inline constexpr Text org_reversed{"Ngày cuối trước ngày đầu. Nhập một ngày từ {day} trở đi",
                                   "The last day is before the first. Enter a day from {day} on"};
inline constexpr Text enter_capacity{"Nhập tư cách đại diện, ví dụ Giám đốc",
                                     "Enter the capacity, for example director"};
inline constexpr Text enter_evidence{"Nhập giấy tờ chứng minh quyền đại diện",
                                     "Enter the paper that proves it"};
inline constexpr Text outside_organisation{
    "Thời gian đại diện phải nằm trong thời gian hoạt động của tổ chức, từ {from} đến {to}",
    "It must lie within the days of the organisation, from {from} until {to}"};
inline constexpr Text represents_already{
    "Người này đã đại diện cho tổ chức từ {from} đến {to}. Ghi ngày thôi đại diện trước",
    "This person represents it from {from} until {to} already. Record that last day first"};
inline constexpr Text nobody_has_number{
    "Chưa có ai có số định danh này trong hệ thống. Người đại diện cần đăng nhập một lần trước",
    "Nobody here has this personal number. The representative has to sign in once before"};

}  // namespace administration::office::text
