// The page that leads to all parts of administration.
#include "services/administration/views.hpp"

#include "platform/ui/parts.hpp"
#include "services/administration/text.hpp"

namespace administration::views {

ui::OfficerPage overview(base::Lang lang) {
  const auto t = [lang](const base::Text& text) { return std::string(text.in(lang)); };
  ui::OfficerPage page;
  page.heading = t(text::administration);
  page.main = ui::choices(
      {{"calendar-days", t(text::calendar), t(text::calendar_detail), "/quan-tri/lich"},
       {"building-2", t(text::units), t(text::units_detail), "/quan-tri/don-vi"},
       {"users-round", t(text::people), t(text::people_detail), "/quan-tri/nguoi"},
       {"key-round", t(text::accounts), t(text::accounts_detail), "/quan-tri/tai-khoan"}});
  return page;
}

}  // namespace administration::views
