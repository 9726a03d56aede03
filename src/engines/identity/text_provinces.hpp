// What the first three digits of a personal number stand for: the province that registered the
// birth.
//
// Old numbers keep their digits for ever, so the table is dated: each prefix has the name it was
// given under and the province it belongs to since 1/7/2025. Countries have 100 and above.
#pragma once

#include <string_view>

namespace identity::text {

struct ProvinceOfBirth {
  std::string_view prefix;
  std::string_view name;   // until 30/6/2025
  std::string_view since;  // from 1/7/2025 [law: NQ 202/2025/QH15]
};

inline constexpr ProvinceOfBirth provinces_of_birth[] = {
    {"001", "Hà Nội", "Hà Nội"},
    {"002", "Hà Giang", "Tuyên Quang"},
    {"004", "Cao Bằng", "Cao Bằng"},
    {"006", "Bắc Kạn", "Thái Nguyên"},
    {"008", "Tuyên Quang", "Tuyên Quang"},
    {"010", "Lào Cai", "Lào Cai"},
    {"011", "Điện Biên", "Điện Biên"},
    {"012", "Lai Châu", "Lai Châu"},
    {"014", "Sơn La", "Sơn La"},
    {"015", "Yên Bái", "Lào Cai"},
    {"017", "Hoà Bình", "Phú Thọ"},
    {"019", "Thái Nguyên", "Thái Nguyên"},
    {"020", "Lạng Sơn", "Lạng Sơn"},
    {"022", "Quảng Ninh", "Quảng Ninh"},
    {"024", "Bắc Giang", "Bắc Ninh"},
    {"025", "Phú Thọ", "Phú Thọ"},
    {"026", "Vĩnh Phúc", "Phú Thọ"},
    {"027", "Bắc Ninh", "Bắc Ninh"},
    {"030", "Hải Dương", "Hải Phòng"},
    {"031", "Hải Phòng", "Hải Phòng"},
    {"033", "Hưng Yên", "Hưng Yên"},
    {"034", "Thái Bình", "Hưng Yên"},
    {"035", "Hà Nam", "Ninh Bình"},
    {"036", "Nam Định", "Ninh Bình"},
    {"037", "Ninh Bình", "Ninh Bình"},
    {"038", "Thanh Hóa", "Thanh Hóa"},
    {"040", "Nghệ An", "Nghệ An"},
    {"042", "Hà Tĩnh", "Hà Tĩnh"},
    {"044", "Quảng Bình", "Quảng Trị"},
    {"045", "Quảng Trị", "Quảng Trị"},
    {"046", "Huế", "Huế"},
    {"048", "Đà Nẵng", "Đà Nẵng"},
    {"049", "Quảng Nam", "Đà Nẵng"},
    {"051", "Quảng Ngãi", "Quảng Ngãi"},
    {"052", "Bình Định", "Gia Lai"},
    {"054", "Phú Yên", "Đắk Lắk"},
    {"056", "Khánh Hòa", "Khánh Hòa"},
    {"058", "Ninh Thuận", "Khánh Hòa"},
    {"060", "Bình Thuận", "Lâm Đồng"},
    {"062", "Kon Tum", "Quảng Ngãi"},
    {"064", "Gia Lai", "Gia Lai"},
    {"066", "Đắk Lắk", "Đắk Lắk"},
    {"067", "Đắk Nông", "Lâm Đồng"},
    {"068", "Lâm Đồng", "Lâm Đồng"},
    {"070", "Bình Phước", "Đồng Nai"},
    {"072", "Tây Ninh", "Tây Ninh"},
    {"074", "Bình Dương", "Hồ Chí Minh"},
    {"075", "Đồng Nai", "Đồng Nai"},
    {"077", "Bà Rịa - Vũng Tàu", "Hồ Chí Minh"},
    {"079", "Hồ Chí Minh", "Hồ Chí Minh"},
    {"080", "Long An", "Tây Ninh"},
    {"082", "Tiền Giang", "Đồng Tháp"},
    {"083", "Bến Tre", "Vĩnh Long"},
    {"084", "Trà Vinh", "Vĩnh Long"},
    {"086", "Vĩnh Long", "Vĩnh Long"},
    {"087", "Đồng Tháp", "Đồng Tháp"},
    {"089", "An Giang", "An Giang"},
    {"091", "Kiên Giang", "An Giang"},
    {"092", "Cần Thơ", "Cần Thơ"},
    {"093", "Hậu Giang", "Cần Thơ"},
    {"094", "Sóc Trăng", "Cần Thơ"},
    {"095", "Bạc Liêu", "Cà Mau"},
    {"096", "Cà Mau", "Cà Mau"},
};

}  // namespace identity::text
