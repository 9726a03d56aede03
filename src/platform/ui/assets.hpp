// Where pages find styles, islands and icons. Made by web/build.mjs: change that, not this.
#pragma once

#include <string_view>

// clang-format off
namespace ui::assets {

inline constexpr const char* citizen_css = "/assets/citizen.1edce79a.css";
inline constexpr const char* officer_css = "/assets/officer.1a124e0b.css";
inline constexpr const char* citizen_js = "/assets/citizen.060f6eb5.js";
inline constexpr const char* officer_js = "/assets/officer.e02d092e.js";
inline constexpr const char* icons_svg = "/assets/icons.23d67f10.svg";
inline constexpr const char* favicon_svg = "/assets/favicon.edb9afbd.svg";
inline constexpr const char* bvp_latin_400_woff2 = "/assets/bvp-latin-400.03d1b589.woff2";
inline constexpr const char* bvp_vietnamese_400_woff2 = "/assets/bvp-vietnamese-400.dc085e2f.woff2";

// The icons in the sprite; ui::Icon takes no other.
inline constexpr std::string_view icons[] = {
    "arrow-down",
    "arrow-right",
    "arrow-up",
    "baby",
    "badge-check",
    "banknote",
    "bell",
    "briefcase",
    "building-2",
    "calendar-days",
    "check",
    "chevron-left",
    "chevron-right",
    "circle-check",
    "circle-help",
    "circle-pause",
    "circle-x",
    "clock",
    "cloud-check",
    "download",
    "eye",
    "file-check",
    "file-text",
    "flower-2",
    "folder-open",
    "graduation-cap",
    "hand-heart",
    "heart-handshake",
    "history",
    "hourglass",
    "house",
    "inbox",
    "info",
    "key-round",
    "landmark",
    "layout-dashboard",
    "list-checks",
    "log-out",
    "mail",
    "map-pin",
    "menu",
    "message-square",
    "package-check",
    "pen-line",
    "phone",
    "plus",
    "printer",
    "receipt",
    "scan-line",
    "search",
    "settings",
    "shield-alert",
    "shield-check",
    "shield-x",
    "signature",
    "stamp",
    "stethoscope",
    "table-2",
    "trash-2",
    "triangle-alert",
    "undo-2",
    "upload",
    "user-round",
    "users-round",
};

}  // namespace ui::assets
