// Forms as people and programs send them, and as nobody should.
#include <doctest/doctest.h>

#include <time.h>

#include <functional>
#include <random>

#include "base/fold.hpp"
#include "platform/http/http.hpp"

using http::Fields;
using http::parse_query;
using http::Request;

namespace {

std::optional<Fields> parsed(const Request& request) {  // where files are asked for
  return http::parse_form(request, http::with_uploads);
}

Request form(std::string type, std::string body) {
  Request request;
  request.method = http::Method::post;
  request.headers = {{"content-type", std::move(type)}};
  request.body = std::move(body);
  return request;
}

Request multipart(std::string body) {
  return form("multipart/form-data; boundary=\"----b 1\"", std::move(body));
}

std::string part(const std::string& disposition, const std::string& content) {
  return "------b 1\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content +
         "\r\n";
}

const std::string last = "------b 1--\r\n";

}  // namespace

TEST_CASE("Lan ticks two boxes of one name and both arrive, in order") {
  const auto fields = parse_query("giay=cccd&ten=Nguy%E1%BB%85n+Lan&giay=khai+sinh&trong=&&co");
  REQUIRE(fields);
  CHECK(fields->all("giay") == std::vector<std::string_view>{"cccd", "khai sinh"});
  CHECK(fields->get("giay") == "cccd");
  CHECK(fields->get("ten") == "Nguyễn Lan");
  CHECK(fields->has("trong"));
  CHECK(fields->has("co"));
  CHECK_FALSE(fields->has("khac"));
  CHECK(fields->list().size() == 5);
}

TEST_CASE(
    "A name typed on a Mac in pieces is kept composed; blanks stay, line breaks are one kind") {
  const auto fields = parse_query("ten=Nguye%CC%82%CC%83n+Lan&y=+a%0D%0Ab%0Dc%0Ad%0D%0A");
  REQUIRE(fields);
  CHECK(fields->get("ten") == "Nguyễn Lan");
  CHECK(fields->get("y") == " a\nb\nc\nd\n");
}

TEST_CASE("Text that is no text is refused, not repaired") {
  for (const char* bad : {"a=%ZZ", "a=%", "a=%4", "%4=a", "a=%00", "a%00=b", "a=%ff", "a=%ED%A0%80",
                          "a=%C0%AF", "a=\xff"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_query(bad));
    CHECK_FALSE(parsed(form("application/x-www-form-urlencoded", bad)));
  }
}

TEST_CASE("A form is read up to the bounds of its route, and not beyond") {
  std::string many;
  for (int i = 0; i < 500; ++i) many += "a=b&";
  CHECK(parse_query(many)->list().size() == 500);
  CHECK_FALSE(parse_query(many + "a=b"));
  CHECK(parse_query(many + "a=b", {.fields_max = 501}));
  const std::string large(http::Bounds().field_bytes_max + 1, 'x');
  CHECK(parse_query("a=" + large.substr(1)));
  CHECK_FALSE(parse_query("a=" + large));
  std::string parts;
  for (int i = 0; i < 500; ++i) parts += part("name=a", "b");
  CHECK(parsed(multipart(parts + last))->list().size() == 500);
  CHECK_FALSE(parsed(multipart(parts + part("name=a", "b") + last)));
  CHECK_FALSE(parsed(multipart(part("name=a", large) + last)));
  CHECK(parsed(multipart(part("name=a; filename=b", large) + last)));
  CHECK_FALSE(http::parse_form(multipart(part("name=a; filename=b", "c") + last)));
  std::string long_form;
  for (int i = 0; i < 300; ++i) long_form += "&a=" + std::string(1000, 'x');
  CHECK_FALSE(http::parse_form(form("application/x-www-form-urlencoded", long_form)));
}

// Time this thread had a core: what else the machine does is not in it.
std::int64_t own_us() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1'000'000 + now.tv_nsec / 1'000;
}

// What each piece costs does not grow with what came before it.
TEST_CASE("Twice as much takes twice as long, whatever shape it has") {
  const auto us = [](const Request& request, std::size_t fields) {
    const http::Bounds wide{24 << 20, fields, 24 << 20, true};
    std::int64_t best = INT64_MAX;
    for (int round = 0; round < 3; ++round) {
      const auto from = own_us();
      http::parse_form(request, wide);
      best = std::min(best, own_us() - from);
    }
    return best;
  };
  const auto of = [](std::string_view piece, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += piece;
    return out;
  };
  const auto plain = [](std::string body) {
    return form("application/x-www-form-urlencoded", std::move(body));
  };
  const std::vector<std::pair<std::string, std::function<Request(std::size_t)>>> shapes = {
      {"marks", [&](auto n) { return plain("a=" + of("%CC%80", n) + of("%CC%B4", n)); }},
      {"fields", [&](auto n) { return plain(of("a=b&", n)); }},
      {"empty fields", [&](auto n) { return plain(of("&", n)); }},
      {"line breaks", [&](auto n) { return plain("a=" + of("%0D", n)); }},
      {"parts", [&](auto n) { return multipart(of(part("name=a", "b"), n / 4) + last); }},
      {"almost the boundary",
       [&](auto n) { return multipart(part("name=a", of("\r\n------b ", n)) + last); }},
      {"carriage returns",
       [&](auto n) { return multipart(part("name=a; filename=b", of("\r", n)) + last); }},
      {"quotes",
       [&](auto n) { return multipart(part("name=\"" + of("\\\"", n / 20) + "\"", "x") + last); }},
  };
  for (const auto& [name, shape] : shapes) {
    CAPTURE(name);
    const auto once = us(shape(40'000), 1 << 20), eight = us(shape(320'000), 1 << 20);
    CHECK(eight < 1'000 + 24 * once);  // square would be 64 times
  }
}

TEST_CASE("Lan attaches a file with quotes in its Vietnamese name") {
  const std::string bytes("%PDF\r\n--\0\xff\r\n------b", 20);
  const auto fields = parsed(multipart(
      part("name=\"ten\"", "Nguye\xCC\x82\xCC\x83n\r\nLan") +
      part("name=\"giay\"; filename=\"Đơn %22xin%22; bản 1.pdf\"\r\nContent-Type: application/pdf",
           bytes) +
      part("filename=\"a\\\"b\\\\c.png\"; name=\"anh\"", "x") +
      part("name=\"khong\"; filename=\"\"\r\nContent-Type: application/octet-stream", "") + last));
  REQUIRE(fields);
  CHECK(fields->get("ten") == "Nguyễn\nLan");
  REQUIRE(fields->upload("giay"));
  CHECK(fields->upload("giay")->file_name == "Đơn \"xin\"; bản 1.pdf");
  CHECK(fields->upload("giay")->bytes == bytes);
  REQUIRE(fields->upload("anh"));
  CHECK(fields->upload("anh")->file_name == "a\"b\\c.png");
  CHECK(fields->upload("khong") == nullptr);
  CHECK_FALSE(fields->has("giay"));
}

TEST_CASE("A broken multipart form is refused") {
  const auto good = part("name=a", "b");
  CHECK(parsed(multipart(good + last)));
  CHECK(parsed(multipart(last)));
  for (const auto& bad :
       {std::string(), good, "x" + good + last, good.substr(1) + last, good + "------b 1",
        part("filename=a", "b") + last, part("name=\"a", "b") + last, part("name=a", "\xff") + last,
        part("name=a", std::string(1, '\0')) + last, part("name=\xff", "b") + last,
        "------b 1\r\nA: b\r\n\r\nc\r\n" + last,
        part("name=" + std::string(9'000, 'a'), "b") + last}) {
    CAPTURE(bad);
    CHECK_FALSE(parsed(multipart(bad)));
  }
  CHECK_FALSE(parsed(form("multipart/form-data", good + last)));
  CHECK_FALSE(parsed(form("multipart/form-data; boundary=", "--\r\n")));
  CHECK_FALSE(parsed(form("multipart/form-data; boundary=" + std::string(71, 'b'),
                          "--" + std::string(71, 'b') + "--")));
  CHECK_FALSE(parsed(form("text/plain", "a=b")));
  CHECK_FALSE(parsed(form("", "a=b")));
  CHECK(parsed(form("", "")));
  CHECK(parsed(form("Application/X-WWW-Form-Urlencoded; charset=UTF-8", "a=b"))->has("a"));
}

TEST_CASE("Twenty thousand damaged forms are refused or read within bounds, never worse") {
  std::mt19937 random(20261122);  // the same damage on every run
  const std::string types[] = {"application/x-www-form-urlencoded",
                               "multipart/form-data; boundary=\"----b 1\""};
  const std::string whole[] = {"ten=Nguy%E1%BB%85n+Lan&giay=cccd&giay=khai+sinh&y=a%0D%0Ab",
                               part("name=\"ten\"", "Nguyễn Lan") +
                                   part("name=\"giay\"; filename=\"a.pdf\"", "%PDF-1.7") + last};
  const std::string_view scraps[] = {
      "\r\n", "--", "------b 1", "\"",       "%",        ";",          "=",
      "&",    "\\", "name=",     "\r\n\r\n", "\xE1\xBB", "filename=\""};
  int read = 0;
  for (int i = 0; i < 20'000; ++i) {
    auto body = whole[i % 2];
    for (auto damage = 1 + random() % 6; damage > 0; --damage) {
      const auto at = random() % (body.size() + 1);
      switch (random() % 4) {
        case 0:
          body.insert(at, scraps[random() % std::size(scraps)]);
          break;
        case 1:
          body.erase(at, 1 + random() % 8);
          break;
        case 2:
          body.insert(at, 1, char(random() % 256));
          break;
        default:
          body.insert(at, body.substr(random() % (body.size() + 1), random() % 64));
          break;
      }
    }
    const auto size = body.size();
    const auto fields = parsed(form(types[i % 2], std::move(body)));
    if (!fields) continue;
    ++read;
    std::size_t bytes = 0;
    for (const auto& [name, value] : fields->list()) {
      REQUIRE(base::is_text(name));
      REQUIRE(base::is_text(value));
      REQUIRE(base::composed(value) == value);
      bytes += name.size() + value.size();
    }
    REQUIRE(bytes <= 3 * size);  // composing may lengthen a letter, never more than threefold
  }
  CHECK(read > 2'000);
  CHECK(read < 18'000);
}
