#include "services/privacy/pages.hpp"

#include <algorithm>
#include <charconv>

#include "base/fold.hpp"
#include "platform/ui/forms.hpp"
#include "services/privacy/text.hpp"

namespace privacy {

std::string in(const base::Text& text, const identity::Visit& visit) {
  return std::string(text.in(visit.lang()));
}

http::Response own_page(const Parts& parts, const identity::Visit& visit, const std::string& title,
                        base::Html main, std::vector<ui::Link> crumbs, int status) {
  crumbs.insert(crumbs.begin(), {in(text::my_account, visit), "/tai-khoan"});
  if (visit.who()->officer) {
    ui::OfficerPage page;
    page.crumbs = std::move(crumbs);
    page.heading = title;
    page.main = std::move(main);
    return parts.chrome.officer(visit, std::move(page), status);
  }
  auto all = ui::heading(1, "", title);
  all += main;
  return http::Response::page(
      ui::citizen_page(
          parts.chrome.frame(visit, status == 422
                                        ? std::string(ui::error_title_prefix(visit.lang())) + title
                                        : title),
          {.crumbs = std::move(crumbs), .main = std::move(all)}),
      status);
}

std::optional<base::Date> day_typed(std::string_view text) {
  if (const auto iso = base::Date::parse_iso(text)) return iso;
  return base::Date::parse_vn(base::tidy(text.substr(0, 20)));
}

}  // namespace privacy
