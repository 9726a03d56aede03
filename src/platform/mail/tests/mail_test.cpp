// Letters as bytes: what a mail reader makes of them, and what nobody can smuggle into them.
#include <doctest/doctest.h>

#include "base/html.hpp"
#include "platform/mail/mail.hpp"

namespace {

mail::Letter letter() {
  return {.id = "17",
          .from_name = "Ủy ban nhân dân thành phố Cần Thơ",
          .from = *mail::Address::parse("tra-loi@cantho.example.vn"),
          .to = *mail::Address::parse("lan@example.vn"),
          .subject = "Hồ sơ H13.01-261122-0001 đã được tiếp nhận",
          .text = "Kính gửi Ông/Bà.\n\nĐã tiếp nhận.\n",
          .html = base::h("<p>{}</p>", "Kính gửi Ông/Bà."),
          .unsubscribe = "https://dichvucong.example.vn/tai-khoan/tin-nhan"};
}

const base::Instant morning = base::Local::parse_iso("2026-11-23T08:05")->instant();

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

// The header block, unfolded.
std::string head(const std::string& bytes) {
  auto text = bytes.substr(0, bytes.find("\r\n\r\n") + 2);
  for (auto at = text.find("\r\n "); at != text.npos; at = text.find("\r\n ")) text.erase(at, 3);
  return text;
}

}  // namespace

TEST_CASE("An address is taken only as it may stand in a command") {
  for (const char* good : {"lan@example.vn", " bao.tran+1@mail.cantho.gov.vn ", "o'hara@a-b.vn"})
    CHECK(mail::Address::parse(good));
  for (const char* bad :
       {"", "lan", "@example.vn", "lan@", "lan@example", "lan@@example.vn", "a b@example.vn",
        "lan@example.vn\r\nRCPT TO:<x@y.vn>", "lan>@example.vn", "<lan@example.vn>",
        "lan@exa_mple.vn", "lan@-a.vn", ".lan@example.vn", "la..n@example.vn", "lần@example.vn",
        "\"a b\"@example.vn", "lan@[127.0.0.1]", "lan,bao@example.vn"}) {
    CAPTURE(bad);
    CHECK_FALSE(mail::Address::parse(bad));
  }
  CHECK_FALSE(mail::Address::parse(std::string(250, 'a').append("@a.vn")));
  CHECK(mail::Address::parse("lan@example.vn")->masked() == "l•••@example.vn");
}

TEST_CASE("A letter names who it is from, to whom, when, and that no person wrote it") {
  const auto top = head(mail::bytes(letter(), morning));
  CHECK(has(top, "Date: Mon, 23 Nov 2026 08:05:00 +0700\r\n"));
  CHECK(has(top, "To: <lan@example.vn>\r\n"));
  CHECK(has(top, "Message-ID: <17@cantho.example.vn>\r\n"));
  CHECK(has(top, "Auto-Submitted: auto-generated\r\n"));
  CHECK(has(top, "List-Unsubscribe: <https://dichvucong.example.vn/tai-khoan/tin-nhan>\r\n"));
  auto notice = letter();
  notice.unsubscribe = "";
  CHECK_FALSE(has(head(mail::bytes(notice, morning)), "List-Unsubscribe"));
}

TEST_CASE("Nothing of a letter leaves plain ASCII or a line of 78") {
  auto one = letter();
  one.subject = std::string(40, 'x').append(
      " Hồ sơ của Ông/Bà về việc xác nhận tình trạng hôn nhân ở Cần Thơ");
  one.text = std::string(300, 'a').append(" ệ\n\tcuối dòng  \n.\nFrom đầu dòng = \n");
  const auto bytes = mail::bytes(one, morning);
  std::size_t line = 0;
  for (const char c : bytes) {
    CHECK((c == '\r' || c == '\n' || c == '\t' || (c >= ' ' && c <= '~')));
    line = c == '\n' ? 0 : line + 1;
    CHECK(line <= 79);  // 78 and the CR
  }
  CHECK(has(bytes, "=E1=BB=87"));          // ệ
  CHECK(has(bytes, "d=C3=B2ng =20\r\n"));  // a blank at the end of a line is kept
  CHECK(has(bytes, "multipart/alternative"));
}

TEST_CASE("Nobody can begin a header of their own") {
  auto one = letter();
  one.subject = "Hồ sơ\r\nBcc: all@example.vn\r\n\r\nbody";
  one.from_name = "A\"\r\nX-Evil: 1";
  one.unsubscribe = "";
  const auto top = head(mail::bytes(one, morning));
  CHECK_FALSE(has(top, "\r\nBcc:"));
  CHECK_FALSE(has(top, "\r\nX-Evil:"));
  one.subject = "plain =?utf-8?B?aGVsbG8=?= words";  // not taken for an encoded word of ours
  CHECK_FALSE(has(head(mail::bytes(one, morning)), "Subject: plain"));
}
