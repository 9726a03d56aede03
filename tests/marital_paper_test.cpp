// Golden papers: what the law and its forms ask a ward to print, line by line.
//
// The expected words are copied from the circulars named beside each case, never from what the
// program printed. People, numbers and cases are invented. Cases M1 to M4 and the lines of the
// form: TT 04/2020/TT-BTP Đ.12, Đ.33 and its annex.
#include "cast/certificates.hpp"
#include "support/databases.hpp"

using namespace cast;

TEST_CASE("The marital paper of who never married, of the divorced and of the widowed") {
  support::on_each_database([](db::Database& db) {
    Town town(db, "2026-02-05T08:00");
    town.db.write([&](db::Tx& tx) {
      for (int i = 0; i < 6; ++i) documents::next_number(tx, town.ward, "UBND-XNTTHN:2026");
    });
    {
      INFO("M1: never married, a loan; the seventh of the year, in February");
      const auto text = text_of(issued(town, mai()));
      // Heading, number, date: 65-papers 1.1, 1.2, 2; NĐ 30/2020 PL I.II.3-4. Lines: form of TT
      // 04/2020.
      check_says(
          text, {"THÀNH PHỐ CẦN THƠ", "UBND PHƯỜNG NINH KIỀU", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                 "Số: 07/UBND-XNTTHN", "Ninh Kiều, ngày 05 tháng 02 năm 2026",
                 "GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN ỦY BAN NHÂN DÂN PHƯỜNG NINH KIỀU",
                 "Xét đề nghị của bà: LÂM THỊ SƯƠNG MAI",
                 "XÁC NHẬN:", "Họ, chữ đệm, tên: LÂM THỊ SƯƠNG MAI",
                 "Ngày, tháng, năm sinh: 05/02/1995", "Giới tính: Nữ", "Dân tộc: Kinh",
                 "Quốc tịch: Việt Nam", "Giấy tờ tùy thân: Số định danh cá nhân 092195001417",
                 "Tình trạng hôn nhân: hiện tại chưa đăng ký kết hôn với ai Giấy này",
                 "Giấy này được sử dụng để: Làm thủ tục vay vốn ngân hàng (Không có giá trị "
                 "đăng ký kết hôn)."});
      CHECK_FALSE(outside::contains(text, "Trong thời gian"));  // left out where nobody asks
      CHECK_FALSE(outside::contains(text, "TM."));              // NĐ 123/2015 Đ.22.3
    }
    {
      INFO("M2: divorced; the court keeps its name of that time");
      auto answers = as_a_man(mai(), "Trần Văn Bình");
      add_end(answers, {{"ended_registered", "YES"},
                        {"ended_paper", "DIVORCE_JUDGMENT"},
                        {"ended_number", "45/2019/HNGĐ-ST"},
                        {"ended_issuer", "Tòa án nhân dân quận Ninh Kiều, thành phố Cần Thơ"}});
      give_day(answers, "ended.0.ended_day", "12", "3", "2019");
      check_says(text_of(issued(town, answers)),
                 {"Xét đề nghị của ông: TRẦN VĂN BÌNH",
                  "Tình trạng hôn nhân: đã đăng ký kết hôn, nhưng đã ly hôn theo Bản án ly hôn số "
                  "45/2019/HNGĐ-ST ngày 12 tháng 3 năm 2019 của Tòa án nhân dân quận Ninh Kiều, "
                  "thành phố Cần Thơ; hiện tại chưa đăng ký kết hôn với ai"});
    }
    {
      INFO("M3: widowed; the number of the paper shown, with its suffix");
      auto answers = mai();
      add_end(answers, {{"ended_registered", "YES"},
                        {"ended_paper", "DEATH_EXTRACT"},
                        {"ended_number", "58/TLKT-BS"},
                        {"ended_issuer", "Ủy ban nhân dân xã Phú Tâm"}});
      answers.set("subject.subject_status", "WIDOWED");
      give_day(answers, "ended.0.ended_day", "7", "11", "2024");
      check_says(text_of(issued(town, answers)),
                 {"nhưng chồng đã chết (Trích lục khai tử số: 58/TLKT-BS do Ủy ban nhân dân xã Phú "
                  "Tâm cấp ngày 07 tháng 11 năm 2024); hiện tại chưa đăng ký kết hôn với ai"});
    }
  });
}

TEST_CASE("Several marriages, a marriage of today, and living together since before 1987") {
  support::on_each_database([](db::Database& db) {
    Town town(db, "2026-02-05T08:00");
    {
      INFO("Divorced, then widowed: both in the order of time, the last decides");
      auto answers = mai();
      add_end(answers, {{"ended_registered", "YES"},
                        {"ended_paper", "DIVORCE_DECISION"},
                        {"ended_number", "9/2010/QĐST-HNGĐ"},
                        {"ended_issuer", "Tòa án nhân dân huyện Phong Điền"}});
      give_day(answers, "ended.0.ended_day", "3", "5", "2010");
      answers.set("ended.entries", "2");
      for (const auto& [key, value] : Given{{"ended_registered", "NO"},
                                            {"ended_paper", "DEATH_CERT"},
                                            {"ended_number", "12"},
                                            {"ended_issuer", "Ủy ban nhân dân xã Nhơn Ái."}})
        answers.set("ended.1." + key, value);
      give_day(answers, "ended.1.ended_day", "9", "1", "2020");
      check_says(
          text_of(issued(town, answers)),
          {"đã đăng ký kết hôn, nhưng đã ly hôn theo Quyết định ly hôn số 9/2010/QĐST-HNGĐ "
           "ngày 03 tháng 5 năm 2010 của Tòa án nhân dân huyện Phong Điền; đã có chồng, nhưng "
           "chồng đã chết (Giấy chứng tử số: 12 do Ủy ban nhân dân xã Nhơn Ái cấp ngày 09 "
           "tháng 01 năm 2020); hiện tại chưa đăng ký kết hôn với ai"});
    }
    {
      INFO("M4: remarried, asks for the time between: the period, and the wife of today");
      auto answers = as_a_man(mai(), "Trần Văn Bình");
      give(answers, {{"subject.subject_status", "MARRIED"},
                     {"spouse.spouse_name", "Võ Thị Hạnh"},
                     {"spouse.marriage_number", "88/2018"},
                     {"spouse.marriage_issuer", "Ủy ban nhân dân phường An Cư"},
                     {"purpose.purpose", "LAND"}});
      give_day(answers, "spouse.marriage_day", "21", "10", "2018");
      add_period(answers, 0, "2017-05-12", "2018-10-20", "DIVORCED");
      const auto text = text_of(issued(town, answers));
      check_says(text,
                 {"trong thời gian từ ngày 12 tháng 5 năm 2017 đến ngày 20 tháng 10 năm 2018 "
                  "chưa đăng ký kết hôn với ai; hiện tại đang có vợ là bà VÕ THỊ HẠNH (Giấy "
                  "chứng nhận kết hôn số 88/2018, do Ủy ban nhân dân phường An Cư cấp ngày 21 "
                  "tháng 10 năm 2018)"});
      CHECK_FALSE(outside::contains(text, "ly hôn"));
    }
    {
      INFO("Lived together since before 1987: the husband's name, no certificate");
      auto answers = mai();
      give(answers,
           {{"subject.subject_status", "DE_FACTO"}, {"spouse.spouse_name", "Lý Văn Sanh"}});
      check_says(text_of(issued(town, answers)),
                 {"Tình trạng hôn nhân: hiện tại đang có chồng là ông LÝ VĂN SANH Giấy này"});
    }
  });
}

TEST_CASE("The marital paper for times of residence, and for a marriage") {
  support::on_each_database([](db::Database& db) {
    Town town(db, "2026-02-05T08:00");
    {
      INFO("Several residences: each with the status in that time");
      auto answers = mai();
      add_period(answers, 0, "2015-02-05", "2018-03-31", "SINGLE", "Số 3, ấp Nhơn Lộc");
      add_period(answers, 1, "2018-04-01", "2026-02-01", "SINGLE", "7 đường Nguyễn Trãi");
      check_says(
          text_of(issued(town, answers)),
          {"Trong thời gian cư trú tại: Số 3, ấp Nhơn Lộc, Phường Cái Khế, từ ngày 05 tháng 02 "
           "năm 2015 đến ngày 31 tháng 3 năm 2018 Tình trạng hôn nhân: chưa đăng ký kết hôn "
           "với ai Trong thời gian cư trú tại: 7 đường Nguyễn Trãi, Phường Cái Khế, từ ngày 01 "
           "tháng 4 năm 2018 đến ngày 01 tháng 02 năm 2026 Tình trạng hôn nhân: chưa đăng ký "
           "kết hôn với ai Giấy này được sử dụng để"});
    }
    {
      INFO("For a marriage: with whom and where, TT 04/2020 Đ.12.3");
      auto answers = mai();
      give(answers,
           {{"purpose.purpose", "MARRIAGE"},
            {"marriage.partner_name", "Trần Văn Bình"},
            {"marriage.partner_birth.year", "1990"},
            {"marriage.partner_nationality", "VN"},
            {"marriage.partner_id.kind", "CCCD"},
            {"marriage.partner_id.number", "092090000478"},
            {"marriage.partner_id.issuer", "Cục Cảnh sát quản lý hành chính về trật tự xã hội"},
            {"marriage.marriage_place", "Ủy ban nhân dân phường Cái Khế"}});
      give_day(answers, "marriage.partner_id.issued", "6", "5", "2021");
      check_says(
          text_of(issued(town, answers)),
          {"Giấy này được sử dụng để: Làm thủ tục kết hôn với ông TRẦN VĂN BÌNH, sinh năm 1990, "
           "quốc tịch Việt Nam, Thẻ căn cước công dân số 092090000478, Cục Cảnh sát quản lý "
           "hành chính về trật tự xã hội cấp ngày 06/05/2021, tại Ủy ban nhân dân phường Cái "
           "Khế."});
    }
  });
}

TEST_CASE("The marital paper for another purpose, of somebody whose day of birth nobody knows") {
  support::on_each_database([](db::Database& db) {
    Town town(db, "2026-02-05T08:00");
    {
      INFO("Another purpose in the person's own words, and a birth known to the year");
      auto answers = mai();
      for (const auto* part : {".day", ".month"})
        answers.drop(std::string("subject.subject_birth") + part);
      give(answers, {{"subject.subject_birth.year", "1948"},
                     {"purpose.purpose", "OTHER"},
                     {"purpose.purpose_other", "Bổ sung hồ sơ hưởng chế độ thờ cúng liệt sĩ."}});
      const auto text = text_of(issued(town, answers));
      check_says(text, {"Ngày, tháng, năm sinh: 1948 ",
                        "để: Bổ sung hồ sơ hưởng chế độ thờ cúng liệt sĩ (Không có giá trị đăng ký "
                        "kết hôn)."});
      CHECK_FALSE(outside::contains(text, "Mục đích khác"));
      CHECK_FALSE(outside::contains(text, "01/01/1948"));
    }
  });
}
