// The portal's pages: read, then show.
#include "services/portal/room.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "engines/search/search.hpp"
#include "engines/units/units.hpp"
#include "services/portal/text.hpp"
#include "services/portal/text_crowded.hpp"
#include "services/portal/views.hpp"

namespace portal {
namespace {

constexpr int results_max = 100;
constexpr std::string_view business_field = "HO_KINH_DOANH";

std::string in(const base::Text& text, const identity::Visit& visit) {
  return std::string(text.in(visit.lang()));
}

bool is_commune(const units::Unit& unit) { return unit.kind == "ward" || unit.kind == "commune"; }

// A posted form without passwords, which do not belong into a page.
bool worth_sending_again(const identity::Visit& visit) {
  const auto& fields = visit.fields();
  return visit.request().method == http::Method::post && !fields.has("password") &&
         !fields.has("old") && !visit.request().path.starts_with("/dang-nhap");
}

}  // namespace

Room::Room(db::Database& db, units::Forest& forest, identity::Chrome chrome)
    : db_(db), forest_(forest), chrome_(std::move(chrome)), seals_(db, chrome_) {}

identity::Routes Room::routes() {
  using http::Method;
  identity::Routes all = {
      {Method::get, "/", identity::anyone(), [this](auto& visit) { return home(visit); }},
      {Method::get, "/thu-tuc", identity::anyone(), [this](auto& visit) { return search(visit); }},
      {Method::get, "/thu-tuc/{code}", identity::anyone(),
       [this](auto& visit) { return procedure(visit); }},
  };
  for (auto& one : seals_.routes()) all.push_back(std::move(one));
  return all;
}

http::Response Room::home(identity::Visit& visit) {
  const auto today = visit.now().local().date;
  views::Home shown;
  shown.today = today;
  shown.figures_open = visit.who() && visit.who()->officer;
  db_.read([&](db::Tx& tx) {
    const auto all = catalogue::list(tx, "", today);
    shown.procedures = int(all.size());
    for (const auto& one : all) {
      if (one.has_form && shown.online.size() < 5) shown.online.push_back(one);
      if (one.field.code == business_field && shown.business.size() < 4)
        shown.business.push_back(one);
    }
    shown.communes = int(std::ranges::count_if(forest_.as_of(tx, today)->all(), is_commune));
    shown.month = indicators::month(tx, indicators::Period::month_of(today), visit.now());
  });
  return http::Response::page(views::home(chrome_.frame(visit, in(text::home, visit)), shown));
}

http::Response Room::search(identity::Visit& visit) {
  const auto today = visit.now().local().date;
  views::Search shown;
  shown.words = base::tidy(visit.fields().get("q").substr(0, 200));
  const auto field = visit.fields().get("linh-vuc");
  db_.read([&](db::Tx& tx) {
    shown.fields = catalogue::fields(tx, today);
    for (const auto& one : shown.fields) {
      if (one.code == field) shown.field_name = one.name.in(visit.lang());
    }
    if (shown.words.empty()) {
      shown.found = catalogue::list(tx, shown.field_name.empty() ? "" : field, today);
      return;
    }
    for (const auto& hit : search::find(tx, shown.words, results_max, "procedure")) {
      if (const auto version = catalogue::find(tx, hit.ref, today)) shown.found.push_back(*version);
    }
  });
  return http::Response::page(
      views::search(chrome_.frame(visit, in(text::services, visit)), shown));
}

http::Response Room::procedure(identity::Visit& visit) {
  catalogue::Terms terms;
  const auto version = db_.read([&](db::Tx& tx) {
    auto found = catalogue::find(tx, visit.param("code"), visit.now().local().date);
    if (found) terms = *catalogue::terms(tx, found->id);
    return found;
  });
  if (!version) return chrome_.not_found(visit);
  const bool officer = visit.who() && visit.who()->officer;
  return http::Response::page(views::procedure(chrome_.frame(visit, version->name.in(visit.lang())),
                                               *version, terms, officer));
}

identity::ErrorPages error_pages(
    std::function<ui::Frame(const identity::Visit&, std::string title)> frame) {
  const auto page = [frame](const identity::Visit& visit, int status, const base::Text& title,
                            std::string detail, ui::Link way_out) {
    return http::Response::page(
        views::trouble(frame(visit, in(title, visit)),
                       {in(title, visit), std::move(detail), std::move(way_out)}),
        status);
  };
  const auto home = [](const identity::Visit& visit) {
    return ui::Link{in(text::to_home, visit), "/"};
  };
  identity::ErrorPages pages;
  pages.not_found = [=](const auto& visit) {
    return page(visit, 404, text::not_found, in(text::not_found_detail, visit), home(visit));
  };
  pages.bad_request = [=](const auto& visit) {
    return page(visit, 400, text::bad_request, in(text::bad_request_detail, visit), home(visit));
  };
  pages.forbidden = [=](const auto& visit, const std::string& path) {
    return page(visit, 403, text::forbidden, in(text::forbidden_detail, visit),
                {in(text::open_again, visit), path});
  };
  pages.failed = [=](const auto& visit, const std::string& reference) {
    if (reference.empty() && worth_sending_again(visit)) {
      return http::Response::page(
          views::send_again(frame(visit, in(text::no_room, visit)), visit.request().path,
                            visit.marks(), visit.fields()),
          503);
    }
    if (reference.empty()) {
      return page(visit, 503, text::no_room, in(text::no_room_detail, visit), home(visit));
    }
    return page(visit, 500, text::failed,
                base::fill(text::failed_detail, visit.lang(), {{"reference", reference}}),
                home(visit));
  };
  pages.crowded = [=](const auto& visit, const std::string& path) {
    return page(visit, 503, text::crowded, in(text::crowded_detail, visit),
                {in(text::try_again, visit), path});
  };
  return pages;
}

}  // namespace portal
