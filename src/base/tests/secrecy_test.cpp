// A paper marked secret is known by its name; a photo of the front of a card is not.
#include "base/secrecy.hpp"

#include <doctest/doctest.h>

TEST_CASE("Marks of secrecy in the names of files") {
  using base::secrecy_in;
  CHECK(secrecy_in("CV 12 (MẬT).pdf") == "mật");
  CHECK(secrecy_in("Mật_to trinh.pdf") == "mật");
  CHECK(secrecy_in("TỐI MẬT 2026.pdf") == "tối mật");
  CHECK(secrecy_in("toi-mat.pdf") == "tối mật");
  CHECK(secrecy_in("tuyet mat.docx") == "tuyệt mật");
  for (const auto* name :
       {"mặt trước căn cước.jpg", "mat truoc.jpg", "MAT SAU.JPG", "bảo mật thông tin.pdf",
        "mật khẩu.txt", "mật độ dân số.pdf", "mật ong.pdf", "matkhau.pdf", ""}) {
    CAPTURE(name);
    CHECK_FALSE(secrecy_in(name));
  }
}
