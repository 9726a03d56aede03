// What is said when a reorganisation is refused.
#pragma once

#include "base/text.hpp"
#include "engines/units/reorganise.hpp"

namespace units::text {

using base::Text;

inline constexpr Text line{"dòng {line}: {what}", "line {line}: {what}"};

// What is wrong, then how to mend it. {about} and {by} are codes of units.
constexpr Text of_work(Why why) {
  if (why == Why::open_work) {
    return {
        "đơn vị {about} còn {by} việc đang mở mà không có đơn vị tiếp nhận; nhập vào đơn vị "
        "khác thay vì kết thúc",
        "{about} has {by} open tasks and no successor; merge it into a unit instead"};
  }
  return {"đơn vị {about} trực thuộc {by} là đơn vị kết thúc; chuyển, nhập hoặc kết thúc {about}",
          "{about} stands under {by}, which ends; move, merge or close {about}"};
}

constexpr Text why(Why why) {
  switch (why) {
    case Why::incomplete:
      return {
          "thiếu nội dung cần có cho đơn vị {about}; bổ sung mã, loại, tên, đơn vị tiếp "
          "nhận hoặc nội dung thay đổi",
          "something is missing for {about}; give its code, kind, name, the unit that takes "
          "over, or what changes"};
    case Why::unknown_unit:
      return {
          "vào ngày trước đó không có đơn vị mang mã {about}; dùng mã của ngày trước ngày "
          "sắp xếp",
          "no unit has the code {about} on the day before; use the codes of that day"};
    case Why::unknown_target:
      return {
          "vào ngày sắp xếp không có đơn vị mang mã {about}; thêm dòng lập đơn vị mới hoặc "
          "sửa mã",
          "no unit has the code {about} on the day itself; add a line that begins it, or "
          "mend the code"};
    case Why::ends_itself:
      return {
          "{about} không thể giao cho {by} là đơn vị cũng kết thúc trong ngày đó; chọn đơn vị "
          "còn hoạt động",
          "{about} cannot go to {by}, which ends on that day too; choose a unit that goes on"};
    case Why::two_fates:
      return {"đơn vị {about} có hai cách sắp xếp khác nhau; chỉ giữ lại một",
              "{about} has two fates; keep one"};
    case Why::later_version:
      return {"đơn vị {about} đã có thay đổi từ ngày này trở đi; chọn ngày muộn hơn",
              "{about} changes on this day or later already; choose a later day"};
    case Why::no_rest:
      return {"việc chia {about} phải có đúng một phần còn lại; thêm một dòng phần còn lại",
              "the split of {about} needs exactly one rest; add one line split-rest"};
    case Why::code_taken:
      return {
          "vào ngày đó mã {about} đã thuộc đơn vị khác; dùng mã khác hoặc cho đơn vị kia "
          "kết thúc",
          "another unit has the code {about} on that day; use another, or end that unit"};
    case Why::below_itself:
      return {"đơn vị {about} trở thành cấp dưới của chính nó; chọn đơn vị cấp trên khác",
              "{about} would stand below itself; give it another parent"};
    case Why::stranded:
    case Why::open_work:
      return of_work(why);
    case Why::odd_day:
      return {
          "ngày {about} nằm ngoài khoảng cho phép; chọn ngày từ khi có dữ liệu đến mười năm "
          "tới",
          "the day {about} is out of range; choose one since the records begin, at most ten "
          "years ahead"};
    case Why::changed_meanwhile:
      return {"đơn vị {about} vừa được người khác thay đổi; xem lại nội dung mới rồi thực hiện lại",
              "somebody else has just changed {about}; look at it again, then repeat"};
  }
  return {"không thực hiện được: {about}", "this cannot be done: {about}"};
}

}  // namespace units::text
