// The citizens' pages of the gallery.
#include "platform/ui/forms.hpp"
#include "platform/ui/lists.hpp"
#include "platform/ui/panels.hpp"
#include "platform/ui/tests/gallery.hpp"

namespace ui_test {

using base::h;
using base::Html;
using base::Lang;
using namespace ui;

namespace {

constexpr Lang vi = Lang::vi;

// Looks like a code to scan; it is none.
Html code_picture() {
  return h(R"(<svg viewBox="0 0 8 8">
<path d="M0 0h3v3H0zM5 0h3v3H5zM0 5h3v3H0zM4 4h2v1H4zM6 6h2v2H6z"/></svg>)");
}

Html apply_steps(int now) {
  return steps(vi, {"Người nộp", "Hộ kinh doanh", "Giấy tờ kèm theo", "Kiểm tra và nộp"}, now);
}

Frame signed_in(const char* title) {
  auto f = citizen_frame();
  f.title = title;
  f.person = Person{"Nguyễn Thị Bé Năm", "", "/tai-khoan"};
  return f;
}

Html apply_form() {
  std::vector<Html> parts{
      text_input(
          vi, {.name = "name",
               .label = "Tên hộ kinh doanh",
               .hint = "Không trùng với hộ khác trong phường. Không cần ghi chữ “Hộ kinh doanh”.",
               .value = "Bún nước lèo Bé Năm"}),
      radios(vi, {.name = "place", .label = "Địa điểm kinh doanh", .value = "home"},
             {{"home", "Cùng địa chỉ thường trú"},
              {"other", "Địa chỉ khác", "",
               text_input(vi, {.name = "address", .label = "Địa chỉ"},
                          {.autocomplete = "street-address"})},
              {"boat", "Buôn bán trên ghe, chợ nổi"}}),
      date_input(vi,
                 {.name = "birth",
                  .label = "Ngày sinh",
                  .hint = "Giấy tờ chỉ ghi năm thì để trống ngày và tháng."},
                 {"", "", "1961"}, true),
      select(vi, {.name = "kin", .label = "Quan hệ với người được xác nhận", .optional = true},
             {{"self", "Chính người nộp"}, {"parent", "Cha, mẹ"}}, "Chọn một mục"),
      text_input(vi, {.name = "capital", .label = "Vốn kinh doanh", .value = "50.000.000"},
                 {.input_mode = "numeric",
                  .suffix = "đ",
                  .narrow = true,
                  .figures = true,
                  .spellcheck = false}),
      text_input(vi,
                 {.name = "phone",
                  .label = "Số điện thoại liên hệ",
                  .hint = "Để nhận tin nhắn về hồ sơ.",
                  .error = "Số điện thoại phải có 10 chữ số, ví dụ 0912 345 678",
                  .value = "091234567"},
                 {.type = "tel",
                  .input_mode = "numeric",
                  .autocomplete = "tel",
                  .narrow = true,
                  .figures = true}),
      textarea(vi, {.name = "remarks", .label = "Nội dung khác", .optional = true}, 3),
      file_upload(
          vi, {.name = "photo", .label = "Ảnh chụp giấy tờ", .hint = "Ảnh hoặc PDF, tối đa 10 MB."},
          {.accept = ".pdf,image/*", .camera = true}),
      button_group({button({.label = "Lưu và tiếp tục"}), button({.label = "Lưu nháp, làm sau",
                                                                  .kind = ButtonKind::secondary,
                                                                  .name = "draft",
                                                                  .value = "1"})}),
      saved_line("Đã lưu nháp lúc 14:12. Nháp giữ đến ngày 17/12/2026.")};
  return form("/nop", ui::hidden("act", "1"), base::join(parts), true);
}

Html facts_of_procedure() {
  return facts(
      "Thông tin chính",
      {{"clock", "Thời hạn giải quyết", "3 ngày làm việc"},
       {"banknote", "Lệ phí", "100.000 đ"},
       {"landmark", "Cơ quan giải quyết", "Phòng Kinh tế, Hạ tầng và Đô thị (phường)"},
       {"map-pin", "Nộp tại", "Bất kỳ trung tâm phục vụ hành chính công nào trong thành phố"},
       {"file-check", "Kết quả", "Giấy chứng nhận đăng ký hộ kinh doanh, bản điện tử"},
       {"phone", "Hỏi thêm", link({"1022", "tel:1022"})}});
}

Html body_of_procedure() {
  auto out = section("Giấy tờ cần chuẩn bị",
                     papers({{"Giấy đề nghị đăng ký hộ kinh doanh",
                              "Điền trực tiếp trên trang này, không cần tải mẫu."},
                             {"Căn cước của chủ hộ kinh doanh", "Không cần nộp. Hệ thống tự lấy.",
                              tag(Tone::ok, "Không phải nộp", true)},
                             {"Biên bản họp thành viên hộ gia đình", "Ảnh chụp hoặc bản quét.",
                              link({"Tải mẫu (DOCX, 38 KB)", "/mau"})}}));
  out += section(
      "Các bước thực hiện",
      stages(
          {{"Điền tờ khai và nộp", "Khoảng 15 phút. Có thể lưu nháp và điền tiếp trong 30 ngày."},
           {"Nộp lệ phí 100.000 đ", "Quét mã VietQR, qua cổng thanh toán hoặc tại quầy."},
           {"Nhận giấy chứng nhận", "Bản điện tử có ký số."}}));
  out += section("Phí, lệ phí",
                 table({.caption = "Phí, lệ phí",
                        .columns = {{"Khoản thu"}, {"Cách nộp"}, {"Mức thu", true}},
                        .rows = {{"Lệ phí đăng ký hộ kinh doanh", "Mỗi lần cấp", "100.000 đ"},
                                 {"Gửi kết quả qua bưu điện", "Không bắt buộc", "26.000 đ"}}}));
  out += section("Căn cứ pháp lý và thông tin khác",
                 details("Căn cứ pháp lý", "Nghị định 168/2025/NĐ-CP về đăng ký doanh nghiệp."));
  return out;
}

}  // namespace

Frame citizen_frame() {
  Frame f;
  f.city = {{"thành phố Cần Thơ", "Can Tho City"},
            {"Ủy ban nhân dân thành phố Cần Thơ", "People's Committee of Can Tho City"},
            {"Số 2 đường Hòa Bình, phường Ninh Kiều, thành phố Cần Thơ", ""},
            "1022"};
  f.title = "Trang chủ";
  f.sign_in = "/dang-nhap";
  f.nav = {{"Dịch vụ công", "/thu-tuc"}, {"Tra cứu hồ sơ", "/ho-so"}, {"Hỗ trợ", "/ho-tro"}};
  f.footer = {
      {"Cần giúp đỡ",
       {{"Hướng dẫn nộp hồ sơ", "/ho-tro/nop"}, {"Tìm nơi làm thủ tục", "/ho-tro/noi"}}},
      {"Về cổng dịch vụ", {{"Trợ năng", "/tro-nang"}, {"Bảo vệ dữ liệu cá nhân", "/du-lieu"}}}};
  f.demo = true;
  return f;
}

Html home_page() {
  const auto lookup_form = lookup({.action = "/ho-so",
                                   .title = "Tra cứu hồ sơ đã nộp",
                                   .hint = "Mã in trên giấy tiếp nhận, ví dụ H13.98-261117-0042",
                                   .label = "Mã hồ sơ",
                                   .name = "ma",
                                   .submit = "Xem tình trạng"});
  auto main = event_grid(
      "Chọn theo việc trong đời sống", link({"Tất cả 1.862 thủ tục", "/thu-tuc"}),
      {{"baby", "Có con nhỏ", "Khai sinh, bảo hiểm y tế cho trẻ, nhận trợ cấp",
        "/thu-tuc?viec=con"},
       {"heart-handshake", "Kết hôn", "Đăng ký kết hôn, xác nhận tình trạng hôn nhân",
        "/thu-tuc?viec=hon"},
       {"house", "Nhà ở, đất đai", "Cấp sổ, sang tên, xin phép xây dựng", "/thu-tuc?viec=nha"},
       {"graduation-cap", "Đi học", "Nhập học, chuyển trường, cấp lại bằng", "/thu-tuc?viec=hoc"},
       {"briefcase", "Việc làm", "Trợ cấp thất nghiệp, giấy phép lao động", "/thu-tuc?viec=lam"},
       {"stethoscope", "Sức khỏe, bảo hiểm", "Thẻ bảo hiểm y tế, giám định khuyết tật",
        "/thu-tuc?viec=suc"},
       {"hand-heart", "Người cao tuổi", "Lương hưu, trợ cấp hằng tháng, mừng thọ",
        "/thu-tuc?viec=gia"},
       {"flower-2", "Người thân qua đời", "Khai tử, mai táng phí, thừa kế", "/thu-tuc?viec=tu"}});
  const std::vector<Link> often{{"Cấp bản sao trích lục hộ tịch", "/thu-tuc/1"},
                                {"Xác nhận tình trạng hôn nhân", "/thu-tuc/2"},
                                {"Đăng ký tạm trú", "/thu-tuc/3"}};
  const auto column = [&](const char* title) {
    auto out = heading(2, "govuk-heading-m", title);
    out += link_list(often);
    return out;
  };
  main += home_columns({column("Nộp nhiều trong tháng này"), column("Doanh nghiệp, hộ kinh doanh"),
                        column("Cần người giúp")});
  main += band("Kết quả phục vụ tháng 11/2026",
               {{"48.216", "hồ sơ đã tiếp nhận từ đầu tháng", "/ket-qua?loai=nhan"},
                {"98,6 %", "giải quyết đúng hoặc trước hạn", "/ket-qua?loai=dung"},
                {"71,4 %", "hồ sơ nộp trực tuyến"},
                {"12", "hồ sơ quá hạn", "/ket-qua?loai=qua"}});
  return citizen_page(
      citizen_frame(),
      {.main = main,
       .wide = hero(
           {.title = "Làm thủ tục, nộp hồ sơ và theo dõi kết quả tại Cần Thơ",
            .question = "Cần làm việc gì?",
            .example = "Ví dụ: làm giấy khai sinh cho con",
            .action = "/thu-tuc",
            .submit = "Tìm",
            .often_words = "Hay tìm:",
            .often = {{"Khai sinh", "/thu-tuc?q=khai+sinh"}, {"Sang tên đất", "/thu-tuc?q=dat"}},
            .aside = lookup_form})});
}

Html procedure_page() {
  auto f = citizen_frame();
  f.title = "Đăng ký thành lập hộ kinh doanh";
  f.current = "/thu-tuc";
  auto head = row({tag(Tone::ok, "Nộp trực tuyến toàn trình"), muted("Mã thủ tục 1.001612")});
  head += heading(1, "govuk-heading-l", f.title);
  head += lead("Dành cho cá nhân hoặc thành viên hộ gia đình muốn mở hộ kinh doanh.");
  head += button_group(
      {button({.label = "Nộp hồ sơ trực tuyến", .href = "/nop", .after = "arrow-right"}),
       button({.label = "Xem mẫu đơn", .kind = ButtonKind::secondary, .href = "/mau"})});
  return citizen_page(f, {.crumbs = {{"Trang chủ", "/"}, {"Dịch vụ công", "/thu-tuc"}},
                          .main = facts_layout(head, facts_of_procedure(), body_of_procedure())});
}

Html form_page() {
  auto f = signed_in("Lỗi: Thông tin hộ kinh doanh");
  f.current = "/thu-tuc";
  auto column = apply_steps(2);
  column += error_summary(vi, {{"Số điện thoại phải có 10 chữ số, ví dụ 0912 345 678", "#phone"}});
  column += heading(1, "govuk-heading-l", "Thông tin hộ kinh doanh");
  column +=
      prefill(vi, {"owner",
                   "Chủ hộ kinh doanh",
                   "Lấy từ VNeID",
                   {{"Họ và tên", "Nguyễn Thị Bé Năm"},
                    {"Số định danh", figures("092 185 ••• 417")},
                    {"Nơi thường trú", "Khu vực Yên Thượng, phường Cái Răng, thành phố Cần Thơ"}}});
  column += apply_form();
  const auto help = card({.body = link_list({{"Xem tờ khai mẫu đã điền", "/mau"}}),
                          .title = "Cần giúp khi điền?",
                          .tint = true});
  return citizen_page(
      f, {.crumbs = {{"Trang chủ", "/"}, {"Đăng ký thành lập hộ kinh doanh", "/thu-tuc/1"}},
          .main = form_column(column, help)});
}

Html check_page() {
  auto left = heading(1, "govuk-heading-l", "Kiểm tra trước khi nộp");
  left += heading(2, "govuk-heading-m", "Hộ kinh doanh");
  left += summary_list(vi, {{"Tên hộ kinh doanh", "Bún nước lèo Bé Năm", "/nop/2#name"},
                            {"Vốn kinh doanh", figures("50.000.000"), "/nop/2#capital"},
                            {"Số điện thoại", figures("0912 345 678"), "/nop/2#phone"},
                            {"Nơi thường trú", "Khu vực Yên Thượng, phường Cái Răng"}});
  const auto pay = qr_card(
      {code_picture(),
       "VietQR - Napas 247",
       {{"Số tiền", figures("100.000 đ")}, {"Nội dung chuyển khoản", figures("H13982611170042")}}});
  auto fields = radios(vi, {.name = "pay", .label = "Chọn cách nộp lệ phí", .value = "qr"},
                       {{"qr", "Quét mã VietQR", "Bằng ứng dụng ngân hàng bất kỳ.", pay},
                        {"counter", "Nộp tiền tại quầy", "Trong vòng 5 ngày làm việc."}});
  fields +=
      checkboxes(vi, {.name = "receive", .label = "Nhận kết quả"},
                 {{"electronic", "Bản điện tử"}, {"paper", "Bản giấy tại quầy"}}, {"electronic"});
  fields +=
      checkbox(vi, {.name = "pledge", .label = "Tôi cam đoan thông tin đã khai là đúng sự thật."});
  fields += button_group({button({.label = "Nộp hồ sơ"}), link({"Quay lại bước trước", "/nop/3"})});
  left += form("/nop/4", Html(), fields);
  const auto sum = card({.body = sums({{"Lệ phí đăng ký", "100.000 đ"}, {"Gửi bưu điện", "0 đ"}},
                                      {"Tổng cộng", "100.000 đ"}),
                         .title = "Số tiền phải nộp",
                         .tint = true});
  auto main = apply_steps(4);
  main += two_columns(left, sum);
  return citizen_page(signed_in("Kiểm tra và nộp"), {.crumbs = {{"Trang chủ", "/"}}, .main = main});
}

Html tracking_page() {
  auto f = signed_in("Hồ sơ H13.98-261117-0042");
  f.current = "/ho-so";
  auto left = h("<p class=\"td-gap-0\">{}</p>", muted("Hồ sơ H13.98-261117-0042"));
  left += heading(1, "govuk-heading-l", "Đăng ký thành lập hộ kinh doanh");
  left += status_panel({"Tình trạng hiện nay",
                        tag(Tone::info, "Đang xử lý"),
                        "Đang thẩm định tại phường Cái Răng",
                        "Chưa cần làm gì thêm. Khi có kết quả, hệ thống báo ngay qua VNeID.",
                        {{"Ngày nộp", figures("17/11/2026")},
                         {"Hẹn trả kết quả", figures("20/11/2026")},
                         {"Thời gian còn lại", due_badge(Due::soon, "Còn 1 ngày")}}});
  left += heading(2, "govuk-heading-m", "Quá trình giải quyết");
  left +=
      timeline({{Progress::done, "Đã nộp hồ sơ trực tuyến", "17/11/2026, 14:20",
                 link({"Xem biên lai", "/bien-lai"})},
                {Progress::done, "Đã tiếp nhận", "17/11/2026, 15:05",
                 link({"Xem giấy tiếp nhận và hẹn trả", "/giay"})},
                {Progress::now, "Đang thẩm định", "Từ 18/11/2026, 08:10",
                 "Phòng Kinh tế, Hạ tầng và Đô thị. Chuyên viên: Lê Thị Mỹ Duyên."},
                {Progress::to_come, "Lãnh đạo ký giấy chứng nhận", "", "Dự kiến ngày 20/11/2026"},
                {Progress::to_come, "Trả kết quả", "", "Bản điện tử vào kho dữ liệu cá nhân"}});
  auto aside = card({.body = link_list({{"Gửi thêm giấy tờ", "/gui"}, {"Xin rút hồ sơ", "/rut"}}),
                     .title = "Việc có thể làm"});
  aside += card({.body = qr_small(code_picture(), "Mã tra cứu hồ sơ",
                                  h("<p>{}</p>", "Đưa mã này cho cán bộ khi đến quầy.")),
                 .title = "Mã tra cứu",
                 .tint = true});
  return citizen_page(f, {.crumbs = {{"Trang chủ", "/"}, {"Hồ sơ của tôi", "/ho-so"}},
                          .main = two_columns(left, aside)});
}

Html sign_in_page() {
  auto f = citizen_frame();
  f.title = "Đăng nhập";
  auto main = heading(1, "", "Đăng nhập");
  main += h("<p class=\"td-muted td-below\">{}</p>", "Chọn một cách để tiếp tục.");
  main += choices({{"user-round", "Đăng nhập bằng VNeID", "Dành cho công dân, doanh nghiệp",
                    "/vao/cong-dan", true},
                   {"building-2", "Tài khoản cán bộ, công chức", "Đăng nhập một lần của thành phố",
                    "/vao/can-bo"}});
  main +=
      note(Tone::info, "Chưa có VNeID mức 2? Mang căn cước đến công an xã, phường để kích hoạt.");
  return ui::sign_in_page(
      f, {.promise = "Một tài khoản cho mọi dịch vụ công của thành phố",
          .promise_detail = "Thông tin chỉ dùng để giải quyết hồ sơ. Mỗi lần cơ quan "
                            "nhà nước xem dữ liệu đều được ghi lại.",
          .main = main});
}

Html refused_page() {
  auto f = citizen_frame();
  f.title = "Không tìm thấy trang";
  auto main = heading(1, "govuk-heading-l", f.title);
  main += paragraph("Địa chỉ này không có, hoặc ông/bà không có quyền xem.");
  main += button({.label = "Về trang chủ", .href = "/"});
  return bare_page(f, main);
}

Html parts_page() {
  auto f = citizen_frame();
  f.title = "Bộ thành phần";
  auto main = heading(1, "govuk-heading-l", f.title);
  main += section(
      "Trạng thái hồ sơ",
      row({tag(Tone::info, "Mới đăng ký"), tag(Tone::vio, "Chờ ký duyệt"),
           tag(Tone::warn, "Yêu cầu bổ sung"), tag(Tone::ok, "Đã trả kết quả"),
           tag(Tone::bad, "Không được tiếp nhận"), tag(Tone::idle, "Công dân yêu cầu rút")}));
  main += section(
      "Nhãn thời hạn",
      row({due_badge(Due::ok, "Còn 4 ngày"), due_badge(Due::soon, "Hôm nay"),
           due_badge(Due::late, "Quá 1 ngày", "18/11/2026"), due_badge(Due::paused, "Tạm dừng")}));
  main += section("Nút",
                  button_group({button({.label = "Nộp hồ sơ"}),
                                button({.label = "Lưu nháp", .kind = ButtonKind::secondary}),
                                button({.label = "Xin rút hồ sơ", .kind = ButtonKind::warning})}));
  main +=
      section("Thông báo trong trang",
              stack({note(Tone::info, "Trung tâm nghỉ chiều thứ Bảy, 21/11/2026."),
                     note(Tone::ok, "Đã lưu thay đổi lúc 14:12."),
                     note(Tone::warn, "Cần bổ sung ảnh địa điểm kinh doanh trước ngày 24/11/2026."),
                     note(Tone::bad, "Chưa gửi được hồ sơ. Mạng bị ngắt, bản nháp vẫn còn.")}));
  main += columns(
      {section("Xác nhận sau khi nộp",
               done_panel("Đã nộp hồ sơ", h("<p>{}</p>", figures("H13.98-261117-0042")), 3)),
       section("Trạng thái trống", empty_state({.title = "Không có hồ sơ quá hạn",
                                                .detail = "Hồ sơ sắp đến hạn gần nhất: 20/11/2026.",
                                                .next = {"Xem tất cả 14 hồ sơ đang giữ", "/viec"},
                                                .level = 3}))});
  main += section(
      "Danh sách việc của một hồ sơ dài",
      task_list("tasks",
                {{{"Thông tin chủ hộ", "/nop/1"}, "Đã xong"},
                 {{"Ngành nghề", "/nop/2"}, tag(Tone::warn, "Chưa làm"), "Khoảng 5 phút"}}));
  main += section("Các trang", pager(vi, 5, 12, "/ho-so?trang="));
  return citizen_page(f, {.crumbs = {{"Trang chủ", "/"}}, .main = main});
}

}  // namespace ui_test
