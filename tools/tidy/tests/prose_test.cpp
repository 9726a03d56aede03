#include <doctest/doctest.h>

#include "tidy/tests/rules.hpp"

using namespace tidy;

namespace {

// What the check says of a Text in a room's text.hpp.
std::string said(const std::string& pair) {
  return first(languages, "src/services/portal/text.hpp", "inline constexpr Text a" + pair + ";");
}

}  // namespace

TEST_CASE("Vietnamese stands in text.hpp, in tests and in the pack") {
  const std::string text = "auto a = \"Đơn\";";
  CHECK(refuses(prose, "src/services/portal/views.cpp", text));
  CHECK(refuses(prose, "src/services/portal/views.hpp", text));
  CHECK_FALSE(refuses(prose, "src/services/portal/text.hpp", text));
  CHECK_FALSE(refuses(prose, "src/services/portal/text_officer.hpp", text));
  CHECK_FALSE(refuses(prose, "src/services/portal/tests/views_test.cpp", text));
  CHECK_FALSE(refuses(prose, "src/app/main.cpp", "auto a = \"Tây Đô: a city\";"));
  CHECK_FALSE(refuses(prose, "src/services/portal/views.cpp", "// Đơn: a request\n"));
}

TEST_CASE("Both languages of a sentence are there and are not the same") {
  CHECK(said("{\"Đã nhận đơn\", \"The request has arrived\"}") == "");
  CHECK(
      refuses(languages, "src/services/portal/text_paper.hpp", "Text a{\"Số một\", \"Số một\"};"));
  CHECK(said("{\"Email\", \"Email\"}") == "");
  CHECK(said("{\"Đã nhận đơn\", \"Đã nhận đơn\"}") != "");
  CHECK(said("{\"Click on it\", \"Click on it\"}") != "");
  CHECK(said("{\"Đã nhận\", \"Received đơn\"}") != "");
  CHECK(said("{\"Thành phố \"\n \"Cần Thơ\",\n \"City of \"\n \"Cần Thơ\"}") == "");
  CHECK(said("{\"Cần Thơ\", \"Cần Thơ\"}") == "");
}

TEST_CASE("Both languages have the same holes, and neither shouts or says ban") {
  CHECK(said("{\"Còn {days} ngày\", \"{days} days left\"}") == "");
  CHECK(said("{\"Còn {days} ngày\", \"{hours} hours left\"}") != "");
  CHECK(said("{\"Xong rồi!\", \"Done\"}") != "");
  CHECK(said("{\"Đơn của bạn\", \"Your request\"}") != "");
  CHECK(said("{\"Bạn bè đến\", \"Friends come\"}") != "");
  CHECK(said("{\"Ủy ban nhân dân\", \"People's Committee\"}") == "");
}
