// Golden pictures: papers as they looked when somebody last looked at them.
#include <cairo.h>

#include <filesystem>

#include "cast/certificates.hpp"
#include "support/databases.hpp"

using namespace cast;

namespace {

struct Picture {
  std::string name;
  std::string pdf;
  bool coded = false;  // has a QR code with a secret of its own, which is passed over
};

// Where the code stands on A5 at 100 dpi.
bool in_code(int x, int y) { return x > 435 && x < 545 && y > 70 && y < 260; }

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;

Surface picture(const std::string& file) {
  Surface out(cairo_image_surface_create_from_png(file.c_str()), cairo_surface_destroy);
  REQUIRE_MESSAGE(cairo_surface_status(out.get()) == CAIRO_STATUS_SUCCESS, file);
  return out;
}

int darkness(const unsigned char* pixel) { return pixel[0] + pixel[1] + pixel[2]; }

// Points that are darker or lighter by a quarter, of each 100,000; -1: of another size. Edges of
// letters differ less between versions of poppler.
int difference(const std::string& one, const std::string& other, bool coded) {
  const auto a = picture(one), b = picture(other);
  const int width = cairo_image_surface_get_width(a.get());
  const int height = cairo_image_surface_get_height(a.get());
  if (width != cairo_image_surface_get_width(b.get()) ||
      height != cairo_image_surface_get_height(b.get()))
    return -1;
  const int stride = cairo_image_surface_get_stride(a.get());
  const auto* left = cairo_image_surface_get_data(a.get());
  const auto* right = cairo_image_surface_get_data(b.get());
  std::int64_t different = 0;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      if (coded && in_code(x, y)) continue;
      const auto at = y * stride + x * 4;
      if (std::abs(darkness(left + at) - darkness(right + at)) > 3 * 64) ++different;
    }
  }
  return int(different * 100'000 / (std::int64_t(width) * height));
}

// The first page at 100 dpi against the committed picture. `tools/golden` renews the pictures and
// says how much each changed.
void check_picture(const Picture& paper) {
  constexpr int tolerated = 100;  // 0.1 %: a line that moved, a seal elsewhere is above
  const outside::Folder folder;
  const auto file = folder.put(paper.name + ".pdf", paper.pdf);
  CHECK(outside::run("pdftoppm -r 100 -png -singlefile " + file + " " + folder / paper.name).exit ==
        0);
  const auto fresh = folder / (paper.name + ".png");
  const auto golden = std::string(TAYDO_SOURCE_DIR "/tests/golden/") + paper.name + ".png";
  const bool known = std::filesystem::exists(golden);
  CAPTURE(golden);
  if (getenv("TAYDO_RENEW_GOLDEN")) {
    std::printf("%s: %d of 100,000 points differ\n", paper.name.c_str(),
                known ? difference(fresh, golden, paper.coded) : -1);
    std::filesystem::copy_file(fresh, golden, std::filesystem::copy_options::overwrite_existing);
    return;
  }
  REQUIRE(known);
  const auto changed = difference(fresh, golden, paper.coded);
  CHECK(changed >= 0);
  CHECK(changed <= tolerated);
}

}  // namespace

TEST_CASE("The papers look as they did when somebody last looked at them") {
  support::on_each_database([](db::Database& db) {
    Town town(db, "2026-02-05T08:00");
    check_picture({"marital-never", issued(town, mai())});
    auto marriage = mai();
    give(marriage, {{"purpose.purpose", "MARRIAGE"},
                    {"marriage.partner_name", "Thạch Sa Rươl ថាច់ សារួល"},
                    {"marriage.partner_nationality", "VN"},
                    {"marriage.partner_id.kind", "CC"},
                    {"marriage.partner_id.number", "092090000478"},
                    {"marriage.partner_id.issuer", "Bộ Công an"},
                    {"marriage.marriage_place", "Ủy ban nhân dân phường Cái Khế"}});
    give_day(marriage, "marriage.partner_birth", "9", "3", "1990");
    give_day(marriage, "marriage.partner_id.issued", "6", "5", "2025");
    check_picture({"marital-marriage", issued(town, marriage)});
    auto divorced = as_a_man(mai(), "Trần Văn Bình");
    add_end(divorced, {{"ended_registered", "YES"},
                       {"ended_paper", "DIVORCE_JUDGMENT"},
                       {"ended_number", "45/2019/HNGĐ-ST"},
                       {"ended_issuer", "Tòa án nhân dân quận Ninh Kiều, thành phố Cần Thơ"}});
    give_day(divorced, "ended.0.ended_day", "12", "3", "2019");
    check_picture({"marital-divorced", issued(town, divorced)});

    AnyPurpose purpose;
    const auto slip = [&](const one_stop::Dossier& dossier, one_stop::Papers::Slip which) {
      db.write([](db::Tx& tx) { tx.execute("UPDATE one_stop_dossier SET slip = 'the same'"); });
      return town.papers.slip(town.sources(dossier), which, purpose, town.now).value();
    };
    auto dossier = town.submits(town.lan, "form-slip", mai(), {15'000}).value();
    const auto accepted = town.actions.accept(town.act(town.minh), town.task(dossier)).value();
    check_picture({"slip-01-receipt", slip(accepted, one_stop::Papers::Slip::receipt), true});
    const auto paid = town.actions.take_fee(town.act(town.minh), town.task(dossier)).value();
    const auto note = slip(paid, one_stop::Papers::Slip::payment);
    check_picture({"payment-note", note, true});
    dossier = town.submits(town.lan, "form-refused", mai()).value();
    const auto refused =
        town.actions.refuse(town.act(town.minh), town.task(dossier), "Nộp sai nơi cư trú.").value();
    check_picture({"slip-03-refusal", slip(refused, one_stop::Papers::Slip::refusal), true});
  });
}
