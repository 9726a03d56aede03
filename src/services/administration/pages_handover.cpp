// Handing over: who receives, from which day, what becomes of everything.
#include "engines/casework/casework.hpp"
#include "services/administration/pages_positions.hpp"
#include "services/administration/text_people.hpp"
#include "services/administration/text_positions.hpp"

namespace administration::office {
namespace {

using identity::Visit;

std::string tasks_at(db::Tx& tx, const identity::Position& p, const Visit& visit) {
  casework::Query query;
  query.desks = {{p.role, p.unit}};
  const int waiting = casework::Casework::open_at(tx, query);
  return base::fill(text::plan_tasks, visit.lang(), {{"count", std::to_string(waiting)}});
}

}  // namespace

views::HandoverPage PositionPages::handover_page(Visit& visit, StaffForm form) const {
  const auto id = person_in(visit);
  views::HandoverPage out{id, officer_name(id), std::move(form), {}, {}, {}, {}};
  out.receivers = near(visit, id);
  return out;
}

void PositionPages::preview(const Visit& visit, views::HandoverPage& page,
                            const identity::HandoverPlan& plan) const {
  const auto lang = visit.lang();
  const auto add = [&](const std::vector<identity::Held>& some, const base::Text& becomes) {
    for (const auto& held : some) {
      const auto& p = held.position;
      const auto tasks = parts_.db.read([&](db::Tx& tx) { return tasks_at(tx, p, visit); });
      page.plan.push_back({p.title.in(lang) + ", " + unit_name(p, visit) + "; " + tasks,
                           std::string(becomes.in(lang))});
    }
  };
  add(plan.moved, text::plan_moved);
  add(plan.ended, text::plan_ended);
  add(plan.withdrawn, text::plan_withdrawn);
  const auto fall = [&](const std::vector<identity::Delegation>& some, const base::Text& words,
                        bool given) {
    for (const auto& d : some) {
      const auto shown = line(d, visit);
      page.plan.push_back(
          {shown.title + ", " + shown.unit,
           base::fill(words, lang,
                      {{"name", given ? shown.delegate : shown.holder}, {"day", d.last.vn()}})});
    }
  };
  fall(plan.given, text::plan_given, true);
  fall(plan.received, text::plan_received, false);
}

http::Response PositionPages::ask_handover(Visit& visit) {
  return page(visit, views::handover(handover_page(visit, typed(visit))));
}

http::Response PositionPages::hand_over(Visit& visit) {
  auto form = typed(visit);
  const auto today = visit.now().local().date;
  identity::Handover handover{person_in(visit), form.id<base::PersonId>("to"), today};
  auto shown = handover_page(visit, form);
  const bool listed = std::ranges::any_of(shown.receivers, [&](const ui::Choosable& one) {
    return std::string_view(one.value) == handover.to.str();
  });
  if (!listed) shown.form.refuse("to", text::choose_receiver);
  const auto day = form.day("day");
  if (!day) shown.form.refuse("day", text::enter_first_day);
  handover.day = day.value_or(today);
  if (!shown.form.fine()) return page(visit, views::handover(shown), 422);
  using Why = identity::HandoverRefusal;
  if (form.get("viec") == "lam") {
    const auto done = actions_.hand_over(act(visit), handover);
    if (done) return http::Response::see_other("/quan-tri/nguoi/" + done->str() + "?xong=ban-giao");
    const auto why = done.error().handover;
    shown.form.refuse("to", done.error().why == StaffRefusal::two_people ? text::handover_needs_two
                            : why == Why::past                           ? text::handover_past
                            : why == Why::to_self                        ? text::handover_self
                            : why == Why::nothing                        ? text::handover_nothing
                                                                         : text::handover_foreign);
    return page(visit, views::handover(shown), 422);
  }
  std::optional<Why> trouble;
  identity::HandoverPlan plan;
  parts_.db.read([&](db::Tx& tx) {
    trouble = identity::trouble_with(tx, handover, today);
    plan = identity::plan(tx, handover);
  });
  if (trouble == Why::past) shown.form.refuse("day", text::handover_past);
  if (trouble == Why::to_self) shown.form.refuse("to", text::handover_self);
  if (trouble == Why::nothing) shown.form.refuse("day", text::handover_nothing);
  if (!trouble && !administers(*visit.who(), plan)) {
    shown.form.refuse("to", text::handover_foreign);
  }
  if (!shown.form.fine()) return page(visit, views::handover(shown), 422);
  shown.receiver_name = officer_name(handover.to);
  shown.day = handover.day;
  preview(visit, shown, plan);
  return page(visit, views::handover(shown));
}

}  // namespace administration::office
