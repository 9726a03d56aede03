// What the author of a flow hears.
#pragma once

#include "base/text.hpp"

namespace casework::text {

using base::Text;

inline constexpr Text flow_too_big{"Tệp quy trình lớn hơn 1 MiB.",
                                   "The flow is larger than 1 MiB."};
inline constexpr Text no_xml{"XML sai cú pháp: {why}. Hãy mở bằng trình soạn BPMN và lưu lại.",
                             "The XML is malformed: {why}. Open it in a BPMN editor and save it."};
inline constexpr Text no_process{"Tệp này không có <process>.", "There is no <process> here."};
inline constexpr Text no_id{"Phần tử này thiếu “id”. Hãy đặt cho nó một tên.",
                            "This element has no “id”. Give it one."};
inline constexpr Text id_twice{"“{id}” đã là id của phần tử khác. Hãy đổi một trong hai.",
                               "Another element has the id “{id}”. Rename one of them."};
inline constexpr Text second_start{"Quy trình chỉ có một startEvent. Hãy bỏ cái này.",
                                   "A flow has one startEvent. Remove this one."};
inline constexpr Text no_start{"Quy trình chưa có startEvent. Hãy thêm.",
                               "There is no startEvent. Add one."};
inline constexpr Text not_understood{
    "Chương trình không hiểu {kind}. Hãy dùng userTask, exclusiveGateway, startEvent, endEvent và "
    "sequenceFlow.",
    "{kind} is not understood; use userTask, exclusiveGateway, startEvent, endEvent and "
    "sequenceFlow."};
inline constexpr Text task_needs{"Bước “{id}” cần name, taydo:action và taydo:role.",
                                 "The task “{id}” needs name, taydo:action and taydo:role."};
inline constexpr Text no_hours{
    "taydo:hours của bước “{id}” phải là số giờ làm việc, ví dụ 16.",
    "taydo:hours of the task “{id}” must be a number of office hours, such as 16."};
inline constexpr Text no_end_of_edge{
    "Mũi tên nối “{from}” với “{to}”, một trong hai không có. Hãy sửa sourceRef, targetRef.",
    "It joins “{from}” to “{to}”, one of which is missing. Correct sourceRef or targetRef."};
inline constexpr Text bad_condition{"Điều kiện “{condition}” sai. {why}",
                                    "The condition “{condition}” is wrong. {why}"};
inline constexpr Text not_feel{
    "Điều kiện viết bằng ngôn ngữ “{given}”. Hãy viết bằng FEEL và đặt language=\"FEEL\".",
    "The condition is in the language “{given}”. Write it in FEEL with language=\"FEEL\"."};
inline constexpr Text bad_condition_at{"Điều kiện sai ở cột {column}. {why}",
                                       "The condition is wrong at column {column}. {why}"};
inline constexpr Text never_reached{"Không đường nào dẫn đến “{id}”. Hãy nối hoặc bỏ đi.",
                                    "“{id}” is never reached. Join it or remove it."};
inline constexpr Text leads_nowhere{
    "Từ “{id}” không có đường đi tiếp. Hãy nối đến bước sau hoặc endEvent.",
    "“{id}” leads nowhere. Join it to the next step or to an endEvent."};
inline constexpr Text end_goes_on{"endEvent “{id}” không được có đường đi tiếp. Hãy bỏ đường đó.",
                                  "The endEvent “{id}” goes on. Remove what leaves it."};
inline constexpr Text no_action{"Không có taydo:action “{given}”. Hãy viết một trong: {names}.",
                                "There is no taydo:action “{given}”. Write one of: {names}."};
inline constexpr Text no_role{
    "Vai trò “{given}” không nhận việc được. Hãy viết một trong: {names}.",
    "The role “{given}” takes no tasks. Write one of: {names}."};
inline constexpr Text no_title_en{"Bước “{id}” thiếu tên tiếng Anh. Hãy thêm taydo:title_en.",
                                  "The task “{id}” has no English name. Add taydo:title_en."};
inline constexpr Text no_attribute{
    "Không có thuộc tính taydo:{given}. Có: taydo:action, taydo:role, taydo:hours, taydo:title_en.",
    "There is no attribute taydo:{given}. There are taydo:action, taydo:role, taydo:hours and "
    "taydo:title_en."};
inline constexpr Text condition_without_gateway{
    "Đường rời “{id}”, vốn không phải exclusiveGateway, có điều kiện. Hãy thêm cổng rẽ.",
    "A way with a condition leaves “{id}”, which is no exclusiveGateway. Put a gateway between."};
inline constexpr Text two_open{
    "“{id}” có hai đường không điều kiện nên đường này không bao giờ được đi. Hãy thêm điều kiện.",
    "Two ways without condition leave “{id}”, so this one is never taken. Give it a condition."};
inline constexpr Text none_open{
    "Cổng “{id}” không có đường mặc định: hồ sơ có thể kẹt tại đây. Hãy thêm default.",
    "The gateway “{id}” has no default way: a dossier can get stuck. Name one in its default."};
inline constexpr Text round{
    "Từ cổng “{id}” quay lại chính nó mà không qua bước nào. Hãy bỏ một đường.",
    "The gateway “{id}” leads back to itself without a step. Remove one of the ways."};

}  // namespace casework::text
