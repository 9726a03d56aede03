// The pages of one's own account, for residents and officers.
#include <fmt/format.h>

#include "base/fold.hpp"
#include "engines/identity/organisations.hpp"
#include "platform/ui/forms.hpp"
#include "services/account/room.hpp"
#include "services/account/text.hpp"
#include "services/account/text_second.hpp"
#include "services/account/views.hpp"

namespace account {
namespace {

constexpr std::size_t password_length_max = 200;

std::string in(const base::Text& text, const identity::Visit& visit) {
  return std::string(text.in(visit.lang()));
}

views::OwnFacts opened(const identity::Person& person, base::Purpose& purpose) {
  return {person.number.open(purpose), person.name.open(purpose),      person.birth.open(purpose),
          person.gender.open(purpose), person.residence.open(purpose), person.phone.open(purpose),
          person.email.open(purpose)};
}

}  // namespace

http::Response Room::to_sign_in(const identity::Visit& visit) {
  return http::Response::see_other(
      fmt::format("{}?ve={}", identity::sign_in_path, base::url_encoded(visit.request().path)));
}

http::Response Room::shell(identity::Visit& visit, const base::Text& title, base::Html main,
                           int status) const {
  if (visit.who()->officer) {
    ui::OfficerPage page;
    page.heading = in(title, visit);
    page.sub = visit.who()->name;
    page.main = std::move(main);
    return chrome_.officer(visit, std::move(page), status);
  }
  auto all = ui::heading(1, "", in(title, visit));
  all += main;
  const auto refused = status == 422 ? ui::error_title_prefix(visit.lang()) : "";
  const auto frame = chrome_.frame(visit, std::string(refused) + in(title, visit));
  return http::Response::page(ui::citizen_page(frame, {.main = std::move(all)}), status);
}

http::Response Room::own_account(identity::Visit& visit) {
  if (visit.who() == nullptr) return to_sign_in(visit);
  const auto& who = *visit.who();
  const auto lang = visit.lang();
  views::Own own{.lang = lang, .officer = who.officer, .name = who.name};
  own.marks = [&visit] { return visit.marks(); };
  own.provider = options_.provider.in(lang);
  if (visit.fields().get("xong") == "phien") own.notice = in(text::ended, visit);
  if (visit.fields().get("xong") == "phien-khac") own.notice = in(text::ended_others, visit);
  if (visit.fields().get("xong") == "xac-thuc") own.notice = in(text::given_up, visit);
  if (visit.fields().get("xong") == "mat-khau") own.notice = in(text::changed, visit);
  own.sessions = sessions_.open_of(who.person, visit.now());
  std::optional<identity::Person> person;
  db_.read([&](db::Tx& tx) {
    own.current = identity::Sessions::current(tx, visit.request());
    if (who.officer) {
      const auto status = identity::SecondFactor::status(tx, who.person);
      own.factor = status ? std::optional(status->enrolled) : std::nullopt;
      return;
    }
    person = identity::person(tx, who.person);
    const auto today = visit.now().local().date;
    for (const auto& [whole, as] : identity::represented_by(tx, who.person, today)) {
      own.speaks_for.push_back({whole.name, as.capacity, as.from});
    }
  });
  if (person) own.data = opened(*person, visit.purpose("account.own"));
  for (const auto& position : who.positions) {
    const auto unit = options_.unit_name(position.unit, visit.now().local().date);
    auto title = position.title.in(lang);
    if (const auto& absent = position.acting_for) {
      title += ", " + base::fill(text::acting_for, lang,
                                 {{"name", absent->name}, {"day", absent->until.vn()}});
    }
    own.held.push_back({std::move(title), unit.in(lang), position.from});
  }
  return shell(visit, text::my_account, views::own(own));
}

http::Response Room::end_session(identity::Visit& visit) {
  if (visit.who() == nullptr) return to_sign_in(visit);
  const auto session = base::Id<struct SessionTag>::parse(visit.fields().get("session"));
  const bool ended = session && sessions_.end(visit, session->value);
  return http::Response::see_other(ended ? "/tai-khoan?xong=phien" : "/tai-khoan");
}

http::Response Room::end_others(identity::Visit& visit) {
  if (visit.who() == nullptr) return to_sign_in(visit);
  sessions_.end_others(visit);
  return http::Response::see_other("/tai-khoan?xong=phien-khac");
}

http::Response Room::ask_new_password(identity::Visit& visit) {
  if (visit.who() == nullptr) return to_sign_in(visit);
  if (!visit.who()->officer) return chrome_.not_found(visit);
  const views::NewPassword form{.lang = visit.lang(),
                                .must = accounts_.one_time(visit.who()->person),
                                .marks = visit.marks()};
  return shell(visit, text::new_password, views::new_password(form));
}

http::Response Room::take_new_password(identity::Visit& visit) {
  if (visit.who() == nullptr) return to_sign_in(visit);
  if (!visit.who()->officer) return chrome_.not_found(visit);
  const auto was = visit.fields().get("old"), to_be = visit.fields().get("new");
  views::NewPassword form{.lang = visit.lang(),
                          .must = accounts_.one_time(visit.who()->person),
                          .marks = visit.marks()};
  const auto length = base::length(to_be);
  if (was.empty()) form.old_error = in(text::password_missing, visit);
  if (length < identity::password_length_min) form.new_error = in(text::password_short, visit);
  if (length > password_length_max) form.new_error = in(text::password_long, visit);
  if (was == to_be && form.new_error.empty()) form.new_error = in(text::password_same, visit);
  if (form.old_error.empty() && form.new_error.empty()) {
    const auto changed = accounts_.change(visit, was, to_be);
    if (changed) {
      auto response = http::Response::see_other("/tai-khoan?xong=mat-khau");
      sessions_.admit(response, sessions_.renew(visit, identity::password_level));
      accounts_.know(response, visit.request(), visit.who()->person, visit.now());
      return response;
    }
    const bool wrong = changed.error().why == identity::SignInRefusal::wrong;
    if (wrong) form.old_error = in(text::old_wrong, visit);
    if (!wrong) form.refusal = told(changed.error(), visit);
  }
  return shell(visit, text::new_password, views::new_password(form), 422);
}

}  // namespace account
