// A paper marked secret is known by its name or its stamp; a photo of the front of a card is not.
#include "base/secrecy.hpp"

#include <doctest/doctest.h>

TEST_CASE("Marks of secrecy in the names of files") {
  using base::secrecy_in;
  CHECK(secrecy_in("CV 12 (MẬT).pdf") == "mật");
  CHECK(secrecy_in("Mật_to trinh.pdf") == "mật");
  CHECK(secrecy_in("TỐI MẬT 2026.pdf") == "tối mật");
  CHECK(secrecy_in("toi-mat.pdf") == "tối mật");
  CHECK(secrecy_in("tuyet mat.docx") == "tuyệt mật");
  CHECK(secrecy_in("Thông báo MẬT.pdf") == "mật");
  CHECK(secrecy_in("Cảnh báo mật.pdf") == "mật");
  CHECK(secrecy_in("Thong bao (MẬT).pdf") == "mật");
  for (const auto* name : {"mặt trước căn cước.jpg", "mat truoc.jpg", "MAT SAU.JPG",
                           "bảo mật thông tin.pdf", "TÔI MẤT CCCD.jpg", "tôi mất giấy tờ.jpg",
                           "toi mat the.jpg", "MẬT KHẨU.pdf", "Mật Khẩu wifi.pdf", "mật khẩu.txt",
                           "mật độ dân số.pdf", "mật ong.pdf", "matkhau.pdf", ""}) {
    CAPTURE(name);
    CHECK_FALSE(secrecy_in(name));
  }
}

TEST_CASE("A stamp of secrecy is a line of its own, in capitals or after its label") {
  using base::secrecy_stamped;
  CHECK(secrecy_stamped("ỦY BAN NHÂN DÂN\nSố: 12/BC\nMẬT\n") == "mật");
  CHECK(secrecy_stamped("Số: 12/BC\r\n  [TỐI MẬT]  \r\nKính gửi") == "tối mật");
  CHECK(secrecy_stamped("TUYET MAT") == "tuyệt mật");
  CHECK(secrecy_stamped("\fTUYỆT MẬT\f") == "tuyệt mật");
  CHECK(secrecy_stamped("MA\u0302\u0323T") == "mật");  // decomposed, as some printers write it
  CHECK(secrecy_stamped("Độ mật: Mật") == "mật");
  CHECK(secrecy_stamped("ĐỘ MẬT: TỐI MẬT") == "tối mật");
  for (const auto* text : {"", "mật", "BẢO MẬT", "MẶT", "MAT", "Tài liệu này không MẬT",
                           "Độ mật:", "Độ mật: không", "LUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC\nMẬT ONG\n"}) {
    CAPTURE(text);
    CHECK_FALSE(secrecy_stamped(text));
  }
}
