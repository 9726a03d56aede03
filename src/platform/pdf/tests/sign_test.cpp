// Signatures as pdfsig and qpdf see them: Hòa signs, the clerk numbers and seals.
#include "platform/pdf/sign.hpp"

#include <doctest/doctest.h>

#include <chrono>

#include "papers.hpp"
#include "platform/crypto/certificates.hpp"
#include "platform/pdf/failure.hpp"
#include "platform/pdf/form.hpp"

using namespace outside;

namespace {

// pdfsig judges certificates by the clock of the machine.
base::Instant now() {
  return {std::chrono::duration_cast<std::chrono::microseconds>(
              std::chrono::system_clock::now().time_since_epoch())
              .count()};
}

struct Hall {
  crypto::Credential authority = crypto::make_demo_authority("Tây Đô", now() - base::day_us);
  crypto::Credential hoa =
      issue_demo_certificate(authority, {"Lê Minh Hòa", "UBND phường Ninh Kiều"}, before());
  crypto::Credential agency = issue_demo_certificate(
      authority, {"Ủy ban nhân dân phường Ninh Kiều", "UBND phường Ninh Kiều"}, before());

  static base::Instant before() { return now() - base::hour_us; }
};

const Hall& hall() {
  static const Hall one;
  return one;
}

pdf::Signing by_hoa() {
  return {"signature",
          hall().hoa.key_pem,
          hall().hoa.chain_pem,
          "Lê Minh Hòa",
          "Ủy ban nhân dân phường Ninh Kiều",
          "Phê duyệt",
          now()};
}

pdf::Signing by_agency() {
  return {"seal",
          hall().agency.key_pem,
          hall().agency.chain_pem,
          "Ủy ban nhân dân phường Ninh Kiều",
          "",
          "Ban hành",
          now(),
          pdf::Look::seal,
          {{"number", "Số: 15/UBND-XNTTHN"}, {"date", "Ninh Kiều, ngày 05 tháng 02 năm 2026"}}};
}

const std::string& certificate() {
  static const auto one = paper(template_text("certificate"), lan());
  return one;
}

int count(const std::string& text, std::string_view part) {
  int n = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != text.npos; ++at) ++n;
  return n;
}

}  // namespace

TEST_CASE("Hòa signs, the clerk numbers and seals, and pdfsig finds both valid and trusted") {
  const Folder folder;
  const auto once = pdf::sign(certificate(), by_hoa());
  const auto twice = pdf::sign(once, by_agency());
  CHECK(once.starts_with(certificate()));
  CHECK(twice.starts_with(once));

  REQUIRE(run("certutil -N --empty-password -d sql:" + folder / ".").exit == 0);
  const auto root = folder.put("root.pem", hall().authority.chain_pem);
  REQUIRE(run("certutil -A -n demo -t CT,C,C -i " + root + " -d sql:" + folder / ".").exit == 0);
  const auto file = folder.put("twice.pdf", twice);
  const auto said = run("pdfsig -nssdir " + folder / "." + " " + file).text;
  CHECK(count(said, "Signature is Valid.") == 2);
  CHECK(count(said, "Certificate is Trusted.") == 2);
  CHECK(count(said, "ETSI.CAdES.detached") == 2);
  CHECK(count(said, "Signing Hash Algorithm: SHA-256") == 2);
  CHECK(count(said, "Not total document signed") == 1);  // the first; the second covers all
  CHECK(count(said, "- Total document signed") == 1);
  CHECK(contains(said, "Common Name: Lê Minh Hòa"));
  CHECK(contains(said, "O=DEMO - UBND phường Ninh Kiều"));
  CHECK(run("qpdf --check " + file).exit == 0);

  const auto text = run("pdftotext -layout " + file + " -").text;
  CHECK(contains(text, "Số: 15/UBND-XNTTHN"));
  CHECK(contains(text, "Ninh Kiều, ngày 05 tháng 02 năm 2026"));
  CHECK(contains(text, "Ký số: Lê Minh Hòa"));
  CHECK(contains(text, "+07:00"));
}

TEST_CASE("After Hòa alone has signed, the paper is whole and has no number yet") {
  const Folder folder;
  const auto file = folder.put("once.pdf", pdf::sign(certificate(), by_hoa()));
  const auto said = run("pdfsig " + file).text;
  CHECK(count(said, "Signature is Valid.") == 1);
  CHECK(count(said, "- Total document signed") == 1);
  CHECK(!contains(run("pdftotext " + file + " -").text, "Số: "));
}

TEST_CASE("One changed byte anywhere in what was signed is found out") {
  const Folder folder;
  const auto once = pdf::sign(certificate(), by_hoa());
  const auto twice = pdf::sign(once, by_agency());
  auto bent = twice;
  bent[bent.find("/Reason")] = '.';
  const auto said = run("pdfsig " + folder.put("bent.pdf", bent)).text;
  CHECK(count(said, "Signature is Valid.") == 0);

  auto later = twice;  // a byte of the second revision: the first signature still stands
  later[later.rfind("%%EOF") + 1] = '!';
  const auto partly = run("pdfsig " + folder.put("later.pdf", later)).text;
  CHECK(count(partly, "Signature is Valid.") == 1);
}

TEST_CASE("Nothing is signed twice, without its field, or with another's key") {
  const auto once = pdf::sign(certificate(), by_hoa());
  CHECK_THROWS_WITH_AS(pdf::sign(once, by_hoa()), "the field signature is already filled",
                       pdf::Failure);
  const auto twice = pdf::sign(once, by_agency());
  CHECK_THROWS_AS(pdf::sign(twice, by_agency()), pdf::Failure);
  auto elsewhere = by_hoa();
  elsewhere.field = "nowhere";
  CHECK_THROWS_WITH_AS(pdf::sign(certificate(), elsewhere), "the PDF has no field nowhere",
                       pdf::Failure);
  elsewhere.field = "number";  // there is one, but for text
  CHECK_THROWS_AS(pdf::sign(certificate(), elsewhere), pdf::Failure);
  auto mixed = by_hoa();
  mixed.key_pem = hall().agency.key_pem;
  CHECK_THROWS_AS(pdf::sign(certificate(), mixed), pdf::Failure);
  CHECK_THROWS_AS(pdf::with_fields(once, {}, "vi"), pdf::Failure);
}

TEST_CASE("Bytes that are no paper of ours end in a failure, never in a crash") {
  for (const std::string& bad :
       {std::string(), std::string("hello"), std::string("%PDF-1.7\n"),
        std::string("%PDF-1.7\nxref\n0 1\ntrailer<<>>\nstartxref\n9\n%%EOF"),
        std::string(100'000, '\0')}) {
    CHECK_THROWS_AS(pdf::sign(bad, by_hoa()), pdf::Failure);
    CHECK_THROWS_AS(pdf::with_fields(bad, {}, "vi"), pdf::Failure);
  }
  const auto& good = certificate();
  for (std::size_t cut = 0; cut < good.size(); cut += good.size() / 40 + 1)
    CHECK_THROWS_AS(pdf::sign(good.substr(0, cut), by_hoa()), pdf::Failure);
}

TEST_CASE("A PDF made elsewhere, with packed objects, is prepared once and then signed") {
  const Folder folder;
  const auto plain = folder.put("plain.pdf", certificate());
  REQUIRE(run("qpdf --object-streams=generate " + plain + " " + folder / "packed.pdf").exit == 0);
  const auto packed = read(folder / "packed.pdf");
  CHECK_THROWS_WITH_AS(pdf::sign(packed, by_hoa()), "the PDF was not prepared for signing",
                       pdf::Failure);
  const auto prepared = pdf::with_fields(
      packed, {{"upload", "Chữ ký số", pdf::Field::Kind::signature, {0, 300, 40, 200, 60}}}, "");
  auto signing = by_hoa();
  signing.field = "upload";
  const auto file = folder.put("signed.pdf", pdf::sign(prepared, signing));
  CHECK(count(run("pdfsig " + file).text, "Signature is Valid.") == 1);
}
