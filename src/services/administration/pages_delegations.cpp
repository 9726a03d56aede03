// Delegation while absent.
#include "services/administration/pages_delegations.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "engines/identity/administrators.hpp"
#include "platform/ui/lists.hpp"
#include "services/administration/text_delegations.hpp"
#include "services/administration/text_people.hpp"
#include "services/administration/text_positions.hpp"

namespace administration::office {
namespace {

using http::Method;
using identity::DelegationState;
using identity::Visit;

std::optional<identity::Subject> delegation_subject(db::Tx& tx, const Visit& visit) {
  const auto id = identity::DelegationId::parse(visit.param("delegation"));
  const auto delegation = id ? identity::delegation(tx, *id) : std::nullopt;
  const auto held = delegation ? identity::held_position(tx, delegation->position) : std::nullopt;
  if (!held) return std::nullopt;
  return identity::Subject{held->position.unit, {}};
}

std::optional<DelegationState> state_of(std::string_view code) {
  if (code == "coming") return DelegationState::coming;
  if (code == "in_force") return DelegationState::in_force;
  if (code == "ended") return DelegationState::ended;
  if (code == "revoked") return DelegationState::revoked;
  return std::nullopt;
}

}  // namespace

identity::Routes DelegationPages::routes() {
  const auto one = administrator().over(delegation_subject);
  return {
      {Method::get, "/quan-tri/uy-quyen", administrator(),
       [this](auto& visit) { return list(visit); }},
      {Method::get, "/quan-tri/uy-quyen/{delegation}", one,
       [this](auto& visit) { return ask_revocation(visit); }},
      {Method::post, "/quan-tri/uy-quyen/{delegation}", one,
       [this](auto& visit) { return revoke(visit); }},
      {Method::get, "/quan-tri/nguoi/{person}/uy-quyen", over_person(),
       [this](auto& visit) { return ask_for(visit); }},
      {Method::post, "/quan-tri/nguoi/{person}/uy-quyen", over_person(),
       [this](auto& visit) { return take_for(visit); }},
      {Method::get, "/tai-khoan/uy-quyen", identity::officer(),
       [this](auto& visit) { return own(visit); }},
      {Method::post, "/tai-khoan/uy-quyen", identity::officer(),
       [this](auto& visit) { return act_on_own(visit); }},
  };
}

http::Response DelegationPages::list(Visit& visit) {
  const auto& fields = visit.fields();
  const auto today = visit.now().local().date;
  views::DelegationList shown;
  shown.state = base::tidy(fields.get("trang-thai").substr(0, 20));
  shown.unit = base::tidy(fields.get("don-vi").substr(0, 20));
  shown.units = unit_choices(visit);
  if (fields.get("xong") == "thu-hoi") shown.notice = text::revoked_now.in(visit.lang());
  identity::DelegationQuery query{
      .units = reach(visit, base::UnitId::parse(shown.unit).value_or(base::UnitId{}), today),
      .state = state_of(shown.state),
      .today = today,
      .offset = (ui::asked_page(fields.get("trang")) - 1) * office_page_size,
      .limit = office_page_size};
  std::vector<identity::Delegation> found;
  parts_.db.read([&](db::Tx& tx) {
    found = identity::delegations(tx, query);
    shown.all = identity::delegation_count(tx, query);
  });
  shown.offset = query.offset;
  shown.size = query.limit;
  for (const auto& one : found) shown.lines.push_back(line(one, visit));
  return page(visit, views::delegations(shown, visit.lang()));
}

views::DelegationForm DelegationPages::form_of(Visit& visit, base::PersonId person,
                                               StaffForm form) const {
  const auto today = visit.now().local().date;
  const auto lang = visit.lang();
  views::DelegationForm out{.person = person,
                            .name = officer_name(person),
                            .form = std::move(form),
                            .positions = {},
                            .delegates = {},
                            .lines = {},
                            .notice = {}};
  const auto held =
      parts_.db.read([&](db::Tx& tx) { return identity::positions_ever(tx, person); });
  for (const auto& one : held) {
    const auto& p = one.position;
    if (one.taken_back || (p.to && *p.to < today)) continue;
    out.positions.push_back({p.id.str(), p.title.in(lang) + ", " + unit_name(p, visit)});
  }
  if (out.positions.size() == 1 && !out.form.values.has("position")) {
    out.form.values.add("position", std::string(std::string_view(out.positions[0].value)));
  }
  out.delegates = near(visit, person, true);
  return out;
}

void DelegationPages::tell(StaffForm& form, const identity::DelegationTrouble& trouble,
                           base::PersonId to, base::Date today) const {
  using Why = identity::DelegationRefusal;
  const auto lang = form.lang;
  const auto name = officer_name(to);
  const auto between = [&](const base::Text& words, base::PersonId who) {
    const auto& other = *trouble.other;
    return base::fill(
        words, lang,
        {{"name", officer_name(who)}, {"from", other.first.vn()}, {"to", other.last.vn()}});
  };
  switch (trouble.why) {
    case Why::no_position:
      return form.refuse("position", text::choose_position);
    case Why::to_self:
      return form.refuse("to", text::to_self);
    case Why::no_account:
      return form.refuse("to", base::fill(text::no_account, lang, {{"name", name}}));
    case Why::no_office:
      return form.refuse("to", base::fill(text::delegate_no_office, lang, {{"name", name}}));
    case Why::other_trade:
      return form.refuse("to", base::fill(text::delegate_administers, lang, {{"name", name}}));
    case Why::no_signing:
      return form.refuse("signing", text::choose_signing);
    case Why::reversed:
      return form.refuse("last",
                         base::fill(text::days_reversed, lang, {{"day", form.day("first")->vn()}}));
    case Why::past:
      return form.refuse("first", base::fill(text::days_past, lang, {{"day", today.vn()}}));
    case Why::long_:
      return form.refuse("last",
                         base::fill(text::too_long, lang,
                                    {{"days", std::to_string(identity::delegation_days_max)}}));
    case Why::outside:
      return form.refuse("first",
                         base::fill(text::outside_position, lang,
                                    {{"from", trouble.position->from.vn()},
                                     {"to", views::shown_day(trouble.position->to, lang)}}));
    case Why::overlaps:
      return form.refuse("first", between(text::delegated_already, trouble.other->to));
    case Why::absent:
      return form.refuse("to", between(text::delegate_absent, to));
    case Why::acting:
      return form.refuse("first", between(text::holder_acts, trouble.other->from));
  }
}

// What was done, as the notice is named; "": nothing, the form says why.
std::string DelegationPages::take(Visit& visit, views::DelegationForm& shown) {
  auto& form = shown.form;
  identity::Delegation delegation;
  delegation.position = form.id<base::PositionId>("position");
  delegation.from = shown.person;
  delegation.to = form.id<base::PersonId>("to");
  delegation.signing = form.get("signing");
  delegation.reason = form.line("reason");
  const auto first = form.day("first"), last = form.day("last");
  const bool near = std::ranges::any_of(shown.delegates, [&](const ui::Choosable& one) {
    return std::string_view(one.value) == form.get("to");
  });
  if (!delegation.position) form.refuse("position", text::choose_position);
  if (!near) form.refuse("to", text::choose_delegate);
  if (!first) form.refuse("first", text::enter_first);
  if (!last) form.refuse("last", text::enter_last);
  if (delegation.signing.empty()) form.refuse("signing", text::choose_signing);
  if (!form.fine()) return "";
  delegation.first = *first;
  delegation.last = *last;
  const auto done = actions_.delegate(act(visit), delegation);
  if (done) return "uy-quyen";
  if (done.error().why == StaffRefusal::two_people) {
    const auto asked =
        actions_.ask(visit, identity::delegate_administrator_kind,
                     identity::asked_delegation(delegation), delegation.to, delegation.reason);
    if (asked) return "de-nghi";
    form.refuse("to", text::asked_already);
  } else if (done.error().delegation) {
    tell(form, *done.error().delegation, delegation.to, visit.now().local().date);
  } else {
    form.refuse("first", text::done_already);
  }
  return "";
}

http::Response DelegationPages::ask_for(Visit& visit) {
  return page(visit, views::delegation_form(form_of(visit, person_in(visit), typed(visit))));
}

http::Response DelegationPages::take_for(Visit& visit) {
  auto shown = form_of(visit, person_in(visit), typed(visit));
  // Only positions in units of this administrator; others look to them as if they were not there.
  const auto id = shown.form.id<base::PositionId>("position");
  const auto held = parts_.db.read([&](db::Tx& tx) { return identity::held_position(tx, id); });
  if (held && !administers(*visit.who(), held->position.unit)) {
    shown.form.refuse("position", text::choose_position);
    return page(visit, views::delegation_form(shown), 422);
  }
  const auto done = take(visit, shown);
  if (done.empty()) return page(visit, views::delegation_form(shown), 422);
  return http::Response::see_other("/quan-tri/nguoi/" + shown.person.str() + "?xong=" + done);
}

http::Response DelegationPages::ask_revocation(Visit& visit) {
  const auto id = identity::DelegationId::parse(visit.param("delegation"));
  const auto one = parts_.db.read([&](db::Tx& tx) { return identity::delegation(tx, *id); });
  return page(visit, views::revocation({line(*one, visit), visit.marks()}, visit.lang()));
}

http::Response DelegationPages::revoke(Visit& visit) {
  const auto id = identity::DelegationId::parse(visit.param("delegation"));
  const auto done = actions_.revoke(act(visit), *id);
  if (!done) return ask_revocation(visit);  // it has ended: the page says so
  return http::Response::see_other("/quan-tri/uy-quyen?xong=thu-hoi");
}

http::Response DelegationPages::own(Visit& visit) {
  const auto person = visit.who()->person;
  auto shown = form_of(visit, person, typed(visit));
  shown.own = true;
  const auto done = visit.fields().get("xong");
  if (done == "uy-quyen") shown.notice = text::delegated.in(visit.lang());
  if (done == "thu-hoi") shown.notice = text::revoked_now.in(visit.lang());
  if (done == "de-nghi") shown.notice = text::asked_for.in(visit.lang());
  const auto all = parts_.db.read([&](db::Tx& tx) { return identity::delegations_of(tx, person); });
  for (const auto& one : all) shown.lines.push_back(line(one, visit));
  return page(visit, views::delegation_form(shown), shown.form.fine() ? 200 : 422);
}

http::Response DelegationPages::act_on_own(Visit& visit) {
  const auto person = visit.who()->person;
  if (visit.fields().get("viec") == "thu-hoi") {
    const auto id = identity::DelegationId::parse(visit.fields().get("delegation"));
    const auto one = id ? parts_.db.read([&](db::Tx& tx) { return identity::delegation(tx, *id); })
                        : std::nullopt;
    if (!one || one->from != person) return parts_.chrome.not_found(visit);
    const bool done = bool(actions_.revoke(act(visit), *id));
    return http::Response::see_other(done ? "/tai-khoan/uy-quyen?xong=thu-hoi"
                                          : "/tai-khoan/uy-quyen");
  }
  auto shown = form_of(visit, person, typed(visit));
  shown.own = true;
  if (const auto done = take(visit, shown); !done.empty()) {
    return http::Response::see_other("/tai-khoan/uy-quyen?xong=" + done);
  }
  const auto all = parts_.db.read([&](db::Tx& tx) { return identity::delegations_of(tx, person); });
  for (const auto& one : all) shown.lines.push_back(line(one, visit));
  return page(visit, views::delegation_form(shown), 422);
}

}  // namespace administration::office
