// Appointing, changing, ending and taking back.
#include "services/administration/pages_positions.hpp"

#include "engines/casework/casework.hpp"
#include "engines/identity/administrators.hpp"
#include "services/administration/pages_staff.hpp"
#include "services/administration/text_people.hpp"
#include "services/administration/text_positions.hpp"

namespace administration::office {
namespace {

using http::Method;
using identity::Visit;

constexpr int tasks_shown = 5;

// Whose position the address names: that of the person in it, in a unit of this administrator.
std::optional<identity::Subject> position_subject(db::Tx& tx, const Visit& visit) {
  const auto id = base::PositionId::parse(visit.param("position"));
  const auto held = id ? identity::held_position(tx, *id) : std::nullopt;
  if (!held || held->position.person.str() != visit.param("person")) return std::nullopt;
  return identity::Subject{held->position.unit, {}};
}

}  // namespace

identity::Routes PositionPages::routes() {
  const auto one = over_person();
  const auto position_of = administrator().over(position_subject);
  return {
      {Method::get, "/quan-tri/nguoi/{person}/bo-nhiem", one,
       [this](auto& visit) { return ask_appointment(visit); }},
      {Method::post, "/quan-tri/nguoi/{person}/bo-nhiem", one,
       [this](auto& visit) { return appoint(visit); }},
      {Method::get, "/quan-tri/nguoi/{person}/vi-tri/{position}", position_of,
       [this](auto& visit) { return position(visit); }},
      {Method::post, "/quan-tri/nguoi/{person}/vi-tri/{position}", position_of,
       [this](auto& visit) { return act_on_position(visit); }},
      {Method::get, "/quan-tri/nguoi/{person}/ban-giao", one,
       [this](auto& visit) { return ask_handover(visit); }},
      {Method::post, "/quan-tri/nguoi/{person}/ban-giao", one,
       [this](auto& visit) { return hand_over(visit); }},
  };
}

http::Response PositionPages::draw(Visit& visit, StaffForm form, int status) {
  const auto id = person_in(visit);
  return page(visit,
              views::appointment({id, officer_name(id), std::move(form), unit_choices(visit),
                                  role_choices(visit)}),
              status);
}

http::Response PositionPages::ask_appointment(Visit& visit) {
  auto form = typed(visit);
  form.set_day("from", visit.now().local().date);
  return draw(visit, std::move(form), 200);
}

http::Response PositionPages::appoint(Visit& visit) {
  auto form = typed(visit);
  auto position = read_position(form, *visit.who(), role_choices(visit));
  position.person = person_in(visit);
  if (!form.fine()) return draw(visit, std::move(form), 422);
  auto done = actions_.appoint(act(visit), position);
  if (done) return http::Response::see_other("/quan-tri/nguoi/" + done->str() + "?xong=bo-nhiem");
  if (done.error().why == StaffRefusal::two_people) {
    done = actions_.ask(visit, identity::appoint_administrator_kind,
                        identity::asked_appointment(position), position.person);
    if (done) return http::Response::see_other("/quan-tri/nguoi/" + done->str() + "?xong=de-nghi");
  }
  const auto& trouble = done.error();
  if (trouble.why == StaffRefusal::asked) {
    form.refuse("role", text::asked_for_already);
  } else if (trouble.why == StaffRefusal::position) {
    tell(form, *trouble.position, unit_name(position, visit),
         role_name(position.role, visit.lang()));
  } else {
    form.refuse("unit",
                trouble.why == StaffRefusal::not_yours ? text::unit_not_yours : text::done_already);
  }
  return draw(visit, std::move(form), 422);
}

bool PositionPages::takes_two(const Visit& visit, const identity::Position& position) const {
  return identity::administers_others(position) && parts_.db.read([&](db::Tx& tx) {
    return identity::takes_two(tx, visit.who()->person, visit.now().local().date);
  });
}

std::optional<views::PositionPage> PositionPages::shown(Visit& visit) const {
  const auto id = base::PositionId::parse(visit.param("position"));
  const auto held =
      id ? parts_.db.read([&](db::Tx& tx) { return identity::held_position(tx, *id); })
         : std::nullopt;
  if (!held || held->taken_back) return std::nullopt;
  const auto& p = held->position;
  const auto today = visit.now().local().date;
  StaffForm fresh{.lang = visit.lang(), .marks = fresh_marks(visit)};
  views::PositionPage out{.person = p.person,
                          .name = officer_name(p.person),
                          .row = row(*held, visit),
                          .correction = fresh,
                          .end = fresh,
                          .empty = {},
                          .empty_in = {},
                          .changed = {},
                          .may_take_back = identity::may_be_taken_back(*held, today),
                          .two_people = takes_two(visit, p)};
  out.correction.values.add("title_vi", p.title.vi);
  out.correction.values.add("title_en", p.title.en);
  out.correction.set_day("from", p.from);
  if (p.to) out.correction.set_day("to", *p.to);
  out.end.set_day("last", std::max(today, p.from));
  return out;
}

http::Response PositionPages::position(Visit& visit) {
  auto one = shown(visit);
  return one ? page(visit, views::position(*one)) : parts_.chrome.not_found(visit);
}

http::Response PositionPages::act_on_position(Visit& visit) {
  auto one = shown(visit);
  if (!one) {  // taken back, perhaps by this very act
    return http::Response::see_other("/quan-tri/nguoi/" + std::string(visit.param("person")));
  }
  const auto what = std::string(visit.fields().get("viec"));
  auto form = typed(visit);
  auto to_be = one->row.held.position;
  if (what == "ket-thuc") {
    to_be.to = form.day("last");
    if (!to_be.to) form.refuse("last", text::enter_last_day);
  } else if (what == "sua") {
    read_title_and_days(form, to_be);
  }
  const auto back = "/quan-tri/nguoi/" + one->person.str() + "?xong=" + what;
  if (form.fine()) {
    const auto done = what == "rut-lai" ? actions_.take_back(act(visit), to_be.id, form.version())
                                        : actions_.change(act(visit), to_be, form.version(),
                                                          form.ticked("confirmed"));
    if (done) return http::Response::see_other(back);
    if (done.error().why == StaffRefusal::two_people) return ask_change(visit, *one, to_be, what);
    if (done.error().why == StaffRefusal::leaves_empty) {
      one->empty = empty_role(visit, to_be, *to_be.to);
    }
    tell_of(visit, *one, form, done.error(), what);
  }
  one->empty_in = what;
  (what == "sua" ? one->correction : one->end) = std::move(form);
  return page(visit, views::position(*one), 422);
}

// The same position, or the same taken back, is what a second administrator is asked for.
http::Response PositionPages::ask_change(Visit& visit, const views::PositionPage& one,
                                         const identity::Position& to_be, std::string_view what) {
  const auto asked = actions_.ask(
      visit, identity::change_administrator_kind,
      identity::asked_change(one.row.held, what == "rut-lai" ? std::nullopt : std::optional(to_be)),
      one.person);
  return http::Response::see_other("/quan-tri/nguoi/" + one.person.str() +
                                   (asked ? "?xong=de-nghi" : "?xong=dang-cho"));
}

void PositionPages::tell_of(Visit& visit, views::PositionPage& one, StaffForm& form,
                            const StaffTrouble& trouble, std::string_view what) const {
  const std::string field = what == "sua" ? "from" : "last";
  switch (trouble.why) {
    case StaffRefusal::leaves_empty:
      return form.refuse("confirmed", text::confirm_first);
    case StaffRefusal::changed:
      one.changed = one.row.held.position.title.in(visit.lang()) + ", " +
                    one.row.held.position.from.vn() + " - " +
                    views::shown_day(one.row.held.position.to, visit.lang());
      return form.refuse(field, text::changed_meanwhile);
    case StaffRefusal::too_late:
      return form.refuse(field, text::too_late);
    case StaffRefusal::position:
      if (what != "sua" && trouble.position->why == identity::PositionRefusal::reversed) {
        return form.refuse("last", base::fill(text::reversed, visit.lang(),
                                              {{"day", one.row.held.position.from.vn()}}));
      }
      return tell(form, *trouble.position, one.row.unit, one.row.role);
    case StaffRefusal::gone:
      return form.refuse(field, text::gone);
    default:
      return form.refuse(field, text::done_already);
  }
}

views::EmptyRole PositionPages::empty_role(const Visit& visit, const identity::Position& p,
                                           base::Date last) const {
  views::EmptyRole out{unit_name(p, visit), role_name(p.role, visit.lang()), last + 1, 0, {}};
  casework::Query query;
  query.desks = {{p.role, p.unit}};
  query.now = query.soon = visit.now();
  query.limit = tasks_shown;
  parts_.db.read([&](db::Tx& tx) {
    out.waiting = casework::Casework::count(tx, query).open;
    for (const auto& card : casework::Casework::list(tx, query)) {
      out.tasks.push_back(card.code + ", " + card.title.in(visit.lang()) + ", " +
                          card.step.in(visit.lang()));
    }
  });
  return out;
}

}  // namespace administration::office
