// The pages on which a table is written, proposed and published.
#include "base/fold.hpp"
#include "engines/identity/four_eyes.hpp"
#include "services/rule_tables/room.hpp"
#include "services/rule_tables/sheet_form.hpp"
#include "services/rule_tables/store.hpp"
#include "services/rule_tables/text.hpp"
#include "services/rule_tables/text_editor.hpp"

namespace rule_tables {
namespace {

std::string in(const base::Text& text, const identity::Visit& visit) {
  return std::string(text.in(visit.lang()));
}

const base::Text& told(Refusal why) {
  switch (why) {
    case Refusal::gone:
      return text::gone;
    case Refusal::changed:
      return text::changed;
    case Refusal::bad_code:
      return text::bad_code;
    case Refusal::taken:
      return text::taken;
    case Refusal::wrong:
      return text::wrong;
    case Refusal::unsure:
      return text::unsure;
    case Refusal::overtaken:
      return text::overtaken;
    case Refusal::own:
      return text::own;
    case Refusal::nothing_new:
      return text::nothing_new;
    case Refusal::no_reason:
      break;
  }
  return text::no_reason;
}

// Where on the page the thing stands that a button moved.
std::string anchor(const std::string& move) {
  if (move == "thu") return "#thu";
  if (move == "xet") return "?xet=1#ket-qua";
  if (move.starts_with("case.")) return "#vi-du";
  return move.find('.') == move.npos ? "?xong=luu" : "#bang";
}

}  // namespace

std::optional<Draft> Room::found(Visit& visit) {
  const auto id = DraftId::parse(visit.param("draft"));
  if (!id) return std::nullopt;
  return parts_.db.read([&](db::Tx& tx) { return store::find(tx, *id); });
}

http::Response Room::ask_new(Visit& visit) {
  const auto held = visit.held().value_or(http::Fields());
  const views::NewTable page{.lang = visit.lang(),
                             .code = std::string(held.get("code")),
                             .title = std::string(held.get("title")),
                             .wrong_code = {},
                             .wrong_title = {},
                             .marks = visit.marks()};
  return parts_.chrome.officer(visit, views::new_table(page));
}

http::Response Room::take_new(Visit& visit) {
  views::NewTable page{.lang = visit.lang(),
                       .code = base::tidy(visit.fields().get("code")),
                       .title = base::tidy(visit.fields().get("title")),
                       .wrong_code = {},
                       .wrong_title = {},
                       .marks = visit.marks()};
  if (page.title.empty()) page.wrong_title = in(text::title_missing, visit);
  if (page.wrong_title.empty()) {
    const auto made = actions_.begin_new(act_of(visit), page.code, page.title);
    if (made) return http::Response::see_other(views::address(*made));
    page.wrong_code = in(told(made.error()), visit);
  }
  return parts_.chrome.officer(visit, views::new_table(page), 422);
}

http::Response Room::begin(Visit& visit) {
  const auto made = actions_.begin(act_of(visit), visit.param("table"), visit.lang());
  if (!made) return table_page(visit, in(told(made.error()), visit));
  return http::Response::see_other(views::address(*made));
}

http::Response Room::draft(Visit& visit) {
  auto one = found(visit);
  if (!one) return parts_.chrome.not_found(visit);
  if (one->state == State::proposed) return waiting(visit, *one);
  if (one->state != State::draft || !holds(visit, editor_role))
    return http::Response::see_other(one->state == State::published ? views::address(one->code)
                                                                    : views::here);
  return edit(visit, std::move(*one), visit.fields().get("xet") == "1");
}

http::Response Room::edit(Visit& visit, Draft draft, bool told, std::string refusal) {
  views::Editor page{.lang = visit.lang(), .draft = std::move(draft)};
  page.all = parts_.db.read([&](db::Tx& tx) { return decisions::editions(tx, page.draft.code); });
  page.reviewed = review(page.draft.sheet, page.all, visit.now().local().date, visit.lang());
  page.answer = tried(page.reviewed.table, page.draft.sheet.trial, visit.now());
  page.told = told;
  const auto done = visit.fields().get("xong");
  if (refusal.empty() && done == "rut") page.notice = in(text::withdrawn_now, visit);
  page.refusal = std::move(refusal);
  page.marks = visit.marks();
  const int status = page.refusal.empty() ? 200 : 422;
  return parts_.chrome.officer(visit, views::editor(page), status);
}

http::Response Room::take(Visit& visit) {
  auto one = found(visit);
  if (!one) return parts_.chrome.not_found(visit);
  auto form = posted(visit.fields());
  form.sheet.table.code = one->code;
  if (form.move == "bo") {
    const auto done = actions_.drop(act_of(visit), one->id);
    if (done) return http::Response::see_other(std::string(views::here) + "?xong=bo");
    return edit(visit, std::move(*one), false, in(told(done.error()), visit));
  }
  if (form.move == "de-nghi") return propose(visit, std::move(*one), form);
  if (form.move == "moi") {
    if (const auto kept = actions_.save(act_of(visit), one->id, form.version, form.sheet); kept)
      one->version = *kept;
    auto again = act_of(visit);
    again.id += "-r";
    const auto done = actions_.rebase(again, one->id, one->version);
    if (done) return http::Response::see_other(views::address(one->id) + "?xet=1#ket-qua");
    return edit(visit, std::move(*one), false, in(told(done.error()), visit));
  }
  if (form.move.find('.') != form.move.npos) {
    auto& table = form.sheet.table;
    rule_tables::edit(table, form.move);
    std::vector<std::string> asked;
    for (const auto& input : table.inputs) asked.push_back(input.expression);
    settle(form.sheet, asked);
  }
  const auto kept = actions_.save(act_of(visit), one->id, form.version, form.sheet);
  if (kept) return http::Response::see_other(views::address(one->id) + anchor(form.move));
  if (kept.error() == Refusal::gone) return http::Response::see_other(views::address(one->id));
  one->sheet = std::move(form.sheet);  // what was typed stands; saving again is meant
  return edit(visit, std::move(*one), false, in(told(kept.error()), visit));
}

http::Response Room::propose(Visit& visit, Draft one, const Posted& form) {
  const auto done = actions_.propose(act_of(visit), one.id, form.version, form.sheet,
                                     form.confirmed, visit.lang());
  if (done) return http::Response::see_other(views::address(one.id) + "?xong=de-nghi");
  const auto why = done.error();
  auto keep = act_of(visit);
  keep.id += "-k";
  // What was typed is kept whatever is wrong with it.
  const auto kept = actions_.save(keep, one.id, form.version, form.sheet);
  one.sheet = form.sheet;
  if (kept) one.version = *kept;
  return edit(visit, std::move(one), true, in(told(why), visit));
}

http::Response Room::waiting(Visit& visit, const Draft& draft, std::string refusal,
                             std::string wrong_reason) {
  views::Proposal page{.lang = visit.lang(), .draft = draft};
  std::vector<decisions::Edition> all;
  parts_.db.read([&](db::Tx& tx) {
    all = decisions::editions(tx, draft.code);
    page.proposed_by = identity::acted_by(tx, draft.proposed_by, visit.lang());
  });
  const auto today = visit.now().local().date;
  page.reviewed = review(draft.sheet, all, today, visit.lang());
  if (page.reviewed.applies)
    page.before = decisions::in_force(all, page.reviewed.applies->from, visit.now());
  if (!page.before && !all.empty()) page.before = &all.front();
  page.may_publish = holds(visit, publisher_role);
  page.may_withdraw = holds(visit, editor_role);
  page.reason = base::tidy(visit.fields().get("reason").substr(0, 4'000), true);
  if (visit.fields().get("xong") == "de-nghi") page.notice = in(text::proposed_now, visit);
  page.refusal = std::move(refusal);
  page.wrong_reason = std::move(wrong_reason);
  page.marks = visit.marks();
  const int status = page.refusal.empty() ? 200 : 422;
  return parts_.chrome.officer(visit, views::proposal(page), status);
}

http::Response Room::decide(Visit& visit) {
  const auto one = found(visit);
  if (!one) return parts_.chrome.not_found(visit);
  const auto& fields = visit.fields();
  const auto what = fields.get("lam");
  const auto refused = [&](Refusal why) {
    const auto words = in(told(why), visit);
    return waiting(visit, *one, words, why == Refusal::no_reason ? words : "");
  };
  if (what == "rut") {
    if (!holds(visit, editor_role)) return parts_.chrome.not_found(visit);
    const auto done = actions_.withdraw(act_of(visit), one->id);
    if (!done) return refused(done.error());
    return http::Response::see_other(views::address(one->id) + "?xong=rut");
  }
  if (!holds(visit, publisher_role)) return parts_.chrome.not_found(visit);
  if (what == "tra-lai") {
    const auto done = actions_.give_back(act_of(visit), one->id, std::string(fields.get("reason")));
    if (!done) return refused(done.error());
    return http::Response::see_other(views::here);
  }
  const auto done = actions_.publish(act_of(visit), one->id, fields.get("hash"),
                                     fields.get("confirmed") == "yes", visit.lang());
  if (!done) return refused(done.error());
  const auto edition = parts_.db.read([&](db::Tx& tx) { return decisions::edition(tx, *done); });
  const auto number = std::to_string(edition->number);
  return http::Response::see_other(views::address(one->code) + "?an-ban=" + number +
                                   "&xong=" + number);
}

}  // namespace rule_tables
