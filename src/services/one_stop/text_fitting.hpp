// What the keeper of a pack hears about a procedure whose parts do not fit each other.
#pragma once

#include <string_view>

#include "base/text.hpp"

namespace one_stop::text {

using base::Text;

inline constexpr Text form_alone{
    "Có tờ khai nhưng không có quy trình. Hãy thêm \"flow\": \"flows/….bpmn\".",
    "There is a form and no flow. Add \"flow\": \"flows/….bpmn\"."};
inline constexpr Text flow_alone{
    "Có quy trình nhưng không có tờ khai. Hãy thêm \"form\": \"form.json\" hoặc bỏ \"flow\".",
    "There is a flow and no form. Add \"form\": \"form.json\", or remove \"flow\"."};
inline constexpr Text no_template{
    "Quy trình soạn kết quả nhưng chưa có mẫu. Hãy thêm \"template\": \"templates/….template\".",
    "The flow drafts a result and there is no template. Add \"template\": "
    "\"templates/….template\"."};
inline constexpr Text no_symbol{
    "Kết quả được đánh số nhưng chưa có ký hiệu. Hãy thêm, ví dụ \"symbol\": \"UBND-XNTTHN\".",
    "The result is numbered and has no symbol. Add one, such as \"symbol\": \"UBND-XNTTHN\"."};
inline constexpr Text not_online{"Nộp trực tuyến được nên phải có \"online\" trong channels.",
                                 "It can be filled in here, so channels must have \"online\"."};
inline constexpr Text no_clock{
    "Thủ tục nộp trực tuyến phải có thời hạn đếm được: working_day, day hoặc same_day.",
    "What is submitted online needs a time that can be counted: working_day, day or same_day."};
inline constexpr Text flow_too_long{
    "Các bước cộng lại {hours} giờ, thời hạn chỉ có {max} giờ. Hãy bớt taydo:hours hoặc sửa thời "
    "hạn.",
    "The steps take {hours} office hours, the time limit has {max}. Lower taydo:hours or correct "
    "the limit."};
inline constexpr Text no_papers{
    "Giấy tiếp nhận liệt kê giấy tờ bắt buộc, ở đây chưa có. Hãy thêm ít nhất tờ khai.",
    "The slip lists the papers that are required, and there is none. Add at least the form."};
inline constexpr Text paper_when{
    "Giấy tờ không bắt buộc phải nói khi nào cần. Hãy thêm {example}.",
    "A paper that is not required must say when it is needed. Add {example}."};
inline constexpr std::string_view when_example =
    R"("when": {"vi": "nộp thay người khác", "en": "submitting for somebody else"})";
inline constexpr Text twice{"“{name}” đã có ở trên. Hãy đổi tên.",
                            "“{name}” stands above already. Rename it."};
inline constexpr Text fee_twice{
    "“{name}” phải nộp hai lần cùng lúc. Hãy phân biệt bằng \"channels\" hoặc \"when\".",
    "“{name}” would be owed twice at once. Tell them apart by \"channels\" or \"when\"."};
inline constexpr Text fee_unknown{
    "Chưa có mức thu thì phải nói ai quy định. Hãy thêm \"note\".",
    "Where the amount is not known, say who fixes it. Add a \"note\"."};
inline constexpr Text bad_condition{"Điều kiện sai ở cột {column}. {why}",
                                    "The condition is wrong at column {column}. {why}"};

inline constexpr Text no_box{
    "Giấy được ký, đánh số và đóng dấu nên phải có “{word}” để trống, ngoài mọi if.",
    "The paper is signed, numbered and sealed: it needs an empty “{word}” outside any if."};

inline constexpr Text no_way_on{
    "Sau “{id}” với kết quả “{outcome}” không có đường đi tiếp. Hãy thêm đường mặc định.",
    "After “{id}” ended with “{outcome}” there is no way on. Add a default way."};
inline constexpr Text ends_early{
    "Sau “{id}” quy trình kết thúc mà hồ sơ chưa xong. Hãy dẫn đến bước one_stop.return_result.",
    "After “{id}” the flow ends while the dossier is open. Lead it to one_stop.return_result."};
inline constexpr Text needs_receive{
    "Bước “{id}” ({action}) chỉ làm được với hồ sơ mới nộp. Hãy đặt ngay sau startEvent, một lần.",
    "The step “{id}” ({action}) is for what was just submitted. Put it first, and once."};
inline constexpr Text needs_fee{
    "Bước “{id}” ({action}) chỉ làm được khi còn tiền phải nộp. Hãy đặt sau cổng fee_due > 0.",
    "The step “{id}” ({action}) needs something to pay. Put it behind a gateway fee_due > 0."};
inline constexpr Text needs_appraise{
    "Bước “{id}” ({action}) cần hồ sơ đã tiếp nhận, đã nộp tiền. Hãy đặt sau các bước đó.",
    "The step “{id}” ({action}) needs a dossier that is accepted and paid. Put it after those."};
inline constexpr Text needs_sign{
    "Bước “{id}” ({action}) cần dự thảo. Hãy đặt sau one_stop.appraise.",
    "The step “{id}” ({action}) needs a draft. Put it after one_stop.appraise."};
inline constexpr Text needs_seal{
    "Bước “{id}” ({action}) cần giấy đã ký. Hãy đặt sau one_stop.sign với kết quả approve.",
    "The step “{id}” ({action}) needs a signed paper. Put it after one_stop.sign, approved."};
inline constexpr Text needs_return{
    "Bước “{id}” ({action}) cần kết quả đã đóng dấu. Hãy đặt sau one_stop.seal.",
    "The step “{id}” ({action}) needs a sealed result. Put it after one_stop.seal."};

inline constexpr const Text& needs_of(std::string_view action) {
  if (action == "one_stop.receive") return needs_receive;
  if (action == "one_stop.collect_fee") return needs_fee;
  if (action == "one_stop.appraise") return needs_appraise;
  if (action == "one_stop.sign") return needs_sign;
  return action == "one_stop.seal" ? needs_seal : needs_return;
}

}  // namespace one_stop::text
