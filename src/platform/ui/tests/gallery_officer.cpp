// The officers' pages of the gallery.
#include "platform/ui/lists.hpp"
#include "platform/ui/panels.hpp"
#include "platform/ui/tests/gallery.hpp"
#include "platform/ui/worklist.hpp"

namespace ui_test {

using base::h;
using base::Html;
using base::Lang;
using namespace ui;

namespace {

constexpr Lang vi = Lang::vi;

std::vector<SideGroup> side() {
  return {
      {"Một cửa",
       {{"inbox", "Việc cần xử lý", "/viec", 14},
        {"scan-line", "Tiếp nhận tại quầy", "/quay"},
        {"package-check", "Trả kết quả", "/tra", 6},
        {"search", "Tra cứu hồ sơ", "/tim"}}},
      {"Văn bản", {{"mail", "Văn bản đến", "/van-ban", 9}, {"signature", "Trình ký", "/ky", 3}}}};
}

Search search() {
  return {"/tim", "Tìm hồ sơ, văn bản, công dân", "Mã hồ sơ, số định danh, số văn bản"};
}

std::vector<WorkRow> rows() {
  const auto working = tag(Tone::info, "Đang xử lý");
  return {{.code = "H13.98-261112-0017",
           .href = "/viec/1",
           .who = "Trần Văn Út",
           .who_detail = "Hợp tác xã Thủy sản Hưng Phú",
           .what = "Đăng ký thay đổi hợp tác xã",
           .step = "Thẩm định",
           .state = working,
           .due = Due::late,
           .due_words = "Quá 1 ngày",
           .due_date = "18/11/2026"},
          {.code = "H13.98-261117-0042",
           .href = "/viec/2",
           .who = "Nguyễn Thị Bé Năm",
           .who_detail = "Hộ kinh doanh Bún nước lèo Bé Năm",
           .what = "Đăng ký thành lập hộ kinh doanh",
           .step = "Thẩm định",
           .state = working,
           .due = Due::soon,
           .due_words = "Còn 1 ngày",
           .due_date = "20/11/2026",
           .picked = true},
          {.code = "H13.98-261117-0051",
           .href = "/viec/3",
           .who = "Võ Minh Khang",
           .what = "Thay đổi nội dung đăng ký hộ kinh doanh",
           .step = "Lãnh đạo ký",
           .state = tag(Tone::vio, "Chờ ký duyệt"),
           .due = Due::soon,
           .due_words = "Còn 1 ngày",
           .due_date = "20/11/2026"},
          {.code = "H13.98-261118-0003",
           .href = "/viec/4",
           .who = "Danh Thị Sà Rây",
           .who_detail = "Cá nhân",
           .what = "Đăng ký thành lập hộ kinh doanh",
           .step = "Chờ thẩm định",
           .state = tag(Tone::info, "Được tiếp nhận"),
           .due = Due::ok,
           .due_words = "Còn 2 ngày",
           .due_date = "23/11/2026",
           .mark = "Mới, chưa xem",
           .fresh = true},
          {.code = "H13.98-261110-0031",
           .href = "/viec/5",
           .who = "Huỳnh Thị Kim Ngân",
           .who_detail = "Cá nhân",
           .what = "Cấp giấy phép xây dựng nhà ở riêng lẻ",
           .step = "Chờ công dân",
           .state = tag(Tone::warn, "Yêu cầu bổ sung"),
           .due = Due::paused,
           .due_words = "Tạm dừng"}};
}

Html decision() {
  auto fields = radios(vi, {.name = "result", .label = "Kết quả thẩm định", .value = "fit"},
                       {{"fit", "Đủ điều kiện, trình ký"},
                        {"more", "Yêu cầu bổ sung giấy tờ"},
                        {"no", "Từ chối cấp"}},
                       true);
  fields += select(vi, {.name = "signer", .label = "Người ký", .value = "1"},
                   {{"1", "Trần Hoàng Phúc, Trưởng phòng"}});
  fields += textarea(vi,
                     {.name = "opinion",
                      .label = "Ý kiến thẩm định",
                      .error = "Ghi ý kiến thẩm định, ví dụ: hồ sơ đầy đủ, hợp lệ",
                      .value = "Hồ sơ đầy đủ."},
                     4);
  fields += button({.label = "Trình ký", .after = "arrow-right", .block = true});
  return action_panel("decision", "Bước 2 trong 4: thẩm định", form("/viec/2", Html(), fields));
}

Html dossier_content() {
  auto out = card({.body = data_list(
                       {{"Tên hộ kinh doanh", "Bún nước lèo Bé Năm"},
                        {"Chủ hộ", source_line(Tone::ok, "Khớp CSDL dân cư")},
                        {"Địa điểm", "Khu vực Yên Thượng, phường Cái Răng", true},
                        {"Ngành, nghề", source_line(Tone::warn, "Có điều kiện: an toàn thực phẩm")},
                        {"Mã số thuế", source_line(Tone::bad, "Chưa cấp")}}),
                   .title = "Thông tin đăng ký",
                   .id = "form"});
  out += card({.body = files({{"PDF",
                               {"Giấy đề nghị đăng ký hộ kinh doanh", "/tep/1"},
                               "Tạo từ tờ khai điện tử",
                               source_line(Tone::ok, "Chữ ký hợp lệ")},
                              {"JPG",
                               {"Ảnh địa điểm kinh doanh", "/tep/2"},
                               "Công dân gửi kèm, 1,2 MB",
                               source_line(Tone::warn, "Chưa kiểm tra")}}),
               .title = "Giấy tờ"});
  out += card({.body = log({{"18/11, 08:10", "Lê Thị Mỹ Duyên",
                             h("<b>{}</b> {}", "Lê Thị Mỹ Duyên", "nhận việc, bắt đầu thẩm định.")},
                            {"17/11, 15:05", "Ngô Minh Trí", "Ngô Minh Trí tiếp nhận."}}),
               .title = "Lịch sử"});
  return out;
}

}  // namespace

Frame officer_frame(bool dark) {
  Frame f = citizen_frame();
  f.title = "Việc cần xử lý";
  f.person = Person{"Lê Thị Mỹ Duyên", "Chuyên viên, UBND phường Cái Răng", "/ca-nhan"};
  f.home = "/viec";
  f.current = "/viec";
  f.dark = dark;
  return f;
}

Html worklist_page(bool dark) {
  auto main = summary_strip({{"14", "Đang giữ", "/viec", Tone::idle, true},
                             {"1", "Quá hạn", "/viec?han=qua", Tone::bad},
                             {"3", "Đến hạn trong 1 ngày", "/viec?han=gan", Tone::warn},
                             {"2", "Chờ công dân", "/viec?han=cho"},
                             {"28", "Đã chuyển tuần này", "/viec?da=chuyen"}});
  main += filters(
      vi, "Lọc hồ sơ", "/viec",
      {{.name = "q", .label = "Tên, mã hồ sơ", .wide = true},
       {.name = "thu-tuc", .label = "Thủ tục", .choices = {{"", "Tất cả (12)"}}, .wide = true},
       {.name = "han", .label = "Hạn", .choices = {{"", "Mọi hạn"}, {"qua", "Quá hạn"}}}});
  main += chips("Bộ lọc đã lưu:", {{"Hộ kinh doanh tuần này", "/viec?q=hkd"}});
  const auto bulk = button({.label = "Chuyển xử lý", .kind = ButtonKind::secondary, .small = true});
  main += worklist(vi, {.caption = "14 hồ sơ đang giữ, xếp theo hạn gần nhất",
                        .headings = {"Hồ sơ", "Người nộp", "Thủ tục, bước", "Trạng thái", "Hạn"},
                        .rows = rows(),
                        .bulk = {"/viec", "code", Html(), dark ? Html() : bulk},
                        .range = "1-10 trong 14 hồ sơ",
                        .pager = pager(vi, 1, 2, "/viec?trang=")});
  const auto take =
      button({.label = "Tiếp nhận hồ sơ", .href = "/quay", .before = "plus", .small = true});
  return officer_page(officer_frame(dark),
                      {.side = side(),
                       .search = search(),
                       .heading = "Việc cần xử lý",
                       .sub = "Thứ Năm, 19/11/2026. Hạn tính theo ngày làm việc.",
                       .actions = take,
                       .main = main});
}

Html dossier_page(bool dark) {
  auto marks = tag(Tone::info, "Đang xử lý");
  marks += due_badge(Due::soon, "Còn 1 ngày, hạn 20/11/2026");
  auto main =
      error_summary(vi, {{"Ghi ý kiến thẩm định, ví dụ: hồ sơ đầy đủ, hợp lệ", "#opinion"}});
  main += id_bar({"H13.98-261117-0042",
                  marks,
                  "Nguồn: nộp trực tuyến",
                  {{"Người nộp", "Nguyễn Thị Bé Năm"},
                   {"Số định danh", figures("092 185 004 417")},
                   {"Lệ phí", "100.000 đ, đã nộp"}}});
  main += tabs("Phần của hồ sơ",
               {{{"Tờ khai", "/viec/2"}, 0, true}, {{"Giấy tờ", "/viec/2/giay-to"}, 3}});
  auto panel = decision();
  panel += card({.body = timeline({{Progress::done, "Tiếp nhận", "17/11, 15:05"},
                                   {Progress::now, "Thẩm định", "Hạn 19/11, 17:00"},
                                   {Progress::to_come, "Lãnh đạo ký", "Hạn 20/11, 11:00"}},
                                  true),
                 .title = "Quy trình",
                 .tint = true});
  panel += card({.body = signatures({{Signature::valid, "Ký ban hành: Trần Hoàng Phúc",
                                      "19/11/2026 16:40", "Chữ ký hợp lệ, có dấu thời gian"},
                                     {Signature::invalid, "Ký nháy", "", "Tài liệu đã bị sửa"},
                                     {Signature::waiting, "Kiểm tra", "Đang chờ"},
                                     {Signature::later, "Dấu cơ quan", "Văn thư đóng sau khi ký"}}),
                 .title = "Trạng thái chữ ký"});
  main += split(dossier_content(), panel);
  auto f = officer_frame(dark);
  f.title = "Hồ sơ H13.98-261117-0042";
  return officer_page(f, {.side = side(),
                          .search = search(),
                          .crumbs = {{"Việc cần xử lý", "/viec"}},
                          .heading = "Đăng ký thành lập hộ kinh doanh",
                          .actions = button({.label = "In phiếu",
                                             .kind = ButtonKind::secondary,
                                             .href = "/in",
                                             .before = "printer",
                                             .small = true}),
                          .main = main});
}

}  // namespace ui_test
