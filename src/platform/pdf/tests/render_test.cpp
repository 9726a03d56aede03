// Papers as printed, judged by poppler, qpdf and a QR reader.
#include "platform/pdf/render.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/resource.h>

#include <algorithm>
#include <functional>
#include <thread>

#include "papers.hpp"
#include "platform/pdf/fonts.hpp"

using namespace outside;

namespace {

std::string text_of(const Folder& folder, const std::string& pdf) {
  return run("pdftotext -layout " + folder.put("text.pdf", pdf) + " -").text;
}

}  // namespace

TEST_CASE("A template makes a sound PDF with all its letters inside") {
  for (const char* name : {"certificate", "slip"}) {
    CAPTURE(name);
    const Folder folder;
    const auto pdf = paper(template_text(name), lan());
    const auto file = folder.put("paper.pdf", pdf);
    CHECK(run("qpdf --check " + file).exit == 0);

    const auto text = text_of(folder, pdf);
    CHECK(contains(text, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"));
    CHECK(contains(text, "Độc lập - Tự do - Hạnh phúc"));
    CHECK(contains(text, "PHƯỜNG NINH KIỀU"));
    CHECK(contains(text, "Nguyễn Thị Lan"));

    std::istringstream fonts(run("pdffonts " + file).text);
    std::string line;
    int embedded = 0;
    while (std::getline(fonts, line)) {
      if (!contains(line, "TrueType") && !contains(line, "CID")) continue;
      ++embedded;
      CHECK_MESSAGE(contains(line, "Liberation"), line);
      CHECK_MESSAGE(contains(line, "yes yes yes"), line);  // embedded, subset, to Unicode
    }
    CHECK(embedded >= 2);

    const auto facts = run("pdfinfo " + file).text;
    CHECK(contains(facts, "Author:          UBND phường Ninh Kiều"));
    CHECK(contains(facts, "Pages:           1\n"));
    CHECK(contains(facts, std::string(name).starts_with("cert") ? "(A4)" : "419.5"));
    CHECK(contains(pdf, "/Lang (vi)"));
    CHECK(paper(template_text(name), lan()) == pdf);  // the same values, the same bytes
  }
}

TEST_CASE("A phone reads the code of the slip, and it is at least 25 mm wide") {
  const Folder folder;
  const auto file = folder.put("slip.pdf", paper(template_text("slip"), lan()));
  CHECK(run("pdftoppm -r 150 -png -singlefile " + file + " " + folder / "slip").exit == 0);
  const auto said = run("zbarimg -q --raw " + folder / "slip.png").text;
  CHECK(contains(said, "https://dichvucong.cantho.example/ho-so/H13.92.01-261122-0007"));

  // Ten points a millimetre: only the code stands in the 30 mm left of the right margin.
  const int width = 300, height = 450;
  CHECK(run("pdftoppm -r 254 -gray -singlefile -x 1090 -y 300 -W 300 -H 450 " + file + " " +
            folder / "code")
            .exit == 0);
  const auto image = read(folder / "code.pgm");
  REQUIRE(image.starts_with("P5\n300 450\n255\n"));
  const auto points = image.substr(image.size() - width * height);
  int first = width, last = 0;
  for (int i = 0; i < width * height; ++i) {
    if (static_cast<unsigned char>(points[i]) > 128 || i / width < 100) continue;
    first = std::min(first, i % width);
    last = std::max(last, i % width);
  }
  CHECK(last - first >= 249);
}

TEST_CASE("Words keep within the margins of the law, and their structure can be read aloud") {
  const Folder folder;
  const auto file = folder.put("paper.pdf", paper(template_text("certificate"), lan()));
  std::istringstream words(run("pdftotext -bbox " + file + " -").text);
  std::string line;
  int seen = 0;
  while (std::getline(words, line)) {
    double left = 0, top = 0, right = 0, bottom = 0;
    if (std::sscanf(line.c_str(), " <word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\"",
                    &left, &top, &right, &bottom) != 4)
      continue;
    ++seen;
    CHECK(left > 85.0);     // 30 mm
    CHECK(right < 552.8);   // 15 mm from the right edge
    CHECK(top > 56.6);      // 20 mm
    CHECK(bottom < 785.3);  // 20 mm from the foot
  }
  CHECK(seen > 100);
  CHECK(contains(run("pdfinfo " + file).text, "Tagged:          yes"));
  const auto slip = folder.put("slip.pdf", paper(template_text("slip"), lan()));
  const auto structure = run("pdfinfo -struct-text " + slip).text;
  CHECK(contains(structure, "H1 (block)\n  \"GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ\""));
  CHECK(contains(structure, "TH\n      \"Tên giấy tờ\""));
}

TEST_CASE("A paper that does not fit its page goes on overleaf and counts its pages") {
  auto values = lan();
  std::string sentence;
  for (int i = 0; i < 300; ++i) sentence += "đăng ký kết hôn lần thứ " + std::to_string(i) + ", ";
  values["purpose_text"] = sentence + "hết";
  const Folder folder;
  const auto pdf = paper(template_text("certificate"), values);
  const auto file = folder.put("long.pdf", pdf);
  const auto second = run("pdftotext -layout -f 2 -l 2 " + file + " -").text;
  CHECK(second.find_first_not_of(" \n") != second.npos);
  CHECK(second[second.find_first_not_of(" \n")] == '2');
  const auto text = text_of(folder, pdf);
  std::istringstream words(text);
  std::string word;
  int next = 0;  // every number is there, in order, none lost at the turn of a page
  while (words >> word) next += word == std::to_string(next) + ",";
  CHECK(next == 300);
  CHECK(contains(text, "Lê Minh Hòa"));
}

TEST_CASE("A long table repeats its head, and a cell taller than a page is not lost") {
  auto values = lan();
  std::string rows, tall;
  for (int i = 1; i <= 40; ++i) rows += std::to_string(i) + "\tGiấy tờ " + std::to_string(i) + "\n";
  for (int i = 1; i <= 400; ++i) tall += "dài" + std::to_string(i) + " ";
  values["components"] = rows + "41\t" + tall + "\t1\tBản sao";
  const Folder folder;
  const auto pdf = paper(template_text("slip"), values);
  const auto text = text_of(folder, pdf);
  for (int i = 1; i <= 400; ++i) CHECK(contains(text, "dài" + std::to_string(i)));
  int heads = 0;
  for (std::size_t at = 0; (at = text.find("Tên giấy tờ", at)) != text.npos; ++at) ++heads;
  CHECK(heads >= 3);
}

TEST_CASE("A letter no font of ours has is refused by name; Khmer and Cyrillic are printed") {
  auto values = lan();
  for (const char* letter : {"🙂", "𠀀", "漢", "\xE2\xA0\x81"}) {  // the last one is Braille
    CAPTURE(letter);
    values["subject_name"] = std::string("Lan ") + letter;
    const auto parsed = pdf::parse(template_text("certificate"));
    const auto made = pdf::render(*parsed, values, {morning, ""});
    REQUIRE(!made);
    CHECK(contains(made.error().message.en, letter));
    CHECK(pdf::unprintable("Lan " + std::string(letter) + "!") == letter);
  }
  values["subject_name"] = "ថាច់ ធី សា រិន, Иванов, Λάμπρος";
  values["requester_name"] =
      "\xE2\x80\xAE"
      "abc <b>&amp;</b> **x** {y}";
  values["subject_residence"] = std::string(5000, 'W');  // one word, wider than any line
  CHECK(pdf::unprintable(values["subject_name"]) == "");
  const Folder folder;
  const auto file = folder.put("rare.pdf", paper(template_text("certificate"), values));
  CHECK(run("qpdf --check " + file).exit == 0);
  const auto text = run("pdftotext -layout " + file + " -").text;
  // A value is never markup, and cannot turn the direction of reading.
  CHECK(contains(text, "abc <b>&amp;</b> **x** {y}"));
  CHECK(contains(text, "ថាច់"));
  CHECK(contains(run("pdffonts " + file).text, "Mondulkiri"));
}

TEST_CASE("A signature never stands alone on a page, however many lines come before it") {
  const auto parsed = pdf::parse(
      "document A4 | Thử\nvalue lines | x\nlines {lines}\n"
      "signature\ncapacity Chủ tịch\nsign\nseal\nname Lê Minh Hòa\nend\n");
  REQUIRE(parsed);
  std::string lines;
  int turned = 0;
  for (int count = 1; count <= 45; ++count) {
    CAPTURE(count);
    lines += "dòng" + std::to_string(count) + "\n";
    const Folder folder;
    const auto made = pdf::render(*parsed, {{"lines", lines}}, {morning, ""});
    REQUIRE(made);
    const auto file = folder.put("signed.pdf", *made);
    if (!contains(run("pdfinfo " + file).text, "Pages:           2")) continue;
    ++turned;
    const auto second = run("pdftotext -layout -f 2 -l 2 " + file + " -").text;
    CHECK(contains(second, "CHỦ TỊCH"));
    CHECK(contains(second, "dòng" + std::to_string(count)));
    CHECK(contains(second, "dòng" + std::to_string(count - 1)));
    const auto all = run("pdftotext -layout " + file + " -").text;
    for (int i = 1; i <= count; ++i) CHECK(contains(all, "dòng" + std::to_string(i) + "\n"));
  }
  CHECK(turned > 3);
}

TEST_CASE("Papers made at the same time by several workers are those made one by one") {
  const auto alone = paper(template_text("slip"), lan());
  std::vector<std::string> made(4);
  {
    std::vector<std::jthread> workers;
    for (auto& one : made)
      workers.emplace_back([&one] { one = paper(template_text("slip"), lan()); });
  }
  for (const auto& one : made) CHECK(one == alone);
}

TEST_CASE("A paper without end is refused, not printed for ever") {
  const auto parsed = pdf::parse("document A5 | Thử\nvalue rows | x\ntable 1\n rows {rows}\nend\n");
  REQUIRE(parsed);
  std::string rows;
  for (int i = 0; i < 20'000; ++i) rows += "x\n";
  const auto made = pdf::render(*parsed, {{"rows", rows}}, {morning, ""});
  REQUIRE(!made);
  CHECK(made.error().message.en == "The paper is longer than 100 pages.");
  const auto wide = pdf::render(*parsed, {{"rows", "a\tb"}}, {morning, ""});
  REQUIRE(!wide);
  CHECK(wide.error().line == 4);
}

namespace {

// Leaves this process without a file descriptor.
void take_all_descriptors() {
  const rlimit few{64, 64};
  setrlimit(RLIMIT_NOFILE, &few);
  while (open("/dev/null", O_RDONLY) >= 0) continue;
}

// What a child of ours answers; it has no descriptor and no other thread.
int in_a_child(const std::function<int()>& body) {
  const auto child = fork();
  REQUIRE(child >= 0);
  if (child == 0) _exit(body());
  int status = -1;
  REQUIRE(waitpid(child, &status, 0) == child);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

TEST_CASE("With every descriptor taken a paper is the same paper, never a blank one") {
  pdf::load_fonts();  // as the server does before it listens
  const auto before = paper(template_text("certificate"), lan());
  const auto parsed = pdf::parse(template_text("certificate"));
  CHECK(in_a_child([&] {
          take_all_descriptors();
          const auto made = pdf::render(*parsed, lan(), {morning, "UBND phường Ninh Kiều"});
          return made && *made == before ? 0 : 1;
        }) == 0);
}

// Run by the test below in a process of its own, where no font has been opened.
TEST_CASE("(in another process) no font can be opened" * doctest::skip()) {
  if (getenv("TAYDO_NO_DESCRIPTORS")) take_all_descriptors();
  CHECK_THROWS_AS(pdf::load_fonts(), pdf::Failure);
  const auto parsed = pdf::parse("document A5 | x\nparagraph Lan\n");
  CHECK_THROWS_AS(pdf::render(*parsed, {}, {}), pdf::Failure);
}

TEST_CASE("Without font files, or without a descriptor to open them, no paper is made") {
  const Folder folder;
  const auto none = folder.put("none.conf", "<?xml version=\"1.0\"?><fontconfig></fontconfig>");
  const auto self = "/proc/" + std::to_string(getpid()) + "/exe";
  const auto other = self + " -ns -tc='(in another process) no font can be opened'";
  for (const auto& around : {"FONTCONFIG_FILE=" + none, std::string("TAYDO_NO_DESCRIPTORS=1")}) {
    CAPTURE(around);
    const auto said = run("env " + around + " " + other);
    CAPTURE(said.text);
    CHECK(said.exit == 0);
    CHECK(contains(said.text, "1 passed"));
  }
}
