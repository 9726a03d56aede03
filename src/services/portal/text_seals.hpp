// Every sentence about the journal's seals, in both languages.
#pragma once

#include "base/text.hpp"

namespace portal::text {

using base::Text;

inline constexpr Text seals{"Niêm phong nhật ký", "Seals of the journal"};
inline constexpr Text seals_lead{
    "Mọi việc trên hệ thống đều được ghi một mục nhật ký. Vài giây một lần, các mục mới được niêm "
    "phong bằng một mã gốc có chữ ký số, nối tiếp niêm phong trước. Ai giữ một bản danh sách này "
    "đều có thể biết về sau nhật ký có bị sửa, cắt hay làm lại hay không.",
    "Everything done in the system leaves one journal entry. Every few seconds the new ones are "
    "sealed by a signed root that follows the seal before. Whoever keeps a copy of this list can "
    "tell later whether the journal was altered, cut or made anew."};
inline constexpr Text seals_none{"Chưa có niêm phong nào", "No seals yet"};
inline constexpr Text seals_older{"Các niêm phong trước đó", "Older seals"};
inline constexpr Text seal_line{"Niêm phong số {number}", "Seal {number}"};
inline constexpr Text seal_number{"Số", "Number"};
inline constexpr Text seal_time{"Thời điểm", "Time"};
inline constexpr Text seal_entries{"Số mục", "Entries"};
inline constexpr Text seal_key{"Khóa", "Key"};
inline constexpr Text seal_root{"Mã gốc", "Root"};
inline constexpr Text seal_hash{"Mã niêm phong", "Hash of the seal"};
inline constexpr Text seal_signature{"Chữ ký Ed25519", "Ed25519 signature"};
inline constexpr Text seal_keys{"Khóa công khai", "Public keys"};
inline constexpr Text seal_keys_lead{
    "Khóa mới chỉ có hiệu lực khi được một niêm phong ký bằng khóa cũ giới thiệu.",
    "A new key holds only when a seal signed with the old one brings it in."};
inline constexpr Text key_term{"Từ niêm phong số {from} lúc {time} đến niêm phong số {until}",
                               "From seal {from}, {time}, to seal {until}"};
inline constexpr Text key_open{"Từ niêm phong số {from} lúc {time} đến nay",
                               "From seal {from}, {time}, until now"};
inline constexpr Text seals_check{"Dành cho người muốn kiểm tra", "For those who check"};
inline constexpr Text seals_check_how{
    "Danh sách ở dạng máy đọc nằm tại /api/v1/seals?after=0, mỗi lần nhiều nhất 500 niêm phong.",
    "The list for machines is at /api/v1/seals?after=0, at most 500 seals an answer."};

}  // namespace portal::text
