// The page that leads to all parts of administration.
#include "services/administration/views.hpp"

#include "platform/ui/parts.hpp"
#include "services/administration/text.hpp"

namespace administration::views {

ui::OfficerPage overview(base::Lang lang, bool city_wide) {
  const auto t = [lang](const base::Text& text) { return std::string(text.in(lang)); };
  const auto part = [&](const base::Text& title, const base::Text& detail, ui::Url href) {
    return ui::card(
        {.body = base::h("{}{}", ui::paragraph(t(detail)), ui::link({t(title), std::move(href)})),
         .title = t(title)});
  };
  ui::OfficerPage page;
  page.heading = t(text::administration);
  std::vector<base::Html> rows = {
      ui::columns({part(text::calendar, text::calendar_detail, "/quan-tri/lich"),
                   part(text::units, text::units_detail, "/quan-tri/don-vi")}),
      ui::columns({part(text::people, text::people_detail, "/quan-tri/nguoi"),
                   part(text::accounts, text::accounts_detail, "/quan-tri/tai-khoan")})};
  if (city_wide) {
    rows.push_back(
        ui::columns({part(text::background, text::background_detail, "/quan-tri/viec-nen"),
                     part(text::mail, text::mail_detail, "/quan-tri/thu")}));
    rows.push_back(
        ui::columns({part(text::journal, text::journal_detail, "/quan-tri/nhat-ky"),
                     part(text::seals, text::seals_detail, "/quan-tri/nhat-ky/niem-phong")}));
    rows.push_back(ui::columns(
        {part(text::incidents, text::incidents_detail, "/quan-tri/su-co"),
         part(text::data_requests, text::data_requests_detail, "/quan-tri/du-lieu-ca-nhan")}));
  }
  page.main = ui::stack(rows);
  return page;
}

}  // namespace administration::views
