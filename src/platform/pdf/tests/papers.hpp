// Lan's values for every template of the pack, and the papers made from them.
#pragma once

#include "outside.hpp"
#include "platform/pdf/render.hpp"
#include "platform/pdf/template.hpp"

namespace outside {

inline pdf::Values lan() {
  return {
      {"agency_superior", "Ủy ban nhân dân thành phố Cần Thơ"},
      {"agency_name", "Ủy ban nhân dân phường Ninh Kiều"},
      {"place", "Ninh Kiều"},
      {"issued_date", "ngày 22 tháng 11 năm 2026"},
      {"requester_name", "Nguyễn Thị Lan"},
      {"subject_name", "Nguyễn Thị Lan"},
      {"subject_birth", "05/02/1998"},
      {"subject_gender", "Nữ"},
      {"subject_ethnic", "Kinh"},
      {"subject_nationality", "Việt Nam"},
      {"subject_personal_id", "092198001417"},
      {"subject_residence", "Số 12, hẻm 51, đường 3 Tháng 2, phường Ninh Kiều, thành phố Cần Thơ"},
      {"subject_status_text", "Hiện tại chưa đăng ký kết hôn với ai."},
      {"purpose_text", "đăng ký kết hôn với ông Trần Văn Bình tại phường Cái Khế"},
      {"signer_authority", "TM. Ủy ban nhân dân"},
      {"signer_capacity", "Chủ tịch"},
      {"signer_name", "Lê Minh Hòa"},
      {"dossier_code", "H13.92.01-261122-0007"},
      {"lookup_url", "https://dichvucong.cantho.example/ho-so/H13.92.01-261122-0007"},
      {"procedure_name", "Thủ tục cấp Giấy xác nhận tình trạng hôn nhân"},
      {"request_text", "Cấp Giấy xác nhận tình trạng hôn nhân để đăng ký kết hôn"},
      {"components", "1\tTờ khai\t1\tBản điện tử\n2\tGiấy tờ tùy thân\t0\tDữ liệu"},
      {"sets", "01"},
      {"legal_time", "03 ngày làm việc"},
      {"received_at", "09 giờ 15 phút, ngày 22 tháng 11 năm 2026"},
      {"due_at", "09 giờ 15 phút, ngày 25 tháng 11 năm 2026"},
      {"return_text", "Bản điện tử trong kho giấy tờ"},
      {"receiver_name", "Trần Quốc Minh"},
      {"hotline", "1022"},
      {"refusal_reasons", "Thiếu bản án ly hôn.\nNơi cư trú không thuộc phường."},
      {"payment_code", "TT-2026-000123"},
      {"payer_name", "Nguyễn Thị Lan"},
      {"fee_lines", "1\tLệ phí hộ tịch\t8.000 đ"},
      {"total_text", "8.000 đ"},
      {"total_words", "Tám nghìn đồng"},
      {"paid_at", "09 giờ 20 phút, ngày 22 tháng 11 năm 2026"},
      {"paid_by", "tiền mặt"},
      {"cashier_name", "Trần Quốc Minh"},
  };
}

inline constexpr base::Instant morning{1'795'309'200'000'000};  // 22/11/2026, 08:00

inline std::string paper(const std::string& text, const pdf::Values& values) {
  const auto parsed = pdf::parse(text);
  if (!parsed) FAIL(parsed.error().line << ": " << parsed.error().message.en);
  const auto made = pdf::render(*parsed, values, {morning, "UBND phường Ninh Kiều"});
  if (!made) FAIL(made.error().line << ": " << made.error().message.en);
  return *made;
}

}  // namespace outside
