// Requests that one administrator asks and another confirms.
#include "services/administration/pages_two_person.hpp"

#include <set>

#include "engines/identity/administering.hpp"
#include "engines/identity/four_eyes.hpp"
#include "services/administration/text_accounts.hpp"
#include "services/administration/views_two_person.hpp"

namespace administration {

base::UnitId top_of(const identity::Who& who) {
  const auto tops = who.tree ? who.tree->children({}) : std::vector<const units::Unit*>();
  for (const auto* top : tops) {
    if (who.over(identity::role::system_administrator, top->id)) return top->id;
  }
  return tops.empty() ? base::UnitId{} : tops.front()->id;
}

namespace {

using identity::TwoPersonRefusal;

std::string in(const base::Text& text, const identity::Visit& visit) {
  return std::string(text.in(visit.lang()));
}

const base::Text& words_of(TwoPersonRefusal refusal) {
  switch (refusal) {
    case TwoPersonRefusal::gone:
      return text::request_gone;
    case TwoPersonRefusal::lapsed:
      return text::request_lapsed;
    case TwoPersonRefusal::own:
      return text::request_own;
    case TwoPersonRefusal::concerned:
      return text::concerns_you;
    case TwoPersonRefusal::changed:
      return text::request_changed;
    case TwoPersonRefusal::asked:
      return text::asked_already;
    case TwoPersonRefusal::busy:
      return text::busy;
  }
  return text::request_gone;
}

bool gave_password(const identity::TwoPersonRequest& request) {
  return request.state == identity::TwoPersonRequest::State::done &&
         (request.kind == identity::give_password_kind ||
          request.kind == identity::open_account_kind);
}

// Decided for the whole city, so by who administers all of it.
std::optional<identity::Subject> city(db::Tx&, const identity::Visit& visit) {
  const auto top = top_of(*visit.who());
  return top ? std::optional(identity::Subject{top, {}}) : std::nullopt;
}

}  // namespace

identity::Routes TwoPersonPages::routes() {
  const auto administrator = identity::officer({identity::role::system_administrator}).over(city);
  return {{http::Method::get, "/quan-tri/hai-nguoi", administrator,
           [this](auto& visit) { return show(visit, ""); }},
          {http::Method::post, "/quan-tri/hai-nguoi", administrator,
           [this](auto& visit) { return decide(visit); }}};
}

http::Response TwoPersonPages::show(identity::Visit& visit, std::string error) {
  views::Requests shown;
  shown.marks = [&visit] { return visit.marks(); };
  const auto done = visit.fields().get("xong");
  if (done == "confirm") shown.notice = in(text::done_confirm, visit);
  if (done == "decline") shown.notice = in(text::done_decline, visit);
  if (done == "withdraw") shown.notice = in(text::done_withdraw, visit);
  const auto mine = visit.who()->actor(identity::administering(*visit.who()));
  std::set<base::PersonId> given;  // only the newest password of somebody still fits
  parts_.db.read([&](db::Tx& tx) {
    for (auto& request : parts_.two_person.latest(tx, visit.now())) {
      const auto& kind = parts_.two_person.kind(request.kind);
      views::ShownRequest one;
      one.title = in(kind.title, visit);
      one.asked_by = identity::acted_by(tx, request.asker(), visit.lang());
      if (request.decided_by) one.decided_by = identity::officer_name(tx, request.decided_by);
      one.facts = kind.told(tx, request, visit.lang());
      one.own = identity::same_hand(request.asker(), mine);
      one.concerned = identity::same_hand({.person = request.concerned}, mine);
      if (gave_password(request) && given.insert(request.concerned).second) {
        one.half = parts_.desk.half_of(tx, request, mine.person).value_or("");
      }
      one.asked_here = request.asked_by == mine.person;
      one.request = std::move(request);
      shown.list.push_back(std::move(one));
    }
  });
  const int status = error.empty() ? 200 : 422;
  shown.error = std::move(error);
  return parts_.chrome.officer(visit, views::requests(visit.lang(), shown), status);
}

http::Response TwoPersonPages::decide(identity::Visit& visit) {
  const auto id = identity::RequestId::parse(visit.fields().get("request"));
  const auto what = visit.fields().get("viec");
  if (!id || (what != "confirm" && what != "decline" && what != "withdraw")) {
    return show(visit, in(text::request_gone, visit));
  }
  const auto done = what == "confirm"   ? parts_.two_person.confirm(visit, *id)
                    : what == "decline" ? parts_.two_person.decline(visit, *id)
                                        : parts_.two_person.withdraw(visit, *id);
  if (!done) return show(visit, in(words_of(done.error()), visit));
  return http::Response::see_other("/quan-tri/hai-nguoi?xong=" + std::string(what));
}

}  // namespace administration
