// Reading what somebody sent, without trusting it.
#include "platform/parse/parse.hpp"

#include <doctest/doctest.h>

#include <array>

#include "platform/pdf/tests/outside.hpp"

using outside::sent_paper;

TEST_CASE("The text of a sent PDF is read, of its first pages only") {
  CHECK(outside::contains(parse::pdf_text(sent_paper("TUYỆT MẬT"), 1).value(), "TUYỆT MẬT"));
  std::string long_one;
  for (int i = 0; i < 120; ++i) long_one += "dòng\n";
  const auto two_pages = sent_paper(long_one + "CUỐI");
  CHECK_FALSE(outside::contains(parse::pdf_text(two_pages, 1).value(), "CUỐI"));
  CHECK(outside::contains(parse::pdf_text(two_pages, 9).value(), "CUỐI"));
}

TEST_CASE("A sent PDF that is broken has no text, and brings nothing down") {
  const auto good = sent_paper("Thư");
  CHECK_FALSE(parse::pdf_text("", 1));
  CHECK_FALSE(parse::pdf_text("%PDF-1.7", 1));
  CHECK_FALSE(parse::pdf_text(std::string(5 << 20, 'x'), 1));
  for (std::size_t i = 0; i < good.size(); i += good.size() / 40) {
    auto bad = good;
    bad[i] = char(bad[i] ^ 0x55);
    (void)parse::pdf_text(bad, 1);  // read or not, we are still here
  }
  CHECK(outside::contains(parse::pdf_text(good, 1).value(), "Thư"));
}

TEST_CASE("Behind the sandbox nothing is reached, made or started, and little is used") {
  const outside::Folder folder;
  std::array<char, 4096> self{};
  REQUIRE(readlink("/proc/self/exe", self.data(), self.size() - 1) > 0);
  const auto tried = outside::run(std::string(self.data()) + " try-the-sandbox " + (folder / ""));
  CHECK(tried.exit == 0);
  CHECK(tried.text ==
        "inherit no, read yes, connect no, write no, append no, delete no, fork no, signal no, "
        "memory no\n");
}
