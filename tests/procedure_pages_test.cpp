// Every procedure page of the city read as a resident reads it: papers and money say what is true.
#include <doctest/doctest.h>

#include <filesystem>

#include "base/fold.hpp"
#include "engines/catalogue/publish.hpp"
#include "platform/crypto/crypto.hpp"
#include "services/portal/views.hpp"
#include "support/folder.hpp"

namespace {

using base::Lang;
using catalogue::Channel;
using catalogue::Terms;
using Lines = std::vector<std::string>;

struct Procedure : catalogue::Version {
  Terms terms;
};

// The city's procedures, as published.
const std::vector<Procedure>& procedures() {
  static const std::vector<Procedure> all = [] {
    std::vector<Procedure> out;
    const support::Folder folder;
    const auto db = db::open("sqlite:" + folder.path() + "/pages.db");
    db->migrate(embedded::files());
    journal::Journal journal(*db, crypto::ed25519_make());
    catalogue::Publisher publisher(*db, journal, {});
    const auto report = catalogue::import_pack(
        *db, publisher, std::filesystem::path(TAYDO_SOURCE_DIR) / "packs/cantho", {}, {},
        {"import", {}, base::Instant{1'790'000'000'000'000}});
    REQUIRE_MESSAGE(report.published == 75, report.told(Lang::en));
    const auto today = *base::Date::of(2026, 11, 23);
    db->read([&](db::Tx& tx) {
      for (const auto& one : catalogue::list(tx, "", today)) {
        out.push_back({*catalogue::version(tx, one.id), *catalogue::terms(tx, one.id)});
      }
    });
    return out;
  }();
  return all;
}

const Procedure& procedure(std::string_view code) {
  const auto found = std::ranges::find(procedures(), code, &Procedure::code);
  REQUIRE(found != procedures().end());
  return *found;
}

std::string page(const Procedure& v, Lang lang) {
  return std::string(portal::views::procedure({.lang = lang}, v, v.terms, false).str());
}

bool says(const std::string& page, const std::string& words) {
  return page.find(base::h("{}", words).str()) != std::string::npos;
}

}  // namespace

TEST_CASE("No page tells anybody that a paper is not needed while no database is asked") {
  int replaced = 0;
  for (const auto& v : procedures()) {
    CAPTURE(v.code);
    const auto vi = page(v, Lang::vi), en = page(v, Lang::en);
    CHECK_FALSE(says(vi, "Không phải nộp"));
    CHECK_FALSE(says(en, "Not needed"));
    for (std::size_t i = 0; i < v.papers.size(); ++i) {
      const auto& paper = v.papers[i];
      const auto& database = v.terms.papers[i].database;
      CAPTURE(paper.name.vi);
      CHECK_FALSE(paper.name.en.empty());
      CHECK(says(vi, paper.name.vi));
      CHECK(says(en, paper.name.en));
      if (paper.replaced_by.empty()) continue;
      ++replaced;
      CHECK(says(vi, "Cần mang theo, trừ khi cán bộ tra cứu được trong " + database.vi));
      CHECK(says(en, "Bring it, unless the officer can look it up in " + database.en));
    }
  }
  CHECK(replaced >= 28);
}

TEST_CASE("A paper that not everybody needs says when it is needed") {
  for (const auto& v : procedures()) {
    CAPTURE(v.code);
    for (std::size_t i = 0; i < v.papers.size(); ++i) {
      const auto& paper = v.papers[i];
      const auto& when = v.terms.papers[i].when;
      CAPTURE(paper.name.vi);
      CHECK(paper.required == when.vi.empty());
      CHECK(when.vi.empty() == when.en.empty());
      CHECK(paper.name.vi.find("(nếu") == std::string::npos);
      if (paper.required) continue;
      CHECK(says(page(v, Lang::vi), "Chỉ cần khi " + when.vi));
      CHECK(says(page(v, Lang::en), "Only when " + when.en));
    }
  }
}

TEST_CASE("Fees that are alternatives stand apart and are never added up") {
  for (const auto& v : procedures()) {
    CAPTURE(v.code);
    const auto vi = page(v, Lang::vi);
    for (std::size_t i = 0; i < v.fees.size(); ++i) {
      const auto& one = v.fees[i];
      const auto& terms = v.terms.fees[i];
      CAPTURE(one.name.vi);
      for (const auto* channel : {"trực tiếp", "trực tuyến", "qua mạng", "0,5 %"}) {
        CHECK(one.name.vi.find(channel) == std::string::npos);
      }
      if (one.kind != catalogue::FeeKind::none) {
        CHECK((one.kind == catalogue::FeeKind::fee) == one.name.vi.starts_with("Phí"));
      }
      if (one.kind != catalogue::FeeKind::none && !one.amount) CHECK(says(vi, one.note.vi));
      for (const auto& who : terms.exempt) {
        CHECK(says(vi, who.who.vi));
        CHECK(says(vi, who.law));
      }
      for (std::size_t j = 0; j < i; ++j) {
        const auto& other = v.fees[j];
        const auto known = [](const auto& fee) { return fee.amount && fee.amount->amount > 0; };
        const bool through_one = std::ranges::any_of(
            v.channels, [&](auto c) { return terms.through(c) && v.terms.fees[j].through(c); });
        const bool apart = terms.when.vi != v.terms.fees[j].when.vi || !through_one;
        if (apart && known(one) && known(other)) {
          CHECK_FALSE(says(vi, (*one.amount + *other.amount).str()));
        }
      }
    }
  }
}

TEST_CASE("Each page says what is owed online, at the counter and in which case") {
  const auto lines = [](std::string_view code, Lang lang = Lang::vi) {
    return portal::views::fee_lines(procedure(code), procedure(code).terms, lang);
  };
  CHECK(lines("1.004222") ==
        Lines{"Nộp trực tuyến: 10.000 đ/hồ sơ", "Nộp tại quầy hoặc qua bưu chính: 20.000 đ/hồ sơ"});
  CHECK(lines("1.004222", Lang::en) ==
        Lines{"Online: 10.000 đ a dossier", "At the counter or by post: 20.000 đ a dossier"});
  CHECK(lines("2.001583") == Lines{"Nộp trực tuyến: 100.000 đ/hồ sơ",
                                   "Nộp tại quầy hoặc qua bưu chính: 150.000 đ/hồ sơ"});
  CHECK(lines("2.000815") ==
        Lines{"Trang thứ nhất, thứ hai: 2.000 đ/trang", "Từ trang thứ ba: 1.000 đ/trang"});
  CHECK(lines("1.001193") == Lines{"Đăng ký đúng hạn, trong 60 ngày kể từ ngày sinh: Không thu",
                                   "Đăng ký quá hạn: Mức thu do Hội đồng nhân dân thành phố quy "
                                   "định"});
  CHECK(lines("criminal-record-extract") ==
        Lines{"200.000 đ/lần/người", "Từ phiếu thứ ba trong một lần yêu cầu: 5.000 đ/phiếu"});
  CHECK(lines("1.001456") == Lines{"200.000 đ/hồ sơ"});
  CHECK(lines("1.000894") == Lines{"Không thu"});
  CHECK(lines("1.004593") == Lines{"Mức thu theo thông tư của Bộ Tài chính, chưa có ở đây"});
  const auto& residence = procedure("1.004222");
  CHECK(catalogue::fee_due(residence, residence.terms, Channel::online).amount == 10'000);
  CHECK(catalogue::fee_due(residence, residence.terms, Channel::counter).amount == 20'000);
}

TEST_CASE("What has to be paid at the counter is not called wholly online") {
  const auto vi = page(procedure("1.004873"), Lang::vi);
  CHECK(says(vi, "Nộp trực tuyến, nộp tiền tại quầy"));
  CHECK_FALSE(says(vi, "Nộp trực tuyến toàn trình"));
  CHECK(says(vi, "việc đăng nhập bằng định danh điện tử thay cho giấy này"));
}
