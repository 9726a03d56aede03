// Working days, office hours and their corrections: every change is previewed, then published.
//
// Nothing is kept between preview and publishing but the page itself: it carries the whole
// corrected calendar and the edition it was made on.
#pragma once

#include "engines/calendar/publish.hpp"
#include "services/administration/room.hpp"

namespace administration {

namespace views {
struct CalendarForm;
struct UnitName;
}  // namespace views

class CalendarPages {
 public:
  explicit CalendarPages(const Parts& parts) : parts_(parts) {}

  identity::Routes routes();

 private:
  using Visit = identity::Visit;
  http::Response feed(Visit& visit);
  http::Response year(Visit& visit);
  http::Response day(Visit& visit);
  http::Response take_day(Visit& visit);
  http::Response import(Visit& visit);
  http::Response take_import(Visit& visit);
  http::Response hours(Visit& visit);
  http::Response take_hours(Visit& visit);
  http::Response drop_hours(Visit& visit);
  http::Response editions(Visit& visit);
  http::Response restore(Visit& visit);
  http::Response publish(Visit& visit);

  calendar::Edition current();
  http::Response shell(Visit& visit, const base::Text& title, base::Html main, int status = 200,
                       std::string sub = {}, base::Html actions = {});
  http::Response preview(Visit& visit, calendar::Correction correction, std::string refusal = {});
  std::vector<views::UnitName> unit_names(Visit& visit);
  http::Response hours_with(Visit& visit, views::CalendarForm form);

  Parts parts_;
};

}  // namespace administration
