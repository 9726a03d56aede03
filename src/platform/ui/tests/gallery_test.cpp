// What holds for every page of the gallery; and the gallery as files for the browser.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "platform/embedded.hpp"
#include "platform/http/static_files.hpp"
#include "platform/ui/tests/gallery.hpp"
#include "platform/ui/tests/markup_compare.hpp"

namespace ui_test {

std::map<std::string, base::Html> gallery() {
  return {{"home", home_page()},
          {"procedure", procedure_page()},
          {"form", form_page()},
          {"check", check_page()},
          {"tracking", tracking_page()},
          {"sign-in", sign_in_page()},
          {"refused", refused_page()},
          {"parts", parts_page()},
          {"worklist", worklist_page(false)},
          {"worklist-dark", worklist_page(true)},
          {"dossier", dossier_page(false)},
          {"dossier-dark", dossier_page(true)}};
}

}  // namespace ui_test

using ui_test::has;

TEST_CASE("No page has a dead link, an inline style or an inline script") {
  for (const auto& [name, page] : ui_test::gallery()) {
    CAPTURE(name);
    CHECK_FALSE(has(page, "href=\"#\""));
    CHECK_FALSE(has(page, "href=\"\""));
    CHECK_FALSE(has(page, " style="));
    CHECK_FALSE(has(page, "<style"));
    CHECK_FALSE(has(page, "<script>"));
    CHECK_FALSE(has(page, " onclick"));
  }
}

TEST_CASE("Each asset a page names is one the program carries, under that very address") {
  const http::StaticFiles assets(embedded::files());
  for (const auto* name : {"citizen.css", "officer.css", "citizen.js", "officer.js", "icons.svg",
                           "favicon.svg", "bvp-latin-400.woff2", "bvp-vietnamese-400.woff2"}) {
    const std::string address = assets.url_of(name);
    CAPTURE(address);
    const std::string all[] = {
        ui::assets::citizen_css,         ui::assets::officer_css,
        ui::assets::citizen_js,          ui::assets::officer_js,
        ui::assets::icons_svg,           ui::assets::favicon_svg,
        ui::assets::bvp_latin_400_woff2, ui::assets::bvp_vietnamese_400_woff2};
    CHECK(std::count(std::begin(all), std::end(all), address) == 1);
  }
}

TEST_CASE("The gallery is written where the browser checks ask for it") {
  const char* folder = std::getenv("TAYDO_GALLERY");
  if (folder == nullptr) return;
  std::filesystem::create_directories(folder);
  for (const auto& [name, page] : ui_test::gallery()) {
    std::ofstream file(std::filesystem::path(folder) / (name + ".html"));
    file << page.str();
    CHECK(file.good());
  }
}
