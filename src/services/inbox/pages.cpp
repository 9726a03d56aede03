// Pages of the inbox and of the choices.
#include <algorithm>
#include <charconv>

#include "engines/identity/people.hpp"
#include "services/inbox/room.hpp"
#include "services/inbox/text.hpp"
#include "services/inbox/views.hpp"

namespace inbox {
namespace {

using identity::Visit;
using messages::ReachRefusal;

constexpr int page_size = 20;
constexpr std::string_view choices_path = "/tai-khoan/tin-nhan";

int number(std::string_view text) {
  int n = 1;
  std::from_chars(text.data(), text.data() + text.size(), n);
  return std::clamp(n, 1, 100'000);
}

messages::Desk::Act act_of(const Visit& visit) {
  return {visit.act(), visit.now(), visit.who()->actor()};
}

http::Response done(std::string_view what) {
  std::string to(choices_path);
  (to += "?xong=") += what;
  return http::Response::see_other(to);
}

const base::Text& words_of(ReachRefusal refusal) {
  switch (refusal) {
    case ReachRefusal::no_mail:
      return text::no_mail;
    case ReachRefusal::no_address:
      return text::no_address;
    case ReachRefusal::too_soon:
      return text::too_soon;
    case ReachRefusal::no_code:
      return text::no_code;
    case ReachRefusal::wrong_code:
      return text::wrong_code;
    case ReachRefusal::too_often:
      return text::too_often;
    case ReachRefusal::too_many:
      return text::too_many;
  }
  return text::no_code;
}

// What was done, from the address it led to.
const base::Text* notice_of(std::string_view done) {
  if (done == "chon") return &text::chosen;
  if (done == "ma") return &text::code_sent;
  if (done == "dia-chi") return &text::confirmed_now;
  if (done == "bo") return &text::forgotten;
  return nullptr;
}

}  // namespace

// What the person entered, shown again beside what is wrong with it.
struct Room::Typed {
  std::string address, code;
  const base::Text* address_error = nullptr;
  const base::Text* code_error = nullptr;
};

identity::Routes Room::routes() {
  using http::Method;
  const auto me = identity::signed_in();
  const auto mine = me.own([&parts = parts_](db::Tx& tx, const Visit& visit) {
    const auto id = messages::MessageId::parse(visit.param("message"));
    const auto who = visit.who()->person;
    const bool there = id && parts.messages.find(tx, who, *id, visit.lang());
    return there ? std::optional(identity::Subject{.person = who}) : std::nullopt;
  });
  return {
      {Method::get, "/tin-nhan", me, [this](Visit& v) { return list(v); }},
      {Method::post, "/tin-nhan/da-doc", me, [this](Visit& v) { return read_all(v); }},
      {Method::get, "/tin-nhan/{message}", mine, [this](Visit& v) { return message(v); }},
      {Method::get, choices_path, me, [this](Visit& v) { return choices(v); }},
      {Method::post, choices_path, me, [this](Visit& v) { return choose(v); }},
      {Method::post, "/tai-khoan/tin-nhan/dia-chi", me,
       [this](Visit& v) { return ask_address(v); }},
      {Method::post, "/tai-khoan/tin-nhan/xac-nhan", me,
       [this](Visit& v) { return confirm_address(v); }},
      {Method::post, "/tai-khoan/tin-nhan/bo-dia-chi", me,
       [this](Visit& v) { return forget_address(v); }},
  };
}

// The same inbox for both; around it stands what each of them has around all pages.
http::Response Room::draw(const Visit& visit, const std::string& title, base::Html main,
                          std::vector<ui::Link> crumbs, int status) const {
  if (visit.who()->officer) {
    ui::OfficerPage page;
    page.crumbs = std::move(crumbs);
    page.heading = title;
    page.main = std::move(main);
    return parts_.chrome.officer(visit, std::move(page), status);
  }
  auto all = ui::heading(1, "", title);
  all += main;
  return http::Response::page(
      ui::citizen_page(parts_.chrome.frame(visit, title),
                       {.crumbs = std::move(crumbs), .main = std::move(all)}),
      status);
}

http::Response Room::list(Visit& visit) {
  views::List shown{.lang = visit.lang(), .page = number(visit.fields().get("trang"))};
  const auto me = visit.who()->person;
  parts_.db.read([&](db::Tx& tx) {
    shown.unread = messages::Messages::unread(tx, me);
    shown.pages = std::max(1, (messages::Messages::count(tx, me) + page_size - 1) / page_size);
    shown.page = std::min(shown.page, shown.pages);
    shown.messages =
        parts_.messages.inbox(tx, me, visit.lang(), page_size, (shown.page - 1) * page_size);
  });
  shown.marks = visit.marks();
  shown.officer = visit.who()->officer;
  shown.all_read = visit.fields().get("xong") == "da-doc";
  return draw(visit, std::string(text::messages.in(visit.lang())), views::list(shown));
}

http::Response Room::read_all(Visit& visit) {
  parts_.db.write([&](db::Tx& tx) {
    parts_.messages.read_all(tx, visit.now(), visit.act(), visit.who()->actor());
  });
  return http::Response::see_other("/tin-nhan?xong=da-doc");
}

http::Response Room::message(Visit& visit) {
  const auto id = messages::MessageId::parse(visit.param("message"));
  const auto me = visit.who()->person;
  const auto find = [&](db::Tx& tx) { return parts_.messages.find(tx, me, *id, visit.lang()); };
  auto shown = parts_.db.read(find);
  if (!shown) return parts_.chrome.not_found(visit);
  if (!shown->read_at) {  // seeing it is reading it: that moment may have to be proven
    parts_.db.write(
        [&](db::Tx& tx) { parts_.messages.read(tx, visit.now(), visit.who()->actor(), *id); });
    shown = parts_.db.read(find);
  }
  return draw(visit, shown->title, views::message(visit.lang(), *shown),
              {{std::string(text::messages.in(visit.lang())), "/tin-nhan"}});
}

http::Response Room::choices(Visit& visit) {
  Typed typed;
  typed.code = visit.fields().get("ma").substr(0, 6);
  return show_choices(visit, typed);
}

http::Response Room::show_choices(Visit& visit, const Typed& typed) {
  const auto lang = visit.lang();
  const auto me = visit.who()->person;
  views::Choices shown{.lang = lang, .mail = parts_.messages.mail(), .stays = parts_.letters_stay};
  messages::Reach reach;
  std::optional<identity::Person> person;
  parts_.db.read([&](db::Tx& tx) {
    reach = messages::reach_of(tx, me);
    shown.quiet = messages::quiet_hours(tx, visit.now().local().date);
    person = identity::person(tx, me);
  });
  auto& purpose = visit.purpose("account.own");
  shown.address = reach.address.open(purpose);
  shown.pending = reach.pending.open(purpose);
  shown.confirmed = reach.confirmed;
  shown.bounced = reach.bounced_at;
  shown.letters = reach.lang;
  shown.typed_address = typed.address;
  if (shown.typed_address.empty() && shown.address.empty() && person) {
    shown.typed_address = person->email.open(purpose);
  }
  shown.typed_code = typed.code;
  if (typed.address_error) shown.address_error = typed.address_error->in(lang);
  if (typed.code_error) shown.code_error = typed.code_error->in(lang);
  if (const auto* notice = notice_of(visit.fields().get("xong"))) shown.notice = notice->in(lang);
  for (const auto& kind : parts_.messages.kinds()) {
    if (kind.key.starts_with("messages.")) continue;  // the engine's own: not to be chosen
    if (kind.to_officers != visit.who()->officer) continue;
    const auto chosen = reach.channels.find(std::string(kind.key));
    shown.kinds.push_back(
        {&kind, chosen == reach.channels.end() ? messages::Channel::mail : chosen->second});
  }
  shown.marks = [&visit] { return visit.marks(); };
  const bool wrong = typed.address_error || typed.code_error;
  return draw(visit, std::string(text::how.in(lang)), views::choices(shown),
              {{std::string(text::account.in(lang)), "/tai-khoan"},
               {std::string(text::messages.in(lang)), "/tin-nhan"}},
              wrong ? 422 : 200);
}

http::Response Room::choose(Visit& visit) {
  std::map<std::string, messages::Channel> channels;
  for (const auto& kind : parts_.messages.kinds()) {
    if (const auto given = messages::channel(visit.fields().get(views::field_of(kind)))) {
      channels[std::string(kind.key)] = *given;
    }
  }
  const auto lang = visit.fields().get("ngon-ngu") == "en" ? base::Lang::en : base::Lang::vi;
  parts_.desk.choose(act_of(visit), lang, channels);
  return done("chon");
}

http::Response Room::ask_address(Visit& visit) {
  Typed typed;
  typed.address = visit.fields().get("address").substr(0, 300);
  const auto asked = parts_.desk.ask_address(act_of(visit), typed.address);
  if (asked) return done("ma");
  typed.address_error = &words_of(asked.error());
  return show_choices(visit, typed);
}

http::Response Room::confirm_address(Visit& visit) {
  Typed typed;
  typed.code = visit.fields().get("code").substr(0, 20);
  std::erase(typed.code, ' ');
  const auto confirmed = parts_.desk.confirm_address(act_of(visit), typed.code);
  if (confirmed) return done("dia-chi");
  typed.code_error = &words_of(confirmed.error());
  return show_choices(visit, typed);
}

http::Response Room::forget_address(Visit& visit) {
  parts_.desk.forget_address(act_of(visit));
  return done("bo");
}

}  // namespace inbox
