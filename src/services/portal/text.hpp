// Every sentence of the portal, in both languages.
#pragma once

#include "base/text.hpp"

namespace portal::text {

using base::Text;

inline constexpr Text home{"Trang chủ", "Home"};
inline constexpr Text hero{"Làm thủ tục, nộp hồ sơ và theo dõi kết quả tại {city}",
                           "Apply, submit and follow your dossiers in {city}"};
inline constexpr Text question{"Cần làm việc gì?", "What do you need to do?"};
inline constexpr Text example{"Ví dụ: xác nhận tình trạng hôn nhân",
                              "For example: marital-status certificate"};
inline constexpr Text search{"Tìm", "Search"};
inline constexpr Text often{"Hay tìm:", "Often searched:"};
inline constexpr Text often_birth{"Khai sinh", "Birth"};
inline constexpr Text often_extract{"Trích lục hộ tịch", "Civil-status extract"};
inline constexpr Text often_business{"Hộ kinh doanh", "Household business"};
inline constexpr Text often_marriage{"Tình trạng hôn nhân", "Marital status"};

inline constexpr Text lookup_title{"Tra cứu hồ sơ đã nộp", "Look up a dossier"};
inline constexpr Text lookup_hint{
    "Mã trên giấy tiếp nhận, ví dụ H13.01-261123-0001; chuẩn bị sẵn mã bí mật in bên dưới",
    "The code on your slip, for example H13.01-261123-0001; have the secret below it at hand"};
inline constexpr Text lookup_label{"Mã hồ sơ", "Dossier code"};
inline constexpr Text lookup_submit{"Xem tình trạng", "See its state"};

inline constexpr Text events{"Chọn theo việc trong đời sống", "Choose by life event"};
inline constexpr Text all_procedures{"Tất cả {count} thủ tục", "All {count} procedures"};
inline constexpr Text child{"Có con nhỏ", "A new child"};
inline constexpr Text child_detail{"Khai sinh, bảo hiểm y tế cho trẻ, nhận trợ cấp",
                                   "Birth registration, health insurance, allowances"};
inline constexpr Text marriage{"Kết hôn", "Marriage"};
inline constexpr Text marriage_detail{"Đăng ký kết hôn, xác nhận tình trạng hôn nhân",
                                      "Registration, marital-status certificate"};
inline constexpr Text housing{"Nhà ở, đất đai", "Housing and land"};
inline constexpr Text housing_detail{"Cấp sổ, sang tên, xin phép xây dựng",
                                     "Certificates, transfers, building permits"};
inline constexpr Text school{"Đi học", "School"};
inline constexpr Text school_detail{"Nhập học, chuyển trường, cấp lại bằng",
                                    "Admission, transfer, copies of diplomas"};
inline constexpr Text work{"Việc làm", "Work"};
inline constexpr Text work_detail{"Trợ cấp thất nghiệp, giấy phép lao động",
                                  "Unemployment benefit, work permits"};
inline constexpr Text health{"Sức khỏe, bảo hiểm", "Health and insurance"};
inline constexpr Text health_detail{"Thẻ bảo hiểm y tế, giám định khuyết tật",
                                    "Insurance cards, disability assessment"};
inline constexpr Text elderly{"Người cao tuổi", "Older people"};
inline constexpr Text elderly_detail{"Trợ cấp hưu trí xã hội, trợ cấp hằng tháng",
                                     "Social pension, monthly allowance"};
inline constexpr Text death{"Người thân qua đời", "A death in the family"};
inline constexpr Text death_detail{"Khai tử, mai táng phí, thừa kế",
                                   "Registration, funeral support, inheritance"};

// What each life event searches for.
inline constexpr Text child_words{"khai sinh", "birth"};
inline constexpr Text marriage_words{"hôn nhân", "marital"};
inline constexpr Text housing_words{"đất", "land"};
inline constexpr Text school_words{"trường", "school"};
inline constexpr Text work_words{"lao động", "work permit"};
inline constexpr Text health_words{"bảo hiểm", "insurance"};
inline constexpr Text elderly_words{"trợ cấp", "allowance"};
inline constexpr Text death_words{"khai tử", "death"};

inline constexpr Text online_now{"Nộp trực tuyến được ngay", "Can be done online now"};
inline constexpr Text business{"Doanh nghiệp, hộ kinh doanh", "Business"};
inline constexpr Text help{"Cần người giúp", "Need help"};
inline constexpr Text help_detail{
    "Đến bất kỳ trung tâm phục vụ hành chính công nào trong {count} xã, phường của thành phố, "
    "không phụ "
    "thuộc nơi cư trú.",
    "Come to any public service centre in the {count} communes and wards of the city, wherever you "
    "live."};
inline constexpr Text call{"Gọi tổng đài {number}", "Call the hotline {number}"};
inline constexpr Text my_dossiers{"Hồ sơ của tôi", "My dossiers"};

inline constexpr Text figures{"Giải quyết hồ sơ trong tháng {month}", "Dossiers in {month}"};
inline constexpr Text received{"hồ sơ đã tiếp nhận trong tháng", "dossiers received this month"};
inline constexpr Text on_time{"đã giải quyết đúng hạn", "resolved on time"};
inline constexpr Text late{"trễ hạn", "late"};

inline constexpr Text services{"Dịch vụ công", "Public services"};
inline constexpr Text services_lead{
    "Tìm theo tên, từ khóa hoặc mã thủ tục. Gõ có dấu hay không dấu đều được.",
    "Search by name, word or code, with or without Vietnamese marks."};
inline constexpr Text found{"Có {count} thủ tục cho “{words}”", "{count} procedures for “{words}”"};
inline constexpr Text in_field{"{count} thủ tục lĩnh vực {field}", "{count} procedures in {field}"};
inline constexpr Text none_found{"Không tìm thấy thủ tục nào cho “{words}”",
                                 "Nothing was found for “{words}”"};
inline constexpr Text none_advice{
    "Thử ít từ hơn, ví dụ “khai sinh”, hoặc chọn một lĩnh vực trong danh sách.",
    "Try fewer words, for example “birth”, or choose a field from the list."};
inline constexpr Text by_field{"Xem theo lĩnh vực", "By field"};
inline constexpr Text can_submit{"Nộp trực tuyến", "Online"};

inline constexpr Text code{"Mã thủ tục {code}", "Procedure code {code}"};
inline constexpr Text online_whole{"Nộp trực tuyến toàn trình", "Fully online"};
inline constexpr Text online_but_money{"Nộp trực tuyến, nộp tiền tại quầy",
                                       "Online, paid at the counter"};
inline constexpr Text counter_only{"Nộp tại quầy", "At the counter"};
inline constexpr Text apply{"Nộp hồ sơ trực tuyến", "Apply online"};
inline constexpr Text apply_as_resident{
    "Đang dùng tài khoản cán bộ. Để nộp hồ sơ của mình, đăng xuất rồi đăng nhập là công dân.",
    "You are signed in as an officer. To apply for yourself, sign out and sign in as a resident."};
inline constexpr Text apply_at_counter{
    "Thủ tục này chưa nộp trực tuyến được ở đây. Mang giấy tờ đến trung tâm phục vụ hành chính "
    "công.",
    "This cannot be submitted online here yet. Bring your papers to a public service centre."};
inline constexpr Text main_facts{"Thông tin chính", "Main facts"};
inline constexpr Text deadline{"Thời hạn giải quyết", "Time limit"};
inline constexpr Text agency{"Cơ quan giải quyết", "Deciding agency"};
inline constexpr Text submit_at{"Nộp tại", "Where to submit"};
inline constexpr Text submit_online{
    "Trực tuyến tại đây, hoặc bất kỳ trung tâm phục vụ hành chính công nào",
    "Online here, or at any public service centre"};
inline constexpr Text submit_centre{"Trung tâm phục vụ hành chính công", "Public service centre"};
inline constexpr Text result{"Kết quả", "Result"};
inline constexpr Text validity{"Giá trị: {text}", "Valid: {text}"};
inline constexpr Text more_help{"Hỏi thêm", "Questions"};

inline constexpr Text steps{"Các bước thực hiện", "Steps"};
inline constexpr Text step_fill{"Điền tờ khai và nộp", "Fill in the form and submit"};
inline constexpr Text step_fill_detail{"Khoảng 10 phút. Bản nháp được giữ 30 ngày.",
                                       "About 10 minutes. Your draft is kept for 30 days."};
inline constexpr Text step_pay{"Nộp {amount}", "Pay {amount}"};
inline constexpr Text step_pay_detail{
    "Tại quầy, sau khi hồ sơ được tiếp nhận. Thời hạn tính từ lúc nộp.",
    "At the counter, once received. The time limit starts then."};
inline constexpr Text step_wait{"Chờ cơ quan giải quyết", "The agency decides"};
inline constexpr Text step_wait_detail{"{time}. Theo dõi từng bước tại mục hồ sơ của tôi.",
                                       "{time}. Follow each step under my dossiers."};
inline constexpr Text step_result{"Nhận kết quả", "Receive the result"};
inline constexpr Text step_result_detail{
    "Bản điện tử có chữ ký số của người ký và của cơ quan.",
    "An electronic paper signed by the officer and the agency."};

inline constexpr Text legal_basis{"Căn cứ pháp lý", "Legal basis"};
inline constexpr Text legal_and_other{"Căn cứ pháp lý và thông tin khác",
                                      "Law and other information"};

inline constexpr Text not_found{"Không tìm thấy trang", "Page not found"};
inline constexpr Text not_found_detail{
    "Địa chỉ có thể gõ sai, hoặc trang này không dành cho tài khoản đang dùng.",
    "The address may be mistyped, or this page is not for the account in use."};
inline constexpr Text to_home{"Về trang chủ", "Go to the home page"};
inline constexpr Text no_room{"Hệ thống tạm thời chỉ xem được", "For now this can only be read"};
inline constexpr Text no_room_detail{
    "Chưa lưu được nên việc này chưa được thực hiện; những gì đã gửi trước đó vẫn còn. Thử lại sau "
    "ít phút.",
    "Nothing can be saved, so this was not done; what was sent before is still there. Try again in "
    "a few minutes."};
inline constexpr Text kept_in_page{
    "Chưa lưu được, nhưng những gì vừa nhập vẫn nằm trong trang này. Để trang này mở và gửi lại "
    "sau "
    "ít phút.",
    "It could not be saved, but what you typed is kept in this page. Leave it open and send again "
    "in a few minutes."};
inline constexpr Text files_again{"Tệp đính kèm không giữ được, cần chọn lại.",
                                  "Attached files could not be kept and must be chosen again."};
inline constexpr Text send_again{"Gửi lại", "Send again"};
inline constexpr Text failed{"Hệ thống gặp lỗi, chưa làm được việc này",
                             "Something went wrong on our side"};
inline constexpr Text failed_detail{
    "Không có gì bị mất: những gì đã lưu trước đó vẫn còn. Thử lại sau ít phút, hoặc gọi tổng đài "
    "và đọc mã {reference}.",
    "Nothing is lost: what was saved is still there. Try again in a few minutes, or call and give "
    "the code {reference}."};
inline constexpr Text bad_request{"Dữ liệu gửi lên không đọc được", "What was sent cannot be read"};
inline constexpr Text bad_request_detail{"Quay lại trang trước, tải lại trang rồi gửi lại.",
                                         "Go back, reload the page and send it again."};
inline constexpr Text forbidden{"Phiên làm việc đã đổi", "Your session has changed"};
inline constexpr Text forbidden_detail{
    "Để an toàn, biểu mẫu này chưa được gửi. Những gì vừa nhập đã được giữ lại; mở lại trang để "
    "gửi.",
    "For safety the form was not taken. What you typed is kept; open the page again to send it."};
inline constexpr Text open_again{"Mở lại trang", "Open the page again"};

}  // namespace portal::text
