#include "services/privacy/pages.hpp"

#include <algorithm>
#include <charconv>

#include "base/fold.hpp"
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
      ui::citizen_page(parts.chrome.frame(visit, title),
                       {.crumbs = std::move(crumbs), .main = std::move(all)}),
      status);
}

int page_number(std::string_view text) {
  int n = 1;
  std::from_chars(text.data(), text.data() + text.size(), n);
  return std::clamp(n, 1, 100'000);
}

std::optional<base::Date> day_typed(std::string_view text) {
  if (const auto iso = base::Date::parse_iso(text)) return iso;
  return base::Date::parse_vn(base::tidy(text.substr(0, 20)));
}

}  // namespace privacy
