// The manifest of administration: what each of its parts offers, joined, and the page that leads to
// them.
#include "services/administration/room.hpp"

#include "services/administration/pages_accounts.hpp"
#include "services/administration/pages_calendar.hpp"
#include "services/administration/pages_jobs.hpp"
#include "services/administration/pages_journal.hpp"
#include "services/administration/pages_mail.hpp"
#include "services/administration/pages_people.hpp"
#include "services/administration/pages_two_person.hpp"
#include "services/administration/pages_units.hpp"
#include "services/administration/text.hpp"
#include "services/administration/views.hpp"

namespace administration {

struct Room::Pages {
  explicit Pages(const Parts& parts)
      : parts(parts),
        calendar(parts),
        units(parts),
        people(parts),
        accounts(parts),
        two_person(parts),
        jobs(parts),
        mail(parts),
        journal(parts) {}
  Parts parts;
  CalendarPages calendar;
  UnitPages units;
  PeoplePages people;
  AccountPages accounts;
  TwoPersonPages two_person;
  JobPages jobs;
  MailPages mail;
  JournalPages journal;
};

Room::Room(Parts parts) : pages_(std::make_unique<Pages>(parts)) {}
Room::~Room() = default;

identity::Routes Room::routes() {
  const auto overview = [&parts = pages_->parts](identity::Visit& visit) {
    return parts.chrome.officer(visit, views::overview(visit.lang(), bool(top_of(*visit.who()))));
  };
  identity::Routes all = {{http::Method::get, "/quan-tri",
                           identity::officer({identity::role::system_administrator}), overview}};
  for (auto& some : {pages_->calendar.routes(), pages_->units.routes(), pages_->people.routes(),
                     pages_->accounts.routes(), pages_->two_person.routes(), pages_->jobs.routes(),
                     pages_->mail.routes(), pages_->journal.routes()}) {
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

}  // namespace administration
